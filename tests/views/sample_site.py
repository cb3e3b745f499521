"""A small site made in code: a catalogue and posters, without a file."""

from __future__ import annotations

import datetime as dt
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from publication.audits.audit import Audit
from publication.audits.catalogue import Catalogue
from publication.audits.public import public_catalogue
from publication.audits.publisher import Publisher
from publication.audits.record import AuditFields
from publication.audits.series import Series, SeriesFields
from publication.audits.vocabulary import Vocabulary
from publication.posters.collection import PublishedPoster
from publication.posters.intake.accessibility import Access
from publication.posters.plan import Rendition
from publication.views.site import Site, Templates

TODAY = dt.date(2026, 3, 1)
WORDS = Vocabulary(
    topics={"neglect": "Neglect", "missing": "Missing children", "training": "Training"},
    agencies={"police": "Police", "schools": "Schools and colleges"},
    plans={"cp": "Child Protection (CP)", "cin": "Child in Need (CiN)"},
    acronyms={"CP": "Child Protection"},
)
ACCESS = Access(has_tags=True, language="en-GB", title="Neglect", bare_pictures=0)
"""Of a composed poster, which lacks nothing."""
PUBLISHER = Publisher.model_validate(
    {
        "name": "The Partnership",
        "short_name": "TP",
        "site_name": "What audits taught",
        "description": "What the audits of The Partnership taught",
        "addresses": {"site": "https://example.org/"},
        "colours": {"deep": "#0d4850", "accent": "#ffc845"},
        "palettes": {
            "estuary": {"deep": "#0d4850", "mid": "#2b7a80", "tint": "#e4f0ef"},
            "heather": {"deep": "#56275c", "mid": "#8b5a91", "tint": "#f3e9f4"},
        },
    }
)
BASE = {"title": "Neglect", "series": "multi-agency", "status": "published", "topics": ["neglect"]}


def audit(
    slug: str = "neglect", summary: str = "A summary.", sections: dict[str, str] | None = None, **fields: Any
) -> Audit:
    """An audit with these fields of the front matter, as text; the rest is the least that is valid."""
    period = {} if fields.get("status") in ("planned", "draft") else {"period": "2018/19"}
    values = AuditFields.model_validate({**BASE, **period, **fields})
    return Audit.model_construct(
        **dict(values),
        slug=slug,
        file=f"content/audits/{slug}.md",
        summary=summary,
        sections=sections or {},
        lines={},
    )


def series(slug: str = "multi-agency", **fields: Any) -> Series:
    """A series with these fields."""
    values = {"title": "Multi-agency audits", "order": "1", "palette": "estuary", **fields}
    return Series.model_construct(
        **dict(SeriesFields.model_validate(values)),
        slug=slug,
        file=f"content/series/{slug}.md",
        introduction="Several agencies look together.",
        lines={},
    )


def poster(slug: str = "neglect", **fields: Any) -> PublishedPoster:
    """A poster of one page at three widths."""
    pictures = tuple(
        Rendition(1, width, width * 2, "k", f"{slug}-{width}-k.webp") for width in (320, 640, 1280)
    )
    names = [picture.name for picture in pictures] + [f"{slug}.pdf"]
    values: dict[str, Any] = {
        "thumbnails": pictures,
        "pages": pictures[-1:],
        "download": f"{slug}.pdf",
        "kind": "PDF",
        "size": 38_400,
        "texts": (),
        "access": ACCESS,
        "is_holding": False,
        "files": {name: Path(name) for name in names},
    }
    return PublishedPoster(**{**values, **fields})


def site(
    *audits: Audit,
    of: tuple[Series, ...] = (),
    posters: dict[str, PublishedPoster] | None = None,
    words: Vocabulary = WORDS,
    publisher: Publisher = PUBLISHER,
    today: dt.date = TODAY,
) -> Site:
    """A preview of these audits; each published one has a poster, unless `posters` says otherwise."""
    if posters is None:
        posters = {one.slug: poster(one.slug) for one in audits if one.status == "published"}
    whole = Catalogue(audits, of or (series(),), words, publisher)
    shown, public = (public_catalogue(whole, today, is_preview=is_preview) for is_preview in (True, False))
    return Site(shown, public, posters, today)


def absolute(address: str) -> str:
    """The full address of an address on the site."""
    return f"https://example.org/{address}"


def templates(of: Site) -> Templates:
    """The real templates."""
    return Templates(of)


class Html(HTMLParser):
    """HTML as a browser sees it: tags with their attributes, and the words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self._words: list[str] = []
        self.feed(html)
        self.close()

    @property
    def words(self) -> str:
        """Everything that can be read, on one line."""
        return " ".join("".join(self._words).split())

    def all(self, tag: str, of_class: str = "") -> list[dict[str, str]]:
        """The attributes of each such element."""
        return [
            found
            for name, found in self.tags
            if name == tag and (not of_class or of_class in found.get("class", "").split())
        ]

    @property
    def links(self) -> set[str]:
        """Where links lead to."""
        return {found["href"] for found in self.all("a")}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in ("a", "strong", "em"):
            self._words.append(" ")

    def handle_data(self, data: str) -> None:
        self._words.append(data)


BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|nbsp|#\d+|#x[0-9a-f]+);)")
