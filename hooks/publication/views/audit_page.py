"""The pages of single audits."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import quote

from publication.audits.prose import to_html, to_text
from publication.audits.sample import sample_words
from publication.audits.sections import SECTIONS
from publication.views import addresses
from publication.views.acronyms import both_ways
from publication.views.artefact import Artefact, Page
from publication.views.related import neighbours, related_audits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.audits.public import PublicAudit
    from publication.views.site import Site, Templates

_FIRST_POINT = re.compile(r"<(?:p|li)>\s*(?:<p>)?(.*?)(?:</p>|</li>|<ul>|<ol>)", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")

IN_SHORT = ("worked-well", "worried-about", "needs-to-happen")
"""The sections whose first point stands in the box at the top, for who reads nothing else."""


@dataclass(frozen=True)
class Point:
    """The first point of a section: its key and heading, and the point's words."""

    key: str
    heading: str
    words: str


def audit_pages(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """A page for each audit, at an address that does not change with its status.

    `absolute` gives the full address of an address on the site.
    """
    for audit in site.audits:
        at = addresses.audit(audit.slug)
        before, after = neighbours(audit, site)
        poster = site.posters.get(audit.slug)
        html = templates.fill(
            "audit.html",
            at,
            audit=audit,
            series=site.series(audit.series),
            committees=site.committees(audit),
            poster=poster,
            headings=SECTIONS,
            in_short=list(_in_short(audit)),
            sample=list(sample_words(audit.sample, site.catalogue.vocabulary)),
            successor=site.catalogue.audit(audit.superseded_by),
            related=related_audits(audit, site),
            before=before,
            after=after,
            absolute=absolute(at),
            email=_email(audit, site.publisher.site_name, absolute(at)),
        )
        searched = templates.fill("searched.html", at, audit=audit, poster=poster, headings=SECTIONS)
        yield Artefact(at, html, audit.file, _page(audit, site, searched))


def _page(audit: PublicAudit, site: Site, searched: str) -> Page:
    """What the skeleton and the search know of it."""
    series = site.series(audit.series).title
    when = ", ".join(filter(None, (series, site.when(audit))))
    words = site.catalogue.vocabulary
    poster = site.posters.get(audit.slug)
    text = " ".join([audit.title, audit.opening, *audit.sections.values(), *(poster.texts if poster else ())])
    topics = [words.topics[topic] for topic in audit.topics]
    tags = (*([when] if when else ()), *topics, *both_ways(f"{text} {' '.join(topics)}", words.acronyms))
    return Page(site.name(audit), to_text(audit.opening), searched, tags)


def _in_short(audit: PublicAudit) -> Iterator[Point]:
    for key in IN_SHORT:
        found = _FIRST_POINT.search(to_html(audit.sections.get(key, "")))
        if found:
            yield Point(key, SECTIONS[key], unescape(_TAG.sub("", found[1])).strip())


def _email(audit: PublicAudit, site_name: str, address: str) -> str:
    """A link that opens the reader's own mail program (RFC 6068); nobody else hears of it."""
    body = f"{audit.title}\r\n\r\n{address}"
    return f"mailto:?subject={quote(f'{site_name}: {audit.title}')}&body={quote(body)}"
