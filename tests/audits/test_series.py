"""The totals that a series reports, held against its records."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.period import FinancialYear, Period
from publication.audits.series import unborne_total

FIRST = 2015
spans = st.tuples(st.integers(0, 4), st.integers(0, 4)).map(
    lambda ends: tuple(FinancialYear(FIRST + n) for n in range(min(ends), max(ends) + 1))
)
reported = st.dictionaries(
    st.integers(0, 4).map(lambda n: FinancialYear(FIRST + n)), st.integers(0, 3), max_size=4
)


def can_be_shared_out(totals: dict[FinancialYear, int], audits: list[tuple[FinancialYear, ...]]) -> bool:
    """Try every way to give each audit one of its years."""
    return any(
        all(choice.count(year) == total for year, total in totals.items()) for choice in product(*audits)
    )


@given(reported, st.lists(spans, max_size=5))
def test_agrees_with_trying_every_way(
    totals: dict[FinancialYear, int], audits: list[tuple[FinancialYear, ...]]
) -> None:
    """Totals are borne out just where some sharing-out of the audits over their years gives them."""
    assert (unborne_total(totals, audits) is None) is can_be_shared_out(totals, audits)


@pytest.mark.parametrize(
    ("totals", "periods", "said"),
    [
        ({}, ["2018/19"], None),
        ({"2017/18": 4, "2018/19": 5}, ["2017/18 to 2018/19"] * 9, None),
        (
            {"2017/18": 4, "2018/19": 5},
            ["2017/18 to 2018/19"] * 8,
            "9 reported for 2017/18 to 2018/19, but the records have 8.",
        ),
        ({"2018/19": 1}, ["2018-10", "2018-11"], "1 reported for 2018/19, but the records have 2."),
        ({"2018/19": 1}, [], "1 reported for 2018/19, but the records have 0."),
        ({"2018/19": 1}, ["2018/19", "2019/20"], None),
        (
            {"2015/16": 1, "2017/18": 1, "2019/20": 1},
            ["2015/16 to 2019/20", "2016/17 to 2017/18", "2016/17 to 2017/18"],
            "the totals reported for 2015/16 to 2019/20 need more audits than the records have.",
        ),
    ],
)
def test_words(totals: dict[str, int], periods: list[str], said: str | None) -> None:
    """The first years that do not agree are named, with both numbers."""
    years = {FinancialYear.parse(year): number for year, number in totals.items()}
    assert unborne_total(years, [Period.parse(period).years for period in periods]) == said
