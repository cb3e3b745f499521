"""The words of a record below its front matter: an opening summary, and five known sections."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING

from publication.audits.problem import Problem, did_you_mean
from publication.audits.rule import Rule

if TYPE_CHECKING:
    from publication.audits.source.frontmatter import Document

SECTIONS = {
    "looked-at": "What we looked at",
    "worked-well": "What worked well",
    "worried-about": "What we are worried about",
    "needs-to-happen": "What needs to happen",
    "discussion": "Discussion points",
}
"""Key to heading, in reading order: the field's usual order of a briefing."""

HEADING = r" {0,3}##(?!#)(.*)"
"""A section's heading, as Python-Markdown sees it: also without a space behind the #."""

_ANY_HEADING = re.compile(" {0,3}#")
_LINES = {
    " {0,3}#(?!#)": "a heading of one # is the page's title, which it has already. Remove it, or write ###",
    " {0,3}#####": "a heading has at most four #. Write ### or ####",
}
"""The beginnings of lines that no record may have, and what is said of each."""

_UNDERLINE = r"(?:=+|-+)[ \t]*"
_UNDERLINED = "this row makes the line above it a heading. Remove the row, or write: ## What worked well"
NO_SUMMARY = "has no opening summary. Write one or two sentences below the second row of ---"
SUMMARY_FIRST = r"^(?!\s*##(?!#))"
"""Of words that do not begin with a section's heading."""
UNKNOWN = "'{value}' is not a section."


def _never(lines: str, said: str) -> Rule:
    """The rule that no lines of a text match this pattern."""
    return Rule(rf"^(?!(?:[\s\S]*\n)?{lines})", said)


MARKDOWN_RULES = (
    *(_never(begin, said) for begin, said in _LINES.items()),
    _never(rf"(?! {{0,3}}#)[^\n]*[^\s][^\n]*\n{_UNDERLINE}(?:\n|$)", _UNDERLINED),
)
"""What `read_body` says of lines, as rules of a whole text."""


def read_body(document: Document) -> tuple[str, dict[str, str], list[Problem]]:
    """The opening summary, the sections by key, and what is wrong with their headings."""
    problems: list[Problem] = []
    texts: dict[str, list[str]] = {"": []}
    starts: dict[str, int] = {}
    key, above = "", ""

    def tell(line: int, said: str) -> None:
        problems.append(Problem(document.file, line, said, column=1))

    for line, text in enumerate(document.body.split("\n"), start=document.body_line):
        if said := _said_of(text, above):
            tell(line, said)
        elif heading := re.fullmatch(HEADING, text):
            words = heading[1].strip().rstrip("#").rstrip()
            key = _key_of(words)
            if key == "?":
                known = did_you_mean(words, SECTIONS.values())
                tell(line, UNKNOWN.replace("{value}", shorten(words, 60)) + known)
            elif key in texts:
                tell(line, f"'{words}' is here twice, first on line {starts[key]}. Keep one.")
            starts.setdefault(key, line)
            texts.setdefault(key, [])
        else:
            texts[key].append(text)
        above = "" if _ANY_HEADING.match(text) else text
    found = {key: "\n".join(lines).strip() for key, lines in texts.items()}
    if not found[""]:
        tell(document.body_line, NO_SUMMARY)
    for key, line in starts.items():
        if not found[key] and key != "?":
            tell(line, f"'{SECTIONS[key]}' has nothing below it. Write it, or remove the heading.")
    return found[""], {key: found[key] for key in SECTIONS if key in found}, problems


def _said_of(text: str, above: str) -> str:
    """What is wrong with a line, whichever section it stands in."""
    if above.strip() and re.fullmatch(_UNDERLINE, text):
        return _UNDERLINED
    return next((said for begin, said in _LINES.items() if re.match(begin, text)), "")


def _key_of(words: str) -> str:
    """The key of the section with this heading; "?" where there is none."""
    return next((key for key, heading in SECTIONS.items() if heading.lower() == words.lower()), "?")
