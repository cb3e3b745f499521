"""What machines read in a page's head: alternates, link previews, schema.org data."""

from __future__ import annotations

import datetime as dt
import json
from html.parser import HTMLParser
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import jinja2
import pytest

from publication.views.artefact import Page
from publication.views.metadata import Alternate, Head, Heads
from publication.views.site import TEMPLATES
from views.sample_site import audit, series, site
from views.trial_titles import TITLES

if TYPE_CHECKING:
    from publication.audits.audit import Audit

PAGES = {
    "audits/": "All audits",
    "posters/": "Posters",
    "series/multi-agency/": "Multi-agency audits",
    "topics/neglect/": "Neglect",
    "years/2018-19/": "Audits of 2018/19",
}
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"on": "2026-01-15", "why": "The *guidance* changed."}}
MAIN = Alternate("application/atom+xml", "What audits taught: All audits", "feed.xml")


def head_of(address: str, *audits: Audit, **options: Any) -> Head:
    """The head of one page of a site in a folder of its host."""
    titles = PAGES | {f"audits/{one.slug}/": one.title for one in audits}
    pages = {at: Page(title, "") for at, title in titles.items()}
    heads = Heads(site(*audits, **options), pages, lambda to: urljoin("https://example.org/learning/", to))
    return heads.of(address)


def thing(head: Head, kind: str) -> dict[str, Any]:
    """The one thing of this type in the page's schema.org data."""
    [found] = [one for one in head.data["@graph"] if one["@type"] == kind]
    assert isinstance(found, dict)
    return found


def steps(head: Head) -> list[tuple[int, str, str]]:
    """The way to the page as search engines show it."""
    return [
        (one["position"], one["name"], one["item"].removeprefix("https://example.org/learning/"))
        for one in thing(head, "BreadcrumbList")["itemListElement"]
    ]


@pytest.mark.parametrize("address", ["", "accessibility/", "audits/", "audits/neglect/", "years/2018-19/"])
def test_every_page_offers_the_feed_of_all_audits(address: str) -> None:
    """Readers find it from wherever they are."""
    assert head_of(address, audit()).alternates == (MAIN,)


@pytest.mark.parametrize(
    ("address", "name"), [("series/multi-agency/", "Multi-agency audits"), ("topics/neglect/", "Neglect")]
)
def test_a_listing_offers_its_own_feed_first(address: str, name: str) -> None:
    """Many readers take the first feed that a page names."""
    own = Alternate("application/atom+xml", f"What audits taught: {name}", f"{address}feed.xml")
    assert head_of(address, audit()).alternates == (own, MAIN)


def test_the_page_on_the_data_offers_the_data() -> None:
    """And says that it is a data set, without claiming a licence."""
    head = head_of("data/", audit())
    assert [one.address for one in head.alternates] == ["feed.xml", "audits.json", "audits.csv"]
    data = thing(head, "Dataset")
    assert [one["contentUrl"] for one in data["distribution"]] == [
        "https://example.org/learning/audits.json",
        "https://example.org/learning/audits.csv",
    ]
    assert "license" not in data


def test_an_audit_is_a_report() -> None:
    """With what the record knows, in schema.org's words, and full addresses."""
    report = thing(
        head_of("audits/neglect/", audit(summary="Why *we* looked.", published="2019-09-01")), "Report"
    )
    assert report["name"] == "Neglect"
    assert report["url"] == "https://example.org/learning/audits/neglect/"
    assert report["description"] == "Why we looked."
    assert report["temporalCoverage"] == "2018-04-01/2019-03-31"
    assert report["datePublished"] == report["dateModified"] == "2019-09-01"
    assert report["about"] == [{"@type": "Thing", "name": "Neglect"}]
    assert report["isPartOf"]["name"] == "Multi-agency audits"
    assert report["publisher"] == {"@type": "Organization", "name": "The Partnership"}
    assert report["encoding"]["contentUrl"] == "https://example.org/learning/posters/neglect.pdf"
    assert report["creativeWorkStatus"] == "Published"


def test_what_is_not_known_is_left_out() -> None:
    """No date, no period, no poster, and no null in their places."""
    report = thing(head_of("audits/neglect/", audit(status="planned")), "Report")
    left_out = {"datePublished", "dateModified", "temporalCoverage", "image", "encoding", "license"}
    assert not left_out & report.keys()
    assert None not in report.values()


