"""What of the catalogue may be shown."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from audits.sample import RECORD, make_project
from publication.audits.catalogue import Catalogue, read_catalogue
from publication.audits.public import public_catalogue

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """One record of each kind that may or may not be shown."""
    root = make_project(tmp_path)
    records = {
        "draft": RECORD.replace("published", "draft"),
        "embargoed": RECORD.replace("status: published", "status: published\npublished: 2026-03-02"),
        "ends-today": RECORD.replace("status: published", "status: published\npublished: 2026-03-01"),
        "ended": RECORD.replace("status: published", "status: published\npublished: 2026-02-28"),
        "embargoed-plan": RECORD.replace("status: published", "status: planned\npublished: 2026-03-02"),
        "planned": RECORD.replace("published", "planned"),
        "undated": RECORD,
    }
    for slug, text in records.items():
        (root / f"content/audits/{slug}.md").write_text(text, "utf-8")
    found, problems = read_catalogue(root)
    assert problems == []
    return found


def test_visible(catalogue: Catalogue) -> None:
    """Drafts and embargoed records are gone; an embargo ends on its day itself."""
    shown = public_catalogue(catalogue, TODAY)
    assert [audit.slug for audit in shown.audits] == ["ended", "ends-today", "planned", "undated"]


def test_a_preview_shows_all(catalogue: Catalogue) -> None:
    """What is not public yet is seen there as it will be, with its status."""
    shown = public_catalogue(catalogue, TODAY, is_preview=True)
    assert len(shown.audits) == len(catalogue.audits)
    draft = shown.audit("draft")
    assert draft is not None
    assert draft.status == "draft"


def test_visible_leaves_the_rest(catalogue: Catalogue) -> None:
    """Series and vocabulary stay, and so does the whole catalogue."""
    shown = public_catalogue(catalogue, TODAY)
    assert (shown.series, shown.vocabulary) == (catalogue.series, catalogue.vocabulary)
    assert len(catalogue.audits) == 7


def test_an_audit_by_its_slug(catalogue: Catalogue) -> None:
    """A slug leads to its audit, or to none."""
    found = catalogue.audit("planned")
    assert found is not None
    assert found.slug == "planned"
    assert catalogue.audit("no-such-audit") is None
    assert catalogue.audit(None) is None


def test_lines_of_keys(catalogue: Catalogue) -> None:
    """A problem that shows only between records still has its line."""
    found = catalogue.audit("ended")
    assert found is not None
    assert str(found.problem("published", "x")) == "content/audits/ended.md:5: x"
    assert str(found.problem("review", "x")) == "content/audits/ended.md:1: x"
