"""The editors' commands. Each uses the same functions as the build: there is no second validator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.problem import InvalidContentError
from publication.publication import check
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from publication.audits.problem import Problem

OK, PROBLEMS, COULD_NOT_RUN = 0, 1, 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the project's folder and return its exit code, one of the three above."""
    parser = argparse.ArgumentParser(prog="python -m publication.cli", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="check records and posters without building")
    checking.add_argument("--format", choices=FORMATS, default="plain", help="who is to read the problems")
    chosen = parser.parse_args(arguments)
    root = Path.cwd()
    if not (root / "mkdocs.yml").is_file():
        print("Run this in the project's folder, where mkdocs.yml is.", file=sys.stderr)
        return COULD_NOT_RUN
    return _check(root, chosen.format)


def _check(root: Path, form: str) -> int:
    try:
        catalogue, _, warnings = check(root)
    except InvalidContentError as error:
        for problem in error.problems:
            print(FORMATS[form](problem))
        wrong = sum(1 for problem in error.problems if not problem.is_warning)
        print(f"{wrong} to mend.", file=sys.stderr)
        return PROBLEMS
    for warning in warnings:
        print(FORMATS[form](warning))
    print(f"{count_of(len(catalogue.audits), 'record')}: nothing to mend.", file=sys.stderr)
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


if __name__ == "__main__":
    sys.exit(main())
