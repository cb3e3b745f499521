"""No page, in any state, breaks a rule of axe-core: WCAG 2.2 A and AA, AAA contrast, best practices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from accessibility.states import CASES, State
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
    """No violation, and no rule switched off."""
    page = visit.to(kind, state)
    found = axe.look_at(page)
    record_property("axe", {"kind": kind, "state": state.name, **vars(found)})
    assert {"color-contrast", "color-contrast-enhanced", "link-name"} <= set(found.passes)
    assert found.violations == []


def test_there_are_enough_of_both() -> None:
    """At least 12 kinds of page in at least 12 states each."""
    assert len(KINDS) >= 12
    assert all(sum(1 for one, _ in CASES if one == kind) >= 12 for kind in KINDS)
