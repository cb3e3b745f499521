"""Counts of children, families or cases that are so small that somebody could tell who is meant.

NHS England shows no count from 1 to 7 below national level, and no average or share of so few people
(disclosure control of the hospital statistics since September 2018). A record with such a count needs
somebody who checked that nobody can be told by it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.audit import Audit
    from publication.guard.passage import Passage

NUMBERS = {
    word: number
    for number, word in enumerate(
        ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"), 1
    )
}
NUMBER = rf"(?:\d{{1,3}}|{'|'.join(NUMBERS)})"
WHO = (
    r"(?:child|children|young (?:people|person|women|woman|men|man)|famil(?:y|ies)|cases?|siblings?|"
    r"brothers?|"
    r"sisters?|boys?|girls?|pupils?|bab(?:y|ies)|infants?|teenagers?|adolescents?|households?|"
    r"mothers?|fathers?|"
    r"parents?|carers?|twins)"
)
KIND = (
    r"(?:audited|reviewed|sampled|selected|looked after|older|younger|young|disabled|same|different|"
    r"single|other|more|"
    r"new|exploited|missing|white|black|unborn|vulnerable|individual|separate|further|remaining|open|"
    r"closed|complex)"
)
COUNT = re.compile(
    rf"(?<![\w/.,£%-])(?P<number>{NUMBER})(?: (?:of|out of) (?:(?:the|these|those|all|our) )?"
    rf"(?:{NUMBER} )?| )(?:{KIND} )*{WHO}\b(?!-)",
    re.IGNORECASE,
)
OF_ALL = re.compile(
    rf"(?<![\w/.,£%-])(?P<number>{NUMBER}) (?:of|out of) (?:the )?{NUMBER}\b(?! ?%)", re.IGNORECASE
)
"""`two of the nine`: what they are stands elsewhere."""

SHARE = re.compile(
    rf"(?P<share>\d{{1,3}}(?:\.\d+)?) ?(?:%|per ?cent) of (?:(?:the|these|all|our) )?(?P<base>{NUMBER} "
    rf")?(?:{KIND} )*{WHO}\b",
    re.IGNORECASE,
)
NO_COUNT_BEFORE = re.compile(
    r"(?:more than|at least|last|next|first|ask|choose|pick|invite|your|up to|under|over|than|every|"
    r"each|per|any|years?|section|level|tier|stage|"
    r"part|chapter|grade|"
    r"aged?|band|phase|step|question|point|key stage|ks|figure|table|page|no|"
    rf"{NUMBER} in|{NUMBER}(?: to|-| or)) ?$",
    re.IGNORECASE,
)
"""A rate, a limit, a range, something to be done or a number of something else: no count."""

NO_COUNT_AFTER = re.compile(
    r" (?:at a time|said\b|per\b|in (?:\d|ten))|, one\b|'| [A-Z]|(?:'s)? (?:plan|protection|meeting)s?\b"
)
POSTER_TEXT = re.compile(r"^poster_text:.*\n(?:[ \t].*\n|\n)*", re.MULTILINE)


def disclosure(audit: Audit, record: Passage, below: int) -> Iterator[Problem]:
    """An error for a published audit with counts from 1 to `below` - 1 and nobody who checked them."""
    if audit.status != "published" or audit.disclosure_check:
        return
    places = small_numbers(record, below, audit.sample.cases if audit.sample else None)
    if audit.sample and audit.sample.cases and audit.sample.cases < below:
        places.append((audit.lines["sample"], 1))
    if not places:
        return
    (line, column), *others = sorted(places)
    lines = sorted({line for line, _ in others} - {line})
    also = (
        f" (as on line {lines[0]})"
        if len(lines) == 1
        else f" (as on {len(lines)} other lines)"
        if lines
        else ""
    )
    said = f"a count of fewer than {below} children, families or cases{also} may show who is meant"
    how = "Have it checked, and add by whom: disclosure_check: {by: Quality auditor, on: 2026-05-04}"
    yield Problem(audit.file, line, f"{said}. {how}", column=column)


def small_numbers(record: Passage, below: int, cases: int | None = None) -> list[tuple[int, int]]:
    """Line and column of each small count in a record; the words of its poster are the poster's affair.

    `cases` is how many were looked at: a share of them is a count, too.
    """
    text = record.plain
    poster = [match.span() for match in POSTER_TEXT.finditer(text)]
    found = []
    for rule in (COUNT, OF_ALL):
        for match in rule.finditer(text):
            if 0 < _value(match["number"]) < below and _is_count(text, match):
                found.append(match.start())
    for match in SHARE.finditer(text):
        base = _value(match["base"].strip()) if match["base"] else cases
        if base and 0 < round(float(match["share"]) * base / 100) < below:
            found.append(match.start())
    outside = {place for place in found if not any(start <= place < end for start, end in poster)}
    return sorted(record.place(place) for place in outside)


def _is_count(text: str, match: re.Match[str]) -> bool:
    before = NO_COUNT_BEFORE.search(text, max(0, match.start() - 30), match.start())
    return not before and not NO_COUNT_AFTER.match(text, match.end())


def _value(number: str) -> int:
    return NUMBERS.get(number.lower()) or int(number)
