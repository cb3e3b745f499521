"""No page, in either palette, breaks a rule of WCAG 2.2 A or AA that a machine can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

AXE = PROJECT / "tests/node_modules/axe-core/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
KINDS = {
    "landing": ("", "Learning from audits"),
    "finder": ("audits/", "All audits"),
    "gallery": ("posters/", "Posters"),
    "coming soon": ("coming-soon/", "Coming soon"),
    "holding audit": ("audits/domestic-abuse/", "Domestic Abuse"),
    "full audit": ("audits/trial-full/", "Trial:"),
    "audit with artwork": ("audits/trial-pdf/", "Trial of PDF artwork"),
    "audit to come": ("audits/mental-capacity/", "Testing"),
    "withdrawn audit": ("audits/trial-withdrawn/", "Trial of a withdrawal"),
    "series": ("series/section-11-175/", "Section 11"),
    "topic": ("topics/neglect/", "Neglect"),
    "year": ("years/2018-19/", "Audits of 2018/19"),
    "actions": ("actions/", "Actions and impact"),
    "subscribe": ("subscribe/", "Subscribe"),
    "open data": ("data/", "Open data"),
    "accessibility": ("accessibility/", "Accessibility"),
    "not found": ("404.html", "This page is not here"),
}


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("tags => axe.run(document, { runOnly: tags })", TAGS)
    assert len(found["passes"]) > 15, "axe looked at the page"
    return [f"{v['id']}: {v['nodes'][0]['html'][:200]}" for v in found["violations"]]


@pytest.mark.parametrize("palette", ["colour", "mono"])
@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page(open_page: Callable[..., Page], kind: str, palette: str) -> None:
    """Every kind of page at 1280 and 375 pixels."""
    path, heading = KINDS[kind]
    page = open_page(path)
    page.evaluate("palette => { document.documentElement.dataset.colour = palette }", palette)
    assert heading in page.get_by_role("heading", level=1).inner_text()
    assert violations(page) == []
    page.set_viewport_size({"width": 375, "height": 740})
    assert violations(page) == []


@pytest.mark.parametrize("palette", ["colour", "mono"])
def test_what_opens(open_page: Callable[..., Page], palette: str) -> None:
    """The menu, the search with results, and the enlarged poster."""
    page = open_page("posters/", width=375)
    page.evaluate("palette => { document.documentElement.dataset.colour = palette }", palette)
    page.get_by_role("button", name="Menu").click()
    assert violations(page) == []
    page.get_by_role("button", name="Search").click()
    page.locator("#search-words").fill("trial")
    page.locator(".search__results a").first.wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="Close").click()
    page.get_by_role("link", name="Poster: Domestic Abuse", exact=True).click()
    page.get_by_role("dialog").wait_for()
    assert violations(page) == []
