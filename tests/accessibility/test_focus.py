"""What has focus is marked: 2 pixels thick and of 3:1 (WCAG 2.4.13, AAA), measured on pixels.

One control of each class is looked at; all of a class share one rule of the style sheet.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

import pytest
from playwright.sync_api import expect

from accessibility.pixels import AROUND, box_of, changed, contrast, picture
from accessibility.states import State

if TYPE_CHECKING:
    from PIL import Image

    from accessibility.pixels import Box
    from accessibility.states import Visit


class Control(NamedTuple):
    """One of a class of controls: what takes focus, and what of it is seen if that is another part."""

    kind: str
    selector: str
    opened: str = ""
    face: str = ""


CONTROLS = {
    "link in text": Control("audit with learning", ".lead a"),
    "link of a list": Control("finder", ".row__title a"),
    "link on a dark ground": Control("audit with learning", ".head-facts a"),
    "link of the footer": Control("audit with learning", ".footer a"),
    "name of the site": Control("finder", ".banner__name"),
    "entry of the menu": Control("gallery", ".menu a:not([aria-current])"),
    "current entry of the menu": Control("gallery", ".menu a[aria-current]"),
    "button on a dark ground": Control("gallery", "[data-open-search]"),
    "filled button": Control("landing page", ".hero .button--filled"),
    "button": Control("audit with learning", "[data-print]"),
    "summary as a button": Control("audit with learning", "summary.button"),
    "choice of the toolbar": Control("gallery", "input[value=colour]", face="[value=colour] + .choice__face"),
    "poster": Control("gallery", ".card .poster"),
    "poster of an audit": Control("audit with artwork", ".audit__poster .poster"),
    "neighbour": Control("audit with learning", ".neighbours a"),
    "search of the list": Control("finder", "#finder-words"),
    "order of the list": Control("finder", "#finder-sort"),
    "summary of a filter": Control("finder", ".filter summary"),
    "checkbox": Control("finder", ".filter__choice input"),
    "chip": Control("finder", ".chip", opened="filters"),
    "button without a frame": Control("finder", ".chosen__clear", opened="filters"),
    "search": Control("finder", ".search input", opened="search"),
    "result": Control("finder", ".search__results a", opened="search"),
    "button of the dialog": Control("gallery", "[data-do=actual]", opened="dialog"),
    "pressed button": Control("gallery", "[data-do=fit]", opened="dialog"),
    "link of the dialog": Control("gallery", ".enlarged__download", opened="dialog"),
    "enlarged poster": Control("gallery", ".enlarged__view", opened="dialog"),
}  # fmt: skip
MODES = {
    "colour": {},
    "black and white": {"palette": "mono"},
    "forced colours": {"media": {"forced_colors": "active"}},
}


def has_mark(before: Image.Image, after: Image.Image, line: list[tuple[int, int]]) -> bool:
    """Whether a stripe at least 2 pixels thick came with focus and has 3:1 to what is on both sides of it."""
    stripes = [(colour, list(points)) for colour, points in groupby(line, key=after.getpixel)]
    for place, (colour, points) in enumerate(stripes):
        near = [other for other, _ in stripes[max(0, place - 1) : place + 2] if other != colour]
        new = sum(before.getpixel(point) != colour for point in points)
        if new >= 2 and near and all(contrast(colour, other) >= 3 for other in near):
            return True
    return False


def sides(box: Box, image: Image.Image) -> dict[str, list[tuple[int, int]]]:
    """From outside to the middle of the control, through the middle of each of its sides."""
    across = min(AROUND, box.x) + box.width // 2
    down = min(AROUND, box.y) + box.height // 2
    return {
        "left": [(x, down) for x in range(across)],
        "right": [(x, down) for x in range(image.width - 1, across, -1)],
        "top": [(across, y) for y in range(down)],
        "bottom": [(across, y) for y in range(image.height - 1, down, -1)],
    }


@pytest.mark.parametrize("name", sorted(CONTROLS, key=lambda name: CONTROLS[name].kind))
@pytest.mark.parametrize("mode", MODES)
def test_what_has_focus_is_marked(visit: Visit, name: str, mode: str) -> None:
    """On all four sides it has 3:1 to what is beside it, and as many pixels change by 3:1 as 2 all round."""
    control = CONTROLS[name]
    page = visit.to(control.kind, State(mode, opened=control.opened, **MODES[mode]))
    one = page.locator(control.selector).first
    face = page.locator(control.face).first if control.face else one
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    one.evaluate("one => one.scrollIntoView({ block: 'center' })")
    box = box_of(face)
    before = picture(page, box)
    one.evaluate("one => one.focus({ preventScroll: true })")
    expect(one).to_be_focused()
    assert one.evaluate("one => one.matches(':focus-visible')")
    assert box_of(face) == box, "nothing moves"
    after = picture(page, box)
    assert [side for side, line in sides(box, after).items() if not has_mark(before, after, line)] == []
    assert changed(before, after) >= 2 * 2 * (box.width + box.height)
