"""Words that give a text away: its lines cut into sentences, and a search for many of them at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST = 30
"""Characters of a sentence that gives its text away. Shorter ones many texts have."""

_KEY = 4
"""Words by which a phrase is looked up; of a shorter one, all."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_END = re.compile(r"(?<=[.!?:;])\s+|\s+#\s|\|")
_NOT_READ = re.compile(r"\]\([^)]*\)|^\s*(?:-\s+)?[a-z_]+:(?=\s)|^\s*(?:[-*+]|\d+\.)\s|<[^>]*>")
"""In a line of a record: addresses of links, the name of a field, the mark of an item, tags."""
_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:a|abbr|b|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|u)\b[^>]*>")
"""Tags within a word or between words; any other tag parts words."""
_ESCAPED = re.compile(r"\\(?:u([0-9a-fA-F]{4})|(.))")

Words = tuple[str, ...]


@dataclass(frozen=True)
class Phrase:
    """A sentence of a file: its line, and its words in small letters."""

    file: str
    line: int
    words: Words


def words_of(text: str) -> Words:
    """The words of a text, in small letters, without marks between them."""
    return tuple(_WORD.findall(text.casefold().replace("’", "'")))


def phrases_of(file: str, lines: Iterable[str]) -> Iterator[Phrase]:
    """Every sentence of a file that is long enough to give it away. One that goes over lines is several."""
    for number, line in enumerate(lines, start=1):
        for sentence in _END.split(_NOT_READ.sub(" ", line)):
            if len(sentence.strip(" *_>#\"'")) >= SHORTEST:
                words = words_of(unescape(sentence))
                if len(words) >= _KEY:
                    yield Phrase(file, number, words)


def readings(text: str) -> Iterator[Words]:
    """The words of a file: first those between its tags, then those in its tags, comments and attributes."""
    plain = unescape(_ESCAPED.sub(_sign, text) if "\\" in text else text)
    if "<" not in plain:
        yield words_of(plain)
        return
    yield words_of(unescape(_TAG.sub(" ", _INLINE.sub("", plain))))
    yield words_of(" ".join(_TAG.findall(plain)))


def _sign(found: re.Match[str]) -> str:
    """The sign that JSON or JavaScript means by a backslash and what follows."""
    if found[1]:
        return chr(int(found[1], 16))
    return {"n": "\n", "t": "\t", "r": "\r"}.get(found[2], found[2])


class Search:
    """Finds those of many phrases that a text has, in one walk over its words."""

    def __init__(self, phrases: Iterable[Words]) -> None:
        self._beginnings: dict[str, dict[int, dict[Words, list[Words]]]] = {}
        for words in set(phrases):
            if words:
                key = words[:_KEY]
                of_word = self._beginnings.setdefault(words[0], {})
                of_word.setdefault(len(key), {}).setdefault(key, []).append(words)

    def within(self, text: Words) -> set[Words]:
        """The phrases that stand in these words, one word after the other."""
        found: set[Words] = set()
        for at, word in enumerate(text):
            if word in self._beginnings:
                for length, known in self._beginnings[word].items():
                    for words in known.get(text[at : at + length], ()):
                        if text[at : at + len(words)] == words:
                            found.add(words)
        return found
