"""Each case is a file (or a folder) in `cases/`, with the messages that an editor gets for it beside it.

A new case needs no Python: put a record there, run `python tests/audits/accept.py`, read what it wrote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from audits.sample import CASES, lay_in, make_project, messages_of, names_of_cases, problems_in

if TYPE_CHECKING:
    from pathlib import Path

HOW = "Right as it is now? Then run: python tests/audits/accept.py"


@pytest.mark.parametrize("name", names_of_cases())
def test_messages(name: str, tmp_path: Path) -> None:
    """The editor is told exactly this, of all mistakes at once, each at its line."""
    root = make_project(tmp_path)
    lay_in(CASES / name, root)
    assert problems_in(root) == messages_of(name).read_text("utf-8").splitlines(), HOW


def test_every_list_of_messages_has_its_case() -> None:
    """No list of messages is left over from a case that is gone."""
    expected = {messages_of(name) for name in names_of_cases()}
    assert set(CASES.glob("*.txt")) == expected


@pytest.mark.parametrize("name", [name for name in names_of_cases() if "accepted" in name])
def test_accepted_cases_have_no_message(name: str) -> None:
    """What a case calls accepted is accepted without a word."""
    assert messages_of(name).read_text("utf-8") == ""


JARGON = re.compile(
    r"\b(str|int|float|bool|boolean|dict|tuple|list index|NoneType|None|null|nan|Error|Exception|Traceback|"
    r"parse|parser|parsed|token|mapping|scalar|sequence|node|YAML|JSON|regex|regular expression|schema|"
    r"validation|validate|validator|invalid|input|argument|string|object|array|unicode|codec|byte|bytes|"
    r"front matter|slug|null|key)\b|\['|\{'"
)
"""Words that an editor would have to look up. Of UTF-8 a message says where in a program it is chosen."""


@pytest.mark.parametrize("name", names_of_cases())
def test_messages_are_in_plain_words(name: str) -> None:
    """No message has a word of Python's, of YAML's or of the validating library's."""
    for message in messages_of(name).read_text("utf-8").splitlines():
        words = re.sub(r"'[^']*'|^\S+|indented: key: ...|https?:\S+", "", message)
        assert not JARGON.search(words), message
        assert "UTF-8" not in words or "in Notepad" in words, message


@pytest.mark.parametrize("name", names_of_cases())
def test_each_message_names_its_place(name: str) -> None:
    """A file of content, pages or posters, with a line unless the whole file is meant, then what to do."""
    for message in messages_of(name).read_text("utf-8").splitlines():
        assert re.match(r"(content|posters|docs|overrides)(/[^:]+)?(:[1-9]\d*)?: \S.*\S", message), message
