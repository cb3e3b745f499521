"""Each text of a publication is guarded; what is found is quoted at the editor's own terminal only."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from audits.sample import RECORD, make_project
from publication.audits.catalogue import read_catalogue
from publication.audits.publisher import Contact
from publication.cli import check as command
from publication.guard.check import guard, personal_data
from publication.guard.passage import Passage
from publication.guard.rules import Rules
from publication.posters.artwork import Artwork

if TYPE_CHECKING:
    from pathlib import Path

NUMBER = "07700 900461"


def project(folder: Path, words: str, facts: str = "") -> Path:
    """A project of one record with these words, and with these lines in its front matter."""
    root = make_project(folder)
    text = RECORD.replace("topics: [neglect]\n", f"topics: [neglect]\n{facts}")
    (root / "content/audits/neglect.md").write_text(f"{text}\n{words}\n", "utf-8")
    return root


def said(root: Path, kind: str, capsys: pytest.CaptureFixture[str]) -> str:
    """What `make check` prints in a format."""
    command.run(root, argparse.Namespace(format=kind))
    printed = capsys.readouterr()
    return printed.out + printed.err


def test_the_terminal_of_the_editor_shows_what_is_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody else reads there."""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert f"It reads: '{NUMBER}'" in said(project(tmp_path, f"Ring {NUMBER}."), "plain", capsys)


@pytest.mark.parametrize(("kind", "service"), [("plain", True), ("github", False), ("json", False)])
def test_nothing_found_is_quoted_in_public(
    kind: str,
    service: bool,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Logs of services, annotations and data are read by all."""
    monkeypatch.setenv("CI", "true") if service else monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    told = said(project(tmp_path, f"Ring {NUMBER}."), kind, capsys)
    assert "telephone number" in told
    assert NUMBER not in told


def test_each_finding_has_its_line_and_column(tmp_path: Path) -> None:
    """An annotation stands where the words stand."""
    root = project(tmp_path, f"Ring {NUMBER}.")
    found = guard(root, read_catalogue(root)[0], {})
    assert [(one.file, one.line, one.column) for one in found] == [("content/audits/neglect.md", 11, 6)]


def test_allowed_words_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Who reads a check sees what was let pass, by whom and why."""
    facts = f"allow: [{{words: '{NUMBER}', by: Quality auditor, why: The office of the partnership.}}]\n"
    told = said(project(tmp_path, f"Ring {NUMBER}.", facts), "plain", capsys)
    assert f"allowed by Quality auditor: '{NUMBER}'. The office of the partnership." in told
    assert "0 errors to mend" in told


def artwork(folder: Path, *pages: str) -> Artwork:
    """A poster with these words on its pages."""
    return Artwork(folder / "neglect.pdf", "pdf", "0", 1, (), pages, None, (), ())


def test_words_of_posters_are_guarded_at_the_line_that_names_them(tmp_path: Path) -> None:
    """A poster has no lines; its record has."""
    root = project(tmp_path, "", "poster: neglect.pdf\n")
    catalogue, _ = read_catalogue(root)
    found = guard(root, catalogue, {"neglect": artwork(tmp_path, "Neglect", f"Ring\n{NUMBER}")})
    assert [(one.line, one.message.split(":")[0]) for one in found] == [(7, "'neglect.pdf', page 2")]


def test_allowed_words_of_a_record_are_allowed_on_its_poster(tmp_path: Path) -> None:
    """One waiver is for all texts of an audit."""
    facts = f"poster: neglect.pdf\nallow: [{{words: '{NUMBER}', by: Quality auditor, why: Our office.}}]\n"
    root = project(tmp_path, "", facts)
    catalogue, _ = read_catalogue(root)
    assert guard(root, catalogue, {"neglect": artwork(tmp_path, f"Ring {NUMBER}")}) == []


def test_the_contacts_of_the_publisher_are_allowed(tmp_path: Path) -> None:
    """Whom `content/publication.yml` names as the contact may stand on any page."""
    root = project(tmp_path, f"Ask Tamsin Inventworth, {NUMBER}.")
    catalogue, _ = read_catalogue(root)
    assert len(guard(root, catalogue, {})) == 2
    contact = Contact(name="Tamsin Inventworth", telephone=NUMBER)
    publisher = catalogue.publisher.model_copy(update={"contact": contact})
    assert guard(root, replace(catalogue, publisher=publisher), {}) == []


def test_part_of_allowed_words_allows_no_more() -> None:
    """`Clare's Law` allows the law, and nobody of that name."""
    text = Passage("x", "Clare's Law was used. Her sister Clare was not asked.", "record")
    assert [one.column for one in personal_data([text], Rules())] == [34]


def test_the_same_words_are_told_once() -> None:
    """A name that is there ten times is one thing to mend."""
    text = Passage("x", "Callum said so. " * 10, "record")
    (problem,) = personal_data([text], Rules())
    assert "It is here 10 times." in problem.message
