"""Links, pictures and places of pages that lead nowhere. A build says it too, and so does a preview."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.checks.built import INDEX, resolved
from publication.views import addresses

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.checks.built import BuiltSite, Page
    from publication.checks.sources import Sources
    from publication.checks.subject import Subject

SCHEME = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
NOWHERE = "leads nowhere"
NO_PLACE = "leads to no place on that page"
NOT_ALLOWED = "leads where none may: links begin with https:, http:, mailto: or tel:"

SCHEMES = ("http", "https", "mailto", "tel")
"""Where a link may lead besides the site. Browsers would run others, or show them as a page of ours."""


def broken_links(site: BuiltSite, sources: Sources, base: str) -> Iterator[Problem]:
    """Each link of a page that has no file on the site, or no such place in it, where it was written.

    `base` is the absolute address of the site, "" where it is not known. A link that was written once and is
    shown on several pages is one problem.
    """
    told: set[tuple[str, int, str]] = set()
    for page in site.pages:
        for link in page.links:
            if why := why_broken(link, page.file, site, base):
                problem = _placed(link, page, why, site, sources, base)
                place = (problem.file, problem.line, link)
                if place not in told:
                    told.add(place)
                    yield problem


def every_link_resolves(subject: Subject) -> Iterator[Problem]:
    """Each link, picture and place that a page names is on the site."""
    yield from broken_links(subject.site, subject.sources, subject.base)


def why_broken(link: str, file: str, site: BuiltSite, base: str) -> str:
    """What is wrong with a link in a file of the site; "" where it leads somewhere, or to another host."""
    scheme = SCHEME.match(link)
    if scheme and scheme[1].lower() not in SCHEMES and not link.startswith("data:image/"):
        return NOT_ALLOWED
    address = resolved(link, file, base) if link else None
    if address is None:
        return ""
    path, _, fragment = address.partition("#")
    target = file if path == file else site.file_at(path)
    if not target:
        return NOWHERE
    return "" if site.has_place(target, fragment) else NO_PLACE


def _placed(link: str, page: Page, why: str, site: BuiltSite, sources: Sources, base: str) -> Problem:
    written = sources.of_link(link, page.address)
    if written is None:
        return sources.problem(page.address, f"the link '{link}' of its page /{page.address} {why}.")
    home = sources.page_of(written.file)
    if home not in (None, page.address) and not why_broken(link, f"{home}{INDEX}", site, base):
        full = resolved(link, f"{home}{INDEX}", base)
        said = f"{why} from the page /{page.address}, which shows these words too"
        return Problem(
            written.file, written.line, f"the link '{link}' {said}. Write it in full: {base}{full}"
        )
    near = _nearest(link, page, site) if why == NOWHERE else ""
    how = f"Did you mean '{near}'?" if near else "Mend its address, or remove it."
    return Problem(written.file, written.line, f"the link '{link}' {why}. {how}")


def _nearest(link: str, page: Page, site: BuiltSite) -> str:
    """The link to a page that was probably meant."""
    known = [addresses.relative(one.address, page.address) for one in site.pages]
    return next(iter(get_close_matches(link, known, n=1, cutoff=0.8)), "")
