"""Artwork as partnerships make it, drawn from words: pictures by Pillow, PDFs by Typst.

The same sheet gives the same bytes. `project.draw_posters` draws those of the publication for tests, the
benchmark its own. The smallest file that shows one fault, for tests of cleaning, is in `posters.samples`.
"""

from __future__ import annotations

import io
import json
import textwrap
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pikepdf
import typst
from PIL import Image, ImageDraw, ImageFont, ImageOps

if TYPE_CHECKING:
    from collections.abc import Iterator

FONTS = Path(__file__).parents[1] / "overrides" / "poster" / "fonts"

A4 = (877, 1240)
"""Width and height in pixels: A4 at 105 dpi, the least that is accepted, so that tests are fast."""

ACCENTS = ("#0b5c66", "#5b3a86", "#8a3b12", "#1f4e8c", "#7a1f4b", "#2f5d2b")
TINTS = ("#e3f1f2", "#ede6f5", "#f8e9df", "#e2ebf7", "#f6e3ec", "#e6f1e4")

SIZES = {3000: 13, 1200: 16, 600: 20, 0: 24}
"""From so many letters of a PDF on, its words have so many points."""

DOCUMENT = """
#set page("a4", margin: 1.6cm, fill: rgb("#fdfcf8"))
#let sheet = json(bytes(sys.inputs.sheet))
#set text(sheet.size * 1pt, font: "Atkinson Hyperlegible Next", lang: "en", region: "GB")
#set par(leading: 0.6em)
#set document(title: sheet.title)
#show heading: set text(rgb(sheet.accent))
#block(width: 100%, fill: rgb(sheet.accent), inset: 0.8cm, {
  show heading: set text(30pt, white)
  heading(sheet.title)
})
#for panel in sheet.panels {
  block(width: 100%, fill: rgb(sheet.tint), inset: 0.5cm, radius: 0.2cm, {
    if panel.heading != "" { heading(level: 2, panel.heading) }
    for line in panel.lines { par(line) }
  })
}
"""


class Panel(NamedTuple):
    """A part of a sheet: a heading, or "", and the lines below it."""

    heading: str
    lines: tuple[str, ...]


class Sheet(NamedTuple):
    """What a poster says; `seed` decides its colours and its photograph."""

    title: str
    panels: tuple[Panel, ...]
    seed: int

    @property
    def colours(self) -> tuple[str, str]:
        """Accent and tint."""
        random = Random(self.seed)
        return random.choice(ACCENTS), random.choice(TINTS)


def picture(sheet: Sheet, size: tuple[int, int] = A4, *, columns: int = 1) -> Image.Image:
    """The sheet as a picture, RGB: its title, a photograph, and as many of its panels as there is room for.

    The more columns, the smaller the words.
    """
    width, height = size
    unit = width // (20 + 10 * columns)
    accent, _ = sheet.colours
    image = Image.new("RGB", size, "#fdfcf8")
    pen = ImageDraw.Draw(image)
    title = textwrap.wrap(sheet.title, 10 + 8 * columns)[:3]
    below = (1 + 3 * len(title)) * unit
    pen.rectangle((0, 0, width, below), fill=accent)
    pen.text((2 * unit, unit), "\n".join(title), "white", _font("800ExtraBold", 2 * unit), spacing=unit)
    photograph = _photograph(sheet, (width - 4 * unit, 8 * unit))
    image.paste(photograph, (2 * unit, below + unit))
    column = (width - (2 + 2 * columns) * unit) // columns
    panels = iter(sheet.panels)
    for left in (2 * unit + place * (column + 2 * unit) for place in range(columns)):
        _column(pen, panels, (left, below + 10 * unit, left + column, height - unit), unit, sheet.colours)
    return image


def _column(
    pen: ImageDraw.ImageDraw,
    panels: Iterator[Panel],
    box: tuple[int, int, int, int],
    unit: int,
    colours: tuple[str, str],
) -> None:
    """Draw the next panels below each other, until one has no room."""
    accent, tint = colours
    left, at, right, bottom = box
    letters = int((right - left - 2 * unit) / (unit * 0.46))
    for panel in panels:
        heading = textwrap.wrap(panel.heading, int(letters * 0.75))
        lines = [line for text in panel.lines for line in textwrap.wrap(text, letters)]
        tall = int((1.5 * len(heading) + 1.25 * len(lines) + 1.2) * unit)
        if at + tall > bottom:
            return
        pen.rounded_rectangle((left, at, right, at + tall), unit, tint)
        start = (left + unit, at + unit // 2)
        pen.text(start, "\n".join(heading), accent, _font("700Bold", int(unit * 1.2)), spacing=0.3 * unit)
        start = (start[0], start[1] + int(1.5 * len(heading) * unit))
        pen.text(start, "\n".join(lines), "#1c1c1c", _font("400Regular", unit), spacing=0.25 * unit)
        at += tall + unit // 2


def _photograph(sheet: Sheet, size: tuple[int, int]) -> Image.Image:
    """Soft shapes with the grain of a camera's sensor, in the sheet's colours."""
    random = Random(sheet.seed)
    width, height = size
    photograph = Image.new("L", size, 128)
    for across, share in ((4, 0.5), (12, 0.35), (60, 0.12), (width, 0.04)):
        down = max(2, across * height // width)
        shapes = Image.frombytes("L", (across, down), random.randbytes(across * down))
        photograph = Image.blend(photograph, shapes.resize(size, Image.Resampling.BICUBIC), share)
    accent, tint = sheet.colours
    return ImageOps.colorize(ImageOps.autocontrast(photograph), accent, tint)


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"AtkinsonHyperlegibleNext_{weight}.ttf", size)


def document(sheet: Sheet) -> bytes:
    """The sheet as a tagged PDF, of as many A4 pages as its words need."""
    accent, tint = sheet.colours
    panels = [panel._asdict() for panel in sheet.panels]
    letters = sum(len(line) for panel in sheet.panels for line in panel.lines)
    size = next(points for least, points in SIZES.items() if letters >= least)
    told = {"title": sheet.title, "panels": panels, "accent": accent, "tint": tint, "size": size}
    made = typst.compile(
        DOCUMENT.encode(),
        font_paths=[FONTS],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"sheet": json.dumps(told)},
        timestamp=0,
    )
    assert isinstance(made, bytes)
    return made


def untagged(pdf: bytes) -> bytes:
    """The same PDF as programs export it that know no tags: its words can be read, its order is a guess."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        for key in ("/StructTreeRoot", "/MarkInfo", "/Lang"):
            if key in opened.Root:
                del opened.Root[key]
        opened.save(made, deterministic_id=True)
    return made.getvalue()


def scan(image: Image.Image) -> bytes:
    """A picture as a scanner makes a PDF of it: one page without a word that can be read."""
    made = io.BytesIO()
    image.save(made, "PDF", resolution=105)
    return made.getvalue()
