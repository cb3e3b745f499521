"""Months, financial years and the ranges of either in which audits took place."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
YEARS = range(1990, 2100)
"""Local safeguarding arrangements of this kind begin with the Children Act 1989; beyond 2099 is a slip."""

HOW = "Write a month (2018-10), a financial year (2018/19), or a range (2017/18 to 2018/19)."
MONTH_OR_YEAR = "Correct it, or write a financial year with a slash: 2018/19"


@total_ordering
@dataclass(frozen=True)
class Month:
    """A calendar month, written `2018-10`."""

    year: int
    month: int

    @classmethod
    def parse(cls, text: str, how: str = "Correct it.") -> Month:
        """Raises ValueError, in words for an editor; `how` says what to do about month 13."""
        match = re.fullmatch(r"([0-9]{4})-([0-9]{2})", text)
        if not match:
            raise ValueError(f"'{text}' is not a month. Write the year and the month: 2020-03")
        year, month = int(match[1]), int(match[2])
        if year not in YEARS:
            raise ValueError(f"'{text}' is not a month: no audit is of that year. Correct it.")
        if not 1 <= month <= 12:
            raise ValueError(f"'{text}' is not a month: months are 01 to 12. {how}")
        return cls(year, month)

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
        match = re.fullmatch(r"([0-9]{4})/([0-9]{2})", text)
        if not match:
            raise ValueError(f"'{text}' is not a financial year. Write it like this: 2018/19")
        year = cls(int(match[1]))
        if str(year) != text:
            raise ValueError(f"'{text}' is not a financial year. Did you mean '{year}'?")
        if year.start not in YEARS:
            raise ValueError(f"'{text}' is not a financial year: no audit is of that year. Correct it.")
        return year

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
        parts = [part.strip() for part in text.split(" to ")]
        if len(parts) > 2 or not all(re.fullmatch(r"[0-9]{4}[-/][0-9]{2}", part) for part in parts):
            raise ValueError(f"'{text}' is not a period. {HOW}")
        ends = [
            FinancialYear.parse(part) if "/" in part else Month.parse(part, how=MONTH_OR_YEAR)
            for part in parts
        ]
        start, end = ends[0], ends[-1]
        if type(start) is not type(end):
            raise ValueError(f"'{text}' mixes a month and a financial year. {HOW}")
        if end.first < start.first:
            raise ValueError(f"'{text}' ends before it starts. Write the earlier one first.")
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
