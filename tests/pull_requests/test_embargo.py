"""An embargo far ahead: the daily publishing may be asleep on its day, and the check warns of that."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from publication.audits.catalogue import Catalogue
from publication.audits.embargo import far_embargoes
from views.sample_site import TODAY, WORDS, audit, series

if TYPE_CHECKING:
    from collections.abc import Callable

    from life.repository import Repository


def warned(days: int, **fields: str) -> list[str]:
    """What is said of a record that is published in so many days."""
    day = TODAY + dt.timedelta(days=days)
    catalogue = Catalogue((audit(published=day.isoformat(), **fields),), (series(),), WORDS)
    return [str(problem) for problem in far_embargoes(catalogue, TODAY)]


@pytest.mark.parametrize(("days", "count"), [(-400, 0), (0, 0), (50, 0), (51, 1), (400, 1)])
def test_how_far_is_far(days: int, count: int) -> None:
    """More than 50 days: ten are left for the request to be merged."""
    assert len(warned(days)) == count


def test_it_says_why_and_what_to_do() -> None:
    """It is a warning: the embargo is right, and somebody has to remember it."""
    [said] = warned(92)
    assert said.startswith("content/audits/neglect.md:1: warning: this day is 92 days ahead.")
    assert "GitHub stops publishing each morning" in said
    assert "CONTRIBUTING.md says how" in said


def test_a_draft_waits_for_no_day() -> None:
    """It is not published on that day either."""
    assert warned(92, status="draft") == []


def test_a_record_without_a_day() -> None:
    """Most have none."""
    assert list(far_embargoes(Catalogue((audit(),), (series(),), WORDS), TODAY)) == []


def test_the_check_warns(request_of: Repository, command: Callable[..., tuple[int, list[str]]]) -> None:
    """At the line of the day, in a pull request too, and it fails nothing."""
    path = request_of.root / "content/audits/neglect.md"
    path.write_text(path.read_text("utf-8").replace("period:", "published: 2026-06-01\nperiod:"), "utf-8")
    code, said = command("check", "--format", "github")
    assert code == 0
    line = next(line for line in said if "92 days ahead" in line)
    assert line.startswith("::warning file=content/audits/neglect.md,line=5,col=1::")
