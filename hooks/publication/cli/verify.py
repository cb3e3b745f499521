"""`make verify`: whether a built site is what its records say, and what every site must be."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from publication.audits.problem import InvalidContentError
from publication.build import check
from publication.checks.browsing import MOST_CHANGED
from publication.checks.built import INDEX, BuiltSite
from publication.checks.rules import RULES, hold
from publication.checks.subject import Subject
from publication.checks.tools import ToolError
from publication.cli.check import FORMATS
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor, today
from publication.cli.git import HistoryError
from publication.cli.history import base_of, changed_files
from publication.views.site import count_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

HELP = "hold the built site to the rules that every site must keep"
HOW_TO_MEND = (
    "Mend what is said of a record, then build again: make build. Where its record is right as it stands, "
    "the machinery is wrong: tell those who keep it."
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which site, what it is compared with, and who is to read the problems."""
    parser.add_argument("--site", default="site", help="the folder of the built site")
    parser.add_argument("--base", default="", help="a branch: pages changed since it are looked at too")
    parser.add_argument("--format", choices=FORMATS, default="plain", help="who is to read the problems")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print every problem, sorted by file and line."""
    start = time.monotonic()
    site = BuiltSite(root / chosen.site)
    if INDEX not in site.files:
        to_editor(f"There is no site in {chosen.site}. Build it first: make build")
        return COULD_NOT_RUN
    try:
        catalogue, artworks, _ = check(root)
    except InvalidContentError as error:
        count = sum(1 for problem in error.problems if not problem.is_warning)
        to_editor(f"{count} to mend before the site can be verified. Each, with its line: make check")
        return PROBLEMS
    base = catalogue.publisher.at(os.environ).addresses.site
    subject = Subject(root, site, catalogue, today(), base, artworks)
    try:
        if chosen.base:
            subject = subject.with_changed(changed_files(root, base_of(root, chosen.base)))
        problems = hold(subject, to_editor)
    except (HistoryError, ToolError) as error:
        to_editor(str(error))
        return COULD_NOT_RUN
    if said := FORMATS[chosen.format](problems):
        print(said)
    for line in _closing(subject, len(problems), time.monotonic() - start):
        to_editor(line)
    return PROBLEMS if problems else OK


def _closing(subject: Subject, errors: int, seconds: float) -> Iterator[str]:
    if len(subject.changed) > MOST_CHANGED:
        yield f"Of {len(subject.changed)} pages that change, {MOST_CHANGED} were looked at in a browser."
    if errors:
        yield HOW_TO_MEND
    pages = count_of(len(subject.site.pages), "page")
    yield f"{pages} held to {len(RULES)} rules: {count_of(errors, 'error')} to mend, {seconds:.0f} s."
