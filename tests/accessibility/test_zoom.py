"""Nothing is lost and nothing scrolls two ways, at 400% zoom and with text of twice its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from accessibility.kinds import KINDS
from accessibility.states import State
from accessibility.text import faults, wearing

if TYPE_CHECKING:
    from accessibility.states import Visit

LARGE = [
    State("320 pixels", width=320),
    State("320 pixels, largest text", width=320, text="largest"),
    State("largest text", text="largest"),
    State("phone, largest text", width=375, text="largest"),
]
DOUBLE = "html { font-size: 200% !important; }"
"""What a browser does whose reader has asked for text of twice the size."""
OPENED = [("gallery", "dialog"), ("finder", "filters"), ("finder", "search"), ("landing page", "menu")]
SAID = """() => [...document.querySelectorAll(
    "h1, h2, h3, h4, a, button, summary, label, .badge, main p, main dd")]
  .filter(one => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 0)
  .map(one => one.textContent.trim().replace(/\\s+/g, " "))"""


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_cut_off(visit: Visit, kind: str) -> None:
    """WCAG 1.4.10 and 1.4.4: at 320 pixels and with the largest text of the toolbar."""
    for state in LARGE:
        page = visit.to(kind, state)
        assert faults(page) == [], state.name


@pytest.mark.parametrize("kind", KINDS)
def test_text_of_twice_the_size(visit: Visit, kind: str) -> None:
    """WCAG 1.4.4, where the browser alone makes text larger, at 1280 and 375 pixels."""
    for width in (1280, 375):
        page = visit.to(kind, State(f"{width} pixels", width=width))
        with wearing(page, DOUBLE):
            assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
            assert faults(page) == [], f"at {width} pixels"


@pytest.mark.parametrize(("kind", "opened"), OPENED, ids=lambda part: part)
def test_what_opens(visit: Visit, kind: str, opened: str) -> None:
    """The enlarged poster, the filters, the search with results and the menu."""
    for state in LARGE:
        if opened == "menu" and state.width == 1280:
            continue  # there the menu is always open
        page = visit.to(kind, State(state.name, width=state.width, text=state.text, opened=opened))
        assert faults(page) == [], state.name
    page = visit.to(kind, State("phone", width=375, opened=opened))
    with wearing(page, DOUBLE):
        assert faults(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_narrow_page_says_all_that_a_wide_one_says(visit: Visit, kind: str) -> None:
    """Each heading, link, button and paragraph is there at 320 pixels too, once menu and filters are open."""
    wide = visit.to(kind, State("desktop")).evaluate(SAID)
    page = visit.to(kind, State("320 pixels", width=320, opened="menu"), to_spoil=kind == "finder")
    for details in page.locator(".finder__filters").all():
        details.locator("> summary").click()
        page.evaluate("document.querySelectorAll('.filter').forEach(one => { one.open = true })")
    assert len(wide) > 15
    assert set(wide) - set(page.evaluate(SAID)) == set()


@pytest.mark.parametrize("kind", ["gallery", "audit with artwork"])
def test_an_enlarged_poster_can_be_seen_at_400_percent(visit: Visit, kind: str) -> None:
    """A window of 1280 by 1024 is then one of 320 by 256: the tools may not leave nothing to the poster."""
    page = visit.to(kind, State("320 pixels", width=320, opened="dialog"))
    page.set_viewport_size({"width": 320, "height": 256})
    view = page.locator(".enlarged__view")
    view.focus()
    box = view.bounding_box()
    assert box
    assert box["height"] >= 150
    assert box["y"] + box["height"] <= 257
    assert page.locator(".enlarged img").bounding_box()["height"] > 100
    page.get_by_role("button", name="Close").focus()
    expect(page.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
    assert faults(page) == []
