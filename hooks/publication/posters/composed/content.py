"""What a composed poster says: a record turned into the content of the template."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.points import cut, points
from publication.audits.prose import to_text
from publication.audits.sections import SECTIONS
from publication.posters.composed.poster import PosterContent, Section

if TYPE_CHECKING:
    from publication.audits.audit import Readable
    from publication.audits.catalogue import Collection
    from publication.audits.groups import PosterPoints
    from publication.audits.series import Series

LEADS = 5
"""Leads of a section at the most. The sheet shows as many as fit, and counts the rest."""

QUESTIONS = 2
"""Discussion points: what a team gets through in seven minutes."""

LONGEST_SUMMARY = 260
"""Characters: two sentences."""

LONGEST_AGES = 24
"""Characters of ages that can stand as a key number: longer ones are an explanation, for the page."""

HOLDING = (
    "What this audit taught has not been supplied yet. "
    "When it is, it will stand on this poster and at the address below."
)


def poster_content(
    audit: Readable, series: Series, catalogue: Collection[Any], address: str
) -> PosterContent:
    """The content of the poster of one audit. `address` is absolute, for print and for the QR code."""
    words, publisher = catalogue.vocabulary, catalogue.publisher
    return PosterContent(
        title=audit.title,
        series=series.title,
        publisher=publisher.name,
        palette=publisher.palette(series.palette),
        period=str(audit.period or ""),
        published=long_date(audit.published) if audit.published else "",
        review=str(audit.review or ""),
        topics=_first(6, tuple(words.topics[topic] for topic in audit.topics)),
        agencies=_first(6, tuple(words.agencies[agency] for agency in audit.agencies)),
        key_numbers=_key_numbers(audit),
        summary=cut(to_text(audit.summary), LONGEST_SUMMARY),
        sections=tuple(_section(key, text, audit.poster_points) for key, text in audit.sections.items()),
        holding_message=HOLDING,
        address=address,
        date=audit.published,
        seed=audit.slug,
        notice=notice(audit, catalogue, "poster"),
        watermark="Draft: not published" if audit.status == "draft" else "",
    )


def notice(audit: Readable, catalogue: Collection[Any], what: str) -> str:
    """What a reader of a poster or briefing must know first: that newer learning replaces it; or ""."""
    newer = catalogue.audit(audit.superseded_by)
    return f"Newer learning replaces this {what}: {newer.title}" if newer else ""


def _section(key: str, text: str, chosen: PosterPoints | None) -> Section:
    """The leads that may stand on the sheet, and how many there are on the page."""
    found = points(text)
    numbers = chosen.by_section.get(key, ()) if chosen else ()
    first = [found[number - 1] for number in numbers] or found[: QUESTIONS if key == "discussion" else LEADS]
    return Section(key, SECTIONS[key], tuple(point.short for point in first), len(found))  # type: ignore[arg-type]


def _first(most: int, names: tuple[str, ...]) -> tuple[str, ...]:
    """The first names of a long list, and how many are left out."""
    if len(names) <= most:
        return names
    return (*names[: most - 1], f"and {len(names) - most + 1} more")


def long_date(date: object) -> str:
    """`1 September 2019`."""
    return f"{date:%-d %B %Y}"


def _key_numbers(audit: Readable) -> tuple[tuple[str, str], ...]:
    sample, numbers = audit.sample, []
    if sample and sample.cases is not None:
        numbers.append((str(sample.cases), "case" if sample.cases == 1 else "cases"))
    if audit.agencies:
        numbers.append((str(len(audit.agencies)), "agency" if len(audit.agencies) == 1 else "agencies"))
    if sample and sample.ages and len(sample.ages) <= LONGEST_AGES:
        numbers.append((sample.ages, "years of age"))
    return tuple(numbers)
