"""Which pages and files there are: each has a source, each source has its page, and no two have one title."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.checks.built import INDEX, resolved
from publication.checks.entitlements import standing
from publication.checks.holdings import FEED, SEARCH, SITEMAP
from publication.checks.sources import DOCS
from publication.views import addresses, feeds, opendata

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.checks.built import Page
    from publication.checks.subject import Subject

FILES = {
    "404.html", SEARCH, SITEMAP, f"{SITEMAP}.gz", "robots.txt", opendata.JSON, opendata.CSV, opendata.SCHEMA,
    f"{addresses.EDITORS}record.schema.json", f"{addresses.EDITORS}empty-record.txt",
}  # fmt: skip
"""Files of which every site has one, besides its pages."""

FAMILIES = re.compile(
    r"assets/.+\.(?:css|js|png|svg|woff2|txt)"  # what `overrides/` and the theme ship
    r"|posters/[^/]+\.(?:webp|pdf|png|jpg)|series/[^/]+/posters\.pdf"  # held to records in `entitlements`
)
"""Files of which there are many."""

_AUDIT = re.compile(r"audits/([^/]+)/")


def every_page_has_a_source(subject: Subject) -> Iterator[Problem]:
    """A page stands for a record, a series, a topic, a year, or a hand-written page; no other is there."""
    for page in subject.site.pages:
        if subject.sources.of(page.address) is None:
            yield _without_source(page, subject)


def _without_source(page: Page, subject: Subject) -> Problem:
    found = _AUDIT.fullmatch(page.address)
    audit = subject.catalogue.audit(found[1]) if found else None
    if audit:
        said = f"'{audit.title}' {standing(audit, subject)}, and has a page at /{page.address} all the same."
        return audit.problem("status", said)
    return Problem(f"site/{page.file}", 0, "is a page without a record and without a file in docs/.")


def every_source_has_its_page(subject: Subject) -> Iterator[Problem]:
    """Every public record, series, topic, year and hand-written page has its page."""
    there = {page.address for page in subject.site.pages}
    for address, source in subject.sources.all.items():
        if address not in there:
            yield Problem(source.file, source.line, f"has no page on the site, at /{address}.")


def every_file_is_there(subject: Subject) -> Iterator[Problem]:
    """The files that machines ask for are there, and so is each feed."""
    for file in sorted((FILES | subject.feeds) - subject.site.files):
        yield Problem(f"site/{file}", 0, "is missing.")


def every_file_is_known(subject: Subject) -> Iterator[Problem]:
    """A file is a page, or of a kind that the site is known to have, or stands in docs/ beside the pages."""
    for file in sorted(subject.site.files):
        folder, name = posixpath.split(file)
        is_page = name == INDEX or file in FILES
        is_feed = name == FEED and feeds.address_of(f"{folder}/" if folder else "") in subject.feeds
        if is_page or is_feed or FAMILIES.fullmatch(file) or (subject.root / DOCS / file).is_file():
            continue
        yield Problem(f"site/{file}", 0, "is a file that no site has. Where does it come from?")


def former_names_lead_on(subject: Subject) -> Iterator[Problem]:
    """The page at each former name of a record leads on to the record's page, by itself."""
    for audit in subject.public.audits:
        for former in audit.former_slugs:
            file = f"{addresses.audit(former)}{INDEX}"
            to = subject.site.page(file).moved_to if file in subject.site.files else None
            if to is None or resolved(to, file, subject.base) != addresses.audit(audit.slug):
                said = (
                    f"the page of the former name '{former}' does not lead to /{addresses.audit(audit.slug)}."
                )
                yield audit.problem("former_slugs", said)


def no_two_pages_have_one_title(subject: Subject) -> Iterator[Problem]:
    """Every page has a title of its own, by which readers tell tabs, bookmarks and results apart."""
    first: dict[str, Page] = {}
    for page in subject.site.pages:
        if page.moved_to is not None:
            continue
        if not page.title:
            yield subject.sources.problem(page.address, f"its page /{page.address} has no title.")
        elif (other := first.setdefault(page.title.casefold(), page)) is not page:
            said = f"its page /{page.address} has the same title as /{other.address}: '{page.title}'"
            yield subject.sources.problem(page.address, f"{said}. Change one of them.")
