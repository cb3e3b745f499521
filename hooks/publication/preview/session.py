"""A preview while it runs: each build, and what is shown when it ends."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.preview.problems import mishap, problems_page
from publication.preview.server import PAGE, outdated

if TYPE_CHECKING:
    import logging
    from collections.abc import Callable
    from pathlib import Path

    from publication.preview.complaints import Complaints
    from publication.preview.server import Preview


@dataclass(frozen=True)
class Session:
    """What a preview builds from and shows.

    `root` is the project's folder, `site` the one that is served, `code` the package's files as they were
    loaded.
    """

    root: Path
    site: Path
    preview: Preview
    complaints: Complaints
    code: dict[Path, bytes]
    log: logging.Logger

    def build_again(self, build: Callable[[], None], stopped: type[Exception]) -> None:
        """Build, and show what is to be mended; `stopped` is what a build raises that has said why."""
        started = time.monotonic()
        self.complaints.found.clear()
        try:
            for problem in outdated(self.code, self.root):
                self.log.error(problem)
            if not self.complaints.found:
                build()
        except Exception as error:  # else the browser would wait for ever
            if not (isinstance(error, stopped) and self.complaints.found):
                self.complaints.found.clear()
                self.log.error(mishap(error, self.root))
        self.show()
        if not self.preview.problems:
            self.log.info(f"Up to date again, {time.monotonic() - started:.1f} s.")

    def show(self) -> None:
        """From now on every page shows what is to be mended, if there is anything."""
        self.preview.problems = self.complaints.problems()
        if self.preview.problems:
            page = problems_page(self.preview.problems, self.preview.root)
            (self.site / PAGE).write_text(page, "utf-8")
            self.log.info("The preview shows what is to be mended, and goes on by itself when it is.")
