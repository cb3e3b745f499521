"""What SECURITY.md promises is tried where it says, and its commands do what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from audits.sample import ROOT

TEXT = (ROOT / "SECURITY.md").read_text("utf-8")
WORDS = "07700 900461"
WHO = {"GIT_AUTHOR_NAME": "Editor", "GIT_AUTHOR_EMAIL": "editor@partnership.example"}
WHO |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in WHO.items()}


def blocks() -> list[str]:
    """The commands of each block."""
    return re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL)


def run(script: str, folder: Path) -> str:
    """What a shell prints that runs the script in the folder; a command that fails fails the test."""
    paths = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    own = {"HOME": str(folder), "PATH": paths, "GIT_CONFIG_NOSYSTEM": "1", **WHO}
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=folder,
        env=own,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A clone whose history has a poster, and a number in a record and in a message."""
    run("git init --quiet --bare --initial-branch main origin && git clone --quiet origin project", tmp_path)
    folder = tmp_path / "project"
    (folder / "posters").mkdir()
    (folder / "posters/neglect.pdf").write_bytes(b"%PDF-1.7")
    (folder / "neglect.md").write_text(f"Ring {WORDS}.\n", "utf-8")
    (folder / "other.md").write_text("Nothing to hide.\n", "utf-8")
    run(
        f"git add . && git commit --quiet --message 'Add it: {WORDS}' && git push --quiet origin HEAD:main",
        folder,
    )
    (folder / "neglect.md").write_text("Ring us.\n", "utf-8")
    return folder


def test_the_commands_take_it_off_and_out_of_the_history(project: Path) -> None:
    """One after the other, as they stand: the site's files, a clean mirror, and the old history replaced."""
    off, clean, look, replace = blocks()
    run(off, project)
    assert "posters" not in run("git ls-tree -r --name-only origin/main", project)
    assert WORDS in run("git log --patch", project)
    printed = run(f"{clean}\necho ------\n{look}\necho ------\n{replace}", project)
    assert printed.split("------")[1].strip() == ""
    assert not (project.parent / "cleaned").exists()
    run("git clone --quiet origin again", project.parent)
    whole = run("git log --all --patch", project.parent / "again")
    assert WORDS not in whole
    assert "neglect.pdf" not in whole
    assert "Nothing to hide." in whole


def test_what_is_promised_is_tried(tmp_path: Path) -> None:
    """Each file and folder that the table names is there, and each make target."""
    table = TEXT.partition("## How to report")[0]
    makefile = (ROOT / "Makefile").read_text("utf-8")
    for named in re.findall(r"`([^`]+)`", table):
        if named.startswith("make "):
            assert f"\n{named.removeprefix('make ')}:" in makefile, named
        else:
            assert (ROOT / named).exists(), named
