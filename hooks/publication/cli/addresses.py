"""`make addresses`: which published addresses the work at hand would take away, each where it is mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.build import CACHE
from publication.changes.state import read_state
from publication.cli.check import FORMATS
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor
from publication.cli.comparison import add_base, compared
from publication.cli.git import HistoryError
from publication.views.site import count_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

HELP = "say which published addresses your work would take away"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with, and who is to read it."""
    add_base(parser)
    parser.add_argument("--format", choices=FORMATS, default="plain", help="who is to read it")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print each address that is lost by accident, as a problem to mend."""
    now = read_state(root, root / CACHE)
    if now.errors:
        to_editor(f"{count_of(len(now.errors), 'error')} to mend first. Each, with its line: make check")
        return PROBLEMS
    try:
        with compared(root, chosen.base, now) as found:
            problems = sorted(found.changes.problems)
    except HistoryError as error:
        to_editor(str(error))
        return COULD_NOT_RUN
    if not problems:
        to_editor("Every published address still answers.")
        return OK
    print(FORMATS[chosen.format](problems))
    to_editor(f"{count_of(len(problems), 'error')} to mend.")
    return PROBLEMS
