"""What a build's log complains of, as problems at the places where an editor can mend them."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_LINK = re.compile(
    r"(?:Doc file '(?P<doc>.+?)' contains an? .*?|(?P<page>\S+): the )link (?:to )?'(?P<link>.*?)'"
)


class Complaints(logging.Handler):
    """Collects warnings and errors: our own problems as they are, and the words of everybody else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Problem | str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it for the page; the terminal has handlers of its own."""
        self.found.append(record.msg if isinstance(record.msg, Problem) else record.getMessage())

    def problems(self, root: Path, sources: Mapping[str, str]) -> tuple[Problem, ...]:
        """Each once, sorted. `sources` has the file that a page is made from, by the page's own."""
        return tuple(sorted({_placed(one, root, sources) for one in self.found}))


def _placed(said: Problem | str, root: Path, sources: Mapping[str, str]) -> Problem:
    """A link that leads nowhere is put where an editor wrote it; all else is about the configuration."""
    if isinstance(said, Problem):
        return said
    found = _LINK.match(said)
    if found is None:
        return Problem("mkdocs.yml", 0, said)
    file = f"docs/{found['doc']}" if found["doc"] else sources.get(found["page"]) or found["page"]
    path = root / file
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    line = next((number for number, text in enumerate(lines, 1) if found["link"] in text), 0)
    return Problem(file, line, f"the link '{found['link']}' leads nowhere. Mend its address, or remove it.")
