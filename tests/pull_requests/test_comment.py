"""The comment on a request: one, renewed with each push, whatever its text holds.

What the workflow runs is run here, with a `gh` in place of GitHub's that keeps what it is given.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from pull_requests.workflow import job

if TYPE_CHECKING:
    from pathlib import Path

STEP = job("check.yml", "comment").text["steps"][-1]
MARKER = STEP["env"]["MARKER"]
MOST = 65_536
"""Characters that GitHub takes in a comment."""

GH = """\
#!/bin/sh
for argument; do printf '%s\\n' "$argument" >> "$CALLS"; done
echo --- >> "$CALLS"
case "$*" in *--jq*) cat "$EARLIER" ;; *) cp comment.md "$POSTED" ;; esac
"""


class Comments:
    """What GitHub was asked, and what it was given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "bin").mkdir()
        (folder / "bin/gh").write_text(GH, "utf-8")
        (folder / "bin/gh").chmod(0o755)
        (folder / "summary").mkdir()
        (folder / "earlier").write_text("", "utf-8")

    def run(self, text: bytes | None = None, *, earlier: str = "", code: int = 0) -> str:
        """Run the step with this summary; `earlier` has the numbers of the comments that are there."""
        if text is not None:
            (self.folder / "summary/summary.md").write_bytes(text)
        (self.folder / "earlier").write_text(earlier, "utf-8")
        names = {"CALLS": "calls", "EARLIER": "earlier", "POSTED": "posted"}
        done = subprocess.run(
            ["bash", "-e", "-c", STEP["run"]],
            cwd=self.folder,
            env={
                "PATH": f"{self.folder}/bin{os.pathsep}{os.environ['PATH']}",
                "LC_ALL": "C.UTF-8",
                "COMMENTS": "repos/o/r/issues/7/comments",
                "ONE_COMMENT": "repos/o/r/issues/comments",
                "RUN": "https://host.example/o/r/actions/runs/1",
                "MARKER": MARKER,
                **{name: str(self.folder / file) for name, file in names.items()},
            },
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        return (self.folder / "posted").read_text("utf-8") if not code else ""

    @property
    def calls(self) -> list[list[str]]:
        """The arguments of each call."""
        said = (self.folder / "calls").read_text("utf-8")
        return [call.splitlines() for call in said.split("---\n") if call]


@pytest.fixture
def comments(tmp_path: Path) -> Comments:
    """A request without a comment."""
    return Comments(tmp_path)


def test_the_first(comments: Comments) -> None:
    """It begins with a sign that readers do not see, and leads to the check."""
    posted = comments.run(b"## What this does\n\nIn short.\n")
    assert posted.startswith(f"{MARKER}\n\n## What this does\n\nIn short.\n")
    assert posted.endswith("\n[The check, and its summary](https://host.example/o/r/actions/runs/1)\n")
    assert comments.calls[-1][:5] == ["api", "--silent", "--method", "POST", "repos/o/r/issues/7/comments"]
    assert comments.calls[-1][-1] == "body=@comment.md"


def test_the_next_takes_its_place(comments: Comments) -> None:
    """The one of before is renewed; of several the first."""
    comments.run(b"Words.\n", earlier="12\n15\n")
    assert comments.calls[-1][3:5] == ["PATCH", "repos/o/r/issues/comments/12"]


@pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")
def test_only_ours_is_renewed(comments: Comments) -> None:
    """A person's comment is never written over, also one that quotes ours."""
    comments.run(b"Words.\n")
    [query] = [call[call.index("--jq") + 1] for call in comments.calls if "--jq" in call]
    found = [
        {"id": 1, "user": {"login": "editor"}, "body": f"{MARKER}\nWords."},
        {"id": 2, "user": {"login": "github-actions[bot]"}, "body": f"Of another workflow. {MARKER}"},
        {"id": 3, "user": {"login": "github-actions[bot]"}, "body": f"{MARKER}\n\nWords."},
    ]
    done = subprocess.run(
        ["jq", query],
        input=json.dumps(found),
        env={**os.environ, "MARKER": MARKER},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "3\n"


@pytest.mark.parametrize(
    "text",
    [
        b"$(touch made) `touch made` ; touch made\n",
        b"'; touch made; '\n\"; touch made; \"\n",
        b"@/etc/passwd\n%s%n\\n\n--- \n",
        b"::set-output name=x::y\n",
        "Words of a poster “in quotation marks”, é and 🙂.\n".encode(),
    ],
)
def test_a_text_is_a_text(comments: Comments, text: bytes) -> None:
    """Whatever it holds is posted as it is, and nothing of it is run."""
    posted = comments.run(text)
    assert text.decode() in posted
    assert not (comments.folder / "made").exists()
    assert all(text.decode().strip() not in argument for call in comments.calls for argument in call)


@pytest.mark.parametrize("sign", ["x", "é", "€", "🙂"])
def test_a_long_text(comments: Comments, sign: str) -> None:
    """GitHub refuses what is too long: it is cut between characters, and the reader is told."""
    posted = comments.run(f"a{sign * 70_000}".encode())
    assert len(posted) < MOST
    assert "**This is not all.** The summary of the check has the rest." in posted
    assert "\ufffd" not in posted


def test_a_text_that_fits(comments: Comments) -> None:
    """Nothing is cut, and nothing is said of it."""
    posted = comments.run(b"x" * 60_000)
    assert "x" * 60_000 in posted
    assert "not all" not in posted


def test_bytes_that_are_no_text(comments: Comments) -> None:
    """They are left out; the rest is posted."""
    assert "before after" in comments.run(b"before \xff\xfeafter\n")


def test_a_link_in_place_of_the_text(comments: Comments) -> None:
    """The request's code made the file: a link could lead to what only this job knows."""
    (comments.folder / "secret").write_text("secret", "utf-8")
    (comments.folder / "summary/summary.md").symlink_to(comments.folder / "secret")
    comments.run(code=1)
    assert not (comments.folder / "calls").exists()
