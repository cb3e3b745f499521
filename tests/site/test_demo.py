"""`make serve DEMO=1`: the publication for tests as a developer or a new partnership sees it."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from audits.sample import problems_in
from demo import lay_out_demo
from project import MACHINERY, PROJECT, PUBLICATION

if TYPE_CHECKING:
    from pathlib import Path


def test_a_full_publication(tmp_path: Path) -> None:
    """It passes the check, as it is the first time and again."""
    for _ in range(2):
        root = lay_out_demo(tmp_path / "demo")
        assert [one for one in problems_in(root) if "left out of the download" not in one] == []
        assert len(list((root / "posters").iterdir())) > 15


def test_edits_are_followed(tmp_path: Path) -> None:
    """Machinery, records and pages are those of the repository, and no copies."""
    root = lay_out_demo(tmp_path / "demo")
    for name in MACHINERY:
        assert (root / name).resolve() == PROJECT / name
    for name in ("content", "docs"):
        assert (root / name).resolve() == PUBLICATION / name


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize("demo", [True, False])
def test_the_command(demo: bool) -> None:
    """With DEMO=1 it is laid out and shown; without, nothing of it is touched."""
    command = ["make", "--dry-run", "serve", "--old-file=.venv/build", *(["DEMO=1"] if demo else [])]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=True)
    assert ("python -m demo" in done.stdout) == demo
    assert ("/.cache/demo/mkdocs.yml" in done.stdout) == demo
    assert "mkdocs serve" in done.stdout
