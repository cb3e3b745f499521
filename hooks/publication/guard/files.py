"""Which files of `docs/` and `overrides/` are published. What is neither a page nor an asset of ours is not.

MkDocs copies whatever lies in these folders: drafts in Word, safety copies of editors, notes.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.guard.sources import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ASSETS = "overrides"
PAGE = re.compile(r"(?:\w[\w-]*/)*\w[\w-]*\.md", re.ASCII)
ASSET = re.compile(
    r"assets/(?:[\w-]+/)*(?:[\w-]+(?:\.min)?\.(?:css|m?js|woff2|svg|png|webp)|(?:OFL|LICENSE)\.txt)", re.ASCII
)
FOR_THE_BUILD = re.compile(r"(?:(?:views|poster)/.+|[\w-]+\.html|[\w-]+\.xml)", re.ASCII)
"""Templates, and what the composed poster is made of: they are read and not published."""


def is_page(name: str) -> bool:
    """Whether a file of `docs/`, by its path in there, is a hand-written page."""
    return PAGE.fullmatch(name) is not None


def is_asset(name: str) -> bool:
    """Whether a file of `overrides/`, by its path in there, is a style, a script, a font or a picture."""
    return ASSET.fullmatch(name) is not None


def unpublished(root: Path) -> Iterator[Problem]:
    """A warning for each file that lies where pages and assets are and is neither."""
    for folder, is_published in ((PAGES, is_page), (ASSETS, lambda one: is_asset(one) or _is_read(one))):
        for path in sorted((root / folder).rglob("*")):
            name = path.relative_to(root / folder).as_posix()
            is_hidden = any(part.startswith(".") for part in name.split("/"))
            if path.is_file() and not is_hidden and not is_published(name):
                said = (
                    "is no page and no asset of the site, so it is not published. Remove it from this folder."
                )
                yield Problem(f"{folder}/{name}", 0, said, is_warning=True)


def _is_read(name: str) -> bool:
    return FOR_THE_BUILD.fullmatch(name) is not None
