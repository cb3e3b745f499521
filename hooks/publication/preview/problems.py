"""The page that a preview shows in place of every other, until what it lists is mended."""

from __future__ import annotations

import traceback
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2

from publication.audits.problem import Problem
from publication.views.site import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterable


def problems_page(problems: Iterable[Problem], root: str) -> str:
    """A whole page, with a heading and a list for each file; `root` is the address of the site's root.

    It needs neither the skeleton nor a catalogue: it has to stand when those are what is broken.
    """
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found = sorted(problems)
    files = [(file, list(group)) for file, group in groupby(found, key=lambda problem: problem.file)]
    count = sum(1 for problem in found if not problem.is_warning)
    return environment.get_template("problems.html").render(files=files, count=count, root=root)


def mishap(error: Exception, root: Path) -> Problem:
    """What broke a build though no record is wrong, at the last line of the project's files on its way."""
    if isinstance(error, OSError) and error.filename:
        file = _within(root, str(error.filename)) or str(error.filename)
        return Problem(file, 0, "could not be read just now. If it is still there, save it again.")
    if mark := getattr(error.__context__, "problem_mark", None):
        how = "Look at this line and the one above: indents, colons, quotation marks."
        return Problem("mkdocs.yml", mark.line + 1, f"cannot be understood from here on. {how}")
    places = [
        (file, step.lineno or 0)
        for step in traceback.extract_tb(error.__traceback__)
        if (file := _within(root, step.filename))
    ]
    file, line = places[-1] if places else ("mkdocs.yml", 0)
    said = str(error).partition("\n")[0].rstrip(".") or "it gives no reason"
    how = "This is the site's machinery, no record. If you did not change it, tell those who keep it."
    return Problem(file, line, f"stops the site from being built: {said}. {how}")


def _within(root: Path, name: str) -> str:
    """The path from `root`, with forward slashes; "" for what is elsewhere or in a hidden folder of it."""
    path = Path(name).absolute()
    if not path.is_relative_to(root):
        return ""
    inner = path.relative_to(root)
    return "" if any(part.startswith(".") for part in inner.parts[:-1]) else inner.as_posix()
