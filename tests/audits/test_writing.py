"""A text joins the front matter, and nothing else changes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.frontmatter import read_document
from publication.audits.writing import with_text

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
