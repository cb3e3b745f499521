"""Dates of birth, and birthdays."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
DAY = (
    rf"(?:\d{{1,2}} ?[./-] ?\d{{1,2}} ?[./-] ?(?:\d{{4}}|\d{{2}})(?!\d)|"
    rf"\d{{4}}[./-]\d{{1,2}}[./-]\d{{1,2}}(?!\d)"
    rf"|{ORDINAL}(?: of)?[ -]{MONTH},?[ -](?:\d{{4}}|'?\d{{2}})(?!\d)|{MONTH} {ORDINAL},? \d{{4}}"
    rf"|\d{{1,2}} ?/ ?{MONTH} ?/ ?\d{{2,4}})"
)
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?"
BIRTH = re.compile(
    rf"\b(?:born|birth|d\.? ?o\.? ?b\.?|birth ?date|birthday|b\.)\)?[ ,:=(-]*"
    rf"(?:(?:is|was|were|given|recorded|noted|entered|written|shown|as|falls)\b ?)*[ ,:(-]*(?:on |in |"
    rf"at )?(?:the )?"
    rf"{WEEKDAY}({DAY})"
)
"""A birth, then a whole day. `born on or after 1 September 2011` is a cohort, and has other words between."""

MONTH_OF_BIRTH = re.compile(
    rf"\b(?:(?:he|she|they|who|child|boy|girl|son|daughter|brother|sister|baby) (?:was|is|were)? ?born "
    rf"in (?:late |early )?"
    rf"|(?:date of birth|d\.? ?o\.? ?b\.?)[ :=]*)({MONTH},? (?:19|20)\d\d)"
)
BIRTHDAY = re.compile(
    rf"\b(?:birthday|turned \d{{1,2}}|turns \d{{1,2}})\b[^.\n]{{0,15}}?"
    rf"[ (,](?:on |is |was )?(?:the )?({ORDINAL}(?: of)? {MONTH}(?! \d\d\d\d[/-])|{MONTH} {ORDINAL}(?!\d))"
)
AFTER = re.compile(rf"(?<![\w/.-])({DAY}) ?\(?(?:d\.?o\.?b\.?|date of birth|birthday)\b")
BESIDE_PERSON = re.compile(
    rf"\b(?:child|boy|girl|baby|son|daughter|brother|sister|sibling|pupil|infant|young person|twins?)"
    rf"(?: [a-z'-]+)? ?[(,] ?({DAY}) ?[),]"
)
"""A day in brackets behind a person is when they were born."""

WORDS = frozenset(("born", "birth", "birthdate", "birthday", "dob", "o", "b", "turned", "turns"))
DAY_IN_BRACKETS = re.compile(r"[(,] ?\d{1,2}(?:st|nd|rd|th)?[ ./-]+\w+[ ./-]+\d\d")

SAID = (
    "this looks like a date of birth. Remove it, or write a school year or a range of ages: Year 9, 11 to 15."
)


def births(passage: Passage) -> Iterator[Finding]:
    """All days on which somebody was born."""
    lower = passage.lower
    rules = [BIRTH, MONTH_OF_BIRTH, BIRTHDAY, AFTER] if passage.small_words & WORDS else []
    if DAY_IN_BRACKETS.search(lower):
        rules.append(BESIDE_PERSON)
    for rule in rules:
        for match in rule.finditer(lower):
            yield Finding(match.start(1), match.end(1), SAID)
