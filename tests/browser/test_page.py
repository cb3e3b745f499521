"""What every page owes its reader, whatever stands on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page

LONG = "x" * 400


@pytest.mark.parametrize(
    "html", [f"<pre><code>{LONG}</code></pre>", f"<p>{LONG}</p>", f"<p><code>{LONG}</code></p>"]
)
def test_long_lines_wrap(open_page: Callable[..., Page], html: str) -> None:
    """A line of code, or a word without end, is neither cut off nor scrolled to on a narrow screen."""
    page = open_page("accessibility/", width=320)
    page.evaluate("html => document.querySelector('.prose').insertAdjacentHTML('beforeend', html)", html)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.evaluate("getComputedStyle(document.documentElement).overflowX") == "visible"
