"""A pack composed: contents and pictures set by Typst, PDFs taken in as they are published. Runs in a worker.

They are cleaned, never the originals. `merge` says what becomes of their tags.
"""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast

import pikepdf
import typst

from publication.posters.composed.glyphs import with_spelled
from publication.posters.composed.typeset import TEMPLATE, ComposeError, clean_text
from publication.posters.pack.merge import MARKER, merge
from publication.posters.pack.tags import Part
from publication.posters.pack.trial import can_be_joined

if TYPE_CHECKING:
    from collections.abc import Set
    from pathlib import Path

    from publication.posters.pack.pack import Entry, PackContent

_SOURCE = TEMPLATE / "pack.typ"
_A4 = 620.0  # points: a poster no wider, standing or lying on its side, goes with contents on A4


@dataclass(frozen=True)
class Composed:
    """A pack as PDF, the number of its pages, and the titles of posters that could not go into it."""

    data: bytes
    pages: int
    left_out: tuple[str, ...] = ()


def compose_pack(content: PackContent) -> Composed:
    """The pack, without what cannot be joined. Raises ComposeError."""
    title = f"{content.name}: posters"
    try:
        try:
            return _joined(content, title)
        except MemoryError:
            raise
        except Exception:  # pikepdf and qpdf raise many kinds on objects of odd kinds
            joins = {
                entry: entry.kind != "PDF" or can_be_joined(entry.path.read_bytes())
                for entry in content.entries
            }
            left_out = tuple(entry.title for entry, fits in joins.items() if not fits)
            if not left_out or len(left_out) == len(content.entries):
                raise
            rest = tuple(entry for entry, fits in joins.items() if fits)
            return replace(_joined(replace(content, entries=rest), title), left_out=left_out)
    except MemoryError:
        raise
    except Exception as error:
        raise ComposeError(
            f"The posters of '{content.name}' could not be put into one file. "
            "Show this message to whoever maintains the site."
        ) from error


def _joined(content: PackContent, title: str) -> Composed:
    parts = [_part(entry, content, title) for entry in content.entries]
    data = merge(_contents(content, title), parts, title)
    with pikepdf.Pdf.open(io.BytesIO(data)) as made:
        return Composed(data, len(made.pages))


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

    def compiled(lacking: Set[str]) -> bytes:
        unchanged = {key: told[key] for key in ("palette", "marker") if key in told}
        content = clean_text(told, lacking) | unchanged
        pdf = typst.compile(
            cast("Any", _SOURCE.read_bytes()),
            root=root,
            font_paths=[TEMPLATE / "fonts"],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"content": json.dumps(content), "picture": picture},
            pdf_standards=["ua-1"],  # Typst refuses what is not accessible
            timestamp=0,
        )
        assert isinstance(pdf, bytes)
        return pdf

    return with_spelled(compiled)
