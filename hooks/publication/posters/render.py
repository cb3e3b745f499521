"""The pictures and clean downloads of many posters, from the cache or made in parallel."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publication.posters.limits import MAKING_MEMORY, MAKING_SECONDS
from publication.posters.work import pool, store
from publication.posters.work.fingerprint import intake

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from publication.posters.limits import ArtworkError
    from publication.posters.plan import Poster


@dataclass(frozen=True)
class Rendered:
    """Where each file of the posters stands, by its published name, and how it came there.

    `made` and `from_cache` count posters. `problems` has, by slug, why a poster could not be made; the files
    of such a poster are left out of `files`.
    """

    files: Mapping[str, Path]
    made: int
    from_cache: int
    problems: Mapping[str, ArtworkError] = field(default_factory=dict)


def render(
    posters: Iterable[Poster],
    cache: Path,
    *,
    workers: int | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Rendered:
    """Make what the cache lacks, and say where everything is.

    `workers` defaults to one a processor. `progress` is told (done, total) of the posters that have to be
    made. A poster that fails does not stop the others.
    """
    posters = list(posters)
    folder = cache / "posters"
    stored = store.stored(folder)
    lacking = [poster for poster in posters if not _keys(poster).keys() <= stored.keys()]
    # The slow ones first, so that no process waits at the end for another's long PDF.
    lacking.sort(key=lambda poster: (len(poster.renditions), poster.artwork.size), reverse=True)
    jobs = [_job(poster, folder, stored) for poster in lacking]
    problems = {}
    target = "publication.posters.work.jobs:make"
    answers = pool.run(target, jobs, workers=workers, seconds=MAKING_SECONDS, memory=MAKING_MEMORY)
    for done, answer in enumerate(answers, start=1):
        if answer.error:
            problems[lacking[answer.job].slug] = answer.error
        else:
            stored.update({key: Path(path) for key, path in answer.value.items()})
        if progress:
            progress(done, len(jobs))
    files: dict[str, Path] = {}
    for poster in posters:
        if poster.slug not in problems:
            files |= {name: stored[key] for key, name in _keys(poster).items()}
            if poster.is_ours:
                files[poster.download_name] = poster.artwork.path
    return Rendered(files, len(jobs) - len(problems), len(posters) - len(jobs), problems)


def prune(cache: Path, posters: Iterable[Poster]) -> int:
    """Delete what none of the posters uses; return how many files."""
    return store.remove_all_but(cache / "posters", {key for poster in posters for key in _keys(poster)})


def _keys(poster: Poster) -> dict[str, str]:
    """Each file of the poster that is in the cache: its key there -> its published name."""
    keys = {rendition.key: rendition.name for rendition in poster.renditions}
    download = _download_key(poster)
    return keys | {download: poster.download_name} if download else keys


def _download_key(poster: Poster) -> str | None:
    if poster.is_ours:
        return None
    return hashlib.sha256(f"{poster.artwork.digest} {intake()}".encode()).hexdigest()[:32]


def _job(poster: Poster, folder: Path, stored: Mapping[str, Path]) -> tuple[Any, ...]:
    """The arguments of `jobs.make` for what is not stored yet."""
    art, download = poster.artwork, _download_key(poster)
    pictures = [(r.page, r.width, r.height, r.key) for r in poster.renditions if r.key not in stored]
    return (
        str(art.path),
        art.format,
        art.digest,
        str(folder),
        pictures,
        download if download not in stored else None,
        poster.is_ours,
    )
