"""What views return: plain data that any site generator could put on the site."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Page:
    """What the skeleton around a page, and the search, need to know."""

    title: str
    description: str
    searched: str = ""
    """The HTML of what search finds the page by. Listings have none: they would find each audit twice."""
    search_tags: tuple[str, ...] = ()
    """Words that find the page besides its text; the first says in results what the page belongs to."""
    is_unlisted: bool = False
    """No search engine, no sitemap and no search of ours has it: it is for editors, or of what is gone."""


@dataclass(frozen=True)
class Artefact:
    """One address on the site.

    `address` is relative to the site's root; that of a page ends in `/`. `content` is text, bytes, or
    the file to copy; that of a page is the HTML of its main part. `edit` is the file that an editor
    changes to change this, relative to the project.
    """

    address: str
    content: str | bytes | Path
    edit: str = ""
    page: Page | None = None
