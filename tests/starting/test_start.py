"""`make publication`: a small, valid publication stands in the place of another, or nothing has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from audits.sample import ROOT
from publication.audits.catalogue import read_catalogue
from publication.build import check
from publication.cli.__main__ import main
from publication.cli.starting import places
from starting.samples import NAMES, files_in
from typing_editor import type_answers

if TYPE_CHECKING:
    from life.repository import Repository

LEAST = {"name": "Marches & Isles Partnership", "yes": "yes"}


def start(**given: str) -> int:
    """Run the command without a terminal."""
    return main(["publication", *(f"--{key.replace('_', '-')}={typed}" for key, typed in given.items())])


def test_in_place_of_another(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Only content, hand-written pages and posters are others; what was there is in git's history."""
    before = files_in(repository.root)
    assert start(**LEAST) == 0
    after = files_in(repository.root)
    said = capsys.readouterr()
    parts = ("content/", "docs/", "posters/")
    assert said.out.splitlines() == sorted(name for name in after if name.startswith(parts))
    assert {k: v for k, v in after.items() if not k.startswith(parts)} == {
        k: v for k, v in before.items() if not k.startswith(parts)
    }
    assert not any("wintermere" in name or "tarnside" in name for name in after)
    assert "make serve" in said.err
    assert "posters/README.md" in after
    repository.commit()
    assert "neglect-in-tarnside" in repository.git("show", "--stat", "HEAD^")
    assert list((repository.root / ".cache").glob("*publication-*")) == []
    assert list((repository.root / ".cache").glob("replaced-*")) == []


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_any_name(repository: Repository, name: str) -> None:
    """Whatever signs a name has, the publication is valid, and the name is that."""
    assert start(name=name, short_name="OWN", series=f"{name}; Other", committees=name, yes="yes") == 0
    catalogue, _, warnings = check(repository.root)
    assert warnings == []
    assert catalogue.publisher.name == name
    assert [one.title for one in catalogue.series] == [name, "Other"]
    assert [one.committees[0].name for one in catalogue.series] == [name, name]
    assert catalogue.vocabulary.acronyms["OWN"] == name


def test_what_stands_there(repository: Repository) -> None:
    """The answers, and what is proposed for the rest; one draft that shows every part of a record."""
    given = LEAST | {"email": "audits@example.org", "repository": "https://github.com/example/ours"}
    given |= {"series": "Joint audits; Section 11", "committees": "Quality; Practice", "deep": "5b2a66"}
    assert start(**given) == 0
    catalogue, _ = read_catalogue(repository.root)
    publisher = catalogue.publisher
    assert (publisher.short_name, publisher.site_name) == ("MIP", "Learning from audits")
    assert publisher.contact.email == "audits@example.org"
    assert publisher.addresses.repository == "https://github.com/example/ours"
    assert publisher.colours.deep == "#5b2a66"
    assert [(one.slug, one.committees[0].name) for one in catalogue.series] == [
        ("joint-audits", "Quality"),
        ("section-11", "Practice"),
    ]
    assert [audit.status for audit in catalogue.audits] == ["draft"]
    assert "WTSCB" not in catalogue.vocabulary.acronyms


@pytest.mark.parametrize("change", ["content/audits/neglect-in-tarnside.md", "hooks/new.py"])
def test_uncommitted_work_is_never_lost(
    repository: Repository, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    """With work that git has not got, in a file that it knows or in a new one, nothing is replaced."""
    (repository.root / change).write_text("Work.\n", "utf-8")
    before = files_in(repository.root)
    assert start(**LEAST) == 2
    said = capsys.readouterr().err
    assert f"There is work here that is not committed: {change}." in said
    assert "FOLDER=../our-audits" in said
    assert files_in(repository.root) == before


def test_without_history(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """What was downloaded as a ZIP file could not be brought back: it is not replaced."""
    shutil.rmtree(repository.root / ".git")
    before = files_in(repository.root)
    assert start(**LEAST) == 2
    assert "has no history" in capsys.readouterr().err
    assert files_in(repository.root) == before


def test_nobody_said_yes(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal to ask in, leave has to be given."""
    before = files_in(repository.root)
    assert start(name="Marches Partnership") == 2
    said = capsys.readouterr().err
    assert "the publication of Wintermere & Tarnside Safeguarding Children Partnership: 7 files" in said
    assert "YES=yes" in said
    assert files_in(repository.root) == before


@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("has_git", [True, False])
def test_in_a_folder_of_its_own(repository: Repository, *, is_there: bool, has_git: bool) -> None:
    """The machinery is copied, the publication before is not; here nothing changes, and nobody is asked."""
    (repository.root / "hooks/__pycache__").mkdir(exist_ok=True)
    (repository.root / "hooks/__pycache__/x.pyc").touch()
    (repository.root / "content/uncommitted.md").touch()
    folder = repository.root.parent / "our audits"
    if is_there:
        folder.mkdir()
    if not has_git:
        shutil.rmtree(repository.root / ".git")
    before = files_in(repository.root)
    assert start(name="Marches Partnership", folder=str(folder)) == 0
    assert files_in(repository.root) == before
    made = files_in(folder)
    assert not any("wintermere" in name or "tarnside" in name or "uncommitted" in name for name in made)
    assert not any("__pycache__" in name for name in made)
    same = {k for k in before if not k.startswith(("content/", "docs/", "posters/", "hooks/__pycache__"))}
    assert same <= set(made)
    assert check(folder)[0].publisher.name == "Marches Partnership"


def test_a_folder_that_is_not_empty(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Nor one inside the project: nothing there is touched."""
    (repository.root.parent / "full").mkdir()
    (repository.root.parent / "full/theirs.txt").write_text("theirs", "utf-8")
    assert start(name="Marches", folder="../full") == 2
    assert start(name="Marches", folder="docs/ours") == 2
    said = capsys.readouterr().err
    assert "There are files in" in said
    assert "is inside this project" in said
    assert not (repository.root / "docs/ours").exists()


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"deep": "#5d9aa0"}, "DEEP: '#5d9aa0' is too light for white text on it: the contrast is 3.0, and "
                              'AAA asks for 7. Write: "#34565a"'),
        ({"accent": "#aa0000"}, "ACCENT: '#aa0000' is too dark for dark text on it"),
        ({"deep": "teal"}, "DEEP: '#teal' is not a colour."),
        ({"site": "ours.example"}, "SITE: 'ours.example' is not a whole address."),
        ({"email": "audits"}, "EMAIL: 'audits' is not an e-mail address."),
        ({"name": "a < b"}, "NAME: 'name' has a '<' in it. Use words instead."),
        ({"series": "A; a"}, "SERIES: two series have the same name."),
        ({"series": "A; B; C", "committees": "A; B"}, "COMMITTEES: there are 3 series, and committees for 2"),
    ],
)  # fmt: skip
def test_what_is_wrong(
    repository: Repository, capsys: pytest.CaptureFixture[str], wrong: dict[str, str], said: str
) -> None:
    """Each problem behind the option that it comes from, in the words of the check; nothing is written."""
    before = files_in(repository.root)
    assert start(**LEAST | wrong) == 1
    assert f"Nothing was written.\nTo be mended:\n{said}" in capsys.readouterr().err
    assert files_in(repository.root) == before


