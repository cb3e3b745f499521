"""Artwork as supplied: what it is, whether it can be published, and what it says.

Here a file is looked at from outside: its kind, its size, its first bytes. What needs a decoder is done by
`inspection` in a worker process. What was learnt of a file is remembered by the digest of its bytes, so an
unchanged file is never decoded again, and seldom even read.
"""

from __future__ import annotations

import hashlib
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publication.posters.intake.accessibility import Access
from publication.posters.intake.formats import HEAD, Format, name_note, recognise
from publication.posters.limits import MAX_BYTES, SECONDS, ArtworkError, Note
from publication.posters.work import pool
from publication.posters.work.inspections import Memory

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

__all__ = ["Artwork", "ArtworkError", "Page", "read_artwork", "read_artworks"]


INSPECT = "publication.posters.intake.inspection:inspect"
"""What a worker does with a file."""


@dataclass(frozen=True)
class Page:
    """Size of an upright page: pixels of an image (EXIF rotation applied), points of a PDF (rounded up)."""

    width: int
    height: int


@dataclass(frozen=True)
class Artwork:
    """A poster that can be published.

    `format` is by the bytes, not the name. `digest` is the SHA-256 of the bytes, `size` their number. `texts`
    has the text layer of each page, tidied ("" where there is none). `access` says what a PDF offers to a
    screen reader; of a picture it is None. `notes` are warnings for the editor. `removals` says in words what
    the clean download leaves out.
    """

    path: Path
    format: Format
    digest: str
    size: int
    pages: tuple[Page, ...]
    texts: tuple[str, ...]
    access: Access | None
    notes: tuple[Note, ...]
    removals: tuple[str, ...]
    can_be_joined: bool = True
    """Whether it can go into one file with others."""


def read_artwork(path: Path) -> Artwork:
    """Read and check one file; an ArtworkError where it cannot be published."""
    found = read_artworks([path])[path]
    if isinstance(found, ArtworkError):
        raise found
    return found


def read_artworks(
    paths: Iterable[Path],
    cache: Path | None = None,
    *,
    is_ours: bool = False,
    workers: int | None = None,
    seconds: float = SECONDS,
) -> dict[Path, Artwork | ArtworkError]:
    """Read and check many files at once; one that cannot be published does not stop the others.

    `cache` is the folder that remembers what was learnt of each file. Files that are ours are published as
    they are. `seconds` is the time each may take.
    """
    memory = Memory(cache)
    found: dict[Path, Artwork | ArtworkError] = {}
    outsides: dict[Path, tuple[Format, str, int]] = {}
    for path in paths:
        try:
            outsides[path] = _outside(path, memory)
        except ArtworkError as error:
            found[path] = error
    # Files of the same bytes are inspected once.
    unknown = {digest: (str(path), kind, digest, is_ours) for path, (kind, digest, _) in outsides.items()}
    unknown = {digest: job for digest, job in unknown.items() if digest not in memory.reports}
    jobs = list(unknown.values())
    failed: dict[str, ArtworkError] = {}
    for answer in pool.run(INSPECT, jobs, workers=workers, seconds=seconds):
        if answer.error:  # not remembered: what is mended on this machine may mend it
            failed[jobs[answer.job][2]] = answer.error
        else:
            memory.learn(jobs[answer.job][2], answer.value)
    for path, (kind, digest, size) in outsides.items():
        why = failed.get(digest)
        found[path] = why or _artwork(path, kind, digest, size, memory.reports[digest])
    memory.save()
    return found


def _artwork(path: Path, kind: Format, digest: str, size: int, report: dict[str, Any]) -> Artwork:
    note = name_note(path, kind)
    return Artwork(
        path=path,
        format=kind,
        digest=digest,
        size=size,
        pages=tuple(Page(width, height) for width, height in report["pages"]),
        texts=tuple(report["texts"]),
        access=Access(**report["access"]) if report["access"] else None,
        notes=((Note(note),) if note else ()) + tuple(Note(*said) for said in report["notes"]),
        removals=tuple(report["removals"]),
        can_be_joined=report.get("can_be_joined", True),
    )


def _outside(path: Path, memory: Memory) -> tuple[Format, str, int]:
    """Format, digest and size of a file, by no decoder; an ArtworkError where it cannot be published."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        raise ArtworkError(
            "This file is missing. Put it in the folder posters/, or correct its name."
        ) from None
    except OSError as error:
        raise ArtworkError(f"This file cannot be looked up ({error.strerror}). Correct its name.") from None
    if stat.S_ISLNK(status.st_mode):
        raise ArtworkError(
            "This is a link to another place, not a file. Put the file itself in the folder posters/."
        )
    if stat.S_ISDIR(status.st_mode):
        raise ArtworkError("This is a folder, not a file. Name the poster's file.")
    if not stat.S_ISREG(status.st_mode):
        raise ArtworkError("This is not an ordinary file. Put the poster's file in its place.")
    if status.st_size == 0:
        raise ArtworkError("This file is empty. Export the poster again or copy it again.")
    if status.st_size > MAX_BYTES:
        raise ArtworkError(
            f"This file has {status.st_size / 2**20:.0f} MB; the most is {MAX_BYTES // 2**20} MB. "
            "Export the poster again for screen (150 dpi)."
        )
    known = memory.seen(path, status)
    if known:
        return known[0], known[1], status.st_size
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            file.seek(0)
            start = file.read(HEAD)
            file.seek(max(0, status.st_size - HEAD * 16))
            kind = recognise(start, file.read(HEAD * 16))
    except OSError as error:
        raise ArtworkError(f"This file cannot be read ({error.strerror}). Check who may read it.") from None
    memory.note(path, status, kind, digest)
    return kind, digest, status.st_size
