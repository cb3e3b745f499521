"""The briefing of an audit: its learning in seven parts, for a team that has seven minutes or twenty.

Seven parts are the field's usual form ("7-minute briefing"). Words come from the record and are never added
to: a part of which the record says nothing says so. What is the same in every briefing stands here too, so
that the page and the PDF say one thing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits.points import LONGEST_LEAD, cut, points
from publication.audits.prose import to_text

if TYPE_CHECKING:
    from publication.audits.audit import Readable

MOST_WORDS = 900
"""Words that a briefing has in full: two pages of A4 at 10.5 points, with room to write on."""

MOST_WHY = 120
"""Words of a summary that a longer record's briefing has in full all the same: it says what the audit is."""

MOST_LEADS = 8
"""Leads of a part of a longer record. Five parts of eight leads are 800 words at most."""

PARTS = {
    "why": "Why",
    "looked-at": "What we looked at",
    "worked-well": "What worked well",
    "worried-about": "What we are worried about",
    "needs-to-happen": "What needs to happen",
    "discussion": "Questions",
    "we-will": "What we will do",
}
"""Key to heading, in their order. The keys of sections are those of the record."""

NOTHING = "The record of this audit says nothing on this."

QUESTIONS = (
    "Which of this do you know from your own work?",
    "What gets in the way of doing it well here?",
    "What would a child notice if we changed one thing?",
)
"""Asked where the record has no discussion points. They fit any audit, and say nothing of this one."""

STANDING_QUESTIONS = "This audit has no questions of its own. These fit any audit:"

COLUMNS = ("What", "Who", "By when")
"""Of the lines that a team fills in."""


@dataclass(frozen=True)
class Way:
    """How a team can use the briefing in so much time."""

    time: str
    steps: tuple[str, ...]


WAYS = (
    Way(
        "In seven minutes",
        ("Read the seven parts aloud, about a minute each.", "Agree one line under “What we will do”."),
    ),
    Way(
        "In twenty minutes",
        (
            "Five minutes: everyone reads it alone.",
            "Ten minutes: talk about the questions, first in pairs, then together.",
            "Five minutes: fill in “What we will do”, and fix the day on which you look at it again.",
        ),
    ),
)


@dataclass(frozen=True)
class Part:
    """One of the seven parts: either its text as Markdown, or leads and how many more the page has.

    `note` is a sentence in the place of words, or before them. `leads` and `count` are there with the text,
    too, for a sheet on which that does not fit.
    """

    key: str
    heading: str
    text: str = ""
    leads: tuple[str, ...] = ()
    count: int = 0
    note: str = ""
    is_numbered: bool = False

    @property
    def more(self) -> int:
        """How many points are left out, where only leads are shown."""
        return 0 if self.text else self.count - len(self.leads)


def has_briefing(audit: Readable) -> bool:
    """Whether there is learning to brief a team on, for readers or in a preview."""
    return audit.status in ("published", "draft") and bool(audit.sections)


def word_count(audit: Readable) -> int:
    """The words of an audit's summary and learning, as readers see them."""
    return sum(map(_words, (audit.summary, *audit.sections.values())))


def briefing_parts(audit: Readable) -> tuple[Part, ...]:
    """The seven parts, in their order."""
    in_full = word_count(audit) <= MOST_WORDS
    return tuple(_part(key, heading, audit, in_full=in_full) for key, heading in PARTS.items())


def _words(text: str) -> int:
    return len(to_text(text).split())


def _part(key: str, heading: str, audit: Readable, *, in_full: bool) -> Part:
    if key == "we-will":
        return Part(key, heading)
    text = audit.summary if key == "why" else audit.sections.get(key, "")
    is_numbered = key in ("needs-to-happen", "discussion")
    if text:
        found = points(text)
        leads = tuple(point.short for point in found[:MOST_LEADS])
        in_full = in_full or (key == "why" and _words(text) <= MOST_WHY)
        return Part(key, heading, text if in_full else "", leads, len(found), is_numbered=is_numbered)
    if key == "discussion":
        return Part(key, heading, "", QUESTIONS, len(QUESTIONS), STANDING_QUESTIONS, is_numbered)
    if key == "needs-to-happen" and audit.actions:
        agreed = tuple(cut(action.what, LONGEST_LEAD) for action in audit.actions)
        return Part(key, heading, "", agreed[:MOST_LEADS], len(agreed), is_numbered=is_numbered)
    return Part(key, heading, note=NOTHING)
