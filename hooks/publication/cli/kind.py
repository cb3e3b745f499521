"""`make kind`: whether the work at hand changes content only, or the machinery too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.changes.kind import kind_of
from publication.cli.codes import COULD_NOT_RUN, OK, to_editor
from publication.cli.comparison import add_base
from publication.cli.git import HistoryError
from publication.cli.history import base_of, changed_files

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

HELP = "say whether your work changes content only, or the machinery too"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with."""
    add_base(parser)


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Print one word, `content` or `machinery`."""
    try:
        print(kind_of(changed_files(root, base_of(root, chosen.base))))
    except HistoryError as error:
        to_editor(str(error))
        return COULD_NOT_RUN
    return OK
