"""The edition of this code: what was learnt or cleaned by another one is done again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_MODULES = (
    "access", "clean", "crew", "edition", "exif", "formats", "inspection", "jpeg", "layer", "limits", "links",
    "pdf", "png", "text", "xmp",
)  # fmt: skip
_LIBRARIES = ("pillow", "pypdfium2", "pikepdf")


@cache
def edition() -> str:
    """Changes with every change of the modules that inspect and clean, and with the libraries they use.

    A number raised by hand would be forgotten one day, and a poster's author would stay in its download.
    """
    digest = hashlib.sha256()
    for module in _MODULES:
        digest.update(Path(__file__).with_name(f"{module}.py").read_bytes())
    for library in _LIBRARIES:
        digest.update(version(library).encode())
    return digest.hexdigest()
