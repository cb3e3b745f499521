"""Sentences are told from a record's lines, and found in any file."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from publication.checks.phrases import Search, phrases_of, readings, words_of

WORDS = st.lists(st.sampled_from(["a", "b", "c", "d"]), max_size=9).map(tuple)


def test_a_line_is_cut_into_sentences() -> None:
    """Without names of fields, marks of items, addresses of links, and what is too short to be one's own."""
    lines = [
        "scope: How young people move on to other services. Short one.",
        "",
        "- **Bold words** of [a link](../x/) that is long enough",
    ]
    assert [(one.line, " ".join(one.words)) for one in phrases_of("x.md", lines)] == [
        (1, "how young people move on to other services"),
        (3, "bold words of a link that is long enough"),
    ]  # fmt: skip


@given(st.lists(WORDS, max_size=6), WORDS)
def test_search_finds_what_stands_there(phrases: list[tuple[str, ...]], text: tuple[str, ...]) -> None:
    """Exactly the phrases whose words follow each other in the text."""
    there = {
        phrase
        for phrase in phrases
        if phrase and any(text[at : at + len(phrase)] == phrase for at in range(len(text)))
    }
    assert Search(phrases).within(text) == there


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    """Whatever a file of the site holds."""
    assert all(isinstance(words, tuple) for words in readings(text))


def test_marks_and_capitals_make_no_difference() -> None:
    """Typographic apostrophes, quotation marks, dashes and line breaks."""
    assert words_of("“Children’s plans – ONE\nby one”") == words_of("children's plans, one by one")
