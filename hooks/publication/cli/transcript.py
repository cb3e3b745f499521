"""`make transcript`: the words of a poster, drafted into its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.catalogue import read_catalogue
from publication.audits.problem import did_you_mean
from publication.audits.tidy.new_record import with_text
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor
from publication.posters.artwork import ArtworkError, read_artwork
from publication.posters.collection import FOLDER as POSTERS
from publication.posters.transcript import draft

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

HELP = "draft the words of a poster into its record"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The record's name."""
    parser.add_argument("audit", help="the record's name, without .md")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Write the words into the record; what the record says already is never replaced."""
    catalogue, _ = read_catalogue(root)
    audit = catalogue.audit(chosen.audit)
    if audit is None or audit.poster is None:
        slugs = [one.slug for one in catalogue.audits if one.poster]
        to_editor(f"There is no record '{chosen.audit}' with a poster.{did_you_mean(chosen.audit, slugs)}")
        return COULD_NOT_RUN
    path = root / audit.file
    try:
        words = draft(read_artwork(root / POSTERS / audit.poster))
        record = with_text(path.read_bytes().decode("utf-8"), "poster_text", words)
    except (ArtworkError, ValueError) as error:
        to_editor(f"{audit.file}: {error}")
        return PROBLEMS
    path.write_bytes(record.encode("utf-8"))
    print(f"{audit.file}: the poster's words are drafted as poster_text. Read them against the poster.")
    return OK
