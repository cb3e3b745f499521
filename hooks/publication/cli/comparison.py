"""The work at hand beside the version that it began from, for the commands that compare the two."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from publication.build import CACHE
from publication.changes.compare import compare
from publication.changes.state import read_state
from publication.cli.codes import today
from publication.cli.history import base_of, changed_files, tree_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from publication.changes.change import Changes
    from publication.changes.state import State
    from publication.cli.history import Base


@dataclass(frozen=True)
class Comparison:
    """What was compared with, as far as it could be read, and what is different."""

    base: Base
    before: State
    changes: Changes


def add_base(parser: argparse.ArgumentParser) -> None:
    """`--base`: what to compare with."""
    parser.add_argument("--base", default="main", help="the branch to compare with")


@contextmanager
def compared(root: Path, base: str, now: State) -> Iterator[Comparison]:
    """The state `now` of the project in `root`, compared with where it left `base`.

    The files of that version are there within the block. Raises HistoryError where git cannot give them;
    nothing in the project or in git's index is touched.
    """
    found = base_of(root, base)
    with tempfile.TemporaryDirectory(prefix="before-") as folder:
        tree_of(root, found, Path(folder))
        before = read_state(Path(folder), root / CACHE)
        yield Comparison(found, before, compare(before, now, changed_files(root, found), today()))
