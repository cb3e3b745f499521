"""What a file is, by its bytes: a format we publish, or one we can name and say what to do about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from pathlib import Path

Format = Literal["pdf", "png", "jpeg"]

SUFFIXES: dict[Format, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "png": (".png",),
    "jpeg": (".jpg", ".jpeg", ".jpe", ".jfif"),
}
NAMES: dict[Format, str] = {"pdf": "a PDF", "png": "a PNG image", "jpeg": "a JPEG image"}

HEAD = 4096  # bytes from the start that decide; enough for the licence comment at the top of an SVG

_AS_PDF = "Open it in the program that made it, export it as PDF and use that."
_AS_IMAGE = "Open it in an image program, export it as PNG or JPEG at 150 dpi or more and use that."

# Pattern at the start of the file, what it is, what to do instead.
_REFUSED: tuple[tuple[bytes, str, str], ...] = (
    (rb"GIF8", "a GIF image", _AS_IMAGE),
    (rb"II\*\0|MM\0\*|II\+\0|MM\0\+", "a TIFF image", _AS_IMAGE),
    (rb"RIFF....WEBP", "a WebP image", _AS_IMAGE),
    (rb"....ftyp(?:hei[cxms]|hev[cx]|mif1|msf1)", "a HEIC photo", _AS_IMAGE),
    (rb"....ftypavi[fs]", "an AVIF image", _AS_IMAGE),
    (rb"\xff\x0a|\0\0\0\x0cJXL |\0\0\0\x0cjP  |\xff\x4f\xff\x51", "a JPEG XL or JPEG 2000 image", _AS_IMAGE),
    (rb"BM....\0\0\0\0", "a BMP image", _AS_IMAGE),
    (rb"8BPS", "a Photoshop file", _AS_PDF),
    (rb"%!PS|\xc5\xd0\xd3\xc6", "a PostScript or EPS file", _AS_PDF),
    (rb"\xd0\xcf\x11\xe0", "an old Word, PowerPoint or Publisher document", _AS_PDF),
    (rb"\{\\rtf", "a rich text document", _AS_PDF),
    (rb"PK\x03\x04.*?(?:word/|opendocument\.text)", "a Word or text document", _AS_PDF),
    (rb"PK\x03\x04.*?(?:ppt/|opendocument\.presentation)", "a PowerPoint or Impress presentation", _AS_PDF),
    (rb"PK\x03\x04.*?(?:xl/|opendocument\.spreadsheet)", "a spreadsheet", _AS_PDF),
    (rb"PK\x03\x04.*?opendocument\.graphics", "a Draw document", _AS_PDF),
    (rb"PK\x03\x04", "a ZIP archive or an office document", _AS_PDF),
    (rb"(?i:[^<]{0,8}<!doctype\s+html|.{0,1024}<html[\s>])", "a web page (HTML)", _AS_PDF),
    (rb".{0,4096}<svg[\s>]|.{0,1024}<!DOCTYPE svg|.{0,4096}<svg:svg", "an SVG drawing", _AS_PDF),
)


def recognise(start: bytes, end: bytes) -> Format:
    """The format of a file from its first HEAD bytes and its last; an ArtworkError that names any other."""
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if b"%PDF-" in start[:1024]:  # ISO 32000-1, annex H: readers accept the header anywhere in the first 1024
        return "pdf"
    # The names of the files in a ZIP stand at its end, those of the first files at its start as well.
    seen = start + end if start.startswith(b"PK") else start
    for pattern, name, advice in _REFUSED:
        if re.match(pattern, seen, re.DOTALL):
            raise ArtworkError(f"This is {name}, not a PDF, PNG or JPEG. {advice}")
    raise ArtworkError(
        "This is not a PDF, PNG or JPEG file, whatever its name says; it may be damaged. "
        "Export the poster again as PDF, PNG or JPEG."
    )


def name_note(path: Path, kind: Format) -> str | None:
    """A note for the editor where the name of a file says something else than its bytes."""
    if path.suffix.lower() in SUFFIXES[kind]:
        return None
    said = f"its name ends in {path.suffix}" if path.suffix else "its name has no ending"
    ending = SUFFIXES[kind][0]
    return f"This is {NAMES[kind]} although {said}; it is published as such. Rename it to end in {ending}."
