"""The accessibility toolbar: text size and colour, kept without cookies, applied before the first paint."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

Open = Callable[..., Page]


def root(page: Page, expression: str) -> object:
    return page.evaluate(f"getComputedStyle(document.documentElement).{expression}")


@pytest.mark.parametrize(("label", "size"), [("Normal text", 16), ("Large text", 20), ("Largest text", 24)])
def test_three_text_sizes(open_page: Open, label: str, size: int) -> None:
    """Each size makes all text larger, at both widths without scrolling sideways."""
    for width in (1280, 375):
        page = open_page("", width=width)
        page.get_by_role("radio", name=label).check(force=True)
        assert root(page, "fontSize") == f"{size}px"
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_black_and_white_covers_posters_too(open_page: Open) -> None:
    """Every colour on the page becomes a grey, and pictures lose theirs."""
    page = open_page("")
    page.get_by_role("radio", name="Black and White").check(force=True)
    colours = page.evaluate(
        """() => [...document.querySelectorAll("*")].flatMap(e => {
            const s = getComputedStyle(e)
            return [s.color, s.backgroundColor, s.borderTopColor, s.borderBottomColor]
        })"""
    )
    grey = {colour for colour in colours if len(set(colour[colour.index("(") + 1 : -1].split(", ")[:3])) == 1}
    assert len(colours) > 500
    assert set(colours) - grey <= {"rgb(20, 38, 43)"}, "the ink of a filled button is near black"
    filters = page.locator(".cards img").evaluate_all("all => all.map(i => getComputedStyle(i).filter)")
    assert set(filters) == {"grayscale(1)"}


def test_it_works_by_keyboard(open_page: Open) -> None:
    """Tab reaches the group, arrows choose in it, and what has focus is marked."""
    page = open_page("")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the main part")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("radio", name="Normal text")).to_be_focused()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Large text")).to_be_checked()
    face = page.locator(".choice--large .choice__face")
    assert face.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="Black and White")).to_be_checked()


def test_the_choice_is_kept_without_cookies_and_applied_before_the_first_paint(open_page: Open) -> None:
    """On the next page the choice holds already when the first element of the body is parsed."""
    page = open_page("")
    page.get_by_role("radio", name="Largest text").check(force=True)
    page.get_by_role("radio", name="Black and White").check(force=True)
    page.add_init_script(
        """new MutationObserver((_, me) => {
            if (document.body) {
                window.atFirst = { ...document.documentElement.dataset }
                me.disconnect()
            }
        }).observe(document, { childList: true, subtree: true })"""
    )
    page.get_by_role("link", name="Posters", exact=True).click()
    page.wait_for_url("**/posters/")
    assert page.evaluate("window.atFirst") == {"text": "largest", "colour": "mono"}
    expect(page.get_by_role("radio", name="Largest text")).to_be_checked()
    expect(page.get_by_role("radio", name="Black and White")).to_be_checked()
    assert page.context.cookies() == []


def test_it_works_where_storage_is_switched_off(open_page: Open) -> None:
    """Without storage the choice lasts for the page."""
    page = open_page("accessibility/")
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('off') } })"
    )
    page.reload()
    page.get_by_role("radio", name="Large text").check(force=True)
    assert root(page, "fontSize") == "20px"


def test_it_is_absent_without_javascript(open_page: Open) -> None:
    """What cannot work is not shown."""
    page = open_page("", java_script_enabled=False)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".toolbar")).to_be_hidden()
    expect(page.get_by_role("button", name="Search")).to_be_hidden()
