"""`make diff`: what the work at hand does to the public site, in plain English."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from publication.build import CACHE
from publication.changes.pictures import PAGE, draw
from publication.changes.render import FORMATS, Told, write_sheet, write_to_mend, write_words
from publication.changes.state import read_state
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor
from publication.cli.comparison import add_base, compared
from publication.cli.git import HistoryError
from publication.posters.artwork import ArtworkError
from publication.posters.work.store import write

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from publication.cli.comparison import Comparison

HELP = "say what your work does to the public site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with, who is to read it, and where pictures of the posters go."""
    add_base(parser)
    parser.add_argument("--format", choices=FORMATS, default="plain", help="who is to read it")
    parser.add_argument(
        "--thumbnails", default="", help="a folder for pictures of the posters that change, before and now"
    )


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print what readers will see differently; nothing in the project or in git's index is touched."""
    now = read_state(root, root / CACHE)
    if now.errors:
        _print(write_to_mend(len(now.errors), chosen.format))
        return PROBLEMS
    try:
        with compared(root, chosen.base, now) as found:
            sheet = _sheet(found, root, chosen.thumbnails)
    except (HistoryError, ArtworkError) as error:
        to_editor(str(error))
        return COULD_NOT_RUN
    _print(write_words(found.changes, Told(found.base.name, len(found.before.errors), sheet), chosen.format))
    return OK


def _sheet(found: Comparison, root: Path, thumbnails: str) -> str:
    """Draw the posters that change, while their files are there; the name of the page to open."""
    if not thumbnails or not found.changes.posters:
        return ""
    folder = root / thumbnails
    html = write_sheet(draw(found.changes.posters, folder, root / CACHE), found.base.name)
    write(folder / PAGE, html.encode("utf-8"))
    return f"{thumbnails.rstrip('/')}/{PAGE}"


def _print(words: str) -> None:
    """In UTF-8, whatever the terminal's own encoding: titles have typographic quotation marks."""
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    sys.stdout.flush()
