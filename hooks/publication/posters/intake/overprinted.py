"""Letters that another text is set over: where the two differ, the lower one has to be looked at alone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publication.posters.intake.letters import Box, Drawn, Letter

_CELL = 24.0  # points
_MOST_CELLS = 4096  # that one text may be noted in


def overprinted(letters: Iterable[Letter], things: list[Drawn]) -> list[list[Letter]]:
    """Such letters, in groups within which no text lies over another.

    A letter with the same one over it, as shadows and bold type are made, is seen as that one.
    """
    letters = list(letters)
    texts = {number: thing.box for number, thing in enumerate(things) if thing.is_text}
    over = _by_cell(texts.items())
    same = _by_cell(enumerate(one.box for one in letters))
    found: dict[int, list[Letter]] = defaultdict(list)
    above: dict[int, set[int]] = defaultdict(set)
    for one in letters:
        middle, cell = one.box.middle, _cell(*one.box.middle)
        upper = {number for number in over[cell] if number > one.by and texts[number].has(middle)}
        if not upper or any(
            letters[other].by > one.by
            and letters[other].character == one.character
            and letters[other].box.has(middle)
            for other in same[cell]
        ):
            continue
        found[one.by].append(one)
        above[one.by] |= upper
    groups: list[set[int]] = []
    for number in found:
        for group in groups:
            if not above[number] & group and not any(number in above[other] for other in group):
                group.add(number)
                break
        else:
            groups.append({number})
    return [[one for number in group for one in found[number]] for group in groups]


def _by_cell(boxes: Iterable[tuple[int, Box]]) -> dict[tuple[int, int], list[int]]:
    """The numbers of the boxes, by the squares of the page that they touch."""
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for number, box in boxes:
        (left, low), (right, high) = _cell(box.left, box.bottom), _cell(box.right, box.top)
        if (right - left + 1) * (high - low + 1) <= _MOST_CELLS:
            for across in range(left, right + 1):
                for up in range(low, high + 1):
                    cells[across, up].append(number)
    return cells


def _cell(across: float, up: float) -> tuple[int, int]:
    return int(across // _CELL), int(up // _CELL)
