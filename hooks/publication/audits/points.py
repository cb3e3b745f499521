"""The points of a section, each with its lead: what a reader in a hurry takes away."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from publication.audits.blocks import blocks

if TYPE_CHECKING:
    from publication.audits.blocks import Run

LONGEST_LEAD = 120
"""Characters. At 24 points a lead of this length takes three lines of half a sheet, and can be read at a glance."""

_SENTENCE = re.compile(r".+?[.!?][\"'”’)]*(?=\s|$)", re.DOTALL)
_END = " \t.:;,\N{EN DASH}-"


@dataclass(frozen=True)
class Point:
    """One entry of a section's list, or one of its paragraphs where it has no list.

    `lead` is what stands in bold at its beginning, or else its first sentence, whole; `text` is all of it.
    """

    lead: str
    text: str

    @property
    def short(self) -> str:
        """The lead, cut at the end of a word where it is longer than `LONGEST_LEAD`."""
        return cut(self.lead, LONGEST_LEAD)


def points(markdown: str) -> tuple[Point, ...]:
    """The entries of the outermost lists; where there is no list, the paragraphs."""
    found = blocks(markdown)
    lists = [block for block in found if block.kind in ("bullets", "numbers") and block.level == 1]
    chosen = lists or [block for block in found if block.kind == "paragraph"]
    return tuple(_point(item) for block in chosen for item in block.items)


def cut(text: str, longest: int) -> str:
    """At most so many characters, and whole words; what was cut shows as `…`."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    whole = head if text[longest - 1].isspace() else head.rpartition(" ")[0]
    return f"{(whole or head).rstrip(_END)}…"


def _point(runs: tuple[Run, ...]) -> Point:
    text = " ".join("".join(run.text for run in runs).split())
    said = [run for run in runs if run.text.strip()]
    bold = "".join(run.text for run in takewhile(lambda run: run.strong, said))
    bold = " ".join(bold.split())
    if bold:
        return Point(bold.rstrip(_END) if bold[-1] not in "?!" else bold, text)
    first = _SENTENCE.match(text)
    return Point(first[0] if first else text, text)
