"""The cycles of a series: their audits, and what is known of each as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publication.audits.period import FinancialYear
    from publication.audits.public import PublicAudit
    from publication.audits.series import Series
    from publication.views.site import Site

IN_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


@dataclass(frozen=True)
class Cycle:
    """One cycle: what readers call it, its audits, and how many topics it has, named in a record or not.

    Of one that `has_begun`, something is published or still to come, so that its progress can be told.
    """

    name: str
    audits: tuple[PublicAudit, ...]
    topics: int
    has_begun: bool

    @property
    def facts(self) -> str:
        """`Six topics, two known`; "" where every topic has a record, as the list shows by itself."""
        if self.topics <= len(self.audits):
            return ""
        return f"{_words(self.topics).capitalize()} topics, {_words(len(self.audits))} known"


def _words(number: int) -> str:
    return IN_WORDS[number] if number < len(IN_WORDS) else str(number)


def cycles(site: Site, series: Series) -> tuple[Cycle, ...]:
    """The cycles of a series that has them, the latest first.

    The cycle of audits without a period has its place by the year in its name, or it is the last.
    """
    if not series.cycle:
        return ()
    groups: dict[FinancialYear | None, list[PublicAudit]] = {year: [] for year in series.cycles}
    for audit in site.of_series(series.slug):
        groups.setdefault(audit.period.years[-1] if audit.period else None, []).append(audit)
    latest_first = sorted(groups, key=lambda year: _place(year, series), reverse=True)
    return tuple(_cycle(site, series, year, tuple(groups[year])) for year in latest_first)


def _place(year: FinancialYear | None, series: Series) -> int:
    if year:
        return year.start
    found = re.search(r"\b(?:19|20)[0-9]{2}\b", series.undated or "")
    return int(found[0]) if found else 0


def _cycle(site: Site, series: Series, year: FinancialYear | None, audits: tuple[PublicAudit, ...]) -> Cycle:
    facts = series.cycles.get(year) if year else None
    return Cycle(
        name=f"Cycle {year}" if year else series.undated or "Cycle not stated",
        audits=audits,
        topics=max(len(audits), facts.topics or 0) if facts else len(audits),
        has_begun=any(audit.is_published or site.is_to_come(audit) for audit in audits),
    )


def cycle_of(site: Site, audit: PublicAudit) -> str | None:
    """The name of the cycle that an audit belongs to: `2018/19`, `About 2022`; None where it is not known."""
    series = site.series(audit.series)
    if not series.cycle:
        return None
    return str(audit.period.years[-1]) if audit.period else series.undated
