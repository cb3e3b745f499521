"""What earlier builds learnt of the artwork, kept in one JSON file of the cache."""

from __future__ import annotations

import json
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publication.posters.limits import ArtworkError
from publication.posters.work import store
from publication.posters.work.fingerprint import intake

if TYPE_CHECKING:
    from os import stat_result

    from publication.posters.intake.formats import Format

_SETTLED_NS = 2_000_000_000
"""A file changed less than 2 s before it was read may change again without its times showing it."""


class Memory:
    """Each file's digest by its times, and each digest's report.

    A file whose size, times and inode are those of the last time has not changed (as git decides it), so 900
    unchanged posters cost 900 looks at the file system. What cannot be read as expected is forgotten.
    """

    def __init__(self, folder: Path | None) -> None:
        self.path = folder / "inspections.json" if folder else None
        self.files: dict[str, Any] = {}
        self.reports: dict[str, Any] = {}
        self.learnt: set[str] = set()
        self.changed = False
        with suppress(OSError, ValueError, KeyError, TypeError):  # none yet, or not ours: begin anew
            if self.path:
                content = json.loads(self.path.read_bytes())
                if content["made_by"] == intake():
                    self.files, self.reports = dict(content["files"]), dict(content["reports"])

    def seen(self, path: Path, status: stat_result) -> tuple[Format, str] | None:
        """Format and digest of a file that has not changed; None of any other."""
        entry = self.files.get(str(path.absolute()))
        return (entry[1], entry[2]) if entry and entry[0] == _stamp(status) else None

    def note(self, path: Path, status: stat_result, kind: Format, digest: str) -> None:
        """Keep what a file was found to be, unless it is so new that it may still change unseen."""
        if time.time_ns() - max(status.st_mtime_ns, status.st_ctime_ns) > _SETTLED_NS:
            self.files[str(path.absolute())] = [_stamp(status), kind, digest]
            self.changed = True

    def learn(self, digest: str, report: dict[str, Any]) -> None:
        """Keep what the inspection of some bytes found."""
        self.reports[digest] = report
        self.learnt.add(digest)
        self.changed = True

    def save(self) -> None:
        """Write what is worth keeping: nothing of files that are gone."""
        if not self.path:
            return
        files = {name: entry for name, entry in self.files.items() if Path(name).exists()}
        wanted = self.learnt | {digest for _, _, digest in files.values()}
        reports = {key: report for key, report in self.reports.items() if key in wanted}
        if not self.changed and len(reports) == len(self.reports):
            return
        content = {"made_by": intake(), "files": files, "reports": reports}
        with suppress(ArtworkError):  # not to remember costs time, no more; rendering reports the full disk
            store.write(self.path, json.dumps(content).encode())


def _stamp(status: stat_result) -> list[int]:
    return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]
