"""One built site for the site and the browser tests: the shipped content and some records made for tests."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PROJECT = Path(__file__).parents[1]
PARTS = ("mkdocs.yml", "docs", "content", "posters", "overrides", "hooks")
TRIAL = Path(__file__).parent / "site" / "trial"


def copy_project(to: Path) -> Path:
    """The project without its tests and caches, in the folder `to`."""
    to.mkdir(parents=True, exist_ok=True)
    for name in PARTS:
        part = PROJECT / name
        if part.is_dir():
            shutil.copytree(part, to / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(part, to / name)
    return to


def build(project: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A strict build of the project into its folder `site`."""
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="session")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the records of `site/trial` and the artwork that they name."""
    from site_artwork import write_artwork

    root = copy_project(tmp_path_factory.mktemp("project"))
    for record in TRIAL.glob("*.md"):
        shutil.copy(record, root / "content" / "audits")
    write_artwork(root / "posters")
    return root


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The built site's folder."""
    done = build(project)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "", "a strict build says nothing"
    return project / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are no part of a test's output."""


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served, with a slash at the end."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
