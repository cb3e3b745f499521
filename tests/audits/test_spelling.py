"""Days, months and periods are spelt as records spell them only where their meaning is certain."""

from __future__ import annotations

import pytest

from publication.audits.dates import asked_day, spelt_day, spelt_month, spelt_period


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("2019-9-1", "2019-09-01"),
        ("1 September 2019", "2019-09-01"),
        ("1st Sept. 2019", "2019-09-01"),
        ("03/04/2019", "03/04/2019"),
        ("03/25/2019", "03/25/2019"),
        ("2019-25-3", "2019-25-3"),
        ("31 September 2019", "31 September 2019"),
    ],
)
def test_days(typed: str, spelt: str) -> None:
    """The order of day and month is never guessed, and a day that is none stays as it is."""
    assert spelt_day(typed) == spelt


@pytest.mark.parametrize(
    ("typed", "spelt"), [("2020-3", "2020-03"), ("march 2020", "2020-03"), ("03/2020", "03/2020")]
)
def test_months(typed: str, spelt: str) -> None:
    """A month's name is certain."""
    assert spelt_month(typed) == spelt


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("2018/2019", "2018/19"),
        ("2018-19", "2018/19"),
        ("2009-10", "2009-10"),
        ("2018-20", "2018-20"),
        ("1999-2000", "1999/00"),
        ("2017/18 - 2018/19", "2017/18 to 2018/19"),
        ("2017/18–2018/19", "2017/18 to 2018/19"),
        ("October 2018 to March 2019", "2018-10 to 2019-03"),
        ("last year", "last year"),
        ("a - b - c", "a - b - c"),
    ],
)
def test_periods(typed: str, spelt: str) -> None:
    """Years that follow each other are a financial year, unless they could be a year and a month."""
    assert spelt_period(typed) == spelt


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("03/25/2019", " For 25 March 2019 write 2019-03-25."),
        ("03/04/2019", " For 3 April 2019 write 2019-04-03. For 4 March 2019 write 2019-03-04."),
        ("03/03/2019", " For 3 March 2019 write 2019-03-03."),
        ("2019-25-03", " For 25 March 2019 write 2019-03-25."),
        ("31/09/2019", ""),
        ("spring", ""),
    ],
)
def test_what_is_asked(typed: str, asked: str) -> None:
    """Of a day in figures the editor is told how to write each that it may be."""
    assert asked_day(typed) == asked
