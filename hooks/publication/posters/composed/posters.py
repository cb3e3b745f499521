"""The posters that are composed from records: set in workers, or taken from the cache."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.posters.artwork import Artwork, read_artworks
from publication.posters.composed.content import poster_content
from publication.posters.composed.poster import digest
from publication.posters.limits import MAKING_MEMORY
from publication.posters.work import pool, store
from publication.posters.work.jobs import CONTENT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publication.audits.public import PublicAudit, PublicCatalogue
    from publication.posters.composed.poster import PosterContent
    from publication.posters.limits import ArtworkError


def compose_posters(
    audits: list[PublicAudit], catalogue: PublicCatalogue, cache: Path, address: Callable[[str], str]
) -> tuple[dict[str, Artwork], list[Problem]]:
    """The artwork of each of the audits, by slug, and why others have none.

    `address` gives the absolute address of an audit's page for its slug.
    """
    folder = cache / "composed"
    stored = store.stored(folder)
    keys: dict[str, str] = {}
    lacking: list[tuple[PublicAudit, PosterContent]] = []
    for audit in audits:
        series = catalogue.series_called(audit.series)
        content = poster_content(audit, series, catalogue, address(audit.slug))
        keys[audit.slug] = digest(content)[:32]
        if keys[audit.slug] not in stored:
            lacking.append((audit, content))
    jobs = [
        (CONTENT.dump_python(content, mode="json"), str(folder), keys[audit.slug])
        for audit, content in lacking
    ]
    failed: dict[str, ArtworkError] = {}
    for answer in pool.run("publication.posters.work.jobs:set_type", jobs, memory=MAKING_MEMORY):
        audit, _ = lacking[answer.job]
        if answer.error:
            failed[audit.slug] = answer.error
        else:
            stored[keys[audit.slug]] = Path(answer.value)
    paths = {slug: stored[key] for slug, key in keys.items() if key in stored}
    store.remove_all_but(folder, set(keys.values()))
    read = read_artworks(paths.values(), cache, is_ours=True)
    artworks: dict[str, Artwork] = {}
    for slug, path in paths.items():
        artwork = read[path]
        if isinstance(artwork, Artwork):
            artworks[slug] = artwork
        else:
            failed[slug] = artwork
    return artworks, problems_of({audit.slug: audit for audit in audits}, "title", failed)


def problems_of(
    audits: Mapping[str, PublicAudit], key: str, failed: Mapping[str, ArtworkError]
) -> list[Problem]:
    """What went wrong, at each record; what is the same for all, as a full disk, once and at none."""
    of_records = [audits[slug].problem(key, str(why)) for slug, why in failed.items() if why.is_of_file]
    of_all = dict.fromkeys(str(why) for why in failed.values() if not why.is_of_file)
    return [*of_records, *(Problem("posters", 0, said) for said in of_all)]
