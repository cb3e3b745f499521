"""A page that is not valid HTML is told at the line of its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.small_site import change, put, said, subject
from publication.checks import rules, tools, validity
from publication.checks.tools import MissingToolError, ToolError

if TYPE_CHECKING:
    from pathlib import Path


def test_a_mistake_is_told_where_it_was_written(root: Path) -> None:
    """With the page, its line and what is wrong."""
    if not validity.has_java():
        pytest.skip("there is no Java here")
    put(root, "docs/data.md", "# Data\n\nA heron.\n\n<ul><p>Beside the long pond</p></ul>\n")
    change(root, "site/data/index.html", "<main", "<ul><p>Beside the long pond</p></ul>\n<main")
    [told] = [one for one in said(validity.every_page_is_valid, root) if "docs/data.md" in one]
    assert told.startswith("docs/data.md:5: its page /data/ is not valid HTML, in its line 8: ")
    assert "not allowed as child" in told


def test_a_program_that_is_not_installed_is_said_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was left out is told, and how to have it; all other rules are held to."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    told: list[str] = []
    assert rules.hold(subject(root), told.append) == []
    assert sorted(told) == [
        "HTML was not checked: install Java 17 (sudo apt-get install default-jre-headless)",
        "No page was looked at in a browser: install Chromium (tests/install-browser)",
    ]


def test_a_program_that_does_not_run_is_no_success(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too old a Java, or no checker: the reason is said, and nothing is said to be valid."""
    if not validity.has_java():
        pytest.skip("there is no Java here")
    monkeypatch.setattr(validity, "CHECKER", root / "none.jar")
    with pytest.raises(ToolError, match=r"none\.jar"):
        list(validity.every_page_is_valid(subject(root)))


def test_a_folder_without_pages_is_no_success(tmp_path: Path) -> None:
    """Nothing was looked at."""
    with pytest.raises(ToolError, match="There is no page"):
        validity.html_errors(tmp_path)


def test_a_browser_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told from one that fails."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(MissingToolError):
        tools.chromium()
