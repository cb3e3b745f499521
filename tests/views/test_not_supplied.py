"""A topic of a cycle that is over, without its findings: nowhere on the site is it still to come."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from publication.views import feeds, finder, galleries, listings, opendata
from publication.views.audit_page import audit_pages
from publication.views.metadata import Heads
from views.sample_site import Html, absolute, audit, series, site, templates

CYCLE = {"cycle": "financial-year", "undated": "About 2022"}
FIELDS = {"scope": "How records are kept.", "questions": ["Who keeps them?"], "agencies": ["police"]}
DATED = audit("dated", title="Alpha", status="planned", period="2018/19", **FIELDS)
UNDATED = audit("undated", title="Beta", status="coming-soon", period=None, **FIELDS)
OPEN = audit("open", title="Gamma", status="planned", period="2026/27")
AUDITS = (DATED, UNDATED, OPEN)
OF = site(*AUDITS, of=(series(**CYCLE),))
MADE = templates(OF)
PROMISES = ("planned", "coming soon", "not known yet", "will look at", "will ask", "expected")


def html(artefact: Any) -> Html:
    """The main part of a page."""
    return Html(str(artefact.content))


PAGES = {page.address: html(page) for page in audit_pages(OF, MADE, absolute)}


@pytest.mark.parametrize(("slug", "when"), [("dated", "2018/19"), ("undated", "About 2022")])
def test_its_page(slug: str, when: str) -> None:
    """It says when it was, and that its findings have not been supplied; it promises nothing."""
    words = PAGES[f"audits/{slug}/"].words
    assert f"Findings not supplied Series Multi-agency audits Period {when} Topic Neglect" in words
    assert (
        "The findings of this audit have not been supplied. If they are, they will be on this page" in words
    )
    assert "What it was to look at How records are kept. What it was to ask Who keeps them?" in words
    assert [word for word in PROMISES if word in words.lower()] == []


def test_the_page_of_what_is_still_to_come() -> None:
    """While its cycle lasts, a topic is planned as before."""
    words = PAGES["audits/open/"].words
    assert "This audit is planned. When it will be published is not known yet." in words
    assert "not supplied" not in words


def test_its_listing() -> None:
    """Counted as what it is, below what is still to come, and named with its cycle."""
    of = site(*AUDITS, of=(series(),), posters={})
    assert "1 coming soon, 2 planned" in of.count_by_status(of.audits)
    assert OF.count_by_status(OF.audits) == "1 planned, 2 with findings not supplied"
    assert [one.slug for one in OF.audits] == ["open", "dated", "undated"]
    words = html(next(listings.series_listings(OF, MADE))).words
    assert "Cycle 2026/27 0 of 1 published Gamma Planned" in words
    assert "About 2022 Beta Findings not supplied" in words
    assert "Cycle 2018/19 Alpha Findings not supplied" in words


def test_its_row_and_its_card() -> None:
    """In the listing of its topic, as a row and beside a poster as a card."""
    for more in ((), (audit("poster"),)):
        of = site(*AUDITS, *more, of=(series(**CYCLE),))
        [topic, *_] = listings.topic_listings(of, templates(of))
        words = html(topic).words
        assert "About 2022 Findings not supplied" in words
        assert "2018/19 Findings not supplied" in words
        assert words.count("Date not known yet") == 0


def test_the_finder() -> None:
    """A choice of its own in the filter, and found by the name of its cycle."""
    [status] = [facet for facet in finder.facets(OF) if facet.key == "status"]
    assert [(one.name, one.count) for one in status.found] == [("Planned", 1), ("Findings not supplied", 2)]
    page = html(finder.finder(OF, MADE))
    [data] = [json.loads(one["data-finder"]) for one in page.all("div", "finder")]
    found = {one["title"]: one for one in data["audits"]}
    assert found["Beta"]["status"] == ["findings-not-supplied"]
    assert "About 2022" in found["Beta"]["words"]
    assert "It was to ask:" in page.words
    assert "It will ask:" not in page.words


def test_coming_soon() -> None:
    """It is not there."""
    page = html(listings.coming_soon(OF, MADE))
    assert "Planned 1 Gamma" in page.words
    assert page.links.isdisjoint({"../audits/dated/", "../audits/undated/"})


def test_landing_page() -> None:
    """Its numbers part what is to come from what has not been supplied."""
    parts = galleries.embedded(OF, MADE)
    assert Html(parts["numbers"]("")).words == "1 planned 2 with findings not supplied"


def test_data() -> None:
    """The status stays that of the record; other fields say how readers see it, and its cycle."""
    files = {one.address: one.content for one in opendata.files(OF, absolute)}
    found = {one["slug"]: one for one in json.loads(files[opendata.JSON])["audits"]}
    told = [found["dated"][key] for key in ("status", "shown_as", "cycle")]
    assert told == ["planned", "findings-not-supplied", "2018/19"]
    assert (found["undated"]["status"], found["undated"]["cycle"]) == ("coming-soon", "About 2022")
    assert (found["open"]["shown_as"], found["open"]["cycle"]) == ("planned", "2026/27")
    rows = {row["slug"]: row for row in csv.DictReader(io.StringIO(files[opendata.CSV].decode("utf-8-sig")))}
    assert rows["undated"]["shown_as"] == "findings-not-supplied"


def test_feeds_and_machines() -> None:
    """No feed has it, and search engines are told the same as readers."""
    assert all(not feed.audits for feed in feeds.all_feeds(OF))
    head = Heads(OF, {}, absolute).of("audits/dated/")
    [report] = [one for one in head.data["@graph"] if one["@type"] == "Report"]
    assert report["creativeWorkStatus"] == "Findings not supplied"
