"""What a build's log complains of, as problems at the places where an editor can mend them."""

from __future__ import annotations

import logging

from publication.audits.problem import Problem


class Complaints(logging.Handler):
    """Collects warnings and errors: our own problems as they are, and the words of everybody else."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.found: list[Problem | str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep it for the page; the terminal has handlers of its own."""
        self.found.append(record.msg if isinstance(record.msg, Problem) else record.getMessage())

    def problems(self) -> tuple[Problem, ...]:
        """Each once, sorted. What is no problem of ours, MkDocs says of its configuration."""
        placed = {one if isinstance(one, Problem) else Problem("mkdocs.yml", 0, one) for one in self.found}
        return tuple(sorted(placed))
