"""The normal form of a record: the same facts, notes and words, written in one way.

Keys stand in the order of the model; a list of single words and a small group stand on one line, any other
has a line for each entry. A text that was typed in quotation marks keeps them, any other value has them only
where it needs them. Dates are written as records write them where their meaning is certain. Nothing else
changes.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache
from typing import TYPE_CHECKING, Any, get_args

import yaml

from publication.audits.about import declared
from publication.audits.dates import spelt_day, spelt_month, spelt_period
from publication.audits.fields import Fields, group_in
from publication.audits.period import Month, Period
from publication.audits.problem import Problem
from publication.audits.record import AuditFields
from publication.audits.source.frontmatter import split
from publication.audits.source.text import unfit, with_line_feeds
from publication.audits.tidy.comments import Entry, UnreadableError, read_facts
from publication.audits.tidy.markdown import NBSP, spaced
from publication.audits.tidy.scalars import ODD, written

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH = 110
"""Characters: what is longer is hard to read on one line."""

SMALL = 3
"""Fields: a group of so many stands on one line."""

SPELLINGS: dict[type, Callable[[str], str]] = {
    dt.date: spelt_day,
    Month: spelt_month,
    Period: spelt_period,
}


def normal_form(record: str, model: type[Fields] = AuditFields) -> str:
    """The text of a record (or of a file with the fields of `model`) in its normal form.

    Raises ValueError (an `UnreadableError`), in an editor's words, where the facts cannot be read.
    """
    text = with_line_feeds(record.removeprefix("\ufeff"))
    parts = unfit(text, "") or split(text, "")
    if isinstance(parts, Problem):
        raise UnreadableError(parts)
    facts = read_facts(with_spaces(parts[0]), first_line=2)
    lines = [line for entry in _ordered(facts.entries, model) for line in _lines(entry, "", model)]
    body = spaced(parts[1])
    return "\n".join(["---", *facts.above, *lines, *facts.below, "---", *(["", body] if body else []), ""])


def with_spaces(facts: str) -> str:
    """Tabs and odd spaces as ordinary ones: where YAML wants a space, it reads no other."""
    facts = re.sub(f"[ \t]*{NBSP}[ \t{NBSP}]*$", "", facts, flags=re.MULTILINE)
    facts = re.sub(r"^[ \t]+", lambda margin: margin[0].replace("\t", "  "), facts, flags=re.MULTILINE)
    return facts.replace("\t", " ").replace(NBSP, " ")


def _ordered(entries: list[Entry], kind: Any) -> list[Entry]:
    """Keys in the order of their model, and those that it does not know below, as they stood."""
    model = group_in(kind)
    if model is None or not all(entry.key for entry in entries):
        return entries
    places = {name: n for n, name in enumerate(declared(model))}
    return sorted(entries, key=lambda entry: places.get(entry.name, len(places)))


def _inner(entry: Entry, kind: Any) -> list[Entry]:
    return _ordered(entry.inner, kind if isinstance(entry.node, yaml.MappingNode) else None)


@cache
def _kind_of(model: type[Fields], name: str) -> Any:
    field = model.model_fields.get(name)
    return field.annotation if field else None


def _kind(entry: Entry, around: Any) -> Any:
    """The annotation of an entry's value; for entries of a list, that of the list."""
    model = group_in(around)
    return _kind_of(model, entry.name) if model and entry.key else around


