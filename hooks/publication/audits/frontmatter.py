"""Split a file into front matter and body, and read the front matter so that each value keeps its line.

YAML 1.1 turns some words into other types without a word: `NO` into false, `0151` into 105, `12:30` into
750, `1.10` into 1.1, a date into a day. Here every value stays the text that the editor typed. A value
that YAML would have turned is marked with what it would have become (`Plain`), so that a text field can
refuse it and a date or number field can read it by its own rule.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

Place = tuple[str | int, ...]
"""Where a value stands: `("actions", 0, "due")`."""

MAX_BYTES = 512 * 1024
"""A record of 100 pages has 300 kB; what is larger is a mistake, and would slow every reader of the page."""

FENCE = re.compile(r"---[ \t]*$")
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff"
    r"\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
"""Also the signs that break a line or turn its direction: readers would see other words than the file has."""


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
    but has its line, for an empty value says the same as no line at all. Lines count from 1.
    """

    file: str
    fields: dict[str, Any] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    problems: tuple[Problem, ...] = ()
    spoilt: frozenset[Place] = frozenset()

    @property
    def key_lines(self) -> dict[str, int]:
        """The line of each key that does not stand in a group."""
        return {str(place[0]): line for place, line in self.lines.items() if len(place) == 1}

    def line(self, place: Place) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_document(path: Path, file: str) -> Document:
    """The front matter and the body of a Markdown file. What is wrong is in the document's `problems`."""
    text = _decode(path, file)
    if isinstance(text, Problem):
        return _unreadable(text)
    lines = text.split("\n")
    if not text.strip():
        return _unreadable(Problem(file, 0, "is empty. Write the record, or delete the file."))
    if not FENCE.match(lines[0]):
        how = "The first line must be three hyphens: ---"
        return _unreadable(Problem(file, 1, f"has no front matter. {how}"))
    end = next((n for n, line in enumerate(lines[1:], start=1) if FENCE.match(line)), None)
    if end is None:
        how = "Put three hyphens on a line below it: ---"
        return _unreadable(Problem(file, 1, f"the front matter does not end. {how}"))
    front = _read_yaml("\n".join(lines[1:end]), file, first_line=2)
    return Document(
        file,
        front.fields,
        front.lines,
        body="\n".join(lines[end + 1 :]),
        body_line=end + 2,
        problems=front.problems,
        spoilt=front.spoilt,
    )


def read_yaml(path: Path, file: str) -> Document:
    """A file that is YAML throughout, read by the same rules."""
    text = _decode(path, file)
    if isinstance(text, Problem):
        return _unreadable(text)
    return _read_yaml(text, file, first_line=1)


def _unreadable(problem: Problem) -> Document:
    """With this one problem, no field can be judged."""
    return Document(problem.file, problems=(problem,), spoilt=frozenset({()}))


