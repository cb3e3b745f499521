"""The posters that change, as they were and as they are: a picture of each of their pages, in a folder."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publication.posters.plan import plan
from publication.posters.render import render
from publication.posters.work.store import write

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from publication.changes.change import PosterChange
    from publication.posters.artwork import Artwork
    from publication.posters.plan import Poster, Rendition

PAGE = "index.html"


@dataclass(frozen=True)
class Side:
    """A poster before or now: its file and a picture of each page. Without pictures it could not be drawn."""

    artwork: Artwork
    pictures: tuple[Rendition, ...]


@dataclass(frozen=True)
class Compared:
    """A poster before and now; None where there was none, or is none now."""

    title: str
    before: Side | None
    now: Side | None


def draw(changes: Iterable[PosterChange], folder: Path, cache: Path) -> tuple[Compared, ...]:
    """Put a picture of each page of each poster into `folder`, made as the site's pictures are.

    Raises ArtworkError where the folder cannot be written to.
    """
    changes = list(changes)
    planned = {
        (one.slug, when): _planned(f"{one.slug}-{when}", artwork)
        for one in changes
        for when, artwork in (("before", one.before), ("now", one.now))
        if artwork
    }
    rendered = render(planned.values(), cache)
    sides = {}
    for key, poster in planned.items():
        pictures = tuple(one for one in poster.renditions if one.name in rendered.files)
        for picture in pictures:
            write(folder / picture.name, rendered.files[picture.name].read_bytes())
        sides[key] = Side(poster.artwork, pictures)
    return tuple(
        Compared(one.title, sides.get((one.slug, "before")), sides.get((one.slug, "now"))) for one in changes
    )


def _planned(name: str, artwork: Artwork) -> Poster:
    """The widest picture of each page: wide enough to be read."""
    poster = plan(name, artwork)
    widest = {rendition.page: rendition for rendition in poster.renditions}
    return replace(poster, renditions=tuple(widest.values()))
