"""The editors' guide and the README say what is so: their commands are run, and what they name is there.

Commands in blocks marked `sh` run in the guide's order, as they are typed, by a shell, in a copy of the
project. Those in `LONG` take minutes, or until Ctrl+C: of these it is only tried whether make knows how to
begin (`--dry-run`). What they do has tests of its own; what `make serve` runs also runs below.
"""

from __future__ import annotations

import json
import re
import shlex
import urllib.request
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from guide import declared
from guide.terminal import converse, desk, run
from posters import samples
from preview import Preview
from project import PROJECT, PUBLICATION
from publication.audits.record import AuditFields
from publication.audits.sections import SECTIONS
from publication.audits.source.frontmatter import read_document
from publication.audits.statuses import STATUSES
from publication.audits.vocabulary import read_vocabulary
from publication.cli.adding.answer import problem_of

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

GUIDE = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
README = (PROJECT / "README.md").read_text("utf-8")
BOTH = {"CONTRIBUTING.md": GUIDE, "README.md": README}
MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z-]+):.*##", MAKEFILE, re.MULTILINE))
OWN = ("Our Partnership", "", "", "", "", "", "#1d70b8", "", "", "", "")
"""What is answered to `make publication`, with a colour that it does not take."""

LONG = {
    "serve", "build", "verify", "test", "content-trial", "guard-trial", "accessibility", "pictures", "sheets",
    "bench", "fuzz", "lint", "lock",
}  # fmt: skip
LEAST = ("Missing", "1", "published", "2024/25", "missing", "", "", "Words.")
"""What is answered to `make new` before the poster; an empty answer takes what it proposes."""

MADE = {"site/", ".cache/posters-before-and-now"}
"""Folders that commands make."""

EXAMPLES = {"neglect.md"}
"""Files that a reader is to imagine."""


