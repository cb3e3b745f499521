"""The flow from the project's folder to everything that goes on the site.

content/   read and validated           audits.catalogue
posters/   checked, composed, rendered  posters.collection
views      filled                       views
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from publication.audits.catalogue import Catalogue, read_catalogue, read_palettes
from publication.audits.problem import InvalidContentError, Problem
from publication.posters.collection import check_artwork, publish_posters
from publication.views import addresses, galleries, listings, pages
from publication.views.artefact import Artefact
from publication.views.site import Site, Templates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from publication.posters.artwork import Artwork

CACHE = ".cache"


@dataclass(frozen=True)
class Publication:
    """Everything that views make: artefacts by address, and what hand-written pages may embed."""

    artefacts: Mapping[str, Artefact]
    embedded: Mapping[str, Callable[[str], str]]


def check(root: Path) -> tuple[Catalogue, dict[str, Artwork], list[Problem]]:
    """The content of the project in `root`, its artwork by slug, and warnings.

    Raises InvalidContentError with all problems of all files.
    """
    catalogue, problems = read_catalogue(root)
    artworks, found = check_artwork(root, catalogue, root / CACHE, complete=not problems)
    problems += found
    if any(not problem.is_warning for problem in problems):
        raise InvalidContentError(problems)
    return catalogue, artworks, sorted(problems)


def publish(
    root: Path,
    *,
    site_url: str,
    publisher: str,
    today: dt.date,
    is_preview: bool,
    say: Callable[[str], None],
    progress: Callable[[int, int], None] | None = None,
) -> Publication:
    """What to put on the site on the day `today`. Only a preview shows drafts and embargoed records.

    `say` gets warnings and a closing line on the posters; `progress` is told (done, total) of them.
    """
    whole, artworks, warnings = check(root)
    for warning in warnings:
        say(str(warning))
    catalogue = whole if is_preview else whole.visible(today)
    posters = publish_posters(
        root,
        catalogue,
        artworks,
        root / CACHE,
        publisher=publisher,
        address=lambda slug: urljoin(site_url, addresses.audit(slug)),
        say=say,
        progress=progress,
    )
    palettes = read_palettes(root)
    site = Site(catalogue, posters, publisher, today)
    templates = Templates(site)
    artefacts = [
        *pages.audit_pages(site, templates),
        listings.finder(site, templates),
        listings.coming_soon(site, templates),
        *listings.series_listings(site, templates),
        *listings.topic_listings(site, templates),
        *listings.year_listings(site, templates),
        galleries.gallery(site, templates),
        *galleries.poster_files(site),
        Artefact("assets/css/palettes.css", templates.fill("palettes.css", "", palettes=palettes)),
        Artefact("robots.txt", templates.fill("robots.txt", "", sitemap=urljoin(site_url, "sitemap.xml"))),
    ]
    by_address = {artefact.address: artefact for artefact in artefacts}
    return Publication(by_address, galleries.embedded(site, templates))
