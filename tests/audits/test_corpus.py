"""The records of this repository, as they are."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import pytest

from audits.sample import ROOT
from publication.audits.catalogue import read_catalogue

if TYPE_CHECKING:
    from publication.audits.catalogue import Catalogue
from publication.audits.public import public_catalogue

FACTS = ROOT.parent / "shared/facts.md"
EXPLOITATION = ("2017-06", "2017-09", "2018-03", "2018-04", "2018-07", "2018-10")
SECTION_11_175 = (
    "policies-procedures-thresholds",
    "contextual-safeguarding",
    "multi-agency-training",
    "safer-workforce",
    "daily-lived-experience",
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    """The repository's own content."""
    found, problems = read_catalogue(ROOT)
    assert problems == [], "To see them again: make check"
    return found


def stated(text: str) -> list[tuple[str, str, str]]:
    """Slug, title and status of each row of the table of facts."""
    rows = re.findall(r"^\| ([a-z-]+) \| (.+?) \| (published|coming soon)\b.*\|$", text, re.MULTILINE)
    return [(slug, title, status.replace(" ", "-")) for slug, title, status in rows]


@pytest.fixture(scope="module")
def facts() -> list[tuple[str, str, str]]:
    """What is known of the audits, where the project is worked on; a clone elsewhere has the records only."""
    if not FACTS.is_file():
        pytest.skip("../shared/facts.md is not here")
    return stated(FACTS.read_text("utf-8"))


def test_the_corpus_is_valid(catalogue: Catalogue) -> None:
    """Every record, every series and the vocabulary can be published."""
    assert [series.slug for series in catalogue.series] == [
        "multi-agency",
        "child-exploitation",
        "section-11-175",
    ]


def test_slugs_of_the_series_of_months_and_of_topics(catalogue: Catalogue) -> None:
    """Addresses that bookmarks and e-mails depend on are these."""
    slugs = {audit.slug for audit in catalogue.audits}
    assert slugs >= {f"child-exploitation-{month}" for month in EXPLOITATION}
    assert slugs >= {f"section-11-175-{topic}" for topic in SECTION_11_175}


def test_slugs_are_those_of_the_facts_and_one_example(
    catalogue: Catalogue, facts: list[tuple[str, str, str]]
) -> None:
    """The 22 audits that are known, the draft that shows editors a complete record, and no other."""
    known = {slug for slug, _, _ in facts}
    known |= {f"child-exploitation-{month}" for month in EXPLOITATION}
    known |= {f"section-11-175-{topic}" for topic in SECTION_11_175}
    assert len(known) == 22
    assert {audit.slug for audit in catalogue.audits} == known | {"example-complete-record"}


def test_titles_and_statuses_are_those_of_the_facts(
    catalogue: Catalogue, facts: list[tuple[str, str, str]]
) -> None:
    """A record's title is the audit's, but for straight quotation marks."""
    assert len(facts) == 11
    for slug, title, status in facts:
        audit = catalogue.audit(slug)
        assert audit is not None
        plain = audit.title.translate(
            str.maketrans({"\N{LEFT SINGLE QUOTATION MARK}": "'", "\N{RIGHT SINGLE QUOTATION MARK}": "'"})
        )
        assert (plain, audit.status) == (title, status)


def test_what_is_known_of_the_other_series(catalogue: Catalogue) -> None:
    """The exploitation audits are published with their month; the Section 11/175 topics are planned."""
    for audit in catalogue.audits:
        if audit.series == "child-exploitation":
            assert audit.status == "published"
            assert audit.period is not None
            assert audit.slug == f"child-exploitation-{audit.period.written}"
        if audit.series == "section-11-175":
            assert (audit.status, audit.period, audit.expected) == ("planned", None, None)


def test_nothing_is_invented(catalogue: Catalogue) -> None:
    """No findings, numbers, actions or artwork were supplied, so no public record has any."""
    for audit in catalogue.audits:
        if audit.status != "draft":
            assert not audit.sections
            assert not audit.actions
            assert (audit.sample, audit.poster, audit.published, audit.expected) == (None, None, None, None)


def test_the_example_is_complete_and_never_public(catalogue: Catalogue) -> None:
    """The one draft has all five sections and says that it is fictitious."""
    [draft] = [audit for audit in catalogue.audits if audit.status == "draft"]
    assert draft.slug == "example-complete-record"
    assert len(draft.sections) == 5
    assert "fictitious" in draft.summary
    shown = public_catalogue(catalogue, dt.date(2100, 1, 1))
    assert shown.audit(draft.slug) is None
    assert len(shown.audits) == 22
