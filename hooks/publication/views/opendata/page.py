"""The list of fields on the page that explains the data, made from the data's schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from publication.views.opendata.schema import AUDIT, MONTH, NAME, schema
from publication.views.opendata.table import fits

if TYPE_CHECKING:
    from collections.abc import Callable

    from publication.views.site import Templates

_PATTERNS = {MONTH["pattern"]: "month (2020-03)", NAME["pattern"]: "key"}


class FieldRow(NamedTuple):
    """One field for readers of the page: its name, its kind in words, what it means, where it is."""

    name: str
    kind: str
    meaning: str
    is_in_table: bool


def embedded(templates: Templates, absolute: Callable[[str], str]) -> dict[str, Callable[[str], str]]:
    """The list of fields, made from the schema, for hand-written pages: `::: data-fields`."""
    rows = field_rows(schema(absolute))
    return {"data-fields": lambda at: templates.fill("data-fields.html", at, rows=rows)}


def field_rows(made: dict[str, Any]) -> list[FieldRow]:
    """The fields of an audit, those of each group below it: `poster.url`."""
    rows = []
    for name in made["$defs"][AUDIT]["properties"]:
        rows += [row._replace(is_in_table=fits(name)) for row in _rows(made, AUDIT, name)]
    return rows


def _rows(made: dict[str, Any], definition: str, name: str) -> list[FieldRow]:
    field = made["$defs"][definition]["properties"][name]
    rows = [FieldRow(name, _kind(field), field["description"], True)]
    inner = field.get("items", field)
    for choice in inner.get("anyOf", [inner]):
        if reference := choice.get("$ref"):
            group = reference.rpartition("/")[2]
            below = [row for key in made["$defs"][group]["properties"] for row in _rows(made, group, key)]
            rows += [row._replace(name=f"{name}.{row.name}") for row in below]
    return rows


def _kind(field: dict[str, Any]) -> str:
    """What a value may be, in words."""
    if choices := field.get("anyOf"):
        return " or ".join("not known" if one.get("type") == "null" else _kind(one) for one in choices)
    if known := field.get("enum"):
        return "one of " + ", ".join(known)
    if "$ref" in field:
        return "group"
    if field["type"] == "array":
        return f"list: {_kind(field['items'])}"
    if field.get("format") == "date":
        return "day (2019-09-01)"
    words = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    return _PATTERNS.get(field.get("pattern", ""), words[field["type"]])
