"""What is touched is large enough (WCAG 2.5.8, and 2.5.5 where it is used most)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.controls import PRELUDE
from accessibility.kinds import KINDS
from accessibility.states import State

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from accessibility.states import Visit

TOOLS = (
    ".button, .toolbar *, .banner__tools *, .menu *, .finder__form *, .finder__sort *, .chosen *, "
    "dialog :not(.search__results *)"
)
"""Toolbar, menu, search, filters, chips and dialogs: at least 44 pixels each way. The rest: 24."""

SMALL = f"""tools => {{
  {PRELUDE}
  const isWords = text => /\\p{{L}}{{2,}}/u.test(text)
  const blockOf = one => getComputedStyle(one).display === "inline" ? blockOf(one.parentElement) : one
  /* A link within a sentence: of its own block, words stand beside it that are no link and no label. */
  const isInline = one => {{
    if (getComputedStyle(one).display !== "inline") return false
    const block = blockOf(one).cloneNode(true)
    block.querySelectorAll("a, button, .visually-hidden, .badge").forEach(other => other.remove())
    return isWords(block.textContent)
  }}
  const targets = controls().filter(one => !one.matches(".skip")).map(one => {{
    const part = targetOf(one)
    const least = one.matches(tools) ? 44 : 24
    return {{ one, least, name: nameOf(one), box: part.getBoundingClientRect() }}
  }})
  const isSmall = ({{ box, least }}) => box.width < least - 0.1 || box.height < least - 0.1
  const middle = ({{ left, right, top, bottom }}) => [(left + right) / 2, (top + bottom) / 2]
  /* The exception of 2.5.8: a circle of 24 pixels about its middle touches no other target or circle. */
  const isApart = target => {{
    const [x, y] = middle(target.box)
    return targets.every(other => {{
      if (other === target || other.one.contains(target.one) || target.one.contains(other.one)) return true
      const {{ left, right, top, bottom }} = other.box
      const near = Math.hypot(x - Math.max(left, Math.min(x, right)), y - Math.max(top, Math.min(y, bottom)))
      const [otherX, otherY] = middle(other.box)
      return near >= 12 && (!isSmall(other) || Math.hypot(x - otherX, y - otherY) >= 24)
    }})
  }}
  const isExcepted = target => isInline(target.one) || (target.least === 24 && isApart(target))
  const sizeOf = ({{ width, height }}) => `${{width.toFixed(1)}} by ${{height.toFixed(1)}}`
  return {{
    all: targets.length,
    wrong: targets
      .filter(target => isSmall(target) && !isExcepted(target))
      .map(({{ name, box }}) => `${{name}}: ${{sizeOf(box)}}`),
  }}
}}"""


def small(page: Page) -> list[str]:
    """Targets that are too small, each with its width and height."""
    found = page.evaluate(SMALL, TOOLS)
    assert found["all"] > 3
    return found["wrong"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page(visit: Visit, kind: str) -> None:
    """At 1280, 375 and 320 pixels."""
    for width in (1280, 375, 320):
        assert small(visit.to(kind, State(f"{width} pixels", width=width))) == [], f"at {width} pixels"


@pytest.mark.parametrize(
    ("kind", "opened"),
    [("gallery", "dialog"), ("audit with artwork", "dialog"), ("finder", "filters"), ("finder", "search"),
     ("landing page", "menu")],
    ids=lambda part: part,
)  # fmt: skip
def test_what_opens(visit: Visit, kind: str, opened: str) -> None:
    """The enlarged poster, the filters, the search with results, and the menu."""
    for width in (1280, 375, 320):
        if opened == "menu" and width == 1280:
            continue  # there the menu is always open
        page = visit.to(kind, State(f"{width} pixels", width=width, opened=opened))
        assert small(page) == [], f"at {width} pixels"


def test_without_javascript(visit: Visit) -> None:
    """The links to listings that stand in the place of filters."""
    for width in (1280, 320):
        page = visit.to("finder", State(f"{width} pixels, no JavaScript", width=width, has_script=False))
        assert small(page) == [], f"at {width} pixels"
