"""Which pictures a poster gets, before any pixel is opened: their names, widths and heights."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.posters.work.fingerprint import intake

if TYPE_CHECKING:
    from publication.posters.artwork import Artwork, Page

WIDTHS = (320, 640, 1280)
"""Pixels: a card in the gallery, the same on a dense screen, and the enlarged view, where small print is
read."""

LATER_WIDTHS = (1280,)
"""Pages after the first are seen only enlarged."""

QUALITY = 80
"""Of WebP, 0 to 100: block SSIM 0.981 at 1280 pixels; text shows no fringes at twice its size.

AVIF does not pay here: at equal quality of the 320 and 640 pictures (PSNR 37.2 dB) its speed 8 saves 16%
of the bytes for five times the time, 8 posters a second in place of 12; its speed 9 costs 30% more bytes.
"""

METHOD = 2
"""Effort of WebP, 0 to 6: as good as 4 for 35% less time and 4% more bytes; 0 and 1 cost a quarter more."""

THUMBNAIL_QUALITY, THUMBNAIL_METHOD = 55, 4
"""Of pictures up to the narrowest width: a quarter fewer bytes than with the settings above, and enlarged
twice no eye tells the two apart. So small a picture takes little time with any effort."""

RECIPE = 1
"""Raise it when `drawing` makes other pixels of the same bytes, so that every picture is made anew."""

_ENDINGS = {"pdf": ".pdf", "png": ".png", "jpeg": ".jpg"}


@dataclass(frozen=True)
class Rendition:
    """One picture of one page (counted from 1), `width` x `height` pixels. `key` names bytes and settings."""

    page: int
    width: int
    height: int
    key: str
    name: str


@dataclass(frozen=True)
class Poster:
    """A poster to publish: its pictures (page by page, narrow to wide) and its download.

    `is_ours` marks a poster that we composed: its download is published as it is, with its date and its
    PDF/A identification, and not cleaned.
    """

    slug: str
    artwork: Artwork
    renditions: tuple[Rendition, ...]
    download_name: str
    is_ours: bool = False


def plan(slug: str, artwork: Artwork, *, is_ours: bool = False) -> Poster:
    """The poster of the audit `slug`. An image is never enlarged: it gets fewer pictures instead."""
    renditions = []
    for number, page in enumerate(artwork.pages, start=1):
        for width in _widths(page, artwork.format == "pdf", WIDTHS if number == 1 else LATER_WIDTHS):
            height = max(1, round(page.height * width / page.width))
            key = _key(artwork.digest if is_ours else f"{artwork.digest} {intake()}", number, width, height)
            name = f"{slug}{f'-p{number}' if number > 1 else ''}-{width}-{key[:8]}.webp"
            renditions.append(Rendition(number, width, height, key, name))
    return Poster(slug, artwork, tuple(renditions), slug + _ENDINGS[artwork.format], is_ours)


def settings_of(width: int) -> dict[str, int]:
    """WebP's quality and effort for a picture so many pixels wide."""
    if width <= WIDTHS[0]:
        return {"quality": THUMBNAIL_QUALITY, "method": THUMBNAIL_METHOD}
    return {"quality": QUALITY, "method": METHOD}


def _widths(page: Page, is_drawn: bool, wanted: tuple[int, ...]) -> list[int]:
    return sorted(set(wanted if is_drawn else (min(width, page.width) for width in wanted)))


def _key(made_of: str, page: int, width: int, height: int) -> str:
    made_from = repr((made_of, page, width, height, settings_of(width), RECIPE))
    return hashlib.sha256(made_from.encode()).hexdigest()[:32]
