"""A text as rules read it: without markup, on one line a paragraph, each sign still knowing its place."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

PLAIN_SIGNS = str.maketrans(
    {
        **dict.fromkeys(
            "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t", " "
        ),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\uff07", "'"),
        **dict.fromkeys("\u201c\u201d", '"'),
        **{chr(0xFF01 + n): chr(0x21 + n) for n in range(94)},
    }
)
"""Signs that look alike, as the one that is on a keyboard: one for one, so that places stay."""

SIGN = re.compile(r"[*`~_<&\\\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
MARKUP = re.compile(
    r"\*+(?! )|(?<=\S)\*+|`+|~~|(?<![\w@.])_+(?=\w)|(?<=\w)_+(?![\w@])"
    r"|</?(?:b|i|u|em|strong|span|small|mark|sub|sup|wbr)\b[^<>\"\n]*>"
    r"|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,31});"
    r"|\\[!-/:-@\[-`{-~]|[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]"
)
"""What readers do not see: emphasis, tags, entities, escapes, signs without width. A `SIGN` begins each."""

SOFT_WRAP = re.compile(r"(?<!\n)\n(?![ ]*(?:\n|[-+*#>|]|\d+[.)] |:::|---|[\w-]+:(?: |\n|$)))[ ]*")
"""The end of a line within a paragraph."""

LONG_NUMBER = re.compile(r"\d[\d ()./-]{4,}\d")
TOKEN = re.compile(r"[A-Za-z]+")


@dataclass(frozen=True)
class Passage:
    """A text of the publication, from the editor's file or from a poster.

    `file` is where a problem is told. `line` is the line of the text's first sign. `within` says which part
    is meant where the text has no lines of its own in the file ("'neglect.pdf', page 2"): then all of it is
    told at `line`. `kind` is "record", "series", "page", "list", "poster" or "name".
    """

    file: str
    text: str
    kind: str
    line: int = 1
    within: str = ""

    @cached_property
    def _read(self) -> tuple[str, list[int], list[int]]:
        """The plain text; where its runs begin in it, and where in `text`."""
        text = self.text if self.text.isascii() else self.text.translate(PLAIN_SIGNS)
        parts: list[str] = []
        heres, theres = [0], [0]
        here = done = 0
        for sign in SIGN.finditer(text):
            found = MARKUP.match(text, sign.start()) if sign.start() >= done else None
            if not found:
                continue
            shown = _shown(found[0])
            parts += [text[done : found.start()], shown]
            here += found.start() - done + len(shown)
            done = found.end()
            heres.append(here)
            theres.append(done)
        parts.append(text[done:])
        return SOFT_WRAP.sub(lambda wrap: " " * len(wrap[0]), "".join(parts)), heres, theres

    @property
    def plain(self) -> str:
        """The words as readers see them; a line feed ends a paragraph, an item of a list or a fact."""
        return self._read[0]

    @cached_property
    def lower(self) -> str:
        """The same in small letters, of the same length."""
        small = self.plain.lower()
        return small if len(small) == len(self.plain) else "".join(c.lower()[0] for c in self.plain)

    @cached_property
    def words(self) -> frozenset[str]:
        """Every run of letters, as typed: a rule that needs a word is not tried where the word is not."""
        return frozenset(TOKEN.findall(self.plain))

    @cached_property
    def small_words(self) -> frozenset[str]:
        """The same in small letters."""
        return frozenset(word.lower() for word in self.words)

    @cached_property
    def long_numbers(self) -> list[tuple[int, int]]:
        """Where numbers of six signs or more stand."""
        return [match.span() for match in LONG_NUMBER.finditer(self.plain)]

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of a place in `plain`; column 0 where it has no lines of its own."""
        if self.within:
            return self.line, 0
        _, heres, theres = self._read
        run = bisect_right(heres, offset) - 1
        return self.place_in_file(theres[run] + offset - heres[run])

    def place_in_file(self, offset: int) -> tuple[int, int]:
        """The same of a place in `text`."""
        if self.within:
            return self.line, 0
        line = bisect_right(self._line_starts, offset) - 1
        return self.line + line, offset - self._line_starts[line] + 1

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer("\n", self.text))]


def _shown(markup: str) -> str:
    """What readers see of it: the sign that an entity or a backslash stands for, or nothing."""
    if markup[0] == "&":
        return html.unescape(markup).translate(PLAIN_SIGNS)
    return markup[1:] if markup[0] == "\\" else ""
