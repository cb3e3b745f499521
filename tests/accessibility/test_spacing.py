"""With more space between lines, paragraphs, words and letters nothing is cut off (WCAG 1.4.12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from accessibility.states import State
from accessibility.text import faults, wearing

if TYPE_CHECKING:
    from accessibility.states import Visit

SPACED = """
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }
"""
WIDTHS = (1280, 375, 320)
OPENED = [("gallery", "dialog"), ("finder", "filters"), ("finder", "search"), ("landing page", "menu")]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page(visit: Visit, kind: str) -> None:
    """At 1280, 375 and 320 pixels."""
    for width in WIDTHS:
        page = visit.to(kind, State(f"{width} pixels", width=width))
        with wearing(page, SPACED):
            assert page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") != "normal"
            assert faults(page) == [], f"at {width} pixels"


@pytest.mark.parametrize(("kind", "opened"), OPENED, ids=lambda part: part)
def test_what_opens(visit: Visit, kind: str, opened: str) -> None:
    """The enlarged poster, the filters, the search with results, and the menu."""
    for width in WIDTHS:
        if opened == "menu" and width == 1280:
            continue  # there the menu is always open
        page = visit.to(kind, State(f"{width} pixels", width=width, opened=opened))
        with wearing(page, SPACED):
            assert faults(page) == [], f"at {width} pixels"
