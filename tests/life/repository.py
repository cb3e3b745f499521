"""A project in a git repository of its own, with no settings but these and no network."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

from project import lay_out
from publication.audits.about import declared
from publication.audits.catalogue import read_catalogue
from publication.audits.record import AuditFields

if TYPE_CHECKING:
    from pathlib import Path

ISOLATED = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "An editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org",
    "GIT_AUTHOR_DATE": "2026-02-27T12:00:00Z",
    "GIT_COMMITTER_NAME": "An editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org",
    "GIT_COMMITTER_DATE": "2026-02-27T12:00:00Z",
    "SOURCE_DATE_EPOCH": "1772366400",  # 1 March 2026, noon
}
STEERING = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX")
"""What a hook that runs the tests may have set."""

SERIES = """\
---
title: Multi-agency audits
order: 1
palette: damson
---

Several agencies look together at how they worked on the same subject.
"""


class Repository:
    """A project in the folder `root`; each method is something that an editor does."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def git(self, *arguments: str, expected: int = 0) -> str:
        """Run git; it must end with the `expected` code."""
        done = subprocess.run(["git", *arguments], cwd=self.root, capture_output=True, text=True, check=False)
        assert done.returncode == expected, (arguments, done.stderr)
        return done.stdout

    def write(self, slug: str, text: str) -> None:
        """Write a record."""
        path = self.root / f"content/audits/{slug}.md"
        path.parent.mkdir(exist_ok=True)  # git removes a folder with its last file
        path.write_text(text, "utf-8")

    def branch(self, name: str, start: str = "main") -> None:
        """Begin new work."""
        self.git("switch", "--quiet", "--create", name, start)

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", "A change")

    def merge_into_main(self, name: str) -> None:
        """What GitHub does when a request is accepted."""
        self.git("switch", "--quiet", "main")
        self.git("merge", "--quiet", "--no-ff", "--message", "Accept", name)

    @property
    def slugs(self) -> list[str]:
        """The records that can be read."""
        return [audit.slug for audit in read_catalogue(self.root)[0].audits]


def begin(root: Path) -> Repository:
    """A small project that can be built: the real machinery, one series, one record, a plain home page."""
    lay_out(root)
    for folder in ("content/audits", "content/series", "posters"):
        shutil.rmtree(root / folder)
        (root / folder).mkdir()
    (root / "posters/README.md").write_text("Artwork.\n", "utf-8")
    (root / "content/series/multi-agency.md").write_text(SERIES, "utf-8")
    (root / "docs/index.md").write_text("# Home\n\nWords.\n", "utf-8")
    (root / ".gitignore").write_text("/.cache/\n/site/\n__pycache__/\n", "utf-8")
    made = Repository(root)
    made.write("thresholds", record("Thresholds", topics="thresholds"))
    made.git("init", "--quiet", "--initial-branch", "main")
    made.commit()
    return made


def record(title: str, *, topics: str = "neglect", body: str = "", **fields: str) -> str:
    """A record with these fields; published in 2018/19 unless they say otherwise."""
    values = {
        "title": title,
        "series": "multi-agency",
        "status": "published",
        "period": "2018/19",
        "topics": f"[{topics}]",
        **fields,
    }
    front = "".join(f"{key}: {values[key]}\n" for key in declared(AuditFields) if values.get(key))
    return f"---\n{front}---\n\nPartners looked together at {title.lower()}.\n{body}"
