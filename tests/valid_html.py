"""Whether every page is valid HTML: the Nu HTML checker over a built site.

`python -m valid_html [FOLDER]` looks at the site in FOLDER; without one it builds that of the publication for
tests, which has every kind of page, and looks at that. The checker needs Java 17; without Java it says so and
ends well, so that who cannot install it can still run the other linters.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from project import PROJECT, build, draw_posters, lay_out

CHECKER = PROJECT / "tests/node_modules/vnu-jar/build/dist/vnu.jar"
NO_JAVA = "HTML was not checked: install Java 17 (sudo apt-get install default-jre-headless)"


class CheckerError(Exception):
    """The checker itself did not run, and why."""


@dataclass(frozen=True, order=True)
class HtmlError:
    """A mistake in a page: its file within the site, the line (0 for the whole page), and what is wrong."""

    page: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.message}"


def has_java() -> bool:
    """Whether the checker can run here."""
    return shutil.which("java") is not None


def html_errors(folder: Path) -> list[HtmlError]:
    """Every error in the pages and drawings (SVG) below `folder`; nothing is filtered out.

    Styles are left out: asked for them, this version of the checker gives lines that are one too small.

    Raises CheckerError where Java or the checker fails, and where there is no page to look at.
    """
    if not any(folder.rglob("*.html")):
        raise CheckerError(f"there is no page in {folder}")
    command = [
        "java", "-jar", str(CHECKER), "--errors-only", "--format", "json", "--stdout", "--exit-zero-always",
        "--skip-non-html", "--also-check-svg", str(folder.resolve()),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        messages = json.loads(done.stdout)["messages"]
    except ValueError:
        raise CheckerError(f"the HTML checker did not run: {done.stderr.strip()[:300]}") from None
    return sorted(_error(message, folder.resolve()) for message in messages)


def _error(message: dict[str, str], folder: Path) -> HtmlError:
    path = Path(unquote(urlsplit(message.get("url", "")).path))
    name = path.relative_to(folder).as_posix() if path.is_relative_to(folder) else path.as_posix()
    return HtmlError(name, int(message.get("lastLine", 0)), message["message"])


def main(arguments: list[str]) -> int:
    """The command: 0 where all is valid or Java is missing, 1 where something is to be mended."""
    if not has_java():
        print(NO_JAVA)
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(arguments[0]) if arguments else _built_site(Path(temporary))
        errors = html_errors(site)
        count = len(list(site.rglob("*.html")))
    for error in errors:
        print(error)
    print(f"HTML: {count} pages, {len(errors)} errors")
    return 1 if errors else 0


def _built_site(root: Path) -> Path:
    done = build(draw_posters(lay_out(root)))
    if done.returncode:
        raise CheckerError(f"the site was not built: {done.stderr}")
    return root / "site"


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except CheckerError as error:
        sys.exit(str(error))
