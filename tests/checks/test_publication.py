"""The publication for tests, built: records of every kind, and nothing that a rule could say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checks.own_thread import in_own_thread
from project import ADDRESS, TODAY
from publication.build import check
from publication.checks.built import BuiltSite
from publication.checks.rules import hold
from publication.checks.subject import Subject

if TYPE_CHECKING:
    from pathlib import Path


def test_a_whole_publication_keeps_every_rule(project: Path, site: Path) -> None:
    """Drafts, embargoes, withdrawals, former names, chains of re-audits, artwork of each kind."""
    catalogue, artworks, _ = check(project)
    subject = Subject(project, BuiltSite(site), catalogue, TODAY, ADDRESS, artworks)
    assert {one.status for one in subject.unpublished} == {"draft", "published"}
    assert in_own_thread(lambda: [str(problem) for problem in hold(subject, lambda _: None)]) == []
