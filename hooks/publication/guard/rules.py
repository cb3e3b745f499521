"""All rules on personal data, and what they let pass."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from operator import itemgetter
from typing import TYPE_CHECKING

from publication.guard.births import births
from publication.guard.contacts import contacts
from publication.guard.finding import Finding
from publication.guard.identifiers import REMOVE, identifiers
from publication.guard.names import names
from publication.guard.origins import origins
from publication.guard.owners import owners
from publication.guard.passage import Passage
from publication.guard.people import people
from publication.guard.postcodes import postcodes
from publication.guard.schools import schools
from publication.guard.streets import streets
from publication.guard.words import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RULES = (identifiers, contacts, births, postcodes, streets, schools, people, origins, owners, names)
"""Of two that find something in one place the first is told, but errors go before warnings."""


@dataclass(frozen=True)
class Rules:
    """The rules with what one publication adds to them.

    `allowed` are words that are let pass wherever they stand. `case_numbers` say how numbers of cases look
    here: 9 stands for any digit, A for any letter, all else for itself.
    """

    allowed: tuple[str, ...] = ()
    case_numbers: tuple[str, ...] = ()
    national: tuple[str, ...] = field(default_factory=lambda: phrases("allowed"))

    @cached_property
    def _let_pass(self) -> re.Pattern[str] | None:
        return any_of((*self.national, *self.allowed))

    @cached_property
    def _case_number(self) -> re.Pattern[str] | None:
        signs = {"9": r"\d", "A": "[A-Za-z]"}
        looks = ["".join(signs.get(sign, re.escape(sign)) for sign in look) for look in self.case_numbers]
        return re.compile(rf"(?<![\w])(?:{'|'.join(looks)})(?!\w)") if looks else None

    def findings(self, passage: Passage) -> list[Finding]:
        """What is found and not let pass, in the order of the text, of each place once."""
        found = [finding for rule in RULES for finding in rule(passage)]
        found += self._case_numbers(passage)
        let_pass = set(passed(self._let_pass, passage, found))
        taken = bytearray(len(passage.plain))
        kept: list[Finding] = []
        for one in sorted(found, key=lambda one: one.is_warning):
            if one not in let_pass and taken.find(1, one.start, one.end) < 0:
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                kept.append(one)
        return sorted(kept, key=lambda one: one.start)

    def _case_numbers(self, passage: Passage) -> Iterator[Finding]:
        if self._case_number:
            for match in self._case_number.finditer(passage.plain):
                said = f"this looks like the number of a case. {REMOVE}"
                yield Finding(match.start(), match.end(), said)


def any_of(wordings: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of the wordings, in capitals or not, with any space between their words."""
    parts = [
        r"\s+".join(map(re.escape, Passage("", one, "").plain.split())) for one in wordings if one.strip()
    ]
    return (
        re.compile(rf"(?<!\w)(?:{'|'.join(sorted(parts, key=len, reverse=True))})(?!\w)", re.I)
        if parts
        else None
    )


def passed(wordings: re.Pattern[str] | None, passage: Passage, found: list[Finding]) -> list[Finding]:
    """Those of the findings that lie within the wordings."""
    spans = [match.span() for match in wordings.finditer(passage.plain)] if wordings and found else []
    return [one for one in found if _lies_within(one, spans)]


def _lies_within(one: Finding, spans: list[tuple[int, int]]) -> bool:
    """Spans are in order and do not overlap: only the last that begins before the finding can hold it."""
    before = bisect_right(spans, one.start, key=itemgetter(0))
    return before > 0 and one.end <= spans[before - 1][1]
