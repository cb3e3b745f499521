"""The text layer of a PDF page, with a blank line where the eye sees a gap: runs in a worker."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from publication.posters.limits import MAX_PAGE_TEXT

_OTHER_SIZE = 0.15  # a line taller or smaller by this part is set in another size
_FAR = 1.75  # lines of a paragraph stand less than this many line heights apart


@dataclass(frozen=True)
class _Box:
    """Where a character stands, in points from the page's lower left."""

    left: float
    right: float
    bottom: float
    top: float


def text_of(page: Any) -> str:
    """The characters of a pypdfium2 page in PDFium's reading order, at most MAX_PAGE_TEXT of them."""
    layer = page.get_textpage()
    count = min(pdfium.FPDFText_CountChars(layer.raw), MAX_PAGE_TEXT)
    codes = [pdfium.FPDFText_GetUnicode(layer.raw, index) for index in range(count)]
    text, before = "", None
    start = 0
    for end in [index for index, code in enumerate(codes) if code == 10] + [count]:
        visible = [index for index in range(start, end) if codes[index] > 32]
        first = _box(layer.raw, visible[0]) if visible else None
        if first and before and _is_apart(before, first):
            text += "\n"
        text += "".join(map(_character, codes[start:end])) + "\n"
        before = _box(layer.raw, visible[-1]) if visible else before
        start = end + 1
    layer.close()
    # PDFium gives the halves of characters beyond U+FFFF one by one.
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _character(code: int) -> str:
    return chr(code) if code <= 0x10FFFF else ""


def _box(layer: Any, index: int) -> _Box | None:
    box = pdfium.FS_RECTF()
    # Loose: the height of the font, not of the glyph, so that "o" and "l" are of one size.
    if not pdfium.FPDFText_GetLooseCharBox(layer, index, ctypes.byref(box)):
        return None
    return _Box(box.left, box.right, box.bottom, box.top)


def _is_apart(last: _Box, first: _Box) -> bool:
    """Whether a line that begins with `first` is of another paragraph than the one that ends with `last`."""
    height, other = last.top - last.bottom, first.top - first.bottom
    if height <= 0 or abs(height - other) > _OTHER_SIZE * height:
        return True
    down = last.bottom - first.bottom
    return not 0 < down < _FAR * height or first.left > last.right + height
