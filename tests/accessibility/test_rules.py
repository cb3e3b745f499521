"""No page, in any state, breaks a rule of axe-core: WCAG 2.2 A and AA, AAA contrast, best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from accessibility.states import CASES, EVERYWHERE, State
from publication.checks import axe

if TYPE_CHECKING:
    from collections.abc import Callable

    from accessibility.states import Visit


@pytest.mark.parametrize(
    ("kind", "state"), CASES, ids=lambda part: part.name if isinstance(part, State) else part
)
def test_every_kind_of_page_in_every_state(
    visit: Visit, kind: str, state: State, record_property: Callable[[str, object], None]
) -> None:
    """No violation of any rule; contrast is measured in each state that is painted anew."""
    page = visit.to(kind, state)
    left = left_to_others(state)
    found = axe.look_at(page, left_out=left)
    record_property("axe", {"kind": kind, "state": state.name, **vars(found)})
    assert {*axe.CONTRAST, "link-name"} - set(left) <= set(found.passes)
    assert found.violations == []


def left_to_others(state: State) -> tuple[str, ...]:
    """Rules of contrast that cannot find here what another look does not.

    These are both where nothing is painted anew, and, but for the first state, the one of level AA: what has
    7:1 has 4.5:1.
    """
    if not state.is_painted_anew:
        return axe.CONTRAST
    return () if state == EVERYWHERE[0] else axe.CONTRAST[:1]


def test_there_are_enough_of_both() -> None:
    """At least 12 kinds of page in at least 12 states each."""
    assert len(KINDS) >= 12
    assert all(sum(1 for one, _ in CASES if one == kind) >= 12 for kind in KINDS)
