"""A small project in a repository of its own, on the branch of a request, and its commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audits.sample import make_project
from life.repository import ISOLATED, STEERING, Repository, record
from publication.cli.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def request_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A project with two published audits and a hand-written page on main; what follows is a request."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    for name in STEERING:
        monkeypatch.delenv(name, raising=False)
    made = Repository(make_project(tmp_path / "project"))
    (made.root / ".gitignore").write_text("/.cache/\n", "utf-8")
    (made.root / "docs").mkdir()
    (made.root / "docs/help.md").write_text("# Help\n\nWords.\n", "utf-8")
    (made.root / "posters/README.md").write_text("Artwork.\n", "utf-8")
    made.write("neglect", record("Neglect"))
    made.write("missing", record("Missing", topics="missing", period="2019/20"))
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit()
    made.branch("request")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, list[str]]]:
    """Run a command of the project: its exit code, and each line that it says."""

    def run(*arguments: str) -> tuple[int, list[str]]:
        code = main([*arguments])
        said = capsys.readouterr()
        return code, (said.out + said.err).splitlines()

    return run
