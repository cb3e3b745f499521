"""At 320 CSS pixels, which is 400% zoom on a screen of 1280, nothing has to be scrolled sideways."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser.test_axe import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page(open_page: Callable[..., Page], kind: str) -> None:
    """WCAG 1.4.10, also with the largest text."""
    path, heading = KINDS[kind]
    page = open_page(path, width=320, height=640)
    assert heading in page.get_by_role("heading", level=1).inner_text()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.evaluate("document.documentElement.dataset.text = 'largest'")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
