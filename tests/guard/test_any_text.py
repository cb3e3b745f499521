"""Whatever a text holds, each rule answers, and what it finds lies in the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from publication.guard.check import personal_data
from publication.guard.hidden import hidden
from publication.guard.leftovers import leftovers
from publication.guard.passage import Passage
from publication.guard.rules import RULES, Rules
from publication.guard.signs import odd_signs
from publication.guard.small_numbers import small_numbers

PIECES = st.sampled_from(
    [
        "Child J",
        "Sarah",
        "'s",
        " brother",
        " born ",
        "14/03/2011",
        "07700 900461",
        "999 000 0018",
        "ZZ99 3CZ",
        "14 ",
        "Invented Street",
        "St ",
        "Primary School",
        "(14)",
        " aged 9 ",
        "from Pretendham",
        "jane@council.example",
        "case number ",
        "QQ123456C",
        "1048576",
        "Gillick",
        "Clare's Law",
        "two children",
        "50% of ",
        "**",
        "_",
        "`",
        "&nbsp;",
        "<b>",
        "<!--",
        "-->",
        "[",
        "](",
        "]",
        "\n",
        "\n\n",
        "- ",
        "owner: ",
        "---\n",
        " ",
        ",",
        ".",
        "\u200b",
        "negl\u0435ct",
        "\u0130",
        "\ufb01",
        "TODO",
        "Example ",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join) | st.text(max_size=60)
KINDS = st.sampled_from(["record", "series", "page", "list", "poster", "name"])


@given(TEXTS, KINDS)
def test_what_rules_find_lies_in_the_text(text: str, kind: str) -> None:
    """No rule falls over, and each finding has words."""
    passage = Passage("x", text, kind)
    for rule in RULES:
        for finding in rule(passage):
            assert 0 <= finding.start < finding.end <= len(passage.plain)
            assert finding.said.endswith(".")


@given(TEXTS, KINDS)
def test_no_place_is_told_twice(text: str, kind: str) -> None:
    """Of findings that overlap one is kept, in the order of the text."""
    found = Rules().findings(Passage("x", text, kind))
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(TEXTS, KINDS)
def test_every_problem_has_its_place_and_quotes_nothing(text: str, kind: str) -> None:
    """Lines are those of the text, messages one line long."""
    passage = Passage("x", text, kind)
    problems = [
        *personal_data([passage], Rules()),
        *odd_signs(passage),
        *hidden(passage),
        *leftovers(passage),
    ]
    for problem in problems:
        assert 1 <= problem.line <= text.count("\n") + 1
        assert problem.column >= 1
        assert "\n" not in problem.message
        assert "07700 900461" not in problem.message
    assert all(1 <= line <= text.count("\n") + 1 for line, _ in small_numbers(passage, 8, 9))
