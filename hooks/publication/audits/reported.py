"""What a partnership reported about a series, and where the records have more than that.

A report is a fact about the day on which it was made. An audit that is added later does not make it wrong, so
more records than were reported are worth a look and no mistake; fewer are audits that are not here yet.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import BeforeValidator, Field

from publication.audits.fields import CalendarYear, Fields, Text, WholeNumber, YearField
from publication.audits.period import FinancialYear, Period
from publication.audits.statuses import COMPLETED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publication.audits.audit import Readable
    from publication.audits.problem import Problem


class Reported(Fields):
    """How many audits the partnership said that it completed, and in which year it said so."""

    on: CalendarYear
    totals: Annotated[dict[YearField, WholeNumber], Field(min_length=1)]
    note: Text | None = None
    """What a reader should know about these totals."""


def _with_its_year(value: Any) -> Any:
    """Totals alone, as records once had them, are told what they lack in one message."""
    if isinstance(value, dict) and value and all(re.match(r"\d", str(key)) for key in value):
        totals = ", ".join(f"{year}: {number}" for year, number in value.items())
        how = f"Write, with the year of the report: reported: {{on: YEAR, totals: {{{totals}}}}}"
        raise ValueError(f"says how many, but not when that was reported. {how}")
    return value


ReportedField = Annotated[Reported | None, BeforeValidator(_with_its_year)]


@dataclass(frozen=True)
class Excess:
    """A year, or a run of years, of which there are more records than were reported; the newest is last."""

    period: Period
    reported: int
    records: tuple[Readable, ...]


def excesses(reported: Reported, audits: Iterable[Readable]) -> list[Excess]:
    """Each year with too many records of its own; where there is none, each run of years with too many.

    `audits` are those of one series. An audit whose period is a range counts for the run alone, because
    nobody knows its year.
    """
    completed = [audit for audit in audits if audit.period and audit.status in COMPLETED]
    found: list[Excess | None] = []
    for run in _runs(sorted(reported.totals)):
        single = [_excess(reported, [year], completed) for year in run]
        found += [one for one in single if one] or [_excess(reported, run, completed)]
    return [one for one in found if one]


def more_than_reported(reported: Reported, audits: Iterable[Readable]) -> Iterator[Problem]:
    """A warning at the newest record of each excess."""
    for excess in excesses(reported, audits):
        were = f"{excess.reported} {'was' if excess.reported == 1 else 'were'} reported in {reported.on}"
        said = f"with this audit there are {len(excess.records)} of {excess.period}, but {were}."
        how = "Check the period. If it is right, leave it: the site shows both numbers."
        yield excess.records[-1].warning("period", f"{said} {how}")


def _runs(years: list[FinancialYear]) -> list[list[FinancialYear]]:
    """Years that follow each other, together."""
    runs: list[list[FinancialYear]] = []
    for year in years:
        if runs and runs[-1][-1].start + 1 == year.start:
            runs[-1].append(year)
        else:
            runs.append([year])
    return runs


def _excess(reported: Reported, years: list[FinancialYear], completed: list[Readable]) -> Excess | None:
    number = sum(reported.totals[year] for year in years)
    within = [audit for audit in completed if audit.period and set(audit.period.years) <= set(years)]
    if len(within) <= number:
        return None
    return Excess(Period(years[0], years[-1]), number, tuple(sorted(within, key=_newest_last)))


def _newest_last(audit: Readable) -> tuple[dt.date, int, str]:
    """By the day of publication; without one, the more exact period is the more recent work."""
    years = len(audit.period.years) if audit.period else 0
    return (audit.published or dt.date.min, -years, audit.slug)
