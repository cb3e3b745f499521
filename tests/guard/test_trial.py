"""What was planted is found, and what is innocent is let alone."""

from __future__ import annotations

import pytest

from guard.sentences import innocent, planted
from guard.trial import ENOUGH, missed
from publication.guard.rules import Rules


@pytest.mark.parametrize("part", ["tune", "kept"])
def test_planted_identifiers_are_found(part: str) -> None:
    """At least 95 of 100, both of those that the rules were written against and of the others."""
    sentences = planted(part)
    count = sum(len(one.marked) for one in sentences)
    assert len(missed(sentences, Rules())) <= count * (1 - ENOUGH)


def test_enough_is_kept_apart() -> None:
    """Fifty or more sentences were written when the rules stood."""
    assert len(planted("tune")) >= 100
    assert len(planted("kept")) >= 50


def test_nothing_is_found_in_innocent_sentences() -> None:
    """Laws, schemes, years, figures, roles and titles are nobody's personal data."""
    sentences = innocent()
    assert len({one.text for one in sentences}) >= 150
    found = [(one.text, [f.said for f in found]) for one in sentences if (found := Rules().findings(one))]
    assert found == []
