"""`make check`: everything that is wrong with the content, without building."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

from publication.audits.audit import FOLDER
from publication.audits.problem import InvalidContentError
from publication.audits.tidy.report import untidy
from publication.build import check
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor, today
from publication.views.site import count_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from publication.audits.audit import Audit
    from publication.audits.groups import Waiver
    from publication.audits.problem import Problem
    from publication.posters.artwork import Artwork

HELP = "check records and posters without building"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`--format`: who is to read the problems."""
    parser.add_argument("--format", choices=FORMATS, default="plain", help="who is to read the problems")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print every problem, sorted by file and line, and what downloads will lack. Only errors fail it."""
    if not (root / FOLDER).is_dir():
        to_editor(f"There is no folder {FOLDER} here. Put it back, or run this in the project's folder.")
        return COULD_NOT_RUN
    artworks: Mapping[str, Artwork] = {}
    waivers: list[tuple[Audit, Waiver]] = []
    try:
        catalogue, artworks, found = check(root, today())
        waivers = [(audit, waiver) for audit in catalogue.audits for waiver in audit.allow]
    except InvalidContentError as error:
        found = list(error.problems)
    except OSError as error:
        to_editor(f"{error.filename} is missing or cannot be read. Put it back, or ask a developer to.")
        return COULD_NOT_RUN
    problems = sorted([*found, *untidy(root)])
    said = FORMATS[chosen.format](problems)
    if said:
        print(said)
    if chosen.format == "plain":
        _print_removals(root, artworks)
        _print_waivers(waivers)
    warnings = sum(1 for problem in problems if problem.is_warning)
    errors = len(problems) - warnings
    to_editor(f"{count_of(errors, 'error')} to mend, {count_of(warnings, 'warning')}.")
    return PROBLEMS if errors else OK


def _print_removals(root: Path, artworks: Mapping[str, Artwork]) -> None:
    for artwork in artworks.values():
        if artwork.removals:
            name = artwork.path.relative_to(root).as_posix()
            print(f"{name}: left out of the download: {', '.join(artwork.removals)}.")


def _print_waivers(waivers: Iterable[tuple[Audit, Waiver]]) -> None:
    for audit, waiver in waivers:
        place = f"{audit.file}:{audit.lines['allow']}"
        print(f"{place}: allowed by {waiver.by}: '{waiver.words}'. {waiver.why}")


def _plain(problems: Iterable[Problem]) -> str:
    """A line each. Whoever sits at a terminal has the files, and is told what others must not read."""
    is_own = sys.stdout.isatty() and not os.environ.get("CI")
    return "\n".join(f"{one} {one.private}".rstrip() if is_own else str(one) for one in problems)


def _for_github(problems: Iterable[Problem]) -> str:
    return "\n".join(map(_annotation, problems))


def _annotation(problem: Problem) -> str:
    """A workflow command that puts the problem at its line of the pull request.

    Signs that would end the command are escaped as GitHub's toolkit does it.
    """
    text = problem.message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    file = problem.file.replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
    column = f",col={problem.column}" if problem.column else ""
    return f"::{_kind(problem)} file={file},line={problem.line or 1}{column}::{text}"


def _as_json(problems: Iterable[Problem]) -> str:
    """A list of objects. Without a line the whole file is meant; without a column, the whole line."""
    return json.dumps([_fields(problem) for problem in problems], ensure_ascii=False, indent=2)


def _fields(problem: Problem) -> dict[str, str | int]:
    place = {"line": problem.line, "column": problem.column}
    known = {name: number for name, number in place.items() if number}
    return {"file": problem.file, **known, "kind": _kind(problem), "message": problem.message}


def _kind(problem: Problem) -> str:
    return "warning" if problem.is_warning else "error"


FORMATS: dict[str, Callable[[Iterable[Problem]], str]] = {
    "plain": _plain,
    "github": _for_github,
    "json": _as_json,
}
