"""What a page weighs at most. Every limit stands here, with its reason."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from publication.checks.built import resolved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.problem import Problem
    from publication.checks.built import Page
    from publication.checks.subject import Subject

WORDS = 40_000
"""Bytes of a page's HTML as hosts send it, compressed: a tenth of a second on 3G (3 Mbit/s). The longest page
that is no list has 11,000."""

PER_AUDIT = 1_000
"""More such bytes for each audit that a page links to. A card or a row of a list takes 200 to 400."""

PER_PAGE_OF_POSTER = 10_000
"""More for each page of a poster whose words the page has: 20,000 characters at most (`posters.limits`)."""

PARTS = 200_000
"""Bytes of a page's styles, scripts and fonts, compressed where hosts do that. They are loaded once."""

PICTURES = 400_000
"""Bytes of the pictures that are loaded before a reader scrolls, at the size for a phone (`src`). A card's
picture is held to 40 kB by its width and quality, and no page shows more than eight at once."""

_COMPRESSED = (".css", ".js", ".svg")
_AUDIT = re.compile(r"audits/[^/]+/")


def no_page_is_over_its_weight(subject: Subject) -> Iterator[Problem]:
    """A page's words, its parts and its first pictures are within the limits above."""
    sizes: dict[str, int] = {}
    for page in subject.site.pages:
        for name, weight, most in (
            ("words", len(zlib.compress(page.html.encode(), 6)), _words_allowed(page, subject)),
            ("styles, scripts and fonts", _sum(_parts(page), page, subject, sizes), PARTS),
            ("first pictures", _sum(_first_pictures(page), page, subject, sizes), PICTURES),
        ):
            if weight > most:
                said = f"the {name} of its page /{page.address} weigh {weight:,} bytes; {most:,} are allowed."
                yield subject.sources.problem(page.address, said)


def _words_allowed(page: Page, subject: Subject) -> int:
    """An audit's page may be as long as its record, and its poster's words."""
    addresses = (resolved(link, page.file, subject.base) for link in page.links)
    audits = {address for address in addresses if address and _AUDIT.fullmatch(address)}
    allowed = WORDS + PER_AUDIT * len(audits)
    found = _AUDIT.fullmatch(page.address)
    audit = subject.catalogue.audit(page.address.split("/")[1]) if found else None
    if audit:
        artwork = subject.artworks.get(audit.slug)
        allowed += (subject.root / audit.file).stat().st_size
        allowed += PER_PAGE_OF_POSTER * len(artwork.pages) if artwork else 0
    return allowed


def _parts(page: Page) -> Iterator[str]:
    for one in page.elements:
        if one.tag == "script":
            yield one.get("src")
        elif one.tag == "link" and one.get("rel") in ("stylesheet", "preload", "modulepreload"):
            yield one.get("href")


def _first_pictures(page: Page) -> Iterator[str]:
    return (one.get("src") for one in page.elements if one.tag == "img" and one.get("loading") != "lazy")


def _sum(links: Iterator[str], page: Page, subject: Subject, sizes: dict[str, int]) -> int:
    """The bytes of files of this site, each once. `sizes` remembers them: most pages have the same."""
    found = {resolved(link, page.file, subject.base) for link in links if link}
    return sum(_size(file, subject, sizes) for file in found if file in subject.site.files)


def _size(file: str, subject: Subject, sizes: dict[str, int]) -> int:
    if file not in sizes:
        is_compressed = file.endswith(_COMPRESSED)
        sizes[file] = (
            len(zlib.compress(subject.site.text(file).encode(), 6))
            if is_compressed
            else subject.site.size(file)
        )
    return sizes[file]
