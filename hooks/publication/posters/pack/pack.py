"""A pack: all posters of a series or a topic as one PDF, with a page of contents before them.

`compose` makes one, in a worker. The same posters give the same bytes, under a key that says what they are,
so a pack that is in the cache is neither made nor opened again.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import TypeAdapter

from publication.audits.brand import Palette  # noqa: TC001 - pydantic reads the type of `palette`
from publication.posters.composed.typeset import TEMPLATE
from publication.posters.limits import JOINING_SECONDS, MAKING_MEMORY
from publication.posters.work import pool, store
from publication.posters.work.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

FOLDER = "packed"
"""Below the cache: packs by their keys."""


@dataclass(frozen=True)
class Entry:
    """One poster of a pack. `pages` are (width, height), pixels of a picture or points of a PDF.

    `path` is the published file in the cache, whose name changes with its bytes; `words` has the text of each
    page, for a poster that has no tags of its own.
    """

    title: str
    facts: str
    address: str
    kind: str
    path: Path
    pages: tuple[tuple[int, int], ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class PackContent:
    """What a pack is of: `kind` is "Series" or "Topic", `slug` and `name` are its; `entries` in order."""

    slug: str
    kind: str
    name: str
    publisher: str
    palette: Palette
    entries: tuple[Entry, ...]


CONTENT = TypeAdapter(PackContent)
"""Content as plain data and back: what is handed to a worker is JSON."""


@dataclass(frozen=True)
class Pack:
    """A pack that stands at `path`, with so many pages and bytes."""

    path: Path
    pages: int
    size: int


def make_packs(
    contents: Iterable[PackContent],
    folder: Path,
    *,
    keep: bool = False,
    say: Callable[[str], None] = lambda _: None,
) -> dict[str, Pack]:
    """Each pack by its slug, from `folder` or made into it. What no pack uses is deleted, unless `keep`.

    A poster that cannot be joined is left out, and a pack that cannot be made is missing: `say` is told.
    Raises ArtworkError where there is no room for any.
    """
    contents = list(contents)
    stored = {key.split("-")[0]: (key, path) for key, path in store.stored(folder).items()}
    digests = [_digest(content) for content in contents]
    lacking = [place for place, digest in enumerate(digests) if digest not in stored]
    jobs = [
        (CONTENT.dump_python(contents[place], mode="json"), str(folder), digests[place]) for place in lacking
    ]
    made = pool.run("publication.posters.work.jobs:join", jobs, seconds=JOINING_SECONDS, memory=MAKING_MEMORY)
    for answer in made:
        place = lacking[answer.job]
        name = contents[place].name
        if answer.error and not answer.is_of_file:
            raise answer.error
        if answer.error:
            say(f"The posters of '{name}' could not be put into one file, so none is offered.")
            continue
        key, path, left_out = answer.value
        stored[digests[place]] = (key, Path(path))
        for title in left_out:
            say(f"The file with all posters of '{name}' is without '{title}', which cannot be joined.")
    packs = {}
    for content, digest in zip(contents, digests, strict=True):
        if digest in stored:
            key, path = stored[digest]
            packs[content.slug] = Pack(path, int(key.split("-")[1]), path.stat().st_size)
    if not keep:
        used = {pack.path for pack in packs.values()}
        store.remove_all_but(folder, {key for key, path in stored.values() if path in used})
    return packs


def _digest(content: PackContent) -> str:
    """32 hex digits of all that shapes the pack. Files of the cache are known by their names."""
    named = tuple(replace(entry, path=Path(entry.path.name)) for entry in content.entries)
    made_from = repr((_tools(), replace(content, entries=named)))
    return hashlib.sha256(made_from.encode()).hexdigest()[:32]


@cache
def _tools() -> str:
    """Changes with the templates, their fonts, this code and the libraries."""
    return fingerprint("pack", "composed", "clean", "intake", TEMPLATE, libraries=("typst", "pikepdf"))
