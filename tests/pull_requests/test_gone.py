"""The page at an address that is gone on purpose: it says since when, why, and where to look."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from audits.sample import RECORD, make_project
from publication.build import publish
from views.sample_site import BARE_AMPERSAND, Html

if TYPE_CHECKING:
    from pathlib import Path

    from publication.build import Publication

GONE = """\
gone:
  - {address: /audits/old/, on: 2026-02-01, why: "It told of one family & of one school.", title: Old & gone}
  - {address: /about/us/, on: 2026-02-02, why: Nobody read it.}
  - {address: /posters/old.pdf, on: 2026-02-01, why: "It told of one family."}
  - {address: /audits/draft/, on: 2026-02-03, why: "It is not ready."}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a published record, a draft, and what is gone."""
    root = make_project(tmp_path)
    (root / "content/audits/neglect.md").write_text(RECORD, "utf-8")
    draft = RECORD.replace("status: published", "status: draft").replace("title: Neglect", "title: Draft")
    (root / "content/audits/draft.md").write_text(draft, "utf-8")
    (root / "content/gone.yml").write_text(GONE, "utf-8")
    return root


def made(root: Path, *, is_preview: bool = False) -> Publication:
    """What a build puts on the site."""
    return publish(
        root,
        today=dt.date(2026, 3, 1),
        is_preview=is_preview,
        environment={},
        say=lambda _: None,
    )


def test_the_page_says_so(root: Path) -> None:
    """What stood there, since when, why, and where to look; words stay words."""
    artefact = made(root).artefacts["audits/old/"]
    html = Html(str(artefact.content))
    assert "This page is no longer here: Old & gone" in html.words
    assert (
        "It was taken off this site on 1 February 2026. It told of one family & of one school." in html.words
    )
    assert {one["href"] for one in html.all("a")} >= {"../", "../../#contact"}
    assert not BARE_AMPERSAND.search(str(artefact.content))
    assert artefact.edit == "content/gone.yml"


def test_what_stood_there_may_stay_unsaid(root: Path) -> None:
    """Without a title the page names nothing; one that was written by hand has its page, too."""
    artefact = made(root).artefacts["about/us/"]
    assert "This page is no longer here" in Html(str(artefact.content)).words
    assert artefact.page
    assert artefact.page.title == "This page is no longer here: about/us"


def test_two_addresses_of_one_audit(root: Path) -> None:
    """No two pages of the site have the same title."""
    entry = "  - {address: /audits/older/, on: 2026-02-01, why: It was the same., title: Old & gone}\n"
    (root / "content/gone.yml").write_text(GONE + entry, "utf-8")
    artefacts = made(root).artefacts
    pages = [artefacts[f"audits/{slug}/"].page for slug in ("old", "older")]
    assert [page.title for page in pages if page] == [
        "This page is no longer here: Old & gone (audits/old)",
        "This page is no longer here: Old & gone (audits/older)",
    ]


def test_neither_search_nor_sitemap_has_it(root: Path) -> None:
    """Nobody is sent to a page that is gone; who has its address gets an answer."""
    page = made(root).artefacts["audits/old/"].page
    assert page
    assert page.is_unlisted
    assert page.searched == ""


def test_nothing_else_names_it(root: Path) -> None:
    """No listing, feed or data file has what is gone."""
    others = [
        one.address
        for one in made(root).artefacts.values()
        if isinstance(one.content, str) and "Old & gone" in one.content.replace("&amp;", "&")
    ]
    assert others == ["audits/old/"]


def test_a_file_that_is_gone(root: Path) -> None:
    """A file's address can say nothing, so nothing is put there."""
    assert "posters/old.pdf" not in made(root).artefacts


def test_a_draft_in_its_place(root: Path) -> None:
    """Readers are told that it is gone; the editor's preview shows the draft."""
    assert "no longer here" in str(made(root).artefacts["audits/draft/"].content)
    assert "no longer here" not in str(made(root, is_preview=True).artefacts["audits/draft/"].content)


@pytest.mark.parametrize("text", ["", "# Nothing yet\ngone:\n", "# Nothing yet\ngone: []\n"])
def test_without_entries(root: Path, text: str) -> None:
    """A publication that never lost anything needs no such file, and may keep an empty one."""
    (root / "content/gone.yml").unlink()
    if text:
        (root / "content/gone.yml").write_text(text, "utf-8")
    assert "audits/old/" not in made(root).artefacts