def test_what_is_missing(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Only the name cannot be proposed."""
    assert start(yes="yes") == 2
    said = capsys.readouterr().err
    assert "NAME: What is your partnership called?" in said
    assert said.count("?") == 2, "its short name follows from it"


@pytest.mark.parametrize("failing", ["content", "docs", "posters"])
@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_all_or_nothing(
    repository: Repository, monkeypatch: pytest.MonkeyPatch, failing: str, error: BaseException
) -> None:
    """A full disk or Ctrl+C at any of the parts leaves the publication that was there, whole."""
    before = files_in(repository.root)
    rename = Path.rename

    def failing_rename(path: Path, target: Path) -> Path:
        if Path(target) == repository.root / failing and "replaced-" not in str(path):
            raise error
        return rename(path, target)

    monkeypatch.setattr(places.Path, "rename", failing_rename)
    assert start(**LEAST) == 2
    assert files_in(repository.root) == before


def test_what_still_names_the_one_before(repository: Repository, capsys: pytest.CaptureFixture[str]) -> None:
    """Files of the machinery are nobody's to rewrite unasked; each is named with its line."""
    (repository.root / "NOTES.md").write_text("One.\nOf the WTSCB.\n", "utf-8")
    repository.commit()
    assert start(**LEAST) == 0
    assert "NOTES.md:2: warning: has 'WTSCB' in it." in capsys.readouterr().err


IN_TERMINAL = """
import fcntl, runpy, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.argv = ["make publication", "publication"]
runpy.run_module("publication.cli", run_name="__main__")
"""


def in_terminal(*answers: str) -> tuple[int, str]:
    """The command in a terminal, each answer typed when asked for; its exit code, and all that it showed."""
    return type_answers(
        [sys.executable, "-c", IN_TERMINAL], answers, {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    )


def test_in_a_terminal(repository: Repository) -> None:
    """Somebody types, takes the better shade that is proposed, presses Enter for the rest, and says yes."""
    code, shown = in_terminal(
        "Partneriaeth Diogelu Plant Dyffryn Ŵyn\n", "\n", "\n", "https://ours.example\n", "\n", "\n",
        "#1d70b8\n", "\n", "\n", "\n", "\n", "yes\n",
    )  # fmt: skip
    assert code == 0, shown
    assert "Press Enter for PDPDŴ." in shown
    assert 'asks for 7. Write: "#16548a"\nPress Enter for #16548a.' in shown
    catalogue, _, warnings = check(repository.root)
    assert warnings == []
    assert catalogue.publisher.colours.deep == "#16548a"
    assert catalogue.publisher.addresses.site == "https://ours.example/"


@pytest.mark.parametrize("last", ["\n", "no\n", "\x03", "\x04"])
def test_somebody_who_stops(repository: Repository, last: str) -> None:
    """At the question itself, too: nothing has changed."""
    before = files_in(repository.root)
    code, shown = in_terminal("Ours\n", *["\n"] * 9, last)
    assert code == 2
    assert "Stopped. Nothing was written." in shown
    assert "Traceback" not in shown
    assert files_in(repository.root) == before


def test_make_hands_over_what_was_typed(repository: Repository) -> None:
    """Quotation marks and dollar signs as they are; a NAME in somebody's environment is not the answer."""
    shutil.copy(ROOT / "Makefile", ".")
    repository.commit()
    call = ["make", "--old-file=.venv/build", f"BIN={Path(sys.executable).parent}", "publication"]
    environment = {**os.environ, "NAME": "computer-17"}
    options = {"capture_output": True, "text": True, "check": False, "stdin": subprocess.DEVNULL}
    done = subprocess.run(call, env=environment, **options)  # type: ignore[call-overload]
    assert "NAME: What is your partnership called?" in done.stderr
    call += ['NAME=St Aelwyd\'s & "$5"', "YES=yes"]
    done = subprocess.run(call, env=environment, **options)  # type: ignore[call-overload]
    assert done.returncode == 0, done.stderr
    assert read_catalogue(repository.root)[0].publisher.name == 'St Aelwyd\'s & "$5"'
