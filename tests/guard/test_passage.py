"""A text is read without its markup, and each sign still knows where the editor typed it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.guard.passage import Passage

TEXTS = st.text(st.sampled_from("aZ9 .*_`<b>/&#38;nbsp\\\n-\u200b\u2019\u00e9\u0130"), max_size=60)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("her *brother* **Cal**lum", "her brother Callum"),
        ("0151&nbsp;496 0123", "0151 496 0123"),
        ("0151&#45;496", "0151-496"),
        ("ring\n0151 496\n0123", "ring 0151 496 0123"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("- one\n- two", "- one\n- two"),
        ("* one\n* two", "* one\n* two"),
        ("2<b>5</b>", "25"),
        (r"jo\_bloggs", "jo_bloggs"),
        ("a\u200bb", "ab"),
        ("Clare\u2019s 9\u201310", "Clare's 9-10"),
        ("lil_star_9", "lil_star_9"),
    ],
)
def test_markup_is_no_hiding_place(typed: str, read: str) -> None:
    """Emphasis, entities, line ends and odd spaces do not part what readers see as one."""
    assert Passage("x", typed, "record").plain == read


def test_places_are_those_of_the_file() -> None:
    """Line and column count what the editor typed."""
    passage = Passage("x", "one\n**two** three", "record", line=5)
    assert passage.place(passage.plain.index("three")) == (6, 9)


def test_a_text_without_lines_of_its_own_has_one_place() -> None:
    """Words of a poster are told at the line that names it."""
    assert Passage("x", "one\ntwo", "poster", 7, "'a.pdf', page 1").place(5) == (7, 0)


@given(TEXTS)
def test_every_place_is_in_the_text(text: str) -> None:
    """For any text: places are in order and within it, and small letters are as many as the others."""
    passage = Passage("x", text, "record")
    lines = text.split("\n")
    places = [passage.place(offset) for offset in range(len(passage.plain))]
    assert places == sorted(places)
    assert all(1 <= line <= len(lines) and 1 <= column <= len(lines[line - 1]) + 1 for line, column in places)
    assert len(passage.lower) == len(passage.plain)


@given(st.text(st.characters(codec="ascii", exclude_characters="*_`~<>&\\\n\t\r"), max_size=80))
def test_a_text_without_markup_is_read_as_it_is(text: str) -> None:
    """Nothing is lost but what readers do not see."""
    assert Passage("x", text, "record").plain == text
