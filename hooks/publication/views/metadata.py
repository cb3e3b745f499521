"""What machines read in the head of a page: alternates, Open Graph, schema.org data, its last change.

Everything follows from a page's address. What no record knows is left out: an audit that was published
before this site has no date here, listings have none at all, and nothing is said of a licence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from publication.audits.prose import to_text
from publication.audits.statuses import SHOWN_AS
from publication.posters.composed.site_picture import SIZE
from publication.views import addresses, feeds, opendata
from publication.views.brand import SITE_PICTURE

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

    from publication.audits.public import PublicAudit
    from publication.views.artefact import Page
    from publication.views.site import Site

CONTEXT = "https://schema.org"
LANGUAGE = "en-GB"


@dataclass(frozen=True)
class Alternate:
    """The same content in another form: a media type, a name for readers, an address on the site."""

    media_type: str
    title: str
    address: str


@dataclass(frozen=True)
class Picture:
    """A picture for link previews: its full address, its size in pixels, and its words."""

    address: str
    media_type: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class Head:
    """One page as machines see it. `data` is the schema.org data, empty where there is nothing to say."""

    kind: str
    alternates: tuple[Alternate, ...]
    pictures: tuple[Picture, ...]
    published: dt.date | None = None
    modified: dt.date | None = None
    data: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Heads:
    """The heads of all pages. `pages` are the generated ones by address; `absolute` gives full addresses."""

    site: Site
    pages: Mapping[str, Page]
    absolute: Callable[[str], str]

    def of(self, address: str) -> Head:
        """The head of the page at this address on the site, generated or written by hand."""
        trail = self.trail(address)
        things = [*self._things(address), *([self._breadcrumbs(address, trail)] if trail else [])]
        audit = self._audits.get(address)
        return Head(
            kind="article" if audit else "website",
            alternates=(*self._feeds.get(address, ()), *self._always, *self._data(address)),
            pictures=tuple(self._pictures(audit)),
            published=audit.published if audit else None,
            modified=audit.changed_on if audit else None,
            data={"@context": CONTEXT, "@graph": things} if things else {},
        )

    def trail(self, address: str) -> list[tuple[str, str]]:
        """The way to a generated page as its "You are here" shows it: names and addresses, without itself."""
        if address not in self.pages:
            return []
        way = [(self._name, addresses.HOME)]
        if address.count("/") > 1:
            way.append((self.pages[addresses.FINDER].title, addresses.FINDER))
        briefed = self._briefed.get(address)
        audit = briefed or self._audits.get(address)
        if audit and audit.series:
            way.append((self.site.series(audit.series).title, addresses.series(audit.series)))
        if briefed:
            way.append((briefed.title, addresses.audit(briefed.slug)))
        return way

    @cached_property
    def _audits(self) -> dict[str, PublicAudit]:
        return {addresses.audit(audit.slug): audit for audit in self.site.audits}

    @cached_property
    def _briefed(self) -> dict[str, PublicAudit]:
        return {addresses.briefing(audit.slug): audit for audit in self.site.audits}

    @cached_property
    def _always(self) -> tuple[Alternate, ...]:
        return (Alternate(feeds.MEDIA_TYPE, f"{self._name}: All audits", feeds.address_of(addresses.HOME)),)

    @cached_property
    def _feeds(self) -> dict[str, tuple[Alternate, ...]]:
        """The feeds of listings, by the page that each follows. That of all audits is on every page."""
        return {
            one.page: (Alternate(feeds.MEDIA_TYPE, f"{self._name}: {one.name}", one.address),)
            for one in feeds.all_feeds(self.site)
            if one.page != addresses.HOME
        }

    def _data(self, address: str) -> tuple[Alternate, ...]:
        """The data, on the page that explains it."""
        if address != opendata.DATA:
            return ()
        return (
            Alternate("application/json", f"{self._name}: JSON", opendata.JSON),
            Alternate("text/csv", f"{self._name}: CSV", opendata.CSV),
        )

    def _pictures(self, audit: PublicAudit | None) -> list[Picture]:
        words = f"{self._name}, {self.site.publisher.name}"
        pictures = [Picture(self.absolute(SITE_PICTURE), "image/png", *SIZE, words)]
        if audit and (poster := self.site.posters.get(audit.slug)):
            first = poster.pages[0]
            at = self.absolute(addresses.poster(first.name))
            poster_picture = Picture(at, "image/webp", first.width, first.height, f"Poster: {audit.title}")
            pictures.insert(0, poster_picture)
        return pictures

    def _breadcrumbs(self, address: str, trail: list[tuple[str, str]]) -> dict[str, Any]:
        steps = [*trail, (self.pages[address].title, address)]
        return {
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": number, "name": name, "item": self.absolute(at)}
                for number, (name, at) in enumerate(steps, start=1)
            ],
        }

    def _things(self, address: str) -> list[dict[str, Any]]:
        """What the page is about, where schema.org has a word for it."""
        if audit := self._audits.get(address):
            return [self._report(audit)]
        if address == addresses.HOME:
            return [self._web_site()]
        return [self._dataset()] if address == opendata.DATA else []

    def _publisher(self) -> dict[str, str]:
        return {"@type": "Organization", "name": self.site.publisher.name}

    @property
    def _name(self) -> str:
        return self.site.publisher.site_name

    def _web_site(self) -> dict[str, Any]:
        return {
            "@type": "WebSite",
            "name": self._name,
            "url": self.absolute(addresses.HOME),
            "inLanguage": LANGUAGE,
            "publisher": self._publisher(),
        }

    def _dataset(self) -> dict[str, Any]:
        files = {opendata.JSON: "application/json", opendata.CSV: "text/csv"}
        return {
            "@type": "Dataset",
            "name": f"{self._name}: every audit as data",
            "description": "Every audit on this site: its series, period, topics, status and learning.",
            "url": self.absolute(opendata.DATA),
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
            "creator": self._publisher(),
            "distribution": [
                {"@type": "DataDownload", "contentUrl": self.absolute(file), "encodingFormat": media_type}
                for file, media_type in files.items()
            ],
        }

    def _report(self, audit: PublicAudit) -> dict[str, Any]:
        """An audit as a schema.org Report; fields that the record does not know are left out."""
        at = self.absolute(addresses.audit(audit.slug))
        series = self.site.series(audit.series)
        words = self.site.catalogue.vocabulary
        period, modified = audit.period, audit.changed_on
        report = {
            "@type": "Report",
            "@id": f"{at}#audit",
            "url": at,
            "name": audit.title,
            "description": to_text(audit.opening),
            "inLanguage": LANGUAGE,
            "isAccessibleForFree": True,
            "creativeWorkStatus": SHOWN_AS[self.site.shown_as(audit)],
            "publisher": self._publisher(),
            "author": self._publisher(),
            "about": [{"@type": "Thing", "name": words.topics[topic]} for topic in audit.topics],
            "isPartOf": {
                "@type": "CreativeWorkSeries",
                "name": series.title,
                "url": self.absolute(addresses.series(series.slug)),
            }
            if series.slug
            else None,
            "temporalCoverage": f"{period.first}/{period.last}" if period else None,
            "datePublished": str(audit.published) if audit.published else None,
            "dateModified": str(modified) if modified else None,
            **self._poster(audit),
        }
        return {key: value for key, value in report.items() if value is not None}

    def _poster(self, audit: PublicAudit) -> dict[str, Any]:
        poster = self.site.posters.get(audit.slug)
        if poster is None:
            return {}
        first = poster.pages[0]
        return {
            "image": {
                "@type": "ImageObject",
                "url": self.absolute(addresses.poster(first.name)),
                "width": first.width,
                "height": first.height,
            },
            "encoding": {
                "@type": "MediaObject",
                "contentUrl": self.absolute(addresses.poster(poster.download)),
                "encodingFormat": feeds.POSTER_TYPES[poster.kind],
                "contentSize": f"{poster.size} B",
            },
        }
