"""One build, as `make build` does it: how long it takes, and the memory of its largest process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

CACHE = ".cache"
SITE = f"{CACHE}/site"


class BuildError(Exception):
    """A build that failed, with what it said."""


@dataclass(frozen=True)
class Build:
    """`seconds` by the clock; `memory` in bytes."""

    seconds: float
    memory: int


def build(project: Path, *, cold: bool = False, without: str = "") -> Build:
    """Build a project; where `cold`, with nothing in its cache, or `without` one folder of it.

    Removing the last site is not measured.

    The memory is the resident set of the largest process of all that the build started, as the kernel keeps
    it (`ru_maxrss` of wait4, which counts in every descendant that was waited for). Raises BuildError.
    """
    shutil.rmtree(project / (CACHE if cold else SITE), ignore_errors=True)
    if without:
        shutil.rmtree(project / CACHE / without)
    return _run(project, "mkdocs", "build", "--strict", "--quiet", "--site-dir", SITE)


def check(project: Path) -> Build:
    """What `make check` does, with what the last build remembers of the artwork. Raises BuildError."""
    return _run(project, "publication.cli", "check")


def _run(project: Path, *module: str) -> Build:
    os.sync()  # what was written last must not be written to the disk at this one's expense
    command = [sys.executable, "-m", *module]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project / "hooks")}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=project, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise BuildError(said.read().decode(errors="replace"))
    return Build(seconds, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024))


def copy_seconds(project: Path, scratch: Path) -> float:
    """Copy all that the site has below `posters/` to `scratch`, a new folder, and return the seconds."""
    os.sync()
    start = time.perf_counter()
    shutil.copytree(project / SITE / "posters", scratch, copy_function=shutil.copyfile)
    seconds = time.perf_counter() - start
    shutil.rmtree(scratch)
    return seconds


def page_count(project: Path) -> int:
    """Count the pages of the built site, its 404 page not counted."""
    return sum(1 for path in (project / SITE).rglob("*.html") if path.name != "404.html")


def poster_bytes(project: Path) -> tuple[int, int]:
    """Return the bytes of all pictures (WebP) and of all downloads of the built site."""
    pictures = downloads = 0
    for path in (project / SITE / "posters").iterdir():
        if path.suffix == ".webp":
            pictures += path.stat().st_size
        elif path.suffix in (".pdf", ".png", ".jpg"):
            downloads += path.stat().st_size
    return pictures, downloads
