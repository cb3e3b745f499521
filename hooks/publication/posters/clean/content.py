"""What a PDF draws: each stream of instructions, with the names that it may use (ISO 32000-2, 7.8)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, Stream

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pikepdf import Page


@dataclass(frozen=True)
class Step:
    """One instruction. `picture` holds a picture that is written in the stream itself (BI ... EI)."""

    operator: str
    operands: tuple[Any, ...]
    picture: Any = None


@dataclass(frozen=True)
class Drawing:
    """A page or a stream that draws, and its resources."""

    holder: Page | Stream
    resources: Any

    @property
    def key(self) -> tuple[int, int]:
        """Which object it is."""
        holder = self.holder
        return holder.objgen if isinstance(holder, Stream) else holder.obj.objgen

    def code(self) -> bytes:
        """Its instructions as they are written."""
        if isinstance(self.holder, Stream):
            return self.holder.read_bytes()
        given = self.holder.obj.get("/Contents")
        streams = array(given) if isinstance(given, Array) else [given]
        return b"\n".join(one.read_bytes() for one in streams if isinstance(one, Stream))

    def steps(self) -> list[Step]:
        """Its instructions; raises PdfError where they cannot be understood."""
        found = []
        for one in pikepdf.parse_content_stream(self.holder):
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                found.append(Step("BI", (), one))
            else:
                found.append(Step(str(one.operator), tuple(one.operands)))
        return found

    def write(self, steps: Iterable[Step], pdf: Pdf) -> None:
        """Draw these instructions instead."""
        data = pikepdf.unparse_content_stream(
            [
                one.picture if one.picture is not None else (one.operands, Operator(one.operator))
                for one in steps
            ]
        )
        if isinstance(self.holder, Stream):
            self.holder.write(data)
        else:
            self.holder.obj.Contents = pdf.make_stream(data)

    def named(self, kind: str, name: Any) -> Any:
        """The resource of this kind (`/XObject`) and name; None where there is none."""
        found = self.resources.get(kind) if isinstance(self.resources, Dictionary) else None
        return found.get(str(name)) if isinstance(found, Dictionary) else None

    def all(self, kind: str) -> list[Any]:
        """The resources of this kind that are dictionaries or streams."""
        found = self.resources.get(kind) if isinstance(self.resources, Dictionary) else None
        values = [value for _, value in found.items()] if isinstance(found, Dictionary) else []
        return [value for value in values if isinstance(value, Dictionary | Stream)]


def drawings(pdf: Pdf) -> Iterator[Drawing]:
    """Every page, form, pattern, glyph and mask that draws, each once."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        waiting = [Drawing(page, page.resources)]
        while waiting:
            one = waiting.pop()
            if one.key not in seen:
                seen.add(one.key)
                yield one
                waiting += _within(one)


def _within(outer: Drawing) -> Iterator[Drawing]:
    """What its resources lead to."""
    given = outer.resources
    for one in [*outer.all("/XObject"), *outer.all("/Pattern")]:
        if isinstance(one, Stream) and one.get("/Subtype") != Name.Image:
            yield _drawing(one, given)
    for font in outer.all("/Font"):
        glyphs = font.get("/CharProcs")
        for _, glyph in glyphs.items() if isinstance(glyphs, Dictionary) else ():
            if isinstance(glyph, Stream):
                yield _drawing(glyph, font.get("/Resources", given))
    for state in outer.all("/ExtGState"):
        mask = state.get("/SMask")
        group = mask.get("/G") if isinstance(mask, Dictionary) else None
        if isinstance(group, Stream):
            yield _drawing(group, given)


def _drawing(stream: Stream, outer: Any) -> Drawing:
    """A stream that has no resources of its own uses those of where it is drawn."""
    return Drawing(stream, stream.get("/Resources", outer))


def array(value: Any) -> list[Any]:
    """The items of an array; none of anything else."""
    return list(value) if isinstance(value, Array) else []