def test_a_withdrawn_report_says_why_and_since_when() -> None:
    """Its learning and its poster are not in the data."""
    old = audit(summary="Canary.", published="2019-09-01", **WITHDRAWN)
    head = head_of("audits/neglect/", old)
    report = thing(head, "Report")
    assert (report["creativeWorkStatus"], report["description"]) == ("Withdrawn", "The guidance changed.")
    assert report["dateModified"] == "2026-01-15"
    assert "datePublished" not in report
    assert "Canary" not in str(head)
    assert "posters/" not in str(head)


def test_breadcrumbs() -> None:
    """The way that the page shows, and the page itself at its end; none on hand-written pages."""
    assert steps(head_of("audits/neglect/", audit())) == [
        (1, "What audits taught", ""),
        (2, "All audits", "audits/"),
        (3, "Multi-agency audits", "series/multi-agency/"),
        (4, "Neglect", "audits/neglect/"),
    ]
    assert [at for _, _, at in steps(head_of("topics/neglect/"))] == ["", "audits/", "topics/neglect/"]
    assert [at for _, _, at in steps(head_of("posters/"))] == ["", "posters/"]
    assert head_of("accessibility/").data == {}
    assert thing(head_of(""), "WebSite")["url"] == "https://example.org/learning/"


def test_previews_show_the_poster() -> None:
    """Its widest picture with its size and words; after it a picture for services that show no WebP."""
    head = head_of("audits/neglect/", audit(), of=(series(),))
    assert head.kind == "article"
    first, second = head.pictures
    assert first.address == "https://example.org/learning/posters/neglect-1280-k.webp"
    assert (first.media_type, first.width, first.height) == ("image/webp", 1280, 2560)
    assert first.alt == "Poster: Neglect"
    assert (second.address, second.media_type) == (
        "https://example.org/learning/assets/social.png", "image/png",
    )  # fmt: skip
    assert head_of("posters/", audit()).pictures == (second,)


def test_the_day_of_the_last_change() -> None:
    """Withdrawal, else publication; of what a record does not know, and of listings, nothing is said."""
    assert head_of("audits/neglect/", audit()).modified is None
    assert head_of("audits/neglect/", audit(published="2019-09-01")).modified == dt.date(2019, 9, 1)
    withdrawn = audit(published="2019-09-01", **WITHDRAWN)
    assert head_of("audits/neglect/", withdrawn).modified == dt.date(2026, 1, 15)
    assert head_of("audits/", audit(published="2019-09-01")).modified is None


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_every_title_comes_out_as_typed(title: str) -> None:
    """Nothing is escaped here: the template does that, once."""
    head = head_of("audits/neglect/", audit().model_copy(update={"title": title}))
    assert thing(head, "Report")["name"] == title
    assert steps(head)[-1][1] == title
    assert head.pictures[0].alt == f"Poster: {title}"


class Read(HTMLParser):
    """The tags of a head, its properties, and the texts of its scripts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.properties: dict[str, str | None] = {}
        self.scripts: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        self.properties.setdefault(str(found.get("property")), found.get("content"))

    def handle_data(self, data: str) -> None:
        if self.lasttag == "script" and data.strip():
            self.scripts.append(data)


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_no_title_gets_out_of_the_head(title: str) -> None:
    """MkDocs' templates escape nothing by themselves: a title stays text, and its script inside the data."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(TEMPLATES.parent))
    environment.filters["url"] = lambda address: address
    one = audit().model_copy(update={"title": title})
    html = environment.get_template("head.html").render(
        head=head_of("audits/neglect/", one),
        title=title,
        description=title,
        page=SimpleNamespace(canonical_url="https://example.org/learning/audits/neglect/"),
        config=SimpleNamespace(site_name=title),
    )
    read = Read(html)
    assert set(read.tags) == {"link", "meta", "script"}
    assert read.properties["og:title"] == read.properties["og:description"] == title
    assert read.properties["og:image:alt"] == f"Poster: {title}"
    [data] = read.scripts
    assert json.loads(data)["@graph"][0]["name"] == title
