"""Where a publication is put: in place of the one that is here, or in a folder of its own."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from publication.build import CACHE
from publication.cli.git import call

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PARTS = ("content", "docs", "posters")
"""What a publication is made of. All other files are the machinery's."""

NOT_COPIED = {".git", ".venv", CACHE, "site", "node_modules", "__pycache__"}
"""Folders of a project that git does not know, which its commands make."""


def uncommitted(root: Path) -> list[str]:
    """Files here that git has not got in their present state."""
    said = call(root, "status", "--porcelain", "--untracked-files=normal", "-z", "--", ".").stdout
    return [entry[3:].decode("utf-8", "replace") for entry in said.split(b"\0") if len(entry) > 3]


@contextmanager
def laid_out(near: Path, files: Mapping[str, str]) -> Iterator[Path]:
    """The files in a folder of their own in the cache of `near`, until the end of the block."""
    cache = near / CACHE
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="publication-", dir=cache) as name:
        for file, text in files.items():
            path = Path(name, file)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        yield Path(name)


def replace_in(root: Path, staged: Path) -> None:
    """Put the staged parts in the place of those in `root`: all of them, or none."""
    before = Path(tempfile.mkdtemp(prefix="replaced-", dir=root / CACHE))
    try:
        for part in PARTS:
            if (root / part).exists():
                (root / part).rename(before / part)
            (staged / part).rename(root / part)
    except BaseException:  # Ctrl+C too
        for part in PARTS:
            if (before / part).exists():
                shutil.rmtree(root / part, ignore_errors=True)
                (before / part).rename(root / part)
        raise
    finally:
        shutil.rmtree(before, ignore_errors=True)


def copy_to(folder: Path, root: Path, staged: Path) -> None:
    """Put the machinery of `root` and the staged parts into `folder`, which is empty or not there yet."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".publication-", dir=folder.parent) as name:
        made = Path(name, "made")
        for file in machinery(root):
            (made / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / file, made / file)
        for part in PARTS:
            shutil.copytree(staged / part, made / part)
        if folder.exists():
            folder.rmdir()
        made.rename(folder)


def machinery(root: Path) -> list[Path]:
    """The files that every publication needs, relative to `root`: those that git keeps, where git is."""
    said = call(root, "ls-files", "-z").stdout if shutil.which("git") else b""
    names = [Path(name.decode("utf-8", "surrogateescape")) for name in said.split(b"\0") if name]
    if not names:
        names = sorted(path.relative_to(root) for path in root.rglob("*"))
    return [
        name
        for name in names
        if name.parts[0] not in PARTS
        and NOT_COPIED.isdisjoint(name.parts)
        and (root / name).is_file()
        and not (root / name).is_symlink()
    ]
