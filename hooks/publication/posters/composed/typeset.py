"""A record without artwork becomes a poster: A3, tagged PDF, composed by Typst.

All text reaches the template as JSON in `sys.inputs`: it is data there and never Typst source, so
nothing that an editor types can change how the poster is made. The same content gives the same bytes.
"""

from __future__ import annotations

import datetime  # noqa: TC003 - pydantic reads the type of `date`
import hashlib
import io
import json
import re
import unicodedata
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import segno
import typst

from publication.audits.brand import Palette  # noqa: TC001 - pydantic reads the type of `palette`
from publication.posters.composed.glyphs import spelled, with_spelled
from publication.posters.work.fingerprint import fingerprint

if TYPE_CHECKING:
    from collections.abc import Set

TEMPLATE = Path(__file__).parents[4] / "overrides" / "poster"
STANDARDS = ("ua-1", "a-2a")  # for screen readers, and for archives
_JOINERS = "\u200c\u200d"
_LONG_WORD = re.compile(r"\S{31,}")


class ComposeError(Exception):
    """The poster cannot be made. The message is for the editor: what is wrong, then what to do."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph or heading (one item), or a list (an item for each entry)."""

    kind: Literal["paragraph", "heading", "bullets", "numbers"]
    items: tuple[tuple[Run, ...], ...]


@dataclass(frozen=True)
class Section:
    """One part of the record. The key chooses its sign and place, the heading is what is read."""

    key: Literal["looked-at", "worked-well", "worried-about", "needs-to-happen", "discussion"]
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PosterContent:
    """All that a poster says and looks like. Text that is not known is empty and leaves no gap."""

    title: str
    series: str
    publisher: str
    palette: Palette
    period: str
    published: str
    review: str
    topics: tuple[str, ...]
    agencies: tuple[str, ...]
    key_numbers: tuple[tuple[str, str], ...]  # number, label: ("9", "cases")
    summary: tuple[Block, ...]
    sections: tuple[Section, ...]  # none: a holding poster, which says `holding_message`
    holding_message: str
    address: str  # of the audit's page, absolute: as text, as link and as QR code
    date: datetime.date | None  # of the document; None: not known
    seed: str  # the slug, from which the motif follows
    watermark: str  # "" or what stands behind the text, such as "Example: fictitious"


def compose(content: PosterContent, *, standards: tuple[str, ...] = STANDARDS) -> bytes:
    """Return the poster as PDF, an A3 page or more.

    PDF/A demands a date of the document: where it is not known the poster is PDF/UA only, because an
    invented date would be worse. A character that no font here has is spelled out: `[grinning face]`.
    Raises ComposeError.
    """
    if not content.title.strip():
        raise ComposeError("The poster has no title. Give the record a title.")
    if not content.address.startswith(("https://", "http://")):
        raise ComposeError(f"The poster '{content.title}' needs a whole address of its page, with https://.")
    if content.date is None:
        standards = tuple(name for name in standards if not name.startswith("a-"))
    try:
        return with_spelled(lambda lacking: _typeset(_payload(content, lacking), standards))
    except typst.TypstError as error:
        raise ComposeError(
            f"The poster '{content.title}' could not be composed. Supply artwork for it, "
            "and show this message to whoever maintains the site."
        ) from error


def digest(content: PosterContent) -> str:
    """SHA-256, 64 hex digits, of all that shapes the poster; known before anything is composed."""
    return hashlib.sha256(f"{_tools(TEMPLATE)} {content!r}".encode()).hexdigest()


@cache
def _tools(template: Path) -> str:
    return fingerprint("composed", template, libraries=("typst", "segno"))


def _typeset(payload: str, standards: tuple[str, ...]) -> bytes:
    pdf = typst.compile(
        TEMPLATE / "poster.typ",
        root=TEMPLATE,
        font_paths=[TEMPLATE / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        sys_inputs={"content": payload},
        pdf_standards=cast("list[typst.PDFStandard]", list(standards)),
        timestamp=0,  # never the time of the build
    )
    assert isinstance(pdf, bytes)
    return pdf


def _payload(content: PosterContent, lacking: Set[str]) -> str:
    """Write the content as the template reads it. Clusters with a `lacking` character are spelled out."""
    code = io.BytesIO()
    segno.make(content.address, error="m", micro=False).save(
        code, kind="svg", border=2, dark=content.palette.deep, light="#ffffff", xmldecl=False
    )
    day = content.date
    made = {
        "palette": content.palette.model_dump(),
        "date": day and {"year": day.year, "month": day.month, "day": day.day},
        "qr": code.getvalue().decode(),
        "motif": list(hashlib.sha256(content.seed.encode()).digest()),
        # No text: a colour and an address stay as they are.
        "address": content.address,
    }
    return json.dumps(clean_text(asdict(content), lacking) | made)


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
