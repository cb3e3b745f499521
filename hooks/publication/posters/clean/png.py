"""PNG without what it carries besides the picture: chunks are dropped, its pixels are not touched.

Chunks are of the PNG specification, third edition, section 11.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from publication.posters.clean.exif import describe, only_orientation, orientation_of, quoted
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PICTURE = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}
_COLOURS = {
    b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"sBIT", b"bKGD", b"pHYs", b"cICP", b"mDCV", b"cLLI",
    b"mDCv", b"cLLi"
}  # fmt: skip
_TEXTS = {b"tEXt", b"zTXt", b"iTXt"}
_ANIMATION = {b"acTL", b"fcTL", b"fdAT"}

_DAMAGED = "This PNG image is damaged or not complete. Export the poster again or copy it again."


def clean(data: bytes) -> tuple[bytes, list[str]]:
    """The PNG with the picture, its colours and its orientation only, and what was removed, in words."""
    kept, removed, end = [_SIGNATURE], list[str](), 0
    for kind, body, stop in _chunks(data):
        end = stop
        if kind in _PICTURE | _COLOURS:
            kept.append(_chunk(kind, body))
        elif kind == b"eXIf":
            removed += describe(body)
            if turn := only_orientation(orientation_of(body)):
                kept.append(_chunk(b"eXIf", turn))
        else:
            removed.append(_words(kind, body))
    if data[end:].strip(b"\0\r\n "):
        removed.append("data after the end of the picture")
    return b"".join(kept), removed


def orientation(data: bytes) -> int:
    """Which way is up, 1 to 8, by the eXIf chunk, wherever it stands."""
    for kind, body, _ in _chunks(data):
        if kind == b"eXIf":
            return orientation_of(body)
    return 1


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, int]]:
    """Each chunk up to IEND: kind, body, end; an ArtworkError where one is cut off or fails its checksum."""
    place = len(_SIGNATURE)
    while True:
        stop = place + 12 + int.from_bytes(data[place : place + 4], "big")
        kind, body = data[place + 4 : place + 8], data[place + 8 : stop - 4]
        if stop > len(data) or int.from_bytes(data[stop - 4 : stop], "big") != zlib.crc32(kind + body):
            raise ArtworkError(_DAMAGED)
        yield kind, body, stop
        if kind == b"IEND":
            return
        place = stop


def _chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")


def _words(kind: bytes, body: bytes) -> str:
    if kind in _ANIMATION:
        return "animation"
    if kind == b"tIME":
        return "date"
    if kind not in _TEXTS:
        return "private data of a program"
    keyword, _, value = body.partition(b"\0")
    name = keyword.decode("latin-1")
    if name == "XML:com.adobe.xmp":
        return "editing history (XMP)"
    word = (
        name.lower()
        if name in ("Author", "Software", "Comment", "Copyright", "Description")
        else f"note {quoted(name)}"
    )
    return f"{word} {quoted(value.decode('latin-1'))}" if kind == b"tEXt" else word
