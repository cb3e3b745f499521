"""Pages that list audits: the finder, coming soon, and one for each series, topic and year."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits import vocabulary
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.site import count_by_status, count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.audit import Audit
    from publication.audits.period import FinancialYear
    from publication.views.site import Site, Templates


@dataclass(frozen=True)
class Facet:
    """One way to narrow down the audits: its name, its listing, and how many audits that has."""

    name: str
    address: str
    count: int


def finder(site: Site, templates: Templates) -> Artefact:
    """Every audit, and the way to each narrower listing."""
    facets = {
        "Series": [
            Facet(one.title, addresses.series(one.slug), len(site.of_series(one.slug)))
            for one in site.catalogue.series
        ],
        "Topic": [
            Facet(site.catalogue.vocabulary.topics[topic], addresses.topic(topic), len(audits))
            for topic, audits in by_topic(site).items()
        ],
        "Year": [
            Facet(str(year), addresses.year(year.slug), len(audits)) for year, audits in by_year(site).items()
        ],
    }
    html = templates.fill("finder.html", addresses.FINDER, facets=facets)
    summary = f"All {count_of(len(site.audits), 'audit')}, by series, topic and year."
    return Artefact(addresses.FINDER, html, page=Page("All audits", summary))


def coming_soon(site: Site, templates: Templates) -> Artefact:
    """What is announced and what is planned, each by series."""
    groups = {
        "Coming soon": [audit for audit in site.audits if audit.status == "coming-soon"],
        "Planned": [audit for audit in site.audits if audit.status == "planned"],
    }
    html = templates.fill("coming-soon.html", addresses.COMING_SOON, groups=groups)
    summary = "Audits that are announced or planned. Each page will hold the learning when it is published."
    return Artefact(addresses.COMING_SOON, html, page=Page("Coming soon", summary))


def series_listings(site: Site, templates: Templates) -> Iterator[Artefact]:
    """A listing for each series, with its introduction."""
    for series in site.catalogue.series:
        at = addresses.series(series.slug)
        audits = site.of_series(series.slug)
        yield _listing(
            templates, at, series.title, "Series", audits, edit=series.file, introduction=series.introduction
        )


def topic_listings(site: Site, templates: Templates) -> Iterator[Artefact]:
    """A listing for each topic of the vocabulary, also for one without an audit yet."""
    for topic, audits in by_topic(site).items():
        name = site.catalogue.vocabulary.topics[topic]
        yield _listing(templates, addresses.topic(topic), name, "Topic", audits, edit=vocabulary.FILE)


def year_listings(site: Site, templates: Templates) -> Iterator[Artefact]:
    """A listing for each financial year that an audit belongs to."""
    for year, audits in by_year(site).items():
        at = addresses.year(year.slug)
        yield _listing(templates, at, f"Audits of {year}", "Year", audits)


def by_topic(site: Site) -> dict[str, tuple[Audit, ...]]:
    """The audits of each topic, in the vocabulary's order."""
    return {
        topic: tuple(audit for audit in site.audits if topic in audit.topics)
        for topic in site.catalogue.vocabulary.topics
    }


def by_year(site: Site) -> dict[FinancialYear, tuple[Audit, ...]]:
    """The audits of each financial year, the latest year first; a range counts in each of its years."""
    years: dict[FinancialYear, list[Audit]] = defaultdict(list)
    for audit in site.audits:
        for year in audit.period.years if audit.period else ():
            years[year].append(audit)
    return {year: tuple(years[year]) for year in sorted(years, reverse=True)}


def _listing(
    templates: Templates,
    at: str,
    title: str,
    kind: str,
    audits: tuple[Audit, ...],
    *,
    edit: str = "",
    introduction: str = "",
) -> Artefact:
    count = f"{count_of(len(audits), 'audit')}: {count_by_status(audits)}" if audits else "No audit yet"
    html = templates.fill(
        "listing.html", at, title=title, kind=kind, audits=audits, count=count, introduction=introduction
    )
    return Artefact(at, html, edit, Page(title, f"{title}: {count}."))
