"""The posters of a catalogue: artwork where it was supplied, composed from the record where not."""

from __future__ import annotations

import time
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.problem import InvalidContentError, Problem, did_you_mean
from publication.posters.artwork import Artwork, ArtworkError, read_artworks
from publication.posters.composed.posters import compose_posters, problems_of
from publication.posters.plan import Rendition, plan
from publication.posters.progress import summary
from publication.posters.render import prune, render

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from publication.audits.audit import Audit, Readable, Unfinished
    from publication.audits.catalogue import Catalogue
    from publication.audits.public import PublicAudit, PublicCatalogue
    from publication.posters.intake.accessibility import Access
    from publication.posters.plan import Poster

FOLDER = "posters"
NOTICE = "README.md"
"""The one file in the folder that is not artwork: it tells editors what the folder is for."""


@dataclass(frozen=True)
class PublishedPoster:
    """A poster as views show it. Names are file names below `posters/` on the site.

    `thumbnails` are the pictures of the first page, narrow to wide; `pages` has the widest picture of
    each page; `kind` is PDF, PNG or JPEG; `size` is of the download, in bytes; `texts` has the words of each
    page of supplied artwork, and is empty for a composed poster, whose words are the record's; `access` says
    what a PDF offers to a screen reader, and is None of a picture; `can_be_joined` says whether it can go
    into one file with others.
    """

    thumbnails: tuple[Rendition, ...]
    pages: tuple[Rendition, ...]
    download: str
    kind: str
    size: int
    texts: tuple[str, ...]
    access: Access | None
    is_holding: bool
    files: Mapping[str, Path]
    can_be_joined: bool = True


def check_artwork(
    root: Path, catalogue: Catalogue, cache: Path, *, complete: bool
) -> tuple[dict[str, Artwork], list[Problem]]:
    """The artwork of every record that names one, by slug, and what is wrong in `posters/`.

    Only a `complete` catalogue, with every record read, can tell that no record uses a file.
    """
    records: tuple[Audit | Unfinished, ...] = (*catalogue.audits, *catalogue.unfinished)
    used = {one.slug: one for one in records if one.poster}
    problems = [*_misnamed(root, used), *(_unused(root, used) if complete else ())]
    bad = {problem.file for problem in problems}
    files = _files(root)
    paths = {
        slug: files[_composed_name(str(audit.poster))]
        for slug, audit in used.items()
        if audit.file not in bad
    }
    artworks: dict[str, Artwork] = {}
    read = read_artworks(paths.values(), cache)
    for slug, path in paths.items():
        audit, artwork = used[slug], read[path]
        if isinstance(artwork, ArtworkError):
            said = audit.problem("poster", f"'{audit.poster}': {artwork}")
            problems.append(replace(said, private=artwork.private))
            continue
        artworks[slug] = artwork
        if not any(artwork.texts) and not audit.poster_text:
            how = f"Write its words in the record (poster_text), or draft them: make transcript AUDIT={slug}"
            problems.append(
                audit.problem("poster", f"'{audit.poster}' has no text that can be read out. {how}")
            )
        problems += [
            replace(
                audit.problem("poster", f"'{audit.poster}': {note.text}"),
                is_warning=True,
                private=note.private,
            )
            for note in artwork.notes
        ]
    return artworks, problems


def _files(root: Path) -> dict[str, Path]:
    """What lies in the folder, by name. Macs write `é` as two signs, others as one: it is the same name."""
    return {_composed_name(path.name): path for path in sorted((root / FOLDER).glob("*"))}


def _composed_name(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _misnamed(root: Path, used: Mapping[str, Audit | Unfinished]) -> Iterator[Problem]:
    present = _files(root)
    owners: dict[str, Audit | Unfinished] = {}
    for audit in used.values():
        name = _composed_name(str(audit.poster))
        if name not in present:
            near = did_you_mean(name, [one for one in present if one != NOTICE])
            yield audit.problem("poster", f"there is no file posters/{name}.{near}")
        elif (other := owners.setdefault(name, audit)) and other is not audit:
            yield audit.problem("poster", f"'{name}' is the poster of {other.file} too. Give each its own.")


def _unused(root: Path, used: Mapping[str, Audit | Unfinished]) -> Iterator[Problem]:
    names = {_composed_name(str(audit.poster)) for audit in used.values()} | {NOTICE}
    for name, path in _files(root).items():
        if name not in names and not name.startswith("."):
            how = f"Name it in a record (poster: {path.name}) or remove the file."
            yield Problem(f"{FOLDER}/{path.name}", 0, f"no record uses this. {how}")


def publish_posters(
    root: Path,
    catalogue: PublicCatalogue,
    artworks: Mapping[str, Artwork],
    cache: Path,
    *,
    address: Callable[[str], str],
    say: Callable[[str], None],
    progress: Callable[[int, int], None] | None,
) -> dict[str, PublishedPoster]:
    """The posters of the catalogue's published audits, by slug, with all their files in the cache.

    `address` gives the absolute address of an audit's page for its slug. Drafts that a preview shows get
    theirs too. `say` gets the closing line, `progress` (done, total) of what has to be rendered. Raises
    InvalidContentError with every poster that could not be made.
    """
    start = time.monotonic()
    shown = [audit for audit in catalogue.audits if audit.status in ("published", "draft")]
    composed, problems = compose_posters(
        [a for a in shown if a.slug not in artworks], catalogue, cache, address
    )
    found = {**composed, **artworks}
    posters = [
        plan(audit.slug, found[audit.slug], is_ours=audit.slug in composed)
        for audit in shown
        if audit.slug in found
    ]
    rendered = render(posters, cache, progress=progress)
    by_slug = {audit.slug: audit for audit in shown}
    problems += problems_of(by_slug, "poster", rendered.problems)
    if problems:
        raise InvalidContentError(dict.fromkeys(problems))
    prune(cache, posters)
    say(summary(len(posters), rendered.made, time.monotonic() - start))
    return {poster.slug: _published(poster, by_slug[poster.slug], rendered.files) for poster in posters}


def _published(poster: Poster, audit: PublicAudit, files: Mapping[str, Path]) -> PublishedPoster:
    names = {rendition.name for rendition in poster.renditions} | {poster.download_name}
    first = tuple(rendition for rendition in poster.renditions if rendition.page == 1)
    widest = {rendition.page: rendition for rendition in poster.renditions}
    return PublishedPoster(
        thumbnails=first,
        pages=tuple(widest.values()),
        download=poster.download_name,
        kind=poster.artwork.format.upper(),
        size=files[poster.download_name].stat().st_size,
        texts=() if poster.is_ours else published_words(audit, poster.artwork),
        access=poster.artwork.access,
        is_holding=poster.is_ours and not audit.sections,
        can_be_joined=poster.artwork.can_be_joined,
        files={name: files[name] for name in names},
    )


def published_words(audit: Readable, artwork: Artwork) -> tuple[str, ...]:
    """The words of a supplied poster, page by page, as readers get them: what the record says goes first."""
    return (audit.poster_text,) if audit.poster_text else artwork.texts
