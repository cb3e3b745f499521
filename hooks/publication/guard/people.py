"""People told by a letter, or by initials and an age."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding
from publication.guard.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

WHO = (
    "Child|Baby|Infant|Toddler|Young Person|Young person|Teenager|YP|Sibling|Brother|Sister|"
    "Half-brother|Half-sister|Twin|"
    "Mother|Father|Mum|Dad|Parent|Carer|Grandmother|Grandfather|Grandparent|Nan|Uncle|Aunt|Auntie|"
    "Cousin|Stepfather|"
    "Stepmother|Step-father|Step-mother|Partner|Family|Adult|Boy|Girl|Male|Female|Case|Subject|Pupil|Student|"
    "Perpetrator|Victim|Neighbour|Friend|Peer|Patient|Person"
)
LETTER = re.compile(
    rf"\b(?:(?:{WHO})(?:'s name(?: is|:)?)?|(?:{WHO.lower()}),?(?: (?:named|called|known as|referred "
    rf"to as))?) "
    rf"[\"']?(?P<letter>[A-Z](?:[A-Z]|\.[A-Z]\.?|\d)?)(?![\w-])"
)
LETTER_AFTER = re.compile(
    r"\b(?:[Cc]hild|[Cc]hildren|[Ss]iblings|brothers|sisters|boys|girls|young people) "
    r"\(?(?P<letter>[A-Z](?:, [A-Z])*,? (?:and|&) [A-Z])\b"
)
AGE_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    r"sixteen|seventeen|"
    r"eighteen)"
)
AGE = rf"(?:\d{{1,2}}|{AGE_WORDS})"
OLD = (
    r"(?:years? old|yrs? old|y/o|yo|years? of age|yrs?|years|year-old|year old|months? old|months|weeks old)"
)
SPELT_INITIALS = r"[A-Z](?:\. ?[A-Z]){0,2}\."
INITIALS = re.compile(
    rf"(?<![\w/.-])(?P<who>{SPELT_INITIALS}|[A-Z]{{1,3}}(?!\w))(?:'s age)?(?:"
    rf",? ?\(?(?:is |was |who is |who was |then |now |a )*(?:aged?|age of):? ?{AGE}\b"
    rf"|,? ?\(?(?:is |was |who is |who was |then |now |a )*{AGE}[ -]?{OLD}\b"
    rf"|,? ?\({AGE}\)|, {AGE},|/{AGE}\b(?!/)|[ ,]+\(?[MF],? ?{AGE}\)?(?=[ ,.;)\n]|$)"
    rf"|,? ?\(?(?:Year|Yr|year|yr|Y) ?\d{{1,2}}\)?(?! and)(?! to))"
)
SPELT_AGE = re.compile(
    rf"(?<![\w/.-])(?P<who>[A-Z]\. ?[A-Z]\.?) (?:is|was|turned) {AGE}\b(?! ?%| per| of|th|st)"
)
AGE_BEFORE = re.compile(
    rf"\b{AGE}[ -](?:year|yr|month)s?[ -]old,? (?P<who>{SPELT_INITIALS}|[A-Z]{{1,2}})(?![\w/'-])"
)
NO_PERSON = re.compile(
    r"(?:table|appendix|annex|section|figure|part|plan|option|group|level|grade|vitamin|hepatitis|"
    r"tier|stage|chapter|box|"
    r"question|phase|schedule|type|block|category|covid|class|set|item|form|band|zone|unit|room|and|or) ?\(?$"
)
A_LETTER = re.compile(r" [\"']?[A-Z](?![a-z])")
SEVERAL = re.compile(r"[A-Z],? (?:and|&) [A-Z](?!\w)")
CAPITALS = re.compile(r"[A-Z](?:\.|[A-Z]{0,2}(?!\w))")

SAID_LETTER = (
    "this looks like one person told by a letter, whom those who know the family would know. Write who it is "
    "in general words: a teenager, a parent, one of the families."
)
SAID_INITIALS = (
    "this looks like somebody's initials with an age. Write a school year or a range of ages: a Year 9 pupil."
)


def people(passage: Passage) -> Iterator[Finding]:
    """All people that the words point to without naming them."""
    yield from _letters(passage.plain)
    yield from _initials(passage)


def _letters(text: str) -> Iterator[Finding]:
    done = 0
    for place in A_LETTER.finditer(text):
        for match in LETTER.finditer(text, max(done, place.start() - 45), place.end() + 12):
            done = match.end()
            if not _is_word(match["letter"], is_small=text[match.start()].islower()):
                yield Finding(match.start(), match.end(), SAID_LETTER, is_warning=True)
    if SEVERAL.search(text):
        for match in LETTER_AFTER.finditer(text):
            yield Finding(match.start(), match.end(), SAID_LETTER, is_warning=True)


def _initials(passage: Passage) -> Iterator[Finding]:
    text = passage.plain
    for place in CAPITALS.finditer(text):
        match = INITIALS.match(text, place.start()) or SPELT_AGE.match(text, place.start())
        if not match:
            continue
        who = match["who"].replace(".", "").replace(" ", "")
        before = passage.lower[max(0, match.start() - 12) : match.start()]
        if who not in words("acronyms") and who not in ("A", "I") and not NO_PERSON.search(before):
            yield Finding(match.start(), match.end(), SAID_INITIALS, is_warning=True)
    for match in AGE_BEFORE.finditer(text) if "old" in passage.small_words else ():
        if match["who"].replace(".", "") not in words("acronyms"):
            yield Finding(match.start(), match.end(), SAID_INITIALS, is_warning=True)


def _is_word(letter: str, *, is_small: bool) -> bool:
    """`Each child I met`, `Child CP`: what stands there is a word or an acronym."""
    return letter in words("acronyms") or (is_small and letter in ("I", "A")) or letter == "I"
