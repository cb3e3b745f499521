"""With the keyboard alone all that can be operated is reached in reading order, seen, and left again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from accessibility.controls import go_through, out_of_order, start
from accessibility.kinds import KINDS
from accessibility.states import State

if TYPE_CHECKING:
    from accessibility.controls import Stop
    from accessibility.states import Visit

DESKTOP = State("desktop")
NARROW = State("320 pixels", width=320)
SOME = ["landing page", "finder", "audit with artwork", "series"]
PAGES = [(kind, state) for kind in KINDS for state in (DESKTOP, NARROW)] + [
    ("gallery", State("320 pixels, menu open", width=320, opened="menu")),
    ("finder", State("filters used", opened="filters")),
    ("finder", State("320 pixels, filters used", width=320, opened="filters")),
    ("finder", State("no JavaScript", has_script=False)),
    ("finder", State("320 pixels, no JavaScript", width=320, has_script=False)),
    ("landing page", State("320 pixels, largest text", width=320, text="largest")),
]
DIALOGS = [
    (kind, State(f"{width} pixels, {opened} open", width=width, opened=opened))
    for kind, opened in (("gallery", "dialog"), ("audit with artwork", "dialog"), ("finder", "search"))
    for width in (1280, 320)
]
FRAMES = """async () => {
  for (let frame = 0; frame < 12; frame += 1) await new Promise(resolve => requestAnimationFrame(resolve))
}"""
"""A fifth of a second, and longer on a machine that is busy with something else."""


def name(part: object) -> str | None:
    return part.name if isinstance(part, State) else None


def expect_all(names: list[str], stops: list[Stop | None]) -> None:
    """Each of these, in this order, to be seen when focused; then the browser, or from it the first again."""
    assert len(names) > 3
    assert [stop and stop.name for stop in stops[:-1]] == names
    assert [f"{stop.name} {stop.fault}" for stop in stops if stop and stop.fault] == []
    assert stops[-1] is None or stops[-1].name == names[0]


@pytest.mark.parametrize(("kind", "state"), PAGES, ids=name, scope="module")
def test_tab_goes_through_the_page(visit: Visit, kind: str, state: State) -> None:
    """Tab stops at all that can be operated and at nothing else, shows it whole, and leaves at the end."""
    page = visit.to(kind, state)
    names, stops = go_through(page)
    expect_all(names, stops)


@pytest.mark.parametrize(("kind", "state"), [*((kind, DESKTOP) for kind in SOME), *DIALOGS], ids=name)
def test_shift_and_tab_goes_the_same_way_back(visit: Visit, kind: str, state: State) -> None:
    """From the end to the start, with each stop to be seen."""
    page = visit.to(kind, state)
    names, stops = go_through(page, backwards=True)
    expect_all(names[::-1], stops)


@pytest.mark.parametrize(("kind", "state"), PAGES + DIALOGS, ids=name, scope="module")
def test_the_order_is_the_reading_order(visit: Visit, kind: str, state: State) -> None:
    """What Tab comes to next is not above, unless in a column to the right, and in a row not to the left."""
    page = visit.to(kind, state)
    assert page.locator("main a, dialog a").count() > 0
    assert out_of_order(page) == []


@pytest.mark.parametrize(("kind", "state"), DIALOGS, ids=name)
def test_tab_stays_in_a_dialog_until_escape(visit: Visit, kind: str, state: State) -> None:
    """After its last control comes its first, past the browser; Escape closes it and gives focus back."""
    opener = "[data-poster]" if state.opened == "dialog" else "[data-open-search]"
    page = visit.to(kind, state)
    names, stops = go_through(page)
    expect_all(names, stops)
    page.evaluate(FRAMES)  # until the browser, asked to take focus, has given it back or kept it
    if page.evaluate("document.activeElement === document.body"):
        page.keyboard.press("Tab")
    first = page.get_by_role("dialog").locator("button:visible").first
    expect(first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(opener).first).to_be_focused()


@pytest.mark.parametrize("kind", SOME)
def test_the_skip_link(visit: Visit, kind: str) -> None:
    """The first stop shows itself and leads past the header into the main part: one for all pages."""
    page = visit.to(kind, DESKTOP)
    start(page)
    skip = page.get_by_role("link", name="Skip to the main part")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport(ratio=1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main, footer') !== null")
    assert page.locator("main :is(a, button)").count() == 0 or page.evaluate(
        "document.activeElement.closest('main') !== null"
    )
