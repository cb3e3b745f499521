"""What finished PDFs say, pages and properties together: for a check that they say no more than they may."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2  # type: ignore[import-untyped]

from publication.posters.limits import ArtworkError
from publication.posters.work import pool

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SECONDS = 90.0
"""Seconds that one file may take: a pack of 40 posters takes two."""


def words_of_pdfs(paths: Sequence[Path]) -> dict[Path, str]:
    """The words of each file; an ArtworkError where one cannot be read."""
    found = {}
    jobs = [(str(path),) for path in paths]
    for answer in pool.run("publication.posters.words:read_words", jobs, seconds=SECONDS):
        if answer.problem:
            raise ArtworkError(f"{paths[answer.job].name}: {answer.problem}")
        found[paths[answer.job]] = str(answer.value)
    return found


def read_words(path: str) -> str:
    """The words of one file: runs in a worker."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
        return "\n".join([*document.get_metadata_dict().values(), *pages])
