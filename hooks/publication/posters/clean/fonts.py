"""What fonts say of their letters: how wide each is, how many bytes write one (ISO 32000-2, 9.7, 9.8)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name

from publication.posters.clean.content import array
from publication.posters.clean.shapes import number

if TYPE_CHECKING:
    from collections.abc import Callable


_STANDARD = {"Helvetica", "Courier", "Times", "Symbol", "ZapfDingbats"}


def bytes_a_letter(font: Any) -> int:
    """1 or 2; 0 where the file does not say it in a plain way."""
    if not isinstance(font, Dictionary):
        return 0
    if font.get("/Subtype") != Name.Type0:
        return 1
    return 2 if font.get("/Encoding") == Name("/Identity-H") else 0


def width_of(font: Any) -> Callable[[int], float | None]:
    """What gives a letter's width by its code, in parts of the type's size; None where it is not said."""
    if font.get("/Subtype") == Name.Type0:
        below = array(font.get("/DescendantFonts"))
        return _wide(below[0]) if below and isinstance(below[0], Dictionary) else lambda _: None
    first = number(font.get("/FirstChar"), 0.0)
    widths = [number(one) for one in array(font.get("/Widths"))]
    described = font.get("/FontDescriptor")
    missing = number(described.get("/MissingWidth")) if isinstance(described, Dictionary) else None
    matrix = [number(one, 0.0) for one in array(font.get("/FontMatrix"))]
    unit = matrix[0] if font.get("/Subtype") == Name.Type3 and matrix else 0.001

    def width(code: int) -> float | None:
        at = code - int(first)
        found = widths[at] if 0 <= at < len(widths) else missing if widths else None
        return None if found is None else found * unit

    return width


def _wide(font: Dictionary) -> Callable[[int], float | None]:
    """Widths of a font whose letters are known by number: a list of single ones and of stretches."""
    normal = number(font.get("/DW"), 1000.0)
    known: dict[int, float] = {}
    given = array(font.get("/W"))
    while len(given) >= 2:
        start = int(number(given[0], 0.0))
        if isinstance(given[1], Array):
            known |= {start + at: number(one, normal) for at, one in enumerate(given[1])}
            given = given[2:]
        elif len(given) >= 3:
            last = min(int(number(given[1], 0.0)), 0xFFFF)
            known |= dict.fromkeys(range(start, last + 1), number(given[2], normal))
            given = given[3:]
        else:
            break
    return lambda code: known.get(code, normal) / 1000


def names_of_missing(fonts: list[Any]) -> list[str]:
    """The names of those fonts whose letters are not in the file, so that each program takes others.

    Not of the fonts that every program has, or letters of the same widths for them (ISO 32000-1, 9.6.2.2).
    """
    names = {_plain_name(font) for font in fonts if not _is_embedded(font)}
    return sorted(name for name in names if name and name.partition("-")[0] not in _STANDARD)


def _is_embedded(font: Dictionary) -> bool:
    if font.get("/Subtype") == Name.Type3:
        return True
    below = array(font.get("/DescendantFonts")) or [font]
    described = below[0].get("/FontDescriptor") if isinstance(below[0], Dictionary) else None
    return isinstance(described, Dictionary) and any(f"/FontFile{n}" in described for n in ("", "2", "3"))


def _plain_name(font: Dictionary) -> str:
    """`Arial,Bold` of `/ABCDEF+Arial,Bold`."""
    return str(font.get("/BaseFont", "")).lstrip("/").rpartition("+")[2]
