"""What a reader's system asks for is done: no motion, more contrast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from accessibility.states import State

if TYPE_CHECKING:
    from accessibility.states import Visit

MOTION = """() => [...document.querySelectorAll("*")]
  .flatMap(one => ["", "::before", "::after"].flatMap(part => {
  const style = getComputedStyle(one, part)
  const isQuick = ["transitionDuration", "animationDuration"].every(name => /^(0s(, )?)+$/.test(style[name]))
  return isQuick && style.scrollBehavior !== "smooth" ? [] : [`${one.localName}.${one.className}${part}`]
}))"""
COLOURS = """() => {
  const of = (selector, name) => {
    const one = document.querySelector(selector)
    return one && getComputedStyle(one)[name]
  }
  return {
    text: of("body", "color"),
    "soft text": of(".row__facts", "color"),
    line: of(".row", "borderBottomColor"),
    edge: of(".finder__search input", "borderTopColor"),
    "edge on a dark ground": of("[data-open-search]", "borderTopColor"),
    underline: of(".row__title a", "textDecorationThickness"),
  }
}"""
REDUCED = State("reduced motion", media={"reduced_motion": "reduce"})


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_moves_where_that_is_asked(visit: Visit, kind: str) -> None:
    """No transition, no animation and no smooth scrolling where less motion is asked for."""
    page = visit.to(kind, REDUCED)
    assert page.evaluate("document.querySelectorAll('*').length") > 100
    assert page.evaluate(MOTION) == []


def test_something_moves_where_it_is_not(visit: Visit) -> None:
    """A poster's shadow does by itself, so the test above has something to find."""
    assert visit.to("gallery", State("desktop")).evaluate(MOTION)


@pytest.mark.parametrize("palette", ["colour", "mono"])
def test_more_contrast(visit: Visit, palette: str) -> None:
    """Soft text and lines take the colour of text, buttons on dark are framed in white, underlines grow."""
    usual = visit.to("finder", State("desktop", palette=palette)).evaluate(COLOURS)
    asked = State("more contrast", palette=palette, media={"contrast": "more"})
    more = visit.to("finder", asked).evaluate(COLOURS)
    assert all(usual.values())
    ink = usual["text"]
    assert len({ink, usual["soft text"], usual["line"], usual["edge"]}) == 4
    assert {more[part] for part in ("text", "soft text", "line", "edge")} == {ink}
    assert more["edge on a dark ground"] == "rgb(255, 255, 255)" != usual["edge on a dark ground"]
    assert float(more["underline"].removesuffix("px")) > float(usual["underline"].removesuffix("px"))
