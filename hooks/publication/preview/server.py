"""What a preview adds to the server that it runs on (WSGI, PEP 3333), and what it cannot follow."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]

PAGE = "problems.html"
"""The file in the site's folder that `problems.problems_page` goes into."""

_NOT_FOUND = "404.html"
_RELOADING = "/livereload/"


@dataclass
class Preview:
    """The pages of a preview, or what is to be mended before there are any.

    `root` is the address of the site's root on the server. A build replaces `problems` when it ends.
    """

    root: str
    problems: tuple[Problem, ...] = ()

    def over(self, app: App) -> App:
        """`app`, but as long as there are problems each page's address shows them; the address stays.

        `app` holds requests back while a build runs: if that build changed what there is to mend, it is
        asked again. So it is for a page that is not there: only what it serves as a page follows edits.
        """

        def answer(environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            if not _is_page(environ["PATH_INFO"]):
                return app(environ, start)
            while True:
                problems = self.problems
                if problems:
                    status, headers, body = _ask(app, environ, self.root + PAGE)
                else:
                    status, headers, body = _ask(app, environ, environ["PATH_INFO"])
                    if status.startswith("404"):
                        _, headers, body = _ask(app, environ, self.root + _NOT_FOUND)
                if self.problems is problems:
                    start(status, headers)
                    return body

        return answer


def _ask(app: App, environ: dict[str, Any], path: str) -> tuple[str, Any, Iterable[bytes]]:
    """What `app` has at this path: status, headers, body."""
    started: list[Any] = []
    body = app({**environ, "PATH_INFO": path}, lambda *given: started.append(given))
    status, headers = started[-1]
    return status, headers, body


def _is_page(path: str) -> bool:
    """Whether a reader sees what is at this address, and not only a page that needs it."""
    if path.startswith(_RELOADING):
        return False
    return path.endswith(".html") or "." not in path.rpartition("/")[2]


def loaded_code(*others: Path) -> dict[Path, bytes]:
    """Each file of the package that this process runs, and `others`, with what is in it."""
    modules = [module for name, module in sys.modules.items() if name.split(".")[0] == "publication"]
    files = [Path(module.__file__) for module in modules if module.__file__]
    return {file: _content(file) for file in (*others, *files)}


def outdated(code: dict[Path, bytes], root: Path) -> list[Problem]:
    """A problem for each file that is not as it was in `code` any more: Python reads its code once."""
    said = "has changed since this preview was started. Press Ctrl+C in its terminal, then: make serve"
    return [
        Problem(file.relative_to(root).as_posix(), 0, said)
        for file, content in code.items()
        if _content(file) != content
    ]


def _content(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""
