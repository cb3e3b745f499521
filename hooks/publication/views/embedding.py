"""Views inside hand-written pages: a line `::: series multi-agency` is where that view goes.

The line becomes an empty element before Markdown runs, and the view takes its place afterwards, so Markdown
never reads the view's HTML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_LINE = re.compile(r":::\s*(.*?)\s*")
_MARK = re.compile(r'<div data-view="([^"]*)"></div>')


def mark(markdown: str, file: str, views: Mapping[str, Callable[[str], str]]) -> tuple[str, list[Problem]]:
    """The Markdown with an empty element for each such line, and the lines that name no view."""
    lines, problems = [], []
    for number, line in enumerate(markdown.split("\n"), start=1):
        found = _LINE.fullmatch(line)
        if found is None:
            lines.append(line)
        elif found[1] in views:
            lines += ["", f'<div data-view="{found[1]}"></div>', ""]
        else:
            said = f"'{found[1]}' is nothing that a page can embed.{did_you_mean(found[1], views)}"
            problems.append(Problem(file, number, said))
    return "\n".join(lines), problems


def fill(html: str, at: str, views: Mapping[str, Callable[[str], str]]) -> str:
    """The HTML of the page at the address `at` with the views in their places."""
    return _MARK.sub(lambda found: views[found[1]](at), html)
