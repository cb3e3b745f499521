"""Colours as `#rrggbb`, how well they stand out from each other, and the shades between them.

Contrast is that of WCAG 2.2: relative luminance, and a ratio from 1 to 21. Level AAA asks for 7 for text
(1.4.6), and 3 for marks that are not text (1.4.11, which has one level only).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

BLACK, WHITE = "#000000", "#ffffff"
TEXT, MARK = 7.0, 3.0
"""The least contrast of text, and of a mark that is not text."""

_STEPS = 100


def parse(text: str) -> str:
    """`#1D4070` as `#1d4070`; ValueError, with the corrected value in it, for any other way to write it."""
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text):
        return text.lower()
    digits = text.removeprefix("#").lower()
    if re.fullmatch(r"[0-9a-f]{3}|[0-9a-f]{6}", digits):
        meant = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
        raise ValueError(f"'{text}' is not written as colours are here. Write: \"#{meant}\"")
    how = 'Write # and six digits from 0 to 9 and a to f, in quotation marks: "#1d4070"'
    raise ValueError(f"'{text}' is not a colour. {how}")


def contrast(one: str, other: str) -> float:
    """The contrast ratio by WCAG 2.2, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """`one` with a share, 0 to 1, of `other` in it."""
    parts = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)


def nearest(colour: str, towards: str, is_fit: Callable[[str], bool]) -> str | None:
    """The colour itself, or its first shade on the way to black or white that is fit; None where none is."""
    shades = (mixed(colour, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next((shade for shade in shades if is_fit(shade)), None)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """The contrast to the one of the grounds from which it stands out least."""
    return min(contrast(colour, ground) for ground in grounds)


def _parts(colour: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255."""
    red, green, blue = bytes.fromhex(colour[1:])
    return red, green, blue


def _luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2, 0 to 1."""
    shares = (part / 255 for part in _parts(colour))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
