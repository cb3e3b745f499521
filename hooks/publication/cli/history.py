"""What git knows of the project's past. Reads only: the work tree and git's index stay as they are."""

from __future__ import annotations

import datetime as dt
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from publication.audits.problem import did_you_mean
from publication.cli.git import HistoryError, call, commit_of, has_ref, last_line, make_sure_of_history, told
from publication.posters.composed.content import long_date

if TYPE_CHECKING:
    from publication.changes.other_files import FileChange

PARTS = ("content", "posters")
"""What a state of the project is read from."""

HOW: dict[str, FileChange] = {"A": "new", "D": "removed"}
"""What git's letters say; any other is a change."""


@dataclass(frozen=True)
class Base:
    """The commit from which the present branch left another one; `name` says in words which and of when."""

    commit: str
    name: str


def base_of(root: Path, name: str) -> Base:
    """Where the work in `root` left the branch (or commit) `name`, here or on the server it came from.

    What others have merged there since is no work of this branch, so it is not compared with the branch's
    tip. While a merge waits to be committed, what it brings counts as merged.
    """
    make_sure_of_history(root)
    heads = ["HEAD", *(["MERGE_HEAD"] if commit_of(root, "MERGE_HEAD") else [])]
    found = [_shared(root, tip, heads) for tip in _tips(root, name)]
    left = [commit for commit in found if commit]
    if not left:
        raise HistoryError(_why_apart(root, name))
    nearest = left[0]
    for other in left[1:]:
        if call(root, "merge-base", "--is-ancestor", other, nearest).returncode:
            nearest = other
    short, day = told(root, "show", "--no-patch", "--no-show-signature", "--format=%h %cs", nearest).split()
    branch = f"{name} as of" if _is_branch(root, name) else "the version of"
    return Base(nearest, f"{branch} {long_date(dt.date.fromisoformat(day))} ({short})")


def tree_of(root: Path, base: Base, folder: Path) -> None:
    """Write the project's content as it was into `folder`. Links are left out: no record may be one."""
    paths = [path for path in PARTS if told(root, "ls-tree", "--name-only", base.commit, "--", path)]
    if not paths:
        return
    archive = call(root, "archive", "--format=tar", base.commit, "--", *paths)
    if archive.returncode:
        raise HistoryError(f"git cannot give the files of {base.name}: {last_line(archive.stderr)}")
    with tarfile.open(fileobj=BytesIO(archive.stdout), encoding="utf-8") as files:
        for member in files:
            path = PurePosixPath(member.name)
            if not member.isfile() or path.is_absolute() or ".." in path.parts:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            content = files.extractfile(member)
            assert content
            target.write_bytes(content.read())


def changed_files(root: Path, base: Base) -> dict[str, FileChange]:
    """Every file of the project that is not as it was, also one that git was not told of yet."""
    found: dict[str, FileChange] = {}
    with tempfile.TemporaryDirectory(prefix="index-") as folder:
        # git diff writes what it learnt of the files' times into the index: here into a copy.
        index, copy = root / told(root, "rev-parse", "--git-path", "index").strip(), Path(folder, "index")
        if index.is_file():
            shutil.copyfile(index, copy)
        said = told(
            root, "diff", "--name-status", "-z", "--no-renames", "--no-ext-diff", "--relative", base.commit,
            index=copy,
        )  # fmt: skip
    words = said.split("\0")
    for status, path in zip(words[::2], words[1::2], strict=False):
        found[path] = HOW.get(status, "changed")
    for path in told(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0"):
        if path:
            found[path] = "changed" if path in found else "new"
    return found


def _tips(root: Path, name: str) -> list[str]:
    """The branch here and the same on the server: the one here is often old.

    Who works on that very branch compares with the server's: that is what readers have.
    """
    local = commit_of(root, name)
    remote = f"refs/remotes/origin/{name}" if has_ref(root, f"refs/remotes/origin/{name}") else ""
    at_work = call(root, "symbolic-ref", "--quiet", "HEAD").stdout.decode().strip()
    if remote and at_work == f"refs/heads/{name}":
        return [remote]
    if tips := [tip for tip in (local, remote) if tip]:
        return tips
    listed = told(root, "for-each-ref", "--format=%(refname:short)", "refs/heads", "refs/remotes")
    branches = [branch for branch in listed.split() if branch not in ("origin", "origin/HEAD")]
    near = did_you_mean(name, branches)
    raise HistoryError(
        f"There is no branch '{name}' here.{near} Write its name: make diff BASE=main. "
        f"If it is on the server only, get it first: git fetch origin"
    )


def _is_branch(root: Path, name: str) -> bool:
    return any(has_ref(root, f"refs/{place}/{name}") for place in ("heads", "remotes", "remotes/origin"))


def _shared(root: Path, tip: str, heads: list[str]) -> str:
    return call(root, "merge-base", tip, *heads).stdout.decode().strip()


def _why_apart(root: Path, name: str) -> str:
    if told(root, "rev-parse", "--is-shallow-repository").strip() == "true":
        return (
            f"This copy has only the newest part of the history, so it cannot be seen where your work left "
            f"'{name}'. Get the rest: git fetch --unshallow. (In a workflow on GitHub: give the step "
            "actions/checkout the line fetch-depth: 0.)"
        )
    return (
        f"Your work and '{name}' have no common past. Name the branch that it began from: make diff BASE=main"
    )
