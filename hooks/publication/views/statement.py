"""What the accessibility statement finds out by itself: the last test run, and the posters without tags.

The headings and the exemption of old files are those of the Public Sector Bodies (Websites and Mobile
Applications) (No. 2) Accessibility Regulations 2018 and its model statement.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, NonNegativeInt, ValidationError

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from publication.audits.public import PublicAudit
    from publication.posters.collection import PublishedPoster
    from publication.views.site import Site, Templates

FILE = "content/accessibility.json"
EXEMPT_BEFORE = dt.date(2018, 9, 23)
"""Documents published before this day are exempt, unless a service needs them (regulation 4)."""


class _Record(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Checks(_Record):
    """How many checks had which outcome."""

    passed: NonNegativeInt
    failed: NonNegativeInt
    skipped: NonNegativeInt


class Tested(_Record):
    """The publication whose pages were tested."""

    name: str
    digest: str
    """As `Publisher.digest`: a copy that another partnership makes of the project was not tested."""


class RecordedRun(_Record):
    """The last run of `make accessibility`, which writes the file."""

    publication: Tested
    tested_on: dt.date
    tools: dict[str, str]
    """Versions by the names of the tools."""
    kinds: NonNegativeInt
    states: NonNegativeInt
    looks: NonNegativeInt
    """Pages in a state that axe-core looked at."""
    rules: NonNegativeInt
    violations: NonNegativeInt
    checks: Checks
    failures: tuple[str, ...]
    """What does not hold, a sentence each."""


def read_test_run(root: Path) -> tuple[RecordedRun | None, list[Problem]]:
    """The committed report, if there is one; a Problem where it is not what `make accessibility` writes."""
    try:
        return RecordedRun.model_validate_json((root / FILE).read_bytes()), []
    except FileNotFoundError:
        return None, []
    except ValidationError:
        how = "It is never edited by hand: run make accessibility, or take the last version from git."
        return None, [Problem(FILE, 0, f"is not a report of an accessibility run. {how}")]


@dataclass(frozen=True)
class Untagged:
    """A poster that a screen reader cannot follow."""

    audit: PublicAudit
    poster: PublishedPoster
    is_exempt: bool
    """Its audit was published before documents had to be accessible."""


def untagged(site: Site) -> list[Untagged]:
    """The posters without tags, pictures among them, in the order of listings."""
    return [
        Untagged(audit, poster, bool(audit.published and audit.published < EXEMPT_BEFORE))
        for audit in site.audits
        if (poster := site.posters.get(audit.slug)) and not (poster.access and poster.access.has_tags)
    ]


def embedded(site: Site, templates: Templates, run: RecordedRun | None) -> dict[str, Callable[[str], str]]:
    """What the statement embeds, by the words behind `:::`. A run of another publication counts as none."""
    if run and run.publication.digest != site.publisher.digest:
        run = None
    found = untagged(site)
    fill = partial(
        templates.fill,
        run=run,
        lacking=[one for one in found if not one.is_exempt],
        exempt=[one for one in found if one.is_exempt],
    )
    return {
        f"accessibility {part}": partial(fill, f"accessibility-{part}.html")
        for part in ("status", "exceptions", "exemptions", "tests")
    }
