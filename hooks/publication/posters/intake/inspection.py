"""What only a decoder can tell of a file: runs in a worker, on bytes that may be hostile."""

from __future__ import annotations

import hashlib
import io
import math
import re
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]
from PIL import Image

from publication.posters.clean import orientation
from publication.posters.intake.accessibility import access_of
from publication.posters.intake.paragraphs import tidy
from publication.posters.intake.pixels import bands
from publication.posters.intake.publishable import publishable
from publication.posters.intake.remarks import FLAT, remarks
from publication.posters.intake.text_layer import text_of
from publication.posters.limits import (
    MAX_PAGE_SIDE,
    MAX_PAGES,
    MAX_PIXELS,
    MAX_RATIO,
    MIN_LONG_SIDE,
    ArtworkError,
    Note,
)
from publication.posters.pack.trial import can_be_joined

if TYPE_CHECKING:
    from publication.posters.intake.formats import Format

_EVEN = 4  # of 255: so much a JPEG of one colour differs within itself
SIDEWAYS = (5, 6, 7, 8)  # EXIF orientations that lie on their side

_DAMAGED = "This {} is damaged or not complete. Export the poster again or copy it again."
_ENCRYPTED = (
    "This PDF is protected with a password or against copying. "
    "Save it again without protection (in most programs: Export as PDF, security off)."
)
_PROTECTED = re.compile(rb"/Encrypt[\s/<\d]")
_SEVERAL = "This file holds several pictures, or an animation; only the first picture is published."
APART = (
    "This PDF cannot be joined with others, so the file with all posters of its series is without it. "
    "Print the poster into a new PDF, and use that."
)
_NO_PAGE = "This PDF has no page that can be shown. Export the poster again."


def inspect(path: str, kind: Format, digest: str, is_ours: bool = False) -> dict[str, Any]:
    """Everything that `Artwork` says beyond format and size, as plain data; an ArtworkError if it is refused.

    The whole file is decoded, to prove that it can be. What is said of a PDF is said of what will be
    published of it; one that is ours is published as it is.
    """
    data = read_unchanged(path, digest)
    if kind != "pdf":
        report = _inspect_image(data, kind)
        return report | {"removals": publishable(data, kind).removals}
    pages = _measure(data)
    if is_ours:
        return _reading(data) | {"pages": pages, "removals": ()}
    made = publishable(data, kind)
    report = _reading(made.data)
    document = open_pdf(made.data)
    notes = [*made.notes, *remarks(made.data, document, report["access"]["title"])]
    joins = can_be_joined(made.data)
    if not joins:
        notes.append(Note(APART))
    told = [[one.text, one.private] for one in notes]
    return report | {"pages": pages, "removals": made.removals, "notes": told, "can_be_joined": joins}


def read_unchanged(path: str, digest: str) -> bytes:
    """The bytes of a file that was seen before; an ArtworkError if they are others now."""
    try:
        data = Path(path).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != digest:
        raise ArtworkError("This file was changed or removed while the site was being built. Build again.")
    return data


def open_image(data: bytes, kind: Format) -> Image.Image:
    """The image with its header read; an ArtworkError if it is broken or decodes to too many pixels."""
    Image.MAX_IMAGE_PIXELS = None  # our own limit stands below, with words that an editor understands
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=[kind.upper()])
    except MemoryError:
        raise
    except Exception as error:  # Pillow raises OSError, SyntaxError, ValueError, struct.error and more
        raise ArtworkError(_DAMAGED.format(f"{kind.upper()} image")) from error
    pixels = image.width * image.height
    if pixels > MAX_PIXELS:
        raise ArtworkError(
            f"This image has {image.width} x {image.height} pixels, {pixels // 1_000_000} million; "
            f"the most is {MAX_PIXELS // 1_000_000} million. Export the poster again at 150 dpi."
        )
    return image


