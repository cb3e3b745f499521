"""A fresh clone of the last commit, and the commands that a request is held to."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PACKAGES, MODULES = ".venv", "tests/node_modules"
"""Folders that a set-up fills: the clone links to the first of the project, and has the second as a copy, for
npm would empty it if it were a link."""

LISTS = ("requirements/build.txt", "requirements/dev.txt", "tests/package-lock.json")
"""What they are filled from. In the clone they are older than the set-up, so that it is not done again."""

HELD_TO = ("check", "build", "verify")


@dataclass(frozen=True)
class Clone:
    """A clone in the folder `root`, with its last commit checked out."""

    root: Path

    @classmethod
    def into(cls, root: Path) -> Clone:
        """Clone the project's last commit; what is not committed there is not in it."""
        subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", PROJECT, root], check=True)
        (root / PACKAGES).symlink_to((PROJECT / PACKAGES).resolve(), target_is_directory=True)
        shutil.copytree(PROJECT / MODULES, root / MODULES)
        for name in LISTS:
            os.utime(root / name, (0, 0))
        clone = cls(root)
        clone.git("checkout", "--quiet", "-B", "main")
        return clone

    def git(self, *arguments: str) -> None:
        """Run git in the clone, as somebody who has a name."""
        who = ["-c", "user.name=Content trial", "-c", "user.email=trial@partnership.example"]
        subprocess.run(["git", *who, *arguments], cwd=self.root, check=True, capture_output=True)

    def forget(self) -> None:
        """Undo every change since the last commit; what the build keeps in its cache stays."""
        self.git("reset", "--quiet", "--hard")
        self.git("clean", "--quiet", "-d", "--force", f"--exclude={MODULES}", f"--exclude={PACKAGES}")

    def commit(self) -> None:
        """Commit every change."""
        self.git("add", "--all", "content", "docs", "posters")
        self.git("commit", "--quiet", "--message", "Change everything that editors change")

    def make(self, target: str) -> str:
        """What `make target` says if it fails; "" if it does not."""
        done = subprocess.run(
            ["make", target],
            cwd=self.root,
            env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        return "" if done.returncode == 0 else f"make {target}\n{done.stdout}{done.stderr}"
