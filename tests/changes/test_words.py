"""A comparison as text, as Markdown and as a page of pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from changes.states import artwork, changes, state
from posters import samples
from publication.changes.change import GROUPS, Change, Changes, Group
from publication.changes.pictures import draw
from publication.changes.render import (
    FORMATS,
    MOST,
    WORD_JOINER,
    Told,
    escape_markdown,
    write_sheet,
    write_words,
)
from publication.posters.artwork import Page, read_artwork
from views.sample_site import BARE_AMPERSAND, Html, audit, series

if TYPE_CHECKING:
    from publication.changes.state import State

GOLDEN = Path(__file__).parent / "golden"
EVIL = "[x](https://evil.example) <img src=x> `a` | *b* _c_ &amp; www.evil.example @who #1 \\ # Heading"


def before_and_now() -> tuple[State, State]:
    """One of nearly everything."""
    before = state(
        audit("capacity", title="Mental capacity", status="coming-soon"),
        audit("missing", title="Missing children", poster="missing.pdf"),
        audit("neglect"),
        audit("old", title="Old name"),
        audit("thresholds", title="Thresholds"),
    )
    now = state(
        audit("capacity", title="Mental capacity", sections={"worked-well": "x"}, poster="capacity.pdf"),
        audit("missing", title="Missing children", poster="missing.pdf"),
        audit("neglect", topics=["neglect", "missing"], sections={"discussion": "x"}),
        audit("new", title="New name", former_slugs=["old"]),
        audit("secret", title="Kept back", published="2026-04-01"),
        of=(series(planned={"2019/20": "3"}),),
        artworks={"missing": artwork("missing.pdf", digest="other", pages=(Page(595, 842),) * 2)},
    )
    return before, now


@pytest.mark.parametrize("kind", FORMATS)
def test_golden(kind: str) -> None:
    """The whole text, in the order that puts first what needs a second look."""
    found = changes(*before_and_now(), files={"hooks/publish.py": "changed", "docs/help.md": "new"})
    told = Told("main as of 1 March 2026 (1234567)", 2, "sheet/index.html")
    expected = (GOLDEN / FORMATS[kind]).read_text("utf-8")
    assert write_words(found, told, kind) == expected


@pytest.mark.parametrize("kind", FORMATS)
def test_nothing(kind: str) -> None:
    """No change is said in one sentence."""
    said = write_words(changes(state(audit()), state(audit())), Told("main"), kind)
    assert "Nothing changes for readers." in said
    assert "In short" not in said


@pytest.mark.parametrize("kind", FORMATS)
def test_machinery_alone(kind: str) -> None:
    """The sentence says no more than is known."""
    found = changes(state(audit()), state(audit()), files={"hooks/publish.py": "changed"})
    said = write_words(found, Told("main"), kind).replace("\\", "")
    assert "Nothing changes for readers, as far as records and pages can tell." in said


def test_addresses_stay() -> None:
    """That no address changes is said, where anything else does."""
    found = changes(state(audit()), state(audit(summary="Other.")))
    assert write_words(found, Told("main"), "plain").endswith("\nChanges the address of: nothing.\n")


def test_an_evil_title() -> None:
    """In Markdown every sign that could become markup, a link or a mention stands behind a backslash."""
    evil = Changes((Group("Corrects", (Change(EVIL, EVIL, "", (EVIL,)),)),), ())
    said = write_words(evil, Told("main"), "markdown")
    assert said.count(escape_markdown(EVIL)) == 3
    assert EVIL not in said


@given(st.text())
def test_no_words_become_markdown(words: str) -> None:
    """Whatever the words are, they stay on one line, each risky sign behind a backslash, none lost."""
    escaped = escape_markdown(words)
    assert "\n" not in escaped
    assert not set(re.sub(r"\\[!-/:-@\[-`{-~]", "", escaped)) & set("!#$&*+-.:<>@[\\]^_`{|}~")
    assert escaped.count("@") == escaped.count(f"@{WORD_JOINER}")
    plain = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", escaped)
    assert plain.replace(f"@{WORD_JOINER}", "@") == " ".join(words.split())


def test_a_summary_has_an_end() -> None:
    """GitHub shows none of more than 1 MiB, so a thousand corrections are not all named; plain text is."""
    many = tuple(Change(f"Audit {n}", "x" * 2000) for n in range(MOST + 900))
    found = Changes((Group("Corrects", many),), ())
    said = write_words(found, Told("main"), "markdown")
    assert len(said.encode()) < 2**20
    assert "### Corrects (1000)" in said
    assert "- and 900 more: `make diff` names all of them\n" in said
    assert write_words(found, Told("main"), "plain").count("Audit ") == 1000


def test_headings_differ() -> None:
    """No two kinds of change are told under one heading."""
    assert len({group.heading for group in GROUPS.values()}) == len(GROUPS)


def test_contact_sheet(tmp_path: Path) -> None:
    """A picture of each page, before and now, beside a page that shows them with their words escaped."""
    (tmp_path / "a.pdf").write_bytes(samples.pdf(pages=2))
    (tmp_path / "b.pdf").write_bytes(samples.pdf(words="Other"))
    record = audit(poster="a.pdf", title="Neglect & us")
    before = state(record, artworks={"neglect": read_artwork(tmp_path / "a.pdf")})
    now = state(record, artworks={"neglect": read_artwork(tmp_path / "b.pdf")})
    sheet = draw(changes(before, now).posters, tmp_path / "sheet", tmp_path / "cache")
    page = write_sheet(sheet, "main")
    html = Html(page)
    shown = html.all("img")
    assert [one["alt"] for one in shown] == [
        "Before: page 1 of 2",
        "Before: page 2 of 2",
        "Now: page 1 of 1",
    ]
    assert sorted(one["src"] for one in shown) == sorted(p.name for p in (tmp_path / "sheet").iterdir())
    assert "Neglect & us" in html.words
    assert not BARE_AMPERSAND.search(page)


def test_a_poster_that_cannot_be_drawn(tmp_path: Path) -> None:
    """The sheet says so, and shows the others."""
    (tmp_path / "a.pdf").write_bytes(samples.pdf())
    made = read_artwork(tmp_path / "a.pdf")
    (tmp_path / "a.pdf").write_bytes(b"no longer")
    record = audit(poster="a.pdf")
    found = changes(state(), state(record, artworks={"neglect": made}))
    sheet = draw(found.posters, tmp_path / "sheet", tmp_path / "cache")
    assert "It could not be drawn." in Html(write_sheet(sheet, "main")).words
