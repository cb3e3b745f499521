"""One built site, of the shipped content and some records made for tests, and one browser to read it with."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

# A shell that starts tests in the background has them ignore Ctrl+C, and all that they start and end by it.
signal.signal(signal.SIGINT, signal.default_int_handler)

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


def trial_project(to: Path) -> Path:
    """The project with the records of `site/trial` and the artwork that they name, in the folder `to`."""
    from site_artwork import write_artwork

    copy_project(to)
    for record in TRIAL.glob("*.md"):
        shutil.copy(record, to / "content" / "audits")
    write_artwork(to / "posters")
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
def project(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The project with the records of `site/trial` and the artwork that they name, built into its `site`.

    Where tests run in several processes, the first that asks builds it for all.
    """
    base = tmp_path_factory.getbasetemp()
    root = (base if worker_id == "master" else base.parent) / "trial"
    with FileLock(f"{root}.lock"):
        if not root.is_dir():
            trial_project(root)
            done = build(root)
            (root / "said.txt").write_text(done.stdout + done.stderr, "utf-8")
    return root


@pytest.fixture(scope="session")
def site(project: Path) -> Path:
    """The built site's folder."""
    assert (project / "said.txt").read_text("utf-8") == "", "a strict build says nothing"
    assert (project / "site/index.html").is_file()
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


OPTIONS = [
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox does not start
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def chromium() -> str:
    """The program of the system's Chromium; the one without a window is a fifth faster."""
    names = ("chromium-headless-shell", "chromium", "google-chrome")
    return next(filter(None, map(shutil.which, names)))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it: no browser is downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=OPTIONS)
        yield browser
        browser.close()
