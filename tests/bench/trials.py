"""The two projects to build: ours with the records of the benchmark, and a bare MkDocs with Material."""

from __future__ import annotations

import compileall
import os
import shutil
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import records
from project import lay_out, remove_audits

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SETTLING = 2.5
"""Seconds: what the build remembers of a file it trusts only where the file is 2 s old, as an editor's is."""

BARE = """site_name: Bare
theme: material
plugins: [search]
nav: [index.md]
not_in_nav: /page-*
"""


@dataclass(frozen=True)
class Trial:
    """A project in `folder`: how many audits it has, how many of them with a poster."""

    folder: Path
    audits: int
    posters: int


def ours(folder: Path, count: int, artworks: Sequence[Path]) -> Trial:
    """Lay out the publication for tests with `count` audits in place of its own, 90% of them with artwork."""
    remove_audits(lay_out(folder))
    supplied = dict(zip(records.with_artwork(count), artworks, strict=True))
    for number in range(count):
        name = supplied[number].name if number in supplied else None
        (folder / "content" / "audits" / f"{records.slug(number)}.md").write_text(
            records.record(number, name), "utf-8"
        )
    for path in artworks:
        shutil.copyfile(path, folder / "posters" / path.name)
    compileall.compile_dir(folder / "hooks", quiet=1)  # or the first build would pay for it
    os.sync()
    time.sleep(SETTLING)
    waiting = sum(1 for number in range(count) if records.lacks_artwork(number) == "coming soon")
    return Trial(folder, count, count - waiting)


def bare(folder: Path, pages: int) -> Path:
    """Write a project of so many pages, each with the words of a record, in `folder`, and return that."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(BARE, "utf-8")
    for number in range(pages):
        name = f"page-{number:04}.md" if number else "index.md"
        poster = f"## Poster\n\n{records.poster_text(number)}\n"
        words = f"# {records.title(number)}\n\n{records.body(number)}\n{poster}"
        (docs / name).write_text(words, "utf-8")
    return folder


def edit(trial: Trial, mark: int) -> None:
    """Change the words of the one record whose poster is composed from them, so its poster changes too."""
    composed = [n for n in range(trial.audits) if records.lacks_artwork(n) == "composed"]
    number = composed[0] if composed else 0
    path = trial.folder / "content" / "audits" / f"{records.slug(number)}.md"
    path.write_text(path.read_text("utf-8") + f"- Another point, number {mark}.\n", "utf-8")
