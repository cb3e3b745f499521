"""A new record says what it was given; a text joins the front matter, and nothing else changes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from publication.audits.record import AuditFields
from publication.audits.source.frontmatter import Plain, read_document
from publication.audits.tidy.new_record import new_record, with_text
from publication.audits.tidy.normal_form import normal_form
from publication.cli.adding.answer import line, text

ODD = [
    "Yes",
    "no",
    "null",
    "~",
    "2018",
    "1.10",
    "0x1F",
    "12:30",
    "2019-09-01",
    "=",
    "-",
    "- a",
    "a: b",
    "a #b",
]
ODD += [
    "#a",
    "@a",
    "%a",
    "!a",
    "&a",
    "*a",
    "|",
    "`a`",
    "?",
    "[a]",
    "{a}",
    "a, b",
    '"a"',
    "'",
    "what's",
    "\\n",
    "a:",
]
ODD += [
    "---",
    "...",
    "Neglect: what's “good enough”?",
    "Ångström 🙂",
    "$5 & more",
    '\\"',
    "a: 'b' \"c\"",
    "é\u0301",
]
PASTED = st.one_of(
    st.sampled_from(ODD),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="<>")),
    st.lists(st.sampled_from(ODD)).map(" ".join),
)

RECORD = "---\ntitle: Neglect  # a note\n---\n\nWords.\n"


@given(st.text(alphabet=st.characters(blacklist_categories=["C", "Zl", "Zp"], blacklist_characters="<>")))
def test_what_is_written_can_be_read(text: str) -> None:
    """Any line of text comes back as it was, and the rest of the record is untouched."""
    text = text.strip() or "x"
    written = with_text(RECORD, "poster_text", text)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "neglect.md")
        path.write_text(written, "utf-8")
        document = read_document(path, "neglect.md")
    assert document.problems == ()
    assert document.fields["poster_text"].strip() == text
    assert written.startswith("---\ntitle: Neglect  # a note\n")
    assert written.endswith("---\n\nWords.\n")


def test_line_ends_are_kept() -> None:
    """A record with Windows line ends keeps them throughout."""
    written = with_text(RECORD.replace("\n", "\r\n"), "poster_text", "One\ntwo")
    assert "poster_text: |\r\n  One\r\n  two\r\n---\r\n" in written


def test_nothing_is_replaced() -> None:
    """A key that is there already, and a file without front matter, are refused."""
    with pytest.raises(ValueError, match="has 'title' already"):
        with_text(RECORD, "title", "New")
    with pytest.raises(ValueError, match="has no front matter"):
        with_text("Words.\n", "poster_text", "New")


def read_back(record: str) -> tuple[dict[str, object], str]:
    """The facts and the words of a record's text, in which nothing is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "neglect.md")
        path.write_text(record, "utf-8", newline="")
        document = read_document(path, "neglect.md")
    assert document.problems == ()
    return document.fields, document.body


def fields(**more: object) -> AuditFields:
    """The least that a record has, and more."""
    least = {"title": "Neglect", "series": "multi-agency", "status": "planned", "topics": ["neglect"]}
    return AuditFields.model_validate(least | more)


@given(PASTED)
@example('Neglect: what\'s "good enough"?')
def test_every_title_reads_back_as_typed(typed: str) -> None:
    """No sign of YAML's own turns a title into something else, and the record is in its normal form."""
    title = line(typed)[:300].strip()
    assume(title)
    record = new_record(fields(title=title), "Words.")
    found, body = read_back(record)
    assert found["title"] == title
    assert not isinstance(found["title"], Plain)
    assert body.strip() == "Words."
    assert normal_form(record) == record


@given(st.lists(PASTED, min_size=1))
def test_every_text_reads_back_as_typed(typed: list[str]) -> None:
    """Text of several lines stands below its key, and comes back line by line."""
    words = text("\n".join(typed))
    assume(words)
    record = new_record(fields(poster_text=words), "Words.")
    found, _ = read_back(record)
    assert squeezed(str(found["poster_text"])) == squeezed(words)
    assert normal_form(record) == record


def squeezed(words: str) -> list[str]:
    """Its lines that say something, without the spaces of a heading."""
    return ["".join(one.split()) for one in words.splitlines() if one.strip()]


def test_a_new_record_looks_like_this() -> None:
    """Keys in the model's order, lists in brackets, days plain, quotation marks only where needed."""
    record = new_record(
        fields(
            poster_text="One\n\ntwo",
            published="2026-05-01",
            agencies=["police", "no"],
            title="Neglect: again",
            status="published",
            period="2018-10",
            poster="neglect.pdf",
        ),
        "Words.",
    )
    assert (
        record
        == """\
---
title: "Neglect: again"
series: multi-agency
status: published
period: 2018-10
topics: [neglect]
agencies: [police, "no"]
published: 2026-05-01
poster: neglect.pdf
poster_text: |
  One

  two
---

Words.
"""
    )
