"""Which parts of an audit are different: between two versions of its record, in an editor's words."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from publication.audits.about import declared
from publication.audits.parts import BODY
from publication.audits.record import AuditFields
from publication.audits.sections import SECTIONS
from publication.posters.composed.content import long_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from publication.audits.about import Declared
    from publication.audits.audit import Audit
    from publication.audits.catalogue import Catalogue

    Words = Mapping[str, str]

TOLD_ELSEWHERE = {"status", "poster", "former_slugs", "re_audit_of", "superseded_by"}
"""Fields of which a change has a group of its own."""

LONG = {"text", "markdown", ""}
"""Formats of which the old value does not fit on the line: such a part is only named."""


def corrections(before: Audit, now: Audit, old: Catalogue, new: Catalogue) -> tuple[str, ...]:
    """Each part that is different, in the order of a record. `old` and `new` name series and words."""
    return tuple(_corrections(before, now, old, new))


def _corrections(before: Audit, now: Audit, old: Catalogue, new: Catalogue) -> Iterator[str]:
    for key, field in declared(AuditFields).items():
        was, is_now = getattr(before, key), getattr(now, key)
        if was != is_now and key not in TOLD_ELSEWHERE:
            yield from _different(field, was, is_now, {**_words(field, old), **_words(field, new)})
    yield from _part("summary", before.summary, now.summary)
    for key in SECTIONS:
        yield from _part(BODY[key].label, before.sections.get(key), now.sections.get(key))


def _words(field: Declared, catalogue: Catalogue) -> Words:
    """What readers see for the words of a field's list."""
    if field.words == "series":
        return {"": "none", **{one.slug: one.title for one in catalogue.series}}
    return getattr(catalogue.vocabulary, field.words) if field.words else {}


def _different(field: Declared, was: Any, is_now: Any, words: Words) -> Iterator[str]:
    name = field.label[:1].lower() + field.label[1:]
    if field.is_list and field.group:
        yield _entries(name, was, is_now, next(iter(declared(field.group))))
    elif field.is_list and field.words:
        yield from _lists(name, was, is_now, words)
    elif field.is_list or field.format in LONG:
        yield from _part(name, was, is_now)
    else:
        yield f"{name}: {_said(is_now, words)} (was: {_said(was, words)})"


def _said(value: Any, words: Words) -> str:
    if value is None:
        return "not stated"
    return long_date(value) if isinstance(value, dt.date) else words.get(str(value), str(value))


def _part(name: str, was: Any, is_now: Any) -> Iterator[str]:
    if was != is_now:
        yield name if was and is_now else f"{name} ({'new' if is_now else 'removed'})"


def _lists(name: str, before: Sequence[str], now: Sequence[str], words: Words) -> Iterator[str]:
    added = [words[one] for one in now if one not in before]
    removed = [words[one] for one in before if one not in now]
    if added:
        yield f"{name} added: {', '.join(added)}"
    if removed:
        yield f"{name} removed: {', '.join(removed)}"
    if not added and not removed:
        yield f"order of the {name}"


def _entries(name: str, before: Sequence[Any], now: Sequence[Any], known_by: str) -> str:
    """The entries of a list of groups, each known by its first field."""
    was, is_now = ({getattr(one, known_by): one for one in many} for many in (before, now))
    counts = {
        "new": len(is_now.keys() - was.keys()),
        "removed": len(was.keys() - is_now.keys()),
        "changed": sum(is_now[one] != was[one] for one in is_now.keys() & was.keys()),
    }
    told = [f"{count} {word}" for word, count in counts.items() if count]
    return f"{name}: {', '.join(told) or 'in another order'}"
