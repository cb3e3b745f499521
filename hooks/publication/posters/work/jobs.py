"""One poster's files, made and stored: runs in a worker."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from publication.posters.composed.typeset import ComposeError, PosterContent, compose
from publication.posters.drawing import draw
from publication.posters.intake.inspection import read_unchanged
from publication.posters.intake.publishable import publishable
from publication.posters.limits import ArtworkError
from publication.posters.pack.compose import compose_pack
from publication.posters.pack.pack import CONTENT as PACK
from publication.posters.work import store

if TYPE_CHECKING:
    from publication.posters.intake.formats import Format


def make(
    path: str,
    kind: Format,
    digest: str,
    folder: str,
    pictures: list[tuple[int, int, int, str]],
    download: str | None,
    is_ours: bool = False,
) -> dict[str, str]:
    """Make `pictures` (page, width, height, key) and, where it has a key, the clean download; key -> path.

    Both are made of what may be published of the file; one that is ours is published as it is.
    An ArtworkError where the file is not the one of `digest` any more, cannot be drawn, or finds no room.
    """
    data = read_unchanged(path, digest)
    if not is_ours:
        data = publishable(data, kind).data
    made = {}
    for page, group in groupby(
        sorted(pictures, key=lambda picture: (picture[0], -picture[1])), lambda p: p[0]
    ):
        wide_to_narrow = list(group)
        drawn = draw(data, kind, page, [(width, height) for _, width, height, _ in wide_to_narrow])
        for (_, _, _, key), webp in zip(wide_to_narrow, drawn, strict=True):
            made[key] = str(store.put(Path(folder), key, ".webp", webp))
    if download:
        made[download] = str(store.put(Path(folder), download, f".{kind}", data))
    return made


def set_type(content: dict[str, Any], folder: str, key: str) -> str:
    """Compose a poster from its content as plain data, store it under `key`, and return where it stands.

    In a worker because two are twice as fast as one, and because Typst keeps some 130 MB once it has begun.
    An ArtworkError where it cannot be composed or finds no room.
    """
    try:
        pdf = compose(CONTENT.validate_python(content))
    except ComposeError as error:
        raise ArtworkError(str(error)) from error
    return str(store.put(Path(folder), key, ".pdf", pdf))


def join(content: dict[str, Any], folder: str, digest: str) -> tuple[str, str, tuple[str, ...]]:
    """Compose a pack from its content as plain data and store it: its key, its path, and what was left out.

    One that lacks a poster is not kept under its digest: the next build tries again, and says so again.
    An ArtworkError where it cannot be composed or finds no room.
    """
    try:
        pack = compose_pack(PACK.validate_python(content))
    except ComposeError as error:
        raise ArtworkError(str(error)) from error
    key = f"{digest}{'x' if pack.left_out else ''}-{pack.pages}"
    return key, str(store.put(Path(folder), key, ".pdf", pack.data)), pack.left_out


CONTENT = TypeAdapter(PosterContent)
"""Content as plain data and back: what is handed to a worker is JSON."""
