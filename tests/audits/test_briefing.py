"""What a briefing says: the learning of an audit in seven parts, and nothing that the record does not say."""

from __future__ import annotations

import pytest

from publication.audits.briefing import (
    MOST_LEADS,
    MOST_WORDS,
    NOTHING,
    PARTS,
    QUESTIONS,
    Part,
    briefing_parts,
    has_briefing,
    word_count,
)
from publication.audits.points import LONGEST_LEAD
from views.sample_site import audit

SECTIONS = {
    "looked-at": "Nine plans.",
    "worked-well": "- Joint visits. They were good.\n- Clear records.",
    "worried-about": "- **Late reviews.** Four of nine.",
    "needs-to-happen": "1. Look again.",
    "discussion": "1. Who knows?",
}
LONG = {
    **SECTIONS,
    "worked-well": "\n".join(f"- Point {n} {'of many words ' * 30}. More." for n in range(12)),
}


def parts_of(**fields: object) -> dict[str, Part]:
    return {part.key: part for part in briefing_parts(audit(**fields))}  # type: ignore[arg-type]


def test_seven_parts_in_their_order() -> None:
    """Why is the summary, the last part is for the team to fill in, and the record's words are in full."""
    parts = parts_of(summary="We asked.", sections=SECTIONS)
    assert tuple(parts) == tuple(PARTS)
    assert parts["why"].text == "We asked."
    assert {key: parts[key].text for key in SECTIONS} == SECTIONS
    assert parts["we-will"] == Part("we-will", "What we will do")
    assert not any(part.more for part in parts.values())


def test_a_long_record_comes_down_to_its_leads() -> None:
    """Above 900 words: eight leads of a section at most, of 120 characters, and the rest is counted."""
    assert word_count(audit(sections=LONG)) > MOST_WORDS
    parts = parts_of(sections=LONG)
    long = parts["worked-well"]
    assert (long.text, len(long.leads), long.more) == ("", MOST_LEADS, 12 - MOST_LEADS)
    assert all(len(lead) <= LONGEST_LEAD for part in parts.values() for lead in part.leads)
    assert (parts["worried-about"].leads, parts["worried-about"].more) == (("Late reviews",), 0)
    assert parts["why"].text == "A summary."


def test_a_long_summary_is_cut_as_well() -> None:
    """It is in full only where it says shortly what the audit is."""
    why = parts_of(summary="We asked. " + "And went on " * 300, sections=LONG)["why"]
    assert (why.text, why.leads, why.more) == ("", ("We asked.",), 0)


def test_exactly_900_words_are_in_full() -> None:
    """The limit is one of words, and what is one more is too long."""
    words = "word " * (MOST_WORDS - 2)  # behind the summary's two
    assert parts_of(sections={"looked-at": words})["looked-at"].text == words
    assert parts_of(sections={"looked-at": f"{words}more"})["looked-at"].text == ""


def test_what_the_record_does_not_say_is_said_plainly() -> None:
    """No part is left out; its own questions are asked where the record has none, and said to be no one's."""
    parts = parts_of(sections={"worked-well": "- Joint visits."})
    assert [key for key, part in parts.items() if part.note == NOTHING] == [
        "looked-at",
        "worried-about",
        "needs-to-happen",
    ]
    assert parts["discussion"].leads == QUESTIONS
    assert "no questions of its own" in parts["discussion"].note


def test_actions_stand_in_for_what_needs_to_happen() -> None:
    """Where the record has agreed actions and no section on it."""
    actions = [{"what": f"Do thing {n}. {'And on ' * 30}"} for n in range(10)]
    part = parts_of(sections={"worked-well": "- Joint visits."}, actions=actions)["needs-to-happen"]
    assert (len(part.leads), part.more, part.note) == (MOST_LEADS, 2, "")
    assert all(len(lead) <= LONGEST_LEAD for lead in part.leads)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"sections": SECTIONS}, True),
        ({"sections": SECTIONS, "status": "draft"}, True),
        ({"sections": {}}, False),
        (
            {"sections": SECTIONS, "status": "withdrawn", "withdrawn": {"on": "2026-01-15", "why": "Old."}},
            False,
        ),
        ({"sections": {}, "status": "planned"}, False),
    ],
    ids=["published", "draft", "without learning", "withdrawn", "planned"],
)
def test_which_audits_have_a_briefing(fields: dict[str, object], expected: bool) -> None:
    """Those with learning, for readers and in a preview; what is withdrawn has none."""
    assert has_briefing(audit(**fields)) is expected  # type: ignore[arg-type]
