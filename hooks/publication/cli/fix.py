"""`make fix`: records and series in their normal form, without touching a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.audit import FOLDER
from publication.audits.problem import Problem, did_you_mean
from publication.audits.tidy.report import tidied
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor
from publication.posters.limits import ArtworkError
from publication.posters.work.store import write
from publication.views.site import count_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

HELP = "put records into their normal form, without touching a word"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One record, or all of them and all series."""
    parser.add_argument("audit", nargs="?", default="", help="the record's name, without .md; all without it")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print which files changed, and in what; those that cannot be read are named and left as they are."""
    found = list(tidied(root, chosen.audit))
    if not found:
        slugs = [path.stem for path in (root / FOLDER).glob("*.md")]
        named = f" '{chosen.audit}'" if chosen.audit else ""
        to_editor(f"There is no record{named} in {FOLDER}.{did_you_mean(chosen.audit, slugs)}")
        return COULD_NOT_RUN
    unreadable = [one for one in found if isinstance(one, Problem)]
    untidy = [one for one in found if not isinstance(one, Problem) and not one.is_tidy]
    for one in untidy:
        try:
            write(root / one.file, one.after.encode("utf-8"))
        except ArtworkError as error:
            to_editor(f"{one.file}: could not be written. {error}")
            return COULD_NOT_RUN
        print(f"{one.file}: {', '.join(one.kinds)}")
    for problem in unreadable:
        to_editor(f"{problem} Nothing in this file was changed.")
    left = f", {len(unreadable)} left as they were" if unreadable else ""
    to_editor(f"{count_of(len(found), 'file')}: {len(untidy)} changed{left}.")
    return PROBLEMS if unreadable else OK
