"""EXIF: the one thing a picture needs of it, which way is up; and in words, what else it carries.

EXIF is a little TIFF file (EXIF 2.32, section 4.5): byte order, then tables of 12-byte entries.
"""

from __future__ import annotations

import struct

from PIL import Image

UPRIGHT = 1
_ORIENTATION = 0x0112
_NAMED = {
    0x013B: "author",
    0x8298: "copyright note",
    0x0131: "software",
    0x010F: "camera",
    0x010E: "description",
}
_DATES = (0x0132, 0x9003, 0x9004)
_GPS, _DETAILS, _THUMBNAIL = 0x8825, 0x8769, 1


def orientation_of(exif: bytes) -> int:
    """1 to 8; 1 (upright) where it is not said or not sensible."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if not order or len(exif) < 8:
        return UPRIGHT
    (table,) = struct.unpack_from(order + "I", exif, 4)
    if table + 2 > len(exif):
        return UPRIGHT
    (count,) = struct.unpack_from(order + "H", exif, table)
    for place in range(table + 2, min(table + 2 + 12 * count, len(exif) - 11), 12):
        tag, kind, _, value = struct.unpack_from(order + "HHIH", exif, place)
        if tag == _ORIENTATION and kind == 3 and 1 <= value <= 8:
            return int(value)
    return UPRIGHT


def only_orientation(orientation: int) -> bytes:
    """EXIF that says which way is up and nothing else; nothing at all where the picture is upright."""
    if orientation == UPRIGHT:
        return b""
    return struct.pack(">4sIHHHIHHI", b"MM\0*", 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)


def describe(exif: bytes) -> list[str]:
    """What the EXIF says besides the orientation, in an editor's words."""
    found = Image.Exif()
    try:
        found.load(exif)
        words = [f"{word} {quoted(str(found[tag]))}" for tag, word in _NAMED.items() if tag in found]
        if any(tag in found or tag in found.get_ifd(_DETAILS) for tag in _DATES):
            words.append("date")
        if _GPS in found:
            words.append("location (GPS)")
        if found.get_ifd(_THUMBNAIL):
            words.append("embedded thumbnail")
        if not words and set(found) - {_ORIENTATION}:
            words.append("camera or program details (EXIF)")
    except Exception:  # Pillow raises many kinds on broken EXIF; it goes away whole in any case
        return ["camera or program details (EXIF)"]
    return words


def quoted(text: str) -> str:
    """A value for a message: on one line, of bearable length, in quotation marks."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return f"'{line if len(line) <= 60 else line[:59] + '…'}'"
