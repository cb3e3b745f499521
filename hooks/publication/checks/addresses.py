"""Addresses that machines follow: in heads, structured data, feeds, open data, the sitemap and the search."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from publication.audits.problem import Problem
from publication.checks.built import INDEX, Page, resolved
from publication.checks.holdings import FEED, SEARCH, SITEMAP
from publication.checks.links import why_broken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.checks.subject import Subject

_CONTENT = "{http://www.w3.org/2005/Atom}content"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_CANONICAL = "canonical"


def the_site_knows_its_address(subject: Subject) -> Iterator[Problem]:
    """The site was built for the address that it is verified for."""
    home = subject.site.page(INDEX) if INDEX in subject.site.files else None
    said = [one.get("href") for one in home.elements if one.get("rel") == _CANONICAL] if home else []
    if said and said[0] != subject.base:
        how = f"Give both the same: SITE_URL={said[0]} make verify"
        message = f"was built for {said[0]}, and is verified for {subject.base or 'no address'}. {how}"
        yield Problem(f"site/{INDEX}", 0, message)


def every_absolute_address_resolves(subject: Subject) -> Iterator[Problem]:
    """Whatever file names an address of this site, there is something at it, and such a place in it."""
    if not subject.base:
        return
    pattern = re.compile(re.escape(subject.base) + r"[^\s\"'<>\\&(){}\[\]|`]*")
    for file in subject.site.texts:
        known = set(subject.site.page(file).links) if file.endswith(".html") else set()
        for written in sorted(set(pattern.findall(subject.site.text(file)))):
            address = written.rstrip(".,;:!?")
            if address in known or not (why := why_broken(address, file, subject.site, subject.base)):
                continue
            yield _problem(file, f"the address {address} {why}", subject)


def every_link_in_feeds_resolves(subject: Subject) -> Iterator[Problem]:
    """What an entry of a feed links to is on the site."""
    for file in subject.site.texts:
        if not file.endswith(FEED):
            continue
        for content in ElementTree.fromstring(subject.site.text(file)).iter(_CONTENT):  # noqa: S314
            at = f"{resolved(content.get(_BASE, ''), file, subject.base) or ''}{INDEX}"
            for link in Page(at, content.text or "").links:
                if why := why_broken(link, at, subject.site, subject.base):
                    yield _problem(file, f"the link '{link}' of an entry {why}", subject)


def every_search_result_resolves(subject: Subject) -> Iterator[Problem]:
    """Each entry of the search leads to a page and to a place on it."""
    for entry in json.loads(subject.site.text(SEARCH))["docs"] if SEARCH in subject.site.files else ():
        if why := why_broken(entry["location"], INDEX, subject.site, subject.base):
            yield _problem(SEARCH, f"the result '{entry['location']}' {why}", subject)


def machine_files_can_be_read(subject: Subject) -> Iterator[Problem]:
    """Feeds and the sitemap are XML, data and the search index are JSON."""
    for file in subject.site.texts:
        try:
            if file.endswith(".json"):
                json.loads(subject.site.text(file))
            elif file.endswith((FEED, SITEMAP, ".svg")):
                ElementTree.fromstring(subject.site.text(file))  # noqa: S314
        except (ValueError, ElementTree.ParseError) as error:
            yield Problem(f"site/{file}", 0, f"cannot be read: {error}.")


def _problem(file: str, said: str, subject: Subject) -> Problem:
    if file.endswith(".html"):
        address = subject.site.page(file).address
        return subject.sources.problem(address, f"{said}, on the page /{address}.")
    return Problem(f"site/{file}", 0, f"{said}.")
