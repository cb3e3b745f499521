"""The flow from the project's folder to everything that goes on the site.

content/   read and validated           audits.catalogue
posters/   checked, composed, rendered  posters.collection
views      filled                       views
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from publication.audits.catalogue import Catalogue, read_catalogue
from publication.audits.embargo import far_embargoes
from publication.audits.problem import InvalidContentError, Problem
from publication.audits.public import public_catalogue
from publication.changes.addresses import of_files, still_answering
from publication.changes.state import State
from publication.editors import form
from publication.guard.check import guard
from publication.posters.briefings import publish_briefings
from publication.posters.collection import check_artwork, publish_posters
from publication.posters.limits import ArtworkError
from publication.posters.pack.pack import FOLDER as PACKED
from publication.posters.pack.pack import Pack, PackContent, make_packs
from publication.views import (
    actions,
    addresses,
    audit_page,
    brand,
    briefings,
    feeds,
    finder,
    galleries,
    gone,
    listings,
    opendata,
    packs,
    redirects,
    statement,
    styles,
)
from publication.views.artefact import Artefact
from publication.views.metadata import Heads
from publication.views.opendata import page as data_page
from publication.views.site import Site, Templates

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

    from publication.audits.publisher import Publisher
    from publication.posters.artwork import Artwork

CACHE = ".cache"
COMPILED = "templates"
"""Where compiled templates are kept, in the cache."""


@dataclass(frozen=True)
class Publication:
    """Everything that views make: artefacts by address, parts that pages may embed, and pages' heads."""

    publisher: Publisher
    artefacts: Mapping[str, Artefact]
    embedded: Mapping[str, Callable[[str], str]]
    heads: Heads
    has_actions: bool
    """Whether there is an action to show: without one, its page is not in the menu."""


def check(root: Path, today: dt.date | None = None) -> tuple[Catalogue, dict[str, Artwork], list[Problem]]:
    """The content of the project in `root`, its artwork by slug, and warnings.

    Without `today` there is no warning of days to come. Raises InvalidContentError with all problems of all
    files.
    """
    catalogue, problems = read_catalogue(root)
    artworks, found = check_artwork(root, catalogue, root / CACHE, complete=not problems)
    problems += found
    problems += guard(root, catalogue, artworks)
    problems += statement.read_test_run(root)[1]
    if catalogue.gone and all(problem.is_warning for problem in problems):
        problems += still_answering(State(catalogue, artworks, written=of_files(root)))
    problems += far_embargoes(catalogue, today) if today else ()
    if any(not problem.is_warning for problem in problems):
        raise InvalidContentError(problems)
    return catalogue, artworks, sorted(problems)


def publish(
    root: Path,
    *,
    today: dt.date,
    is_preview: bool,
    environment: Mapping[str, str],
    say: Callable[[str], None],
    progress: Callable[[int, int], None] | None = None,
) -> Publication:
    """What to put on the site on the day `today`. Only a preview shows drafts and embargoed records.

    `environment` may say where the site and its repository are. `say` gets warnings and a closing line on
    the posters; `progress` is told (done, total) of them.
    """
    site = _site(root, environment, today, say, is_preview=is_preview, progress=progress)
    absolute = site.absolute
    site = replace(site, packs=_packs(packs.series_packs(site, absolute), root, say))
    templates = Templates(site, compiled=root / CACHE / COMPILED)
    artefacts = [
        *audit_page.audit_pages(site, templates, absolute),
        *briefings.briefing_pages(site, templates, absolute),
        *briefings.briefing_files(site),
        briefings.briefings_page(site, templates),
        finder.finder(site, templates),
        listings.coming_soon(site, templates),
        *listings.series_listings(site, templates),
        *listings.topic_listings(site, templates),
        *listings.year_listings(site, templates),
        galleries.gallery(site, templates),
        actions.actions_page(site, templates),
        *galleries.poster_files(site),
        *packs.pack_files(site.packs),
        *redirects.redirects(site, templates, absolute),
        *feeds.feeds(site, templates, absolute),
        *opendata.files(site, absolute),
        *form.editors(site, templates, absolute),
        *brand.files(site, templates, root / CACHE),
        *styles.sheets(),
        Artefact("robots.txt", templates.fill("robots.txt", "", sitemap=absolute("sitemap.xml"))),
    ]
    standing = [artefact.address for artefact in artefacts]
    artefacts += gone.gone_pages(site.catalogue.gone, standing, templates)
    by_address = {artefact.address: artefact for artefact in artefacts}
    embedded = {
        **galleries.embedded(site, templates),
        **feeds.embedded(site, templates),
        **data_page.embedded(templates, absolute),
        **statement.embedded(site, templates, statement.read_test_run(root)[0]),
        **brand.embedded(templates),
    }
    pages_by_address = {one.address: one.page for one in artefacts if one.page}
    return Publication(
        site.publisher,
        by_address,
        embedded,
        Heads(site, pages_by_address, absolute),
        bool(actions.agreed_actions(site)),
    )


def pack_of(
    root: Path,
    *,
    series: str,
    topic: str,
    what: packs.What = "poster",
    today: dt.date,
    environment: Mapping[str, str],
    say: Callable[[str], None],
) -> tuple[Pack | None, list[str]]:
    """The pack of a series, or of a topic where `series` is "", of what the site shows on the day `today`.

    None where there is no such series or topic, or nothing in it; then the names that there are.
    """
    site = _site(root, environment, today, say)
    if series:
        known = [one.slug for one in site.catalogue.series]
        content = packs.series_pack(site, series, site.absolute, what)
    else:
        known = list(site.catalogue.vocabulary.topics)
        content = packs.topic_pack(site, topic, site.absolute, what)
    told: list[str] = []
    made = _packs([content] if content else [], root, told.append, keep=True)
    for said in told:
        if content and content.address not in made:
            raise InvalidContentError([Problem("content/series", 0, said)])
        say(said)
    return (made[content.address] if content else None), known


def _site(
    root: Path,
    environment: Mapping[str, str],
    today: dt.date,
    say: Callable[[str], None],
    *,
    is_preview: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Site:
    """What may be shown, with its posters."""
    whole, artworks, warnings = check(root)
    for warning in warnings:
        say(str(warning))
    whole = replace(whole, publisher=whole.publisher.at(environment))
    public = public_catalogue(whole, today)
    catalogue = public_catalogue(whole, today, is_preview=True) if is_preview else public
    site = Site(catalogue, public, {}, today)

    def address(slug: str) -> str:
        return site.absolute(addresses.audit(slug))

    cache = root / CACHE
    posters = publish_posters(root, catalogue, artworks, cache, address=address, say=say, progress=progress)
    made = publish_briefings(catalogue, cache, address=address, say=say)
    return replace(site, posters=posters, briefings=made)


def _packs(
    contents: Iterable[PackContent], root: Path, say: Callable[[str], None], *, keep: bool = False
) -> dict[str, Pack]:
    """The packs that can be made; `say` is told of what cannot."""
    try:
        return make_packs(contents, root / CACHE / PACKED, keep=keep, say=say)
    except ArtworkError as error:  # no room, or no leave, for any of them
        raise InvalidContentError([Problem("content/series", 0, str(error))]) from error
