"""A preview that runs: `make serve` on a small copy of the project, with edits, and what browsers get."""

from __future__ import annotations

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING

from project import PROJECT, lay_out
from timing import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RECORD = "content/audits/moving-on-at-18.md"
PAGE = "audits/moving-on-at-18/"
TITLE = "Moving on at 18"


class Preview:
    """A server of its own on the project in `root`; everything that it prints goes into the file `log`."""

    def __init__(self, root: Path) -> None:
        self.root, self.log = root, root.parent / "log.txt"
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}/"
        with self.log.open("w") as log:
            self.process = subprocess.Popen(
                command(self.port), cwd=root, env=ENVIRONMENT, stdout=log, stderr=log, text=True
            )

    def get(self, path: str) -> tuple[int, str]:
        """The status and the text at this path; (0, "") while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def until(self, path: str, *words: str, status: int = 200) -> str:
        """The page, once it has all these words; fails with what it has when patience ends."""
        end = time.monotonic() + PATIENCE
        while True:
            found, text = self.get(path)
            if found == status and all(word in text for word in words):
                return text
            assert self.process.poll() is None, self.log.read_text()
            assert time.monotonic() < end, f"{path} has not {words}: {found} {text[-3000:-900]}"
            time.sleep(0.05)

    @contextmanager
    def edited(self, changes: dict[str, str | bytes | None]) -> Iterator[None]:
        """These files with this content (None: gone); afterwards as they were, with the page back."""
        before = {name: self._read(name) for name in changes}
        try:
            for name, content in changes.items():
                self.write(name, content)
            yield
        finally:
            for name, content in before.items():
                self.write(name, content)
        self.until(PAGE, TITLE)

    def text(self, name: str) -> str:
        """What a file of the project says."""
        return (self.root / name).read_text("utf-8")

    def write(self, name: str, content: str | bytes | None) -> None:
        """Save a file of the project, or remove it."""
        path = self.root / name
        if content is None:
            path.unlink()
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def end(self) -> None:
        """As Ctrl+C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)

    def _read(self, name: str) -> bytes | None:
        path = self.root / name
        return path.read_bytes() if path.exists() else None


def free_port() -> int:
    """A port that nobody has, and that no server gets who takes any: those begin at 32,768."""
    while True:
        try:
            with socket.create_server(("127.0.0.1", random.randrange(10_000, 32_000))) as free:
                return int(free.getsockname()[1])
        except OSError:
            continue


ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def command(port: int) -> list[str]:
    """What `make serve` runs."""
    line = re.search(r"mkdocs (serve .*\$\(PORT\))", (PROJECT / "Makefile").read_text("utf-8"))
    assert line
    return [sys.executable, "-m", "mkdocs", *line[1].replace("$(PORT)", str(port)).split()]


def small_project(to: Path) -> Path:
    """The publication for tests with those audits only that have no poster to be made: it starts at once."""
    root = lay_out(to)
    for path in (root / "content" / "audits").glob("*.md"):
        if not re.search(r"^status: (coming-soon|planned)$", path.read_text("utf-8"), re.MULTILINE):
            path.unlink()
    return root