def blocks(text: str, language: str) -> list[list[str]]:
    """The lines of each code block of this language, without indent; a remark behind a command is cut off."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", text, re.DOTALL | re.MULTILINE)
    return [[line.strip().partition("  #")[0].rstrip() for line in block.splitlines()] for _, block in found]


def commands(text: str) -> list[str]:
    """Every command of the text, in its order."""
    return [command for block in blocks(text, "sh") for command in block]


COMMANDS = list(dict.fromkeys([*commands(GUIDE), *commands(README)]))


def codes(text: str) -> list[str]:
    """What stands between single backticks."""
    outside = re.sub(r"^ *```.*?^ *```$", "", text, flags=re.DOTALL | re.MULTILINE)
    return re.findall(r"`([^`]+)`", outside)


def rows(heading: str) -> list[list[str]]:
    """The cells of each row of the table below a heading of the guide, without its head."""
    _, _, below = GUIDE.partition(f"\n### {heading}\n")
    lines = [line for line in below.partition("\n#")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, str]]:
    """Exit code and output of every command of the guide and then the README."""
    folder = tmp_path_factory.mktemp("guide")
    root = desk(folder)
    (folder / "poster.pdf").write_bytes(samples.pdf(words="Early help came late"))
    done: dict[str, tuple[int, str]] = {}
    for command in COMMANDS:
        if command == "make new":
            done[command] = converse(command, root, *LEAST, "../poster.pdf", "")
            run("git add --all && git commit --message 'Add: Missing'", root)  # sent and merged
        elif command.startswith("make publication"):
            done[command] = converse(command, root, *OWN)
        elif set(shlex.split(command)) & LONG:
            done[command] = told(run(f"{command} --dry-run", root))
        else:
            done[command] = told(run(command, root))
    return done


def told(done: CompletedProcess[str]) -> tuple[int, str]:
    """Exit code and output."""
    return done.returncode, done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs(ran: dict[str, tuple[int, str]], command: str) -> None:
    """Typed one after the other, as they stand in the guide, none fails."""
    code, seen = ran[command]
    assert code == 0, seen


def test_what_a_command_is_said_to_answer(ran: dict[str, tuple[int, str]]) -> None:
    """Each line that the guide shows as an answer was answered."""
    seen = "".join(output for _, output in ran.values()).splitlines()
    shown = [line for block in blocks(GUIDE, "text") for line in block]
    assert shown
    assert [line for line in shown if line not in {one.strip() for one in seen}] == []


def add_by_three_commands(root: Path, poster: str) -> None:
    """The way of the guide up to its second command. Only the record is written by hand."""
    way = GUIDE.partition("For each audit, ")[2].partition("All answers can")[0]
    new, check, serve = commands(way)
    assert (new, check, serve) == ("make new", "make check", "make serve")
    code, seen = converse(new, root, *LEAST, poster, "")
    assert code == 0, seen
    with (root / "content/audits/missing.md").open("a", encoding="utf-8") as record:
        record.write("\n## What worked well\n\n- Partners listened.\n")
    done = run(check, root)
    assert done.returncode == 0, done.stdout
    assert "0 errors to mend, 0 warnings." in done.stdout
    changed = run("git status --porcelain --untracked-files=all", root).stdout.splitlines()
    assert changed == ["?? content/audits/missing.md", "?? posters/missing.pdf"]


def test_three_commands_add_an_audit_with_a_poster(tmp_path: Path) -> None:
    """The third shows the page with its learning and its poster; no other file was changed."""
    root = desk(tmp_path)
    (tmp_path / "poster.pdf").write_bytes(samples.pdf(words="Early help came late"))
    add_by_three_commands(root, "../poster.pdf")
    preview = Preview(root)
    try:
        page = preview.until("audits/missing/", "Partners listened.")
        assert "posters/missing.pdf" in page
        with urllib.request.urlopen(f"{preview.address}posters/missing.pdf") as poster:
            assert poster.read(5) == b"%PDF-"
    finally:
        preview.end()


REAL = samples.REAL_POSTERS / "assisted digital poster.pdf"


@pytest.mark.skipif(not REAL.exists(), reason="the real posters are not here")
def test_the_same_with_a_real_poster(tmp_path: Path) -> None:
    """It lies elsewhere and has spaces in its name: dragged into the window, it comes in quotation marks."""
    root = desk(tmp_path)
    add_by_three_commands(root, f"'{REAL}'")
    assert (root / "posters/missing.pdf").read_bytes() == REAL.read_bytes()


@pytest.mark.parametrize("name", BOTH)
def test_every_command_named_in_a_sentence_is_there(name: str) -> None:
    """Each `make ...` between backticks is a target of the Makefile."""
    named = [code.split() for code in codes(BOTH[name]) if code.startswith("make ")]
    assert {words[1] for words in named} <= TARGETS


HOW = "A field was declared in another way? Then run: python tests/guide/declared.py"


def test_the_table_of_fields() -> None:
    """It says what is declared of each field, in the order of a record."""
    assert declared.guide(GUIDE) == GUIDE, HOW


def test_the_facts_of_the_snippets() -> None:
    """A snippet of a whole record has the fields that are declared as needed with its status."""
    snippets = json.loads((PROJECT / ".vscode/audits.code-snippets").read_text("utf-8"))
    assert declared.snippets(snippets) == snippets, HOW


def test_the_table_of_statuses() -> None:
    """It has every status, in the order of a record's life."""
    assert [row[0] for row in rows("What each status means")] == [f"`{status}`" for status in STATUSES]


def vocabulary() -> dict[str, Any]:
    """The words that a record may use."""
    words, _ = read_vocabulary(PUBLICATION)
    assert words
    return words.context


def example_values() -> list[tuple[str, str]]:
    """Every value that the guide gives as an example of a field, as it is typed."""
    given = [code.partition(": ") for code in codes(GUIDE)]
    found = [(key, value) for key, _, value in given if key in AuditFields.model_fields and value]
    for field, meaning, _ in rows("The fields of a record"):
        found += [(field.strip("`"), code) for code in codes(meaning) if re.match(r"[\d\[{]", code)]
    return list(dict.fromkeys(found))


