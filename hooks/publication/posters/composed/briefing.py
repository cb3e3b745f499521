"""The briefing of an audit as PDF: two A4 pages at most, tagged, set by Typst beside the poster."""

from __future__ import annotations

import datetime  # noqa: TC003 - pydantic reads the type of `date`
import hashlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import typst

from publication.audits.blocks import Block, blocks
from publication.audits.brand import Palette  # noqa: TC001 - pydantic reads the type of `palette`
from publication.audits.briefing import COLUMNS, WAYS, Way, briefing_parts
from publication.audits.sample import sample_words
from publication.posters.composed import typeset
from publication.posters.composed.content import long_date, notice
from publication.posters.composed.typeset import ComposeError, page_code

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.audit import Readable
    from publication.audits.catalogue import Collection
    from publication.audits.series import Series

HINT = "There is a poster there too, and this briefing as a page that can be read aloud or in large print."


@dataclass(frozen=True)
class SetPart:
    """A part as the template sets it; `count` is the number of points that the record has."""

    heading: str
    blocks: tuple[Block, ...]
    leads: tuple[str, ...]
    count: int
    note: str
    is_numbered: bool


@dataclass(frozen=True)
class BriefingContent:
    """All that a briefing says and looks like. What is not known is empty and leaves no gap."""

    title: str
    name: str  # of the document, as readers' windows show it
    series: str
    publisher: str
    palette: Palette
    facts: tuple[tuple[str, str], ...]  # label, value: ("Audit period", "2018/19")
    ways: tuple[Way, ...]
    parts: tuple[SetPart, ...]
    columns: tuple[str, ...]
    hint: str
    address: str  # of the audit's page, absolute
    date: datetime.date | None
    notice: str
    watermark: str


def briefing_content(
    audit: Readable, series: Series, catalogue: Collection[Any], address: str
) -> BriefingContent:
    """The content of the briefing of one audit. `address` is absolute, for print and for the QR code."""
    return BriefingContent(
        title=audit.title,
        name=f"Briefing: {audit.title}",
        series=series.title,
        publisher=catalogue.publisher.name,
        palette=catalogue.publisher.palette(series.palette),
        facts=tuple(facts(audit, catalogue)),
        ways=WAYS,
        parts=tuple(
            SetPart(one.heading, blocks(one.text), one.leads, one.count, one.note, one.is_numbered)
            for one in briefing_parts(audit)
        ),
        columns=COLUMNS,
        hint=HINT,
        address=address,
        date=audit.published,
        notice=notice(audit, catalogue, "briefing"),
        watermark="Draft: not published" if audit.status == "draft" else "",
    )


def facts(audit: Readable, catalogue: Collection[Any]) -> Iterator[tuple[str, str]]:
    """What is known of the audit itself, each with its label, in words."""
    if audit.period:
        yield "Audit period", str(audit.period)
    if audit.published:
        yield "Published", long_date(audit.published)
    if audit.agencies:
        yield "Agencies", ", ".join(catalogue.vocabulary.agencies[one] for one in audit.agencies)
    if known := list(sample_words(audit.sample, catalogue.vocabulary)):
        yield "Sample", "; ".join(known)
    if audit.review:
        yield "To be looked at again", str(audit.review)


def compose_briefing(content: BriefingContent) -> bytes:
    """Return the briefing as PDF, one A4 page or two. Raises ComposeError."""
    made = {
        "palette": content.palette.model_dump(),
        "qr": page_code(content.address, content.palette.deep),
        "address": content.address,
    }
    try:
        return typeset.typeset("briefing.typ", asdict(content), made, date=content.date)
    except typst.TypstError as error:
        raise ComposeError(
            f"The briefing '{content.title}' could not be composed. "
            "Show this message to whoever maintains the site."
        ) from error


def digest(content: BriefingContent) -> str:
    """SHA-256, 64 hex digits, of all that shapes the briefing; known before anything is composed."""
    return hashlib.sha256(f"{typeset.tools(typeset.TEMPLATE)} {content!r}".encode()).hexdigest()
