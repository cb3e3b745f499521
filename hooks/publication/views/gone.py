"""A page at each address that was public once and is gone on purpose: since when, why, and where to look.

A static host answers "not found" wherever there is no file, and a reader with a bookmark would take that for
a mistake. Neither search nor sitemap has these pages.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from publication.audits.gone import FILE
from publication.views.artefact import Artefact, Page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publication.audits.gone import Gone
    from publication.views.site import Templates

KINDS = {"audits": "Audit", "series": "Series", "topics": "Topic", "years": "Year"}
"""What stood at addresses that begin like this, as its page was called."""


def gone_pages(gone: Iterable[Gone], standing: Iterable[str], templates: Templates) -> Iterator[Artefact]:
    """For each page that is gone, the page that says so; where a preview has a draft, that stands there."""
    taken = {address.removesuffix("index.html") for address in standing}
    pages = [one for one in gone if one.is_page and one.address not in taken]
    names = Counter(one.title for one in pages)
    for one in pages:
        kind = KINDS.get(one.address.partition("/")[0], "Page")
        html = templates.fill("gone.html", one.address, one=one, kind=kind)
        where = one.address.rstrip("/")
        name = one.title or where
        if names[one.title] > 1 and one.title:
            name = f"{name} ({where})"  # an audit may have had several addresses; a page's title is its own
        yield Artefact(
            one.address, html, FILE, Page(f"This page is no longer here: {name}", one.why, is_unlisted=True)
        )
