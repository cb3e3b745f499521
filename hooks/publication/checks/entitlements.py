"""What each record is entitled to by its status: all of it is on the site, and nothing else is."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.audits.statuses import SHOWN_AS
from publication.checks import holdings
from publication.posters.composed.content import long_date
from publication.posters.plan import plan
from publication.views import addresses, feeds, opendata, packs
from publication.views.briefings import of_briefing
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from publication.audits.audit import Readable
    from publication.checks.holdings import Claim
    from publication.checks.subject import Subject

EVERY = frozenset({"planned", "coming-soon", "published", "withdrawn"})
COMPLETED = frozenset({"published", "withdrawn"})
PUBLISHED = frozenset({"published"})
"""Statuses of public records. A draft, and a record under embargo, is entitled to nothing."""


@dataclass(frozen=True)
class Entitlement:
    """Something that audits of these statuses have on the site, each at the addresses of `at`.

    `found` looks for all that there is of it.
    """

    name: str
    statuses: frozenset[str]
    at: Callable[[Readable, Subject], Iterable[str]]
    found: Callable[[Subject], Iterable[Claim]]

    @property
    def named(self) -> str:
        """`a poster to download`, `an entry in the feed`."""
        return f"an {self.name}" if self.name[0] in "aeiou" else f"a {self.name}"


ENTITLEMENTS = (
    Entitlement("poster to download", PUBLISHED, lambda a, s: _downloads(a, s), holdings.downloads),
    Entitlement("picture of its poster", PUBLISHED, lambda *_: [addresses.GALLERY], holdings.pictures),
    Entitlement("briefing", PUBLISHED, lambda a, _: of_briefing(a), holdings.briefings),
    Entitlement(
        "entry in the list of briefings",
        PUBLISHED,
        lambda a, _: _listed_briefing(a),
        holdings.listed_briefings,
    ),
    Entitlement("entry in the search", EVERY, lambda *_: [holdings.SEARCH], holdings.searched),
    Entitlement("entry in the finder's script", EVERY, lambda *_: [addresses.FINDER], holdings.findable),
    Entitlement("entry in the open data", EVERY, lambda *_: [opendata.JSON], holdings.rows_of_data),
    Entitlement("row in the table", EVERY, lambda *_: [opendata.CSV], holdings.rows_of_table),
    Entitlement("line in the sitemap", EVERY, lambda *_: [holdings.SITEMAP], holdings.mapped),
    Entitlement("entry in the list", EVERY, lambda a, s: _lists(a, s), holdings.listed),
    Entitlement("entry in the feed", COMPLETED, lambda a, s: _feeds(a, s), holdings.fed),
)
"""One line each. What is entered here is held to; what a page shows besides is the templates' business."""


def every_record_has_its_due(subject: Subject) -> Iterator[Problem]:
    """Every record has all that its status entitles it to, and nothing else has."""
    for one in ENTITLEMENTS:
        due = {
            (audit.slug, address)
            for audit in subject.public.audits
            if audit.status in one.statuses
            for address in one.at(audit, subject)
        }
        yield from _differences(one, due, set(one.found(subject)), subject)


def _differences(one: Entitlement, due: set[Claim], found: set[Claim], subject: Subject) -> Iterator[Problem]:
    shared = Counter(address for _, address in due)
    # That a list or a feed is missing as a whole is one problem, and another rule's.
    gone = {at for at, many in shared.items() if many > 1 and not subject.site.file_at(at)}
    for slug, address in sorted(due - found):
        audit = subject.public.catalogue.audit(slug)
        if audit and address not in gone:
            yield _at_status(audit, f"{standing(audit, subject)} and has no {one.name} at /{address}")
    for slug, address in sorted(found - due):
        other = subject.catalogue.audit(slug)
        if other is None:
            said = f"has {one.named} of '{slug}', and there is no such record."
            yield Problem(f"site/{address}", 0, said)
        else:
            said = f"{standing(other, subject)}, and has {one.named} at /{address} all the same"
            yield _at_status(other, said)


def standing(audit: Readable, subject: Subject) -> str:
    """Where a record stands, as a sentence begins: `is published`, `is kept back until 1 May 2027`."""
    if audit.status != "draft" and audit.published and audit.published > subject.today:
        return f"is kept back until {long_date(audit.published)}"
    return "is a draft" if audit.status == "draft" else f"is {SHOWN_AS[audit.status].lower()}"


def _at_status(audit: Readable, said: str) -> Problem:
    return audit.problem("status", f"'{audit.title}' {said}.")


def _downloads(audit: Readable, subject: Subject) -> list[str]:
    """Its poster under its name and all former ones, with the ending that artwork or a composed one has."""
    artwork = subject.artworks.get(audit.slug)
    ending = posixpath.splitext(plan(audit.slug, artwork).download_name)[1] if artwork else ".pdf"
    return [addresses.poster(name + ending) for name in (audit.slug, *audit.former_slugs)]


def _listed_briefing(audit: Readable) -> list[str]:
    return [addresses.BRIEFINGS] if of_briefing(audit) else []


def _lists(audit: Readable, subject: Subject) -> Iterator[str]:
    yield addresses.FINDER
    yield from [addresses.series(audit.series)] if audit.series else []
    yield from map(addresses.topic, audit.topics)
    yield from (addresses.year(year.slug) for year in (audit.period.years if audit.period else ()))
    if subject.public.is_to_come(audit):
        yield addresses.COMING_SOON
    if audit.status in PUBLISHED:
        yield addresses.GALLERY
        yield from [addresses.ACTIONS] if audit.actions else []


def _feeds(audit: Readable, subject: Subject) -> Iterator[str]:
    """The feeds that have it among their latest entries."""
    for page in subject.pages_with_feeds(audit):
        if audit.slug in subject.latest[page]:
            yield feeds.address_of(page)


def every_series_has_its_packs(subject: Subject) -> Iterator[Problem]:
    """A series has its posters as one PDF, and its briefings as another, where it has several of them.

    Replaced audits do not count, and together they must not be too large.
    """
    downloads, briefings = _sizes(holdings.downloads, subject), _sizes(holdings.briefings, subject)
    for series in subject.public.catalogue.series:
        audits = subject.public.of_series(series.slug)
        packed = [audit for audit in audits if packs.may_be_packed(audit, subject.public)]
        briefed = [audit for audit in packed if of_briefing(audit)]
        for what, address, entitled, size in (
            ("poster", addresses.pack(series.slug), packed, downloads),
            ("briefing", addresses.briefing_pack(series.slug), briefed, briefings),
        ):
            sizes = [size.get(audit.slug, 0) for audit in entitled]
            is_due = len(sizes) >= packs.LEAST and sum(sizes) <= packs.MOST_BYTES
            if is_due != (address in subject.site.files):
                has = "has no file" if is_due else "has a file"
                said = f"'{series.title}' has {count_of(len(sizes), what)} and {has} of all of them"
                yield series.problem("title", f"{said} at /{address}.")


def _sizes(found: Callable[[Subject], Iterable[Claim]], subject: Subject) -> dict[str, int]:
    """Bytes of each audit's own file."""
    return {
        slug: subject.site.size(file)
        for slug, file in found(subject)
        if posixpath.splitext(posixpath.basename(file))[0] == slug
    }
