"""JPEG 2000 without what it carries besides the picture (ISO/IEC 15444-1, annexes A and I).

A file is a row of boxes, of which those that make the picture are kept; comments in its code are blanked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}
_IN_HEADER = {b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef", b"res "}
_WORDS = {b"uuid": "author, place or program (UUID box)", b"xml ": "editing history (XML)"}

_START, _TILE, _DATA, _END, _COMMENT = 0xFF4F, 0xFF90, 0xFF93, 0xFFD9, 0xFF64

_DAMAGED = "This JPEG 2000 image is damaged or not complete."


def clean(data: bytes) -> tuple[bytes, list[str]]:
    """The picture's boxes, or its code alone where it has none, and in words what was removed."""
    removed: list[str] = []
    if data[:2] == _START.to_bytes(2, "big"):
        return _code(data, removed), removed
    kept = []
    for kind, body in _boxes(data):
        if kind not in _KEPT:
            removed.append(_WORDS.get(kind, "private data of a program"))
        elif kind == b"jp2h":
            inner = [(name, part) for name, part in _boxes(body)]
            removed += ["private data of a program"] * any(name not in _IN_HEADER for name, _ in inner)
            kept.append(_box(kind, b"".join(_box(name, part) for name, part in inner if name in _IN_HEADER)))
        else:
            kept.append(_box(kind, _code(body, removed) if kind == b"jp2c" else body))
    return b"".join(kept), removed


def _boxes(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Each box: kind and content."""
    place = 0
    while place + 8 <= len(data):
        length, kind, head = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8], 8
        if length == 1:
            length, head = int.from_bytes(data[place + 8 : place + 16], "big"), 16
        end = len(data) if length == 0 else place + length
        if end < place + head or end > len(data):
            raise ArtworkError(_DAMAGED)
        yield kind, data[place + head : end]
        place = end


def _box(kind: bytes, body: bytes) -> bytes:
    return (len(body) + 8).to_bytes(4, "big") + kind + body


def _code(data: bytes, removed: list[str]) -> bytes:
    """The code with its comments blanked, which keeps the length that each part of it states."""
    made = bytearray(data)
    place = 2
    part_ends = 0
    while place + 4 <= len(data):
        marker = int.from_bytes(data[place : place + 2], "big")
        if marker == _END:
            break
        if marker == _DATA:
            if not part_ends or part_ends <= place:
                break  # the last part, to the end of the code
            place = part_ends
            continue
        length = int.from_bytes(data[place + 2 : place + 4], "big")
        end = place + 2 + length
        if marker < 0xFF00 or length < 2 or end > len(data):
            raise ArtworkError(_DAMAGED)
        if marker == _TILE:
            size = int.from_bytes(data[place + 6 : place + 10], "big")
            part_ends = place + size if size else 0
        if marker == _COMMENT and data[place + 6 : end].strip():
            removed.append("comment")
            made[place + 6 : end] = b" " * (end - place - 6)
        place = end
    return bytes(made)
