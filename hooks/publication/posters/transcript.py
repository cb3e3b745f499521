"""The words of a poster drafted for an editor: its text layer, or what Tesseract reads in its pictures."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from publication.posters.drawing import draw
from publication.posters.intake.inspection import read_unchanged
from publication.posters.intake.paragraphs import tidy
from publication.posters.intake.publishable import publishable
from publication.posters.limits import MAKING_MEMORY, ArtworkError
from publication.posters.work import pool

if TYPE_CHECKING:
    from publication.posters.artwork import Artwork
    from publication.posters.intake.formats import Format

WIDTH = 2480
"""Pixels: A4 at 300 dpi, what Tesseract's documentation asks for."""

SECONDS = 120.0
"""Seconds that Tesseract may take for a page."""

NOT_INSTALLED = (
    "This poster has no text that can be taken out. Install Tesseract, which reads pictures (on Debian: "
    "sudo apt-get install tesseract-ocr), and run this again, or type the words in yourself."
)


def draft(artwork: Artwork) -> str:
    """The poster's words, its pages parted by a blank line; an ArtworkError where none can be found."""
    texts = artwork.texts if any(artwork.texts) else _read_pictures(artwork)
    words = "\n\n".join(text for text in texts if text)
    if not words:
        raise ArtworkError("No words were found in this poster. Type them in yourself.")
    return words


def _read_pictures(artwork: Artwork) -> list[str]:
    if not shutil.which("tesseract"):
        raise ArtworkError(NOT_INSTALLED)
    with tempfile.TemporaryDirectory() as folder:
        jobs = []
        for number, page in enumerate(artwork.pages, start=1):
            width = WIDTH if artwork.format == "pdf" else min(WIDTH, page.width)
            height = max(1, round(page.height * width / page.width))
            file = str(Path(folder, f"{number}.webp"))
            jobs.append((str(artwork.path), artwork.format, artwork.digest, number, width, height, file))
        for answer in pool.run("publication.posters.transcript:draw_page", jobs, memory=MAKING_MEMORY):
            if answer.error:
                raise answer.error
        return [tidy(_read_picture(job[-1])) for job in jobs]


def draw_page(path: str, kind: Format, digest: str, number: int, width: int, height: int, file: str) -> None:
    """Draw a page into `file`: runs in a worker, for artwork may be hostile."""
    data = publishable(read_unchanged(path, digest), kind).data
    Path(file).write_bytes(next(draw(data, kind, number, [(width, height)])))


def _read_picture(file: str) -> str:
    try:
        done = subprocess.run(  # noqa: S603 - the file is ours, and no shell is used
            ["tesseract", file, "-", "-l", "eng"],  # noqa: S607 - wherever the editor has it
            capture_output=True,
            text=True,
            check=True,
            timeout=SECONDS,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise ArtworkError("Tesseract could not read this poster. Type the words in yourself.") from error
    return done.stdout
