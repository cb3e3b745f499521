"""What comes out of a printer: the site's pages as Chromium prints them, read as PDF."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from project import ADDRESS, NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

A4 = (595, 842)  # points
HOST = ADDRESS.split("/")[2]
COMPLETE = "bruising-in-babies"
"""A record with all five sections and actions, as short as records should be."""

FORMER, PRESENT = "cin-plans", "child-in-need-plans"
"""A record that was renamed."""


@dataclass(frozen=True)
class Sheet:
    """One printed page: its words on one line, its size in points, and how many pictures it has."""

    words: str
    size: tuple[int, int]
    pictures: tuple[tuple[int, int], ...]
    """Width and height of each picture, in points as printed."""


PICTURES = """() => Promise.all([...document.images].map(one => {
  one.loading = "eager"
  return one.decode().catch(() => null)
}))"""
"""Wait for pictures further down, as a browser does before it shows its print dialog."""


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Callable[..., list[Sheet]]]:
    """`printed("audits/")` prints a page as its stylesheet says, in the palette that is asked for."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})

    @functools.cache
    def sheets(path: str, colour: str = "colour", text: str = "normal") -> list[Sheet]:
        page = context.new_page()
        page.goto(address + path)
        page.evaluate(
            "([colour, text]) => Object.assign(document.documentElement.dataset, {colour, text})",
            [colour, text],
        )
        page.evaluate(PICTURES)
        document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        found = [_sheet(one) for one in document]
        document.close()
        page.close()
        return found

    yield sheets
    context.close()


def _sheet(page: pypdfium2.PdfPage) -> Sheet:
    text = page.get_textpage()
    words = " ".join(text.get_text_range().replace("\ufffe", "").split())
    text.close()
    boxes = [one.get_bounds() for one in page.get_objects(filter=[3])]  # FPDF_PAGEOBJ_IMAGE
    pictures = tuple((round(right - left), round(top - bottom)) for left, bottom, right, top in boxes)
    return Sheet(words, (round(page.get_width()), round(page.get_height())), pictures)


def test_a_complete_audit_is_a_handout_of_two_sheets(printed: Callable[..., list[Sheet]]) -> None:
    """All its learning on the first sheet of A4, its poster on the second, at a size that can be read."""
    first, second = printed(f"audits/{COMPLETE}/")
    assert (first.size, second.size) == (A4, A4)
    headings = (
        "Bruising in babies who cannot yet move", "In short", "What we looked at", "What worked well",
        "What we are worried about", "What needs to happen", "Discussion points", "Actions",
        "About this audit",
    )  # fmt: skip
    for heading in headings:
        assert heading in first.words
    assert "What do you say to a frightened mother in the first minute?" in first.words
    [(width, height)] = second.pictures
    assert height > 650
    assert width > 440


def test_a_handout_has_the_page_it_is_of(printed: Callable[..., list[Sheet]]) -> None:
    """The partnership at the top, and at the end the page's own address and no link to edit it."""
    sheets = printed(f"audits/{COMPLETE}/")
    assert sheets[0].words.startswith(NAME)
    assert sheets[-1].words.endswith(f"{ADDRESS}audits/{COMPLETE}/")


@pytest.mark.parametrize("path", [f"audits/{COMPLETE}/", "audits/", "posters/", "series/multi-agency/", ""])
def test_furniture_stays_on_the_screen(printed: Callable[..., list[Sheet]], path: str) -> None:
    """Neither menu nor toolbar, neither buttons nor downloads, which paper cannot follow."""
    words = " ".join(sheet.words for sheet in printed(path))
    for furniture in (
        "Skip to", "Text size", "Black and White", "Menu", "Download", "Print this page", "Share by e-mail",
        "Edit this page", "Accessibility", "You are here", "Sort by",
    ):  # fmt: skip
        assert furniture not in words, furniture


def test_related_audits_have_their_addresses(printed: Callable[..., list[Sheet]]) -> None:
    """Paper has no links: the address is written out below the title, as the host has it."""
    words = printed(f"audits/{COMPLETE}/")[0].words
    assert f"Before birth: planning for a baby who may not be safe {HOST}/audits/pre-birth/" in words


def test_an_audit_without_learning_is_one_sheet(printed: Callable[..., list[Sheet]]) -> None:
    """What is said of it, and its holding poster, which has nothing to be read from a full sheet."""
    [sheet] = printed("audits/thresholds/")
    assert "The learning from this audit has not been supplied yet." in sheet.words
    assert len(sheet.pictures) == 1


@pytest.mark.parametrize(
    ("path", "most"),
    [("audits/", 5), ("series/peer-reviews/", 1), ("coming-soon/", 2), ("topics/neglect/", 1)],
)
def test_a_listing_is_a_table(printed: Callable[..., list[Sheet]], path: str, most: int) -> None:
    """No pictures; as few sheets as it needs; the first has rows, too."""
    sheets = printed(path)
    assert len(sheets) <= most
    assert not any(sheet.pictures for sheet in sheets)
    assert sheets[0].words.count(f"{HOST}/audits/") > 1


