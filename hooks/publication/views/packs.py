"""Which posters go into one file: those of a series, or of a topic, in the order of their listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.posters.pack.pack import Entry, Pack, PackContent
from publication.views import addresses
from publication.views.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from publication.audits.public import PublicAudit
    from publication.views.site import Site

LEAST = 2
"""Posters. One alone is a download already."""

MOST_BYTES = 25_000_000
"""Bytes of posters that the site offers as one file: 40 posters of artwork at 150 dpi. More no reader on a
phone can load, and joining them takes more memory than the rest of the build. `make pack` has no limit."""


def series_packs(site: Site, absolute: Callable[[str], str]) -> Iterator[PackContent]:
    """What the pack of each series that has enough posters is to hold."""
    for series in site.catalogue.series:
        posters = [site.posters[one.slug] for one in site.of_series(series.slug) if one.slug in site.posters]
        if len(posters) < LEAST or sum(poster.size for poster in posters) > MOST_BYTES:
            continue
        found = series_pack(site, series.slug, absolute)
        if found and len(found.entries) >= LEAST:
            yield found


def series_pack(site: Site, slug: str, absolute: Callable[[str], str]) -> PackContent | None:
    """The pack of a series, or None where there is no such series or it has no poster.

    `absolute` gives the full address of an address on the site.
    """
    series = next((one for one in site.catalogue.series if one.slug == slug), None)
    if series is None:
        return None
    audits = site.of_series(slug)
    return _pack(site, slug, "Series", series.title, audits, series.palette, absolute)


def topic_pack(site: Site, slug: str, absolute: Callable[[str], str]) -> PackContent | None:
    """The pack of a topic, in the colours of the series that most of its posters are of."""
    audits = [audit for audit in site.by_topic.get(slug, ()) if audit.slug in site.posters]
    if not audits:
        return None
    names = [site.series(audit.series).palette for audit in audits]
    palette = max(names, key=names.count)
    name = site.catalogue.vocabulary.topics[slug]
    return _pack(site, slug, "Topic", name, tuple(audits), palette, absolute)


def _pack(
    site: Site,
    slug: str,
    kind: str,
    name: str,
    audits: tuple[PublicAudit, ...],
    palette: str,
    absolute: Callable[[str], str],
) -> PackContent | None:
    """Published audits only: a preview shows drafts, but a file that is handed on does not."""
    published = [
        one
        for one in site.released(audits)
        if one.is_published and one.slug in site.posters and site.posters[one.slug].can_be_joined
    ]
    entries = tuple(_entry(site, audit, absolute) for audit in published)
    publisher = site.publisher
    colours = publisher.palette(palette)
    return PackContent(slug, kind, name, publisher.name, colours, entries) if entries else None


def _entry(site: Site, audit: PublicAudit, absolute: Callable[[str], str]) -> Entry:
    poster = site.posters[audit.slug]
    return Entry(
        title=audit.title,
        facts=str(audit.period or ""),
        address=absolute(addresses.audit(audit.slug)),
        kind=poster.kind,
        path=poster.files[poster.download],
        pages=tuple((page.width, page.height) for page in poster.pages),
        words=poster.texts,
    )


def pack_files(packs: Mapping[str, Pack]) -> Iterator[Artefact]:
    """Each pack beside the listing of its series."""
    for slug, pack in packs.items():
        yield Artefact(addresses.pack(slug), pack.path)
