"""What is said of words that nobody can see: to all, which kind and where; to the editor alone, the words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from publication.posters.limits import ArtworkError, Note

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_DELETE = "Delete them in the program that made the poster, and export it again."
_WHERE = {
    "covered": "Words lie under a box on {}",
    "same-colour": "Words have the colour of what is behind them on {}",
    "invisible": "Words are invisible on {}",
    "tiny": "Words are smaller than 4 pt on {}",
    "off-page": "Words lie beyond the edge of {}",
    "cropped": "Words are cropped away on {}",
    "layer": "Words are on a layer of {} that is switched off",
}
_LEFT_OUT = "They are left out of what is published, but the file in posters/ has them still."
_MOST = 300  # characters of what is quoted


@dataclass(frozen=True)
class Found:
    """A word that cannot be seen: why (a key of the table above), its page (from 0), and what it says."""

    kind: str
    page: int
    word: str


def refusal(found: Iterable[Found]) -> ArtworkError:
    """All kinds at once, each with its pages."""
    found = list(found)
    said = [f"{what}. {_how(kind)}" for kind, what, _ in _by_kind(found)]
    return ArtworkError(" ".join(said), _quoted(found))


def warning(found: Iterable[Found]) -> Iterator[Note]:
    """One for each kind of words that are left out."""
    for kind, what, words in _by_kind(found):
        yield Note(f"{what}. {_LEFT_OUT} {_how(kind)}", _quoted(words))


def _by_kind(found: Iterable[Found]) -> Iterator[tuple[str, str, list[Found]]]:
    found = list(found)
    for kind, where in _WHERE.items():
        words = [one for one in found if one.kind == kind]
        if words:
            yield kind, where.format(_pages({one.page for one in words})), words


def _how(kind: str) -> str:
    return _DELETE.replace("Delete them", "Enlarge or delete them") if kind == "tiny" else _DELETE


def _pages(pages: Iterable[int]) -> str:
    """`page 2`, `pages 1, 2 and 5`."""
    *first, last = (str(page + 1) for page in sorted(pages))
    return f"pages {', '.join(first)} and {last}" if first else f"page {last}"


def _quoted(found: Iterable[Found]) -> str:
    """`They say: 'Anna Example' (page 2).`"""
    said = []
    for page, words in groupby(sorted(found, key=lambda one: one.page), key=lambda one: one.page):
        text = " ".join(one.word for one in words)
        said.append(f"'{text if len(text) <= _MOST else text[: _MOST - 1] + '…'}' (page {page + 1})")
    return f"They say: {', '.join(said)}."
