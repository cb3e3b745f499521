"""The letters of a PDF page: what each is, where it stands and what draws it. By PDFium, in a worker."""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from publication.posters.limits import MAX_PAGE_TEXT

if TYPE_CHECKING:
    from collections.abc import Iterator

Matrix = tuple[float, float, float, float, float, float]
"""As PDF writes it: a point (x, y) comes to (ax + cy + e, bx + dy + f)."""

_SAME: Matrix = (1, 0, 0, 1, 0, 0)
_DEEP = 12  # forms within forms; PDFium draws no deeper than 40, and no poster needs five


@dataclass(frozen=True)
class Box:
    """A rectangle in points, from the lower left of the page before it is turned."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def has(self, point: tuple[float, float]) -> bool:
        """Whether the point is inside."""
        return self.left <= point[0] <= self.right and self.bottom <= point[1] <= self.top

    def meets(self, other: Box) -> bool:
        """Whether the two have a place in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )


@dataclass(frozen=True)
class Drawn:
    """One thing that a page draws: text, a picture, a shape. Its number counts from 0, from back to front."""

    raw: Any
    kind: int
    matrix: Matrix
    """Of the forms that it stands in."""

    @property
    def is_text(self) -> bool:
        """Whether it is a stretch of text, and not a picture or a shape."""
        return bool(self.kind == pdfium.FPDF_PAGEOBJ_TEXT)

    @property
    def own_matrix(self) -> Matrix:
        """From what it is made of (text: points along its line) to the page."""
        return _times(_matrix_of(self.raw), self.matrix)

    @property
    def box(self) -> Box:
        """Where it stands on the page."""
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(self.raw, *map(ctypes.byref, sides))
        left, bottom, right, top = (side.value for side in sides)
        a, b, c, d, e, f = self.matrix
        corners = [(x * a + y * c + e, x * b + y * d + f) for x in (left, right) for y in (bottom, top)]
        across, up = zip(*corners, strict=True)
        return Box(min(across), min(up), max(across), max(up))


@dataclass(frozen=True)
class Letter:
    """A letter or digit. `by` is the number of the Drawn that it is of; `size` is of the type, in points."""

    character: str
    box: Box
    by: int
    size: float


Word = tuple[Letter, ...]


def drawn_on(page: Any) -> list[Drawn]:
    """All that a pypdfium2 page draws, what is inside of forms too, from back to front."""
    found: list[Drawn] = []
    for index in range(pdfium.FPDFPage_CountObjects(page.raw)):
        found += _within(pdfium.FPDFPage_GetObject(page.raw, index), _SAME, 0)
    return found


def _within(thing: Any, matrix: Matrix, depth: int) -> Iterator[Drawn]:
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield Drawn(thing, kind, matrix)
    elif depth < _DEEP:
        inner = _times(_matrix_of(thing), matrix)
        for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
            yield from _within(pdfium.FPDFFormObj_GetObject(thing, index), inner, depth + 1)


def _matrix_of(thing: Any) -> Matrix:
    found = pdfium.FS_MATRIX(1, 0, 0, 1, 0, 0)
    pdfium.FPDFPageObj_GetMatrix(thing, ctypes.byref(found))
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def words_on(page: Any, things: list[Drawn]) -> list[Word]:
    """The page's words in PDFium's reading order, letters and digits only; of MAX_PAGE_TEXT signs at most."""
    numbers = {_address(thing.raw): number for number, thing in enumerate(things)}
    layer = page.get_textpage()
    words: list[Word] = []
    word: list[Letter] = []
    for index in range(min(pdfium.FPDFText_CountChars(layer.raw), MAX_PAGE_TEXT)):
        code = pdfium.FPDFText_GetUnicode(layer.raw, index)
        sign = chr(code) if code <= 0x10FFFF else " "
        if sign.isspace() or pdfium.FPDFText_IsGenerated(layer.raw, index) == 1:
            words += [tuple(word)] if word else []
            word = []
        elif sign.isalnum():
            by = numbers.get(_address(pdfium.FPDFText_GetTextObject(layer.raw, index)))
            if by is not None:
                word.append(Letter(sign, _box(layer.raw, index), by, _size(layer.raw, index)))
    layer.close()
    return words + ([tuple(word)] if word else [])


def _address(raw: Any) -> int | None:
    return ctypes.cast(raw, ctypes.c_void_p).value


def _box(layer: Any, index: int) -> Box:
    sides = [ctypes.c_double() for _ in range(4)]
    pdfium.FPDFText_GetCharBox(layer, index, *map(ctypes.byref, sides))
    left, right, bottom, top = (side.value for side in sides)
    return Box(min(left, right), min(bottom, top), max(left, right), max(bottom, top))


def _size(layer: Any, index: int) -> float:
    """Points from line to line of such type: what the file calls its size, as the page enlarges it."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(layer, index, ctypes.byref(matrix))
    grown = math.sqrt(abs(matrix.a * matrix.d - matrix.b * matrix.c))
    return float(pdfium.FPDFText_GetFontSize(layer, index)) * grown
