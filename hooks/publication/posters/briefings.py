"""The briefings of a catalogue, as PDFs: set in workers, or taken from the cache."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.briefing import has_briefing
from publication.audits.problem import InvalidContentError
from publication.posters.composed.briefing import briefing_content, digest
from publication.posters.composed.posters import problems_of
from publication.posters.limits import MAKING_MEMORY
from publication.posters.progress import summary
from publication.posters.work import pool, store
from publication.posters.work.jobs import BRIEFING

if TYPE_CHECKING:
    from collections.abc import Callable

    from publication.audits.public import PublicCatalogue
    from publication.posters.limits import ArtworkError

FOLDER = "briefings"
"""Below the cache: briefings by their keys."""


@dataclass(frozen=True)
class PublishedBriefing:
    """A briefing as PDF that stands at `path`, with so many A4 pages and bytes."""

    path: Path
    pages: int
    size: int
    can_be_joined: bool = True
    """Whether it can go into a pack: what we set ourselves always can."""


def publish_briefings(
    catalogue: PublicCatalogue, cache: Path, *, address: Callable[[str], str], say: Callable[[str], None]
) -> dict[str, PublishedBriefing]:
    """The briefing of each audit that has learning, by slug; drafts that a preview shows get theirs too.

    `address` gives the absolute address of an audit's page for its slug, `say` gets the closing line. Raises
    InvalidContentError with every briefing that could not be made.
    """
    start = time.monotonic()
    folder = cache / FOLDER
    stored = {key.split("-")[0]: (key, path) for key, path in store.stored(folder).items()}
    audits = [audit for audit in catalogue.audits if has_briefing(audit)]
    digests, lacking = [], []
    for audit in audits:
        series = catalogue.series_called(audit.series)
        content = briefing_content(audit, series, catalogue, address(audit.slug))
        digests.append(digest(content)[:32])
        if digests[-1] not in stored:
            lacking.append((audit, digests[-1], content))
    failed: dict[str, ArtworkError] = {}
    jobs = [(BRIEFING.dump_python(content, mode="json"), str(folder), key) for _, key, content in lacking]
    for answer in pool.run("publication.posters.work.jobs:set_briefing", jobs, memory=MAKING_MEMORY):
        audit, wanted, _ = lacking[answer.job]
        if answer.error:
            failed[audit.slug] = answer.error
        else:
            key, path = answer.value
            stored[wanted] = (key, Path(path))
    if failed:
        raise InvalidContentError(problems_of({audit.slug: audit for audit in audits}, "title", failed))
    store.remove_all_but(folder, {stored[one][0] for one in digests})
    if audits:
        say(summary(len(audits), len(jobs), time.monotonic() - start, "briefing"))
    return {audit.slug: _published(*stored[one]) for audit, one in zip(audits, digests, strict=True)}


def _published(key: str, path: Path) -> PublishedBriefing:
    return PublishedBriefing(path, int(key.split("-")[1]), path.stat().st_size)
