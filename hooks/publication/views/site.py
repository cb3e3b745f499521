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

from publication.audits import cycle
from publication.audits.prose import to_html
from publication.audits.statuses import ACTION_STATUSES, LISTED, NOT_SUPPLIED, SHOWN_AS, TO_COME
from publication.posters.composed.content import HOLDING, long_date, notice
from publication.views import addresses
from publication.views.acronyms import Expander

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Iterable, Mapping

    from publication.audits.audit import Readable
    from publication.audits.period import FinancialYear
    from publication.audits.public import PublicAudit, PublicCatalogue
    from publication.audits.publisher import Publisher
    from publication.audits.series import Committee, Series
    from publication.posters.briefings import PublishedBriefing
    from publication.posters.collection import PublishedPoster
    from publication.posters.pack.pack import Pack

TEMPLATES = Path(__file__).parents[3] / "overrides" / "views"

K = TypeVar("K")


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
    """All posters, or all briefings, of a series as one file, by its address; of few there is none."""
    briefings: Mapping[str, PublishedBriefing] = field(default_factory=dict)
    """The briefing of each published audit that has learning, by slug."""

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
        return tuple(sorted(self.catalogue.audits, key=self._listing_order))

    def released(self, audits: Iterable[PublicAudit]) -> tuple[PublicAudit, ...]:
        """Those of the audits that are public, as they are public."""
        return tuple(one for audit in audits if (one := self.public.audit(audit.slug)))

    def name(self, audit: PublicAudit) -> str:
        """The audit's title as pages, tabs and bookmarks have it, of which no two may be the same.

        Where several audits have one title, its period stands behind it; if that is the same too, its slug.
        """
        title, when = audit.title.casefold(), str(audit.period or "")
        if self._names[title, None] == 1:
            return audit.title
        return f"{audit.title} ({when if when and self._names[title, when] == 1 else audit.slug})"

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

    def series(self, slug: str) -> Series:
        """The series of audits with this slug. In a publication without series it has no slug, no title."""
        return self.catalogue.series_called(slug)

    def shown_as(self, audit: Readable) -> str:
        """Where it stands for readers: a key of SHOWN_AS."""
        return cycle.shown_as(audit, self.series(audit.series), self.today)

    def is_to_come(self, audit: Readable) -> bool:
        """Whether its learning may still be awaited."""
        return self.shown_as(audit) in TO_COME

    def when(self, audit: PublicAudit) -> str:
        """When it took place, as far as it is known: its period, or the name of its cycle; or ""."""
        return cycle.when(audit, self.series(audit.series))

    def notice(self, audit: PublicAudit) -> str:
        """What a reader of its poster must know first: that newer learning replaces it; or ""."""
        return notice(audit, self.catalogue, "poster")

    def committees(self, audit: PublicAudit) -> tuple[Committee, ...]:
        """Those of its series that were there in its period; without a period, while it is to come, those of
        today. Of an audit that is over nobody knows them without a period.
        """
        if audit.period:
            first, last = audit.period.first, audit.period.last
        elif self.shown_as(audit) == NOT_SUPPLIED:
            return ()
        else:
            first = last = self.today
        return tuple(one for one in self.series(audit.series).committees if one.serves(first, last))

    def count_by_status(self, audits: tuple[PublicAudit, ...]) -> str:
        """`9 published, 2 coming soon`: where audits stand, in the order of listings."""
        counts = Counter(map(self.shown_as, audits))
        words = {**SHOWN_AS, NOT_SUPPLIED: "with findings not supplied"}
        return ", ".join(f"{counts[key]} {words[key].lower()}" for key in LISTED if counts[key])

    @cached_property
    def _by_series(self) -> dict[str, tuple[PublicAudit, ...]]:
        return self._grouped(lambda audit: (audit.series,))

    @cached_property
    def _names(self) -> Counter[tuple[str, str | None]]:
        """How many audits have a title, and how many have it with a period ("" for none)."""
        titles = [(audit.title.casefold(), str(audit.period or "")) for audit in self.audits]
        return Counter([*titles, *((title, None) for title, _ in titles)])

    def _grouped(self, keys: Callable[[PublicAudit], Iterable[K]]) -> dict[K, tuple[PublicAudit, ...]]:
        groups: dict[K, list[PublicAudit]] = defaultdict(list)
        for audit in self.audits:
            for key in keys(audit):
                groups[key].append(audit)
        return {key: tuple(audits) for key, audits in groups.items()}

    def _listing_order(self, audit: PublicAudit) -> tuple[int, int, str]:
        latest = -audit.period.last.toordinal() if audit.period else 0
        return (LISTED.index(self.shown_as(audit)), latest, audit.title.lower())


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
            "status_words": SHOWN_AS,
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
