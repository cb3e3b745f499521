"""The JSON Schema of the open data: of each audit, the declared fields and what the data says beside them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from publication.audits.about import declared
from publication.audits.fields import MAX_LINE, Fields
from publication.audits.public_fields import PublicFields
from publication.views.opendata.record import BEHIND, KEY, Beside, OpenData

if TYPE_CHECKING:
    from collections.abc import Callable

    from publication.audits.about import Declared

DIALECT = "https://json-schema.org/draft/2020-12/schema"
SCHEMA = "audits.schema.json"
AUDIT = "OpenAudit"
"""What the schema calls the definition of an audit."""

NAME: dict[str, Any] = {"type": "string", "pattern": KEY}
MONTH: dict[str, Any] = {"type": "string", "pattern": r"^\d{4}-\d{2}$"}
_PERIOD = r"^(\d{4}-\d{2}( to \d{4}-\d{2})?|\d{4}/\d{2}( to \d{4}/\d{2})?)$"
_FORMATS: dict[str, dict[str, Any]] = {
    "slug": NAME,
    "month": MONTH,
    "date": {"type": "string", "format": "date"},
    "period": {"type": "string", "pattern": _PERIOD},
    "whole-number": {"type": "integer"},
    "line": {"type": "string", "maxLength": MAX_LINE},
}


def open_fields(model: type[Fields]) -> dict[str, Declared]:
    """The fields of a record or of its group that are open data."""
    return {key: field for key, field in declared(model).items() if field.about.means}


def schema(absolute: Callable[[str], str]) -> dict[str, Any]:
    """The JSON Schema of the data, draft 2020-12, which knows itself by its address on the site."""
    made, audit = OpenData.model_json_schema(mode="serialization"), audit_schema()
    items = {"type": "array", "items": {"$ref": f"#/$defs/{AUDIT}"}, "description": "The audits, by slug."}
    definitions = {**made.pop("$defs"), **audit.pop("$defs"), AUDIT: audit}
    return {
        "$schema": DIALECT,
        "$id": absolute(SCHEMA),
        **made,
        "properties": {**made["properties"], "audits": items},
        "required": [*made["required"], "audits"],
        "$defs": definitions,
    }


@cache
def properties() -> dict[str, Any]:
    """The schema of each field of an audit, in the order of the data."""
    beside = Beside.model_json_schema(mode="serialization")["properties"]
    found = {key: beside[key] for key in BEHIND[""]}
    for key, field in declared(PublicFields).items():
        if field.about.means:
            found[key] = _property(field)
        found |= {name: beside[name] for name in BEHIND.get(key, ())}
    return found


def audit_schema() -> dict[str, Any]:
    """The schema of an audit, with the definitions of its groups."""
    groups = [field.group for field in open_fields(PublicFields).values() if field.group]
    made = {one.__name__: _group(one) for one in groups}
    beside = Beside.model_json_schema(mode="serialization")["$defs"]
    about = "One audit. What was withdrawn or is still to come has no learning."
    return {**_object(properties()), "description": about, "$defs": {**beside, **made}}


def _group(model: type[Fields]) -> dict[str, Any]:
    inner = {key: _property(field) for key, field in open_fields(model).items()}
    return {**_object(inner), "description": model.__doc__}


def _object(inner: dict[str, Any]) -> dict[str, Any]:
    """A group of fields that are all there, and no others."""
    return {"type": "object", "properties": inner, "required": [*inner], "additionalProperties": False}


def _property(field: Declared) -> dict[str, Any]:
    """What the data has of a field: its value as the record has it; null where it is not known."""
    if field.group:
        node: dict[str, Any] = {"$ref": f"#/$defs/{field.group.__name__}"}
    elif field.choices:
        node = {"type": "string", "enum": [one for one in field.choices if one != "draft"]}
    else:
        node = NAME if field.words else _FORMATS.get(field.format, {"type": "string"})
    if field.is_list:
        node = {"type": "array", "items": node}
    elif field.default is None:
        node = {"anyOf": [node, {"type": "null"}]}
    return {**node, "description": field.about.means}
