"""`make check`: everything that is wrong with the content, without building."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.problem import InvalidContentError
from publication.cli.codes import OK, PROBLEMS, to_editor
from publication.publication import check
from publication.views.site import count_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable
    from pathlib import Path

    from publication.audits.problem import Problem

HELP = "check records and posters without building"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--format`: who is to read the problems."""
    parser.add_argument("--format", choices=FORMATS, default="plain", help="who is to read the problems")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print every problem, sorted by file and line; without one, what the downloads will lack."""
    try:
        catalogue, artworks, warnings = check(root)
    except InvalidContentError as error:
        for problem in error.problems:
            print(FORMATS[chosen.format](problem))
        wrong = sum(1 for problem in error.problems if not problem.is_warning)
        to_editor(f"{wrong} to mend.")
        return PROBLEMS
    for warning in warnings:
        print(FORMATS[chosen.format](warning))
    for artwork in artworks.values():
        if artwork.removals and chosen.format == "plain":
            name = artwork.path.relative_to(root).as_posix()
            print(f"{name}: left out of the download: {', '.join(artwork.removals)}.")
    to_editor(f"{count_of(len(catalogue.audits), 'record')}: nothing to mend.")
    return OK


def _for_github(problem: Problem) -> str:
    """A workflow command that puts the problem at its line of the pull request.

    Signs that would end the command are escaped as GitHub's toolkit does it.
    """
    kind = "warning" if problem.is_warning else "error"
    text = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = problem.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    return f"::{kind} file={file},line={problem.line or 1}::{text}"


FORMATS: dict[str, Callable[[Problem], str]] = {"plain": str, "github": _for_github}
