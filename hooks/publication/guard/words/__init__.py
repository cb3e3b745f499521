"""Lists of words that rules go by. One word or phrase a line or a space apart; # begins a note."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def words(name: str) -> frozenset[str]:
    """The words of a list, as they stand."""
    return frozenset(word for line in _lines(name) for word in line.split())


@cache
def phrases(name: str) -> tuple[str, ...]:
    """The phrases of a list, one a line."""
    return tuple(_lines(name))


def are_of_the_field(text: str) -> bool:
    """Whether all words are such as stand with a capital letter in any text of this field."""
    return all(word.strip("',.").removesuffix("'s") in words("field_words") for word in text.split())


def proper_part(name: str) -> int:
    """Where, counted from 1, a name begins behind words of the field; 0 where there are only such words."""
    place = 1
    for word in name.split():
        bare = word.strip("',.&")
        if bare and bare[0].isupper() and not are_of_the_field(bare):
            return place
        place += len(word) + 1
    return 0


def _lines(name: str) -> list[str]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]
