"""The fingerprint of this code: what other code found out or made is found out or made again."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]


def fingerprint(*parts: Path | str, libraries: tuple[str, ...]) -> str:
    """64 hex digits that change with any file in `parts`, and with the versions of `libraries`.

    A part is a file, a folder with everything below it, or the name of one in `publication/posters`. A number
    raised by hand would be forgotten one day, and an author's name would stay in a download.
    """
    total = hashlib.sha256(repr([(name, version(name)) for name in libraries]).encode())
    for part in parts:
        path = _PACKAGE / part
        files = sorted(path.rglob("*")) if path.is_dir() else [path]
        for file in files:
            if file.is_file() and file.suffix != ".pyc":
                total.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


@cache
def intake() -> str:
    """The fingerprint of all that inspects and cleans supplied artwork."""
    parts = ("intake", "clean", "pack", "work", "limits.py")
    return fingerprint(*parts, libraries=("pillow", "pypdfium2", "pikepdf"))
