"""Posters side by side: the gallery, the files behind it, and the parts that other pages embed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits.period import Period
from publication.audits.reported import excesses
from publication.audits.series import WITHOUT
from publication.audits.statuses import COMPLETED, NOT_SUPPLIED
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.cycles import cycles
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
    groups = [(series, _with_poster(site, series.slug)) for series in all_series(site)]
    shown = [(series, audits) for series, audits in groups if audits]
    count = sum(len(audits) for _, audits in shown)
    html = templates.fill("gallery.html", addresses.GALLERY, groups=shown, count=count)
    summary = f"{count_of(count, 'poster')} to read, download and print." if count else "No poster yet."
    return Artefact(addresses.GALLERY, html, page=Page("Posters", summary))


def all_series(site: Site) -> tuple[Series, ...]:
    """In their order. In a publication without series, what stands for the one of all its audits."""
    return site.catalogue.series or (WITHOUT,)


def _with_poster(site: Site, series: str) -> tuple[PublicAudit, ...]:
    return tuple(audit for audit in site.of_series(series) if audit.slug in site.posters)


def poster_files(site: Site) -> Iterator[Artefact]:
    """The pictures and the download of each poster."""
    for poster in site.posters.values():
        for name, path in sorted(poster.files.items()):
            yield Artefact(addresses.poster(name), path)


def embedded(site: Site, templates: Templates) -> dict[str, Callable[[str], str]]:
    """What a hand-written page may embed, by the words behind `:::`. Each takes the page's address."""
    parts = [_series_part(site, templates, series) for series in all_series(site)]
    topics = [(topic, len(audits)) for topic, audits in site.by_topic.items() if audits]
    return {
        "numbers": lambda at: templates.fill("numbers.html", at, totals=_overall(site)),
        "series": lambda at: "\n".join(part(at) for part in parts),
        "topics": lambda at: templates.fill("topics.html", at, topics=topics),
        **{f"series {series.slug}": part for series, part in zip(site.catalogue.series, parts, strict=False)},
    }


def _series_part(site: Site, templates: Templates, series: Series) -> Callable[[str], str]:
    return lambda at: templates.fill(
        "series.html",
        at,
        series=series,
        audits=site.of_series(series.slug),
        totals=series_totals(series, site.of_series(series.slug)),
        cycles=cycles(site, series),
    )


def _overall(site: Site) -> list[Total]:
    """How many audits stand where: what there is none of is left out."""
    counts = Counter(map(site.shown_as, site.audits))
    labels = {
        "published": f"audit{'' if counts['published'] == 1 else 's'} published",
        "coming-soon": "coming soon",
        "planned": "planned",
        NOT_SUPPLIED: "with findings not supplied",
    }
    return [Total(counts[key], label) for key, label in labels.items() if counts[key]]


def series_totals(series: Series, audits: tuple[PublicAudit, ...]) -> list[Total]:
    """How many audits were completed in each year, then what is to come.

    Of a year that the partnership reported on it is the number that it reported, with the year of the report;
    where there are more records than that, their number stands beside it. Of other years it is the number of
    records; where records give a range of years, the range has a number of its own.
    """
    reported = series.reported.totals if series.reported else {}
    completed = [audit.period.years for audit in audits if audit.period and audit.status in COMPLETED]
    spans = Counter(span for span in completed if reported.keys().isdisjoint(span))
    found = [(span, Total(number, f"in {Period(span[0], span[-1])}")) for span, number in spans.items()]
    if series.reported:
        on = f"as reported in {series.reported.on}"
        found += [((year,), Total(number, f"in {year}, {on}")) for year, number in reported.items()]
    found.sort(key=lambda one: one[0])
    beyond = [
        Total(len(excess.records), f"of {excess.period} on this site")
        for excess in (excesses(series.reported, audits) if series.reported else ())
    ]
    return [*(total for _, total in found), *beyond, *_planned(series, audits)]


def _planned(series: Series, audits: tuple[PublicAudit, ...]) -> list[Total]:
    """What the partnership said that it plans, and how much of that is announced."""
    totals = []
    for year, number in series.planned.items():
        named = sum(1 for one in audits if one.status != "draft" and one.period and year in one.period.years)
        how = f"{named} of them announced so far" if named <= number else f"{named} announced so far"
        totals.append(Total(number, f"planned for {year}, {how}"))
    return totals
