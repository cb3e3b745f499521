"""Which addresses answer on the public site, and who stands behind each."""

from __future__ import annotations

import posixpath
from collections import Counter
from typing import TYPE_CHECKING

from publication.audits.public import public_catalogue
from publication.posters.plan import plan
from publication.views import addresses
from publication.views.packs import LEAST
from publication.views.site import Site

if TYPE_CHECKING:
    import datetime as dt

    from publication.audits.public import PublicAudit
    from publication.changes.state import State

COMPOSED = ".pdf"
"""How the name of a poster ends that is composed from its record."""


def of_audit(audit: PublicAudit, state: State) -> list[str]:
    """The addresses of an audit that readers see: its page and its poster, under all its names."""
    names = (audit.slug, *audit.former_slugs)
    found = [addresses.audit(name) for name in names]
    if audit.is_published:
        artwork = state.artwork(audit)
        _, ending = posixpath.splitext(plan(audit.slug, artwork).download_name) if artwork else ("", COMPOSED)
        found += [addresses.poster(name + ending) for name in names]
    return found


def of_audits(state: State, today: dt.date) -> dict[str, PublicAudit]:
    """Every address at which an audit answers on the day `today`, and that audit."""
    public = public_catalogue(state.catalogue, today)
    return {address: audit for audit in public.audits for address in of_audit(audit, state)}


def of_listings(state: State, today: dt.date) -> dict[str, str]:
    """Every listing's address, and what readers call the listing; of a series, its posters in one PDF too.

    Whether that PDF would be too large to be made is not asked.
    """
    public = public_catalogue(state.catalogue, today)
    site = Site(public, public, {}, today)
    counts = Counter(audit.series for audit in site.audits if audit.is_published)
    packed = [one for one in site.catalogue.series if counts[one.slug] >= LEAST]
    return {
        **{addresses.pack(one.slug): f"Posters of {one.title}" for one in packed},
        **{addresses.series(one.slug): one.title for one in site.catalogue.series},
        **{addresses.topic(slug): name for slug, name in site.catalogue.vocabulary.topics.items()},
        **{addresses.year(year.slug): f"Audits of {year}" for year in site.by_year},
    }
