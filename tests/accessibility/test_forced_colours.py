"""With colours of the reader's own, every state, frame and picture can still be seen: measured on pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from accessibility.pixels import box_of, changed, colours, picture
from accessibility.states import State

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from accessibility.states import Visit

FORCED = {"forced_colors": "active"}
DESKTOP = State("forced colours", media=FORCED)
FRAMELESS = """() => {
  const fields = ".button, .finder__search input, .finder__sort select"
  const framed = `${fields}, .poster, .card__waiting, .notice, .badge, .in-short, .empty, .search`
  const all = [...document.querySelectorAll(framed)].filter(one => one.checkVisibility())
  const bare = all.filter(one => {
    const style = getComputedStyle(one)
    const isDrawn = style.borderLeftStyle !== "none" && parseFloat(style.borderLeftWidth) >= 1
    return !isDrawn || style.borderLeftColor === getComputedStyle(document.body).backgroundColor
  })
  return { all: all.length, bare: bare.map(one => `${one.localName}.${one.className}`) }
}"""


def turned(page: Page, face: Locator, change: str) -> int:
    """How many pixels of a control change by 3:1 when this is done to it."""
    face.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = box_of(face)
    before = picture(page, box)
    face.evaluate(change)
    return changed(before, picture(page, box))


@pytest.mark.parametrize(
    ("kind", "opened", "selector", "change", "least"),
    [
        ("gallery", "", ".choice:has([value=large])", "one => { one.control.checked = true }", 30),
        ("gallery", "", ".choice:has([value=mono])", "one => { one.control.checked = true }", 100),
        ("gallery", "", ".menu a[aria-current]", "one => one.removeAttribute('aria-current')", 100),
        ("gallery", "dialog", "[data-do=fit]", "one => one.setAttribute('aria-pressed', 'false')", 50),
        ("gallery", "dialog", "[data-do=actual]", "one => { one.disabled = true }", 50),
        ("finder", "", ".filter__choice", "one => { one.control.checked = true }", 50),
        ("finder", "", ".filter summary", "one => { one.parentElement.open = !one.parentElement.open }", 10),
        ("finder", "filters", ".chosen", "one => { one.hidden = true }", 500),
    ],
    ids=lambda part: part if isinstance(part, str) and part[:1] in (".", "[") else "",
)  # fmt: skip
def test_every_state_is_to_be_seen(
    visit: Visit, kind: str, opened: str, selector: str, change: str, least: int
) -> None:
    """Checked, current, pressed, disabled, expanded and chosen: a good many pixels differ by 3:1."""
    page = visit.to(kind, State("forced colours", opened=opened, media=FORCED), to_spoil=True)
    assert turned(page, page.locator(selector).first, change) >= least


def test_an_open_menu_is_to_be_seen(visit: Visit) -> None:
    """At 320 pixels its entries show that it is open."""
    state = State("forced colours", width=320, opened="menu", media=FORCED)
    page = visit.to("gallery", state, to_spoil=True)
    change = "one => { one.classList.remove('menu--open') }"
    assert turned(page, page.locator(".menu"), change) >= 500


@pytest.mark.parametrize("kind", KINDS)
def test_frames_are_lines(visit: Visit, kind: str) -> None:
    """Buttons, fields, posters, badges and notices have a border: grounds and shadows are gone."""
    found = visit.to(kind, DESKTOP).evaluate(FRAMELESS)
    assert found["all"] > 0
    assert found["bare"] == []


def test_progress_is_drawn(visit: Visit) -> None:
    """A part that is done looks other than one that is not."""
    page = visit.to("series", DESKTOP, to_spoil=True)
    change = "one => one.classList.toggle('progress__part--done')"
    assert turned(page, page.locator(".progress__part").first, change) >= 50


@pytest.mark.parametrize("selector", [".card .poster img", ".banner__mark"])
def test_pictures_stay(visit: Visit, selector: str) -> None:
    """A poster and the partnership's sign are drawn, in more than the colour of the ground."""
    page = visit.to("gallery", DESKTOP)
    one = page.locator(selector).first
    one.evaluate("one => one.scrollIntoView({ block: 'center' })")
    if selector.endswith("img"):
        one.evaluate("one => one.decode()")
    drawn = list(colours(picture(page, box_of(one))))
    ground = drawn[0]
    assert sum(colour != ground for colour in drawn) > len(drawn) / 20
