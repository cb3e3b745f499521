"""A pack: all posters of a series or a topic as one PDF, with a page of contents before them.

The contents, and a page for each poster that is a picture, are set by Typst; posters that are PDFs are taken
in as they are published: cleaned, never the originals. `merge` says what becomes of their tags. The same
posters give the same bytes, under a key that says what they are, so a pack that is in the cache is neither
made nor opened again.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pikepdf
import typst

from publication.posters.composed.typeset import (
    TEMPLATE,
    ComposeError,
    clean_text,
    lacking_glyphs,
    spelled_out,
)
from publication.posters.pack.merge import MARKER, merge
from publication.posters.pack.tags import Part
from publication.posters.work import store
from publication.posters.work.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publication.audits.brand import Palette

FOLDER = "packed"
"""Below the cache: packs by their keys."""

_SOURCE = TEMPLATE / "pack.typ"
_A4 = 620.0  # points: a poster no wider, standing or lying on its side, goes with contents on A4


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


@dataclass(frozen=True)
class Pack:
    """A pack that stands at `path`, with so many pages and bytes."""

    path: Path
    pages: int
    size: int


def make_packs(contents: Iterable[PackContent], folder: Path, *, keep: bool = False) -> dict[str, Pack]:
    """Each pack by its slug, from `folder` or made into it. What no pack uses is deleted, unless `keep`.

    Raises ComposeError where a pack cannot be made, naming it.
    """
    stored = {key.split("-")[0]: (key, path) for key, path in store.stored(folder).items()}
    packs: dict[str, Pack] = {}
    for content in contents:
        digest = _digest(content)
        if digest not in stored:
            data, pages = compose_pack(content)
            key = f"{digest}-{pages}"
            stored[digest] = (key, store.put(folder, key, ".pdf", data))
        key, path = stored[digest]
        packs[content.slug] = Pack(path, int(key.split("-")[1]), path.stat().st_size)
    if not keep:
        used = {pack.path for pack in packs.values()}
        store.remove_all_but(folder, {key for key, path in stored.values() if path in used})
    return packs


def compose_pack(content: PackContent) -> tuple[bytes, int]:
    """The pack as PDF, and the number of its pages. Raises ComposeError."""
    title = f"{content.name}: posters"
    try:
        parts = [_part(entry, content, title) for entry in content.entries]
        data = merge(_contents(content, title), parts, title)
        with pikepdf.Pdf.open(io.BytesIO(data)) as made:
            return data, len(made.pages)
    except (pikepdf.PdfError, typst.TypstError, OSError, ValueError, TypeError, KeyError) as error:
        raise ComposeError(
            f"The posters of '{content.name}' could not be put into one file. "
            "Show this message to whoever maintains the site."
        ) from error


def _contents(content: PackContent, title: str) -> bytes:
    """The page or pages of contents. Each poster's page is counted from the first behind them."""
    offset, entries = 0, []
    for entry in content.entries:
        told = {"title": entry.title, "facts": entry.facts, "address": entry.address, "offset": offset}
        entries.append(told)
        offset += len(entry.pages)
    told_of_all = {
        "kind": content.kind,
        "name": content.name,
        "publisher": content.publisher,
        "palette": content.palette.model_dump(),
        "pages": offset,
        "entries": entries,
        "marker": MARKER,
    }
    return _typeset(told_of_all | {"title": title, "paper": _paper(content)}, TEMPLATE)


def _part(entry: Entry, content: PackContent, title: str) -> Part:
    if entry.kind == "PDF":
        return Part(entry.title, entry.path.read_bytes(), entry.words)
    width, height = entry.pages[0]
    picture = {
        "title": title,
        "paper": _paper(content),
        "lies": width > height,
        "alt": " ".join(f"Poster: {entry.title}. {' '.join(entry.words)}".split()),
    }
    return Part(entry.title, _typeset(picture, entry.path.parent, f"/{entry.path.name}"))


def _paper(content: PackContent) -> str:
    """`a4` where no poster that is a PDF is larger, else `a3`, as our own posters are."""
    sides = [min(entry.pages[0]) for entry in content.entries if entry.kind == "PDF"]
    return "a4" if sides and max(sides) <= _A4 else "a3"


def _typeset(told: dict[str, Any], root: Path, picture: str = "") -> bytes:
    """Set the template with this content; `picture` is below `root`, "" for the contents.

    A JPEG's coded pixels are not touched. Characters without a glyph are spelled out, as on a poster.
    """
    spelled: dict[str, str] = {}
    while True:
        try:
            pdf = typst.compile(
                cast("Any", _SOURCE.read_bytes()),
                root=root,
                font_paths=[TEMPLATE / "fonts"],
                ignore_system_fonts=True,
                format="pdf",
                sys_inputs={"content": json.dumps(clean_text(told, spelled)), "picture": picture},
                pdf_standards=["ua-1"],  # Typst refuses what is not accessible
                timestamp=0,
            )
        except typst.TypstError as error:
            lacking = lacking_glyphs(f"{error.message}\n{error.diagnostic}") - spelled.keys()
            if not lacking:
                raise
            spelled |= {character: spelled_out(character) for character in lacking}
        else:
            assert isinstance(pdf, bytes)
            return pdf


def _digest(content: PackContent) -> str:
    """32 hex digits of all that shapes the pack. Files of the cache are known by their names."""
    named = tuple(replace(entry, path=Path(entry.path.name)) for entry in content.entries)
    made_from = repr((_tools(), replace(content, entries=named)))
    return hashlib.sha256(made_from.encode()).hexdigest()[:32]


@cache
def _tools() -> str:
    """Changes with the templates, their fonts, this code and the libraries."""
    return fingerprint("pack", "composed", "clean", "intake", TEMPLATE, libraries=("typst", "pikepdf"))
