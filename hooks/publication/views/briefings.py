"""Briefings: a page for each audit that has learning, its PDF, and the page that puts several together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from publication.audits.briefing import COLUMNS, MOST_WORDS, WAYS, briefing_parts, has_briefing
from publication.posters.composed.briefing import facts
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.galleries import all_series
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.audits.audit import Readable
    from publication.views.site import Site, Templates

LINES = 4
"""On the page, for what a team agrees. The PDF has as many as its sheet has room for."""


def of_briefing(audit: Readable) -> list[str]:
    """The addresses of its briefing, as a page and as PDF, under all its names; none where it has none."""
    if not (audit.is_published and has_briefing(audit)):
        return []
    names = (audit.slug, *audit.former_slugs)
    return [address(name) for name in names for address in (addresses.briefing, addresses.briefing_file)]


def briefing_pages(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """The page of each briefing, below that of its audit.

    Search engines and our search are led to the audit itself, of which it says nothing but a part: so it is
    unlisted.
    """
    for audit in site.audits:
        if audit.slug not in site.briefings:
            continue
        at = addresses.briefing(audit.slug)
        html = templates.fill(
            "briefing.html",
            at,
            audit=audit,
            series=site.series(audit.series),
            facts=list(facts(audit, site.catalogue)),
            ways=WAYS,
            learning=briefing_parts(audit),
            columns=COLUMNS,
            lines=LINES,
            successor=site.catalogue.audit(audit.superseded_by),
            briefing=site.briefings[audit.slug],
            absolute=absolute(addresses.audit(audit.slug)),
            from_audit=_from_audit,
        )
        name = site.name(audit)
        about = f"The learning of {name} in seven parts, for a team meeting of seven or twenty minutes."
        yield Artefact(at, html, audit.file, Page(f"Briefing: {name}", about, is_unlisted=True))


_LINK = re.compile(r'href="(?![a-z]+:|/)([^"]*)"')


def _from_audit(html: Markup) -> Markup:
    """The HTML of a record for a page below that of its audit: its links begin there."""
    return Markup(_LINK.sub(r'href="../\1"', str(html)))  # noqa: S704 - prose.to_html has cleaned it


def briefing_files(site: Site) -> Iterator[Artefact]:
    """The PDF of each briefing."""
    for slug, briefing in site.briefings.items():
        yield Artefact(addresses.briefing_file(slug), briefing.path)


def briefings_page(site: Site, templates: Templates) -> Artefact:
    """All briefings by series, of which a reader chooses some; a script puts those together on this page."""
    groups = [
        (series, [audit for audit in site.of_series(series.slug) if audit.slug in site.briefings])
        for series in all_series(site)
    ]
    groups = [(series, audits) for series, audits in groups if audits]
    count = sum(len(audits) for _, audits in groups)
    html = templates.fill("briefings.html", addresses.BRIEFINGS, groups=groups, most_words=MOST_WORDS)
    told = f"{count_of(count, 'briefing')} for team meetings, to read, print and put together."
    return Artefact(addresses.BRIEFINGS, html, page=Page("Briefings", told if count else "No briefing yet."))
