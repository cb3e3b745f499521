"""Signs that nobody sees and letters that only look like others are told by name, at their place."""

from __future__ import annotations

import pytest

from publication.guard.passage import Passage
from publication.guard.signs import odd_signs


@pytest.mark.parametrize(
    ("text", "column", "name"),
    [
        ("negl\u0435ct", 5, "cyrillic small letter ie, U+0435"),
        ("\u0421hild", 1, "cyrillic capital letter es, U+0421"),
        ("The \u0391udit of", 5, "greek capital letter alpha, U+0391"),
        ("Cal\u200blum", 4, "zero width space, U+200B"),
        ("safe\u00adguarding", 5, "soft hyphen, U+00AD"),
        ("07700\u2060900461", 6, "word joiner, U+2060"),
        ("a\u200db", 2, "zero width joiner, U+200D"),
        ("\U0001d402\U0001d41a\U0001d425", 1, "mathematical bold capital c, U+1D402"),
        ("\uff23allum", 1, "fullwidth latin capital letter c, U+FF23"),
    ],
)
def test_odd_signs_are_named(text: str, column: int, name: str) -> None:
    """One message a word, with the name of the sign."""
    (problem,) = odd_signs(Passage("x", text, "record"))
    assert problem.column == column
    assert f"({name})" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Clare\u2019s caf\u00e9, na\u00efve \u2013 \u00a310 \u2026 5\u00b5g \u2190",
        "\u041f\u043e\u043c\u043e\u0449\u044c \u0441\u0435\u043c\u044c\u044f\u043c, help for families",
        "\u03b1 and \u03b2 tests",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467 a family",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",
        "cafe\u0301",
        "Zo\u00eb \u0141ukasz \u00de\u00f3ra",
    ],
)
def test_other_languages_are_let_alone(text: str) -> None:
    """Whole words of other scripts, accents, emoji that are joined."""
    assert list(odd_signs(Passage("x", text, "record"))) == []
