"""`make diff`: what the work at hand does to the public site, in plain English."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from publication.build import CACHE
from publication.changes.compare import compare
from publication.changes.pictures import PAGE, draw
from publication.changes.render import FORMATS, Told, write_sheet, write_words
from publication.changes.state import read_state
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor, today
from publication.cli.git import HistoryError
from publication.cli.history import base_of, changed_files, tree_of
from publication.posters.artwork import ArtworkError
from publication.posters.work.store import write

if TYPE_CHECKING:
    import argparse

    from publication.changes.change import Changes
    from publication.cli.history import Base

HELP = "say what your work does to the public site"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with, who is to read it, and where pictures of the posters go."""
    parser.add_argument("--base", default="main", help="the branch to compare with")
    parser.add_argument("--format", choices=FORMATS, default="plain", help="who is to read it")
    parser.add_argument(
        "--thumbnails", default="", help="a folder for pictures of the posters that change, before and now"
    )


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print what readers will see differently; nothing in the project or in git's index is touched."""
    now = read_state(root, root / CACHE)
    if now.errors:
        count = len(now.errors)
        print(f"{count} to mend before it can be said what changes. Each, with its line: make check")
        return PROBLEMS
    try:
        base = base_of(root, chosen.base)
        with tempfile.TemporaryDirectory(prefix="before-") as folder:
            tree_of(root, base, Path(folder))
            before = read_state(Path(folder), root / CACHE)
            changes = compare(before, now, changed_files(root, base), today())
            sheet = _sheet(changes, root, chosen.thumbnails, base)
    except (HistoryError, ArtworkError) as error:
        to_editor(str(error))
        return COULD_NOT_RUN
    _print(write_words(changes, Told(base.name, len(before.errors), sheet), chosen.format))
    return OK


def _sheet(changes: Changes, root: Path, thumbnails: str, base: Base) -> str:
    """Draw the posters that change, while their files are there; the name of the page to open."""
    if not thumbnails or not changes.posters:
        return ""
    folder = root / thumbnails
    html = write_sheet(draw(changes.posters, folder, root / CACHE), base.name)
    write(folder / PAGE, html.encode("utf-8"))
    return f"{thumbnails.rstrip('/')}/{PAGE}"


def _print(words: str) -> None:
    """In UTF-8, whatever the terminal's own encoding: titles have typographic quotation marks."""
    sys.stdout.buffer.write(words.encode("utf-8", "replace"))
    sys.stdout.flush()
