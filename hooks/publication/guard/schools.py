"""Schools, nurseries and colleges by name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding
from publication.guard.words import proper_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

NAME = r"(?:[A-Z][\w']*\.?)"
KIND = (
    r"(?:Primary|Junior|Juniors|Infants?|Nursery|High|Secondary|Grammar|Special|Comprehensive|"
    r"Community|Catholic|RC|CE|"
    r"C\.? ?of ?E\.?|CofE|Church of England|Free|Prep|Preparatory|Girls'?|Boys'?|Pre-School|Preschool|"
    r"Sixth Form|"
    r"Voluntary|Aided|Academy|Studio|Technical|Independent|Day|Boarding|First|Middle|Upper|Lower|and|"
    r"&|Jewish|Muslim)"
)
SCHOOL = re.compile(
    rf"(?P<name>(?:St\.? |Saint |Our Lady(?: of)? |The )?{NAME}(?:,? (?:of |the |and |& )?{NAME}){{0,4}}?)"
    rf"(?:'s?)?(?P<kind>(?: {KIND})*) (?P<end>School|Academy|College|Nursery|Pre-School|Preschool|"
    rf"Sixth Form|Kindergarten)"
    rf"(?![\w'])(?! (?:Nurs|Admission|Improvement|Attendance|Transport|Exclusion|Governor|"
    rf"Effectiveness|Readiness|of ))"
)
SHORT_SCHOOL = re.compile(
    rf"(?P<name>(?:St\.? )?{NAME}(?: {NAME}){{0,2}}?) (?:Primary|High|Juniors|Infants|Grammar|Comp|"
    rf"Comprehensive|Secondary)"
    rf"(?![\w'-])(?! (?:[A-Z]|[Ss]chools?|[Cc]ourt|[Cc]are|risk|need|and|or|to))"
)
ATTENDS = re.compile(
    r"\b(?:attend(?:s|ed|ing)?|pupil at|student at|goes to|went to|enrolled at|on roll at|excluded "
    r"from|taught at|"
    r"school,?|school is|school was|nursery,?|college,?|pupils? of|classmates at) "
    r"(?P<name>St\.? [A-Z][\w']+(?:'s)?)(?! (?:Hospital|Church|Hospice|Ward|Centre|Health|Parish|Community))"
)
OUR_LADY = re.compile(
    r"\b(?P<name>Our Lady(?: (?:of|and) (?:the )?[A-Z]\w+|'s)*)(?! (?:Hospital|Church|Hospice|Ward|"
    r"Centre|Parish))"
)

SCHOOLS = frozenset(
    ("School", "Academy", "College", "Nursery", "Preschool", "Form", "Kindergarten", "Primary", "High",
     "Juniors", "Infants", "Grammar", "Comp", "Comprehensive", "Secondary", "St", "Lady")
)  # fmt: skip
SHORT = frozenset(("Primary", "High", "Juniors", "Infants", "Grammar", "Comp", "Secondary"))
A_SCHOOL = re.compile(
    "School|Academy|College|Nursery|Pre-School|Preschool|Sixth Form|Kindergarten|Primary|High|"
    "Juniors|Infants|Grammar|"
    "Comp|Secondary|St|Our Lady"
)

SAID = "this names a school. Write the kind only: a primary school, a special school."


def schools(passage: Passage) -> Iterator[Finding]:
    """All schools that are told by name; `primary school` alone names none."""
    text = passage.plain
    for word in A_SCHOOL.finditer(text) if passage.words & SCHOOLS else ():
        if word[0] in ("St", "Our Lady"):
            rule = ATTENDS if word[0] == "St" else OUR_LADY
            found = rule.finditer(text, max(0, word.start() - 30), word.end() + 40)
            starts = [(match.start("name"), match.end("name")) for match in found]
        else:
            starts = list(_with_kind(text, word))
        for start, end in starts:
            yield Finding(start, end, SAID)


def _with_kind(text: str, word: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Names that end in this word, such as `School` or `High`."""
    rule = SHORT_SCHOOL if word[0] in SHORT else SCHOOL
    for match in rule.finditer(text, max(0, word.start() - 80), word.end() + 20):
        is_royal = "College" in match[0] and "Royal" in match["name"]
        first = proper_part(match["name"])
        if first and not is_royal and "Virtual" not in match["name"]:
            yield match.start() + first - 1, match.end()