def _lines(entry: Entry, margin: str, around: Any) -> list[str]:
    """The lines of an entry and of its notes, indented by `margin`."""
    kind = _kind(entry, around)
    start = f"{_key(entry)}:" if entry.key else "-"
    beside = f"  {entry.beside}" if entry.beside else ""
    above = [f"{margin}{note}" for note in entry.above]
    below = [f"{margin}  {note}" for note in entry.below]
    one_line = _on_one_line(entry, kind, len(margin) + len(start) + 1)
    if one_line is not None:
        return [*above, f"{margin}{start} {one_line}".rstrip() + beside, *below]
    if isinstance(entry.node, yaml.ScalarNode):
        text = [f"{margin}  {line}" if line else "" for line in spaced(_value(entry, kind)).split("\n")]
        return [*above, f"{margin}{start} |{beside}", *text, *below]
    inner = _inner(entry, kind)
    if entry.key is None and isinstance(entry.node, yaml.MappingNode):
        first = inner[0]
        above += [f"{margin}{note}" for note in (entry.beside, *first.above) if note]
        first.above = []
        lines = [line for one in inner for line in _lines(one, f"{margin}  ", kind)]
        lines[0] = f"{margin}- {lines[0].lstrip()}"
        return [*above, *lines, *below]
    lines = [line for one in inner for line in _lines(one, f"{margin}  ", kind)]
    return [*above, f"{margin}{start}{beside}", *lines, *below]


def _on_one_line(entry: Entry, kind: Any, used: int) -> str | None:
    """The value on the line of its key, of which so many characters are `used`; None where it has its own."""
    if isinstance(entry.node, yaml.ScalarNode):
        return _scalar(entry, kind, in_brackets=False)
    if any(one.above or one.has_notes for one in entry.inner):
        return None
    model = group_in(kind)
    if isinstance(entry.node, yaml.SequenceNode):
        is_small = all(
            isinstance(one.node, yaml.ScalarNode) and " " not in _value(one, kind) for one in entry.inner
        )
    else:
        is_small = model is None or len(model.model_fields) <= SMALL
    text = _in_brackets(entry, kind) if is_small or not entry.inner else None
    return text if text is not None and used + len(text) <= WIDTH else None


def _in_brackets(entry: Entry, kind: Any) -> str | None:
    if isinstance(entry.node, yaml.ScalarNode):
        is_nothing = not entry.node.value and not _is_quoted(entry)
        return None if is_nothing else _scalar(entry, kind, in_brackets=True)
    parts = []
    for one in _inner(entry, kind):
        text = _in_brackets(one, _kind(one, kind))
        if text is None:
            return None
        parts.append(f"{_key(one, in_brackets=True)}: {text}" if one.key else text)
    joined = ", ".join(parts)
    return f"[{joined}]" if isinstance(entry.node, yaml.SequenceNode) else f"{{{joined}}}"


def _scalar(entry: Entry, kind: Any, *, in_brackets: bool) -> str | None:
    """The value on one line, in quotation marks where it needs them; None where it has several lines."""
    value = _value(entry, kind)
    if not value and not _is_quoted(entry):
        return ""
    if (
        entry.typed[:1] in ("'", '"')
        and _is_text(kind)
        and value == entry.node.value
        and "\n" not in entry.typed
    ):
        return entry.typed
    is_free = not _is_quoted(entry) or not _is_text(kind)
    if "\n" in value and not ODD.search(value.replace("\n", "")):
        return None
    return written(value, in_brackets=in_brackets, is_free=is_free)


def _value(entry: Entry, kind: Any) -> str:
    """Without the spaces at its ends, which nobody reads, and spelt as records spell it."""
    value = str(entry.node.value).strip()
    for known in _types(kind):
        value = SPELLINGS[known](value) if known in SPELLINGS else value
    return value


def _key(entry: Entry, *, in_brackets: bool = False) -> str:
    assert entry.key is not None
    return written(entry.name, in_brackets=in_brackets, is_free=not entry.key.style)


def _is_quoted(entry: Entry) -> bool:
    """Whether it is text whatever it looks like: in quotation marks, or of several lines."""
    return isinstance(entry.node, yaml.ScalarNode) and bool(entry.node.style)


def _is_text(kind: Any) -> bool:
    types = _types(kind)
    return str in types or not types & {*SPELLINGS, int}


def _types(kind: Any) -> set[type]:
    """Every type that an annotation has in it."""
    if isinstance(kind, type) and not get_args(kind):
        return {kind}
    return {one for part in get_args(kind) for one in _types(part)}