def _inspect_image(data: bytes, kind: Format) -> dict[str, Any]:
    image = open_image(data, kind)
    width, height = image.size
    long, short = max(width, height), min(width, height)
    if long < MIN_LONG_SIDE:
        raise ArtworkError(
            f"This image is too small to be read: {width} x {height} pixels. Its long side needs at least "
            f"{MIN_LONG_SIDE} pixels. Export the poster again at 150 dpi or more; enlarging it does not help."
        )
    _check_ratio(long, short)
    try:
        # An eighth of a JPEG's size: every byte of it is still decoded, in a third of the time.
        image.draft(None, (1, 1))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image.load()
    except MemoryError:
        raise
    except Exception as error:
        raise ArtworkError(_DAMAGED.format(f"{kind.upper()} image")) from error
    if all(high - low <= _EVEN for low, high in bands(image.convert("RGB"))):
        raise ArtworkError(FLAT.replace("every page", "all of it"))
    if orientation(data, kind) in SIDEWAYS:
        width, height = height, width
    notes = [[_SEVERAL, ""]] if getattr(image, "n_frames", 1) > 1 else []
    return {"pages": [[width, height]], "texts": [""], "access": None, "notes": notes}


def _check_ratio(long: float, short: float) -> None:
    if long > MAX_RATIO * short:
        raise ArtworkError(
            f"This poster is more than {MAX_RATIO} times as long as it is wide. "
            "Export it in the shape of a page, on several pages if need be."
        )


def open_pdf(data: bytes) -> pypdfium2.PdfDocument:
    """The document; an ArtworkError if it is broken, cut short or protected."""
    if b"%%EOF" not in data[-2048:]:  # ISO 32000-1, annex H: readers look in the last 1024; some pad more
        raise ArtworkError(_DAMAGED.format("PDF"))
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ArtworkError(_why_closed(data)) from error


def _why_closed(data: bytes) -> str:
    """Why PDFium cannot open a PDF, by qpdf: PDFium's own error code may be an earlier file's."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _DAMAGED.format("PDF") if len(pdf.pages) else _NO_PAGE
    except pikepdf.PasswordError:
        return _ENCRYPTED
    except (pikepdf.PdfError, ValueError, RuntimeError, NotImplementedError):
        # Protection of a kind that qpdf does not know is not damage.
        return _ENCRYPTED if _PROTECTED.search(data) else _DAMAGED.format("PDF")


def _measure(data: bytes) -> list[list[int]]:
    """Width and height of each page, in points; an ArtworkError where one cannot be shown."""
    document = open_pdf(data)
    # An owner's password alone lets a reader open the file, but forbids to change it, so to clean it.
    if pdfium.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
        raise ArtworkError(_ENCRYPTED)
    if not len(document):
        raise ArtworkError(_NO_PAGE)
    if len(document) > MAX_PAGES:
        raise ArtworkError(
            f"This PDF has {len(document)} pages; a poster has at most {MAX_PAGES}. "
            "Export only the poster's own pages."
        )
    pages = []
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError as error:
            raise ArtworkError(_DAMAGED.format("PDF") + f" Page {number + 1} cannot be read.") from error
        width, height = page.get_size()
        long, short = max(width, height), min(width, height)
        if not (math.isfinite(long) and short >= 1):
            raise ArtworkError(f"Page {number + 1} of this PDF has no size. Export the poster again.")
        if long > MAX_PAGE_SIDE:
            raise ArtworkError(
                f"Page {number + 1} of this PDF is {long / 72 * 0.0254:.1f} metres long; "
                "the most is 2 metres. Export the poster again at its printed size, for example A3."
            )
        _check_ratio(math.ceil(long), math.ceil(short))
        pages.append([math.ceil(width), math.ceil(height)])
        page.close()
    return pages


def _reading(data: bytes) -> dict[str, Any]:
    """What a reader who does not see the pages gets of them."""
    texts = [tidy(text_of(page)) for page in open_pdf(data)]
    return {"texts": texts, "access": asdict(access_of(data)), "notes": []}
