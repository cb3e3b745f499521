"""The download: the poster's bytes without what they carry besides the poster.

Nothing is guessed to be harmless: what is not known to be needed to show, read or hear the poster is left
out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.posters.clean import jpeg, pdf, png

if TYPE_CHECKING:
    from publication.posters.intake.formats import Format


@dataclass(frozen=True)
class Cleaned:
    """The bytes to publish, and in words what was left out: "author 'A. Name'", "location (GPS)"."""

    data: bytes
    removals: tuple[str, ...]

    @property
    def has_layers_off(self) -> bool:
        """Whether a layer was left out that was switched off."""
        return pdf.LAYER in self.removals


def clean(data: bytes, kind: Format) -> Cleaned:
    """The same bytes always give the same download; an ArtworkError where they are damaged."""
    cleaner = {"jpeg": jpeg.clean, "png": png.clean, "pdf": pdf.clean}[kind]
    cleaned, removed = cleaner(data)
    return Cleaned(cleaned, tuple(dict.fromkeys(removed)))


def orientation(data: bytes, kind: Format) -> int:
    """EXIF orientation of an image, 1 to 8."""
    return jpeg.orientation(data) if kind == "jpeg" else png.orientation(data)
