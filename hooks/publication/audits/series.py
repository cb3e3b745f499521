"""A series of audits: who commissions it, what it is, and what the partnership reported about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationError

from publication.audits.choice import listed, one_of
from publication.audits.fields import Date, Fields, Line, Slug, Text, WholeNumber, YearField
from publication.audits.findings import name_problem, problems_of
from publication.audits.problem import KnowsItsLines, Problem
from publication.audits.source.frontmatter import read_document

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from publication.audits.period import FinancialYear

FOLDER = "content/series"


class Committee(Fields):
    """A committee that the series belongs or belonged to; the dates are the days of the change."""

    name: Line
    since: Date | None = None
    until: Date | None = None


class SeriesFields(Fields):
    """The front matter of a series."""

    title: Line
    order: WholeNumber
    """Its place among the series, from 1."""
    palette: Annotated[Line, listed("palettes", "a palette")]
    """The name of a palette in `content/publication.yml`."""
    committees: tuple[Committee, ...] = ()
    reported: dict[YearField, WholeNumber] = Field(default_factory=dict)
    """How many audits the partnership said it completed in a year. The records must bear it out."""
    planned: dict[YearField, WholeNumber] = Field(default_factory=dict)
    """How many audits the partnership said it plans for a year."""
    cycle: Annotated[Line, one_of("a kind of cycle", "financial-year")] | None = None
    """Whether its audits come in cycles, each shown with how far it is."""
    reported_note: Text | None = None
    """What a reader should know about these totals."""


class Series(SeriesFields, KnowsItsLines):
    """A series as published."""

    slug: Slug
    file: str
    introduction: str
    """Markdown."""

    lines: dict[str, int]
    """The line of each key of the front matter, for problems that only show between records."""


def read_series(path: Path, file: str, context: dict[str, Any]) -> tuple[Series | None, list[Problem]]:
    """One series, or what is wrong with it."""
    document = read_document(path, file)
    problems = list(document.problems)
    if () in document.spoilt:
        return None, problems
    problems += name_problem(path, file)
    if not document.body.strip():
        said = "has no introduction. Write one below the second row of ---"
        problems.append(Problem(file, document.body_line, said, column=1))
    try:
        fields = SeriesFields.model_validate(document.fields, context=context)
    except ValidationError as error:
        return None, [*problems, *problems_of(error, SeriesFields, document)]
    if problems:
        return None, problems
    series = Series.model_construct(
        **dict(fields),
        slug=path.stem,
        file=file,
        introduction=document.body.strip(),
        lines=document.key_lines,
    )
    return series, []


def unborne_total(reported: dict[FinancialYear, int], spans: list[tuple[FinancialYear, ...]]) -> str | None:
    """Why no sharing-out of the audits over their years gives the reported totals; None where one does.

    `spans` holds the years that each completed audit may belong to, each a run of years. By Hall's theorem
    for such runs it is enough to look at every run of years: the audits that fall wholly within it
    must not be more than were reported for it, and those that touch it not fewer. Where the reported
    years have gaps, runs are not enough for the latter: an audit may serve both ends of a run but once.
    """
    years = sorted(reported)
    for first in range(len(years)):
        for last in range(first, len(years)):
            run = set(years[first : last + 1])
            total = sum(reported[year] for year in run)
            within = sum(1 for span in spans if set(span) <= run)
            touching = sum(1 for span in spans if set(span) & run)
            if within > total or touching < total:
                named = f"{years[first]}" if first == last else f"{years[first]} to {years[last]}"
                found = within if within > total else touching
                return f"{total} reported for {named}, but the records have {found}."
    if not _can_be_filled(reported, spans):
        return f"the totals reported for {years[0]} to {years[-1]} need more audits than the records have."
    return None


def _can_be_filled(reported: dict[FinancialYear, int], spans: list[tuple[FinancialYear, ...]]) -> bool:
    """Whether each year, in turn, finds its number of audits; those that end first are taken first."""
    left = sorted(spans, key=lambda span: span[-1])
    for year in sorted(reported):
        serving = [span for span in left if year in span][: reported[year]]
        if len(serving) < reported[year]:
            return False
        for span in serving:
            left.remove(span)
    return True
