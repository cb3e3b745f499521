"""The snippets for Visual Studio Code offer what a record may say, and give records that are valid."""

from __future__ import annotations

import json
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from project import PROJECT
from publication.audits.catalogue import read_catalogue

if TYPE_CHECKING:
    from pathlib import Path

SNIPPETS = json.loads((PROJECT / ".vscode/audits.code-snippets").read_text("utf-8"))
CHOICE = re.compile(r"\$\{\d+\|([^|]*)\|\}")


def filled(body: list[str]) -> str:
    """What stands in the file if every default is kept and every first choice taken."""
    text = CHOICE.sub(lambda found: found[1].split(",")[0], "\n".join(body))
    return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)


def choices(name: str, key: str) -> list[str]:
    """What the snippet offers at this key."""
    line = next(line for line in SNIPPETS[name]["body"] if line.startswith(f"{key}:"))
    found = CHOICE.search(line)
    assert found
    return found[1].split(",")


@pytest.mark.parametrize("name", [name for name, one in SNIPPETS.items() if one["body"][0] == "---"])
def test_a_filled_snippet_is_a_valid_record(name: str, tmp_path: Path) -> None:
    """Saved as it comes, each snippet of a whole record has nothing to mend."""
    shutil.copytree(PROJECT / "content", tmp_path / "content")
    shutil.rmtree(tmp_path / "content/audits")
    (tmp_path / "content/audits").mkdir()
    (tmp_path / "content/audits/new.md").write_text(filled(SNIPPETS[name]["body"]), "utf-8")
    catalogue, problems = read_catalogue(tmp_path)
    assert [audit.slug for audit in catalogue.audits] == ["new"]
    assert [problem for problem in problems if problem.file.startswith("content/audits")] == []


@pytest.mark.parametrize("name", ["A published audit", "An audit that is coming soon"])
def test_snippets_offer_what_there_is(name: str) -> None:
    """Series and topics are those of the content: one that is added there is added here."""
    catalogue, _ = read_catalogue(PROJECT)
    assert choices(name, "series") == sorted(series.slug for series in catalogue.series)
    assert choices(name, "topics") == list(catalogue.vocabulary.topics)
