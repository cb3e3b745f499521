"""The editors' commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audits.sample import RECORD, make_project
from publication.cli import main

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one record, in whose folder the command runs."""
    root = make_project(tmp_path)
    (root / "content/audits/neglect.md").write_text(RECORD, "utf-8")
    monkeypatch.chdir(root)
    return root


def test_nothing_to_mend(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All is well: 0, and what was looked at."""
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "1 record: nothing to mend.\n"


def test_something_to_mend(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1, all problems sorted by file and line, one a line, and how many there are."""
    bad = RECORD.replace("2018/19", "2018/20").replace("[neglect]", "[neglct]")
    text = "\n".join(f"## Nothing {n}" for n in range(2)) + "\n"
    (root / "content/audits/neglect.md").write_text(f"{bad}\n{text}", "utf-8")
    (root / "content/audits/b.md").write_text("Words.\n", "utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert [line.split(": ")[0] for line in said.out.splitlines()] == [
        "content/audits/b.md:1",
        "content/audits/neglect.md:5",
        "content/audits/neglect.md:6",
        "content/audits/neglect.md:11",
        "content/audits/neglect.md:12",
    ]
    assert said.err == "5 to mend.\n"


def test_problems_for_github(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pull request shows each problem at its line; a problem of a whole file stands at the first."""
    (root / "content/audits/b.md").write_text(RECORD.replace("Neglect", "100"), "utf-8")
    (root / "content/audits/c.txt").touch()
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::error file=content/audits/b.md,line=2::'100' would be read as a number. "
        'Put quotation marks around it: "100"',
        "::error file=content/audits/c.txt,line=1::is not a record: its name must end in .md",
    ]


def test_not_in_the_projects_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """2, and where to run it."""
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "Run this in the project's folder, where mkdocs.yml is.\n"


@pytest.mark.parametrize("arguments", [[], ["publish"], ["check", "more"]])
def test_unknown_command(root: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """2, and how to call it."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2
    assert "usage: python -m publication.cli" in capsys.readouterr().err
