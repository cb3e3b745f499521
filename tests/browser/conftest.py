"""A fresh page, with storage of its own, for each browser test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timing import BROWSER_PATIENCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture
def open_page(browser: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """`open_page("audits/", width=375)` opens a page of the built site; further options are the context's.

    Any error in the page's scripts, and any request to another host, fails the test.
    """
    contexts, wrong = [], []

    def is_elsewhere(url: str) -> bool:
        return url.startswith("http") and not url.startswith(address)

    def open_at(path: str, *, width: int = 1280, height: int = 800, **options: object) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(BROWSER_PATIENCE)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: wrong.append(asked.url) if is_elsewhere(asked.url) else None)
        page.goto(address + path)
        return page

    yield open_at
    for context in contexts:
        context.close()
    assert wrong == []
