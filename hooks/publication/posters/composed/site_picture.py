"""The picture that services show beside a link to the site: its name, its publisher and its colours."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import typst

from publication.posters.composed.typeset import TEMPLATE, clean_text
from publication.posters.work import store
from publication.posters.work.fingerprint import fingerprint

if TYPE_CHECKING:
    from pathlib import Path

    from publication.audits.publisher import Publisher

SIZE = (1200, 630)
"""Pixels: the size that link previews ask for."""

FOLDER = "site-picture"
"""Below the cache: the picture by its key."""

_SOURCE = TEMPLATE / "site-picture.typ"
_PIXELS_PER_INCH = 72.0  # one for each point of the template's page


def site_picture(publisher: Publisher, cache: Path) -> Path:
    """The picture as PNG, from the cache or made into it. The same names and colours give the same bytes."""
    told = {
        "name": publisher.name,
        "site_name": publisher.site_name,
        "colours": publisher.colours.model_dump(),
    }
    payload = json.dumps(clean_text(told, frozenset()))
    made_by = fingerprint(_SOURCE, TEMPLATE / "fonts", libraries=("typst",))
    key = hashlib.sha256(f"{made_by} {payload}".encode()).hexdigest()[:32]
    folder = cache / FOLDER
    if key not in (stored := store.stored(folder)):
        stored[key] = store.put(folder, key, ".png", _draw(payload))
    store.remove_all_but(folder, {key})
    return stored[key]


def _draw(payload: str) -> bytes:
    made = typst.compile(
        _SOURCE,
        root=TEMPLATE,
        font_paths=[TEMPLATE / "fonts"],
        ignore_system_fonts=True,
        format="png",
        ppi=_PIXELS_PER_INCH,
        sys_inputs={"content": payload},
    )
    assert isinstance(made, bytes)
    return made
