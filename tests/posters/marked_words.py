"""What the pages of a PDF draw: the words of each mark, and whatever stands outside all marks.

Read from the bytes of the pages and by the fonts' own tables, so that nothing is guessed: a space that is not
in the file is not in the words either. Keys are of ISO 32000-1, 9.10 and 14.6.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator

UNKNOWN = "\ufffd"
"""Stands for a letter of which the font does not say what it is."""

_SHOWING = {"Tj", "TJ", "'", '"'}
_PAINTING = {"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "INLINE IMAGE"}
_HEX = rb"<([0-9A-Fa-f]+)>"
_PAIR = re.compile(_HEX + rb"\s*" + _HEX)
_RANGE = re.compile(_HEX + rb"\s*" + _HEX + rb"\s*(<[0-9A-Fa-f]+>|\[[^\]]*\])")


@dataclass
class PageContent:
    """What one page draws: words by the number of their mark, in the order drawn, "" for a picture.

    `loose` counts what is drawn outside every mark, so neither read aloud nor said to be decoration.
    """

    words: dict[int, str] = field(default_factory=dict)
    loose: int = 0


@dataclass(frozen=True)
class Letters:
    """What the codes of a font stand for, of so many bytes each; None where the font does not say it."""

    width: int
    meanings: dict[int, str] | None

    def of(self, text: bytes) -> str:
        """The text that these bytes show."""
        codes = [int.from_bytes(text[at : at + self.width]) for at in range(0, len(text), self.width)]
        if self.meanings is not None:
            return "".join(self.meanings.get(code, UNKNOWN) for code in codes)
        return text.decode("cp1252", "replace") if self.width == 1 else UNKNOWN * len(codes)


def content_of(page: pikepdf.Page) -> PageContent:
    """What the page draws."""
    fonts = {name: letters_of(font) for name, font in fonts_of(page)}
    found = PageContent()
    marks: list[tuple[Any, Any]] = []  # of each open mark: its name and its number
    letters = Letters(1, None)
    saved: list[Letters] = []
    for operands, operator in pikepdf.parse_content_stream(page):
        sign = str(operator)
        if sign in ("BDC", "BMC"):
            given = operands[1] if sign == "BDC" else None
            marks.append((operands[0], given.get("/MCID") if isinstance(given, Dictionary) else None))
        elif sign == "EMC":
            marks.pop()
        elif sign == "q":
            saved.append(letters)
        elif sign == "Q":
            letters = saved.pop()
        elif sign == "Tf":
            letters = fonts[str(operands[0])]
        elif sign in _SHOWING | _PAINTING:
            number = next((number for _, number in reversed(marks) if number is not None), None)
            if number is not None:
                words = letters.of(b"".join(_strings(operands[-1]))) if sign in _SHOWING else ""
                found.words[int(number)] = found.words.get(int(number), "") + words
            elif all(name != Name.Artifact for name, _ in marks):
                found.loose += 1
    return found


def fonts_of(page: pikepdf.Page) -> Iterator[tuple[str, Any]]:
    """The fonts of a page by their names in it."""
    if "/Resources" in page.obj:
        yield from page.resources.get("/Font", Dictionary()).items()


def letters_of(font: Any) -> Letters:
    """What the codes of a font stand for, by its table."""
    width = 2 if font.get("/Subtype") == Name.Type0 else 1
    table = font.get("/ToUnicode")
    if not isinstance(table, Stream):
        return Letters(width, None)
    found: dict[int, str] = {}
    text = table.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        found |= {int(code, 16): _decoded(letters) for code, letters in _PAIR.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, to in _RANGE.findall(block):
            given = [_decoded(letters) for letters in re.findall(_HEX, to)]
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                one = given[0][:-1] + chr(ord(given[0][-1]) + step) if to.startswith(b"<") else given[step]
                found[code] = one
    return Letters(width, found)


def _strings(operand: Any) -> Iterator[bytes]:
    """The strings among what a text operator shows: between them stand distances."""
    for one in operand if isinstance(operand, Array) else [operand]:
        if isinstance(one, pikepdf.String):
            yield bytes(one)


def _decoded(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
