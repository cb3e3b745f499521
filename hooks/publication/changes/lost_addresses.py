"""Addresses that lead on, those that are gone on purpose, and those that would be lost by accident."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publication.audits.gone import FILE, Gone
from publication.audits.problem import Problem
from publication.changes.addresses import PAGES, of_audits
from publication.changes.change import Change
from publication.views import addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from publication.changes.lost import Lost
    from publication.changes.state import Pair, State


def moves(pairs: Iterable[Pair], before: State, now: State, today: dt.date) -> Iterator[tuple[str, Change]]:
    """Audits that readers find at another address, to which the old one leads on."""
    answering = of_audits(now, today)
    for pair in pairs:
        if not pair.before or not pair.before.is_visible(today):
            continue
        old = addresses.audit(pair.before.slug)
        to = answering.get(old)
        if to and to.slug != pair.before.slug:
            new = addresses.audit(to.slug)
            yield "moves", Change(pair.before.title, f"from /{old}; the old address leads on", new)


def gone(found: Iterable[Lost], now: State) -> Iterator[tuple[str, Change]]:
    """What is lost, told apart by whether `content/gone.yml` says that it is meant."""
    meant = _meant(now)
    for one in found:
        at = [address for address in one.addresses if address not in meant]
        if at:
            rest = tuple(f"Nothing would answer at /{address} either." for address in at[1:])
            yield "gone", Change(one.subject, one.note, at[0], (*((one.how,) if one.how else ()), *rest))
        for address in one.addresses:
            if address in meant:
                yield "meant", Change(one.subject, one.note, address)


def problems(found: Iterable[Lost], now: State, today: dt.date) -> list[Problem]:
    """What is lost by accident, each where it can be mended; `today` is when it would be gone.

    A listing without a record says nothing of its own where that record has its problem already.
    """
    meant = _meant(now)
    by_place: dict[tuple[str, int], list[list[Lost]]] = {}
    for one in found:
        at = tuple(address for address in one.addresses if address not in meant)
        if not at or one.follows:
            continue
        there = by_place.setdefault((one.file, one.line), [])
        if there and not one.how:
            there[0].append(replace(one, addresses=at))
        else:
            there.append([replace(one, addresses=at)])
    return [Problem(*place, _said(one, today)) for place, there in by_place.items() for one in there]


def _meant(state: State) -> set[str]:
    return {entry.address for entry in state.catalogue.gone}


def _said(of_one_reason: list[Lost], today: dt.date) -> str:
    first = of_one_reason[0]
    *most, last = (f"/{address}" for one in of_one_reason for address in one.addresses)
    at = f"{', '.join(most)} and {last}" if most else last
    said = f"nothing would answer any more at {at} (“{first.subject}”: {first.note})."
    how = f" {first.how}{'' if first.how.endswith(('.', '}')) else '.'}" if first.how else ""
    if not first.can_be_meant:
        return said + how
    entries = [f"\n  {_entry(one, address, today)}" for one in of_one_reason for address in one.addresses]
    return f"{said}{how} If it is meant, write in {FILE}, and say why:{''.join(entries)}"


def _entry(one: Lost, address: str, today: dt.date) -> str:
    """To be copied. What readers call a hand-written page is not known here."""
    title = None if one.file.startswith(f"{PAGES}/") else one.subject
    return Gone(address, today, "...", title).written
