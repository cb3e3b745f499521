"""A record without artwork becomes a poster: one A3 sheet, tagged, composed by Typst."""

from __future__ import annotations

import datetime  # noqa: TC003 - pydantic reads the type of `date`
import hashlib
from dataclasses import asdict, dataclass
from typing import Literal

import typst

from publication.audits.brand import Palette  # noqa: TC001 - pydantic reads the type of `palette`
from publication.posters.composed import typeset
from publication.posters.composed.typeset import STANDARDS, ComposeError, page_code


@dataclass(frozen=True)
class Section:
    """One part of the record. The key chooses its sign and place, the heading is what is read."""

    key: Literal["looked-at", "worked-well", "worried-about", "needs-to-happen", "discussion"]
    heading: str
    leads: tuple[str, ...]
    count: int
    """How many points the section has on the audit's page; the sheet says how many it leaves out."""


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
    summary: str
    sections: tuple[Section, ...]  # none: a holding poster, which says `holding_message`
    holding_message: str
    address: str  # of the audit's page, absolute: as text, as link and as QR code
    date: datetime.date | None  # of the document; None: not known
    seed: str  # the slug, from which the motif follows
    notice: str  # "" or what a reader must know first: that newer learning replaces this
    watermark: str  # "" or what stands behind the text, such as "Example: fictitious"


def compose(content: PosterContent, *, standards: tuple[str, ...] = STANDARDS) -> bytes:
    """Return the poster as PDF, one A3 page. Raises ComposeError."""
    if not content.title.strip():
        raise ComposeError("The poster has no title. Give the record a title.")
    if not content.address.startswith(("https://", "http://")):
        raise ComposeError(f"The poster '{content.title}' needs a whole address of its page, with https://.")
    made = {
        "palette": content.palette.model_dump(),
        "qr": page_code(content.address, content.palette.deep),
        "motif": list(hashlib.sha256(content.seed.encode()).digest()),
        # No text: a colour and an address stay as they are.
        "address": content.address,
    }
    try:
        return typeset.typeset("poster.typ", asdict(content), made, date=content.date, standards=standards)
    except typst.TypstError as error:
        raise ComposeError(
            f"The poster '{content.title}' could not be composed. Supply artwork for it, "
            "and show this message to whoever maintains the site."
        ) from error


def digest(content: PosterContent) -> str:
    """SHA-256, 64 hex digits, of all that shapes the poster; known before anything is composed."""
    return hashlib.sha256(f"{typeset.tools(typeset.TEMPLATE)} {content!r}".encode()).hexdigest()
