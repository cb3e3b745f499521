"""What kind of request a change is: the paths of its files alone decide how much is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.changes.kind import CONTENT, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from life.repository import Repository


@pytest.mark.parametrize(
    "path", ["content/audits/a.md", "content/vocabulary.yml", "docs/index.md", "posters/a b é.pdf"]
)
def test_content(path: str) -> None:
    """Records, series, words, hand-written pages and posters."""
    assert kind_of([path]) == "content"


@pytest.mark.parametrize(
    "path",
    [
        "mkdocs.yml",
        "hooks/publish.py",
        "README.md",
        ".github/workflows/check.yml",
        "content",
        "content.py",
        "Content/audits/a.md",
        "tests/content/a.md",
        "../content/a.md",
        "docs",
    ],
)
def test_machinery(path: str) -> None:
    """Everything else, also where it looks like content."""
    assert kind_of([path]) == "machinery"
    assert kind_of(["content/audits/a.md", path]) == "machinery"


def test_nothing() -> None:
    """A request without a change has nothing to test."""
    assert kind_of([]) == "content"


@given(st.lists(st.text(), max_size=5))
def test_only_paths_in_these_folders_are_content(paths: list[str]) -> None:
    """Whatever a path holds, one outside makes the whole a change of the machinery."""
    assert (kind_of(paths) == "content") == all(path.startswith(CONTENT) for path in paths)


def test_a_request_of_content(request_of: Repository, command: Callable[..., tuple[int, list[str]]]) -> None:
    """The command answers with one word, also for what was not committed yet."""
    assert command("kind") == (0, ["content"])
    (request_of.root / "content/audits/neglect.md").unlink()
    request_of.commit()
    (request_of.root / "docs/about us.md").write_text("# About us\n\nWords.\n", "utf-8")
    assert command("kind") == (0, ["content"])


def test_a_request_of_content_and_machinery(
    request_of: Repository, command: Callable[..., tuple[int, list[str]]]
) -> None:
    """One file of the machinery is enough."""
    (request_of.root / "content/audits/neglect.md").unlink()
    (request_of.root / "Makefile").write_text("all:\n", "utf-8")
    assert command("kind") == (0, ["machinery"])


def test_a_file_that_leaves_the_machinery(
    request_of: Repository, command: Callable[..., tuple[int, list[str]]]
) -> None:
    """Moved into content, it is missed where it was."""
    request_of.git("switch", "--quiet", "main")
    (request_of.root / "hook.py").write_text("x = 1\n" * 50, "utf-8")
    request_of.commit()
    request_of.branch("moving")
    request_of.git("mv", "hook.py", "docs/hook.py")
    request_of.commit()
    assert command("kind") == (0, ["machinery"])


def test_a_base_that_is_not_there(
    request_of: Repository, command: Callable[..., tuple[int, list[str]]]
) -> None:
    """Where the kind cannot be told, no kind is: a workflow stops."""
    code, [said] = command("kind", "--base", "mains")
    assert code == 2
    assert said.startswith("There is no branch 'mains' here. Did you mean 'main'?")
