"""Every state that a reader can bring a page into, and one tab that goes from state to state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from accessibility.kinds import KINDS
from timing import BROWSER_PATIENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser, Page

    from accessibility.kinds import Kind


@dataclass(frozen=True)
class State:
    """How a page is looked at. Widths are CSS pixels; 320 of them are a screen of 1280 at 400% zoom."""

    name: str
    width: int = 1280
    palette: str = "colour"
    text: str = "normal"
    media: Mapping[str, str] = field(default_factory=dict)
    """What the reader's system asks for: options of Playwright's `emulate_media`."""
    opened: str = ""
    """What was opened or used: a key of `OPENED`."""
    has_script: bool = True
    is_painted_anew: bool = True
    """It has colours, or text on colours, that no state before it has."""


EVERYWHERE = (
    State("desktop"),
    State("desktop, black and white", palette="mono"),
    State("phone", width=375, is_painted_anew=False),
    State("320 pixels", width=320),
    State("large text", text="large", is_painted_anew=False),
    State("largest text", text="largest", is_painted_anew=False),
    State("phone, largest text", width=375, text="largest", is_painted_anew=False),
    State("forced colours", media={"forced_colors": "active"}, is_painted_anew=False),
    State("reduced motion", media={"reduced_motion": "reduce"}, is_painted_anew=False),
    State("more contrast", media={"contrast": "more"}),
    State("print", media={"media": "print"}),
    State("menu open, black and white", width=320, palette="mono", opened="menu"),
    State("no JavaScript", has_script=False),
)
DIALOG = (
    State("dialog open", opened="dialog"),
    State("dialog open, forced colours", opened="dialog", media={"forced_colors": "active"}),
    State("phone, dialog open, black and white", width=375, palette="mono", opened="dialog"),
)
FILTERS = (
    State("nothing found", opened="nothing found"),
    State("filters used", opened="filters"),
    State("filters used, forced colours", opened="filters", media={"forced_colors": "active"}),
    State("phone, filters used, black and white", width=375, palette="mono", opened="filters"),
)
TOGETHER = (
    State("briefings put together", opened="briefings"),
    State("phone, briefings put together, black and white", width=375, palette="mono", opened="briefings"),
)
SEARCH = (
    State("search with results", opened="search"),
    State("phone, search with results, black and white", width=375, palette="mono", opened="search"),
)
MORE = {
    "landing page": (*SEARCH, *DIALOG),
    "gallery": DIALOG,
    "audit with artwork": DIALOG,
    "finder": FILTERS,
    "briefings": TOGETHER,
}
"""States of those kinds of page that have posters to enlarge, filters, or something to put together."""

CASES = [(kind, state) for kind in KINDS for state in (*EVERYWHERE, *MORE.get(kind, ()))]
MEDIA = {
    "media": "screen",
    "forced_colors": "none",
    "reduced_motion": "no-preference",
    "contrast": "no-preference",
}
QUERIES = {
    "media": "print",
    "forced_colors": "(forced-colors: active)",
    "reduced_motion": "(prefers-reduced-motion: reduce)",
    "contrast": "(prefers-contrast: more)",
}
SIZES = {"normal": 16, "large": 20, "largest": 24}


BEGIN = """given => {
  Object.assign(document.documentElement.dataset, given)
  document.activeElement?.blur()
  scrollTo(0, 0)
  for (const one of document.querySelectorAll(".editor__record")) one.scrollTop = 0
}"""
"""What a reader has chosen in the toolbar, and the page as it is when it was just loaded."""


SPOILING = ("filters", "nothing found", "briefings")
"""What a reader chooses in a list stays: such a page is loaded anew."""


class Visit:
    """A tab for each kind of page, which goes from state to state: a page is loaded once, for all tests."""

    def __init__(self, browser: Browser, address: str, kinds: Mapping[str, Kind]) -> None:
        self._address = address
        self.kinds = kinds
        self._context = browser.new_context()
        self._tabs: dict[str, Page] = {}
        self._kind = ""
        self._opened = ""
        self._is_spoilt = False

    def close(self) -> None:
        """Forget everything that the pages kept."""
        self._context.close()

    @property
    def page(self) -> Page | None:
        """The tab that is looked at, if there is one."""
        return self._tabs.get(self._kind)

    def to(self, kind: str, state: State, *, to_spoil: bool = False) -> Page:
        """The page in this state; an AssertionError where it is not what the state says.

        A test that leaves the page other than it found it says so (`to_spoil`): no other test gets it then. A
        publication that has no such page skips the test.
        """
        if kind not in self.kinds:
            pytest.skip(f"this publication has no {kind}")
        self._leave()
        if not state.has_script and kind in self._tabs:
            self._tabs.pop(kind).close()
        if kind not in self._tabs:
            self._tabs[kind] = self._load(kind, state)
        self._kind, self._opened = kind, state.opened
        self._is_spoilt = to_spoil or not state.has_script or state.opened in SPOILING
        page = self._tabs[kind]
        page.set_viewport_size({"width": state.width, "height": 800})
        page.emulate_media(**(MEDIA | dict(state.media)))
        page.evaluate(BEGIN, {"colour": state.palette, "text": state.text})
        expect(page.get_by_role("heading", level=1)).to_contain_text(self.kinds[kind].heading)
        if state.opened:
            OPENED[state.opened](page)
        self._is_in(state)
        return page

    def _leave(self) -> None:
        """Close what is open, and the tab itself where the next test would find it changed."""
        page, self._kind = self.page, ""
        if page is None:
            return
        if self._is_spoilt:
            self._tabs = {kind: tab for kind, tab in self._tabs.items() if tab is not page}
            page.close()
        elif self._opened == "menu":
            page.evaluate("document.querySelector('.menu-button[aria-expanded=true]')?.click()")
        elif self._opened:
            page.evaluate("document.querySelector('dialog[open]')?.close()")

    def _load(self, kind: str, state: State) -> Page:
        """A tab of its own. Without script, no script of the page runs; afterwards the tests' own may."""
        page = self._context.new_page()
        page.set_default_timeout(BROWSER_PATIENCE)
        page.set_viewport_size({"width": state.width, "height": 800})
        scripts = self._context.new_cdp_session(page)
        scripts.send("Emulation.setScriptExecutionDisabled", {"value": not state.has_script})
        page.goto(self._address + self.kinds[kind].path)
        scripts.send("Emulation.setScriptExecutionDisabled", {"value": False})
        assert page.evaluate("document.documentElement.classList.contains('js')") is state.has_script
        return page

    def _is_in(self, state: State) -> None:
        asked = [
            [query, state.media.get(name, MEDIA[name]) != MEDIA[name]] for name, query in QUERIES.items()
        ]
        self.page.wait_for_function(
            "asked => asked.every(([query, is]) => matchMedia(query).matches === is)", arg=asked
        )
        if state.media.get("media") != "print":
            size = self.page.evaluate("getComputedStyle(document.documentElement).fontSize")
            assert size == f"{SIZES[state.text]}px"


