"""Pictures inside a PDF lose what pictures outside of it lose, however they are packed (ISO 32000-2, 7.4).

A JPEG may lie within other codings (ASCII85, Flate twice over): those are undone, the JPEG is cleaned, and it
is written as it is. Its coded pixels are not touched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from publication.posters.clean import jbig2, jpeg, jpx
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Pdf

    from publication.posters.clean.content import Drawing

_PLAIN = {
    "/ASCIIHexDecode", "/ASCII85Decode", "/LZWDecode", "/FlateDecode", "/RunLengthDecode", "/AHx", "/A85",
    "/LZW", "/Fl", "/RL",
}  # fmt: skip
"""Codings that hold bytes and nothing else."""

_PICTURES = {"/DCTDecode", "/DCT", "/JPXDecode", "/JBIG2Decode", "/CCITTFaxDecode", "/CCF"}

UNREADABLE = (
    "A picture in this PDF is packed in a way that cannot be checked for hidden names and places. "
    "Print the poster into a new PDF, and use that."
)


def clean_stream(pdf: Pdf, stream: Stream) -> Iterator[str]:
    """Clean the picture that a stream holds, if it does, and say what was removed.

    An ArtworkError where it cannot be read.
    """
    filters = _list(stream.get("/Filter"))
    names = [str(name) for name in filters]
    if any(name not in _PLAIN for name in names[:-1]) or any(
        name not in _PLAIN | _PICTURES for name in names
    ):
        raise ArtworkError(UNREADABLE)
    if not names or names[-1] in _PLAIN | {"/CCITTFaxDecode", "/CCF"}:
        return
    data = _unpacked(pdf, stream, filters)
    try:
        cleaned, removed = _cleaned(data, names[-1])
    except (ArtworkError, IndexError, ValueError) as error:
        raise ArtworkError(UNREADABLE) from error
    yield from (f"{word} of a picture" for word in removed)
    if cleaned != data or len(names) > 1:
        parameters = _list(stream.get("/DecodeParms"))
        own = parameters[-1] if len(parameters) == len(names) else None
        stream.write(
            cleaned, filter=Name(names[-1]), decode_parms=own if isinstance(own, Dictionary) else None
        )


def check_written_in(drawing: Drawing) -> None:
    """An ArtworkError where a JPEG is written into the drawing instructions themselves."""
    if not re.search(rb"/DCT", drawing.code()):
        return
    pictures = [step.picture for step in drawing.steps() if step.picture is not None]
    if any("/DCTDecode" in picture.iimage.filters for picture in pictures):
        raise ArtworkError(UNREADABLE)


def _cleaned(data: bytes, coding: str) -> tuple[bytes, list[str]]:
    if coding in ("/DCTDecode", "/DCT"):
        # PDF knows no EXIF: nothing may turn the picture. Readers do not miss the mark of its end.
        return jpeg.clean(data, keep_orientation=False, needs_end=False)
    return jpx.clean(data) if coding == "/JPXDecode" else jbig2.clean(data)


def _unpacked(pdf: Pdf, stream: Stream, filters: list[Any]) -> bytes:
    """The picture without the codings around it."""
    if len(filters) == 1:
        return stream.read_raw_bytes()
    parameters = _list(stream.get("/DecodeParms"))
    outer = pdf.make_stream(stream.read_raw_bytes())
    outer.Filter = Array(filters[:-1])
    if len(parameters) == len(filters) and any(isinstance(one, Dictionary) for one in parameters[:-1]):
        outer.DecodeParms = Array(parameters[:-1])
    try:
        return outer.read_bytes()
    except pikepdf.PdfError as error:
        raise ArtworkError(UNREADABLE) from error


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, Array) else [value]
