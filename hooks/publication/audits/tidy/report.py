"""Which records are not in their normal form, and what kinds of thing putting them into it changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits import audit, series
from publication.audits.problem import Problem
from publication.audits.record import AuditFields
from publication.audits.series import SeriesFields
from publication.audits.source.frontmatter import split
from publication.audits.source.text import read_text, with_line_feeds
from publication.audits.tidy.comments import UnreadableError, every, read_facts
from publication.audits.tidy.markdown import NBSP
from publication.audits.tidy.normal_form import normal_form, with_spaces

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOW = "To put it right without changing a word, run: make fix"

QUOTATION_MARKS = frozenset("\"'\\")
BRACKETS = frozenset("[]{}|>")


@dataclass(frozen=True)
class Tidied:
    """The text of a file as it is and as it would be. `file` is relative to the project's folder."""

    file: str
    before: str
    after: str

    @property
    def is_tidy(self) -> bool:
        """Whether the file is in its normal form."""
        return self.before == self.after

    @property
    def line(self) -> int:
        """The first line that would change."""
        lines = zip(self.before.split("\n"), self.after.split("\n"), strict=False)
        return next((n for n, (one, other) in enumerate(lines, start=1) if one != other), 1)

    @property
    def kinds(self) -> list[str]:
        """What would change: "order", "quotation marks", ..."""
        (facts, body), (new_facts, new_body) = _parts(self.before), _parts(self.after)
        told = {
            "line ends": "\r" in self.before,
            "an invisible mark at the start": self.before.startswith("\ufeff"),
            "tabs and odd spaces": "\t" in self.before or NBSP in self.before,
            "order": _names(facts) != _names(new_facts),
            "dates": _letters(facts) != _letters(new_facts),
            "quotation marks": _signs(facts, QUOTATION_MARKS) != _signs(new_facts, QUOTATION_MARKS),
            "lists and groups": _signs(facts, BRACKETS) != _signs(new_facts, BRACKETS),
            "blank lines and spaces": body != new_body,
        }
        return [kind for kind, is_so in told.items() if is_so] or ["blank lines and spaces"]


def tidied(root: Path, slug: str = "") -> Iterator[Tidied | Problem]:
    """Every record and series, or the record `slug` alone; for one that cannot be read, why."""
    for folder, model in ((audit.FOLDER, AuditFields), (series.FOLDER, SeriesFields)):
        for path in sorted((root / folder).glob("*.md")):
            is_meant = path.stem == slug and folder == audit.FOLDER if slug else path.name[0] != "."
            if is_meant:
                yield _tidied(path, f"{folder}/{path.name}", model)


def untidy(root: Path) -> list[Problem]:
    """A warning for each record and series that can be read and is not in its normal form."""
    found = [one for one in tidied(root) if isinstance(one, Tidied) and not one.is_tidy]
    said = "is not in its normal form"
    return [
        Problem(one.file, one.line, f"{said} ({', '.join(one.kinds)}). {HOW}", is_warning=True)
        for one in found
    ]


def _tidied(path: Path, file: str, model: type[AuditFields] | type[SeriesFields]) -> Tidied | Problem:
    text = read_text(path, file)
    if isinstance(text, Problem):
        return text
    before = path.read_bytes().decode("utf-8")
    try:
        return Tidied(file, before, normal_form(before, model))
    except UnreadableError as error:
        return Problem(file, error.line, str(error))


def _parts(text: str) -> tuple[str, str]:
    """The facts and the body of a text that has both."""
    parts = split(with_line_feeds(text.removeprefix("\ufeff")), "")
    assert isinstance(parts, tuple), parts
    return with_spaces(parts[0]), parts[1]


def _names(facts: str) -> list[str]:
    """Every key, in the order of the text."""
    return [entry.name for entry in every(read_facts(facts, first_line=2).entries)]


def _signs(facts: str, wanted: frozenset[str]) -> Counter[str]:
    return Counter(sign for sign in facts if sign in wanted)


def _letters(facts: str) -> Counter[str]:
    return Counter(filter(str.isalnum, facts))
