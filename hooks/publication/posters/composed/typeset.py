"""Words set by Typst as a tagged PDF, by the templates and with the fonts of `overrides/poster/`.

All text reaches a template as JSON in `sys.inputs`: it is data there and never Typst source, so nothing that
an editor types can change how it is made. The same content gives the same bytes.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import segno
import typst

from publication.posters.composed.glyphs import spelled, with_spelled
from publication.posters.work.fingerprint import fingerprint

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Set

TEMPLATE = Path(__file__).parents[4] / "overrides" / "poster"
STANDARDS = ("ua-1", "a-2a")  # for screen readers, and for archives
_JOINERS = "\u200c\u200d"
_LONG_WORD = re.compile(r"\S{31,}")


class ComposeError(Exception):
    """It cannot be made. The message is for the editor: what is wrong, then what to do."""


def typeset(
    template: str,
    words: dict[str, Any],
    made: dict[str, Any],
    *,
    date: dt.date | None,
    standards: tuple[str, ...] = STANDARDS,
) -> bytes:
    """The PDF that a template in `TEMPLATE` makes of these words, and of what is no text: plain data.

    PDF/A demands a date of the document: where it is not known it is PDF/UA only, because an invented date
    would be worse. A character that no font here has is spelled out: `[grinning face]`. Raises TypstError.
    """
    if date is None:
        standards = tuple(name for name in standards if not name.startswith("a-"))
    day = date and {"year": date.year, "month": date.month, "day": date.day}

    def compiled(lacking: Set[str]) -> bytes:
        told = clean_text(words, lacking) | made | {"date": day}
        return _compile(template, json.dumps(told), standards)

    return with_spelled(compiled)


def _compile(template: str, payload: str, standards: tuple[str, ...]) -> bytes:
    pdf = typst.Compiler(
        TEMPLATE / template,
        root=TEMPLATE,
        font_paths=_fonts(TEMPLATE / "fonts"),
        ignore_system_fonts=True,
        sys_inputs={"content": payload},
    ).compile(
        format="pdf",
        pdf_standards=cast("list[typst.PDFStandard]", list(standards)),
        timestamp=0,  # never the time of the build
    )
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts(folder: Path) -> typst.Fonts:
    """Those in the folder and those in Typst: looking for them takes as long as setting a page."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder])


@cache
def tools(template: Path) -> str:
    """64 hex digits that change with the templates, the fonts, this code and the libraries."""
    return fingerprint("composed", template, libraries=("typst", "segno"))


def page_code(address: str, colour: str) -> str:
    """The QR code of an address, as SVG."""
    code = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        code, kind="svg", border=2, dark=colour, light="#ffffff", xmldecl=False
    )
    return code.getvalue().decode()


def clean_text(value: Any, lacking: Set[str]) -> Any:
    """All text composed (NFC), each white space one space, without control and direction characters."""
    if isinstance(value, dict):
        return {key: clean_text(inner, lacking) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [clean_text(inner, lacking) for inner in value]
    if not isinstance(value, str):
        return value
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", value))
    kept = (c for c in text if c in _JOINERS or unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return _LONG_WORD.sub(_may_break, spelled("".join(kept), lacking))


def _may_break(word: re.Match[str]) -> str:
    """Let a word too long for a column break at its signs, or every 24 letters: U+200B shows where."""
    if "://" in word[0]:
        return word[0]  # Typst breaks addresses itself
    return re.sub(r"([/\-_.&=@])(?=\w)|(\w{24})(?=\w)", "\\g<0>\u200b", word[0])
