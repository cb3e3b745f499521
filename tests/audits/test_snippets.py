"""The snippets for Visual Studio Code give valid records, and hold no list that an editor could outgrow."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from audits.sample import ROOT, make_project, problems_in
from publication.audits.statuses import ACTION_STATUSES

if TYPE_CHECKING:
    from pathlib import Path

SNIPPETS = json.loads((ROOT / ".vscode/audits.code-snippets").read_text("utf-8"))
RECORDS = [name for name, one in SNIPPETS.items() if one["body"][0] == "---"]
CHOICE = re.compile(r"\$\{\d+\|([^|]*)\|\}")


def filled(name: str, **answers: str) -> str:
    """What stands in the file if every placeholder is kept, but for these fields."""
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", "\n".join(SNIPPETS[name]["body"]))
    for key, value in answers.items():
        text = re.sub(rf"(?m)^{key}: .*", f"{key}: {value}", text)
    return text


@pytest.mark.parametrize("name", RECORDS)
def test_a_filled_snippet_is_a_valid_record(name: str, tmp_path: Path) -> None:
    """With a series and a topic of the project, each snippet of a whole record has nothing to mend."""
    root = make_project(tmp_path)
    text = filled(name, series="multi-agency", topics="[neglect]")
    (root / "content/audits/new.md").write_text(text, "utf-8")
    assert [one for one in problems_in(root) if "this is text of the template" not in one] == []


@pytest.mark.parametrize("name", RECORDS)
def test_what_was_not_filled_is_told_with_what_there_is(name: str, tmp_path: Path) -> None:
    """The check names the series and the topics of the day, so that no snippet has to."""
    root = make_project(tmp_path)
    (root / "content/audits/new.md").write_text(filled(name), "utf-8")
    [series, topics] = [one for one in problems_in(root) if ": warning: " not in one]
    assert series.endswith(" is not a series. Use one of: multi-agency.")
    assert " is not a topic. Use one of: neglect, " in topics


def test_only_the_machinerys_own_words_are_offered() -> None:
    """A new series, topic or agency needs no edit here: choices are of words that developers add."""
    offered = {choice for choices in CHOICE.findall(json.dumps(SNIPPETS)) for choice in choices.split(",")}
    assert offered == set(ACTION_STATUSES)
