"""An addition is laid out beside the project, checked as the build would, and then put in place whole."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.audit import FOLDER
from publication.audits.catalogue import read_catalogue
from publication.build import CACHE
from publication.posters.collection import FOLDER as POSTERS
from publication.posters.collection import check_artwork

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from publication.audits.problem import Problem


@dataclass(frozen=True)
class Addition:
    """A record that the project does not have yet, as text, and its poster.

    `poster` is the name that the copy of `source` gets in `posters/`, "" without one. With `is_in_place` the
    file stands there already, and stays as it is.
    """

    slug: str
    record: str
    poster: str = ""
    source: Path | None = None
    is_in_place: bool = False

    @property
    def file(self) -> str:
        """Where the record will stand in the project."""
        return f"{FOLDER}/{self.slug}.md"

    @property
    def summary_line(self) -> int:
        """The line of the record on which the opening summary begins."""
        return self.record.split("\n").index("---", 1) + 3

    def key_at(self, line: int) -> str:
        """What the line of the record is about: a key of its front matter, or `summary`."""
        if line >= self.summary_line - 1:
            return "summary"
        return self.record.split("\n")[line - 1].partition(":")[0]


@dataclass(frozen=True)
class Staged:
    """An addition in a folder of its own. `problems` are those that it would bring into the project."""

    addition: Addition
    folder: Path
    problems: tuple[Problem, ...]

    def place(self, root: Path) -> list[str]:
        """Put poster and record in place, in this order, or neither; where they stand, record first.

        Raises FileExistsError rather than replace a file, and OSError where a file cannot be written.
        """
        addition = self.addition
        copied = [] if addition.is_in_place or not addition.poster else [f"{POSTERS}/{addition.poster}"]
        placed: list[Path] = []
        try:
            for name in (*copied, addition.file):
                target = root / name
                target.parent.mkdir(exist_ok=True)
                target.open("x").close()
                placed.append(target)
                (self.folder / name).replace(target)
        except BaseException:  # Ctrl+C too
            for target in placed:
                target.unlink(missing_ok=True)
            raise
        return [addition.file, *copied]


@contextmanager
def staged(root: Path, addition: Addition, before: Collection[Problem]) -> Iterator[Staged]:
    """The addition, laid out until the end of the block; `before` are problems that the project has already.

    The folder is in the cache: on the project's own disk, so that files move from it in one step.
    """
    cache = root / CACHE
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="new-", dir=cache) as name:
        folder = Path(name)
        shutil.copytree(root / "content", folder / "content", symlinks=True)
        (folder / POSTERS).mkdir()
        (folder / addition.file).write_bytes(addition.record.encode("utf-8"))
        if addition.source:
            shutil.copyfile(addition.source, folder / POSTERS / addition.poster)
        yield Staged(addition, folder, tuple(_problems(folder, addition, cache, before)))


def _problems(
    folder: Path, addition: Addition, cache: Path, before: Collection[Problem]
) -> Iterator[Problem]:
    """What the check says of the project with the addition, at lines with which nothing was wrong without."""
    catalogue, found = read_catalogue(folder)
    known = {(problem.file, problem.line) for problem in before}
    yield from (problem for problem in found if (problem.file, problem.line) not in known)
    if addition.poster:
        users = tuple(audit for audit in catalogue.audits if audit.poster == addition.poster)
        _, found = check_artwork(
            folder, replace(catalogue, audits=users, unfinished=()), cache, complete=False
        )
        yield from found
