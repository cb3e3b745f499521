"""The names of a publication that was replaced, and the files in which they are still found."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from publication.audits.publisher import Publisher
    from publication.audits.vocabulary import Vocabulary

_COMMON = """
a an and at authority board borough care child children childrens city committee council county district
east for from group in local multi-agency north of on our partners partnership partnerships people safe
safeguarding safety service services south the their to together trust west with young
"""
COMMON = frozenset(_COMMON.split())
"""Words that any partnership's name may have in it."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


def names_of(publisher: Publisher, vocabulary: Vocabulary, now: Publisher) -> tuple[str, ...]:
    """What must not be found any more: the short name, each word of the name that is its own, and acronyms.

    An acronym counts if what it stands for has such a word in it. What `now` is called may stay.
    """
    own = {word for word in _words(publisher.name) if word not in COMMON}
    acronyms = {
        acronym.lower() for acronym, meaning in vocabulary.acronyms.items() if own & set(_words(meaning))
    }
    stay = {*_words(now.name), *_words(now.short_name), *_words(now.site_name)}
    return tuple(sorted(({publisher.short_name.lower()} | own | acronyms) - stay))


def pattern_of(names: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the names as a whole word, small or capital."""
    words = "|".join(map(re.escape, names))
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])" if words else r"(?!)", re.IGNORECASE)


def traces(root: Path, files: Iterable[Path], names: Iterable[str]) -> Iterator[Problem]:
    """Every line of the text files, and every file's name, that still has one of the names."""
    pattern = pattern_of(names)
    for file in files:
        if found := pattern.search(file.as_posix()):
            yield Problem(file.as_posix(), 0, f"the file's name has '{found[0]}' in it.", is_warning=True)
        try:
            text = (root / file).read_text("utf-8")
        except (OSError, UnicodeDecodeError):  # a picture or a font
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if found := pattern.search(line):
                yield Problem(file.as_posix(), number, f"has '{found[0]}' in it.", is_warning=True)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
