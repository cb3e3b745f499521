"""Numbers that stand for one person: NHS, National Insurance, passport, pupil, case and system numbers.

A number is looked for first, and then the words before it that say what it is: few texts have a long number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

TEN_DIGITS = re.compile(r"(?<![\w+.£-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\w£]|\.\d|-\d)")
NEAR_NHS = re.compile(r"\b(?:nhs|chi)\b(?: (?:number|no\.?|id|ref\w*))?[^\w\n]{0,3}(?:is|was|:)? ?$")
INSURANCE = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2} ?-?\d\d ?-?\d\d ?-?\d\d ?-?[A-Da-d](?![A-Za-z0-9])", re.ASCII
)
"""Any two letters: those that are never given out are the ones that people make examples of."""

PUPIL = re.compile(r"(?<![A-Za-z0-9])[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z](?![A-Za-z0-9])")

REFERENCE = re.compile(
    r"(?<![\w/,.£-])(?=[a-z0-9/-]*\d[a-z0-9/-]*\d[a-z0-9/-]*\d[a-z0-9/-]*\d)[a-z0-9]+(?:[/-][a-z0-9]+)*(?![\w/-]|[,.]\d)"
)
"""A word with four digits or more."""

PASSPORT = re.compile(
    r"\b(?:passport|travel document|biometric residence permit|brp|driving licence)s?\b[^\n]{0,40}?"
    r"(?<![\w/])([a-z]{0,5} ?\d(?:[ -]?\d){5,8}[a-z0-9]{0,5})(?!\w)"
)
IDENTITY_PAPERS = frozenset(
    ("passport", "passports", "travel", "permit", "permits", "brp", "licence", "licences")
)
SYSTEMS = (
    "mosaic|liquidlogic|liquid logic|lcs|eha|ehm|carefirst|care first|careworks|framework-?i|"
    "systmone|emis|rio|"
    "carenotes|paris|pnc|cris|niche|oasis|delius|cpims|cims|protocol|eclipse|azeus|arbor|sims|cpoms|bromcom"
)
OF_CASE = re.compile(
    rf"\b(?:(?:{SYSTEMS}|case|client|patient|hospital|person|pupil|crime|incident|occurrence|custody|"
    rf"court|police|"
    r"social care|referral|file|record|system|unique|tenancy|claim|log|investigation|mash|lado)"
    r"(?: (?:system|record|file|client|case|person|occurrence|log))?"
    r"(?: (?:number|no\.?|num|id|identifier|ref\.?|reference|urn)){1,2}"
    rf"|(?:{SYSTEMS})(?: (?:system|record|file|client|case|person|entry|id))*|case|urn|uprn|ref\.?"
    r"|reference(?: number| no\.?)?|id)(?: (?:is|was|of))?[ :=#(]{1,3}$"
)
"""What is called a number of something, or is a system's name."""

NO_CASE = re.compile(
    r"(?:19|20)\d\d(?:[/-]\d{2,4})?|\d{1,2}[/-]\d{1,2}[/-]\d{2,4}|(?:19|20)\d\d-\d\d-\d\d"
    r"|dfe-\d+-\d+|97[89]-?\d.*|(?:19|20)\d\d/\d{1,4}"
)
"""Years, days, laws by year and number, and what the Department for Education numbers its guidance by."""

REMOVE = "Remove it: nothing here may lead to one child."


def identifiers(passage: Passage) -> Iterator[Finding]:
    """All numbers that stand for one person."""
    text, lower = passage.plain, passage.lower
    for start, end in passage.long_numbers:
        for match in TEN_DIGITS.finditer(text, start, end + 3):
            if _is_nhs(match[0]) or NEAR_NHS.search(lower, max(0, match.start() - 30), match.start()):
                yield Finding(match.start(), match.end(), f"this looks like an NHS number. {REMOVE}")
        for match in INSURANCE.finditer(text, max(0, start - 4), end + 4):
            if match[0][:2].isupper() or "insurance" in lower:
                said = f"this looks like a National Insurance number. {REMOVE}"
                yield Finding(match.start(), match.end(), said)
        for match in PUPIL.finditer(text, max(0, start - 1), end + 3):
            yield Finding(match.start(), match.end(), f"this looks like a pupil's number (UPN). {REMOVE}")
    if passage.long_numbers and passage.small_words & IDENTITY_PAPERS:
        for match in PASSPORT.finditer(lower):
            said = f"this looks like the number of a passport or licence. {REMOVE}"
            yield Finding(match.start(1), match.end(1), said)
    for start, end in _references(lower):
        if OF_CASE.search(lower, max(0, start - 50), start) and not NO_CASE.fullmatch(lower, start, end):
            yield Finding(start, end, f"this looks like the number of a case or a file. {REMOVE}")


DIGITS = re.compile(r"\d(?:[a-z/-]{0,4}\d){3}")
REFERENCE_PART = re.compile(r"[a-z0-9/-]*$")


def _references(lower: str) -> Iterator[tuple[int, int]]:
    """Where words with four digits or more stand; a long word is read from its start."""
    done = 0
    for digits in DIGITS.finditer(lower):
        before = REFERENCE_PART.search(lower, max(done, digits.start() - 20), digits.start())
        start = before.start() if before else digits.start()
        match = REFERENCE.match(lower, start)
        if match and start >= done:
            done = match.end()
            yield match.span()


def _is_nhs(typed: str) -> bool:
    """Ten digits whose last one checks the others, and that begin as NHS numbers or those for tests do."""
    from stdnum.gb import nhs

    return typed[0] != "0" and bool(nhs.is_valid(typed))
