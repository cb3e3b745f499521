"""The editors' commands."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest
from PIL import ImageDraw

from audits.sample import RECORD, make_project
from posters import samples
from publication.cli.__main__ import main

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
    """All is well: 0, nothing to read, and how many there are of each kind."""
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == "0 errors to mend, 0 warnings.\n"


def test_something_to_mend(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1, all problems sorted by file and line, one a line, and how many there are."""
    bad = RECORD.replace("2018/19", "2018/20").replace("[neglect]", "[neglct]")
    text = "\n\n".join(f"## Nothing {n}" for n in range(2)) + "\n"
    (root / "content/audits/neglect.md").write_text(f"{bad}\n{text}", "utf-8")
    (root / "content/audits/b.md").write_text("Words.\n", "utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr()
    assert [line.split(": ")[0] for line in said.out.splitlines()] == [
        "content/audits/b.md:1",
        "content/audits/neglect.md:5",
        "content/audits/neglect.md:6",
        "content/audits/neglect.md:11",
        "content/audits/neglect.md:13",
    ]
    assert said.err == "5 errors to mend, 0 warnings.\n"


def test_problems_for_github(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A pull request shows each problem at its line; a problem of a whole file stands at the first."""
    (root / "content/audits/b.md").write_text(RECORD.replace("Neglect", "100"), "utf-8")
    (root / "content/audits/c.txt").touch()
    assert main(["check", "--format", "github"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "::error file=content/audits/b.md,line=2,col=1::'100' would be read as a number. "
        'Put quotation marks around it: "100"',
        "::error file=content/audits/c.txt,line=1::is not a record: its name must end in .md",
    ]


UNTIDY = RECORD.replace("title: Neglect", "title: 'Neglect' # a note").replace("2018/19", "'2018/2019'")


def test_problems_for_programs(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Standard output is a list of objects and nothing else; what is not known of a place is left out."""
    assert main(["check", "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []
    (root / "content/audits/b.md").write_text(UNTIDY, "utf-8")
    (root / "content/audits/c.txt").touch()
    assert main(["check", "--format", "json"]) == 1
    warning, error, whole_file = json.loads(capsys.readouterr().out)
    assert {"file": "content/audits/b.md", "line": 2, "kind": "warning"}.items() <= warning.items()
    assert {"file": "content/audits/b.md", "line": 5, "column": 1, "kind": "error"}.items() <= error.items()
    assert error["message"].startswith("'2018/2019' is not a period.")
    assert whole_file.keys() == {"file", "kind", "message"}


def test_warnings_alone_are_no_failure(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A record that is not in its normal form is named, with the command that mends it."""
    (root / "content/audits/neglect.md").write_text(RECORD.replace("2018/19", '"2018/19"'), "utf-8")
    assert main(["check"]) == 0
    said = capsys.readouterr()
    assert said.out == (
        "content/audits/neglect.md:5: warning: is not in its normal form (quotation marks). "
        "To put it right without changing a word, run: make fix\n"
    )
    assert said.err == "0 errors to mend, 1 warning.\n"
    assert main(["fix"]) == 0
    assert main(["check"]) == 0
    assert capsys.readouterr().err.endswith("0 errors to mend, 0 warnings.\n")


@pytest.mark.parametrize("gone", ["content/audits"])
def test_what_the_check_needs_is_gone(gone: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2, and what to put back."""
    path = root / gone
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    assert main(["check", "--format", "json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert gone in said.err
    assert "Put it back" in said.err


def test_records_are_put_into_their_normal_form(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each changed file is named with what changed in it; a second run has nothing to do."""
    (root / "content/audits/b.md").write_bytes(UNTIDY.replace("\n", "\r\n").encode("utf-8"))
    assert main(["fix"]) == 0
    said = capsys.readouterr()
    assert said.out == "content/audits/b.md: line ends, dates, quotation marks\n"
    assert said.err == "3 files: 1 changed.\n"
    tidy = RECORD.replace("title: Neglect", "title: 'Neglect'  # a note")
    assert (root / "content/audits/b.md").read_bytes().decode("utf-8") == tidy
    assert main(["fix"]) == 0
    assert capsys.readouterr().out == ""


def test_one_record_is_put_into_its_normal_form(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others stay as they are; a wrong name gets the nearest."""
    for name in ("b", "neglect"):
        (root / f"content/audits/{name}.md").write_text(UNTIDY, "utf-8")
    assert main(["fix", "neglect"]) == 0
    assert (root / "content/audits/b.md").read_text("utf-8") == UNTIDY
    assert (root / "content/audits/neglect.md").read_text("utf-8") != UNTIDY
    assert main(["fix", "neglct"]) == 2
    assert "Did you mean 'neglect'?" in capsys.readouterr().err


def test_what_cannot_be_read_stays_as_it_is(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1, its file and line, and not a sign of it changed; the others are mended all the same."""
    broken = UNTIDY.replace("title: ", "title: a: ")
    (root / "content/audits/b.md").write_text(broken, "utf-8")
    (root / "content/audits/neglect.md").write_text(UNTIDY, "utf-8")
    assert main(["fix"]) == 1
    said = capsys.readouterr()
    assert said.out.startswith("content/audits/neglect.md: ")
    assert "content/audits/b.md:2: this cannot be read" in said.err
    assert said.err.endswith("3 files: 1 changed, 1 left as they were.\n")
    assert (root / "content/audits/b.md").read_text("utf-8") == broken


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


def with_poster(root: Path, name: str, data: bytes) -> Path:
    """The project's record, now with artwork."""
    (root / "posters").mkdir(exist_ok=True)
    (root / "posters" / name).write_bytes(data)
    record = root / "content/audits/neglect.md"
    record.write_text(RECORD.replace("\n---\n", f"\nposter: {name}\n---\n", 1), "utf-8")
    return record


def test_what_cleaning_removes_is_listed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The editor learns what the published file will lack; the file itself stays as it was."""
    data = samples.laden_pdf()
    with_poster(root, "neglect.pdf", data)
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "posters/neglect.pdf: left out of the download: " in said
    assert "Ada Author" in said
    assert (root / "posters/neglect.pdf").read_bytes() == data


def test_artwork_without_words_is_a_problem(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The message says how to supply them."""
    with_poster(root, "neglect.png", samples.png())
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "'neglect.png' has no text that can be read out." in said
    assert "make transcript AUDIT=neglect" in said


def test_a_transcript_is_drafted_into_the_record(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The words of the PDF become `poster_text`; every other sign stays, and a second run changes nothing."""
    record = with_poster(root, "neglect.pdf", samples.pdf(words="Neglect is seen\nlate"))
    before = record.read_text("utf-8")
    assert main(["transcript", "neglect"]) == 0
    after = record.read_text("utf-8")
    added = "poster_text: |\n  Neglect is seen late\n"
    assert added in after
    assert after.replace(added, "") == before
    assert main(["check"]) == 0
    capsys.readouterr()
    assert main(["transcript", "neglect"]) == 1
    assert "has 'poster_text' already" in capsys.readouterr().err
    assert record.read_text("utf-8") == after


def test_a_transcript_without_tesseract(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A picture's words need Tesseract; where it is not installed, a line says how to get it."""
    record = with_poster(root, "neglect.png", samples.png())
    before = record.read_bytes()
    monkeypatch.setenv("PATH", "")
    assert main(["transcript", "neglect"]) == 1
    assert "sudo apt-get install tesseract-ocr" in capsys.readouterr().err
    assert record.read_bytes() == before


@pytest.mark.skipif(not shutil.which("tesseract"), reason="Tesseract is not installed")
def test_a_transcript_of_a_picture(root: Path) -> None:
    """With Tesseract the words in a picture are found."""
    image = samples.picture(size=(1754, 1240))
    image.paste("white", (0, 0, *image.size))
    ImageDraw.Draw(image).text((100, 500), "Neglect is seen late", fill="black", font_size=120)
    record = with_poster(root, "neglect.png", samples.save(image, "PNG"))
    assert main(["transcript", "neglect"]) == 0
    assert "  Neglect is seen late\n" in record.read_text("utf-8")


def test_a_transcript_of_nothing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A wrong name gets the nearest record that has a poster."""
    with_poster(root, "neglect.pdf", samples.pdf())
    assert main(["transcript", "neglct"]) == 2
    assert "Did you mean 'neglect'?" in capsys.readouterr().err
