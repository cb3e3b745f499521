"""A record as text: a new one, and one more text in one that is there."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any

from publication.audits.tidy.normal_form import normal_form
from publication.audits.tidy.scalars import written

if TYPE_CHECKING:
    from publication.audits.record import AuditFields

_FRONT_MATTER = re.compile(r"(\ufeff?---[ \t]*\r?\n.*?)(^---[ \t]*(?:\r?\n|\Z))", re.DOTALL | re.MULTILINE)


def new_record(fields: AuditFields, summary: str) -> str:
    """A whole record in its normal form: what is known, and the opening summary below it."""
    known = fields.model_dump(exclude_defaults=True)
    lines = [line for key, value in known.items() if value for line in _entry(key, value)]
    return normal_form("\n".join(["---", *lines, "---", "", summary, ""]))


def without_markup(text: str) -> str:
    """The text without the signs that no field of a record may hold."""
    return re.sub(r"[<>]", "", text)


def with_text(record: str, key: str, text: str) -> str:
    """The record with `key: |` and the text, indented, as the last entry of its front matter.

    Signs that a record may not hold (`<` and `>`) are left out. Raises ValueError where there is no
    front matter, or where it has the key already: nothing that an editor wrote is ever replaced.
    """
    found = _FRONT_MATTER.match(record)
    if not found:
        raise ValueError("has no front matter.")
    if re.search(rf"^{re.escape(key)}[ \t]*:", found[1], re.MULTILINE):
        raise ValueError(f"has '{key}' already. Remove it first if you want a new draft.")
    end = "\r\n" if found[1].endswith("\r\n") else "\n"
    return found[1] + end.join([*_block(key, without_markup(text)), ""]) + record[found.end(1) :]


def _entry(key: str, value: Any) -> list[str]:
    if isinstance(value, dt.date):
        return [f"{key}: {value.isoformat()}"]
    if isinstance(value, tuple):
        return [f"{key}: [{', '.join(written(one, in_brackets=True, is_free=False) for one in value)}]"]
    if "\n" in value:
        return _block(key, value)
    return [f"{key}: {written(value, in_brackets=False, is_free=False)}"]


def _block(key: str, text: str) -> list[str]:
    return [f"{key}: |", *(f"  {line}".rstrip() for line in text.splitlines())]
