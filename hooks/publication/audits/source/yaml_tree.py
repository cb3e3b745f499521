"""The YAML of a front matter as a tree whose parts know their line and column, or why there is none."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Any

import yaml

from publication.audits.problem import Problem

LINE_OF_FACTS = "Write each line as a word, a colon and what it says: title: Neglect"
HINTS = {
    "mapping values are not allowed here": "a value with a colon in it needs quotation marks around it, "
    'for example: title: "Neglect: a second look". Or the line is indented too far',
    "found character '\\t'": "there is a tab. Use spaces, or run: make fix",
    "found unexpected end of stream": "a quotation mark is opened and not closed",
    "while scanning a quoted scalar": "a quotation mark is opened and not closed",
    "while parsing a flow sequence": "a list is opened with [ and not closed with ], or lacks a comma",
    "while parsing a flow mapping": "a group is opened with { and not closed with }, or lacks a comma",
    "could not find expected ':'": "a line lacks its colon. Write: title: Neglect. Or the three hyphens "
    "below the last fact are missing above it",
    "expected <block end>, but found ':'": "a line has no word before its colon. Write: title: Neglect",
    "found character '@'": "a value that starts with @ needs quotation marks around it",
    "found character '`'": "a value that starts with ` needs quotation marks around it",
    "found character '%'": "a value that starts with % needs quotation marks around it",
    "expected alphabetic or numeric character": "a value that starts with * or & needs quotation marks "
    "around it",
    "found unknown escape character": "a backslash in double quotation marks. Use single quotation marks",
    "expected <block end>": "a line is indented more or less than the lines around it, or has text behind "
    "a closing quotation mark",
    "expected '<document start>'": "three dots end the facts too early. Remove them",
    "expected a single document": "there is a second --- block. Keep one",
}

ODD_SPACE = re.compile(r"^[ ]*\N{NO-BREAK SPACE}|^[ ]*(?:- )?\w+:[ ]*\N{NO-BREAK SPACE}", re.MULTILINE)
"""A space that is none to YAML, where YAML needs one: pasted from Word or a web page."""

NOT_A_SPACE = (
    "there is a space here that is not an ordinary one; it came with text from Word or a web page. "
    "Delete it and type a space, or run: make fix"
)
NO_SPACE = re.compile(r"^(\w+):([^\s:/].*)$", re.MULTILINE)
CURLY = re.compile(r":\s*[‘’“”]")


def compose(text: str, file: str, first_line: int) -> yaml.MappingNode | Problem:
    """The tree of a text that has fields, with its first line as `first_line` of the file."""
    try:
        node = _compose(text)
    except yaml.MarkedYAMLError as error:
        return _told(error, text, file, first_line)
    except yaml.YAMLError:
        said = "this cannot be read: it has a character that is not text. Delete it."
        return Problem(file, first_line, said)
    except RecursionError:
        said = "this cannot be read: too many lists inside lists. Write one list."
        return Problem(file, first_line, said)
    if node is None:
        return Problem(file, first_line, f"says nothing. {LINE_OF_FACTS}")
    if not isinstance(node, yaml.MappingNode):
        line = node.start_mark.line + first_line
        odd = _space(text, file, first_line)
        return odd or Problem(file, line, f"this is not a fact. {LINE_OF_FACTS}")
    return node


def _told(error: yaml.MarkedYAMLError, text: str, file: str, first_line: int) -> Problem:
    """What PyYAML found, in an editor's words."""
    said = f"{error.context or ''} {error.problem or ''}"
    hint = next((hint for words, hint in HINTS.items() if words in said), "")
    mark = (error.context_mark if "is opened" in hint else None) or error.problem_mark
    line, column = (mark.line, mark.column + 1) if mark else (0, 0)
    if isinstance(error, _RefusedError):
        return Problem(file, line + first_line, str(error.problem), column=column)
    if odd := _space(text, file, first_line):
        return odd
    lines = text.split("\n")
    if line < len(lines) and CURLY.search(lines[line]):
        hint = (
            "curly quotation marks (“ ”) do not count as quotation marks here. Type straight ones instead, "
            'for example: title: "Neglect: a second look"'
        )
    how = hint or "check quotation marks and indents"
    return Problem(file, line + first_line, f"this cannot be read: {how}.", column=column)


def _space(text: str, file: str, first_line: int) -> Problem | None:
    """What is wrong with the space behind a colon: it is no ordinary one, or there is none."""
    if odd := ODD_SPACE.search(text):
        line = text[: odd.start()].count("\n") + first_line
        return Problem(file, line, NOT_A_SPACE, column=1)
    if none := NO_SPACE.search(text):
        line = text[: none.start()].count("\n") + first_line
        said = f"this cannot be read: there is no space behind the colon. Write: {none[1]}: {none[2]}"
        return Problem(file, line, said, column=none.end(1) + 1 - none.start())
    return None


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
