"""What is in a text and no reader sees: comments, hidden elements, words that are dropped.

It is in the public file all the same, and a comment that spans a heading was once published.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

CODE = re.compile(
    r"^( {0,3})(`{3,}|~{3,}).*?(?:^ {0,3}\2|\Z)|(`+)(?!`).+?(?<!`)\3(?!`)", re.DOTALL | re.MULTILINE
)
"""Readers see code as it is typed."""

COMMENT = re.compile(
    r"<!--|<!\[CDATA\[|<\?(?=\w)|^ {0,3}\[[^\]\n]*\]: *(?:#|<>)(?=[ \n(\"']|$)", re.MULTILINE
)
"""Of HTML, and a link's address that leads nowhere, which Markdown drops with the note behind it."""

ELEMENT = re.compile(
    r"<(?:template|noscript)\b"
    r"|<[a-z][^<>]*?\s(?:hidden(?=[\s=>/])|style\s*=\s*[\"'][^\"']*(?:display\s*:\s*none|"
    r"visibility\s*:\s*hidden|"
    r"font-size\s*:\s*0|opacity\s*:\s*0(?!\.)|clip(?:-path)?\s*:|text-indent\s*:\s*-|left\s*:\s*-\d))"
    r"|\{:?[^{}\n]*(?:\s|:)(?:hidden\b|style\s*=\s*[\"'][^\"'}]*(?:display\s*:\s*none|"
    r"visibility\s*:\s*hidden))[^{}\n]*\}",
    re.IGNORECASE,
)
"""Elements of HTML whose words readers do not see, also by the list of attributes behind a paragraph."""

SAID = {
    COMMENT: "a comment is hidden from readers, but all who look into the file or the page can read it",
    ELEMENT: "this is hidden from readers, but all who look into the file or the page can read it",
}
HOW = "Delete it. A note to colleagues goes into your request."


def hidden(passage: Passage) -> Iterator[Problem]:
    """An error for each comment or hidden element of a record, a series or a page."""
    text = passage.text
    if passage.kind not in ("record", "series", "page") or not re.search(r"[<{]|\]:", text):
        return
    code = [match.span() for match in CODE.finditer(text)] if "`" in text or "~~~" in text else []
    for rule, said in SAID.items():
        for match in rule.finditer(text):
            place = match.start() + len(match[0]) - len(match[0].lstrip())
            if not any(start <= place < end for start, end in code):
                line, column = passage.place_in_file(place)
                yield Problem(passage.file, line, f"{said}. {HOW}", column=column)
