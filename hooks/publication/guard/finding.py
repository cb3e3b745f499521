"""What a rule finds in a passage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Finding:
    """One place, from `start` up to `end` of the passage's plain text.

    `said` is what it looks like and what to write instead, and has no word of what was found in it.
    Warnings ask an editor to look; all else has to be mended, or allowed with a reason.
    """

    start: int
    end: int
    said: str
    is_warning: bool = False
