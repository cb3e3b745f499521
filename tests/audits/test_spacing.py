"""Evenly spaced Markdown is read as before."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from publication.audits.prose import to_html
from publication.audits.tidy.markdown import spaced

LINES = [
    "", "", "Words.", "Words.  ", "More ", "- item", "- item  ", "1. one", "    its second", "\tcode",
    "> said", "### Part", "###Part ###", "#### Smaller", "| a | b |", "|---|---|", "a\tb", " indented", "   ",
]  # fmt: skip
texts = st.lists(st.sampled_from(LINES), max_size=8).map("\n".join)


def words(html: str) -> list[str]:
    """What a reader reads, in order, with every break and heading, and without the spaces between."""
    return re.sub(r"\s+(?=<)|(?<=>)\s+", "", html).split()


@given(texts)
def test_readers_see_the_same(text: str) -> None:
    """Headings, paragraphs, lists and line breaks of the page are those that the editor typed."""
    assert words(to_html(spaced(text).strip())) == words(to_html(text.strip()))


@given(texts)
def test_twice_is_once(text: str) -> None:
    """What is evenly spaced stays as it is."""
    assert spaced(spaced(text)) == spaced(text)
