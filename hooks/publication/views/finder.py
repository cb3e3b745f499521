"""The finder: every audit, the facets that narrow them down, and what its script searches.

Without JavaScript each choice is a link to its own listing, where it has one. `overrides/assets/js/finder.js`
turns the same choices into controls, and finds with the entries that stand in the page.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publication.audits.prose import to_text
from publication.audits.statuses import SHOWN_AS
from publication.views import addresses
from publication.views.acronyms import both_ways
from publication.views.artefact import Artefact, Page
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publication.audits.public import PublicAudit
    from publication.views.site import Site, Templates


@dataclass(frozen=True)
class Choice:
    """One value of a facet: its word in the address, its name, how many audits have it, its listing."""

    value: str
    name: str
    count: int
    listing: str = ""


@dataclass(frozen=True)
class Facet:
    """One way to narrow down: its key in the address, its name, and its choices, those without audits too."""

    key: str
    name: str
    choices: tuple[Choice, ...]

    @property
    def found(self) -> tuple[Choice, ...]:
        """The choices that find something."""
        return tuple(choice for choice in self.choices if choice.count)

    @property
    def listed(self) -> tuple[Choice, ...]:
        """The choices that have a listing of their own."""
        return tuple(choice for choice in self.choices if choice.listing)


def finder(site: Site, templates: Templates) -> Artefact:
    """The page with every audit, the latest first."""
    audits = sorted(site.audits, key=_latest_first)
    data = {
        "audits": [_entry(audit, site) for audit in audits],
        "acronyms": list(site.catalogue.vocabulary.acronyms),
    }
    html = templates.fill("finder.html", addresses.FINDER, audits=audits, facets=facets(site), data=data)
    summary = f"{count_of(len(audits), 'audit')}, to be found by topic, year and words."
    return Artefact(addresses.FINDER, html, page=Page("All audits", summary))


def facets(site: Site) -> tuple[Facet, ...]:
    """In the order in which readers see them; choices in the vocabulary's order, years the latest first."""
    words = site.catalogue.vocabulary
    counts = Counter(
        (key, value)
        for audit in site.audits
        for key, values in _values(audit, site).items()
        for value in values
    )

    def facet(key: str, name: str, names: Mapping[str, str], listing: Callable[[str], str] | None) -> Facet:
        choices = (
            Choice(value, named, counts[key, value], listing(value) if listing else "")
            for value, named in names.items()
        )
        return Facet(key, name, tuple(choices))

    return (
        facet("series", "Series", {one.slug: one.title for one in site.catalogue.series}, addresses.series),
        facet("topic", "Topic", words.topics, addresses.topic),
        facet("agency", "Agency", words.agencies, None),
        facet("year", "Year", {year.slug: str(year) for year in site.by_year}, addresses.year),
        facet("status", "Status", SHOWN_AS, None),
    )


def _values(audit: PublicAudit, site: Site) -> dict[str, tuple[str, ...]]:
    """What an audit has of each facet; a range of years counts in each of its years."""
    return {
        "series": (audit.series,) if audit.series else (),
        "topic": audit.topics,
        "agency": audit.agencies,
        "year": tuple(year.slug for year in audit.period.years) if audit.period else (),
        "status": (site.shown_as(audit),),
    }


def _latest_first(audit: PublicAudit) -> tuple[int, str]:
    """By the end of the period, or by the month in which it is expected; what has neither comes last."""
    when = audit.period or audit.expected
    return (-(when.last if when else dt.date.min).toordinal(), audit.title.lower())


def _entry(audit: PublicAudit, site: Site) -> dict[str, Any]:
    """An audit as the script finds it: its facets' values, its title, and its other words.

    The names of facets are in the page already.
    """
    words = [to_text(text) for text in (audit.opening, audit.scope) if text]
    if when := site.when(audit):
        words.append(when)
    vocabulary = site.catalogue.vocabulary
    named = [site.series(audit.series).title]
    named += [vocabulary.topics[topic] for topic in audit.topics]
    named += [vocabulary.agencies[agency] for agency in audit.agencies]
    said = " ".join([audit.title, *words, *named])
    words += both_ways(said, vocabulary.acronyms)
    return {**_values(audit, site), "title": audit.title, "words": " ".join(words)}
