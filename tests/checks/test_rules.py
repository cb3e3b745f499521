"""What holds for all rules, and that a site without a fault keeps each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.small_site import said
from publication.checks import rules

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("rule", [*rules.FIRST, *rules.READING], ids=lambda rule: rule.__name__)
def test_a_right_site_keeps_every_rule(rule: rules.Rule, root: Path) -> None:
    """No rule says anything of a small site that was written by hand to keep them all."""
    assert said(rule, root) == []


@pytest.mark.parametrize("rule", rules.RULES, ids=lambda rule: rule.__name__)
def test_every_rule_is_a_sentence(rule: rules.Rule) -> None:
    """A rule's docstring says what must be true."""
    assert rule.__doc__
    assert rule.__doc__.strip().partition("\n")[0].endswith(".")
