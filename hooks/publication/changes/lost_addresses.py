"""Addresses that lead on, and addresses at which nothing would answer any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.changes.addresses import of_audits, of_listings
from publication.changes.change import Change
from publication.changes.records import same_words
from publication.posters.composed.content import long_date
from publication.views import addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from publication.audits.audit import Audit
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


def gone(pairs: Iterable[Pair], before: State, now: State, today: dt.date) -> Iterator[tuple[str, Change]]:
    """What answered before and would not any more.

    A poster goes with its audit's learning where that is withdrawn or taken back: that is what is wanted.
    """
    now_answering = of_audits(now, today)
    by_slug = {pair.before.slug: pair for pair in pairs if pair.before}
    lost: dict[str, list[str]] = {}
    for address, audit in of_audits(before, today).items():
        if address not in now_answering:
            lost.setdefault(audit.slug, []).append(address)
    for slug, found in lost.items():
        pair = by_slug[slug]
        is_page = any(address == addresses.audit(slug) for address in found)
        if is_page or pair.now is None or pair.now.is_published or any(one.endswith("/") for one in found):
            yield "gone", _lost(pair, found, now, today, is_page=is_page)
    listings = of_listings(now, today)
    for address, title in of_listings(before, today).items():
        if address not in listings:
            yield "gone", Change(title, "a file" if address.endswith(".pdf") else "a listing", address)


def _lost(pair: Pair, found: list[str], now: State, today: dt.date, *, is_page: bool) -> Change:
    was = pair.before
    assert was is not None
    rest = tuple(f"Nothing would answer at /{address} either." for address in found[1:])
    if not is_page:
        note = "an old address of it" if found[0].endswith("/") else "its poster"
        return Change(was.title, note, found[0], (*_how_to_keep(was, pair.now, found), *rest))
    if pair.now is None:
        advice = _how_to_bring_back(was, now)
        return Change(was.title, "its record is removed", found[0], (advice, *rest))
    if pair.now.status == "draft":
        return Change(was.title, "it becomes a draft", found[0], rest)
    assert pair.now.published
    until = f"it is kept back until {long_date(pair.now.published)}"
    return Change(was.title, until, found[0], rest)


def _how_to_bring_back(was: Audit, now: State) -> str:
    """The record may have another name now, without the old one in it."""
    same = next((one for one in now.catalogue.audits if same_words(one, was) or one.title == was.title), None)
    if same:
        return f"If {same.file} is the same audit, write in it: {_former(same, was)}"
    return f"Put {was.file} back. To end its learning, write in it: status: withdrawn"


def _how_to_keep(was: Audit, is_now: Audit | None, found: list[str]) -> Iterator[str]:
    if is_now and any(address.endswith("/") for address in found):
        yield f"Write in {is_now.file}: {_former(is_now, was)}"
    elif is_now:
        yield "A poster keeps its address only while its kind of file (PDF, PNG or JPEG) stays the same."


def _former(is_now: Audit, was: Audit) -> str:
    """The line that keeps all old addresses, oldest first."""
    names = dict.fromkeys((*was.former_slugs, *is_now.former_slugs, was.slug))
    return f"former_slugs: [{', '.join(name for name in names if name != is_now.slug)}]"
