"""What a screen reader hears of a page, short: the first two of a run of alike things, and how many more."""

from __future__ import annotations

import re

KEPT = 2
ALIKE = re.compile(r"- (listitem|row|group|checkbox|article|paragraph|term|definition|link|option)\b")
"""Roles that come in long runs, as the audits of a list do."""

LABEL = re.compile(r"- text: ")
"""Behind a checkbox stands its label, which its name says already."""


def outline(tree: str) -> str:
    """An ARIA snapshot, as Playwright writes it, without what repeats itself."""
    return "\n".join(_outline(tree.split("\n")))


def _outline(lines: list[str]) -> list[str]:
    """The lines of siblings and of all that is in them."""
    found: list[str] = []
    run, left_out = ("", 0), 0
    for block in _blocks(lines):
        if LABEL.match(block[0].lstrip()) and run[0] == "checkbox":
            continue
        role = match[1] if (match := ALIKE.match(block[0].lstrip())) else ""
        run = (role, run[1] + 1) if role and role == run[0] else (role, 1)
        if role and run[1] > KEPT:
            left_out += 1
            continue
        found += _more(lines, left_out)
        left_out = 0
        found += [block[0], *_outline(block[1:])]
    return found + _more(lines, left_out)


def _blocks(lines: list[str]) -> list[list[str]]:
    """Each sibling with the lines that are indented below it."""
    blocks: list[list[str]] = []
    for line in lines:
        if blocks and _margin(line) > _margin(blocks[-1][0]):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return blocks


def _margin(line: str) -> int:
    return len(line) - len(line.lstrip())


def _more(lines: list[str], count: int) -> list[str]:
    return [f"{' ' * _margin(lines[0])}- … {count} more"] if count else []