@pytest.mark.parametrize("path", ["audits/", "series/multi-agency/", "topics/neglect/", "years/2018-19/"])
def test_a_row_has_title_series_period_status_and_address(
    printed: Callable[..., list[Sheet]], path: str
) -> None:
    """All that is needed to find the audit again."""
    words = " ".join(sheet.words for sheet in printed(path))
    address = f"{HOST}/audits/neglect-2019/"
    assert f"Neglect: primary-age children {address}" in words
    row = words.partition(address)[2][:120]
    for fact in ("Multi-agency audits", "2018/19", "ublished"):
        assert fact in row


def test_what_is_to_come_has_its_status(printed: Callable[..., list[Sheet]]) -> None:
    """Coming soon and planned, in words."""
    words = " ".join(sheet.words for sheet in printed("coming-soon/"))
    assert "Expected November 2026 Coming soon" in words
    assert "Date not known yet Planned" in words


def test_the_gallery_is_a_contact_sheet(printed: Callable[..., list[Sheet]], site: Path) -> None:
    """Four posters a row, each with its title, every picture there and on one sheet with its title."""
    sheets = printed("posters/")
    audits = json.loads((site / "audits.json").read_text("utf-8"))["audits"]
    posters = [one for one in audits if one["poster"]]
    assert len(sheets) <= len(posters) / 12 + 2
    assert sum(len(sheet.pictures) for sheet in sheets) == len(posters)
    for sheet in sheets:
        assert all(110 < width < 135 and height > 150 for width, height in sheet.pictures)
    assert "Bruising in babies who cannot yet move" in " ".join(sheet.words for sheet in sheets)


@pytest.mark.parametrize("path", [f"audits/{COMPLETE}/", "audits/", "posters/"])
def test_the_choice_of_colours_changes_no_words(printed: Callable[..., list[Sheet]], path: str) -> None:
    """Black and white prints the same words on the same sheets."""
    assert [sheet.words for sheet in printed(path, colour="mono")] == [sheet.words for sheet in printed(path)]


def test_the_choice_of_text_size_holds_on_paper(printed: Callable[..., list[Sheet]]) -> None:
    """Who needs large letters gets them, on more sheets, and still the whole learning and the poster."""
    sheets = printed(f"audits/{COMPLETE}/", text="largest")
    assert len(sheets) > 2
    words = " ".join(sheet.words for sheet in sheets)
    assert "What do you say to a frightened mother in the first minute?" in words
    assert sum(len(sheet.pictures) for sheet in sheets) == 1


def test_no_page_has_a_dark_band(browser: Browser, address: str) -> None:
    """What is a band of colour on the screen is paper in print, in both palettes."""
    page = browser.new_page()
    for path in ("", f"audits/{COMPLETE}/", "audits/", "posters/"):
        page.goto(address + path)
        page.emulate_media(media="print")
        for colour in ("colour", "mono"):
            page.evaluate("colour => document.documentElement.dataset.colour = colour", colour)
            backgrounds = page.evaluate(
                "() => [...document.querySelectorAll('.banner, .page-head, .hero, .band, .footer, .notice')]"
                ".map(part => getComputedStyle(part)).map(it => it.backgroundColor + it.backgroundImage)"
            )
            assert set(backgrounds) == {"rgba(0, 0, 0, 0)none"}, (path, colour)
    page.close()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_old_address_leads_to_the_present_page(
    browser: Browser, address: str, site: Path, javascript: bool
) -> None:
    """A bookmark of a renamed record opens its page, with and without JavaScript, and its poster the file."""
    context = browser.new_context(java_script_enabled=javascript)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    page.goto(f"{address}audits/{FORMER}/")
    page.wait_for_url(f"{address}audits/{PRESENT}/")
    assert wrong == []
    context.close()
    old, new = (site / f"posters/{name}.pdf" for name in (FORMER, PRESENT))
    assert old.read_bytes() == new.read_bytes()


@pytest.mark.parametrize("file", ["sitemap.xml", "search/search_index.json", "audits/index.html"])
def test_old_addresses_are_in_no_list(site: Path, file: str) -> None:
    """Readers and search engines find the present address only."""
    text = (site / file).read_text("utf-8")
    assert f"audits/{PRESENT}/" in text.replace('href="', 'href="audits/')
    assert FORMER not in text


def test_the_page_of_a_series_downloads_its_pack(site: Path) -> None:
    """The pages and the size that the link says are those of the file; a series of one poster has none."""
    document = pypdfium2.PdfDocument(site / "series/multi-agency/posters.pdf")
    pages = len(document)
    document.close()
    size = (site / "series/multi-agency/posters.pdf").stat().st_size
    said = f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{round(size / 1000)} KB"
    page = (site / "series/multi-agency/index.html").read_text("utf-8")
    assert f"(PDF, {pages} pages, {said})" in page
    assert pages >= 1 + 15
    assert not (site / "series/peer-reviews/posters.pdf").exists()
