"""Markdown with even spacing, which reads the same: no tab or odd space, one blank line where one belongs."""

from __future__ import annotations

import re

HEADING = re.compile(r" {0,3}##(?!#)\s*(.*?)")
"""Of a section. Smaller headings stay as they are: in a list or a table a blank line would change them."""

NBSP = "\N{NO-BREAK SPACE}"
TAB = 4
"""Columns: a tab is read as spaces up to the next fourth column."""


def spaced(text: str) -> str:
    """The text, evenly spaced, without a blank line at either end. Words and line breaks stay."""
    lines: list[str] = []
    blank, below_heading = 0, False
    for typed in text.split("\n"):
        line = _line(typed)
        if not line:
            blank += 1
            continue
        heading = HEADING.fullmatch(line.rstrip())
        if heading:
            line = f"## {heading[1]}".rstrip()
        if lines and (blank or heading or below_heading):
            lines[-1] = lines[-1].rstrip()
            lines += [""] * (blank if blank and line.startswith(" " * TAB) else 1)
        lines.append(line)
        blank, below_heading = 0, bool(heading)
    return "\n".join(lines).rstrip()


def _line(typed: str) -> str:
    """Two spaces at a line's end break it, so they stay; a line has no other space at its end."""
    breaks = typed.endswith("  ") and typed.strip()
    margin = re.match(r"[ \t]*", typed)
    assert margin is not None
    words = typed[margin.end() :].strip(f"{NBSP} \t").replace(NBSP, " ")
    line = f"{margin[0]}{words}".expandtabs(TAB).rstrip()
    return f"{line}  " if breaks else line
