"""The menu and the search work by keyboard at every width."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
ENTRIES = ["Learning from audits", "All audits", "Posters", "Coming soon"]


def test_the_menu_at_320_pixels(open_page: Open) -> None:
    """A button opens it, its entries follow by Tab, Escape closes it and focus is on the button."""
    page = open_page("", width=320, height=640)
    button, menu = page.get_by_role("button", name="Menu"), page.get_by_role("navigation", name="Main")
    expect(menu).to_be_hidden()
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    for entry in ENTRIES:
        page.keyboard.press("Tab")
        expect(menu.get_by_role("link", name=entry, exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_an_entry_of_the_menu_leads_to_its_page(open_page: Open) -> None:
    """Chosen by keyboard at 320 pixels, and then marked as the current page."""
    page = open_page("", width=320, height=640)
    page.get_by_role("button", name="Menu").press("Space")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Coming soon").press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Coming soon")
    page.get_by_role("button", name="Menu").click()
    expect(page.locator("[aria-current=page]")).to_have_text("Coming soon")


def test_the_menu_is_open_where_there_is_room(open_page: Open) -> None:
    """At 1280 pixels the entries stand in the header and there is no button."""
    page = open_page("")
    expect(page.get_by_role("button", name="Menu")).to_be_hidden()
    for entry in ENTRIES:
        expect(
            page.get_by_role("navigation", name="Main").get_by_role("link", name=entry, exact=True)
        ).to_be_visible()


def test_the_menu_is_open_without_javascript(open_page: Open) -> None:
    """At 320 pixels every entry can be seen and followed."""
    page = open_page("", width=320, java_script_enabled=False)
    for entry in ENTRIES:
        expect(
            page.get_by_role("navigation", name="Main").get_by_role("link", name=entry, exact=True)
        ).to_be_visible()


def test_search_finds_learning_by_keyboard_at_320_pixels(open_page: Open) -> None:
    """The index is fetched when search is first opened; a word of the learning finds its audit."""
    page = open_page("", width=320, height=640)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    assert not [url for url in asked if "search_index" in url]
    page.get_by_role("button", name="Search").press("Enter")
    box = page.get_by_role("searchbox", name="Search audits and their learning")
    expect(box).to_be_focused()
    page.keyboard.type("rent arre")
    expect(page.locator(".search").get_by_role("status")).to_have_text("1 page found")
    page.keyboard.press("Enter")
    result = page.get_by_role("dialog").get_by_role("link", name="Neglect: did things get better?")
    expect(result).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Neglect: did things get better?")
    assert [url for url in asked if "search_index" in url]


def test_search_knows_acronyms_both_ways(open_page: Open) -> None:
    """Words find a page that only has their acronym; the result says its series and period."""
    page = open_page("posters/")
    page.get_by_role("button", name="Search").click()
    page.locator("#search-words").fill("multi-agency safeguarding hub")
    result = page.locator(".search__results li").filter(has_text="What a record can hold")
    expect(result.locator(".search__belongs")).to_have_text("Multi-agency audits, 2025/26")
    page.locator("#search-words").fill("TAF")
    titles = page.locator(".search__results a")
    expect(titles.filter(has_text="Team Around the Family")).to_have_count(1)


def test_search_says_when_it_finds_nothing(open_page: Open) -> None:
    """A draft is not found, and nonsense or markup does no harm."""
    page = open_page("audits/")
    page.get_by_role("button", name="Search").click()
    for words in ("kingfisher", "<img src=x onerror=alert(1)>zz", "+-*~^:"):
        page.locator("#search-words").fill("neglect")
        expect(page.locator(".search").get_by_role("status")).not_to_have_text("")
        page.locator("#search-words").fill(words)
        expect(page.locator(".search").get_by_role("status")).to_have_text(
            "" if words.startswith("+") else "0 pages found"
        )
