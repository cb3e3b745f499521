"""Which addresses answer on the public site, and what stands behind each."""

from __future__ import annotations

import datetime as dt
import posixpath
from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from publication.audits.public import public_catalogue
from publication.posters.plan import plan
from publication.views import addresses, feeds, opendata
from publication.views.briefings import of_briefing
from publication.views.packs import LEAST, may_be_packed
from publication.views.site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publication.audits.problem import Problem
    from publication.audits.public import PublicAudit
    from publication.changes.state import State

COMPOSED = ".pdf"
"""How the name of a poster ends that is composed from its record."""

PAGES = "docs"
"""The folder of hand-written pages."""

ALWAYS = {
    addresses.FINDER,
    addresses.GALLERY,
    addresses.COMING_SOON,
    addresses.ACTIONS,
    addresses.BRIEFINGS,
    addresses.EDITORS,
    feeds.address_of(addresses.HOME),
    opendata.JSON,
    opendata.SCHEMA,
    opendata.CSV,
    "404.html",
    "robots.txt",
    "sitemap.xml",
}
"""What answers whatever the records say."""


def of_audit(audit: PublicAudit, state: State) -> list[str]:
    """The addresses of an audit that readers see: its page, poster and briefing, under all its names."""
    names = (audit.slug, *audit.former_slugs)
    found = [addresses.audit(name) for name in names]
    if audit.is_published:
        artwork = state.artwork(audit)
        _, ending = posixpath.splitext(plan(audit.slug, artwork).download_name) if artwork else ("", COMPOSED)
        found += [addresses.poster(name + ending) for name in names]
        found += of_briefing(audit)
    elif audit.withdrawn:
        found += [addresses.briefing(name) for name in names]
    return found


def of_audits(state: State, today: dt.date) -> dict[str, PublicAudit]:
    """Every address at which an audit answers on the day `today`, and that audit."""
    public = public_catalogue(state.catalogue, today)
    return {address: audit for audit in public.audits for address in of_audit(audit, state)}


def of_listings(state: State, today: dt.date) -> dict[str, str]:
    """Every listing's address, and what readers call the listing; of a series, its packs too.

    Whether a pack would be too large to be made is not asked.
    """
    public = public_catalogue(state.catalogue, today)
    site = Site(public, public, {}, today)
    packed = [audit for audit in site.audits if may_be_packed(audit, site)]
    posters = Counter(audit.series for audit in packed)
    briefings = Counter(audit.series for audit in packed if of_briefing(audit))
    every = site.catalogue.series
    return {
        **{
            addresses.pack(one.slug): f"Posters of {one.title}" for one in every if posters[one.slug] >= LEAST
        },
        **{
            addresses.briefing_pack(one.slug): f"Briefings of {one.title}"
            for one in every
            if briefings[one.slug] >= LEAST
        },
        **{addresses.series(one.slug): one.title for one in site.catalogue.series},
        **{addresses.topic(slug): name for slug, name in site.catalogue.vocabulary.topics.items()},
        **{addresses.year(year.slug): f"Audits of {year}" for year in site.by_year},
    }


def of_file(path: PurePosixPath) -> str:
    """The address of a file in the folder of hand-written pages, as MkDocs gives it."""
    inside = path.relative_to(PAGES)
    if inside.suffix != ".md":
        return str(inside)
    at = inside.parent if inside.stem in ("index", "README") else inside.with_suffix("")
    return "" if at == PurePosixPath() else f"{at}/"


def of_files(root: Path) -> dict[str, str]:
    """The address of each hand-written page, and of what lies beside it, and the file that stands there."""
    found = sorted(path.relative_to(root) for path in (root / PAGES).rglob("*") if path.is_file())
    return {of_file(PurePosixPath(path.as_posix())): path.as_posix() for path in found}


def still_answering(state: State) -> Iterator[Problem]:
    """Entries of `content/gone.yml` at whose address something stands, today or after an embargo."""
    standing = {
        **dict.fromkeys(ALWAYS, "a part of every site"),
        **{address: f"“{title}”" for address, title in of_listings(state, dt.date.max).items()},
        **{address: audit.file for address, audit in of_audits(state, dt.date.max).items()},
        **state.written,
    }
    for one in state.catalogue.gone:
        file = next((above for above in _above(one.address) if above in standing), "")
        if one.address in standing:
            what = standing[one.address]
            yield one.problem(f"'/{one.address}' is not gone: {what} stands there. Remove this entry.")
        elif file:
            yield one.problem(f"'/{one.address}' was never on this site: '/{file}' is a file. Correct it.")


def _above(address: str) -> list[str]:
    """The files in whose place a folder would have to be."""
    path = PurePosixPath(address)
    return [str(one) for one in (path, *path.parents) if str(one) != address]
