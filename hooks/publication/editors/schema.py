"""The record's JSON Schema: what forms and editors' tools know of a record, in the words of the check.

It is made from the model and from what is declared of its fields, with the words of the vocabulary. Beside
the usual keywords, `x-messages` has what the check says of a value that breaks a keyword; in it `{value}`,
`{length}` and `{key}` stand for the value, its characters, and a key that is missing or not known.
`x-statuses` has the statuses with which a field may stand, `enumDescriptions` what readers see for words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.about import declared
from publication.audits.findings import NOT_A_NAME
from publication.audits.parts import BODY
from publication.audits.policy import alone, missing, unfit
from publication.audits.problem import LIST, NEAR
from publication.audits.record import AuditFields
from publication.audits.sections import (
    HEADING,
    MARKDOWN_RULES,
    NO_SUMMARY,
    SECTIONS,
    SUMMARY_FIRST,
    UNKNOWN,
)
from publication.audits.statuses import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publication.audits.about import Declared
    from publication.audits.fields import Fields

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that the common YAML tools of editors read in full."""

TAKEN = "there is a record '{value}' already. Give this one another name."

_OURS = ("$defs", "anyOf", "title", "default", "description", "x-list")
"""What pydantic says, and we say otherwise."""

Lists = dict[str, dict[str, str]]
"""What readers see for each word of `series`, `topics`, `agencies` and `plans`."""

_Node = dict[str, Any]


def record_schema(lists: Lists, address: str) -> _Node:
    """The schema of a record's front matter, which knows itself by its full address."""
    made = AuditFields.model_json_schema()
    schema = _group(made, AuditFields, "", made["$defs"], lists)
    if not lists["series"]:  # then no record names one
        del schema["properties"]["series"]
        schema["required"].remove("series")
    about = {"$schema": DIALECT, "$id": address, "title": "The record of an audit"}
    return {**about, **schema, "allOf": [*_policy(declared(AuditFields))]}


def body_schema(taken: Iterable[str]) -> _Node:
    """The schema of what a record has beside its front matter, in the form: its name and its words.

    `taken` are the names that other records have or had.
    """
    markdown = [_rule("pattern", one.pattern, one.message) for one in MARKDOWN_RULES]
    properties = {key: _named({"type": "string", "format": "markdown"}, one) for key, one in BODY.items()}
    properties["slug"] |= {
        "format": "file-name",
        "allOf": [
            _rule("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$", NOT_A_NAME),
            _rule("not", {"enum": sorted(taken)}, TAKEN),
        ],
    }
    for key in ("summary", *SECTIONS):
        properties[key]["allOf"] = markdown
    properties["summary"]["allOf"] = [*markdown, _rule("pattern", SUMMARY_FIRST, NO_SUMMARY)]
    needed = {"slug": NOT_A_NAME, "summary": NO_SUMMARY}
    return {
        "type": "object",
        "properties": properties,
        "required": [*needed],
        "allOf": [_rule("required", [key], said) for key, said in needed.items()],
        "x-headings": {
            "pattern": f"^{HEADING}$",
            "known": [*SECTIONS.values()],
            "unknown": UNKNOWN,
            "near": NEAR,
            "list": LIST,
        },
    }


def _rule(keyword: str, value: Any, message: str) -> _Node:
    return {keyword: value, "x-messages": {keyword: message}}


def _named(schema: _Node, field: Declared) -> _Node:
    """The schema of a field, with what is declared of it."""
    statuses = {"x-statuses": [*field.about.statuses]} if field.about.statuses else {}
    one = {"x-one": field.about.one} if field.about.one else {}
    return {"title": field.label, "description": field.hint, **schema, **statuses, **one}


def _group(
    node: Mapping[str, Any], model: type[Fields], name: str, groups: Mapping[str, Any], lists: Lists
) -> _Node:
    """The schema of a group of fields, or of the whole record, which has no name."""
    properties = {
        key: _named(_value(node["properties"][key], field, f"'{key}'", groups, lists), field)
        for key, field in declared(model).items()
    }
    where = f" in '{name}'" if name else ""
    return {
        "type": "object",
        "properties": properties,
        "required": node.get("required", []),
        "additionalProperties": False,
        "x-messages": {
            "required": f"'{{key}}' is missing{where}. Add it.",
            "additionalProperties": "'{key}' is not known here.",
        },
    }


def _value(
    node: Mapping[str, Any], field: Declared, subject: str, groups: Mapping[str, Any], lists: Lists
) -> _Node:
    """The schema of one value, without references and without null: what is not known is left out."""
    options = [one for one in node.get("anyOf", ()) if one.get("type") != "null"]
    schema = {key: value for option in (*options, node) for key, value in option.items()}
    if "$ref" in schema:
        assert field.group
        return _group(groups[schema["$ref"].rpartition("/")[2]], field.group, field.key, groups, lists)
    words = lists.get(schema.get("x-list", ""))
    for key in _OURS:
        schema.pop(key, None)
    if words is not None:
        schema |= {"enum": [*words], "enumDescriptions": [*words.values()]}
    if "items" in schema:
        schema["items"] = _value(schema["items"], field, f"an entry of '{field.key}'", groups, lists)
    if "minItems" in schema:
        schema["x-messages"] = {**schema["x-messages"], "minItems": "needs at least one entry."}
    return _about(schema, subject)


def _about(schema: _Node, subject: str) -> _Node:
    """The schema, with messages that are sentences about `subject`."""
    told = {
        keyword: message if message.startswith("'") else f"{subject} {message}"
        for keyword, message in schema.get("x-messages", {}).items()
    }
    rules = [_about(rule, subject) for rule in schema.get("allOf", ())]
    return {**schema, **({"allOf": rules} if rules else {}), **({"x-messages": told} if told else {})}


def _policy(fields: Mapping[str, Declared]) -> Iterator[_Node]:
    """What fields must say together, as `audits.policy` has it."""
    for status in STATUSES:
        needed = [field for field in fields.values() if status in field.about.needed]
        ruled_out = [field for field in fields.values() if not field.fits(status)]
        demands = [_rule("required", [field.key], missing(field, status)) for field in needed]
        bans = {field.key: _rule("not", {}, unfit(field, status)) for field in ruled_out}
        then: _Node = {"allOf": [*demands, {"properties": bans}]}
        yield {"if": {"properties": {"status": {"const": status}}, "required": ["status"]}, "then": then}
    for field in fields.values():
        if other := field.about.goes_with:
            then = {"properties": {field.key: _rule("not", {}, alone(field))}}
            yield {"if": {"not": {"required": [other]}}, "then": then}
