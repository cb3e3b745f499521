"""A text of a record as paragraphs, headings and lists, for what is no web page: posters, briefings, data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser
from typing import Literal

from publication.audits.prose import to_html

Kind = Literal["paragraph", "heading", "bullets", "numbers"]


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner."""

    text: str
    strong: bool = False
    emphasis: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph or heading (one item), or a list (an item for each entry).

    `level` is 1 for a list and 2 or more for one within an entry; `start` is the number of its first entry.
    """

    kind: Kind
    items: tuple[tuple[Run, ...], ...]
    level: int = 1
    start: int = 1


@lru_cache(maxsize=1 << 14)
def blocks(text: str) -> tuple[Block, ...]:
    """Markdown in the order of reading. The rows of a table come out as its lines."""
    reader = _BlockReader()
    reader.feed(to_html(text))
    reader.close()
    return tuple(reader.blocks)


class _BlockReader(HTMLParser):
    """Reads the few tags that `prose.to_html` lets through."""

    LINES = ("p", "li", "h3", "h4", "tr", "blockquote", "pre")
    LISTS = ("ul", "ol")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[str] = []
        self._counts: list[int] = []  # entries so far, of each list that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.LINES or tag in self.LISTS:
            self._end_line()
        elif tag in ("br", "td", "th"):
            self._runs.append(Run(" "))
        if tag in self.LISTS:
            start = dict(attrs).get("start") or "1"
            self._counts.append(int(start) - 1)
        if tag not in ("br", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.LINES or tag in self.LISTS:
            self._end_line()
        if tag in self.LISTS and self._counts:
            self._counts.pop()
        if tag in self._open:
            del self._open[len(self._open) - 1 - self._open[::-1].index(tag)]

    def handle_data(self, data: str) -> None:
        strong = "strong" in self._open or "th" in self._open
        self._runs.append(Run(data, strong=strong, emphasis="em" in self._open))

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        runs, self._runs = tuple(self._runs), []
        if not "".join(run.text for run in runs).strip():
            return
        kind, level = self._kind(), max(1, len(self._counts))
        last = self.blocks[-1] if self.blocks else None
        if kind not in ("bullets", "numbers"):
            self.blocks.append(Block(kind, (runs,)))
            return
        self._counts[-1] += 1
        if last and (last.kind, last.level) == (kind, level):
            self.blocks[-1] = Block(kind, (*last.items, runs), level, last.start)
        else:
            self.blocks.append(Block(kind, (runs,), level, self._counts[-1]))

    def _kind(self) -> Kind:
        if "h3" in self._open or "h4" in self._open:
            return "heading"
        lists = [tag for tag in self._open if tag in self.LISTS]
        if "li" in self._open and lists:
            return "numbers" if lists[-1] == "ol" else "bullets"
        return "paragraph"
