"""The audits as a table that spreadsheets can be trusted with: `/audits.csv`."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

from publication.audits.sections import SECTIONS
from publication.views.opendata.schema import NAME, audit_schema, properties

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def table(audits: Iterable[Mapping[str, Any]]) -> bytes:
    """CSV by RFC 4180, one row an audit, in UTF-8 with the mark by which Excel knows it as such.

    A column is a field of the data; a group's fields have a column each (`poster.url`), and so has each part
    of the learning (`sections.worked-well`). Lists are parted by `; `, which no key has in it.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for audit in audits:
        writer.writerow({name: neutral(cell) for name, cell in _cells(audit).items()})
    return out.getvalue().encode("utf-8-sig")


def columns() -> list[str]:
    """The names of the table's columns, in the order of the fields."""
    groups = audit_schema()["$defs"]
    names = []
    for name, node in properties().items():
        options = node.get("anyOf", [node])
        group = next((one["$ref"].rpartition("/")[2] for one in options if "$ref" in one), "")
        if name == "sections":
            names += [f"sections.{key}" for key in SECTIONS]
        elif group:
            names += [f"{name}.{inner}" for inner in groups[group]["properties"]]
        elif fits(name):
            names.append(name)
    return names


def fits(name: str) -> bool:
    """Whether a field fits into one row an audit: lists of sentences and of groups do not."""
    node = properties()[name]
    return node.get("type") != "array" or node["items"] == NAME or name == "sections"


def _cells(audit: Mapping[str, Any]) -> dict[str, str]:
    cells = dict.fromkeys(columns(), "")
    for section in audit["sections"]:
        cells[f"sections.{section['key']}"] = section["text"]
    for name, value in audit.items():
        if name == "sections" or value is None or not fits(name):
            continue
        inner = value.items() if isinstance(value, dict) else [("", value)]
        cells |= {f"{name}.{key}".rstrip("."): _cell(one) for key, one in inner}
    return cells


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


_TAKEN_FOR_A_FORMULA = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
"""What OWASP's page on CSV injection names, with the full-width forms of the same signs."""
_TAKEN_FOR_A_MONTH = r"\d{4}/(?:0[1-9]|1[0-2])$"
"""The financial year 2011/12, which Excel would show as December 2011."""
_MISTAKEN = re.compile(rf"'*(?:{_TAKEN_FOR_A_FORMULA}|{_TAKEN_FOR_A_MONTH})")


def neutral(cell: str) -> str:
    """The cell as text that no spreadsheet calculates: with an apostrophe before it where one might.

    The rule is OWASP's. To let `original` give back every cell, apostrophes before such a sign count too.
    """
    return f"'{cell}" if _MISTAKEN.match(cell) else cell


def original(cell: str) -> str:
    """What `neutral` was given."""
    return cell[1:] if cell.startswith("'") and _MISTAKEN.match(cell) else cell
