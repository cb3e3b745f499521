"""Atom feeds of what was published and what was withdrawn: all audits, those of each series, of each topic.

RFC 4287 is the rule of their form. Two of its demands need an answer, because a record may lack a date:

- *Each entry says when it was updated.* An audit's is the day of its publication, that of a withdrawn one the
  day of its withdrawal. What was published before this site has no such day in its record, and none is made
  up: the entry has no `published`, and its `updated` is the last day of the audit's period (or the first,
  while the period lasts), which the record does state and which puts the entry in its place among the
  others. The entry itself says so in words.
- *Each feed says when it was updated*: the latest such day of its entries. A feed that still waits for its
  first entry has the day 1 January 1970, by which computers mean that there was none.

Days become midnight UTC, because no record knows an hour. The build's own day is in no feed, so that the
same records make the same bytes.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits.prose import to_text
from publication.audits.sections import SECTIONS
from publication.audits.statuses import COMPLETED
from publication.views import addresses
from publication.views.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from publication.audits.public import PublicAudit
    from publication.posters.collection import PublishedPoster
    from publication.views.site import Site, Templates

MEDIA_TYPE = "application/atom+xml"
POSTER_TYPES = {"PDF": "application/pdf", "PNG": "image/png", "JPEG": "image/jpeg"}
"""The media type of a poster's download, by its kind."""

LATEST = 100
"""Entries in a feed, the latest ones. Readers' programs fetch a whole feed many times a day, and nothing is
missed as long as fewer are published between two fetches."""

NEVER = dt.date(1970, 1, 1)


@dataclass(frozen=True)
class Feed:
    """One feed: its name for readers, its address, the page that it follows, and its entries' audits."""

    name: str
    address: str
    page: str
    audits: tuple[PublicAudit, ...]


@dataclass(frozen=True)
class FeedEntry:
    """One audit as feeds show it. `content` is the HTML of its page's words, `summary` is plain text.

    `address` is the full one of its page. `id` is the first that the audit had: where its record was renamed,
    that of the first of its `former_slugs`, or readers would be shown everything a second time.
    """

    audit: PublicAudit
    id: str
    address: str
    updated: dt.date
    summary: str
    content: str
    poster: PublishedPoster | None


def address_of(page: str) -> str:
    """The feed that belongs to a page: `series/neglect/` has `series/neglect/feed.xml`."""
    return f"{page}feed.xml"


def all_feeds(site: Site) -> list[Feed]:
    """The feed of all audits first, then those of series and of topics, each in its own order."""
    pages = [("All audits", addresses.HOME, site.audits)]
    for one in site.catalogue.series:
        pages.append((one.title, addresses.series(one.slug), site.of_series(one.slug)))
    for topic, name in site.catalogue.vocabulary.topics.items():
        audits = tuple(audit for audit in site.audits if topic in audit.topics)
        pages.append((name, addresses.topic(topic), audits))
    return [Feed(name, address_of(page), page, _latest(audits, site)) for name, page, audits in pages]


def feeds(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """Each feed as a file. `absolute` gives the full address of an address on the site."""
    entries: dict[str, FeedEntry] = {}
    for feed in all_feeds(site):
        for audit in feed.audits:
            if audit.slug not in entries:
                entries[audit.slug] = _entry(audit, site, templates, absolute)
        shown = [entries[audit.slug] for audit in feed.audits]
        updated = max((entry.updated for entry in shown), default=NEVER)
        xml = templates.fill(
            "feed.xml",
            feed.address,
            feed=feed,
            entries=shown,
            updated=updated,
            absolute=absolute,
            media_type=MEDIA_TYPE,
            poster_types=POSTER_TYPES,
        )
        yield Artefact(feed.address, xml)


def embedded(site: Site, templates: Templates) -> dict[str, Callable[[str], str]]:
    """The list of feeds, for hand-written pages: `::: feeds`."""
    main, *others = all_feeds(site)
    kinds = {"series/": "Each series", "topics/": "Each topic"}
    groups = [("Everything", [main])]
    groups += [(name, [one for one in others if one.page.startswith(at)]) for at, name in kinds.items()]
    return {"feeds": lambda at: templates.fill("feeds.html", at, groups=groups)}


def updated_on(audit: PublicAudit, today: dt.date) -> dt.date:
    """The day that an audit's entry was last changed, as far as its record knows: see the module."""
    if audit.changed_on:
        return audit.changed_on
    assert audit.period, "validation asks for the period of what is published or withdrawn"
    return audit.period.last if audit.period.last <= today else audit.period.first


def _latest(audits: Iterable[PublicAudit], site: Site) -> tuple[PublicAudit, ...]:
    """The completed ones, the latest first: no draft and no embargo, in the preview either."""
    shown = [one for one in site.released(audits) if one.status in COMPLETED]
    shown.sort(key=lambda one: (-updated_on(one, site.today).toordinal(), one.slug))
    return tuple(shown[:LATEST])


def _entry(audit: PublicAudit, site: Site, templates: Templates, absolute: Callable[[str], str]) -> FeedEntry:
    poster = site.posters.get(audit.slug)
    content = templates.fill(
        "feed-entry.html",
        addresses.audit(audit.slug),
        audit=audit,
        headings=SECTIONS,
        poster=poster,
        successor=site.public.audit(audit.superseded_by),
        absolute=absolute,
    )
    return FeedEntry(
        audit=audit,
        id=absolute(addresses.audit(next(iter(audit.former_slugs), audit.slug))),
        address=absolute(addresses.audit(audit.slug)),
        updated=updated_on(audit, site.today),
        summary=to_text(audit.opening),
        content=content,
        poster=poster,
    )
