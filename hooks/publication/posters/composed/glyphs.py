"""Signs that no font here has, spelled out: `[grinning face]`.

Typst says which characters lack a glyph, one by one. What a reader takes for one sign may be several: a
digit in a keycap, a family, a flag (Unicode Standard Annex 29). So whole clusters are spelled, and a letter
that the fonts do have is never touched: "1" in a keycap lacks a glyph only because of the keycap.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import typst

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Set

_WITHOUT_GLYPH = re.compile(r'the (?:text|codepoint) `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_JOINER = "\u200d"
_ATTACHED = {"Mn", "Mc", "Me"}
_FLAGS = range(0x1F1E6, 0x1F200)
_TONES = range(0x1F3FB, 0x1F400)
_TAGS = range(0xE0020, 0xE0080)


def with_spelled(typeset: Callable[[Set[str]], bytes]) -> bytes:
    """What `typeset` makes once it is given every character that lacks a glyph. Raises typst.TypstError."""
    lacking: set[str] = set()
    while True:
        try:
            return typeset(lacking)
        except typst.TypstError as error:
            found = lacking_glyphs(f"{error.message}\n{error.diagnostic}")
            if found <= lacking:
                raise
            lacking |= found


def lacking_glyphs(report: str) -> set[str]:
    """The characters that, Typst reports, have no glyph or no meaning of their own; never ASCII."""
    texts = _WITHOUT_GLYPH.findall(report)
    found = set("".join(_ESCAPED.sub(lambda m: chr(int(m[1], 16)), text) for text in texts))
    return {character for character in found if not character.isascii()}


def spelled(text: str, lacking: Set[str]) -> str:
    """The text with each cluster that lacks a glyph in words."""
    if lacking.isdisjoint(text):
        return text
    return "".join(_spelled(cluster, lacking) for cluster in clusters(text))


def clusters(text: str) -> Iterator[str]:
    """What a reader takes for one sign each."""
    cluster = ""
    for character in text:
        if cluster and not _belongs(character, cluster):
            yield cluster
            cluster = ""
        cluster += character
    if cluster:
        yield cluster


def _belongs(character: str, cluster: str) -> bool:
    code = ord(character)
    if unicodedata.category(character) in _ATTACHED or character == _JOINER or code in _TAGS:
        return True
    is_picture = not cluster[0].isalnum() and not cluster[0].isascii()
    if code in _TONES or cluster[-1] == _JOINER:
        return is_picture
    return code in _FLAGS and len(cluster) == 1 and ord(cluster) in _FLAGS


def _spelled(cluster: str, lacking: Set[str]) -> str:
    if lacking.isdisjoint(cluster):
        return cluster
    if cluster[0] not in lacking:
        return "".join(character for character in cluster if character not in lacking)
    if all(ord(character) in _FLAGS for character in cluster):
        letters = "".join(chr(ord(character) - _FLAGS.start + ord("A")) for character in cluster)
        return f"[flag {letters}]"
    parts = [character for character in cluster if not _only_changes(character)]
    return f"[{', '.join(map(_name, parts))}]" if parts else ""


def _only_changes(character: str) -> bool:
    """Whether it only joins, varies or colours other characters."""
    code = ord(character)
    is_attached = unicodedata.category(character) in {"Cf", "Mn", "Me"}
    return is_attached or code in _TONES or code in _TAGS


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower()
