"""Where an audit stands for readers, and which committees it names: what follows from its period."""

from __future__ import annotations

import datetime as dt

import pytest

from publication.audits.cycle import NOT_SUPPLIED, shown_as, when
from views.sample_site import audit, series

ENDS = dt.date(2019, 3, 31)
"""The last day of the financial year 2018/19."""
CYCLE = series(cycle="financial-year")
UNDATED = series(cycle="financial-year", undated="About 2022")


@pytest.mark.parametrize("status", ["planned", "coming-soon"])
def test_a_topic_of_a_cycle_that_is_over(status: str) -> None:
    """On the day after the year's last, it is no longer to come."""
    topic = audit(status=status, period="2018/19")
    assert shown_as(topic, CYCLE, ENDS) == status
    assert shown_as(topic, CYCLE, ENDS + dt.timedelta(days=1)) == NOT_SUPPLIED


@pytest.mark.parametrize(
    ("period", "shown"),
    [("2018-06", NOT_SUPPLIED), ("2017/18 to 2018/19", NOT_SUPPLIED), ("2018/19 to 2019/20", "planned")],
)
def test_the_year_that_a_period_ends_in(period: str, shown: str) -> None:
    """A month belongs to its financial year, a range to its last."""
    assert shown_as(audit(status="planned", period=period), CYCLE, dt.date(2019, 4, 1)) == shown


def test_without_a_period() -> None:
    """It is over where the series names the cycle of such records, else it may still come."""
    topic = audit(status="planned")
    assert shown_as(topic, CYCLE, ENDS) == "planned"
    assert shown_as(topic, UNDATED, ENDS) == NOT_SUPPLIED
    assert (when(topic, CYCLE), when(topic, UNDATED)) == ("", "About 2022")
    assert when(audit(period="2018/19"), UNDATED) == "2018/19"


def test_a_month_to_come_is_the_editors_word() -> None:
    """While its learning is expected it is still to come, though the cycle is over; then no longer."""
    topic = audit(status="coming-soon", period="2018/19", expected="2019-06")
    assert shown_as(topic, CYCLE, dt.date(2019, 6, 30)) == "coming-soon"
    assert shown_as(topic, CYCLE, dt.date(2019, 7, 1)) == NOT_SUPPLIED


@pytest.mark.parametrize("status", ["draft", "published"])
def test_other_statuses_stay(status: str) -> None:
    """What is published, and what nobody sees, is shown as it is."""
    assert shown_as(audit(status=status, period="2018/19"), CYCLE, dt.date(2026, 1, 1)) == status


def test_a_series_without_cycles() -> None:
    """Outside of cycles nothing is over: an audit may come late."""
    topic = audit(status="coming-soon", period="2018/19")
    assert shown_as(topic, series(), dt.date(2026, 1, 1)) == "coming-soon"


@pytest.mark.parametrize(
    ("first", "last", "named"),
    [
        ("2018-04-01", "2019-03-31", ["Old"]),
        ("2019-04-01", "2020-03-31", ["Old", "New"]),
        ("2019-08-31", "2019-08-31", ["Old"]),
        ("2019-09-01", "2019-09-01", ["New"]),
        ("2024-04-01", "2025-03-31", ["New"]),
    ],
)
def test_committees_of_a_time(first: str, last: str, named: list[str]) -> None:
    """Those that were there on some day of it; the day of the change is the successor's."""
    committees = [{"name": "Old", "until": "2019-09-01"}, {"name": "New", "since": "2019-09-01"}]
    of = series(committees=committees)
    days = (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert [one.name for one in of.committees if one.serves(*days)] == named
