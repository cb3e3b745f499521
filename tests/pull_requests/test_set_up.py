"""The set-up speaks: a line a step, and the cause where one fails. Its pip and npm are made here."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from pull_requests.workflow import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

PYTHON = """\
#!/bin/sh
# Answers as python3 and as the Python of the virtual environment that it makes.
case "$*" in
  "-c import pip") test -e "$(dirname "$0")/pip-is-here" ;;
  "-c "*) exit {version} ;;
  "-m venv "*) {venv}; mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; touch "$3/bin/pip-is-here" ;;
  "-m pip "*)
    for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16; do
      echo "WARNING: Location 'file:///somewhere/$n/' is ignored: it is either a non-existing path" >&2
    done
    {pip} ;;
  "-m publication.cli check"*) echo "the answer" ;;
esac
"""
PIP_FAILS = 'echo "ERROR: No matching distribution found for pydantic==9" >&2; exit 1'
NPM_FAILS = 'echo "npm error code ECONNREFUSED" >&2; echo "npm error network request failed" >&2; exit 1'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A fresh clone, as far as the set-up is concerned."""
    root = tmp_path / "project"
    shutil.copytree(PROJECT / "requirements", root / "requirements")
    shutil.copy(PROJECT / "Makefile", root)
    (root / "tests").mkdir()
    shutil.copy(PROJECT / "tests/install-browser", root / "tests")
    (root / "tests/package-lock.json").touch()
    return root


def make(root: Path, target: str, **programs: str) -> subprocess.CompletedProcess[str]:
    """Run make with these programs, each the text of a script, before all others."""
    folder = root.parent / "bin"
    folder.mkdir(exist_ok=True)
    for name, text in programs.items():
        (folder / name).write_text(text, "utf-8")
        (folder / name).chmod(0o755)
    kept = {name: os.environ[name] for name in ("HOME", "TMPDIR") if name in os.environ}
    return subprocess.run(
        ["make", target],
        cwd=root,
        env={**kept, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )


def python(*, version: int = 0, venv: str = ":", pip: str = ":") -> str:
    """A Python that does as it is told."""
    return PYTHON.format(version=version, venv=venv, pip=pip)


def test_a_line_a_step(desk: Path) -> None:
    """What is set up, how long it takes, and that it is done; nothing of what pip says besides."""
    done = make(desk, "check", python3=python())
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == [
        "Setting up a place for Python packages ... done",
        "Setting up Python packages (about a minute) ... done",
    ]


def test_the_answer_alone_is_on_standard_output(desk: Path) -> None:
    """What a command says can go into a file also the first time."""
    assert make(desk, "check", python3=python()).stdout == "the answer\n"


def test_the_second_time(desk: Path) -> None:
    """What is there is not set up again, until its list of packages changes."""
    make(desk, "check", python3=python())
    assert make(desk, "check").stderr == ""
    os.utime(desk / ".venv/build", (0, 0))
    assert make(desk, "check").stderr.splitlines() == ["Setting up Python packages (about a minute) ... done"]


def test_pip_fails(desk: Path) -> None:
    """The cause is on the screen, without the warnings that hide it, and what to do."""
    done = make(desk, "check", python3=python(pip=PIP_FAILS))
    assert done.returncode == 2
    assert done.stdout == ""
    said = done.stderr.splitlines()
    assert said[1:4] == [
        "Setting up Python packages (about a minute) ... failed:",
        "  ERROR: No matching distribution found for pydantic==9",
        "Is this computer on the internet? Behind a proxy, set HTTPS_PROXY. Then run the command again. "
        "All that was said: .cache/set-up.log",
    ]
    assert all(line.startswith("make: ***") for line in said[4:])
    assert "WARNING: Location" in (desk / ".cache/set-up.log").read_text("utf-8")


def test_it_goes_on_where_it_failed(desk: Path) -> None:
    """What failed counts as not set up."""
    make(desk, "check", python3=python(pip=PIP_FAILS))
    (desk / ".venv/bin/python").write_text(python(), "utf-8")
    done = make(desk, "check")
    assert done.returncode == 0, done.stderr
    assert done.stderr.splitlines() == ["Setting up Python packages (about a minute) ... done"]


def test_a_python_without_venv(desk: Path) -> None:
    """Debian has it in a package of its own."""
    done = make(desk, "check", python3=python(venv='echo "ensurepip is not available"; exit 1'))
    assert done.returncode == 2
    assert "  ensurepip is not available\n" in done.stderr
    assert "sudo apt-get install python3-venv. Then run the command again." in done.stderr


def test_an_old_python(desk: Path) -> None:
    """It is said before anything is made."""
    done = make(desk, "check", python3=python(version=1))
    assert done.returncode == 2
    assert done.stderr.startswith(
        "Python 3.11 or newer is needed: install it, or name it with make PYTHON=...\n"
    )
    assert not (desk / ".venv").exists()


def test_npm_fails(desk: Path) -> None:
    """Npm is heard."""
    done = make(desk, "tests/node_modules/.ready", npm=f"#!/bin/sh\n{NPM_FAILS}\n")
    assert done.returncode == 2
    assert done.stderr.splitlines()[:4] == [
        "Setting up what the tests need of Node.js ... failed:",
        "  npm error code ECONNREFUSED",
        "  npm error network request failed",
        "Is this computer on the internet? Behind a proxy, set HTTPS_PROXY. Then run the command again. "
        "All that was said: .cache/set-up.log",
    ]
    assert not (desk / "tests/node_modules/.ready").exists()


def test_npm_works(desk: Path) -> None:
    """One line, and it is not asked again."""
    npm = "#!/bin/sh\nmkdir -p tests/node_modules\necho added 2 packages\n"
    done = make(desk, "tests/node_modules/.ready", npm=npm)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "Setting up what the tests need of Node.js ... done\n"
    assert "Setting up" not in make(desk, "tests/node_modules/.ready").stderr


def test_no_more_than_a_screen(desk: Path) -> None:
    """Of a long report the end is shown: the cause stands there."""
    many = 'for n in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do echo "line $n"; done; exit 1'
    said = make(desk, "check", python3=python(pip=many)).stderr
    assert "  line 20\n" in said
    assert "  line 1\n" not in said
    assert len(said.splitlines()) < 20
