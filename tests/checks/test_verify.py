"""`make verify`, as it is called."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checks.small_site import change
from publication.cli.__main__ import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def there(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the project's folder, on the day and at the address of its site, without programs of others."""
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772323200")  # 1 March 2026
    monkeypatch.setenv("SITE_URL", "https://audits.example/learning")
    monkeypatch.setattr("shutil.which", lambda _: None)


def test_a_right_site(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing on standard output, and a closing line."""
    assert main(["verify"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "21 pages held to 20 rules: 0 errors to mend" in said.err


def test_a_fault(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each at its record, for people and for GitHub; and what to do, once."""
    change(root, "site/sitemap.xml", "audits/missing/", "audits/neglect/")
    assert main(["verify"]) == 1
    said = capsys.readouterr()
    told = "'Missing from home' is coming soon and has no line in the sitemap at /sitemap.xml."
    assert said.out == f"content/audits/missing.md:4: {told}\n"
    assert said.err.count("make build") == 1
    assert main(["verify", "--format", "github"]) == 1
    assert capsys.readouterr().out == f"::error file=content/audits/missing.md,line=4,col=1::{told}\n"
    assert main(["verify", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)[0]["line"] == 4


def test_the_day_counts(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A site that was built before an embargo ended lacks the record after it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782864000")  # 1 July 2026
    assert main(["verify"]) == 1
    assert (
        "content/audits/summer.md:2: has no page on the site, at /audits/summer/." in capsys.readouterr().out
    )


def test_another_folder(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Any site of the project; one that is not there is told how to be made."""
    (root / "site").rename(root / "elsewhere")
    assert main(["verify", "--site", "elsewhere"]) == 0
    assert main(["verify"]) == 2
    assert capsys.readouterr().err.endswith("There is no site in site. Build it first: make build\n")


def test_records_with_mistakes(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No site can be held to them: the check comes first."""
    change(root, "content/audits/missing.md", "[missing]", "[mising]")
    assert main(["verify"]) == 1
    assert (
        "1 to mend before the site can be verified. Each, with its line: make check"
        in capsys.readouterr().err
    )


def test_another_address(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """One problem, not one for each address on the site."""
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/")
    assert main(["verify"]) == 1
    assert capsys.readouterr().out.startswith(
        "site/index.html: was built for https://audits.example/learning/, and is verified for "
        "https://elsewhere.example/."
    )


def test_no_history_to_compare_with(capsys: pytest.CaptureFixture[str]) -> None:
    """Without it there is no knowing which pages change."""
    assert main(["verify", "--base", "main"]) == 2
    assert "This folder has no history to compare with" in capsys.readouterr().err
