"""Answers of editors: tidied, judged by the model, and made into a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.period import Period
from publication.audits.source.text import CONTROL
from publication.cli.adding.answer import line, problem_of, proposed_slug, slug_problem, text

TOPICS = {"topics": ["neglect", "missing"]}


def test_pasted_words_are_tidied() -> None:
    """Tabs, fixed spaces and line ends become spaces; what nobody sees goes; curly quotation marks stay."""
    assert (
        line("\ufeff “Good\tenough”\N{NO-BREAK SPACE}care \r\n in\u2028 2018\x07 ")
        == "“Good enough” care in 2018"
    )


def test_pasted_paragraphs_keep_their_lines() -> None:
    """Text of several lines is tidied line by line."""
    assert text("\n One\ttwo \r\n\r\nthree\x0bfour\n\n") == "One two\n\nthree\nfour"


@given(st.text())
def test_tidied_words_hold_nothing_that_is_refused(typed: str) -> None:
    """Whatever was pasted, no control character is left, and tidying twice changes nothing."""
    for tidy in (line, text):
        assert not CONTROL.search(tidy(typed))
        assert tidy(tidy(typed)) == tidy(typed)


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("title", "", "'title' is empty. Write it."),
        ("title", "a < b", "'title' has a '<' in it. Use words instead."),
        ("topics", [], "'topics' needs at least one entry."),
        ("topics", ["neglct"], "'neglct' is not a topic. Did you mean 'neglect'?"),
        ("topics", ["neglect", "neglect"], "'topics' has 'neglect' twice. Keep one."),
        ("title", "Yes", None),
        ("period", "2018/19", None),
        ("published", "2026-02-30", "'2026-02-30' is not a date: there is no such day. Correct it."),
    ],
)
def test_an_answer_is_judged_by_the_model(key: str, value: object, problem: str | None) -> None:
    """One field alone gets the words that the check has for it in a record."""
    assert problem_of(key, value, TOPICS) == problem


def test_american_dates_get_the_words_of_the_check() -> None:
    """No guess is made which number is the month."""
    assert "'10/31/2018' is not a period." in str(problem_of("period", "10/31/2018", {}))
    assert "'10/31/2018' is not a date." in str(problem_of("published", "10/31/2018", {}))


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Neglect: what's \"good enough\"?", "neglect-whats-good-enough"),
        ("Section 11/175 – Safer Workforce", "section-11-175-safer-workforce"),
        ("Neglect & Use of the Graded Care Profile", "neglect-and-use-of-the-graded-care-profile"),
        ("Ångström’s Straße, Œuvre, Søren Łódź", "angstroms-strasse-oeuvre-soren-lodz"),
        ("2018", "2018"),
        ("🙂 #1", "1"),
        ("安全", ""),
        ("---", ""),
        ("A title of words " * 5, "a-title-of-words-a-title-of-words-a-title-of-words-a-title"),
    ],
)  # fmt: skip
def test_a_name_is_proposed_from_the_title(title: str, slug: str) -> None:
    """Small letters, digits and hyphens, in whole words; none where the title has no Latin letter."""
    assert proposed_slug(title, None, ()) == slug


def test_a_name_that_is_taken_is_not_proposed() -> None:
    """The period tells two audits of one title apart; then a number does."""
    period = Period.parse("2017/18 to 2018/19")
    taken = {"neglect"}
    assert proposed_slug("Neglect", period, taken) == "neglect-2017-18-2018-19"
    taken |= {"neglect-2017-18-2018-19", "neglect-2"}
    assert proposed_slug("Neglect", period, taken) == "neglect-3"
    assert proposed_slug("Neglect", None, taken) == "neglect-3"


@given(st.text(), st.sets(st.sampled_from(["a", "b", "a-2"])))
def test_every_proposal_is_a_name(title: str, taken: set[str]) -> None:
    """What is proposed can be taken."""
    slug = proposed_slug(title, None, taken)
    assert slug == "" or slug_problem(slug) is None
    assert slug not in taken
