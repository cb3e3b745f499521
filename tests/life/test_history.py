"""The edge to git: what can be compared with, what cannot, and that nothing is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from typing import TYPE_CHECKING

import pytest

from life.repository import Repository, record
from posters import samples
from project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NEW = "Publishes (1)\n  - Neglect (new): /audits/neglect/\n"


@pytest.fixture
def work(repository: Repository) -> Repository:
    """A branch with a new record."""
    repository.branch("mine")
    repository.write("neglect", record("Neglect"))
    repository.commit()
    return repository


def test_nothing_is_touched(work: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Git's index, its references and the files are to the byte what they were."""
    (work.root / "content/audits/thresholds.md").touch()

    def all_bytes() -> dict[Path, bytes]:
        return {
            path: path.read_bytes()
            for path in work.root.rglob("*")
            if path.is_file() and ".cache" not in path.parts
        }

    before = all_bytes()
    assert command("diff")[0] == 0
    assert all_bytes() == before


def test_without_git(
    work: Repository, command: Callable[..., tuple[int, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says what is needed, and where else the list can be seen."""
    monkeypatch.setenv("PATH", "")
    code, said = command("diff")
    assert code == 2
    assert said.startswith("This needs the program git, and it is not installed here. Install it")


def test_no_repository(work: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """A folder from a ZIP file has no history."""
    shutil.rmtree(work.root / ".git")
    code, said = command("diff")
    assert code == 2
    assert said.startswith("This folder has no history to compare with")


def test_no_commit(work: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """A repository that has just begun has nothing to compare with."""
    shutil.rmtree(work.root / ".git")
    work.git("init", "--quiet")
    assert command("diff") == (
        2,
        "Nothing has been committed here yet, so there is nothing to compare with.\n",
    )


@pytest.mark.parametrize(
    ("base", "near"),
    [
        ("mains", " Did you mean 'main'?"),
        ("master", " Use one of: main, mine."),
        ("--output=x", " Use one of: main, mine."),
        ("", " Use one of: main, mine."),
        ("$(touch x)", " Use one of: main, mine."),
    ],
)
def test_no_such_branch(
    work: Repository, command: Callable[..., tuple[int, str]], base: str, near: str
) -> None:
    """The nearest name is suggested; a name that looks like an option or a command is only a name."""
    code, said = command("diff", f"--base={base}")
    assert code == 2
    assert said.startswith(f"There is no branch '{base}' here.{near}")
    assert not (work.root / "x").exists()


def clone(work: Repository, to: Path, *options: str) -> Repository:
    """A copy of the branch `mine` from the repository as a server."""
    work.git("clone", "--quiet", "--branch", "mine", *options, work.root.as_uri(), str(to))
    return Repository(to)


def test_a_base_that_is_on_the_server_only(
    work: Repository,
    command: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A fresh clone has no branch main of its own: the server's is meant."""
    monkeypatch.chdir(clone(work, tmp_path / "clone").root)
    code, said = command("diff")
    assert code == 0
    assert said.startswith("Compared with main as of 27 February 2026 (")
    assert NEW in said
    assert command("diff", "--base", "origin/main")[1].endswith(said.partition("(")[2])


def test_a_shallow_clone(
    work: Repository,
    command: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where the past is cut off, it says how to get it, here and in a workflow."""
    copy = clone(work, tmp_path / "clone", "--depth", "1", "--no-single-branch")
    monkeypatch.chdir(copy.root)
    code, said = command("diff")
    assert code == 2
    assert "git fetch --unshallow" in said
    assert "fetch-depth: 0" in said
    copy.git("fetch", "--quiet", "--unshallow")
    assert NEW in command("diff")[1]


def test_a_clone_of_two_commits(
    work: Repository,
    command: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A workflow needs no more than the commit before: a base that is no branch is named by its day."""
    copy = clone(work, tmp_path / "clone", "--depth", "2")
    copy.git("switch", "--quiet", "--detach")
    monkeypatch.chdir(copy.root)
    code, said = command("diff", "--base", "HEAD^1")
    assert code == 0
    assert said.startswith("Compared with the version of 27 February 2026 (")
    assert NEW in said


def test_no_common_past(work: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Two histories that never met cannot be compared."""
    work.git("switch", "--quiet", "--orphan", "alone")
    work.git("restore", "--source", "mine", ".")
    work.commit()
    code, said = command("diff")
    assert code == 2
    assert said.startswith("Your work and 'main' have no common past.")


def test_odd_file_names(repository: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Spaces and accents, composed or not, on both sides."""
    name = unicodedata.normalize("NFD", "Poster für März.pdf")
    poster = repository.root / "posters" / name
    poster.write_bytes(samples.pdf())
    repository.write("thresholds", record("Thresholds", topics="thresholds", poster=f'"{name}"'))
    (repository.root / "docs/about us é.md").write_text("# About us\n\nWords.\n", "utf-8")
    repository.commit()
    repository.branch("mine")
    poster.write_bytes(samples.pdf(pages=2))
    (repository.root / "docs/about us é.md").write_text("# About us\n\nOther words.\n", "utf-8")
    (repository.root / "docs/neu ö.md").write_text("# New\n\nWords.\n", "utf-8")
    code, said = command("diff")
    assert code == 0, said
    assert f"Thresholds ({name}, 2 pages, 1 KB; before: {name}, 1 page, 1 KB)\n" in said
    assert "docs/about us é.md (changed): /about us é/\n" in said
    assert "docs/neu ö.md (new): /neu ö/\n" in said


def test_a_base_with_mistakes(repository: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """What can be read is compared; what cannot is named, and that there is something to mend is said."""
    repository.write("police", record("Police", topics="nonsense"))
    (repository.root / "content/audits/link.md").symlink_to("thresholds.md")
    repository.commit()
    repository.branch("mine")
    (repository.root / "content/audits/link.md").unlink()
    repository.write("police", record("Police", topics="missing"))
    repository.write("neglect", record("Neglect"))
    code, said = command("diff")
    assert code == 0, said
    assert "That side has 1 to mend, so it could not be read as a whole.\n" in said
    assert NEW in said
    assert "Cannot be compared (1)" in said
    assert "  - Police (content/audits/police.md)\n" in said


def test_a_base_before_the_first_record(
    repository: Repository, command: Callable[..., tuple[int, str]]
) -> None:
    """Everything is new where nothing was."""
    repository.git("switch", "--quiet", "--orphan", "empty")
    (repository.root / "LICENCE").write_text("Words.\n", "utf-8")
    repository.commit()
    repository.git("merge", "--quiet", "--allow-unrelated-histories", "--message", "All", "main")
    code, said = command("diff", "--base", "HEAD^1")
    assert code == 0, said
    assert "Publishes (1)\n  - Thresholds (new): /audits/thresholds/\n" in said


def test_mistakes_here(work: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """What cannot be published has no effect that could be told: the check comes first."""
    work.write("neglect", record("Neglect", topics="nonsense"))
    code, said = command("diff")
    assert code == 1
    assert said == "1 to mend before it can be said what changes. Each, with its line: make check\n"
    code, said = command("diff", "--format", "markdown")
    assert code == 1
    assert "**1 to mend** before it can be said what changes." in said


def test_a_project_in_a_folder_of_a_repository(
    work: Repository,
    command: Callable[..., tuple[int, str]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The site may be a part of something larger."""
    outer = tmp_path / "outer"
    shutil.copytree(work.root, outer / "site", ignore=shutil.ignore_patterns(".git", ".cache"))
    made = Repository(outer)
    made.git("init", "--quiet", "--initial-branch", "main")
    made.git("add", "--all")
    made.git("commit", "--quiet", "--message", "All")
    (outer / "elsewhere.txt").write_text("Words.\n", "utf-8")
    Repository(outer / "site").write("police", record("Police", topics="missing"))
    monkeypatch.chdir(outer / "site")
    code, said = command("diff")
    assert code == 0, said
    assert "Publishes (1)\n  - Police (new): /audits/police/\n" in said
    assert "Machinery" not in said


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_hands_a_name_over_unread(tmp_path: Path) -> None:
    """What a branch's name may hold is run neither by make nor by the shell."""
    hostile = f'$(shell touch {tmp_path}/made)";touch {tmp_path}/made;"'
    done = subprocess.run(
        ["make", "--dry-run", "diff"],
        cwd=PROJECT,
        env={**os.environ, "BASE": hostile, "THUMBNAILS": hostile},
        capture_output=True,
        text=True,
        check=True,
    )
    assert '--base="${BASE:-main}" --thumbnails="${THUMBNAILS:-}"' in done.stdout
    assert not (tmp_path / "made").exists()


def test_pictures(work: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Posters that change are drawn into a folder, before and now; without one there is no folder."""
    assert command("diff", "--thumbnails", "sheet")[0] == 0
    assert not (work.root / "sheet").exists()
    (work.root / "posters/a b.pdf").write_bytes(samples.pdf())
    work.write("neglect", record("Neglect", poster="a b.pdf"))
    code, said = command("diff", "--thumbnails", "sheet")
    assert code == 0, said
    assert "The posters before and now: sheet/index.html\n" in said
    assert [path.suffix for path in sorted((work.root / "sheet").iterdir())] == [".html", ".webp"]
    code, said = command("diff", "--thumbnails", "mkdocs.yml")
    assert code == 2
    assert "cannot be written to" in said
