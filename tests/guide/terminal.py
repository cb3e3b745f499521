"""A copy of the project that an editor could sit at, and the window in which commands are typed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from life.repository import ISOLATED
from preview import small_project
from project import PROJECT
from timing import PATIENCE
from typing_editor import type_answers


def desk(folder: Path) -> Path:
    """The project of an editor, in a git repository of its own: `folder/project`.

    It has the Makefile, and all that commands set up counts as set up: `environment` has the programs. Of the
    publication for tests only those records are there that are planned or coming soon: no poster has to be
    made.
    """
    root = small_project(folder / "project")
    for name in ("Makefile", ".gitignore", "requirements"):
        part = PROJECT / name
        shutil.copytree(part, root / name) if part.is_dir() else shutil.copy(part, root / name)
    for name in (".venv/build", ".venv/dev", "tests/package-lock.json", "tests/node_modules/.ready"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    for command in (
        ["init", "--quiet", "--initial-branch", "main"],
        ["add", "--all"],
        ["commit", "--quiet", "--message", "Everything so far"],
    ):
        subprocess.run(["git", *command], cwd=root, env=environment(), check=True)
    return root


def environment(**more: str) -> dict[str, str]:
    """What a newly opened window knows, and where the programs of this virtual environment are.

    Nothing of a `make test` that the tests may run in is handed on.
    """
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "TMPDIR") if name in os.environ}
    programs = f"BIN={Path(sys.executable).parent}"
    return kept | ISOLATED | {"LC_ALL": "C.UTF-8", "TERM": "dumb", "MAKEFLAGS": programs} | more


def run(command: str, root: Path) -> subprocess.CompletedProcess[str]:
    """A command as it is typed, in the folder `root`, with nobody to answer questions."""
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=root,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def converse(command: str, root: Path, *answers: str) -> tuple[int, str]:
    """A command in a terminal, each answer typed when asked for; its exit code, and all that is seen."""
    typed = [f"{answer}\n" for answer in answers]
    return type_answers(["/bin/sh", "-c", command], typed, environment(), root)
