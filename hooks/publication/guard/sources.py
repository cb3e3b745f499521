"""Every text of the publication, as passages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits import audit as records
from publication.audits import series
from publication.audits.problem import Problem
from publication.audits.source.text import read_text
from publication.guard.configuration import FILE as CONFIGURATION
from publication.guard.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from publication.audits.audit import Audit, Unfinished
    from publication.audits.catalogue import Catalogue
    from publication.posters.artwork import Artwork

PAGES = "docs"
POSTERS = "posters"


def written_texts(root: Path) -> Iterator[Passage]:
    """Records, series, hand-written pages and lists, each as typed. What cannot be read is told elsewhere."""
    for folder, kind in ((records.FOLDER, "record"), (series.FOLDER, "series"), (PAGES, "page")):
        for path in _files(root / folder, "*.md"):
            yield from _text_of(root, path, kind)
    for path in _files(root / "content", "*.yml", deep=False):
        if path != root / CONFIGURATION:
            yield from _text_of(root, path, "list")


def file_names(root: Path) -> Iterator[Passage]:
    """The names of records, pages and posters: they are addresses, and names of downloads."""
    for folder in (records.FOLDER, series.FOLDER, PAGES, POSTERS):
        for path in _files(root / folder, "*"):
            file = path.relative_to(root).as_posix()
            yield Passage(file, spelt_out(path.stem), "name", line=0, within="the file's name")


def poster_words(catalogue: Catalogue, artworks: Mapping[str, Artwork]) -> Iterator[Passage]:
    """The words of each page of the posters, told at the line of the record that names the poster."""
    records_read: tuple[Audit | Unfinished, ...] = (*catalogue.audits, *catalogue.unfinished)
    for record in records_read:
        if record.slug not in artworks or record.poster_text:
            continue  # words in the record stand in its own text
        for number, text in enumerate(artworks[record.slug].texts, start=1):
            line = record.lines.get("poster", 1)
            yield Passage(record.file, text, "poster", line, f"'{record.poster}', page {number}")


def _files(folder: Path, pattern: str, *, deep: bool = True) -> list[Path]:
    found = folder.rglob(pattern) if deep else folder.glob(pattern)
    return sorted(path for path in found if path.is_file() and not path.name.startswith("."))


def _text_of(root: Path, path: Path, kind: str) -> Iterator[Passage]:
    file = path.relative_to(root).as_posix()
    text = read_text(path, file)
    if not isinstance(text, Problem):
        yield Passage(file, text, kind)


def spelt_out(stem: str) -> str:
    """`neglect-child-j` as `Neglect Child J`; hyphens between digits stay, as in a date."""
    parted = re.sub(r"(?<!\d)[-_.]+|[-_.]+(?!\d)", " ", stem)
    return " ".join(word[:1].upper() + word[1:] for word in parted.split())
