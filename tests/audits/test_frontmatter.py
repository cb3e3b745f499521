"""Front matter is read as typed, and each value keeps its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.audit import read_audit
from publication.audits.record import AuditFields
from publication.audits.source.frontmatter import Plain, read_document

if TYPE_CHECKING:
    from pathlib import Path

    from publication.audits.source.frontmatter import Document

TEXT = """\
---
title: Neglect
# A note for editors
topics: [neglect,
  missing]
scope: >
  Two lines
  of text.
actions:
  - what: Train
    due: 2020-06

  - {what: Look again,
     owner: Lead}
review:
---

Words.
"""


def read(folder: Path, text: str) -> Document:
    path = folder / "one.md"
    path.write_text(text, "utf-8")
    return read_document(path, "one.md")


@pytest.mark.parametrize(
    ("place", "line"),
    [
        (("title",), 2),
        (("topics",), 4),
        (("topics", 0), 4),
        (("topics", 1), 5),
        (("scope",), 6),
        (("actions", 0), 10),
        (("actions", 0, "due"), 11),
        (("actions", 1), 13),
        (("actions", 1, "owner"), 14),
        (("actions", 1, "due"), 13),
        (("review",), 15),
        (("nothing",), 1),
    ],
)
def test_lines(place: tuple[str | int, ...], line: int, tmp_path: Path) -> None:
    """A value has the line on which it stands; what is not there has that of what is around it."""
    assert read(tmp_path, TEXT).line(place) == line


def test_fields_and_body(tmp_path: Path) -> None:
    """Values are text as typed; a key with nothing behind it is no field but has its line."""
    document = read(tmp_path, TEXT)
    assert document.fields == {
        "title": "Neglect",
        "topics": ["neglect", "missing"],
        "scope": "Two lines of text.\n",
        "actions": [{"what": "Train", "due": "2020-06"}, {"what": "Look again", "owner": "Lead"}],
    }
    assert (document.body, document.body_line) == ("\nWords.\n", 17)
    assert document.problems == ()


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("NO", "true or false"),
        ("on", "true or false"),
        ("0151", "a number"),
        ("12:30", "a number"),
        ("1.10", "a number"),
        ("1e3", None),
        ("2019-09-01", "a date"),
        ("~", "nothing"),
        ("'NO'", None),
        ('"1.10"', None),
        ("2018/19", None),
        ("Neglect", None),
    ],
)
def test_values_that_yaml_would_turn(typed: str, becomes: str | None, tmp_path: Path) -> None:
    """A value keeps its text, and is marked with what YAML would have made of it."""
    value = read(tmp_path, f"---\ntitle: {typed}\n---\n").fields["title"]
    assert value == typed.strip("'\"")
    assert getattr(value, "becomes", None) == becomes
    assert isinstance(value, Plain) is (becomes is not None)


def test_line_ends_and_byte_order_mark_make_no_difference(tmp_path: Path) -> None:
    """Windows, old Mac and Unix files read the same."""
    documents = [read(tmp_path, TEXT)]
    for ends in ("\r\n", "\r"):
        (tmp_path / "one.md").write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", ends).encode())
        documents.append(read_document(tmp_path / "one.md", "one.md"))
    assert documents[1:] == documents[:1] * 2


values = st.recursive(
    st.sampled_from(
        ["neglect", "NO", "0151", "~", '""', "2018/19", "2019-09-01", "'a: b'", "<b>", "[]", "{}"]
    ),
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda many: f"[{', '.join(many)}]")
        | st.dictionaries(st.sampled_from(["what", "cases", "on", "x"]), inner, max_size=3).map(
            lambda many: "{" + ", ".join(f"{key}: {value}" for key, value in many.items()) + "}"
        )
    ),
    max_leaves=6,
)


@given(fields=st.dictionaries(st.sampled_from([*AuditFields.model_fields, "x"]), values))
def test_any_value_in_any_field_is_told_in_words(
    fields: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever stands in a field, an editor gets messages and never a crash or a word of Python's."""
    path = tmp_path_factory.getbasetemp() / "any.md"
    front = "".join(f"{key}: {value}\n" for key, value in fields.items())
    path.write_text(f"---\n{front}---\n\nWords.\n", "utf-8")
    audit, problems = read_audit(path, "any.md", {"topics": {"neglect"}, "series": {"neglect"}})
    assert audit is not None or problems
    for problem in problems:
        assert 1 <= problem.line <= len(fields) + 2
        assert "\n" not in problem.message
        assert not any(word in problem.message for word in ("['", "{'", "None", "Plain(", "Input"))
