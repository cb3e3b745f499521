"""The editors' commands. Each uses the same functions as the build: there is no second validator."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.catalogue import read_catalogue
from publication.audits.problem import InvalidContentError, did_you_mean
from publication.audits.writing import with_text
from publication.posters.artwork import ArtworkError, read_artwork
from publication.posters.collection import FOLDER as POSTERS
from publication.posters.store import write
from publication.posters.transcript import draft
from publication.publication import check, pack_of
from publication.views.site import count_of, file_size

if TYPE_CHECKING:
    from collections.abc import Callable

    from publication.audits.problem import Problem

OK, PROBLEMS, COULD_NOT_RUN = 0, 1, 2
PACKS = ".cache/packs"
"""Where packs are written: a folder that git leaves out."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the project's folder and return its exit code, one of the three above."""
    parser = argparse.ArgumentParser(prog="python -m publication.cli", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check", help="check records and posters without building")
    checking.add_argument("--format", choices=FORMATS, default="plain", help="who is to read the problems")
    drafting = commands.add_parser("transcript", help="draft the words of a poster into its record")
    drafting.add_argument("audit", help="the record's name, without .md")
    packing = commands.add_parser("pack", help="put all posters of a series or topic into one PDF")
    of = packing.add_mutually_exclusive_group(required=True)
    of.add_argument("--series", default="", help="the name of a file in content/series/, without .md")
    of.add_argument("--topic", default="", help="a topic of content/vocabulary.yml")
    chosen = parser.parse_args(arguments)
    root = Path.cwd()
    if not (root / "mkdocs.yml").is_file():
        print("Run this in the project's folder, where mkdocs.yml is.", file=sys.stderr)
        return COULD_NOT_RUN
    if chosen.command == "check":
        return _check(root, chosen.format)
    if chosen.command == "transcript":
        return _transcript(root, chosen.audit)
    return _pack(root, chosen.series, chosen.topic)


def _check(root: Path, form: str) -> int:
    try:
        catalogue, artworks, warnings = check(root)
    except InvalidContentError as error:
        for problem in error.problems:
            print(FORMATS[form](problem))
        wrong = sum(1 for problem in error.problems if not problem.is_warning)
        print(f"{wrong} to mend.", file=sys.stderr)
        return PROBLEMS
    for warning in warnings:
        print(FORMATS[form](warning))
    for artwork in artworks.values():
        if artwork.removals and form == "plain":
            name = artwork.path.relative_to(root).as_posix()
            print(f"{name}: left out of the download: {', '.join(artwork.removals)}.")
    print(f"{count_of(len(catalogue.audits), 'record')}: nothing to mend.", file=sys.stderr)
    return OK


def _transcript(root: Path, slug: str) -> int:
    """Draft the words of a poster into its record; what the record says already is never replaced."""
    catalogue, _ = read_catalogue(root)
    audit = catalogue.audit(slug)
    if audit is None or audit.poster is None:
        slugs = [one.slug for one in catalogue.audits if one.poster]
        print(f"There is no record '{slug}' with a poster.{did_you_mean(slug, slugs)}", file=sys.stderr)
        return COULD_NOT_RUN
    path = root / audit.file
    try:
        words = draft(read_artwork(root / POSTERS / audit.poster))
        record = with_text(path.read_bytes().decode("utf-8"), "poster_text", words)
    except (ArtworkError, ValueError) as error:
        print(f"{audit.file}: {error}", file=sys.stderr)
        return PROBLEMS
    path.write_bytes(record.encode("utf-8"))
    print(f"{audit.file}: the poster's words are drafted as poster_text. Read them against the poster.")
    return OK


def _pack(root: Path, series: str, topic: str) -> int:
    """Write the pack of a series or a topic, of what the site shows today, and print where it is."""
    try:
        pack, known = pack_of(root, series=series, topic=topic, today=_today(), say=_to_editor)
    except InvalidContentError as error:
        for problem in error.problems:
            print(problem)
        return PROBLEMS
    slug = series or topic
    if pack is None:
        kind = "series" if series else "topic"
        print(f"There is no {kind} '{slug}' with a poster.{did_you_mean(slug, known)}", file=sys.stderr)
        return COULD_NOT_RUN
    path = root / PACKS / f"pack-{slug}.pdf"
    write(path, pack.path.read_bytes())
    print(f"{path.relative_to(root)}: {count_of(pack.pages, 'page')}, {file_size(pack.size)}.")
    return OK


def _today() -> dt.date:
    """As builds have it: SOURCE_DATE_EPOCH goes before the clock."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()


def _to_editor(said: str) -> None:
    print(said, file=sys.stderr)


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
