"""Whether every page is valid HTML: the Nu HTML checker, which needs Java 17."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from publication.audits.problem import Problem
from publication.checks.tools import NODE_MODULES, MissingToolError, ToolError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.checks.subject import Subject

CHECKER = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
NO_JAVA = "HTML was not checked: install Java 17 (sudo apt-get install default-jre-headless)"


@dataclass(frozen=True, order=True)
class HtmlError:
    """A mistake: the page's file, the line (0 for all of it), what is wrong, and the HTML around it."""

    page: str
    line: int
    message: str
    extract: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.message}"


def every_page_is_valid(subject: Subject) -> Iterator[Problem]:
    """Every page and every drawing is valid HTML or SVG, nothing filtered out."""
    for error in html_errors(subject.site.folder):
        said = f"is not valid HTML, in its line {error.line}: {error.message}"
        if error.page.endswith(".html"):
            address = subject.site.page(error.page).address
            message = f"its page /{address} {said}"
            yield subject.sources.problem_at(address, error.extract, message)
        else:
            yield Problem(f"site/{error.page}", error.line, said)


def has_java() -> bool:
    """Whether the checker can run here."""
    return shutil.which("java") is not None


def html_errors(folder: Path) -> list[HtmlError]:
    """Every error in the pages and drawings (SVG) below `folder`.

    Styles are left out: asked for them, this version of the checker gives lines that are one too small.

    Raises MissingToolError where there is no Java, ToolError where the checker fails, or no page is there.
    """
    if not has_java():
        raise MissingToolError(NO_JAVA)
    if not any(folder.rglob("*.html")):
        raise ToolError(f"There is no page in {folder}, so none was checked.")
    command = [
        "java", "-jar", str(CHECKER), "--errors-only", "--format", "json", "--stdout", "--exit-zero-always",
        "--skip-non-html", "--also-check-svg", str(folder.resolve()),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    try:
        messages = json.loads(done.stdout)["messages"]
    except ValueError:
        raise ToolError(f"The HTML checker did not run: {done.stderr.strip()[:300]}") from None
    return sorted(_error(message, folder.resolve()) for message in messages)


def _error(message: dict[str, str], folder: Path) -> HtmlError:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
    line = int(message.get("lastLine", 0))
    return HtmlError(name, line, message["message"], message.get("extract", ""))
