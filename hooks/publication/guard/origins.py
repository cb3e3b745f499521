"""An age together with a place: few children of one age live in one town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding
from publication.guard.people import AGE
from publication.guard.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

CHILD = (
    r"(?:boy|girl|child|male|female|lad|lass|baby|toddler|infant|teenager|teen|young person|young man|"
    r"young woman|"
    r"young mother|young father|pupil|student|schoolboy|schoolgirl|son|daughter|brother|sister|"
    r"sibling|youth|mother|"
    r"father|mum|dad|man|woman|twin|foster child|care leaver)"
)
FROM = (
    r"(?:,? ?(?:who |that )?(?:is |was |came |comes |lives |lived |living |living with [a-z ]{3,25}|"
    r"resident |residing |"
    r"resides |based |originally |placed |now |then |staying |and )*(?:from|in|at|near|of)) (?:the "
    r")?(?:[A-Z]\w+ part of )?"
)
PLACE = r"(?P<place>[A-Z][a-z']+(?:[ -][A-Z][a-z']+)*)"
YEARS = r"(?:[ -](?:years?|months?|weeks?)(?:[ -](?:old|of age))?)?"
AGE_AND_PLACE = (
    re.compile(rf"\b{AGE}[ -](?:year|yr|month|week)s?[ -]old(?: [a-z-]+)?(?: {CHILD})?{FROM}{PLACE}"),
    re.compile(
        rf"\b{CHILD},? ?\(?(?:who (?:is|was) |aged? |of |was |is )*{AGE}{YEARS}\)?,?{FROM}{PLACE}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b[Aa]ged {AGE}{YEARS},?{FROM}{PLACE}"),
    re.compile(rf"\b{AGE}[ -](?:year|month|week)s?[ -]old {PLACE} {CHILD}\b"),
    re.compile(rf"\b[Yy]ear {AGE} (?:pupil|student|boy|girl|child){FROM}{PLACE}"),
)
A_PLACE = re.compile(r"(?:from|in|at|near|of|the|old) [A-Z][a-z]")
AN_AGE = re.compile(rf"(?<![\w/.-]){AGE}(?:[ -](?:year|yr|month|week)|\)|,| [a-z])")
AGES = frozenset(["old", "aged", "year", "years", "yr", "yrs", "month", "months", "week", "weeks"])
AGE_IN_BRACKETS = re.compile(r"[(,] ?\d{1,2}[),]")
LARGE = frozenset(
    ("England", "Wales", "Scotland", "Ireland", "Britain", "Europe", "London", "Section", "Year", "January",
     "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
     "December")
)  # fmt: skip
"""No place that a child could be found in, and what only looks like one."""

SAID = (
    "this tells a child's age together with a place. Leave out one of them: a Year 9 pupil, a boy "
    "from the area."
)


def origins(passage: Passage) -> Iterator[Finding]:
    """All children told by their age and by where they are from."""
    if not (passage.small_words & AGES or AGE_IN_BRACKETS.search(passage.plain)):
        return
    text = passage.plain
    for place in A_PLACE.finditer(text):
        if not AN_AGE.search(text, max(0, place.start() - 60), place.start() + 1):
            continue
        for rule in AGE_AND_PLACE:
            for match in rule.finditer(text, max(0, place.start() - 90), place.end() + 60):
                first = re.split(r"[ -]", match["place"])
                if first[0][0].isupper() and not set(first) <= words("field_words") and first[0] not in LARGE:
                    yield Finding(match.start(), match.end(), SAID, is_warning=True)
