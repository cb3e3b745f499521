"""What a partnership reported about a series, held against its records."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.reported import Reported, excesses
from views.sample_site import audit

YEARS = ("2016/17", "2017/18", "2018/19", "2020/21")
totals = st.dictionaries(st.sampled_from(YEARS), st.integers(0, 3), min_size=1)


def reported(**totals: int) -> Reported:
    """What was reported in 2019: `reported(y2018=5)` is five audits of 2018/19."""
    years = {f"{year[1:]}/{int(year[3:]) + 1:02}": str(number) for year, number in totals.items()}
    return Reported.model_validate({"on": "2019", "totals": years})


def told(report: Reported, *audits: object) -> list[tuple[str, int, list[str]]]:
    """Of each excess its years, what was reported, and the records."""
    found = excesses(report, audits)  # type: ignore[arg-type]
    return [(str(one.period), one.reported, [each.slug for each in one.records]) for one in found]


@given(totals)
def test_what_was_reported_is_no_excess(totals: dict[str, int]) -> None:
    """As many records as were reported, or fewer, are nothing to look at."""
    report = Reported.model_validate(
        {"on": "2019", "totals": {year: str(number) for year, number in totals.items()}}
    )
    audits = [audit(f"{n}", period=year) for year, number in totals.items() for n in range(number)]
    assert excesses(report, audits) == []
    assert excesses(report, audits[1:]) == []


def test_an_old_audit_that_is_added_later() -> None:
    """Where all records have the range of both years, one more is too many for the two years together."""
    audits = [audit(f"range-{n}", period="2017/18 to 2018/19") for n in range(9)]
    [(years, number, slugs)] = told(reported(y2017=4, y2018=5), *audits, audit("old", period="2017/18"))
    assert (years, number, slugs[-1]) == ("2017/18 to 2018/19", 9, "old")


def test_each_year_by_itself() -> None:
    """A year of which there are too many is named alone; months count in their financial years."""
    audits = [audit("a", period="2017-06"), audit("b", period="2018-03"), audit("c", period="2018/19")]
    assert told(reported(y2017=1, y2018=1), *audits) == [("2017/18", 1, ["a", "b"])]


def test_years_with_a_gap() -> None:
    """Nothing is said of years that the report leaves out."""
    audits = [audit("a", period="2016/17"), audit("b", period="2017/18"), audit("c", period="2017/18")]
    assert told(reported(y2016=1, y2018=1), *audits) == []


@pytest.mark.parametrize("status", ["draft", "planned", "coming-soon"])
def test_only_completed_audits_count(status: str) -> None:
    """What is not completed was in no report."""
    assert told(reported(y2018=1), audit(), audit("b", status=status, period="2018/19")) == []


def test_a_withdrawn_audit_was_completed() -> None:
    """Withdrawing an audit changes no count."""
    gone = {"on": "2026-01-01", "why": "The guidance has changed."}
    withdrawn = audit("b", status="withdrawn", period="2018/19", withdrawn=gone)
    assert told(reported(y2018=1), audit(), withdrawn) == [("2018/19", 1, ["b", "neglect"])]


def test_the_newest_is_last() -> None:
    """By the day of publication: that is the record at which an editor is told."""
    audits = [audit("a", published="2026-02-01"), audit("b"), audit("c", published="2025-02-01")]
    assert told(reported(y2018=1), *audits) == [("2018/19", 1, ["b", "c", "a"])]
