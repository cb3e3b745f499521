"""What goes into one file: the posters or briefings of a series or a topic, in the order of their listing."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Literal

from publication.posters.briefings import PublishedBriefing
from publication.posters.pack.pack import Entry, Pack, PackContent
from publication.views import addresses
from publication.views.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from publication.audits.public import PublicAudit
    from publication.posters.collection import PublishedPoster
    from publication.views.site import Site

LEAST = 2
"""Posters or briefings. One alone is a download already."""

MOST_BYTES = 24_500_000
"""Bytes of posters that the site offers as one file: with its contents it stays below 25 MB, which is 40
posters of artwork at 150 dpi. More no reader on a phone can load, and joining them takes more memory than the
rest of the build. `make pack` has no limit."""

What = Literal["poster", "briefing"]
A4 = (595, 842)
"""Points of a page of a briefing."""


def may_be_packed(audit: PublicAudit, site: Site) -> bool:
    """Whether it goes into what is handed on: published, though a preview shows more, and not replaced."""
    is_replaced = site.public.audit(audit.superseded_by) is not None
    return audit.is_published and site.public.audit(audit.slug) is not None and not is_replaced


def series_packs(site: Site, absolute: Callable[[str], str]) -> Iterator[PackContent]:
    """What the packs of each series that has enough posters, or briefings, are to hold."""
    whats: tuple[What, ...] = ("poster", "briefing")
    for series, what in product(site.catalogue.series, whats):
        size = sum(one.size for _, one in _of_audits(site, site.of_series(series.slug), what))
        found = series_pack(site, series.slug, absolute, what) if size <= MOST_BYTES else None
        if found and len(found.entries) >= LEAST:
            yield found


def series_pack(
    site: Site, slug: str, absolute: Callable[[str], str], what: What = "poster"
) -> PackContent | None:
    """The pack of a series, or None where there is no such series or nothing in it.

    `absolute` gives the full address of an address on the site.
    """
    series = next((one for one in site.catalogue.series if one.slug == slug), None)
    if series is None:
        return None
    entries = tuple(_entries(site, site.of_series(slug), what, absolute))
    address = addresses.pack(slug) if what == "poster" else addresses.briefing_pack(slug)
    colours = site.publisher.palette(series.palette)
    found = PackContent(address, what, "Series", series.title, site.publisher.name, colours, entries)
    return found if entries else None


def topic_pack(
    site: Site, slug: str, absolute: Callable[[str], str], what: What = "poster"
) -> PackContent | None:
    """The pack of a topic, in the colours of the series that most of its audits are of."""
    audits = site.by_topic.get(slug, ())
    entries = tuple(_entries(site, audits, what, absolute))
    if not entries:
        return None
    names = [site.series(audit.series).palette for audit in audits if audit.slug in site.posters]
    colours = site.publisher.palette(max(names, key=names.count))
    name = site.catalogue.vocabulary.topics[slug]
    address = f"{addresses.topic(slug)}{what}s.pdf"
    return PackContent(address, what, "Topic", name, site.publisher.name, colours, entries)


def _of_audits(
    site: Site, audits: Iterable[PublicAudit], what: What
) -> Iterator[tuple[PublicAudit, PublishedPoster | PublishedBriefing]]:
    """The audits that go into a pack, each with what it has."""
    for audit in audits:
        found = site.posters.get(audit.slug) if what == "poster" else site.briefings.get(audit.slug)
        if found and found.can_be_joined and may_be_packed(audit, site):
            yield audit, found


def _entries(
    site: Site, audits: Iterable[PublicAudit], what: What, absolute: Callable[[str], str]
) -> Iterator[Entry]:
    for audit, found in _of_audits(site, audits, what):
        address = absolute(addresses.audit(audit.slug))
        of = (audit.title, str(audit.period or ""), address)
        if isinstance(found, PublishedBriefing):
            yield Entry(*of, "PDF", found.path, (A4,) * found.pages, ())
        else:
            pages = tuple((page.width, page.height) for page in found.pages)
            yield Entry(*of, found.kind, found.files[found.download], pages, found.texts)


def pack_files(packs: Mapping[str, Pack]) -> Iterator[Artefact]:
    """Each pack at its address, beside the listing of its series."""
    for address, pack in packs.items():
        yield Artefact(address, pack.path)
