"""Two editors at once: what each of them does, and what to mend when their work meets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from life.repository import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from life.repository import Repository

MINE = "Publishes (1)\n  - Neglect (new): /audits/neglect/\n"


@pytest.fixture
def stale(repository: Repository) -> Repository:
    """My branch has a new record; meanwhile another's was merged, which corrects one and adds one."""
    repository.branch("mine")
    repository.write("neglect", record("Neglect"))
    repository.commit()
    repository.branch("theirs")
    repository.write("thresholds", record("Thresholds", topics="thresholds", period="2019/20"))
    repository.write("police", record("Police", topics="missing"))
    repository.commit()
    repository.merge_into_main("theirs")
    repository.git("switch", "--quiet", "mine")
    return repository


@pytest.fixture
def server(stale: Repository, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository that both editors push to, known to this one as `origin`."""
    server = tmp_path_factory.mktemp("server") / "server.git"
    stale.git("clone", "--quiet", "--bare", ".", str(server))
    stale.git("remote", "add", "origin", str(server))
    stale.git("fetch", "--quiet", "origin")
    return server


def only_mine(told: tuple[int, str]) -> None:
    """The list has my record, and nothing of the other editor's."""
    code, said = told
    assert code == 0, said
    assert MINE in said
    assert "Thresholds" not in said
    assert "Police" not in said


def test_a_stale_branch(stale: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """What others merged since is no work of mine, and none of it is told as undone by me."""
    only_mine(command("diff"))


def test_a_merge_that_waits(stale: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """While main is being merged into my branch, what it brings counts as merged."""
    stale.git("merge", "--no-commit", "--no-ff", "main")
    only_mine(command("diff"))


def test_after_the_merge(stale: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Once main is merged into my branch, the list is the same as before."""
    stale.git("merge", "--quiet", "--message", "Catch up", "main")
    assert command("check")[0] == 0
    only_mine(command("diff"))


def test_as_a_request_is_checked_out(stale: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """GitHub checks out main with the branch merged into it, on no branch: its first parent is main."""
    stale.git("switch", "--quiet", "--detach", "main")
    stale.git("merge", "--quiet", "--no-ff", "--message", "Try", "mine")
    only_mine(command("diff", "--base", "HEAD^1"))
    only_mine(command("diff", "--base", "main"))


def test_an_old_main_here(stale: Repository, server: Path, command: Callable[..., tuple[int, str]]) -> None:
    """Where the branch was brought up to date from the server, an old main here puts nothing in the list."""
    stale.git("branch", "--force", "main", "main~1")
    stale.git("merge", "--quiet", "--message", "Catch up", "origin/main")
    only_mine(command("diff"))


def test_on_main_itself(stale: Repository, server: Path, command: Callable[..., tuple[int, str]]) -> None:
    """Who commits to main sees what the server, so what readers, do not have yet."""
    stale.git("switch", "--quiet", "main")
    stale.git("merge", "--quiet", "--no-ff", "--message", "Mine", "mine")
    only_mine(command("diff"))


@pytest.fixture
def apart(repository: Repository) -> Repository:
    """My record re-audits one that another editor meanwhile renamed."""
    repository.branch("mine")
    repository.write("again", record("Thresholds again", period="2020/21", re_audit_of="thresholds"))
    repository.commit()
    repository.branch("theirs")
    repository.git("mv", "content/audits/thresholds.md", "content/audits/application-of-thresholds.md")
    repository.write(
        "application-of-thresholds",
        record("Thresholds", topics="thresholds", former_slugs="[thresholds]"),
    )
    repository.commit()
    repository.merge_into_main("theirs")
    repository.git("switch", "--quiet", "mine")
    return repository


def test_a_record_that_mine_names_was_renamed(
    apart: Repository, command: Callable[..., tuple[int, str]]
) -> None:
    """After the merge the check names the line and the present name; mended, only my work is told."""
    assert command("check")[0] == 0
    apart.git("merge", "--quiet", "--message", "Catch up", "main")
    code, said = command("check")
    assert code == 1
    assert "content/audits/again.md:7" in said
    assert "there is no record 'thresholds'. It is 'application-of-thresholds' now." in said
    assert command("diff") == (
        1,
        "1 to mend before it can be said what changes. Each, with its line: make check\n",
    )
    apart.write(
        "again",
        record("Thresholds again", period="2020/21", re_audit_of="application-of-thresholds"),
    )
    code, said = command("diff")
    assert code == 0
    assert "Publishes (1)\n  - Thresholds again (new): /audits/again/\n" in said
    assert "Thresholds again (re-audits “Thresholds”)\n" in said
    assert "Changes the address of: nothing.\n" in said


def test_a_record_that_mine_names_was_removed(
    apart: Repository, command: Callable[..., tuple[int, str]]
) -> None:
    """Where the other record is gone, the check says which line of mine to mend."""
    apart.git("switch", "--quiet", "main")
    apart.git("rm", "--quiet", "content/audits/application-of-thresholds.md")
    apart.write("neglect", record("Neglect"))
    apart.commit()
    apart.git("switch", "--quiet", "mine")
    apart.git("merge", "--quiet", "--message", "Catch up", "main")
    code, said = command("check")
    assert code == 1
    assert "content/audits/again.md:7" in said
    assert "there is no record 'thresholds'." in said


def test_two_records_in_one_request(repository: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Each is told under what happens to it; work that is not committed, or new to git, counts too."""
    repository.branch("mine")
    repository.write("thresholds", record("Thresholds", topics="thresholds", review="2027-01"))
    repository.write("neglect", record("Neglect", status="coming-soon"))
    code, said = command("diff")
    assert code == 0
    assert "Announces (1)\n  - Neglect (coming soon, new): /audits/neglect/\n" in said
    assert "Corrects (1)\n  - Thresholds: /audits/thresholds/\n      review: January 2027" in said
