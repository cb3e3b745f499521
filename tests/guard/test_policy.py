"""Every page names what it may load, and every feature works under that with an empty log of the browser."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
KINDS = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}


def directives(html: str) -> dict[str, str]:
    """The policy of a page, by kind."""
    (policy,) = POLICY.findall(html)
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


def test_every_page_has_the_policy(site: Path) -> None:
    """Nothing but what is named, and all of it from the site itself; what leads on needs less."""
    pages = sorted(site.rglob("*.html"))
    assert pages
    for page in pages:
        policy = directives(page.read_text("utf-8"))
        assert policy["default-src"] == policy["base-uri"] == "'none'", page
        assert policy.items() <= {**KINDS, "form-action": policy["form-action"]}.items(), page
        assert policy["form-action"] in ("'self'", "'none'"), page


def test_the_policy_comes_before_all_that_it_rules(site: Path) -> None:
    """A policy in the page is for what follows it."""
    for page in sorted(site.rglob("*.html")):
        html = page.read_text("utf-8")
        first = min(html.find(mark) for mark in ("<link", "<script", "<img", "<style") if mark in html)
        assert POLICY.search(html).start() < first, page


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Callable[[str], Page]]:
    """Opens a page of the built site; whatever the browser logs, and any cookie, fails the test."""
    said: list[str] = []
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.on("console", lambda one: said.append(f"{one.type}: {one.text}"))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("requestfailed", lambda one: said.append(f"failed: {one.url}"))

    def at(path: str) -> Page:
        page.goto(address + path, wait_until="networkidle")
        return page

    yield at
    said += [f"cookie: {one['name']}" for one in context.cookies()]
    context.close()
    assert said == []


def test_the_landing_page_and_its_toolbar(opened: Callable[[str], Page]) -> None:
    """Text sizes and colours are chosen by script."""
    page = opened("")
    page.locator("input[name=colour][value=mono]").check(force=True)
    page.locator("input[name=text][value=largest]").check(force=True)
    assert page.evaluate("getComputedStyle(document.body).fontFamily")


def test_search_reads_its_index_in_a_worker(opened: Callable[[str], Page]) -> None:
    """The one place that fetches and starts a worker."""
    page = opened("")
    page.locator("[data-open-search]").click()
    page.locator("#search-words").fill("audit")
    page.locator(".search__results li").first.wait_for()


def test_the_finder(opened: Callable[[str], Page]) -> None:
    """Facets are chosen, and the address follows."""
    page = opened("audits/")
    page.locator("input[type=checkbox]").first.check(force=True)
    page.wait_for_timeout(200)


def test_a_poster_is_enlarged_and_zoomed(opened: Callable[[str], Page]) -> None:
    """The picture's width is set by script."""
    page = opened("posters/")
    page.locator("[data-poster], .poster a, .gallery a").first.click()
    page.locator("dialog.enlarged[open]").wait_for()
    page.locator("[data-do=in]").click()
    page.locator("dialog.enlarged [data-do=close]").click()


def test_the_editors_form_checks_and_downloads(opened: Callable[[str], Page]) -> None:
    """The record is made in the page, and offered as a file."""
    page = opened("editors/")
    page.get_by_label("Title").first.fill("Neglect: a second look")
    page.get_by_label("Series").select_option(index=1)
    page.get_by_label("Published On the site").check()
    page.get_by_label("When it took place").fill("2018/19")
    page.get_by_label("Neglect", exact=True).check()
    page.get_by_label("Summary").fill("Partners looked together.")
    page.locator("[data-do=check]").click()
    with page.expect_download() as started:
        page.locator("[data-do=download]").click()
    assert started.value.suggested_filename.endswith(".md")


def test_printing(opened: Callable[[str], Page]) -> None:
    """The styles for paper are the site's own."""
    page = opened("")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint')); dispatchEvent(new Event('afterprint'))")
    page.wait_for_timeout(200)
