"""A repository to live in, and the commands as an editor runs them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from life.repository import ISOLATED, STEERING, Repository, begin
from publication.cli.__main__ import main

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A project with one published record on the branch main, in whose folder commands run."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    for name in STEERING:
        monkeypatch.delenv(name, raising=False)
    made = begin(tmp_path / "project")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    """Run a command of the project: its exit code, and all that it says."""

    def run(*arguments: str) -> tuple[int, str]:
        code = main([*arguments])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run
