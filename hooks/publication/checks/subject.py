"""What every rule is given: a built site, and the project that it was built from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from publication.audits import vocabulary
from publication.audits.public import public_catalogue
from publication.audits.statuses import COMPLETED
from publication.checks.sources import Sources
from publication.posters.collection import FOLDER as POSTERS
from publication.views import addresses, feeds
from publication.views.site import Site

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from publication.audits.audit import Audit, Readable
    from publication.audits.catalogue import Catalogue
    from publication.checks.built import BuiltSite
    from publication.posters.artwork import Artwork


@dataclass(frozen=True)
class Subject:
    """A built site, and what the project's records say on the day `today`.

    `base` is the site's absolute address, ending in a slash, or "" where it is not known. `catalogue` has
    every record, drafts and embargoes too. `changed` are addresses of pages that a request changes.
    """

    root: Path
    site: BuiltSite
    catalogue: Catalogue
    today: dt.date
    base: str
    artworks: Mapping[str, Artwork] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()

    def with_changed(self, files: Iterable[str]) -> Subject:
        """The same, with the pages that follow from these files of the project as changed.

        A line of the vocabulary, or of a template, changes many pages in the same way: they count as none.
        """
        changed, posters = set(files), f"{POSTERS}/"
        records = {audit.file for audit in self.catalogue.audits if f"{posters}{audit.poster}" in changed}
        wanted = (changed | records) - {vocabulary.FILE}
        pages = {address for address, source in self.sources.all.items() if source.file in wanted}
        return replace(self, changed=frozenset(pages))

    @cached_property
    def public(self) -> Site:
        """What readers may see, as views order it. It has no posters: those are looked for on the site."""
        public = public_catalogue(self.catalogue, self.today)
        return Site(public, public, {}, self.today)

    @cached_property
    def unpublished(self) -> tuple[Audit, ...]:
        """Drafts and running embargoes."""
        return tuple(audit for audit in self.catalogue.audits if not audit.is_visible(self.today))

    def pages_with_feeds(self, audit: Readable) -> list[str]:
        """The pages whose feeds have an audit: the landing page, its series, its topics."""
        series = [addresses.series(audit.series)] if audit.series else []
        return [addresses.HOME, *series, *map(addresses.topic, audit.topics)]

    @cached_property
    def latest(self) -> dict[str, frozenset[str]]:
        """The slugs that the feed of each page has: of what was published or withdrawn, the latest."""
        completed = [audit for audit in self.public.audits if audit.status in COMPLETED]
        completed.sort(key=lambda one: (-feeds.updated_on(one, self.today).toordinal(), one.slug))
        found: dict[str, list[str]] = defaultdict(list)
        for audit in completed:
            for page in self.pages_with_feeds(audit):
                if len(found[page]) < feeds.LATEST:
                    found[page].append(audit.slug)
        return defaultdict(frozenset, {page: frozenset(slugs) for page, slugs in found.items()})

    @cached_property
    def feeds(self) -> frozenset[str]:
        """The addresses of all feeds: of everything, of each series, of each topic."""
        return frozenset(one.address for one in feeds.all_feeds(self.public))

    @cached_property
    def sources(self) -> Sources:
        """Where the pages of the public site were written."""
        return Sources(self.root, self.public.catalogue)
