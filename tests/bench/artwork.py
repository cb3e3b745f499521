"""Artwork as posters are: words, flat colours and a photograph, in the sizes and formats that editors send.

The same number gives the same picture, and no two numbers do. Drawing 900 takes minutes, so what was drawn is
kept in `.cache/bench/` and the clock of the benchmark never sees it.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import typst
from PIL import Image, ImageDraw, ImageFont

from bench.records import sentence

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = Path(__file__).parents[2]
FONTS = PROJECT / "overrides" / "poster" / "fonts"
KEPT = PROJECT / ".cache" / "bench"

KINDS = {"j": (1754, 2480, "jpg"), "p": (1240, 1754, "png"), "b": (3508, 4961, "jpg"), "d": (0, 0, "pdf")}
"""Width and height in pixels, and ending: A3 at 150 dpi, A4 at 150 dpi, A3 at 300 dpi, and PDF."""

MIX = "jpjjpjjpjbjpjpjpjpjj"
"""Of 20 posters 12 are `j` (60%), 7 are `p` (35%) and one is `b` (5%), in an order that spreads them."""

PDF_EVERY = 45
"""Every 45th poster is a PDF instead: 20 of 900."""

ACCENTS = ("#0b5c66", "#5b3a86", "#8a3b12", "#1f4e8c", "#7a1f4b", "#2f5d2b")
TINTS = ("#e3f1f2", "#ede6f5", "#f8e9df", "#e2ebf7", "#f6e3ec", "#e6f1e4")


def kind_of(number: int) -> str:
    """Return the key in `KINDS` of the poster with this number, from 0."""
    return "d" if number % PDF_EVERY == 17 else MIX[number % len(MIX)]


def artworks(count: int, say: Callable[[int, int], None]) -> list[Path]:
    """Return the first `count` posters, in order; what is not kept yet is drawn, on every processor.

    `say` is told (done, total) of those that have to be drawn.
    """
    folder = KEPT / f"artwork-{hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"bench-{number:04}.{KINDS[kind_of(number)][2]}" for number in range(count)]
    lacking = [number for number, path in enumerate(paths) if not path.exists()]
    if lacking:
        with ProcessPoolExecutor() as pool:
            for done, _ in enumerate(pool.map(_keep, lacking, [paths[n] for n in lacking]), start=1):
                say(done, len(lacking))
    return paths


def _keep(number: int, path: Path) -> None:
    unfinished = path.with_suffix(".part")
    kind = kind_of(number)
    if kind == "d":
        unfinished.write_bytes(document(number))
    elif kind == "p":
        picture(number, *KINDS[kind][:2]).save(unfinished, "PNG", dpi=(150, 150))
    else:
        dpi = 300 if kind == "b" else 150
        picture(number, *KINDS[kind][:2]).save(unfinished, "JPEG", quality=85, dpi=(dpi, dpi))
    os.replace(unfinished, path)  # noqa: PTH105 - so that a run that is stopped leaves whole files only


def picture(number: int, width: int, height: int) -> Image.Image:
    """Draw a poster, `width` x `height` pixels, RGB: a title, a photograph, two columns of words."""
    random = Random(number)
    accent, tint = random.randrange(len(ACCENTS)), random.randrange(len(TINTS))
    image = Image.new("RGB", (width, height), "#fdfcf8")
    pen = ImageDraw.Draw(image)
    unit = width // 40
    pen.rectangle((0, 0, width, 6 * unit), fill=ACCENTS[accent])
    for line in range(2):
        words = sentence(random, 4)
        pen.text((2 * unit, (1 + 2 * line) * unit), words, "white", _font("800ExtraBold", 2 * unit))
    image.paste(_photograph(random, width - 4 * unit, 11 * unit), (2 * unit, 7 * unit))
    top, column = 19 * unit, (width - 6 * unit) // 2
    bottom = height - 3 * unit
    for left in (2 * unit, 4 * unit + column):
        at = top
        while at + 9 * unit < bottom:
            rows = min(random.randint(4, 8), int((bottom - at) / unit) - 4)
            pen.rounded_rectangle((left, at, left + column, at + (rows + 3) * unit), unit, TINTS[tint])
            at += unit // 2
            heading = sentence(random, 3).rstrip(".")
            pen.text((left + unit, at), heading, ACCENTS[accent], _font("700Bold", int(unit * 1.3)))
            for _ in range(rows):
                at += unit
                words = sentence(random, 5)
                pen.text((left + unit, at + unit), words, "#1c1c1c", _font("400Regular", int(unit * 0.8)))
            at += int(3.5 * unit)
    pen.text((2 * unit, height - 2 * unit), f"Poster {number}", ACCENTS[accent], _font("400Regular", unit))
    return image


def _photograph(random: Random, width: int, height: int) -> Image.Image:
    """Soft shapes with the grain of a camera's sensor."""
    photograph = Image.new("RGB", (width, height), "#8d8478")
    for across, share in ((4, 0.4), (12, 0.3), (60, 0.15), (width, 0.05)):
        down = max(2, across * height // width)
        shapes = Image.frombytes("RGB", (across, down), random.randbytes(across * down * 3))
        shapes = shapes.resize((width, height), Image.Resampling.BICUBIC)
        photograph = Image.blend(photograph, shapes, share)
    return photograph


@cache
def _font(weight: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FONTS / f"AtkinsonHyperlegibleNext_{weight}.ttf", size)


def document(number: int) -> bytes:
    """Make a PDF of one A3 page with a text layer."""
    random = Random(number)
    paragraphs = "\n\n".join(sentence(random, 40) for _ in range(9))
    colour = ACCENTS[number % len(ACCENTS)]
    source = f"""#set page("a3", fill: rgb("#fdfcf8"))
#set text(18pt, font: "Atkinson Hyperlegible Next", lang: "en")
#block(width: 100%, fill: rgb("{colour}"), inset: 1cm, text(40pt, white)[{sentence(random, 4)}])
#columns(2)[{paragraphs}]"""
    made = typst.compile(
        source.encode(), font_paths=[FONTS], ignore_system_fonts=True, format="pdf", timestamp=number
    )
    assert isinstance(made, bytes)
    return made
