"""One tab for all states of a kind of page, and the report that `--accessibility-report` writes."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from accessibility.kinds import kinds_of
from accessibility.report import Check, report_of, write_report
from accessibility.states import Visit
from publication.audits.publisher import read_publisher
from publication.checks import axe
from publication.checks.tools import chromium
from publication.checks.validity import CHECKER

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def visit(browser: Browser, address: str, site: Path) -> Iterator[Visit]:
    """`visit.to("finder", state)` is the page in that state."""
    visit = Visit(browser, address, kinds_of(site))
    yield visit
    visit.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accessibility-report FOLDER`."""
    parser.addoption("--accessibility-report", metavar="FOLDER", help="write what was found into this folder")


def pytest_configure(config: pytest.Config) -> None:
    """The process that collects all outcomes writes the report; the others only run tests."""
    folder = config.getoption("--accessibility-report")
    if folder and not hasattr(config, "workerinput"):
        recorder = Recorder(Path(folder), config.getoption("--publication"))
        config.pluginmanager.register(recorder, "accessibility-report")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What the report says of a test travels with its outcome, and so does a picture of what failed."""
    report = yield
    if call.when == "call" and isinstance(item, pytest.Function):
        report.user_properties.append(("group", first_line(item.module.__doc__)))
        report.user_properties.append(("sentence", first_line(item.function.__doc__)))
        folder = item.config.getoption("--accessibility-report")
        visit = item.funcargs.get("visit")
        if folder and report.failed and isinstance(visit, Visit) and visit.page:
            name = re.sub(r"[^a-z0-9]+", "-", item.name.lower()).strip("-") + ".png"
            visit.page.screenshot(path=Path(folder, name))
            report.user_properties.append(("screenshot", name))
    return report


def first_line(docstring: str | None) -> str:
    """The summary of a docstring."""
    return (docstring or "").strip().partition("\n")[0]


class Recorder:
    """Keeps each outcome, and writes the report when all tests have run."""

    def __init__(self, folder: Path, publication: Path) -> None:
        self._folder = folder
        self._publication = publication
        self._checks: list[Check] = []
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test counts once: when it was called, or could not be."""
        if report.when != "call" and not (report.when == "setup" and not report.passed):
            return
        told: dict[str, Any] = dict(report.user_properties)
        detail = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longreprtext
        self._checks.append(
            Check(
                group=told.pop("group", report.nodeid),
                sentence=told.pop("sentence", report.nodeid),
                case=report.nodeid.partition("[")[2].removesuffix("]"),
                outcome=report.outcome,
                detail=detail,
                screenshot=told.pop("screenshot", ""),
                found=told,
            )
        )

    def pytest_sessionfinish(self) -> None:
        """All tests have run."""
        today = dt.datetime.now(dt.UTC).date().isoformat()
        publisher, _ = read_publisher(self._publication)
        assert publisher, "make check says what is wrong"
        write_report(self._folder, report_of(self._checks, on=today, tools=tools(), of=publisher))


def tools() -> dict[str, str]:
    """The versions that the run was made with."""
    said = subprocess.run([chromium(), "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+(\.\d+)+", said)
    checker = json.loads((CHECKER.parents[2] / "package.json").read_text("utf-8"))["version"]
    return {
        "axe-core": axe.version(),
        "Chromium": found[0] if found else said.strip(),
        "Nu HTML checker": checker,
    }
