"""Counts by which somebody could tell who is meant are found, and no other numbers."""

from __future__ import annotations

import pytest

from guard.sentences import innocent
from publication.guard.passage import Passage
from publication.guard.small_numbers import small_numbers

SMALL = [
    "In one case the plan was late.",
    "In 2 cases nobody asked.",
    "Three of the children moved home.",
    "Two of the nine cases had no plan.",
    "Three of nine had no plan.",
    "Seven families were visited.",
    "Two older siblings were seen.",
    "33% of the cases had no chronology.",
    "50 per cent of 6 children were seen.",
    "4 looked after children moved.",
]
NOT_SMALL = [
    "Nine cases were audited.",
    "12 of the 40 families were visited.",
    "More than one child spoke of it.",
    "1 in 5 children has poor sleep.",
    "Year 6 pupils and key stage 2 children.",
    "One family, one plan.",
    "Talk with one child at a time.",
    "Section 7 cases",
    "3 Family Hubs and 2 Children's Homes",
    "None of the children was asked.",
    "84% of plans were good.",
    "80% of 200 families were visited.",
    "A two-parent family",
    "Think of the last three families that you met.",
    "Ask six parents what a good meeting was like.",
]


@pytest.mark.parametrize("sentence", SMALL)
def test_small_counts_are_found(sentence: str) -> None:
    """In words and digits, and shares of a known number; here nine cases were looked at."""
    assert small_numbers(Passage("x", sentence, "record"), 8, 9)


@pytest.mark.parametrize("sentence", NOT_SMALL)
def test_other_numbers_are_none(sentence: str) -> None:
    """Rates, limits, ranges, years, titles, and counts that are large enough."""
    assert small_numbers(Passage("x", sentence, "record"), 8, 9) == []


def test_the_limit_is_the_publications_own() -> None:
    """Four is small where five is the limit, and six is not."""
    text = Passage("x", "We saw 4 families and 6 carers.", "record")
    assert small_numbers(text, 5) == [(1, 8)]


def test_words_of_a_poster_are_not_looked_at() -> None:
    """What a poster says was published with it."""
    facts = "poster_text: |\n  In two cases nobody asked.\n\n  Three families moved.\ntopics: []"
    text = f"---\n{facts}\n---\nTwo cases"
    assert small_numbers(Passage("x", text, "record"), 8) == [(8, 1)]


def test_few_innocent_sentences_have_a_small_count() -> None:
    """Of the field's sentences only those that count a few families or cases do."""
    texts = {one.text for one in innocent() if small_numbers(one, 8)}
    assert texts == {
        "Family Court proceedings began in 4 cases; Crown Court in none.",
        "The Graded Care Profile 2 was used in six of ten cases of neglect.",
    }
