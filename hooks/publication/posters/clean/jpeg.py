"""JPEG without what it carries besides the picture: segments are dropped, its coded pixels are not touched.

Markers are of ITU-T T.81, annex B; the application segments of JFIF 1.02, ICC.1 annex B and Adobe TN 5116.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.posters.clean.exif import describe, only_orientation, orientation_of
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

_START, _END, _SCAN = b"\xff\xd8", 0xD9, 0xDA
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_XMP = (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")
_PICTURE = {*range(0xC0, 0xD0), _SCAN, 0xDB, 0xDC, 0xDD}
"""What the picture is made of: frames and Huffman tables, scans, quantisation, number of lines, restarts."""

_MARKER_IN_SCAN = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")  # any but a stuffed FF, a restart, or a fill byte

_DAMAGED = "This JPEG image is damaged or not complete. Export the poster again or copy it again."


def clean(data: bytes, *, keep_orientation: bool = True, needs_end: bool = True) -> tuple[bytes, list[str]]:
    """The JPEG with its picture, colour profile and orientation only, and what was removed, in words.

    One that lacks the mark of its end gets it, unless it `needs_end`, as a file that may be cut off.
    """
    kept, removed = [_START], list[str]()
    if data[:2] != _START:
        raise ArtworkError(_DAMAGED)
    turn = only_orientation(orientation(data)) if keep_orientation else b""
    end = len(data)
    for marker, segment, stop in _segments(data, needs_end=needs_end):
        end = stop
        body = segment[4:]
        if marker == 0xE0 and body.startswith(_JFIF):
            if len(body) > 14:
                removed.append("embedded thumbnail")
            kept.append(b"\xff\xe0\0\x10" + body[:12].ljust(12, b"\0") + b"\0\0")
        elif marker == 0xEE and body.startswith(_ADOBE):
            kept.append(b"\xff\xee\0\x0e" + body[:12].ljust(12, b"\0"))
        elif marker in _PICTURE or (marker == 0xE2 and body.startswith(_ICC)):
            kept.append(segment)
        else:
            removed += _words(marker, body)
    if turn:
        # Right after the start, where EXIF 2.32 wants it, or after JFIF, which wants the same place.
        place = 2 if kept[1:2] and kept[1].startswith(b"\xff\xe0") else 1
        body = _EXIF + turn
        kept.insert(place, b"\xff\xe1" + (len(body) + 2).to_bytes(2, "big") + body)
    if data[end:].strip(b"\0\r\n "):
        removed.append("data after the end of the picture")
    return b"".join(kept) + b"\xff\xd9", removed


def orientation(data: bytes) -> int:
    """Which way is up, 1 to 8, by the first EXIF segment, as browsers read it."""
    for marker, segment, _ in _segments(data):
        if marker == 0xE1 and segment[4:].startswith(_EXIF):
            return orientation_of(segment[10:])
        if marker == _SCAN:
            break
    return 1


def _segments(data: bytes, *, needs_end: bool = True) -> Iterator[tuple[int, bytes, int]]:
    """Each segment up to the end of the picture: marker, bytes (a scan's with its pixels), end."""
    place = 2
    while True:
        if place >= len(data) and not needs_end:
            return
        if data[place : place + 1] != b"\xff":
            raise ArtworkError(_DAMAGED)
        while data[place + 1 : place + 2] == b"\xff":  # fill bytes before a marker
            place += 1
        marker = data[place + 1] if place + 1 < len(data) else -1
        if marker == _END:
            yield _END, b"", place + 2
            return
        stop = place + 2 + int.from_bytes(data[place + 2 : place + 4], "big")
        if marker in (-1, 0x00, 0x01) or 0xD0 <= marker <= 0xD8 or stop < place + 4 or stop > len(data):
            raise ArtworkError(_DAMAGED)
        if marker == _SCAN:
            after = _MARKER_IN_SCAN.search(data, stop)
            if not after and needs_end:
                raise ArtworkError(_DAMAGED)
            stop = after.start() if after else len(data)
        yield marker, data[place:stop], stop
        place = stop


def _words(marker: int, body: bytes) -> list[str]:
    if marker == _END:
        return []
    if marker == 0xFE:
        return ["comment"]
    if marker == 0xE1 and body.startswith(_EXIF):
        return describe(body[6:])
    if marker == 0xE1 and body.startswith(_XMP):
        return ["editing history (XMP)"]
    if marker == 0xED:
        return ["caption and author fields (IPTC) or Photoshop data"]
    if marker == 0xE0 and body.startswith(b"JFXX\0"):
        return ["embedded thumbnail"]
    if marker == 0xE2 and body.startswith(b"MPF\0"):
        return ["further pictures"]
    return ["private data of a program"]
