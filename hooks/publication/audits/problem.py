"""What is wrong with a file, in words for the editor who has to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend, or with `is_warning` one thing to look at.

    `file` is relative to the project's folder, with forward slashes. `line` counts from 1;
    0 means that the whole file is meant. `column` counts from 1 too; 0 where it is not known.
    `message` says what is wrong and then what to do. `private` may quote what must not become public: it is
    shown in the editor's own terminal, never in a report that others can read.
    """

    file: str
    line: int
    message: str
    is_warning: bool = False
    column: int = field(default=0, kw_only=True)
    private: str = field(default="", kw_only=True)

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {'warning: ' if self.is_warning else ''}{self.message}"


class _OfRecord(Protocol):
    @property
    def file(self) -> str: ...
    @property
    def lines(self) -> dict[str, int]: ...


class KnowsItsLines:
    """For what was read from a record: `file` is its path, `lines` has the line of each key."""

    def problem(self: _OfRecord, key: str, message: str, *, is_warning: bool = False) -> Problem:
        """A problem at the line of `key`."""
        line, column = self.lines.get(key, 1), int(key in self.lines)
        return Problem(self.file, line, message, is_warning, column=column)

    def warning(self: _OfRecord, key: str, message: str) -> Problem:
        """Something at the line of `key` that is worth a look, and may be right."""
        column = int(key in self.lines)
        return Problem(self.file, self.lines.get(key, 1), message, is_warning=True, column=column)


class InvalidContentError(Exception):
    """The content cannot be published. `problems` holds everything found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


NEAR, LIST = " Did you mean '{near}'?", " Use one of: {known}."
MAX_WORDS = 40
"""A longer list helps nobody: of 1,000 records we name none."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """` Did you mean 'neglect'?` for the nearest of the known words; where none is near, all of a few."""
    known = list(known)
    near = get_close_matches(word.strip().lower(), map(str.lower, known), n=1, cutoff=0.6)
    if near:
        return NEAR.format(near=next(one for one in known if one.lower() == near[0]))
    return LIST.format(known=", ".join(known)) if 0 < len(known) <= MAX_WORDS else ""
