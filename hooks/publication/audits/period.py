"""Months, financial years and the ranges of either in which audits took place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

from publication.audits.rule import Rule, keep, wrong

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip

YEAR = "(?:199[0-9]|20[0-9]{2})"
"""Local safeguarding arrangements of this kind begin with the Children Act 1989; beyond 2099 is a slip."""

YEARS = range(1990, 2100)
"""The same years."""

_ENDS = "|".join(f"{year:02}/{(year + 1) % 100:02}" for year in range(100))
_MONTH = "[0-9]{4}-[0-9]{2}"
_PART = "[0-9]{4}[-/][0-9]{2}"
_NO_YEAR = "no audit is of that year. Correct it."
_HOW = " Write a month (2018-10), a financial year (2018/19), or a range (2017/18 to 2018/19)."

MONTH_RULES = (
    Rule(f"^{_MONTH}$", "'{value}' is not a month.", " Write the year and the month: 2020-03"),
    Rule(f"^{YEAR}", f"'{{value}}' is not a month: {_NO_YEAR}"),
    Rule("-(?:0[1-9]|1[0-2])$", "'{value}' is not a month: months are 01 to 12. Correct it."),
)


def _mended(text: str) -> str:
    """What was meant by financial years that do not end in the next year."""
    near = re.sub("([0-9]{4})/[0-9]{2}", lambda year: str(FinancialYear(int(year[1]))), text)
    return f" Did you mean '{near}'?"


YEAR_RULES = (
    Rule("^[0-9]{4}/[0-9]{2}$", "'{value}' is not a financial year.", " Write it like this: 2018/19"),
    Rule(
        f"^[0-9]{{2}}(?:{_ENDS})$",
        "'{value}' is not a financial year.",
        " It ends in the year after it begins: 2018/19",
        _mended,
    ),
    Rule(f"^{YEAR}", f"'{{value}}' is not a financial year: {_NO_YEAR}"),
)
PERIOD_RULES = (
    Rule(f"^{_PART}(?: to {_PART})?$", "'{value}' is not a period.", _HOW),
    Rule(
        "^(?!.*-(?:00|1[3-9]|[2-9]))",
        "'{value}' is not a period: months are 01 to 12.",
        " Correct it, or write a financial year with a slash: 2018/19",
    ),
    Rule(
        f"^(?:(?:{_MONTH}|[0-9]{{2}}(?:{_ENDS}))(?: to |$))+$",
        "'{value}' is not a period: a financial year ends in the year after it begins.",
        " Write it like this: 2018/19",
        _mended,
    ),
    Rule(f"^{YEAR}.{{3}}(?: to {YEAR}.{{3}})?$", f"'{{value}}' is not a period: {_NO_YEAR}"),
    Rule("^(?:[^/]*|[^-]*)$", "'{value}' mixes a month and a financial year.", _HOW),
)
"""What the text of each must look like. That a period ends before it starts, no pattern can tell."""


@total_ordering
@dataclass(frozen=True)
class Month:
    """A calendar month, written `2018-10`."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Raises ValueError, in words for an editor."""
        year, month = keep(text, MONTH_RULES).split("-")
        return cls(int(year), int(month))

    @property
    def written(self) -> str:
        """As a record has it."""
        return f"{self.year}-{self.month:02}"

    @property
    def financial_year(self) -> FinancialYear:
        """In England local authorities' financial years begin on 1 April."""
        return FinancialYear(self.year if self.month >= 4 else self.year - 1)

    @property
    def first(self) -> dt.date:
        """The first day."""
        return dt.date(self.year, self.month, 1)

    @property
    def last(self) -> dt.date:
        """The last day."""
        following = dt.date(self.year + self.month // 12, self.month % 12 + 1, 1)
        return following - dt.timedelta(days=1)

    def __lt__(self, other: Month) -> bool:
        return (self.year, self.month) < (other.year, other.month)

    def __str__(self) -> str:
        return f"{MONTHS[self.month - 1]} {self.year}"


@total_ordering
@dataclass(frozen=True)
class FinancialYear:
    """The twelve months from 1 April of the year `start`, written `2018/19`."""

    start: int

    @classmethod
    def parse(cls, text: str) -> FinancialYear:
        """Raises ValueError, in words for an editor."""
        return cls(int(keep(text, YEAR_RULES)[:4]))

    @property
    def written(self) -> str:
        """As a record has it."""
        return str(self)

    @property
    def slug(self) -> str:
        """The name in an address, where a slash would be a folder: `2018-19`."""
        return str(self).replace("/", "-")

    @property
    def financial_year(self) -> FinancialYear:
        """Itself: a month and a financial year answer alike."""
        return self

    @property
    def first(self) -> dt.date:
        """1 April."""
        return dt.date(self.start, 4, 1)

    @property
    def last(self) -> dt.date:
        """31 March of the next year."""
        return dt.date(self.start + 1, 3, 31)

    def __lt__(self, other: FinancialYear) -> bool:
        return self.start < other.start

    def __str__(self) -> str:
        return f"{self.start}/{(self.start + 1) % 100:02}"


@dataclass(frozen=True)
class Period:
    """When an audit took place: from the first to the last month or financial year, often the same one."""

    start: Month | FinancialYear
    end: Month | FinancialYear

    @classmethod
    def parse(cls, text: str) -> Period:
        """Raises ValueError, in words for an editor."""
        parts = keep(text, PERIOD_RULES).split(" to ")
        ends = [FinancialYear.parse(part) if "/" in part else Month.parse(part) for part in parts]
        start, end = ends[0], ends[-1]
        if end.first < start.first:
            raise wrong("'{value}' ends before it starts. Write the earlier one first.", text)
        return cls(start, end)

    @property
    def written(self) -> str:
        """As a record has it."""
        if self.start == self.end:
            return self.start.written
        return f"{self.start.written} to {self.end.written}"

    @property
    def years(self) -> tuple[FinancialYear, ...]:
        """Every financial year that the period touches."""
        first, last = self.start.financial_year.start, self.end.financial_year.start
        return tuple(FinancialYear(year) for year in range(first, last + 1))

    @property
    def first(self) -> dt.date:
        """Its first day."""
        return self.start.first

    @property
    def last(self) -> dt.date:
        """Its last day."""
        return self.end.last

    def __str__(self) -> str:
        return str(self.start) if self.start == self.end else f"{self.start} to {self.end}"
