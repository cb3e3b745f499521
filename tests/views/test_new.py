"""`make new`: a record and its poster stand in their places, or nothing does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from audits.sample import RECORD, ROOT, make_project, problems_in
from posters import samples
from publication.audits.source.frontmatter import read_document
from publication.cli import new
from publication.cli.__main__ import main
from publication.cli.adding.questions import QUESTIONS
from publication.posters.limits import MAX_BYTES
from typing_editor import type_answers

LEAST = {"title": "Missing", "series": "multi-agency", "status": "published", "period": "2024/25"}
LEAST |= {"topics": "missing", "summary": "Words."}
WITH_POSTER = LEAST | {"poster": "../My Poster.PDF"}


@pytest.fixture(autouse=True)
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one record, in whose folder the command runs, and a poster beside the folder."""
    root = tmp_path / "project"
    root.mkdir()
    make_project(root)
    (root / "content/audits/neglect.md").write_text(RECORD, "utf-8")
    (tmp_path / "My Poster.PDF").write_bytes(samples.pdf(words="Missing is heard late"))
    monkeypatch.chdir(root)
    for question in QUESTIONS:
        monkeypatch.delenv(f"{new.ENVIRONMENT}{question.option}", raising=False)
    return root


def add(**given: str) -> int:
    """Run the command without a terminal."""
    return main(["new", *(f"--{key.replace('_', '-')}={typed}" for key, typed in given.items())])


def files_in(root: Path) -> dict[str, bytes]:
    """Everything in the project but its cache, also what is hidden."""
    files = (path for path in root.rglob("*") if path.is_file() and ".cache" not in path.parts)
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


