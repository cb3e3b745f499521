"""States of a project made in code, without a file, and what their comparison says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from publication.audits.catalogue import Catalogue
from publication.changes.compare import compare
from publication.changes.state import State
from publication.posters.artwork import Artwork, Page
from views.sample_site import PUBLISHER, TODAY, WORDS, series

if TYPE_CHECKING:
    from publication.audits.audit import Audit
    from publication.audits.problem import Problem
    from publication.audits.publisher import Publisher
    from publication.audits.series import Series
    from publication.audits.vocabulary import Vocabulary
    from publication.changes.change import Changes


def state(
    *audits: Audit,
    of: tuple[Series, ...] = (),
    words: Vocabulary = WORDS,
    publisher: Publisher = PUBLISHER,
    artworks: dict[str, Artwork] | None = None,
    problems: tuple[Problem, ...] = (),
) -> State:
    """A state with these audits; each that names a poster has one of one page."""
    made = {one.slug: artwork(str(one.poster)) for one in audits if one.poster}
    catalogue = Catalogue(audits, of or (series(),), words, publisher)
    return State(catalogue, {**made, **(artworks or {})}, problems)


def artwork(name: str = "neglect.pdf", **fields: Any) -> Artwork:
    """A supplied poster, of one page unless `fields` says otherwise."""
    values: dict[str, Any] = {
        "path": Path("posters") / name,
        "format": Path(name).suffix[1:],
        "digest": name,
        "size": 38_400,
        "pages": (Page(595, 842),),
        "texts": ("Neglect",),
        "access": None,
        "notes": (),
        "removals": (),
    }
    return Artwork(**{**values, **fields})


def changes(before: State, now: State, **files: Any) -> Changes:
    """The comparison on TODAY."""
    return compare(before, now, files.get("files", {}), TODAY)


def told(before: State, now: State, **files: Any) -> list[str]:
    """The comparison, one line a change: `Corrects | Neglect | note | address | details`."""
    return [
        " | ".join((group.heading, one.subject, one.note, one.address, *one.details))
        for group in changes(before, now, **files).groups
        for one in group.changes
    ]
