"""Records and posters as editors write and send them, with words that are nobody's."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import typst
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    import datetime as dt

FONTS = Path(__file__).parents[2] / "overrides" / "poster" / "fonts"
WORDS = (
    "Trial of content: a poster",
    "What worked well",
    "Plans were short and named who does what by when.",
    "What needs to happen",
    "Every plan says what will be different for the child.",
)
"""The words of both posters, a line each."""

LEARNING = """Partners looked together at how plans are written and followed.

## What we looked at

An audit tool first, then a discussion between the agencies that took part.

- How plans are written
- How they are followed

## What worked well

- **Short plans.** They named who does what, and by when.
- **Visits.** What was seen was written down on the same day.

## What needs to happen

1. **Write what will be different.** Every plan says it in the words of the child.
2. **Look again.** Each team reads three of its own plans every month.
"""

ACTIONS = """actions:
  - what: Every team reads three of its own plans a month.
    owner: Team managers
    due: {due}
    status: in-progress
  - what: The plan's form has a place for the words of the child.
    owner: Practice development
    status: done
    impact: Two plans in three have them now.
"""


def record(body: str = LEARNING, extra: str = "", **facts: str) -> str:
    """A record with these facts, in this order; `extra` are lines of front matter of several values."""
    lines = "".join(f"{key}: {value}\n" for key, value in facts.items())
    return f"---\n{lines}{extra}---\n\n{body}"


def actions(today: dt.date) -> str:
    """Two actions, one of them due next year."""
    return ACTIONS.format(due=f"{today.year + 1}-03")


def last_year(today: dt.date) -> str:
    """The last financial year that is over: `2024/25` in March 2026."""
    first = today.year - (1 if today.month >= 4 else 2)
    return f"{first}/{(first + 1) % 100:02}"


def pdf_poster() -> bytes:
    """One A4 page with a text layer."""
    title, *lines = WORDS
    source = f"""#set document(title: "{title}")
#set text(14pt, font: "Atkinson Hyperlegible Next", lang: "en")
= {title}
{chr(10).join(f"{line}{chr(10)}" for line in lines)}"""
    made = typst.compile(source.encode(), font_paths=[FONTS], ignore_system_fonts=True, format="pdf")
    assert isinstance(made, bytes)
    return made


def jpeg_poster() -> bytes:
    """A4 at 150 dpi, without words that a computer can read out."""
    image = Image.new("RGB", (1240, 1754), "#fdfcf8")
    pen = ImageDraw.Draw(image)
    font = ImageFont.truetype(FONTS / "AtkinsonHyperlegibleNext_700Bold.ttf", 40)
    for number, line in enumerate(WORDS):
        pen.text((80, 100 + 120 * number), line, "#1c1c1c", font)
    file = io.BytesIO()
    image.save(file, "JPEG", quality=85, dpi=(150, 150))
    return file.getvalue()
