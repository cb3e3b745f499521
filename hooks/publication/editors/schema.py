"""The record's JSON Schema: what forms and editors' tools know of a record, in the words of the check.

It is made from the model, whose sentences are the names and hints, with the words of the vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.audit import AuditFields
from publication.editors import wording

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publication.audits.source.frontmatter import Place

DIALECT = "http://json-schema.org/draft-07/schema#"
"""The newest dialect that the common YAML tools of editors read in full."""

_OURS = ("$defs", "anyOf", "title", "default")
"""What pydantic says, and we say otherwise."""

Lists = dict[str, dict[str, str]]
"""What readers see for each word of `series`, `topics`, `agencies` and `plans`."""


def record_schema(lists: Lists, address: str) -> dict[str, Any]:
    """The schema of a record's front matter, which knows itself by its full address.

    Beside the usual keywords, `enumDescriptions` has what readers see for a word, as VS Code shows it, and
    `x-messages` what the check says: of a value where it stands, of fields together in that of the whole.
    """
    made = AuditFields.model_json_schema()
    schema = _of(made, (), made["$defs"], lists)
    if not lists["series"]:  # then no record names one
        del schema["properties"]["series"]
        schema["required"].remove("series")
    about = {"$schema": DIALECT, "$id": address, "title": "The record of an audit"}
    return {**about, **schema, "x-messages": wording.of_record()}


def _of(node: Mapping[str, Any], place: Place, groups: Mapping[str, Any], lists: Lists) -> dict[str, Any]:
    """One value's schema, without references and without null: what is not known is left out."""
    options = [one for one in node.get("anyOf", ()) if one.get("type") != "null"]
    schema = {key: value for option in (*options, node) for key, value in option.items()}
    if group := schema.pop("$ref", ""):
        schema = {**groups[group.rpartition("/")[2]], **schema}
    for key in _OURS:
        schema.pop(key, None)
    name, _, hint = " ".join(schema.pop("description", "").split()).partition(". ")
    if place and isinstance(place[-1], str):
        schema = {"title": name.removesuffix("."), "description": hint, **schema}
    if words := lists.get(schema.pop("x-list", "")):
        schema |= {"enum": list(words), "enumDescriptions": list(words.values())}
    return schema | _inner(schema, place, groups, lists)


def _inner(schema: dict[str, Any], place: Place, groups: Mapping[str, Any], lists: Lists) -> dict[str, Any]:
    """What is inside of a list or a group, with the messages; of a value, the messages alone."""
    if schema["type"] == "array":
        items = _of(schema["items"], (*place, 0), groups, lists)
        repeated = wording.of_list(place) if items["type"] == "string" else {}
        return {"items": items, "uniqueItems": bool(repeated), "x-messages": repeated}
    if schema["type"] == "object":
        inner = {key: _of(one, (*place, key), groups, lists) for key, one in schema["properties"].items()}
        for key in schema.get("required", ()):
            inner[key]["x-messages"]["missing"] = wording.of_missing((*place, key))
        return {"properties": inner, "x-messages": {}}
    if "enum" in schema:
        return {"x-messages": {}}
    messages = wording.of_value(place, schema["format"])
    if schema["type"] == "integer" or schema["format"] == "period":
        return {"x-messages": messages}
    return {"pattern": wording.RULES[schema["format"]][-1][0], "x-messages": messages}
