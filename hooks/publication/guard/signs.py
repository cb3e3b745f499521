"""Signs that are not what they look like: letters of other alphabets within a word, and signs without width.

Readers do not notice them; search, screen readers and the rules of this package read another word.
Scripts are told from each other by the names of their letters in the Unicode Character Database.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

WITHOUT_WIDTH = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2064\u206a-\u206f\u3164]"
)
JOINERS = "\u200c\u200d"
"""They belong into some scripts, and into an emoji that is made of several."""

FOREIGN = "\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13ff\u1f00-\u1fff"
"""Greek, Cyrillic, Armenian and Cherokee: the alphabets whose letters look like Latin ones."""

LATIN = "A-Za-z\u00c0-\u024f"
MIXED = re.compile(rf"[{LATIN}{FOREIGN}]*(?:[{LATIN}][{FOREIGN}]|[{FOREIGN}][{LATIN}])[{LATIN}{FOREIGN}]*")
STYLED = re.compile(r"[\U0001d400-\U0001d7ff\uff21-\uff3a\uff41-\uff5a\u249c-\u24e9]+")
"""Letters for formulas and in circles, as "fancy" texts have them; and wide ones."""


def odd_signs(passage: Passage) -> Iterator[Problem]:
    """An error for each, in all that editors type; what a poster's file has in it is not theirs to mend."""
    text = passage.text
    if passage.kind == "poster" or text.isascii():
        return
    for match in WITHOUT_WIDTH.finditer(text):
        if not _joins(text, match.start()):
            said = f"has a sign here that nobody sees ({_name(match[0])}). Delete it."
            yield _at(passage, match.start(), said)
    for word in MIXED.finditer(text):
        foreign = re.search(rf"[{FOREIGN}]", word[0])
        assert foreign, word
        said = f"a word has a letter that only looks like another ({_name(foreign[0])}). Type the word again."
        yield _at(passage, word.start() + foreign.start(), said)
    for match in STYLED.finditer(text):
        said = f"has letters here that are signs for formulas ({_name(match[0][0])}). Type the words again."
        yield _at(passage, match.start(), said)


def _joins(text: str, place: int) -> bool:
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return text[place] in JOINERS and len(around) == 2 and not re.search(rf"[\s{LATIN}\x00-\x7f]", around)


def _name(sign: str) -> str:
    return f"{unicodedata.name(sign, 'no name').lower()}, U+{ord(sign):04X}"


def _at(passage: Passage, place: int, said: str) -> Problem:
    line, column = passage.place_in_file(place)
    return Problem(passage.file, line, f"{passage.within} {said}".strip(), column=column)
