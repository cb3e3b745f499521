"""Files written whole or not at all: the cache of made pictures.

Each file is named by its key and its length: `<key>-<length>.<ending>`. The key says what it was made from
and how, so a file is never out of date; the length tells a file cut short (a full disk, a power cut) from a
whole one without opening it. A write goes to a temporary file in the same folder, then takes its name in one
step, so a build killed at any moment, or two builds at once, leave whole files only.
"""

from __future__ import annotations

import errno
import fcntl
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Collection

_UNFINISHED = ".part"
_ABANDONED = 3600.0  # seconds after which an unfinished file is of a build that was killed
_CACHE = "It only keeps what can be made again: make it writable, or delete it"
FULL = "The disk is full. Make some room, and run this again."
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


def write(path: Path, data: bytes) -> None:
    """Write `data` as `path`, whole or not at all; an ArtworkError that says why it cannot be written."""
    try:
        _write(path, data)
    except OSError as error:
        raise _unwritable(path.parent, error, "Check who may write there") from error


def put(folder: Path, key: str, ending: str, data: bytes) -> Path:
    """Store `data` under `key` in a folder of the cache, and return where it stands."""
    path = folder / f"{key}-{len(data)}{ending}"
    try:
        _write(path, data)
    except OSError as error:
        raise _unwritable(folder, error, _CACHE) from error
    return path


def _write(path: Path, data: bytes) -> None:
    unfinished = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, unfinished = tempfile.mkstemp(suffix=_UNFINISHED, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(unfinished).chmod(0o644)  # mkstemp's 0600 would follow the hard link into the published site
        Path(unfinished).replace(path)
    except OSError:
        if unfinished:
            Path(unfinished).unlink(missing_ok=True)
        raise


def stored(folder: Path) -> dict[str, Path]:
    """Every whole file of the folder, by key; from here on no other build removes them. 4,000 take 10 ms."""
    _hold(folder)
    found: dict[str, Path] = {}
    for entry in os.scandir(folder):
        key, _, length = Path(entry.name).stem.rpartition("-")
        with suppress(FileNotFoundError):  # a build that was here before us has just removed it
            if key and length == str(entry.stat().st_size):
                found[key] = Path(entry.path)
    return found


def remove_all_but(folder: Path, keys: Collection[str]) -> int:
    """Delete what no key names, and what a killed build left unfinished; return how many.

    While another build uses the folder nothing is deleted: the next build does it.
    """
    lock = _hold(folder)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        fcntl.flock(lock, fcntl.LOCK_SH)  # flock(2): a conversion that fails may lose the lock there was
        return 0
    whole = {path: key for key, path in stored(folder).items()}
    removed = 0
    for path in folder.iterdir():
        if path.suffix == _UNFINISHED and time.time() - path.stat().st_mtime < _ABANDONED:
            continue
        if whole.get(path) not in keys:
            path.unlink()
            removed += 1
    fcntl.flock(lock, fcntl.LOCK_SH)
    return removed


_locks: dict[Path, int] = {}
"""The lock of each folder that this process uses, held until the process ends, however it ends."""


def _hold(folder: Path) -> int:
    """Share the use of a folder, which is made if need be, so that no other build clears it under us."""
    if folder not in _locks:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            _locks[folder] = os.open(folder.with_suffix(".lock"), os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise _unwritable(folder, error, _CACHE) from error
        fcntl.flock(_locks[folder], fcntl.LOCK_SH)
    return _locks[folder]


def _unwritable(folder: Path, error: OSError, how: str) -> ArtworkError:
    if error.errno in _NO_ROOM:
        return ArtworkError(FULL, is_of_file=False)
    said = f"The folder {folder} cannot be written to ({error.strerror}). {how}, and run this again."
    return ArtworkError(said, is_of_file=False)
