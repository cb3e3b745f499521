"""Whatever is typed or pasted is read or refused in words, and nothing is lost or shown too early."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from publication.audits.audit import Audit, read_audit
from publication.audits.catalogue import Catalogue
from publication.audits.fields import Slug
from publication.audits.public import public_catalogue
from publication.audits.sections import read_body
from publication.audits.source.frontmatter import Document, read_document
from publication.audits.statuses import STATUSES
from publication.audits.vocabulary import Vocabulary

if TYPE_CHECKING:
    import pytest

LINES = st.sampled_from(
    [
        "---",
        "--- ",
        "title: Neglect",
        "title: 'x",
        "topics: [neglect",
        "topics: [a, b]",
        "  - what: x",
        "- x",
        "sample:",
        "  cases: 9",
        "\tx: y",
        "a: &b c",
        "d: *b",
        "e: !f g",
        "<<: {a: b}",
        "? x",
        ": y",
        "|",
        "poster_text: |",
        "  words",
        "#",
        "# note",
        "## What worked well",
        "##What worked well",
        "## Nonsense",
        "# Title",
        "===",
        "***",
        "text",
        "",
        "\u00a0x: y",
        "title: \u201cx\u201d",
        "{",
        "}",
        "%YAML",
        "...",
        "@",
        "`",
    ]
)
FILES = st.lists(LINES, max_size=14).map("\n".join) | st.text(max_size=80)


@given(content=FILES.map(lambda text: text.encode("utf-8", "surrogatepass")) | st.binary(max_size=60))
def test_any_file_is_read_or_refused_in_words(
    content: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No file makes the reader fall over; each message has a line that the file has."""
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_bytes(content)
    lines = content.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    document = read_document(path, "any.md")
    audit, problems = read_audit(path, "any.md", {"topics": {"neglect"}})
    assert audit is not None or problems
    for problem in (*document.problems, *problems):
        assert 0 <= problem.line <= lines + 1
        assert problem.message
        assert "\n" not in problem.message
    assert all(1 <= line <= lines for line in document.lines.values())


@given(st.lists(LINES, max_size=14))
def test_no_line_of_a_body_is_lost(lines: list[str]) -> None:
    """Each line is in the summary, in a section, or is told; sections come in the order of a page."""
    body = "\n".join(lines)
    summary, sections, problems = read_body(Document("x", body=body))
    kept = "\n".join((summary, *sections.values()))
    told = {problem.line for problem in problems}
    is_unknown = any(
        "is not a section" in problem.message or "twice" in problem.message for problem in problems
    )
    for number, line in enumerate(lines, start=1):
        is_heading = line.lstrip().startswith("#")
        assert is_heading or line.strip() in kept or number in told or is_unknown or not line.strip()
    order = ["looked-at", "worked-well", "worried-about", "needs-to-happen", "discussion"]
    assert list(sections) == [key for key in order if key in sections]


@given(st.text(alphabet="ab9-_./%A \u00e9", max_size=12) | st.text(max_size=12))
def test_every_name_is_an_address_as_it_is(text: str) -> None:
    """What is taken for a record's name needs no escaping in an address, and leads out of no folder."""
    try:
        slug = TypeAdapter(Slug).validate_python(text)
    except ValidationError:
        return
    assert slug == text.strip() == quote(slug, safe="")
    assert slug == slug.lower()
    assert not set(slug) & set("./\\ _")


DAYS = st.dates(dt.date(2015, 1, 1), dt.date(2030, 12, 31))
FIELDS = {"title": "A", "series": "", "topics": (), "summary": "", "sections": {}, "file": "", "lines": {}}
AUDITS = st.builds(
    lambda number, status, published: Audit.model_construct(
        **FIELDS, slug=f"a-{number:02}", status=status, published=published
    ),
    st.integers(0, 99),
    st.sampled_from([*STATUSES]),
    st.none() | DAYS,
)


@given(st.lists(AUDITS, unique_by=lambda audit: audit.slug), DAYS)
def test_the_public_catalogue_has_no_draft_and_no_embargo(audits: list[Audit], today: dt.date) -> None:
    """Whatever the records say, views get what may be shown on that day, all of it, in the order of slugs."""
    whole = Catalogue(tuple(audits), (), Vocabulary(topics={}, agencies={}, plans={}, acronyms={}))
    shown = {audit.slug for audit in public_catalogue(whole, today).audits}
    for audit in audits:
        is_kept_back = audit.status == "draft" or (audit.published and audit.published > today)
        assert (audit.slug in shown) != bool(is_kept_back)
    assert [audit.slug for audit in public_catalogue(whole, today).audits] == sorted(shown)
