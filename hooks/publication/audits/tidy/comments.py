"""The facts of a record as entries, each with the notes (`# ...`) that editors wrote above and beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import yaml

from publication.audits.problem import Problem
from publication.audits.source.yaml_tree import compose

if TYPE_CHECKING:
    from collections.abc import Iterator


BLANK_LINE = re.compile(r"\n[ \t]*\n")


class UnreadableError(ValueError):
    """Facts that cannot be read: why, in an editor's words, and on which line of the record."""

    def __init__(self, problem: Problem) -> None:
        self.line = problem.line
        super().__init__(problem.message)


@dataclass
class Entry:
    """A key with its value, or an entry of a list, whose `key` is None.

    `inner` has the entries of a group or a list. Notes are as typed, from their `#` to the line's end:
    those on lines `above`, the one `beside`, and those `below`, indented, that close a group.
    """

    key: yaml.ScalarNode | None
    node: yaml.Node
    typed: str = ""
    """The value as it stands in the text, with its quotation marks."""
    inner: list[Entry] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    beside: str = ""
    below: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The key as text; "" for an entry of a list."""
        return str(self.key.value) if self.key else ""

    @property
    def start(self) -> int:
        """Where it begins in the text, in characters."""
        mark = (self.key or self.node).start_mark
        return int(mark.index)

    @property
    def has_notes(self) -> bool:
        """Whether there is a note on it or within it, but for those above it."""
        return bool(self.beside or self.below) or any(one.above or one.has_notes for one in self.inner)


@dataclass
class Facts:
    """The entries in the order of the text, with the notes above all of them and those below."""

    entries: list[Entry]
    above: list[str] = field(default_factory=list)
    below: list[str] = field(default_factory=list)


def read_facts(text: str, first_line: int) -> Facts:
    """The facts of a text whose first line is `first_line` of its file. Raises UnreadableError."""
    root = compose(text, "", first_line)
    if isinstance(root, Problem):
        raise UnreadableError(root)
    facts = Facts(_entries(root, text, first_line))
    if "#" in text:
        _put_notes(text, facts)
    return facts


def _entries(node: yaml.Node, text: str, first_line: int) -> list[Entry]:
    found = []

    def entry(key: yaml.ScalarNode | None, value: yaml.Node) -> Entry:
        typed = text[value.start_mark.index : value.end_mark.index]
        return Entry(key, value, typed, _entries(value, text, first_line))

    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value:
                said = "what stands before a colon must be one word: title, topics, status."
                raise UnreadableError(Problem("", key.start_mark.line + first_line, said))
            found.append(entry(key, value))
    elif isinstance(node, yaml.SequenceNode):
        found = [entry(None, item) for item in node.value]
    return found


def every(entries: list[Entry]) -> Iterator[Entry]:
    """The entries and all within them, in the order in which they stand."""
    for entry in entries:
        yield entry
        yield from every(entry.inner)


def _put_notes(text: str, facts: Facts) -> None:
    """Give each note to the entry that it stands beside, or else to the next one.

    What a blank line parts from the first entry stands above all; what is indented closes the group above it.
    """
    everything = list(every(facts.entries))
    following = {entry.start: later for entry, later in pairwise(facts.entries)}
    for start in _notes(text, everything):
        end = text.find("\n", start)
        note = text[start : end if end >= 0 else None].rstrip()
        line_start = text.rfind("\n", 0, start) + 1
        if text[line_start:start].strip(" -"):
            _put_beside(facts, everything, start, line_start, note)
            continue
        later = next((entry for entry in everything if entry.start > start), None)
        before = [entry for entry in facts.entries if entry.start < start]
        closes = bool(before) and bool(before[-1].inner) and start > line_start
        if not before and later and BLANK_LINE.search(text, start, later.start):
            facts.above.append(note)
        elif closes and later is following.get(before[-1].start):
            before[-1].below.append(note)
        else:
            (later.above if later else facts.below).append(note)


def _put_beside(facts: Facts, entries: list[Entry], start: int, line_start: int, note: str) -> None:
    """Notes stand beside the outermost entry that ends before them on their line, or the one they are in."""
    earlier = [entry for entry in entries if entry.start < start]
    ended = [entry for entry in earlier if line_start <= _end(entry) <= start]
    if not earlier:
        facts.above.append(note)
        return
    entry = max(ended, key=_end) if ended else earlier[-1]
    if entry.beside:
        entry.above.append(note)
    else:
        entry.beside = note


def _end(entry: Entry) -> int:
    """Where the entry ends. That of a list or group of several lines is known only where it has a bracket."""
    node = entry.node
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:
        return -1
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        return -1
    return int(max(node.end_mark.index, entry.key.end_mark.index if entry.key else 0))


def _notes(text: str, entries: list[Entry]) -> list[int]:
    """Where notes begin: each `#` behind a space or at a line's start that is not within a value."""
    spans = sorted(
        (_begin_of_text(text, node), node.end_mark.index)
        for entry in entries
        for node in (entry.key, entry.node)
        if isinstance(node, yaml.ScalarNode)
    )
    starts, at = [], 0
    for begin, end in [*spans, (len(text), len(text))]:
        starts += [at + found.start() for found in re.finditer(r"(?<![^\s,\[\]{}])#.*", text[at:begin])]
        at = max(at, end)
    return starts


def _begin_of_text(text: str, node: yaml.ScalarNode) -> int:
    """Behind the `|` or `>` of a text of several lines a note may stand."""
    begin = int(node.start_mark.index)
    if node.style in ("|", ">"):
        return text.index("\n", begin) if "\n" in text[begin:] else len(text)
    return begin