def _decode(path: Path, file: str) -> str | Problem:
    """The text with line feeds only and no byte-order mark: both come from editors' tools and do no harm."""
    if path.is_symlink():
        return Problem(file, 0, "is a link to another file. Put the file itself here.")
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Problem(file, 0, "is missing. Put the file back.")
    except OSError:
        return Problem(file, 0, "cannot be opened. Is it a file, and may it be read?")
    if len(raw) > MAX_BYTES:
        return Problem(file, 0, f"is larger than {MAX_BYTES // 1024} kB. A record is text only: is this it?")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return Problem(file, line, "is not UTF-8 text. Save it again with the encoding UTF-8.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if control := CONTROL.search(text):
        line = text[: control.start()].count("\n") + 1
        return Problem(file, line, "has an invisible control character. Delete the line and type it again.")
    return text


LINE_OF_YAML = "Write each line as a key, a colon and a value: title: Neglect"
HINTS = {
    "mapping values are not allowed here": "a value with a colon in it needs quotation marks around it, "
    'for example: title: "Neglect: a second look". Or the line is indented too far',
    "found character '\\t'": "there is a tab. Use spaces",
    "found unexpected end of stream": "a quotation mark is opened and not closed",
    "while scanning a quoted scalar": "a quotation mark is opened and not closed",
    "while parsing a flow sequence": "a list is opened with [ and not closed with ], or lacks a comma",
    "while parsing a flow mapping": "a group is opened with { and not closed with }, or lacks a comma",
    "could not find expected ':'": "a line lacks its colon. Write: key: value. Or the three hyphens that end "
    "the front matter are missing above it",
    "expected <block end>, but found ':'": "a line has no key before its colon. Write: key: value",
    "found character '@'": "a value that starts with @ needs quotation marks around it",
    "found character '`'": "a value that starts with ` needs quotation marks around it",
    "found character '%'": "a value that starts with % needs quotation marks around it",
    "expected alphabetic or numeric character": "a value that starts with * or & needs quotation marks "
    "around it",
    "found unknown escape character": "a backslash in double quotation marks. Use single quotation marks",
    "expected <block end>": "a line is indented more or less than the lines around it, or has text behind "
    "a closing quotation mark",
    "expected '<document start>'": "three dots end the front matter too early. Remove them",
    "expected a single document": "there is a second --- block. Keep one",
}


def _read_yaml(text: str, file: str, first_line: int) -> Document:
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        said = f"{error.context or ''} {error.problem or ''}"
        hint = next((hint for words, hint in HINTS.items() if words in said), "")
        mark = (error.context_mark if "is opened" in hint else None) or error.problem_mark
        line = (mark.line if mark else 0) + first_line
        if isinstance(error, _RefusedError):
            return _unreadable(Problem(file, line, str(error.problem)))
        how = hint or "check quotation marks and indents"
        return _unreadable(Problem(file, line, f"this cannot be read: {how}."))
    except yaml.YAMLError:
        said = "this cannot be read: it has a character that is not text."
        return _unreadable(Problem(file, first_line, said))
    except RecursionError:
        return _unreadable(Problem(file, first_line, "this cannot be read: too many lists inside lists."))
    if node is None:
        return _unreadable(Problem(file, first_line, f"has no key in it. {LINE_OF_YAML}"))
    if not isinstance(node, yaml.MappingNode):
        return _unreadable(Problem(file, node.start_mark.line + first_line, f"has no key. {LINE_OF_YAML}"))
    reader = _Reader(file, first_line, text)
    fields = reader.mapping(node, ())
    return Document(
        file, fields, reader.lines, problems=tuple(reader.problems), spoilt=frozenset(reader.spoilt)
    )


class _RefusedError(yaml.MarkedYAMLError):
    """Something that YAML allows and records do not."""

    def __init__(self, message: str, mark: Any) -> None:
        super().__init__(problem=message, problem_mark=mark)


class _Refusing:
    """Refuses anchors, aliases and tags: each makes a value come from elsewhere than its line."""

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        event: yaml.Event = self.peek_event()  # type: ignore[attr-defined]
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            how = "Write the value out, or put quotation marks around it"
            self._refuse(event, f"a value that starts with & or * stands for another line. {how}")
        if getattr(event, "tag", None) is not None:
            self._refuse(
                event, "a value that starts with an exclamation mark needs quotation marks around it"
            )
        node: yaml.Node | None = super().compose_node(parent, index)  # type: ignore[misc]
        return node

    def _refuse(self, event: yaml.Event, message: str) -> None:
        raise _RefusedError(f"{message}.", event.start_mark)


class _Loader(_Refusing, yaml.SafeLoader):
    """PyYAML's own parser, whose words for a mistake are what `HINTS` knows."""


if yaml.__with_libyaml__:
    from yaml.composer import Composer
    from yaml.constructor import SafeConstructor
    from yaml.cyaml import CParser  # type: ignore[attr-defined]
    from yaml.resolver import Resolver

    class _FastLoader(_Refusing, Composer, CParser, SafeConstructor, Resolver):
        """The same with libyaml's parser, five times as fast; Composer stands before CParser's own."""

        def __init__(self, stream: str) -> None:
            CParser.__init__(self, stream)
            Composer.__init__(self)
            SafeConstructor.__init__(self)
            Resolver.__init__(self)


def _compose(text: str) -> yaml.Node | None:
    """The fast way; where that finds something wrong, the slow way says what."""
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=_FastLoader)  # type: ignore[arg-type]
    return yaml.compose(text, Loader=_Loader)


BECOMES = {
    "bool": "true or false",
    "int": "a number",
    "float": "a number",
    "timestamp": "a date",
    "null": "nothing",
    "merge": "a merge of keys",
    "value": "a default value",
}


CUT_OFF = re.compile(r" #[^\s#]")
"""`title: Audit #3` is `Audit` to YAML. Notes for editors have a space behind the #."""


class _Reader:
    """Walks the YAML nodes and notes the line of each value."""

    def __init__(self, file: str, first_line: int, text: str) -> None:
        self.file = file
        self.text = text
        self.first_line = first_line
        self.lines: dict[Place, int] = {}
        self.problems: list[Problem] = []
        self.spoilt: set[Place] = set()

    def mapping(self, node: yaml.MappingNode, place: Place) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode) or not key_node.value:
                self._problem((*place, "?"), line, "a key must be one word: title, topics, status.")
                continue
            key = key_node.value
            here = (*place, key)
            if here in self.lines:
                said = f"'{key}' is here twice, first on line {self.lines[here]}. Keep one."
                self.problems.append(Problem(self.file, line, said))
                continue
            self.lines[here] = line
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
                self.lines[(*place, n)] = item.start_mark.line + self.first_line
            return [self.value(item, (*place, n)) for n, item in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode), node
        kind = node.tag.rpartition(":")[2]
        if kind == "null" and node.value == "":
            return None
        if node.style:  # libyaml says "" of a value without quotation marks
            return str(node.value)
        mark: Any = node.end_mark
        if CUT_OFF.match(self.text, mark.index):
            how = "Put quotation marks around the value, or a space behind the #."
            line = mark.line + self.first_line
            self._problem(place, line, f"what stands behind # is a note, and left out. {how}")
        text = node.value.strip()
        return Plain(text, BECOMES[kind]) if kind in BECOMES else text

    def _problem(self, place: Place, line: int, message: str) -> None:
        self.problems.append(Problem(self.file, line, message))
        self.spoilt.add(place)
