"""The program git, in the words of an editor where it cannot do what is asked."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class HistoryError(Exception):
    """Nothing can be compared. The message is for editors: what is wrong, then what to do."""


def make_sure_of_history(root: Path) -> None:
    """Raise HistoryError where there is no git, no repository or no commit."""
    try:
        inside = call(root, "rev-parse", "--is-inside-work-tree")
    except FileNotFoundError:
        raise HistoryError(
            "This needs the program git, and it is not installed here. Install it, "
            "or open a pull request: its page shows the same list."
        ) from None
    if inside.returncode:
        if b"dubious ownership" in inside.stderr:
            raise HistoryError(
                "git does not read this folder, because it belongs to another user of this computer. "
                "Make a copy of the project of your own (git clone)."
            )
        raise HistoryError(
            "This folder has no history to compare with: it is not a copy that git made. "
            "Get the project with git clone, or with GitHub Desktop, and work there."
        )
    if not commit_of(root, "HEAD"):
        raise HistoryError("Nothing has been committed here yet, so there is nothing to compare with.")


def has_ref(root: Path, name: str) -> bool:
    """Whether there is a branch or tag of this full name: `refs/heads/main`."""
    return not call(root, "show-ref", "--verify", "--quiet", name).returncode


def commit_of(root: Path, name: str) -> str:
    """The commit of a name, "" where there is none. A name that git could take for an option is none."""
    if not name or name.startswith("-"):
        return ""
    return call(root, "rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").stdout.decode().strip()


def told(root: Path, *arguments: str, index: Path | None = None) -> str:
    """What git answers; HistoryError where it fails. `index` takes the place of git's own."""
    done = call(root, *arguments, index=index)
    if done.returncode:
        raise HistoryError(f"git cannot say what changed: {last_line(done.stderr)}")
    return os.fsdecode(done.stdout)


def last_line(said: bytes) -> str:
    """Where git says what went wrong."""
    return (os.fsdecode(said).strip().splitlines() or ["it does not say why."])[-1]


def call(root: Path, *arguments: str, index: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """Without optional locks git does not touch its index, and it never asks for a password."""
    return subprocess.run(  # noqa: S603 - arguments are ours; a name from outside is no option: see _commit
        ["git", "--no-optional-locks", *arguments],  # noqa: S607 - the git of whoever calls
        cwd=root,
        capture_output=True,
        check=False,
        env={
            **os.environ,
            "LC_ALL": "C.UTF-8",
            "GIT_TERMINAL_PROMPT": "0",
            **({"GIT_INDEX_FILE": str(index)} if index else {}),
        },
    )
