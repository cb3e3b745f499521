"""Projects that tests work on: the machinery of this repository with the publication for tests.

What stands in the repository's own `content/`, `docs/` and `posters/` is part of them only
where it is asked for.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from artwork import Panel, Sheet, document, picture, scan, untagged
from posters.samples import laden_jpeg, laden_png
from publication.audits.catalogue import read_catalogue
from publication.audits.prose import to_text
from publication.audits.sections import SECTIONS

if TYPE_CHECKING:
    from publication.audits.audit import Audit

PROJECT = Path(__file__).parents[1]
MACHINERY = ("mkdocs.yml", "overrides", "hooks")
PUBLICATION = Path(__file__).parent / "publication"
"""A made-up partnership's `content/` and `docs/`; its artwork is drawn into `posters/` of a project."""

TODAY = dt.date(2026, 6, 15)
"""The day of every build of it: one of its records is under embargo for five weeks more."""

ADDRESS = "https://audits.ashcombe.example/"
REPOSITORY = "https://repository.example/ashcombe-audits"
NAME = "Ashcombe Safeguarding Children Partnership"
"""What its `content/publication.yml` says."""

UNTAGGED = ("strategy-discussions.pdf", "at home.pdf")


def lay_out(to: Path, publication: Path = PUBLICATION) -> Path:
    """The machinery and a publication in the folder `to`, which becomes a project; nothing is drawn."""
    to.mkdir(parents=True, exist_ok=True)
    for folder, names in ((PROJECT, MACHINERY), (publication, ("content", "docs", "posters"))):
        for name in names:
            part = folder / name
            if part.is_file():
                shutil.copy(part, to / name)
            elif part.is_dir():
                shutil.copytree(part, to / name, ignore=shutil.ignore_patterns("__pycache__"))
    (to / "posters").mkdir(exist_ok=True)
    return to


def remove_audits(root: Path) -> Path:
    """No record and no artwork."""
    for folder in ("content/audits", "posters"):
        shutil.rmtree(root / folder)
        (root / folder).mkdir()
    return root


def draw_posters(root: Path) -> Path:
    """Draw the poster that each record of the project in `root` names, from its words."""
    catalogue, _ = read_catalogue(root)
    for audit in catalogue.audits:
        if audit.poster:
            (root / "posters" / audit.poster).write_bytes(poster_of(audit))
    return root


def poster_of(audit: Audit) -> bytes:
    """The artwork of an audit, in the format of its file's name.

    Pictures hold all that must not be published: names, programs, places. A PDF whose words stand in the
    record is a scan; others have as many pages as the learning needs.
    """
    sheet, name = sheet_of(audit), str(audit.poster)
    if name.endswith(".jpg"):
        return laden_jpeg(image=picture(sheet).rotate(90, expand=True))
    if name.endswith(".png"):
        return laden_png(image=picture(sheet).rotate(90, expand=True))
    if audit.poster_text:
        return scan(picture(sheet))
    made = document(sheet)
    return untagged(made) if name in UNTAGGED else made


def sheet_of(audit: Audit) -> Sheet:
    """What the poster says: the words that the record has for it, or all its learning."""
    seed = sum(map(ord, audit.slug))
    if audit.poster_text:
        first, *others = filter(None, map(_plain, audit.poster_text.split("\n")))
        return Sheet(first.rstrip("."), tuple(Panel("", (line,)) for line in others), seed)
    panels = [Panel("", (_plain(audit.summary),))]
    for key, text in audit.sections.items():
        lines = tuple(filter(None, map(_plain, text.split("\n"))))
        panels.append(Panel(SECTIONS[key], lines))
    return Sheet(audit.title, tuple(panels), seed)


def _plain(markdown: str) -> str:
    return to_text(markdown.strip())


STEERED = {key: value for key, value in os.environ.items() if key not in ("SITE_URL", "REPO_URL")}
"""What a workflow that publishes says would go before what the publication says."""


def build(root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A strict build of the project in `root` into its folder `site`, as on the day `TODAY`."""
    noon = dt.datetime.combine(TODAY, dt.time(12), dt.UTC)
    steady = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(int(noon.timestamp()))}
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=root,
        env=STEERED | steady | environment,
        capture_output=True,
        text=True,
        check=False,
    )
