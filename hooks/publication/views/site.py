"""What every view draws from, and the templates that it fills."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from publication.audits.prose import to_html
from publication.posters.content import HOLDING, long_date
from publication.views import addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from publication.audits.audit import Audit
    from publication.audits.catalogue import Catalogue
    from publication.audits.series import Series
    from publication.posters.collection import PublishedPoster

TEMPLATES = Path(__file__).parents[3] / "overrides" / "views"

STATUS_WORDS = {
    "draft": "Draft: not published",
    "planned": "Planned",
    "coming-soon": "Coming soon",
    "published": "Published",
    "withdrawn": "Withdrawn",
}
_ORDER = ("published", "coming-soon", "planned", "withdrawn", "draft")


@dataclass(frozen=True)
class Site:
    """The catalogue as this build may show it, and the posters of its published audits by slug."""

    catalogue: Catalogue
    posters: Mapping[str, PublishedPoster]
    publisher: str
    today: dt.date

    @cached_property
    def audits(self) -> tuple[Audit, ...]:
        """In the order of listings: by status, the latest period first, then by title."""
        return tuple(sorted(self.catalogue.audits, key=_listing_order))

    def of_series(self, slug: str) -> tuple[Audit, ...]:
        """The audits of a series."""
        return tuple(audit for audit in self.audits if audit.series == slug)

    def series(self, slug: str) -> Series:
        """The series with this slug, which validation has made sure of."""
        return next(series for series in self.catalogue.series if series.slug == slug)


def _listing_order(audit: Audit) -> tuple[int, int, str]:
    latest = -audit.period.last.toordinal() if audit.period else 0
    return (_ORDER.index(audit.status), latest, audit.title.lower())


@dataclass(frozen=True)
class Templates:
    """Jinja templates with everything escaped but what `prose.to_html` has cleaned."""

    site: Site
    folder: Path = TEMPLATES
    _environment: jinja2.Environment = field(init=False, repr=False)

    def __post_init__(self) -> None:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.filters |= {
            "markdown": lambda text: Markup(to_html(text)),  # noqa: S704 - cleaned by nh3
            "date": long_date,
            "size": file_size,
            "paragraphs": paragraphs,
        }
        environment.globals |= {
            "site": self.site,
            "words": self.site.catalogue.vocabulary,
            "status_words": STATUS_WORDS,
            "holding": HOLDING,
            "to": addresses,
        }
        object.__setattr__(self, "_environment", environment)

    def fill(self, name: str, at: str, **values: Any) -> str:
        """The template `name` as HTML for the page `at`; in it, `url(address)` links from there."""
        template = self._environment.get_template(
            name, globals={"url": lambda to: addresses.relative(to, at)}
        )
        return template.render(**values)


def file_size(count: int) -> str:
    """Bytes as a reader knows them, in steps of 1,000: `38 KB`, `1.2 MB`."""
    if count >= 999_500:
        return f"{count / 1_000_000:.1f} MB"
    return f"{max(1, round(count / 1000))} KB"


@dataclass(frozen=True)
class Paragraph:
    """A paragraph (one line) or a list (a line for each item) of a poster's plain text."""

    is_list: bool
    lines: tuple[str, ...]


def paragraphs(text: str) -> list[Paragraph]:
    """The plain text of a poster, as `posters.text.tidy` leaves it: blank lines part, `- ` begins an item."""
    found = []
    for is_list, lines in groupby(
        (line.strip() for line in text.splitlines() if line.strip()), lambda line: line.startswith("- ")
    ):
        if is_list:
            found.append(Paragraph(True, tuple(line[2:].strip() for line in lines)))
        else:
            found += [Paragraph(False, (line,)) for line in lines]
    return found


def count_of(number: int, noun: str) -> str:
    """`1 audit`, `9 audits`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def count_by_status(audits: tuple[Audit, ...]) -> str:
    """`9 published, 2 coming soon`: the statuses that occur, in the order of listings."""
    counts = Counter(audit.status for audit in audits)
    return ", ".join(
        f"{counts[status]} {STATUS_WORDS[status].lower()}" for status in _ORDER if counts[status]
    )
