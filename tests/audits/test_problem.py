"""How a mistake is told."""

from __future__ import annotations

import pytest

from publication.audits.problem import InvalidContentError, Problem, did_you_mean


def test_place_and_words() -> None:
    """File and line in the form that editors' tools make a link of; the whole file has no line."""
    assert str(Problem("a.md", 3, "is wrong.")) == "a.md:3: is wrong."
    assert str(Problem("a.md", 0, "is wrong.")) == "a.md: is wrong."
    assert str(Problem("a.md", 3, "is odd.", is_warning=True)) == "a.md:3: warning: is odd."


def test_order() -> None:
    """By file, then by line as a number."""
    problems = [Problem("b.md", 1, "x"), Problem("a.md", 10, "x"), Problem("a.md", 9, "x")]
    assert [str(one) for one in InvalidContentError(problems).problems] == [
        "a.md:9: x",
        "a.md:10: x",
        "b.md:1: x",
    ]


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("neglct", ["neglect", "missing"], " Did you mean 'neglect'?"),
        ("NEGLECT", ["neglect", "missing"], " Did you mean 'neglect'?"),
        ("what went well", ["What worked well"], " Did you mean 'What worked well'?"),
        ("xyzzy", ["neglect", "missing"], " Use one of: neglect, missing."),
        ("xyzzy", [], ""),
        ("xyzzy", [f"audit-{n}" for n in range(1000)], ""),
    ],
)
def test_did_you_mean(word: str, known: list[str], said: str) -> None:
    """The nearest word, or all of a few, or nothing."""
    assert did_you_mean(word, known) == said
