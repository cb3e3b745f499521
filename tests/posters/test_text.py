"""From raw text to paragraphs and lists."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.posters.intake.paragraphs import tidy


@pytest.mark.parametrize(
    ("raw", "tidied"),
    [
        ("", ""),
        ("What we\r\nlooked at", "What we looked at"),
        ("Nine cases.\r\n\r\nSix children.", "Nine cases.\n\nSix children."),
        ("safe-\nguarding", "safeguarding"),
        ("safe\ufffeguarding", "safeguarding"),
        ("safe\u00adguarding", "safeguarding"),
        ("multi-\nagency", "multi-agency"),
        ("Attribution\ufffeNonCommercial", "Attribution-NonCommercial"),
        ("e\ufb03cient work\ufb02ow", "efficient workflow"),
        ("½ of 3 m² is enough", "½ of 3 m² is enough"),
        ("• one\n• two\n▪ three\n– four\n\uf0b7 five", "- one\n- two\n- three\n- four\n- five"),
        ("• a long item that\ngoes on\n• two", "- a long item that goes on\n- two"),
        ("1. first thing\n2. second thing", "1. first thing\n\n2. second thing"),
        ("example.org/posters/\nneglect.pdf", "example.org/posters/neglect.pdf"),
        ("聴覚障害\n難聴", "聴覚障害難聴"),
        ("Title\x07 with\x00 bells\u200b", "Title with bells"),
        ("!\n\n\uf2a8\n\n# #\n\nWords", "Words"),
        ("•\nWords\n*\rmore", "- Words\n- more"),
        ("Age\nIf you have to mention age,\nuse ranges.", "Age\n\nIf you have to mention age, use ranges."),
    ],
)
def test_tidy(raw, tidied):
    """Each trait of text from a PDF comes out as a reader would write it."""
    assert tidy(raw) == tidied


TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aAbB-•– \n\r\t.,:1ﬁ\u00ad\ufffe\uf0b7漢/e\u0301"))
)


@given(TEXTS)
def test_tidying_twice_changes_nothing(raw):
    """What is tidy stays as it is."""
    assert tidy(tidy(raw)) == tidy(raw)


@given(TEXTS)
def test_no_letter_or_digit_is_lost(raw):
    """Letters and digits come out all and in order."""

    def letters(text: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFKD", text) if c.isalnum()]

    assert letters(tidy(raw)) == letters(raw)
