"""Split a file into front matter and body, and read the front matter so that each value keeps its line.

YAML 1.1 turns some words into other types without a word: `NO` into false, `0151` into 105, `12:30` into
750, `1.10` into 1.1, a date into a day. Here every value stays the text that the editor typed. A value
that YAML would have turned is marked with what it would have become (`Plain`), so that a text field can
refuse it and a date or number field can read it by its own rule.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from publication.audits.problem import Problem
from publication.audits.source.text import read_text
from publication.audits.source.yaml_tree import NOT_A_SPACE, compose

if TYPE_CHECKING:
    from pathlib import Path

Place = tuple[str | int, ...]
"""Where a value stands: `("actions", 0, "due")`."""

FENCE = re.compile(r"---[ \t]*$")


class Plain(str):
    """A value without quotation marks that YAML would turn into `becomes` ("a number", "a date", ...)."""

    __slots__ = ("becomes",)
    becomes: str

    def __new__(cls, text: str, becomes: str) -> Plain:
        """The text, marked."""
        plain = super().__new__(cls, text)
        plain.becomes = becomes
        return plain


@dataclass(frozen=True)
class Document:
    """A file that was read. Places in `spoilt` have a problem already and need no second one.

    `fields` holds text, lists and mappings as typed. A key with nothing behind it is left out of `fields`
    but has its line, for an empty value says the same as no line at all. Lines and columns count from 1,
    and are those of a key or of an entry of a list.
    """

    file: str
    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()
    spoilt: frozenset[Place] = frozenset()
    columns: dict[Place, int] = field(default_factory=dict)

    @property
    def key_lines(self) -> dict[str, int]:
        """The line of each key that does not stand in a group."""
        return {str(place[0]): line for place, line in self.lines.items() if len(place) == 1}

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)

    def problem(self, place: Place, message: str) -> Problem:
        """A problem of a value, at its line; where the value itself is not there, no column is known."""
        return Problem(self.file, self.line(place), message, column=self.columns.get(place, 0))


def read_document(path: Path, file: str) -> Document:
    """The front matter and the body of a Markdown file. What is wrong is in the document's `problems`."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return _unreadable(text)
    parts = split(text, file)
    if isinstance(parts, Problem):
        return _unreadable(parts)
    facts, body = parts
    front = _read_facts(facts, file, first_line=2)
    return Document(
        file,
        front.fields,
        front.lines,
        body=body,
        body_line=facts.count("\n") + 4,
        problems=front.problems,
        spoilt=front.spoilt,
        columns=front.columns,
    )


def split(text: str, file: str) -> tuple[str, str] | Problem:
    """What stands between the two lines of three hyphens, and what stands below the second."""
    lines = text.split("\n")
    if not text.strip():
        return Problem(file, 0, "is empty. Write the record, or delete the file.")
    if not FENCE.match(lines[0]):
        how = "Its facts stand between two lines of three hyphens. Make this line: ---"
        return Problem(file, 1, f"does not begin with the record's facts. {how}")
    end = next((n for n, line in enumerate(lines[1:], start=1) if FENCE.match(line)), None)
    if end is None:
        how = "Put three hyphens on a line below the last of them: ---"
        return Problem(file, 1, f"the facts at the top do not end. {how}")
    return "\n".join(lines[1:end]), "\n".join(lines[end + 1 :])


def read_yaml(path: Path, file: str) -> Document:
    """A file that is YAML throughout, read by the same rules."""
    text = read_text(path, file)
    if isinstance(text, Problem):
        return _unreadable(text)
    return _read_facts(text, file, first_line=1)


def _unreadable(problem: Problem) -> Document:
    """With this one problem, no field can be judged."""
    return Document(problem.file, problems=(problem,), spoilt=frozenset({()}))


def _read_facts(text: str, file: str, first_line: int) -> Document:
    node = compose(text, file, first_line)
    if isinstance(node, Problem):
        return _unreadable(node)
    reader = _Reader(file, first_line, text)
    fields = reader.mapping(node, ())
    return Document(
        file,
        fields,
        reader.lines,
        problems=tuple(reader.problems),
        spoilt=frozenset(reader.spoilt),
        columns=reader.columns,
    )


BECOMES = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
    "merge": "a merge of keys",
    "value": "a default value",
}


CUT_OFF = re.compile(r" +#[^\s#]")
"""`title: Audit #3` is `Audit` to YAML. Notes for editors have a space behind the #."""


IN_CURLY = re.compile(r"[“‘].*[”’]", re.DOTALL)


class _Reader:
    """Walks the YAML nodes and notes the line and column of each value."""

    def __init__(self, file: str, first_line: int, text: str) -> None:
        self.file = file
        self.text = text
        self.first_line = first_line
        self.lines: dict[Place, int] = {}
        self.columns: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.spoilt: set[Place] = set()

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                said = "what stands before a colon must be one word: title, topics, status."
                self._problem((*place, "?"), key_node.start_mark, said)
                continue
            key = key_node.value
            here = (*place, key)
            if here in self.lines:
                said = f"'{key}' is here twice, first on line {self.lines[here]}. Keep one."
                self._told(key_node.start_mark, said)
                continue
            self._note(here, key_node)
            if key != key.strip():
                self._problem(here, key_node.start_mark, NOT_A_SPACE)
            value = self.value(value_node, here)
            if value is not None:
                fields[key] = value
        return fields

    def value(self, node: yaml.Node, place: Place) -> Any:
        """Text, list or mapping; None for a key with nothing behind it."""
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, place)
        if isinstance(node, yaml.SequenceNode):
            for n, item in enumerate(node.value):
                self._note((*place, n), item)
            return [self.value(item, (*place, n)) for n, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode), node
        kind = node.tag.rpartition(":")[2]
        if node.style:  # libyaml says "" of a value without quotation marks
            return str(node.value)
        mark: Any = node.end_mark
        if CUT_OFF.match(self.text, mark.index):
            how = "Put quotation marks around the value, or a space behind the #."
            self._problem(place, mark, f"what stands behind # is a note, and left out. {how}")
        if kind == "null" and node.value == "":
            return None
        text = node.value.strip()
        if IN_CURLY.fullmatch(text):
            said = "curly quotation marks do not count as quotation marks here, so readers would see them"
            how = f'Type straight ones: "{text[1:-1]}". Or keep them, in straight ones: "{text}"'
            self._problem(place, node.start_mark, f"{said}. {how}")
        return Plain(text, BECOMES[kind]) if kind in BECOMES else text

    def _note(self, place: Place, node: yaml.Node) -> None:
        self.lines[place] = node.start_mark.line + self.first_line
        self.columns[place] = node.start_mark.column + 1

    def _told(self, mark: Any, message: str) -> None:
        line, column = mark.line + self.first_line, mark.column + 1
        self.problems.append(Problem(self.file, line, message, column=column))

    def _problem(self, place: Place, mark: Any, message: str) -> None:
        self._told(mark, message)
        self.spoilt.add(place)