def open_menu(page: Page) -> None:
    """The menu of a narrow page."""
    page.get_by_role("button", name="Menu").click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()


def open_search(page: Page) -> None:
    """The search, with results."""
    page.get_by_role("button", name="Search", exact=True).click()
    page.get_by_role("searchbox", name="Search audits and their learning").fill("audit")
    expect(page.locator(".search__results a").first).to_be_visible()


def open_dialog(page: Page) -> None:
    """The first poster of the page, enlarged."""
    page.locator("[data-poster]").first.click()
    expect(page.get_by_role("dialog")).to_be_visible()


SETTLED = """() => {
  const filters = document.querySelector(".finder__filters")
  return filters.open || filters.querySelector("summary").checkVisibility()
}"""
"""A page made wider opens its filters by itself, but not at once."""


def use_filters(page: Page) -> None:
    """Two choices in the finder, one of them focused."""
    filters = page.locator(".finder__filters")
    page.wait_for_function(SETTLED)
    if filters.get_attribute("open") is None:
        filters.locator("> summary").click()
    topics = filters.locator("details", has=page.locator("summary", has_text="Topic"))
    if topics.get_attribute("open") is None:
        topics.locator("> summary").click()
    topics.get_by_role("checkbox").first.check()
    expect(page.locator(".chosen")).to_be_visible()


def find_nothing(page: Page) -> None:
    """Words in the finder that no audit has."""
    page.get_by_role("searchbox", name="Search this list").fill("zzzz")
    expect(page.get_by_text("No audit fits all of this.")).to_be_visible()


def put_briefings_together(page: Page) -> None:
    """The first two of the list, below one another."""
    for box in page.get_by_role("checkbox").all()[:2]:
        box.check()
    page.get_by_role("button", name="Put these together").click()
    expect(page.locator(".chosen-briefings .briefing")).to_have_count(2)


OPENED = {
    "menu": open_menu,
    "search": open_search,
    "dialog": open_dialog,
    "filters": use_filters,
    "briefings": put_briefings_together,
    "nothing found": find_nothing,
}
