"""Every page and file has its reason, and everything that should have a page has one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.small_site import change, html_of, put, said
from publication.checks import pages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("audits/forgotten/index.html", "site/audits/forgotten/index.html: is a page without a record and "
         "without a file in docs/."),
        ("years/1999-00/index.html", "site/years/1999-00/index.html: is a page without a record and without "
         "a file in docs/."),
        ("audits/quiet-draft/index.html", "content/audits/quiet-draft.md:4: 'Quiet kingfisher' is a draft, "
         "and has a page at /audits/quiet-draft/ all the same."),
        ("audits/summer/index.html", "content/audits/summer.md:4: 'Summer swallows return' is kept back "
         "until 1 July 2026, and has a page at /audits/summer/ all the same."),
    ],
)  # fmt: skip
def test_a_page_that_nothing_entitles_to(file: str, expected: str, root: Path) -> None:
    """A page stands for a public record, or for a file in docs/."""
    put(root / "site", file, html_of(file, "Another", ""))
    assert said(pages.every_page_has_a_source, root) == [expected]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("audits/missing/index.html", "content/audits/missing.md:2: has no page on the site, at "
         "/audits/missing/."),
        ("audits/old-neglect/index.html", "content/audits/neglect.md:7: has no page on the site, at "
         "/audits/old-neglect/."),
        ("series/multi-agency/index.html", "content/series/multi-agency.md:2: has no page on the site, at "
         "/series/multi-agency/."),
        ("topics/domestic-abuse/index.html", "content/vocabulary.yml:4: has no page on the site, at "
         "/topics/domestic-abuse/."),
        ("data/index.html", "docs/data.md: has no page on the site, at /data/."),
        ("posters/index.html", "overrides/views/gallery.html: has no page on the site, at /posters/."),
    ],
)  # fmt: skip
def test_a_page_that_is_lacking(file: str, expected: str, root: Path) -> None:
    """It is told at the record, the line of the vocabulary or the file that it is made from."""
    (root / "site" / file).unlink()
    assert said(pages.every_source_has_its_page, root) == [expected]


def test_a_file_that_is_lacking(root: Path) -> None:
    """What machines ask for, and each feed."""
    (root / "site/robots.txt").unlink()
    (root / "site/topics/missing/feed.xml").unlink()
    assert said(pages.every_file_is_there, root) == [
        "site/robots.txt: is missing.",
        "site/topics/missing/feed.xml: is missing.",
    ]


@pytest.mark.parametrize(
    "file", ["notes.docx", "audits/neglect/feed.xml", "assets/palette.yml", "posters/a/b.pdf"]
)
def test_a_file_that_no_site_has(file: str, root: Path) -> None:
    """Only what is known is published, apart from pages and their own files in docs/."""
    put(root / "site", file, "")
    assert said(pages.every_file_is_known, root) == [
        f"site/{file}: is a file that no site has. Where does it come from?"
    ]
    put(root / "docs", file, "")
    assert said(pages.every_file_is_known, root) == []


def test_a_former_name_that_leads_elsewhere(root: Path) -> None:
    """The old address leads to the record's page, and to no other."""
    change(root, "site/audits/old-neglect/index.html", "../neglect/", "../missing/")
    assert said(pages.former_names_lead_on, root) == [
        "content/audits/neglect.md:7: the page of the former name 'old-neglect' does not lead to "
        "/audits/neglect/."
    ]


def test_two_pages_with_one_title(root: Path) -> None:
    """Capitals do not tell them apart. A page that only leads on to another is none."""
    change(root, "site/topics/neglect/index.html", "List topics/neglect/", "NEGLECT at home")
    change(root, "site/audits/old-neglect/index.html", "Moved", "Neglect at home")
    assert said(pages.no_two_pages_have_one_title, root) == [
        "content/vocabulary.yml:2: its page /topics/neglect/ has the same title as /audits/neglect/: "
        "'NEGLECT at home - Learning'. Change one of them."
    ]


def test_a_page_without_a_title(root: Path) -> None:
    """It is told, too."""
    change(root, "site/data/index.html", "<title>Data - Learning</title>", "")
    assert said(pages.no_two_pages_have_one_title, root) == ["docs/data.md: its page /data/ has no title."]