def test_by_options_alone(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Record and poster stand in their places and pass the check; nothing else has changed."""
    before = files_in(root)
    assert add(**WITH_POSTER) == 0
    said = capsys.readouterr()
    assert said.out.splitlines() == ["content/audits/missing.md", "posters/missing.pdf"]
    assert "Its opening summary is on line 11." in said.err
    assert (root / "content/audits/missing.md").read_text("utf-8").split("\n")[10] == "Words."
    assert problems_in(root) == []
    after = files_in(root)
    assert set(after) - set(before) == set(said.out.splitlines())
    assert before.items() <= after.items()
    assert after["posters/missing.pdf"] == (root / "../My Poster.PDF").read_bytes()
    assert list((root / ".cache").glob("new-*")) == []


def test_what_to_do_next(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The headings of the learning are offered where learning belongs, and not for what is to come."""
    assert add(**LEAST) == 0
    assert "   ## What we are worried about\n" in capsys.readouterr().err
    assert add(**LEAST | {"status": "coming-soon", "title": "Soon"}) == 0
    said = capsys.readouterr().err
    assert "##" not in said
    assert "http://127.0.0.1:8000/audits/soon/" in said


def test_what_is_missing(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a terminal nothing is asked: one error lists all."""
    before = files_in(root)
    assert add(title="Missing", status="draft") == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "Nothing was written.\nThese answers are missing:\n"
        "SERIES: Which series does it belong to? Use words of this list: multi-agency.\n"
        "TOPICS: Which topics is it about? Use words of this list: neglect, missing, domestic-abuse.\n"
        "SUMMARY: What was it about? One or two sentences that say what the audit was about.\n"
        "Give each like this: make new SERIES='...'. In a terminal, make new without any asks for them.\n"
    )
    assert files_in(root) == before


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"period": "2024/26"}, "PERIOD: '2024/26' is not a period: a financial year ends"),
        ({"slug": "neglect"}, "SLUG: content/audits/neglect.md is there already."),
        ({"poster": "../my poster.pdf"}, "POSTER: There is no file ../my poster.pdf. Did you mean 'My Po"),
        ({"poster": ".."}, "POSTER: This is a folder, not a file."),
        ({"summary": "# Neglect"}, "SUMMARY: a heading of one # is the page's title, which it has already."),
        ({"summary": "## Whatever\n\nWords."}, "SUMMARY: 'Whatever' is not a section."),
        ({"status": "planned", "poster": "../My Poster.PDF"}, "POSTER: 'poster' does not go with"),
        ({"poster_text": "Words"}, "POSTER_TEXT: 'poster_text' does not go without 'poster'."),
    ],
)  # fmt: skip
def test_what_is_wrong(
    root: Path, capsys: pytest.CaptureFixture[str], wrong: dict[str, str], said: str
) -> None:
    """Each problem stands behind the option that it comes from, and nothing is written."""
    before = files_in(root)
    assert add(**LEAST | wrong) == 1
    assert f"To be mended:\n{said}" in capsys.readouterr().err
    assert files_in(root) == before


def test_all_that_is_wrong_is_said_together(capsys: pytest.CaptureFixture[str]) -> None:
    """Also what is missing beside what is wrong."""
    assert add(title="a < b", topics="neglct", status="draft", series="multi-agency") == 1
    said = capsys.readouterr().err
    assert [line.partition(":")[0] for line in said.splitlines()] == [
        "Nothing was written.",
        "To be mended",
        "TITLE",
        "TOPICS",
        "These answers are missing",
        "SUMMARY",
        "Give each like this",
    ]


def test_more_than_was_reported(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An audit that was in no report is added all the same, with a word on it."""
    series = root / "content/series/multi-agency.md"
    reported = "\nreported: {on: 2019, totals: {2018/19: 1}}\n---\n"
    series.write_text(series.read_text("utf-8").replace("\n---\n", reported, 1), "utf-8")
    assert problems_in(root) == []
    assert add(**LEAST | {"period": "2018/19"}) == 0
    said = capsys.readouterr().err
    assert "warning: with this audit there are 2 of 2018/19, but 1 was reported in 2019." in said


def test_a_project_without_series(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where there is no series none is asked for, and the record has none."""
    (root / "content/series/multi-agency.md").unlink()
    for path in (root / "content/audits").glob("*.md"):
        path.unlink()
    assert add(**{key: value for key, value in LEAST.items() if key != "series"}) == 0
    [record] = (root / "content/audits").glob("*.md")
    assert "series" not in record.read_text("utf-8")
    assert problems_in(root) == []
    assert "SERIES" not in capsys.readouterr().err


def test_a_series_that_cannot_be_read(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is mended first: without it nobody knows which series there are."""
    (root / "content/series/multi-agency.md").write_text("Words.\n", "utf-8")
    assert add(**LEAST) == 1
    assert capsys.readouterr().out.startswith("content/series/multi-agency.md:1: ")


def test_problems_that_are_there_already_do_not_stop_it(root: Path) -> None:
    """Another editor's mistake is not this one's to mend."""
    (root / "content/audits/broken.md").write_text("Words.\n", "utf-8")
    assert add(**WITH_POSTER) == 0


def test_content_without_topics(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What has to be mended before anything can be added is said with its file and line."""
    (root / "content/vocabulary.yml").write_text("topics\n", "utf-8")
    assert add(**LEAST) == 1
    said = capsys.readouterr()
    assert said.out.startswith("content/vocabulary.yml:1: ")
    assert said.err == "Mend this first: while series and topics cannot be read, no audit can be added.\n"


def test_a_poster_that_cannot_be_published(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is inspected as the build does it: too large, not a poster, too small."""
    before = files_in(root)
    poster = root.parent / "poster.pdf"
    with poster.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert add(**LEAST | {"poster": str(poster)}) == 1
    poster.write_bytes(b"GIF89a")
    assert add(**LEAST | {"poster": str(poster)}) == 1
    said = capsys.readouterr().err
    assert "POSTER: This file has 40 MB; the most is 40 MB. Export the poster again for screen" in said
    assert "POSTER: This is a GIF image, not a PDF, PNG or JPEG." in said
    assert files_in(root) == before


def test_a_large_poster(root: Path) -> None:
    """A file of more than 20 MB is copied whole."""
    data = samples.pdf(words="Words")
    large = data[:9] + b"%" + b"x" * (21 * 2**20) + b"\n" + data[9:]
    (root.parent / "My Poster.PDF").write_bytes(large)
    assert add(**WITH_POSTER) == 0
    assert (root / "posters/missing.pdf").read_bytes() == large


def test_a_read_only_poster_and_a_link(root: Path) -> None:
    """The copy is a file of its own that can be changed, whatever the file was."""
    poster = root.parent / "My Poster.PDF"
    poster.chmod(0o444)
    (root.parent / "link").symlink_to(poster)
    assert add(**LEAST | {"poster": "../link"}) == 0
    assert not (root / "posters/missing.pdf").is_symlink()
    assert (root / "posters/missing.pdf").stat().st_mode & 0o200


def test_a_poster_without_words(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where they cannot be read from the picture either, they are an answer that is needed."""
    (root.parent / "poster.jpg").write_bytes(samples.png())
    before = files_in(root)
    given = LEAST | {"poster": "../poster.jpg"}
    with monkeypatch.context() as without_tesseract:
        without_tesseract.setenv("PATH", "")
        assert add(**given) == 1
    assert "POSTER_TEXT: This poster has no text that can be taken out." in capsys.readouterr().err
    assert files_in(root) == before
    assert add(**given, poster_text="Missing is\n\nheard late") == 0
    assert "poster: missing.png\npo" in (root / "content/audits/missing.md").read_text("utf-8")
    assert problems_in(root) == []


@pytest.mark.parametrize("failing", ["missing.pdf", "missing.md"])
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(28, "No space left on device"), "Nothing was written: No space left on device. Mend that"),
        (KeyboardInterrupt(), "Stopped. Nothing was written."),
    ],
)
def test_all_or_nothing(
    root: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    failing: str,
    error: BaseException,
    said: str,
) -> None:
    """A full disk or Ctrl+C at the poster, or at the record behind it, leaves neither."""
    before = files_in(root)
    replace = Path.replace

    def failing_replace(path: Path, target: Path) -> Path:
        if Path(target).name == failing:
            raise error
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing_replace)
    assert add(**WITH_POSTER) == 2
    assert said in capsys.readouterr().err
    assert files_in(root) == before
    assert list((root / ".cache").glob("new-*")) == []


def test_a_file_that_comes_between_is_not_overwritten(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program may write the record in the moment between the check and the end."""
    theirs = root / "content/audits/missing.md"
    check = new.staged

    def slow(*arguments: Any) -> Any:
        theirs.write_text("theirs", "utf-8")
        return check(*arguments)

    monkeypatch.setattr(new, "staged", slow)
    assert add(**WITH_POSTER) == 2
    assert theirs.read_text("utf-8") == "theirs"
    assert not (root / "posters/missing.pdf").exists()


@pytest.mark.parametrize("poster", sorted(samples.REAL_POSTERS.glob("*.[pj]*")), ids=lambda path: path.name)
def test_real_posters(root: Path, poster: Path) -> None:
    """Each real poster is added by one command; the project passes the check at once, if with a warning."""
    words = "Words" if poster.suffix == ".jpg" or "no-text" in poster.name else ""
    assert add(**LEAST | {"poster": str(poster), "poster_text": words}) == 0
    assert (root / f"posters/missing{poster.suffix}").read_bytes() == poster.read_bytes()
    assert not [told for told in problems_in(root) if "warning" not in told]


def make(*options: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """`make new` with this Python, without setting up a virtual environment."""
    shutil.copy(ROOT / "Makefile", ".")
    shutil.copytree(ROOT / "hooks", "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    call = ["make", "--old-file=.venv/build", f"BIN={Path(sys.executable).parent}", "new", *options]
    return subprocess.run(
        call,
        capture_output=True,
        text=True,
        check=False,
        stdin=subprocess.DEVNULL,
        env={**os.environ, **environment},
    )


@pytest.mark.parametrize(
    "title",
    ['Neglect: what\'s "good enough"?', "It costs $5, $(HOME) & `id` \\ #1 %", "$$ “Ä” 🙂 = b"],
)
def test_make_hands_titles_over_as_they_were_typed(root: Path, title: str) -> None:
    """Neither make nor its shell reads quotation marks, dollar signs, backticks or hashes in an answer."""
    options = [
        f"{key.upper()}={typed}" for key, typed in (WITH_POSTER | {"title": title, "slug": "x"}).items()
    ]
    done = make(*options)
    assert done.returncode == 0, done.stderr
    assert read_document(root / "content/audits/x.md", "x.md").fields["title"] == title
    assert problems_in(root) == []


def test_make_takes_answers_of_its_environment(root: Path) -> None:
    """`TITLE=... make new` says the same as `make new TITLE=...`, and text may have several lines."""
    given = {key.upper(): typed for key, typed in LEAST.items()}
    done = make("TOPICS=neglect, missing", **given | {"TITLE": "Costs $5", "SUMMARY": "One.\n\nTwo."})
    assert done.returncode == 0, done.stderr
    record = (root / "content/audits/costs-5.md").read_text("utf-8")
    assert "title: Costs $5\n" in record
    assert "topics: [neglect, missing]\n" in record
    assert record.endswith("---\n\nOne.\n\nTwo.\n")


IN_TERMINAL = """
import fcntl, runpy, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
sys.argv = ["make new", "new"]
runpy.run_module("publication.cli", run_name="__main__")
"""
"""The command with the terminal as its own, so that Ctrl+C reaches it."""


def in_terminal(*answers: str) -> tuple[int, str]:
    """The command in a terminal, each answer typed when asked for; its exit code, and all that it showed."""
    return type_answers(
        [sys.executable, "-c", IN_TERMINAL], answers, {**os.environ, "PYTHONPATH": str(ROOT / "hooks")}
    )


def test_in_a_terminal(root: Path) -> None:
    """The whole conversation with an editor who types, corrects an answer, and presses Enter for the rest."""
    code, shown = in_terminal(
        "Missing: “again”\n", "1\n", "1\n", "05/2024\n", "2024/25\n", "missing\n", "\n", "\n", "Words.\n",
        "'../My Poster.PDF'\n", "\n",
    )  # fmt: skip
    assert code == 0, shown
    assert "'05/2024' is not a period." in shown
    assert "content/audits/missing-again.md\nposters/missing-again.pdf\n" in shown
    assert problems_in(root) == []


@pytest.mark.parametrize("key", ["\x03", "\x04"])
def test_an_editor_who_stops(root: Path, key: str) -> None:
    """Ctrl+C and Ctrl+D leave nothing behind, and say so with the answers so far."""
    before = files_in(root)
    code, shown = in_terminal("What's missing\n", "1\n", key)
    assert code == 2
    assert "Stopped. Nothing was written." in shown
    assert "make new TITLE='What'\"'\"'s missing' SERIES=multi-agency" in shown
    assert "Traceback" not in shown
    assert files_in(root) == before
