"""A series of audits: who commissions it, what it is, and what is known of its cycles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field, ValidationError

from publication.audits.choice import listed, one_of
from publication.audits.fields import Date, Fields, Line, Slug, WholeNumber, YearField
from publication.audits.findings import name_problem, problems_of
from publication.audits.problem import KnowsItsLines, Problem
from publication.audits.reported import ReportedField
from publication.audits.source.frontmatter import read_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

FOLDER = "content/series"


class Committee(Fields):
    """A committee that the series belongs or belonged to; the dates are the days of the change."""

    name: Line
    since: Date | None = None
    until: Date | None = None

    def serves(self, first: dt.date, last: dt.date) -> bool:
        """Whether it is there on some day from `first` to `last`; the day of a change is the successor's."""
        has_begun = self.since is None or self.since <= last
        return has_begun and (self.until is None or self.until > first)


class CycleFacts(Fields):
    """What is known of one cycle as a whole, beside its records."""

    topics: WholeNumber | None = None
    """How many topics it has, also those that no record names."""


class SeriesFields(Fields):
    """The front matter of a series."""

    title: Line
    order: WholeNumber
    """Its place among the series, from 1."""
    palette: Annotated[Line, listed("palettes", "a palette")]
    """The name of a palette in `content/publication.yml`."""
    committees: tuple[Committee, ...] = ()
    reported: ReportedField = None
    """How many audits the partnership said that it completed in a year, and when it said so."""
    planned: dict[YearField, WholeNumber] = Field(default_factory=dict)
    """How many audits the partnership said it plans for a year."""
    cycle: Annotated[Line, one_of("a kind of cycle", "financial-year")] | None = None
    """Whether its audits come in cycles, each shown with how far it is."""
    cycles: dict[YearField, CycleFacts] = Field(default_factory=dict)
    """What is known of a cycle, by its year."""
    undated: Line | None = None
    """The name of the cycle that its records without a period belong to, and that is over: About 2022"""


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
    return series, list(_policy(series))


def _policy(series: Series) -> Iterator[Problem]:
    """What fields must say together."""
    stated = [key for key in ("cycles", "undated") if getattr(series, key)]
    if stated and not series.cycle:
        said = f"'{stated[0]}' is for a series with cycles. Write also: cycle: financial-year"
        yield series.problem(stated[0], said)


WITHOUT = Series.model_construct(title="", order=0, palette="", slug="", file="", introduction="", lines={})
"""What stands for the series of an audit in a publication that has none. It is in no catalogue."""
