"""A project of a made-up partnership, with the real machinery, committed; the command runs in its folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from life.repository import ISOLATED, STEERING, Repository
from project import lay_out
from publication.cli import start
from publication.cli.starting.questions import QUESTIONS
from starting.samples import lay_in

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """Everything is committed."""
    for name, value in ISOLATED.items():
        monkeypatch.setenv(name, value)
    for name in [*STEERING, *(f"{start.ENVIRONMENT}{one.option}" for one in QUESTIONS)]:
        monkeypatch.delenv(name, raising=False)
    root = tmp_path / "project"
    lay_out(root)
    lay_in(root)
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit()
    monkeypatch.chdir(root)
    return made
