"""The workflows: what each may do, what starts it, and that all it runs is tested here."""

from __future__ import annotations

import re

import pytest

from pull_requests.workflow import FILES, PROJECT, Job, job, jobs, workflow

MAKEFILE = (PROJECT / "Makefile").read_text("utf-8")
TARGETS = set(re.findall(r"^([a-z]+):.*##", MAKEFILE, re.MULTILINE))
ON = True
"""YAML 1.1 reads the key `on` as true."""

NOT_MAKE = {("check.yml", "comment"), ("each-morning.yml", "start")}
"""Jobs that have no copy of the project: they call GitHub's own command, and have tests of their own."""

IN_A_BRANCH_RULE = "Check"


@pytest.mark.parametrize("one", jobs(), ids=lambda one: f"{one.file}-{one.name}")
def test_all_that_runs_is_a_target(one: Job) -> None:
    """A workflow calls make; what it does besides is to hand on what was said."""
    for text in one.runs if (one.file, one.name) not in NOT_MAKE else []:
        commands = set(re.findall(r"^\s*(?:kind=\$\()?(\w+)", text, re.MULTILINE)) - {"echo", "if", "cat"}
        assert commands <= {"make"}, text
        assert set(re.findall(r"\bmake (\w+)", text)) <= TARGETS
        assert "${{" not in text, "an expression in a script would be run as a part of it"


@pytest.mark.parametrize("one", jobs(), ids=lambda one: f"{one.file}-{one.name}")
def test_actions_are_githubs_own(one: Job) -> None:
    """And each by its commit: a tag can be moved."""
    for action in one.uses:
        assert re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action)


@pytest.mark.parametrize("file", [path.name for path in FILES])
def test_nothing_may_be_done_that_is_not_said(file: str) -> None:
    """A workflow has no permission; each job says what it needs."""
    assert workflow(file)["permissions"] == {}
    assert all("permissions" in one.text for one in jobs(file))


def test_who_may_write() -> None:
    """Only the job that comments may write to a request, only the one that publishes to the site."""
    writing = {
        (one.name, what) for one in jobs() for what, how in one.text["permissions"].items() if how == "write"
    }
    assert writing == {
        ("comment", "pull-requests"),
        ("start", "actions"),
        ("deploy", "pages"),
        ("deploy", "id-token"),
    }


def test_a_request_is_checked_with_the_rights_of_a_reader() -> None:
    """Also one from a fork: its code runs, so it gets nothing that it could misuse."""
    assert list(workflow("check.yml")[ON]) == ["pull_request"]
    check = job("check.yml", "check")
    assert check.text["permissions"] == {"contents": "read"}
    assert "secrets" not in str(check.text)
    checkout = next(step for step in check.text["steps"] if "checkout" in step.get("uses", ""))
    assert checkout["with"]["persist-credentials"] is False


def test_one_check_can_be_required() -> None:
    """It has the same name for content and for machinery, and it always runs."""
    assert [one.text["name"] for one in jobs("check.yml")] == [IN_A_BRANCH_RULE, "Comment"]
    assert "if" not in job("check.yml", "check").text
    assert "paths" not in str(workflow("check.yml")[ON])


def test_what_each_kind_of_request_runs() -> None:
    """Content is held to the rules; anything else, also what is not known, has the machinery tested too."""
    steps = [step for step in job("check.yml", "check").text["steps"] if "run" in step]
    conditions = {}
    for step in steps:
        if target := re.search(r"\bmake (\w+)", step["run"]):
            conditions[target[1]] = step.get("if", "")
    always = ["kind", "check", "addresses", "diff", "build", "verify"]
    assert list(conditions) == [*always, "lint", "test"]
    assert not [target for target in always if "content" in conditions[target]]
    only_machinery = "steps.request.outputs.kind != 'content'"
    assert conditions["lint"] == conditions["test"] == only_machinery


def test_all_is_said_at_once() -> None:
    """Mistakes in records do not hide lost addresses, nor what changes for readers."""
    steps = job("check.yml", "check").text["steps"]
    for name in ("make addresses", "make diff"):
        step = next(one for one in steps if one.get("run", "").startswith(name))
        assert step["if"].startswith("(success() || failure())")


def test_the_comment_has_nothing_of_the_request_but_its_text() -> None:
    """It never has the request's code, and what it is given stays out of its script."""
    comment = job("check.yml", "comment")
    assert [action.partition("@")[0] for action in comment.uses] == ["actions/download-artifact"]
    [script] = comment.runs
    assert "${{" not in script
    assert "make" not in script.replace("make sure", "")


def test_no_comment_on_a_request_from_a_fork() -> None:
    """GitHub gives no permission to write there; the summary of the check says the same."""
    same = "github.event.pull_request.head.repo.full_name == github.repository"
    assert job("check.yml", "comment").text["if"] == f"${{{{ !cancelled() && {same} }}}}"
    assert any("GITHUB_STEP_SUMMARY" in text for text in job("check.yml", "check").runs)


def test_only_the_schedule_may_fall_asleep() -> None:
    """GitHub switches off the whole file that has a schedule, so that file has nothing else."""
    assert [path.name for path in FILES if "schedule" in workflow(path.name)[ON]] == ["each-morning.yml"]
    assert list(workflow("each-morning.yml")[ON]) == ["schedule"]
    start = job("each-morning.yml", "start")
    assert start.runs == ["gh workflow run publish.yml --ref main"]
    assert start.uses == []
    assert {"push", "workflow_dispatch"} <= workflow("publish.yml")[ON].keys()


def test_only_main_is_published() -> None:
    """A push to another branch starts nothing, and a run of one by hand does nothing."""
    assert workflow("publish.yml")[ON]["push"] == {"branches": ["main"]}
    for one in jobs("publish.yml"):
        assert one.text["if"] == "github.ref == 'refs/heads/main'"


def test_the_guide_names_the_schedule() -> None:
    """Whoever switches it on again finds it under the name that GitHub shows."""
    guide = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    assert f"**{workflow('each-morning.yml')['name']}**" in guide
    assert "**Enable workflow**" in guide


def test_an_editor_gets_the_editors_list() -> None:
    """A new request has it already; the developers' is chosen by its name."""
    github = PROJECT / ".github"
    default = (github / "pull_request_template.md").read_text("utf-8")
    assert "Which audit, and what changes for readers?" in default
    others = [path.name for path in (github / "PULL_REQUEST_TEMPLATE").iterdir()]
    assert others == ["change-the-machinery.md"]
    assert f"template={others[0]}" in default
