"""Screenshots compared pixel by pixel: what of a control changes, and how strongly."""

from __future__ import annotations

import io
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Locator, Page

Colour = tuple[int, int, int]
AROUND = 12
"""CSS pixels about a control that are looked at, too: a focus mark stands outside."""


class Box(NamedTuple):
    """A part of the page, in CSS pixels, which are the screenshots' pixels."""

    x: int
    y: int
    width: int
    height: int


def luminance(colour: Colour) -> float:
    """Relative luminance by WCAG 2.2, 0 to 1."""
    parts = (value / 255 for value in colour)
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio by WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def box_of(control: Locator) -> Box:
    """Where a control is in the window, rounded outwards."""
    box = control.bounding_box()
    assert box, "the control is to be seen"
    left, top = int(box["x"]), int(box["y"])
    right, bottom = -int(-(box["x"] + box["width"])), -int(-(box["y"] + box["height"]))
    return Box(left, top, right - left + 1, bottom - top + 1)


def picture(page: Page, box: Box) -> Image.Image:
    """That part of the window and what is around it, as far as the window reaches."""
    assert page.viewport_size
    left, top = max(0, box.x - AROUND), max(0, box.y - AROUND)
    right = min(page.viewport_size["width"], box.x + box.width + AROUND)
    bottom = min(page.viewport_size["height"], box.y + box.height + AROUND)
    clip = {"x": left, "y": top, "width": right - left, "height": bottom - top}
    png = page.screenshot(clip=clip, animations="disabled", caret="hide")
    return Image.open(io.BytesIO(png)).convert("RGB")


def colours(image: Image.Image) -> Iterator[Colour]:
    """Every pixel, row by row."""
    values = image.tobytes()
    return zip(values[::3], values[1::3], values[2::3], strict=True)


def changed(before: Image.Image, after: Image.Image, least: float = 3) -> int:
    """How many pixels have at least this contrast between the two."""
    assert before.size == after.size
    pairs = Counter(zip(colours(before), colours(after), strict=True))
    return sum(many for (one, other), many in pairs.items() if contrast(one, other) >= least)
