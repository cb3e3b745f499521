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
"""Characters. At 24 points such a lead takes three lines of a poster, and can be read at a glance."""

_STOP = re.compile(r"(\S*)[.!?؟][\"'”’)]*(?=\s+(\S)|\s*$)")
"""The last word of a sentence with its stop, and the sign after it."""

_SHORTENED = {"mr", "mrs", "ms", "dr", "st", "e.g", "i.e", "etc", "vs", "no", "approx"}
"""Words behind which a full stop ends no sentence."""

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
    """The entries of the outermost lists; without a list the paragraphs, without those the headings."""
    found = blocks(markdown)
    lists = [block for block in found if block.kind in ("bullets", "numbers") and block.level == 1]
    chosen = lists or [block for block in found if block.kind == "paragraph"] or found
    return tuple(_point(item) for block in chosen for item in block.items)


def cut(text: str, longest: int) -> str:
    """At most so many characters, and whole words; what was cut shows as `…`."""
    if len(text) <= longest:
        return text
    head = text[: longest - 1]
    whole = head if text[longest - 1].isspace() else head.rpartition(" ")[0]
    return f"{(whole or head).rstrip(_END)}…"


def _point(runs: tuple[Run, ...]) -> Point:
    """What is bold and ends in a colon is a label: it says nothing without what follows."""
    text = " ".join("".join(run.text for run in runs).split())
    bold = "".join(run.text for run in takewhile(lambda run: run.strong or not run.text.strip(), runs))
    bold = " ".join(bold.split())
    is_label = bold.endswith(":") or text.removeprefix(bold).startswith(":")
    lead = bold if bold.endswith(("?", "!")) else bold.rstrip(_END)
    return Point(lead if lead and not is_label else _first_sentence(text), text)


def _first_sentence(text: str) -> str:
    for stop in _STOP.finditer(text):
        word, after = stop[1].lower().lstrip("(“\"'"), stop[2] or ""
        if word not in _SHORTENED and len(word) != 1 and not after.islower():
            return text[: stop.end()]
    return text
