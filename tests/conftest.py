"""One built site, of the publication for tests unless another is asked for, and one browser to read it."""

from __future__ import annotations

import functools
import http.server
import signal
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, expect, sync_playwright

from project import PUBLICATION, build, draw_posters, lay_out
from publication.checks.tools import BROWSER_OPTIONS, chromium
from timing import BROWSER_PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

# A shell that starts tests in the background has them ignore Ctrl+C, and all that they start and end by it.
signal.signal(signal.SIGINT, signal.default_int_handler)

expect.set_options(timeout=BROWSER_PATIENCE)

# How long a property may take is the machine's affair: a busy one must not fail a test.
settings.register_profile("steady", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--publication FOLDER`: whose pages are tested. Only tests of accessibility fit any publication."""
    parser.addoption("--publication", metavar="FOLDER", type=Path, default=PUBLICATION)


@pytest.fixture(scope="session")
def project(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A project with the publication, built into its `site`.

    Where tests run in several processes, the first that asks builds it for all.
    """
    base = tmp_path_factory.getbasetemp()
    root = (base if worker_id == "master" else base.parent) / "project"
    with FileLock(f"{root}.lock"):
        if not root.is_dir():
            publication = request.config.getoption("--publication").resolve()
            lay_out(root, publication)
            if publication == PUBLICATION:
                draw_posters(root)
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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium as the system has it: no browser is downloaded."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(BROWSER_OPTIONS))
        yield browser
        browser.close()
