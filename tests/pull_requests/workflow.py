"""The workflows as GitHub reads them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PROJECT = Path(__file__).parents[2]
FOLDER = PROJECT / ".github/workflows"
FILES = sorted(FOLDER.glob("*.yml"))


@dataclass(frozen=True)
class Job:
    """A job of a workflow."""

    file: str
    name: str
    text: dict[str, Any]

    @property
    def runs(self) -> list[str]:
        """What each of its steps runs in a shell."""
        return [step["run"] for step in self.text["steps"] if "run" in step]

    @property
    def uses(self) -> list[str]:
        """The actions that it uses, with the commit of each."""
        return [step["uses"] for step in self.text["steps"] if "uses" in step]


def workflow(name: str) -> dict[Any, Any]:
    """A workflow by its file's name. YAML 1.1 reads the key `on` as true."""
    read: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text("utf-8"))
    return read


def jobs(*names: str) -> list[Job]:
    """Every job of these workflows, of all where none is named."""
    return [
        Job(file, name, text)
        for file in names or [path.name for path in FILES]
        for name, text in workflow(file)["jobs"].items()
    ]


def job(file: str, name: str) -> Job:
    """One job."""
    return next(one for one in jobs(file) if one.name == name)
