"""Posters side by side: the gallery, the files behind it, and the parts that other pages embed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits.period import Period
from publication.audits.statuses import COMPLETED
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.audits.public import PublicAudit
    from publication.audits.series import Series
    from publication.views.site import Site, Templates


@dataclass(frozen=True)
class Total:
    """A number, and what it counts."""

    number: int
    label: str


def gallery(site: Site, templates: Templates) -> Artefact:
    """Every poster, by series."""
    groups = [(series, _with_poster(site, series.slug)) for series in site.catalogue.series]
    shown = [(series, audits) for series, audits in groups if audits]
    count = sum(len(audits) for _, audits in shown)
    html = templates.fill("gallery.html", addresses.GALLERY, groups=shown, count=count)
    summary = f"{count_of(count, 'poster')} to read, download and print."
    return Artefact(addresses.GALLERY, html, page=Page("Posters", summary))


def _with_poster(site: Site, series: str) -> tuple[PublicAudit, ...]:
    return tuple(audit for audit in site.of_series(series) if audit.slug in site.posters)


def poster_files(site: Site) -> Iterator[Artefact]:
    """The pictures and the download of each poster."""
    for poster in site.posters.values():
        for name, path in sorted(poster.files.items()):
            yield Artefact(addresses.poster(name), path)


def embedded(site: Site, templates: Templates) -> dict[str, Callable[[str], str]]:
    """What a hand-written page may embed, by the words behind `:::`. Each takes the page's address."""
    parts = {"numbers": lambda at: templates.fill("numbers.html", at, totals=_overall(site))}
    for series in site.catalogue.series:
        parts[f"series {series.slug}"] = _series_part(site, templates, series)
    return parts


def _series_part(site: Site, templates: Templates, series: Series) -> Callable[[str], str]:
    audits = site.of_series(series.slug)
    totals = series_totals(series, audits)
    return lambda at: templates.fill("series.html", at, series=series, audits=audits, totals=totals)


def _overall(site: Site) -> list[Total]:
    statuses = [audit.status for audit in site.audits]
    return [
        Total(statuses.count("published"), "audits published"),
        Total(statuses.count("coming-soon"), "coming soon"),
        Total(statuses.count("planned"), "planned"),
    ]


def series_totals(series: Series, audits: tuple[PublicAudit, ...]) -> list[Total]:
    """How many audits were completed in each year, then what is to come.

    Where records give a range of years, the year's number is the one that the partnership reported, which
    validation has held against the records. Where it reported none, the range has a number of its own.
    """
    completed = [audit for audit in audits if audit.status in COMPLETED]
    spans = [audit.period.years for audit in completed if audit.period]
    numbers = dict(Counter(span for span in spans if series.reported.keys().isdisjoint(span)))
    numbers |= {(year,): series.reported[year] for span in spans for year in span if year in series.reported}
    totals = [Total(number, f"in {Period(span[0], span[-1])}") for span, number in sorted(numbers.items())]
    for year, number in series.planned.items():
        named = sum(1 for audit in audits if audit.period and year in audit.period.years)
        totals.append(Total(number, f"planned for {year}, {named} of them announced so far"))
    return totals
