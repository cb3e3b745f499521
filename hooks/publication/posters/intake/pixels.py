"""A PDF page as pixels, and the pixels that change when a part of what it draws is left out."""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from PIL import Image, ImageChops

from publication.posters.intake.letters import Box

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publication.posters.intake.letters import Drawn

Place = tuple[int, int, int, int]
"""Left, upper, right, lower, in pixels."""


_INK = 40  # of 255: the contrast of letters to their paper, at least
_BETWEEN = 0.6  # of the pixels of a word, which may be neither ink nor paper
WHITE = 0xFFFFFFFF


def render(page: Any, size: tuple[int, int], paper: int = WHITE) -> Image.Image:
    """A pypdfium2 page upright, RGB, without its annotations, on paper of the colour 0xAARRGGBB."""
    width, height = size
    bitmap = pdfium.FPDFBitmap_Create(width, height, 0)
    if not bitmap:
        raise MemoryError
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, paper)
        pdfium.FPDF_RenderPageBitmap(bitmap, page.raw, 0, 0, width, height, 0, 0)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        start = ctypes.cast(pdfium.FPDFBitmap_GetBuffer(bitmap), ctypes.c_void_p).value
        assert start
        pixels = (ctypes.c_ubyte * (stride * height)).from_address(start)  # the bitmap's own, not a copy
        return Image.frombytes("RGB", size, memoryview(pixels).cast("B"), "raw", "BGRX", stride)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)


@contextmanager
def without(things: Iterable[Drawn]) -> Iterator[None]:
    """While it lasts, the page draws none of the things."""
    left_out = [thing for thing in things if pdfium.FPDFPageObj_SetIsActive(thing.raw, 0)]
    try:
        yield
    finally:
        for thing in left_out:
            pdfium.FPDFPageObj_SetIsActive(thing.raw, 1)


@dataclass(frozen=True)
class View:
    """How a page is looked at: pixels a point, and what is needed to find a place of the page in them."""

    page: Any
    scale: float

    @cached_property
    def visible(self) -> Box:
        """What of the page is shown: its crop box within its media box, in points."""
        found = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(self.page.raw, ctypes.byref(found))
        return Box(found.left, found.bottom, found.right, found.top)

    @cached_property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels."""
        width, height = self.page.get_size()
        return max(1, round(width * self.scale)), max(1, round(height * self.scale))

    @cached_property
    def _turn(self) -> int:
        return int(pdfium.FPDFPage_GetRotation(self.page.raw))

    def picture(self, paper: int = WHITE) -> Image.Image:
        """The page as it is now."""
        return render(self.page, self.size, paper)

    def place(self, box: Box) -> Place:
        """Where the box is in the picture, at least one pixel large; perhaps beyond its edges."""
        seen, (width, height) = self.visible, self.size
        wide, tall = seen.right - seen.left or 1, seen.top - seen.bottom or 1
        left, right = (box.left - seen.left) / wide, (box.right - seen.left) / wide
        upper, lower = (seen.top - box.top) / tall, (seen.top - box.bottom) / tall
        if self._turn == 1:
            left, upper, right, lower = 1 - lower, left, 1 - upper, right
        elif self._turn == 2:
            left, upper, right, lower = 1 - right, 1 - lower, 1 - left, 1 - upper
        elif self._turn == 3:
            left, upper, right, lower = upper, 1 - right, lower, 1 - left
        x, y = int(left * width // 1), int(upper * height // 1)
        return x, y, max(x + 1, round(right * width)), max(y + 1, round(lower * height))


def bands(picture: Image.Image) -> list[tuple[float, float]]:
    """The least and the greatest value of each colour of an RGB picture."""
    return [one.getextrema() for one in picture.split()]  # type: ignore[misc]


def changed(before: Image.Image, after: Image.Image, least: int) -> Image.Image:
    """Black and white (L): white where a colour of the two differs by `least` of 255 or more."""
    red, green, blue = ImageChops.difference(before, after).split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue).point(
        [255 if value >= least else 0 for value in range(256)]
    )


def shows(difference: Image.Image, place: Place, part: float) -> bool:
    """Whether the white of a black and white picture reaches over this part of a place's width and height."""
    left, upper, right, lower = place
    found = difference.crop(place).getbbox()
    if not found:
        return False
    wide, tall = found[2] - found[0], found[3] - found[1]
    return wide >= part * (right - left) and tall >= part * (lower - upper)


def is_of_two_tones(picture: Image.Image) -> bool:
    """Whether a picture has ink and paper and little between, as letters have and photographs have not."""
    tones = picture.convert("L").histogram()
    used = [tone for tone, count in enumerate(tones) if count]
    low, high = used[0], used[-1]
    third = (high - low) // 3
    between = sum(tones[low + third : high - third + 1])
    return high - low >= _INK and between <= _BETWEEN * picture.width * picture.height
