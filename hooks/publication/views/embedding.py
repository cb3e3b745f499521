"""Views inside hand-written pages: a line `::: series multi-agency` is where that view goes.

Markdown turns the line into an empty element, and afterwards the view takes its place. So Markdown never
reads the view's HTML, and a line in a block of code stays what it is.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from publication.audits.problem import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from markdown import Markdown

_TYPED = re.compile(r"( *:::.*)")
_NUMBER = re.compile(rf"{STX}line:(\d+){ETX}")
_LINE = re.compile(rf"^ {{0,3}}:::\s*(.*?)\s*{_NUMBER.pattern}$", re.MULTILINE)
_PLACE = re.compile(r'<div data-line="(\d+)" data-view="([^"]*)"></div>')


@dataclass(frozen=True)
class Unknown:
    """A line that names no view: its number in the Markdown, from 1, and what an editor is told."""

    line: int
    said: str


class EmbeddedViews(Extension):
    """The extension of Python-Markdown that reads those lines."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - so it is called there
        """Number the lines after Markdown has cleaned them (30), before it takes blocks of code out (25)."""
        md.preprocessors.register(_Numbers(md), "view_numbers", 28)
        md.parser.blockprocessors.register(_Places(md.parser), "view_places", 95)
        md.postprocessors.register(_NoNumbers(md), "view_no_numbers", 0)


def fill(page: str, at: str, views: Mapping[str, Callable[[str], str]]) -> tuple[str, list[Unknown]]:
    """The HTML of the page at the address `at` with views in their places, and the lines that name none."""
    unknown = []

    def view(place: re.Match[str]) -> str:
        name = html.unescape(place[2])
        if name in views:
            return views[name](at)
        said = f"'{name}' is nothing that a page can embed.{did_you_mean(name, views)}"
        unknown.append(Unknown(int(place[1]), said))
        return ""

    return _PLACE.sub(view, page), unknown


class _Numbers(Preprocessor):
    """Each such line with its number at its end, for blocks know nothing of lines."""

    def run(self, lines: list[str]) -> list[str]:
        return [
            f"{line}{STX}line:{number}{ETX}" if _TYPED.fullmatch(line) else line
            for number, line in enumerate(lines, start=1)
        ]


class _Places(BlockProcessor):
    """An empty element in the place of each such line. What stands above and below it are other blocks."""

    def test(self, parent: Element, block: str) -> bool:
        return _LINE.search(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks.pop(0)
        found = _LINE.search(block)
        assert found is not None, "test() found one"
        if above := block[: found.start()].strip("\n"):
            self.parser.parseBlocks(parent, [above])
        SubElement(parent, "div", {"data-line": found[2], "data-view": found[1]})
        if below := block[found.end() :].strip("\n"):
            blocks.insert(0, below)


class _NoNumbers(Postprocessor):
    """The lines that were part of something else, such as an example, as they were typed."""

    def run(self, text: str) -> str:
        return _NUMBER.sub("", text)
