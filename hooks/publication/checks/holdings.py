"""What the built site has of each audit, found by looking: in its files, data, feeds and lists."""

from __future__ import annotations

import csv
import io
import json
import posixpath
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

from publication.checks.built import resolved
from publication.views import addresses
from publication.views.opendata import CSV, JSON
from publication.views.opendata.table import original

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.checks.built import BuiltSite, Page
    from publication.checks.subject import Subject

Claim = tuple[str, str]
"""The slug of an audit, and the address from the site's root at which it has something."""

SEARCH = "search/search_index.json"
SITEMAP = "sitemap.xml"
FEED = "feed.xml"
_ATOM = "{http://www.w3.org/2005/Atom}"
_LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
_AUDIT = re.compile(r"audits/([^/#?]+)/(?:[#?].*)?")
_BRIEFING = re.compile(r"audits/([^/#?]+)/briefing/(?:index\.html)?")
_PICTURE = re.compile(r"(.+?)(?:-p\d+)?-\d+-[0-9a-f]{8}\.webp")
LISTS = re.compile(r"(?:series|topics|years)/[^/]+/|audits/|posters/|coming-soon/|actions/")
"""Pages that list audits, and link to no others."""


def downloads(subject: Subject) -> Iterator[Claim]:
    """Every file of a poster that is no picture for pages, under the audit's name or a former one."""
    slugs = {former: audit.slug for audit in subject.catalogue.audits for former in audit.former_slugs}
    for file in subject.site.files:
        folder, name = posixpath.split(file)
        stem, ending = posixpath.splitext(name)
        if folder == "posters" and ending not in (".webp", ".html"):
            yield slugs.get(stem, stem), file


def briefings(subject: Subject) -> Iterator[Claim]:
    """Every page of a briefing and every PDF of one, under the audit's name or a former one.

    The page that leads on from where a withdrawn audit had its briefing is none.
    """
    withdrawn = {audit.slug for audit in subject.public.audits if audit.withdrawn}
    slugs = {former: audit.slug for audit in subject.catalogue.audits for former in audit.former_slugs}
    for file in subject.site.files:
        if found := _BRIEFING.fullmatch(file):
            slug = slugs.get(found[1], found[1])
            if slug not in withdrawn or subject.site.page(file).moved_to is None:
                yield slug, file.removesuffix("index.html")
        elif file.startswith(addresses.BRIEFINGS) and not file.endswith("/index.html"):
            stem = posixpath.splitext(posixpath.basename(file))[0]
            yield slugs.get(stem, stem), file


def listed_briefings(subject: Subject) -> Iterator[Claim]:
    """The audits whose briefings the list of briefings links to."""
    file = f"{addresses.BRIEFINGS}index.html"
    for element in subject.site.page(file).elements if file in subject.site.files else ():
        address = resolved(element.get("href"), file, subject.base) if element.tag == "a" else None
        if found := _BRIEFING.fullmatch(address or ""):
            yield found[1], addresses.BRIEFINGS


def pictures(subject: Subject) -> Iterator[Claim]:
    """The pictures of posters, all of one audit as one."""
    for file in subject.site.files:
        if file.startswith(addresses.GALLERY) and file.endswith(".webp"):
            found = _PICTURE.fullmatch(posixpath.basename(file))
            yield (found[1] if found else posixpath.basename(file)), addresses.GALLERY


def searched(subject: Subject) -> Iterator[Claim]:
    """The audits that the search index finds as a whole."""
    for entry in _json(subject.site, SEARCH).get("docs", ()):
        if found := _AUDIT.fullmatch(entry["location"].partition("#")[0]):
            yield found[1], SEARCH


def rows_of_data(subject: Subject) -> Iterator[Claim]:
    """The audits of the open data."""
    for entry in _json(subject.site, JSON).get("audits", ()):
        yield entry["slug"], JSON


def rows_of_table(subject: Subject) -> Iterator[Claim]:
    """The audits of the table for spreadsheets."""
    if CSV in subject.site.files:
        for row in csv.DictReader(io.StringIO(subject.site.text(CSV), newline="")):
            yield original(row.get("slug") or ""), CSV


def mapped(subject: Subject) -> Iterator[Claim]:
    """The audits that search engines are told of."""
    for place in _xml(subject.site, SITEMAP).iter(_LOC):
        if slug := _slug(place.text or "", "", subject):
            yield slug, SITEMAP


def fed(subject: Subject) -> Iterator[Claim]:
    """The audits in each feed."""
    for file in sorted(subject.site.files):
        if posixpath.basename(file) == FEED:
            for entry in _xml(subject.site, file).iter(f"{_ATOM}entry"):
                links = entry.findall(f"{_ATOM}link")
                page = next((one.get("href", "") for one in links if one.get("rel") == "alternate"), "")
                yield _slug(page, file, subject) or page, file


def listed(subject: Subject) -> Iterator[Claim]:
    """The audits that a list links to."""
    for page in subject.site.pages:
        if LISTS.fullmatch(page.address):
            for element in page.elements:
                if element.tag == "a" and (slug := _slug(element.get("href"), page.file, subject)):
                    yield slug, page.address


def findable(subject: Subject) -> Iterator[Claim]:
    """The audits that the finder's script knows. It knows them by title."""
    slugs: dict[str, list[str]] = {}
    for audit in subject.catalogue.audits:
        slugs.setdefault(audit.title, []).append(audit.slug)
    for title in _found_by_script(subject.site):
        for slug in slugs.get(title, [title]):
            yield slug, addresses.FINDER


def _found_by_script(site: BuiltSite) -> Iterator[str]:
    page: Page | None = site.page("audits/index.html") if "audits/index.html" in site.files else None
    for element in page.elements if page else ():
        if data := element.get("data-finder"):
            yield from (entry["title"] for entry in json.loads(data)["audits"])


def _slug(link: str, file: str, subject: Subject) -> str:
    """The audit whose page a link in a file leads to; "" where it is no audit's."""
    address = resolved(link, file, subject.base)
    found = _AUDIT.fullmatch(address or "")
    return found[1] if found else ""


def _json(site: BuiltSite, file: str) -> dict[str, Any]:
    """The object in a file; an empty one where it is not there or cannot be read, which other rules say."""
    try:
        found = json.loads(site.text(file)) if file in site.files else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _xml(site: BuiltSite, file: str) -> ElementTree.Element:
    """The root of a file, an empty one where it is not there or cannot be read."""
    try:
        return ElementTree.fromstring(site.text(file))  # noqa: S314 - our own build wrote it
    except (OSError, ElementTree.ParseError):
        return ElementTree.Element("none")
