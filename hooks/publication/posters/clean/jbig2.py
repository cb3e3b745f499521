"""JBIG2 as a PDF holds it (ITU-T T.88, 7.2): a row of segments, without those that only comment."""

from __future__ import annotations

from publication.posters.limits import ArtworkError

_COMMENT = 62  # an extension segment
_UNKNOWN = 0xFFFFFFFF

_DAMAGED = "This JBIG2 image is damaged or not complete."


def clean(data: bytes) -> tuple[bytes, list[str]]:
    """The segments of the picture, and in words what was removed."""
    kept, removed, place = [], list[str](), 0
    while place < len(data):
        if place + 11 > len(data):
            raise ArtworkError(_DAMAGED)
        number, flags = int.from_bytes(data[place : place + 4], "big"), data[place + 4]
        count, at = data[place + 5] >> 5, place + 6
        if count == 7:
            count = int.from_bytes(data[place + 5 : place + 9], "big") & 0x1FFFFFFF
            at = place + 9 + (count + 8) // 8
        at += count * (1 if number <= 256 else 2 if number <= 65536 else 4) + (4 if flags & 0x40 else 1)
        length = int.from_bytes(data[at : at + 4], "big")
        end = len(data) if length == _UNKNOWN else at + 4 + length
        if end > len(data):
            raise ArtworkError(_DAMAGED)
        if flags & 0x3F == _COMMENT:
            removed.append("comment")
        else:
            kept.append(data[place:end])
        place = end
    return b"".join(kept), removed