@pytest.mark.parametrize(("key", "value"), example_values())
def test_example_values_are_right(tmp_path: Path, key: str, value: str) -> None:
    """What an editor copies out of the guide passes the check."""
    record = tmp_path / "neglect.md"
    record.write_text(f"---\n{key}: {value}\n---\n\nWords.\n", "utf-8")
    document = read_document(record, record.name)
    assert document.problems == ()
    assert problem_of(key, document.fields[key], vocabulary()) is None


def test_the_record_to_copy(tmp_path: Path) -> None:
    """Its facts pass the check, and its headings are those that the site knows, in their order."""
    record = tmp_path / "neglect.md"
    lines = blocks(GUIDE, "markdown")[0]
    record.write_text("\n".join(lines), "utf-8")
    context = {
        **vocabulary(),
        "series": {path.stem for path in (PUBLICATION / "content/series").glob("*.md")},
    }
    fields = read_document(record, record.name).fields
    assert [problem_of(key, value, context) for key, value in fields.items()] == [None] * len(fields)
    headings = [line.removeprefix("## ") for line in lines if line.startswith("## ")]
    assert headings == list(SECTIONS.values())


def test_the_snippets_are_named() -> None:
    """Each snippet for Visual Studio Code is in the guide by the word that brings it."""
    snippets = json.loads((PROJECT / ".vscode/audits.code-snippets").read_text("utf-8"))
    assert {one["prefix"] for one in snippets.values()} <= set(codes(GUIDE))


PICTURES = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", GUIDE)


@pytest.mark.parametrize(("words", "path"), PICTURES, ids=[path for _, path in PICTURES])
def test_each_picture(words: str, path: str) -> None:
    """It is there, loads fast, fits a page, and its words say in sentences what is to be seen."""
    file = PROJECT / path
    assert file.stat().st_size < 120_000
    with Image.open(file) as picture:
        assert picture.width <= 1280
    assert len(words) > 60
    assert words.endswith((".", "?"))


def test_no_picture_is_left_over() -> None:
    """Every picture of the guide's folder is shown in it."""
    files = {path.relative_to(PROJECT).as_posix() for path in (PROJECT / ".github/guide").iterdir()}
    assert files == {path for _, path in PICTURES}


def named_paths(text: str) -> set[str]:
    """Files and folders of the project that the text names, in links and between backticks."""
    linked = {
        target.partition("#")[0] for target in re.findall(r"\]\(([^)]+)\)", text) if "://" not in target
    }
    is_path = re.compile(r"\.?[a-z_][\w.-]*(/[\w.*-]*)+|[\w-]+\.(md|py|yml|toml)")
    coded = {code for code in codes(text) if is_path.fullmatch(code)}
    return (linked | coded) - {""} - MADE - EXAMPLES


@pytest.mark.parametrize("name", BOTH)
def test_every_path_that_is_named_exists(name: str) -> None:
    """In the project, or in the folder of the machinery or the workflows that the text speaks of.

    Records come and go: a guide to the machinery may name one, and cannot hold an editor to it.
    """
    places = [PROJECT / inner for inner in ("", "hooks", "hooks/publication", ".github/workflows")]
    named = {path for path in named_paths(BOTH[name]) if not path.startswith("content/audits/")}
    assert named
    assert [path for path in sorted(named) if not any(list(place.glob(path)) for place in places)] == []


@pytest.mark.parametrize("name", BOTH)
def test_links_within_the_text(name: str) -> None:
    """Each leads to a heading, by the anchor that GitHub gives it."""
    headings = re.findall(r"^#+ (.+)$", BOTH[name], re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([^)]+)\)", BOTH[name])) <= anchors


def test_they_stay_short() -> None:
    """A newcomer reads the README on two screens, and the editors' part in a quarter of an hour."""
    assert README.count("\n") <= 80
    editors, _, _ = GUIDE.partition("\n## A publication of your own\n")
    assert editors.count("\n") <= 280
