"""Months, financial years and ranges."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.period import FinancialYear, Month, Period

months = st.builds(Month, st.integers(1990, 2099), st.integers(1, 12))
years = st.builds(FinancialYear, st.integers(1990, 2099))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2018-10", "October 2018"),
        ("2018/19", "2018/19"),
        ("1999/00", "1999/00"),
        ("2017/18 to 2018/19", "2017/18 to 2018/19"),
        ("2018-10 to 2019-02", "October 2018 to February 2019"),
        ("2018-10 to 2018-10", "October 2018"),
    ],
)
def test_words(text: str, words: str) -> None:
    """A reader sees a month in words, and a range of one as that one."""
    assert str(Period.parse(text)) == words


@pytest.mark.parametrize(
    "text", ["2018", "18/19", "2018/20", "2018-00", "2018-13", "2018/19 to", "2018-1", ""]
)
def test_nonsense(text: str) -> None:
    """What is no period is refused in words that quote it."""
    with pytest.raises(ValueError, match=r"^'"):
        Period.parse(text)


@pytest.mark.parametrize("month", range(1, 13))
def test_financial_year_of_each_month(month: int) -> None:
    """January to March belong to the year that began the April before."""
    assert str(Month(2018, month).financial_year) == ("2017/18" if month < 4 else "2018/19")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2018-03", ["2017/18"]),
        ("2018-04", ["2018/19"]),
        ("2018-03 to 2018-04", ["2017/18", "2018/19"]),
        ("2017/18 to 2019/20", ["2017/18", "2018/19", "2019/20"]),
    ],
)
def test_years(text: str, expected: list[str]) -> None:
    """A range belongs to each financial year that it touches."""
    assert [str(year) for year in Period.parse(text).years] == expected


def test_first_and_last_day() -> None:
    """A financial year runs from 1 April to 31 March, a month to its last day, leap years too."""
    assert Period.parse("2018/19").first == dt.date(2018, 4, 1)
    assert Period.parse("2018/19").last == dt.date(2019, 3, 31)
    assert Period.parse("2019-12 to 2020-02").last == dt.date(2020, 2, 29)
    assert Month(2018, 12).last == dt.date(2018, 12, 31)


def test_name_in_an_address() -> None:
    """A slash would be a folder."""
    assert FinancialYear(2018).slug == "2018-19"


@given(months | years)
def test_what_is_written_is_read_again(one: Month | FinancialYear) -> None:
    """A month and a year come back as they were."""
    assert type(one).parse(one.written) == one


@given(st.tuples(months, months) | st.tuples(years, years))
def test_periods_that_are_written_are_read_again(ends: tuple[Month, Month]) -> None:
    """A period comes back as it was, and its text too."""
    period = Period(min(ends), max(ends))
    assert Period.parse(period.written) == period
    assert Period.parse(period.written).written == period.written


@given(years)
def test_a_year_reads_as_it_is_written(year: FinancialYear) -> None:
    """Readers see a financial year as editors type it."""
    assert str(FinancialYear.parse(str(year))) == str(year)


@given(months, months)
def test_years_cover_the_days(one: Month, other: Month) -> None:
    """The first and the last day of a period lie in its first and its last year."""
    period = Period(min(one, other), max(one, other))
    assert period.years[0].first <= period.first <= period.years[0].last
    assert period.years[-1].first <= period.last <= period.years[-1].last


@given(st.text(alphabet="0123456789-/ to", max_size=24))
def test_every_text_is_a_period_or_refused_in_words(text: str) -> None:
    """Nothing that looks like a period makes the reader fall over."""
    try:
        Period.parse(text)
    except ValueError as error:
        told = str(error)
    else:
        told = "'accepted'"
    assert told.startswith("'")
