"""Briefings in a browser: one to read and fill in, several put together, and all of it on paper."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pypdfium2
from playwright.sync_api import Page, expect

Open = Callable[..., Page]
FIRST, SECOND = "child-in-need-plans", "self-harm"
"""Records with learning, of one series; the publication for tests has them in another order."""


def words_of(page: Page) -> list[str]:
    """What the page says on each sheet of paper, white space as single spaces."""
    with pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True)) as document:
        return [" ".join(one.get_textpage().get_text_range().split()) for one in document]


def test_a_briefing_can_be_filled_in(open_page: Open) -> None:
    """What a team agrees is typed into the page, comes out on paper, and leaves nothing behind."""
    page = open_page(f"audits/{FIRST}/briefing/")
    page.get_by_role("textbox", name="What, line 1").fill("Fix all dates at the first meeting")
    page.get_by_role("textbox", name="By when, line 1").fill("In May")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.url.endswith(f"/{FIRST}/briefing/")
    expect(page.get_by_role("button", name="Print this briefing")).to_be_visible()
    page.reload()
    expect(page.get_by_role("textbox", name="What, line 1")).to_have_value("")


def test_a_briefing_prints_on_two_sheets(open_page: Open) -> None:
    """With its seven parts and the lines, without what can only be pressed."""
    sheets = words_of(open_page(f"audits/{FIRST}/briefing/"))
    assert len(sheets) <= 2
    whole = " ".join(sheets)
    assert whole.index("1. Why") < whole.index("7. What we will do")
    assert "Print this briefing" not in whole
    assert "Download" not in whole


def test_ticked_briefings_are_put_together(open_page: Open) -> None:
    """In the order in which the list has them; the address can be sent to a colleague."""
    page = open_page("briefings/")
    for box in page.get_by_role("checkbox").all()[:3]:
        box.check()
    expect(page.get_by_role("status").filter(has_text="3 chosen")).to_be_visible()
    titles = [link.text_content() for link in page.locator("[data-chosen]").all()[:3]]
    page.get_by_role("button", name="Put these together").click()
    expect(page.get_by_role("heading", name="The 3 briefings that you chose")).to_be_visible()
    assert "?audits=" in page.url
    shown = page.locator(".chosen-briefings .briefing .page-head h3")
    expect(shown).to_have_count(3)
    assert [one.text_content() for one in shown.all()] == titles
    page.get_by_role("list").filter(has=page.get_by_role("link", name=titles[1])).first.get_by_role(
        "link", name=titles[1]
    ).click()
    assert page.url.endswith("-briefing")


def test_they_have_one_structure(open_page: Open) -> None:
    """No place is there twice, headings go down by one level, and links lead where they led."""
    page = open_page(f"briefings/?audits={FIRST},{SECOND}")
    expect(page.locator(".chosen-briefings .briefing")).to_have_count(2)
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(one => one.id)")
    assert len(ids) == len(set(ids))
    levels = page.evaluate(
        "[...document.querySelectorAll('main :is(h1,h2,h3,h4,h5,h6)')].filter(one => one.checkVisibility())"
        ".map(one => Number(one.tagName[1]))"
    )
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    expect(
        page.locator(f"#{FIRST}-briefing")
        .get_by_role("link", name="All of it, on the page of the audit")
        .first
    ).to_have_js_property("href", page.url.split("briefings/")[0] + f"audits/{FIRST}/")


def test_several_print_as_one(open_page: Open) -> None:
    """Contents first, then each on sheets of its own, without the list to choose from."""
    page = open_page(f"briefings/?audits={FIRST},{SECOND}")
    expect(page.locator(".chosen-briefings .briefing")).to_have_count(2)
    sheets = words_of(page)
    assert 3 <= len(sheets) <= 5
    assert "The 2 briefings that you chose" in sheets[0]
    assert "1. Why" not in sheets[0]
    assert "In seven minutes" in sheets[1]
    assert sum("1. Why" in sheet for sheet in sheets) == 2
    assert "Put these together" not in " ".join(sheets)


def test_what_there_is_not_is_said(open_page: Open) -> None:
    """A name that is gone or was never there; what is there is shown, and no other page is read."""
    page = open_page(f"briefings/?audits=nobody&audits={FIRST},../../feed.xml")
    expect(page.locator(".chosen-briefings .briefing")).to_have_count(1)
    said = page.locator(".chosen-briefings__missing")
    expect(said).to_contain_text("There is no briefing named “nobody”.")
    expect(said).to_contain_text("There is no briefing named “../../feed.xml”.")
    expect(page.get_by_role("heading", name="The briefing that you chose")).to_be_visible()


def test_without_a_script_the_list_has_links(open_page: Open) -> None:
    """To each page and each file; nothing to tick that would do nothing."""
    page = open_page(f"briefings/?audits={FIRST}", java_script_enabled=False)
    expect(page.get_by_role("link", name="Child in need plans that drift", exact=True)).to_be_visible()
    assert page.get_by_role("checkbox").count() == 0
    assert page.get_by_role("button", name="Put these together").count() == 0


def test_clicks_from_the_landing_page(open_page: Open) -> None:
    """The newest briefing is one click away from a card, on a desk and on a phone."""
    for width in (1280, 375):
        page = open_page("", width=width)
        page.locator(".card").get_by_role("link", name="Briefing on").first.click()
        expect(page.locator("[data-briefing]")).to_be_visible()
        page.context.close()
