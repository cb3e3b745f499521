"""What a screen reader hears of a page is what its golden file says, so a change of it is seen in review.

The pages are those of the publication for tests. Accept a change with `ACCEPT=1 make test` after reading the
difference.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from accessibility.outline import outline
from accessibility.states import CASES
from project import PUBLICATION

if TYPE_CHECKING:
    from accessibility.states import Visit

TREES = Path(__file__).with_name("trees")
STATES = {state.name: state for _, state in CASES}
GOLDEN = {
    "landing-page": ("landing page", "desktop", "body"),
    "landing-page-phone": ("landing page", "phone", "body > header"),
    "gallery": ("gallery", "desktop", "main"),
    "dialog": ("gallery", "dialog open", "dialog[open]"),
    "search": ("gallery", "search with results", "dialog[open]"),
    "finder": ("finder", "desktop", "main"),
    "finder-filters": ("finder", "filters used", "main"),
    "finder-no-javascript": ("finder", "no JavaScript", "main"),
    "audit-with-learning": ("audit with learning", "desktop", "main"),
    "audit-without-learning": ("audit without learning", "desktop", "main"),
    "audit-with-artwork": ("audit with artwork", "desktop", "main"),
}
"""Name of the golden file: kind of page, state, and the part of the page."""


def test_a_long_run_is_cut_short() -> None:
    """Two of a run stand for all of it, wherever it is; what is of another kind ends it."""
    tree = """\
- list:
  - listitem: one
  - listitem:
    - link "a"
    - link "b"
    - link "c"
  - listitem: three
  - listitem: four
- checkbox "a"
- text: a
- checkbox "b"
- text: b
- checkbox "c"
- text: c
- paragraph: end"""
    short = """\
- list:
  - listitem: one
  - listitem:
    - link "a"
    - link "b"
    - … 1 more
  - … 2 more
- checkbox "a"
- checkbox "b"
- … 1 more
- paragraph: end"""
    assert outline(tree) == short


@pytest.mark.parametrize("name", GOLDEN)
def test_what_a_screen_reader_hears(
    request: pytest.FixtureRequest, visit: Visit, address: str, name: str
) -> None:
    """Roles, names, states and their order are those of the golden file."""
    if request.config.getoption("--publication") != PUBLICATION:
        pytest.skip("the golden files are of the publication for tests")
    kind, state, part = GOLDEN[name]
    page = visit.to(kind, STATES[state])
    tree = outline(page.locator(part).aria_snapshot().replace(address, "/"))
    assert visit.kinds[kind].heading[:20] in tree or part != "main", "the page that is meant was heard"
    golden = TREES / f"{name}.yml"
    if "ACCEPT" in os.environ:
        TREES.mkdir(exist_ok=True)
        golden.write_text(f"{tree}\n", "utf-8")
    assert f"{tree}\n" == golden.read_text("utf-8")
