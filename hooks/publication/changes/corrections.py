"""Which parts of an audit are different: between two versions of its record, in an editor's words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.audit import SECTIONS
from publication.posters.composed.content import long_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from publication.audits.audit import Action, Audit
    from publication.audits.catalogue import Catalogue

VALUES = {"title": "title", "period": "period", "expected": "expected", "review": "to be looked at again"}
"""Fields of which the old value fits on the line."""

DATES = {"published": "day of publication"}

TEXTS = {
    "summary": "opening summary",
    "scope": "what it will look at",
    "questions": "what it will ask",
    "sample": "sample",
    "poster_text": "the poster's words",
    "disclosure_check": "disclosure check",
    "withdrawn": "since when and why it is withdrawn",
    "allow": "allowed words",
}
"""Fields that are only named: their words are in the file."""

TOLD_ELSEWHERE = {"status", "poster", "former_slugs", "re_audit_of", "superseded_by"}
"""Fields of which a change has a group of its own."""


def corrections(before: Audit, now: Audit, old: Catalogue, new: Catalogue) -> tuple[str, ...]:
    """Each part that is different, in the order of a page. `old` and `new` name series and words."""
    return tuple(_corrections(before, now, old, new))


def _corrections(before: Audit, now: Audit, old: Catalogue, new: Catalogue) -> Iterator[str]:
    yield from _values(before, now, VALUES, str)
    yield from _values(before, now, DATES, long_date)
    if before.series != now.series:
        yield f"series: {_series(now, new)} (was: {_series(before, old)})"
    for key, name in (("topics", "topics"), ("agencies", "agencies")):
        words = {**getattr(old.vocabulary, key), **getattr(new.vocabulary, key)}
        yield from _lists(name, getattr(before, key), getattr(now, key), words)
    for key, name in TEXTS.items():
        yield from _part(name, getattr(before, key), getattr(now, key))
    for key, heading in SECTIONS.items():
        yield from _part(heading, before.sections.get(key), now.sections.get(key))
    yield from _actions(before.actions, now.actions)


def _values(before: Audit, now: Audit, names: Mapping[str, str], say: Callable[[Any], str]) -> Iterator[str]:
    for key, name in names.items():
        was, is_now = getattr(before, key), getattr(now, key)
        if was != is_now:
            said = [say(value) if value is not None else "not stated" for value in (is_now, was)]
            yield f"{name}: {said[0]} (was: {said[1]})"


def _series(audit: Audit, catalogue: Catalogue) -> str:
    return catalogue.series_called(audit.series).title or "none"


def _part(name: str, was: Any, is_now: Any) -> Iterator[str]:
    if was != is_now:
        yield name if was and is_now else f"{name} ({'new' if is_now else 'removed'})"


def _lists(name: str, before: Sequence[str], now: Sequence[str], words: Mapping[str, str]) -> Iterator[str]:
    added = [words[one] for one in now if one not in before]
    removed = [words[one] for one in before if one not in now]
    if added:
        yield f"{name} added: {', '.join(added)}"
    if removed:
        yield f"{name} removed: {', '.join(removed)}"
    if before != now and not added and not removed:
        yield f"order of the {name}"


def _actions(before: Sequence[Action], now: Sequence[Action]) -> Iterator[str]:
    """An action is known by what was to be done."""
    if before == now:
        return
    was, is_now = {one.what: one for one in before}, {one.what: one for one in now}
    counts = {
        "new": len(is_now.keys() - was.keys()),
        "removed": len(was.keys() - is_now.keys()),
        "changed": sum(is_now[what] != was[what] for what in is_now.keys() & was.keys()),
    }
    told = [f"{count} {word}" for word, count in counts.items() if count]
    yield f"actions: {', '.join(told) or 'in another order'}"
