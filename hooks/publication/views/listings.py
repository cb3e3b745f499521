"""Pages that list audits: coming soon, and one for each series, topic and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits import vocabulary
from publication.audits.statuses import SHOWN_AS
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.cycles import cycles
from publication.views.packs import may_be_packed
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.public import PublicAudit
    from publication.views.cycles import Cycle
    from publication.views.site import Site, Templates

MOST_TOGETHER = 40
"""Briefings that a listing offers on one page: some 80 sheets. Of more, readers choose."""


def coming_soon(site: Site, templates: Templates) -> Artefact:
    """What is announced and what is planned, each by series."""
    groups = {
        SHOWN_AS[status]: [audit for audit in site.audits if site.shown_as(audit) == status]
        for status in ("coming-soon", "planned")
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
            site,
            templates,
            at,
            series.title,
            "Series",
            audits,
            edit=series.file,
            introduction=series.introduction,
            cycles=cycles(site, series),
        )


def topic_listings(site: Site, templates: Templates) -> Iterator[Artefact]:
    """A listing for each topic of the vocabulary, also for one without an audit yet."""
    for topic, audits in site.by_topic.items():
        name = site.catalogue.vocabulary.topics[topic]
        yield _listing(site, templates, addresses.topic(topic), name, "Topic", audits, edit=vocabulary.FILE)


def year_listings(site: Site, templates: Templates) -> Iterator[Artefact]:
    """A listing for each financial year that an audit belongs to."""
    for year, audits in site.by_year.items():
        at = addresses.year(year.slug)
        yield _listing(site, templates, at, f"Audits of {year}", "Year", audits)


def _listing(
    site: Site,
    templates: Templates,
    at: str,
    title: str,
    kind: str,
    audits: tuple[PublicAudit, ...],
    *,
    edit: str = "",
    introduction: str = "",
    cycles: tuple[Cycle, ...] = (),
) -> Artefact:
    count = f"{count_of(len(audits), 'audit')}: {site.count_by_status(audits)}" if audits else "No audit yet"
    briefed = [one.slug for one in audits if one.slug in site.briefings and may_be_packed(one, site)]
    html = templates.fill(
        "listing.html",
        at,
        briefed=briefed if 1 < len(briefed) <= MOST_TOGETHER else [],
        title=title,
        kind=kind,
        audits=audits,
        count=count,
        introduction=introduction,
        cycles=cycles,
    )
    # An audit is often named as its topic: in tabs, bookmarks and results the kind tells the two apart.
    name = title if kind == "Year" else f"{kind}: {title}"
    return Artefact(at, html, edit, Page(name, f"{title}: {count}."))
