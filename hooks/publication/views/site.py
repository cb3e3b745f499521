"""What every view draws from, and the templates that it fills."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urljoin

import jinja2
from markupsafe import Markup

from publication.audits.prose import to_html
from publication.audits.statuses import ACTION_STATUSES, LISTED, STATUSES
from publication.posters.composed.content import HOLDING, long_date
from publication.views import addresses
from publication.views.acronyms import Expander

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from publication.audits.period import FinancialYear
    from publication.audits.public import PublicAudit, PublicCatalogue
    from publication.audits.publisher import Publisher
    from publication.audits.series import Series
    from publication.posters.collection import PublishedPoster
    from publication.posters.pack.pack import Pack

TEMPLATES = Path(__file__).parents[3] / "overrides" / "views"

K = TypeVar("K")


@dataclass(frozen=True)
class Cycle:
    """The audits of one year's cycle, and what readers call it."""

    name: str
    audits: tuple[PublicAudit, ...]


@dataclass(frozen=True)
class Site:
    """What this build shows, the posters of its published audits by slug, and what is public on this day.

    `catalogue` has drafts and embargoed records in it only in a preview. `public` never has: it is for what
    is handed on, such as feeds and data.
    """

    catalogue: PublicCatalogue
    public: PublicCatalogue
    posters: Mapping[str, PublishedPoster]
    today: dt.date
    packs: Mapping[str, Pack] = field(default_factory=dict)
    """All posters of a series as one file, by the slug of the series; of few posters there is none."""

    @property
    def publisher(self) -> Publisher:
        """Who publishes it."""
        return self.catalogue.publisher

    def absolute(self, address: str) -> str:
        """The full address of an address on the site."""
        return urljoin(self.publisher.addresses.site, address)

    @cached_property
    def audits(self) -> tuple[PublicAudit, ...]:
        """In the order of listings: by status, the latest period first, then by title."""
        return tuple(sorted(self.catalogue.audits, key=_listing_order))

    def released(self, audits: Iterable[PublicAudit]) -> tuple[PublicAudit, ...]:
        """Those of the audits that are public, as they are public."""
        return tuple(one for audit in audits if (one := self.public.audit(audit.slug)))

    @cached_property
    def by_topic(self) -> dict[str, tuple[PublicAudit, ...]]:
        """The audits of each topic, in the vocabulary's order, also of one without an audit yet."""
        found = self._grouped(lambda audit: audit.topics)
        return {topic: found.get(topic, ()) for topic in self.catalogue.vocabulary.topics}

    @cached_property
    def by_agency(self) -> dict[str, tuple[PublicAudit, ...]]:
        """The audits of each agency that took part in one."""
        return self._grouped(lambda audit: audit.agencies)

    @cached_property
    def by_year(self) -> dict[FinancialYear, tuple[PublicAudit, ...]]:
        """The audits of each financial year, the latest first; a range counts in each of its years."""
        found = self._grouped(lambda audit: audit.period.years if audit.period else ())
        return {year: found[year] for year in sorted(found, reverse=True)}

    @cached_property
    def re_audits(self) -> dict[str, tuple[PublicAudit, ...]]:
        """The audits that repeat an earlier one, by the slug of that one."""
        return self._grouped(lambda audit: (audit.re_audit_of,) if audit.re_audit_of else ())

    def of_series(self, slug: str) -> tuple[PublicAudit, ...]:
        """The audits of a series."""
        return self._by_series.get(slug, ())

    def cycles(self, series: Series) -> tuple[Cycle, ...]:
        """The cycles of a series that has them, the latest first; audits of no stated period come last."""
        if not series.cycle:
            return ()
        audits = self.of_series(series.slug)
        years = sorted({audit.period.years[-1] for audit in audits if audit.period}, reverse=True)
        dated = [
            Cycle(f"Cycle {year}", tuple(a for a in audits if a.period and a.period.years[-1] == year))
            for year in years
        ]
        undated = tuple(audit for audit in audits if not audit.period)
        return (*dated, *([Cycle("Cycle not stated", undated)] if undated else ()))

    def series(self, slug: str) -> Series:
        """The series with this slug, which validation has made sure of."""
        return self._series_by_slug[slug]

    @cached_property
    def _by_series(self) -> dict[str, tuple[PublicAudit, ...]]:
        return self._grouped(lambda audit: (audit.series,))

    @cached_property
    def _series_by_slug(self) -> dict[str, Series]:
        return {series.slug: series for series in self.catalogue.series}

    def _grouped(self, keys: Callable[[PublicAudit], Iterable[K]]) -> dict[K, tuple[PublicAudit, ...]]:
        groups: dict[K, list[PublicAudit]] = defaultdict(list)
        for audit in self.audits:
            for key in keys(audit):
                groups[key].append(audit)
        return {key: tuple(audits) for key, audits in groups.items()}


def _listing_order(audit: PublicAudit) -> tuple[int, int, str]:
    latest = -audit.period.last.toordinal() if audit.period else 0
    return (LISTED.index(audit.status), latest, audit.title.lower())


@dataclass(frozen=True)
class Templates:
    """Jinja templates with everything escaped but what `prose.to_html` has cleaned.

    `compiled` is a folder in which the next build finds them compiled.
    """

    site: Site
    folder: Path = TEMPLATES
    compiled: Path | None = None
    _environment: jinja2.Environment = field(init=False, repr=False)

    def __post_init__(self) -> None:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(self.folder),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            bytecode_cache=compiled_templates(self.compiled) if self.compiled else None,
        )
        environment.filters |= {
            "markdown": lambda text, headings=True: Markup(to_html(text, headings=headings)),  # noqa: S704 - cleaned
            "date": long_date,
            "size": file_size,
            "paragraphs": paragraphs,
        }
        environment.globals |= {
            "site": self.site,
            "words": self.site.catalogue.vocabulary,
            "status_words": STATUSES,
            "action_words": ACTION_STATUSES,
            "holding": HOLDING,
            "to": addresses,
        }
        object.__setattr__(self, "_environment", environment)

    def fill(self, name: str, at: str, **values: Any) -> str:
        """The template `name` as HTML for the page `at`.

        In it, `url(address)` links from there, and `prose(markdown)` expands acronyms where first used.
        """
        return self._environment.get_template(name).render(
            url=lambda to: addresses.relative(to, at),
            prose=Expander(self.site.catalogue.vocabulary.acronyms),
            **values,
        )


def compiled_templates(folder: Path) -> jinja2.BytecodeCache:
    """Keeps compiled templates in `folder`, each under the checksum of its text."""
    folder.mkdir(parents=True, exist_ok=True)
    return jinja2.FileSystemBytecodeCache(str(folder))


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


def count_by_status(audits: tuple[PublicAudit, ...]) -> str:
    """`9 published, 2 coming soon`: the statuses that occur, in the order of listings."""
    counts = Counter(audit.status for audit in audits)
    return ", ".join(f"{counts[status]} {STATUSES[status].lower()}" for status in LISTED if counts[status])
