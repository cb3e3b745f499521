"""A tiny valid project, and the cases that are laid into it."""

from __future__ import annotations

import shutil
from pathlib import Path

from publication.audits.problem import InvalidContentError
from publication.build import check

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CASES = HERE / "cases"
NORMAL = HERE / "normal"
"""Records as typed (`before`) and in their normal form (`after`), under the same name."""

RECORD = """\
---
title: Neglect
series: multi-agency
status: published
period: 2018/19
topics: [neglect]
---

Partners looked together at neglect.
"""


def make_project(folder: Path) -> Path:
    """A publisher, one series, a vocabulary and no record, in `folder`."""
    shutil.copytree(HERE / "project", folder, dirs_exist_ok=True)
    (folder / "content/audits").mkdir()
    (folder / "posters").mkdir()
    (folder / "mkdocs.yml").touch()
    return folder


def lay_in(case: Path, root: Path) -> None:
    """Put a case into a project: a file is a record; a folder has files at their places in the project."""
    if case.is_dir():
        shutil.copytree(case, root, dirs_exist_ok=True)
    else:
        shutil.copy(case, root / "content/audits")


def problems_in(root: Path) -> list[str]:
    """Each problem as an editor sees it, in the order in which an editor sees them."""
    try:
        _, _, warnings = check(root)
    except InvalidContentError as error:
        return [str(problem) for problem in error.problems]
    return [str(problem) for problem in warnings]


def names_of_cases() -> list[str]:
    """Every file or folder beside which a list of messages can stand."""
    return sorted(path.name for path in CASES.iterdir() if path.suffix != ".txt" and path.name[0] != ".")


def messages_of(name: str) -> Path:
    """Where the expected messages of a case stand."""
    return CASES / f"{name.removesuffix('.md')}.txt"
