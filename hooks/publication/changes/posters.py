"""Posters that are new, others or gone, of the audits that readers see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from publication.changes.change import Change, PosterChange, PosterWords
from publication.posters.collection import published_words
from publication.posters.composed.content import poster_content
from publication.views import addresses
from publication.views.site import count_of, file_size

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from publication.audits.audit import Audit
    from publication.changes.state import Pair, State
    from publication.posters.artwork import Artwork
    from publication.posters.composed.typeset import PosterContent


def poster_changes(
    pairs: Iterable[Pair], before: State, now: State, today: dt.date
) -> tuple[PosterChange, ...]:
    """The supplied posters that readers get for the first time, get others of, or get no more."""
    found = []
    for pair in pairs:
        was, is_now = before.artwork(_seen(pair.before, today)), now.artwork(_seen(pair.now, today))
        if (was and was.digest) != (is_now and is_now.digest):
            found.append(PosterChange(pair.either.slug, pair.either.title, was, is_now))
    return tuple(found)


def new_words(pairs: Iterable[Pair], before: State, now: State, today: dt.date) -> tuple[PosterWords, ...]:
    """The words of supplied posters, as they will stand on the audit's page, where they are not as before."""
    found = []
    for pair in pairs:
        was, is_now = _words(_seen(pair.before, today), before), _words(_seen(pair.now, today), now)
        if is_now and is_now != was:
            found.append(PosterWords(pair.either.title, is_now))
    return tuple(found)


def _words(audit: Audit | None, state: State) -> tuple[str, ...]:
    artwork = state.artwork(audit)
    return published_words(audit, artwork) if audit and artwork else ()


def grouped(found: Iterable[PosterChange]) -> Iterator[tuple[str, Change]]:
    """Each with the key of its group."""
    for one in found:
        if one.now and one.before:
            yield "changed-posters", Change(one.title, f"{facts(one.now)}; before: {facts(one.before)}")
        elif one.now:
            yield "new-posters", Change(one.title, facts(one.now))
        elif one.before:
            yield "removed-posters", Change(one.title, facts(one.before))


def facts(artwork: Artwork) -> str:
    """`escalation.pdf, 2 pages, 1.2 MB`."""
    return f"{artwork.path.name}, {count_of(len(artwork.pages), 'page')}, {file_size(artwork.size)}"


def composed_anew(
    pairs: Iterable[Pair], before: State, now: State, today: dt.date
) -> Iterator[tuple[str, Change]]:
    """Published audits whose composed poster says or looks something else than before."""
    for pair in pairs:
        was, is_now = _seen(pair.before, today), _seen(pair.now, today)
        if not (was and is_now and was.is_published and is_now.is_published) or is_now.poster:
            continue
        if was.poster or _content(was, before) != _content(is_now, now):
            yield "composed", Change(is_now.title, address=addresses.audit(is_now.slug))


def _seen(audit: Audit | None, today: dt.date) -> Audit | None:
    return audit if audit and audit.is_visible(today) else None


def _content(audit: Audit, state: State) -> PosterContent:
    """Without the publisher, whose new name is told once, and the address, which no record holds."""
    series = state.catalogue.series_called(audit.series)
    return replace(poster_content(audit, series, state.catalogue, ""), publisher="")
