"""What is quoted from a poster is for whoever has the file, and never in what others can read."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from publication.audits.problem import Problem
from publication.cli import check

PROBLEM = Problem("content/audits/x.md", 4, "Words lie under a box on page 1.", private="They say: 'Robin'.")


@pytest.fixture
def report(monkeypatch, tmp_path, capsys):
    """Runs the check as it would report PROBLEM."""
    (tmp_path / check.FOLDER).mkdir(parents=True)
    monkeypatch.setattr(check, "check", lambda *_: (SimpleNamespace(audits=()), {}, [PROBLEM]))
    monkeypatch.setattr(check, "untidy", lambda _: [])

    def run(kind: str, *, is_terminal: bool, ci: str = "") -> str:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal, raising=False)
        monkeypatch.setenv("CI", ci)
        check.run(tmp_path, argparse.Namespace(format=kind))
        return capsys.readouterr().out

    return run


def test_words_are_quoted_in_a_local_terminal(report):
    """The editor reads which words, after what is wrong and where."""
    assert report("plain", is_terminal=True) == f"{PROBLEM} They say: 'Robin'.\n"


@pytest.mark.parametrize("kind", ["plain", "github", "json"])
def test_words_are_quoted_nowhere_else(report, kind):
    """A log, an annotation and a program's report give page, place and kind, and not the words."""
    for is_terminal, ci in ((False, ""), (True, "true")):
        said = report(kind, is_terminal=is_terminal, ci=ci)
        assert "under a box on page 1" in said
        assert "Robin" not in said


def test_a_problem_in_words_is_without_them():
    """However else a problem is printed, by a build or in a preview, the words are not in it."""
    assert "Robin" not in str(PROBLEM)
    assert "Robin" not in str(replace(PROBLEM, is_warning=True))
