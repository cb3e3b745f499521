"""Feeds, open data and the heads of pages in the built site."""

from __future__ import annotations

import csv
import io
import json
import re
from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
from PIL import Image

from project import ADDRESS as ROOT
from publication.views.opendata.table import original
from views.atom import ATOM, broken_rules

if TYPE_CHECKING:
    from pathlib import Path

ODD = "what-a-record-can-hold"
ODD_TITLE = """What a record can hold: 'single' & "double" quotation marks, é, Ł and 日"""
UNSEEN = ("kingfisher", "lapwing", "sandpiper", "section-11-online")
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


class Head(HTMLParser):
    """What machines read of a page: links and properties in its head, its data, its visible trail."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[dict[str, str]] = []
        self.properties: list[tuple[str, str]] = []
        self.trail: list[str] = []
        self.data: dict[str, Any] = {}
        self._in: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "link":
            self.links.append(found)
        elif tag == "meta" and "property" in found:
            self.properties.append((found["property"], found["content"]))
        elif tag == "nav" and found.get("class") == "trail":
            self._in.append("trail")
        elif tag == "a" and "trail" in self._in:
            self.trail.append(found["href"])
        elif tag == "script" and found.get("type") == "application/ld+json":
            self._in.append("data")

    def handle_endtag(self, tag: str) -> None:
        if (tag, self._in[-1:]) in (("nav", ["trail"]), ("script", ["data"])):
            self._in.pop()

    def handle_data(self, data: str) -> None:
        if self._in[-1:] == ["data"]:
            self.data = json.loads(data)

    def property(self, name: str) -> str:
        """The first with this name; where one may be given twice, the first counts."""
        return next(value for key, value in self.properties if key == name)

    def thing(self, kind: str) -> dict[str, Any] | None:
        """The one of this type in the page's schema.org data."""
        found = [one for one in self.data.get("@graph", ()) if one["@type"] == kind]
        assert len(found) < 2
        return found[0] if found else None


@cache
def heads_of(site: Path) -> dict[str, Head]:
    """Every page of the skeleton by its address; what leads elsewhere or is gone is none for machines."""
    pages = {
        path.relative_to(site).as_posix().removesuffix("index.html"): path.read_text("utf-8")
        for path in sorted(site.rglob("index.html"))
    }
    shown = {address: html for address, html in pages.items() if "noindex" not in html or address == EDITORS}
    return {address: Head(html) for address, html in shown.items() if "og:type" in html}


@cache
def feeds_of(site: Path) -> dict[str, ElementTree.Element]:
    """Every feed by its address."""
    return {
        path.relative_to(site).as_posix(): ElementTree.fromstring(path.read_text("utf-8"))
        for path in sorted(site.rglob("feed.xml"))
    }


@cache
def data_of(site: Path) -> dict[str, Any]:
    """The open data."""
    data = json.loads((site / "audits.json").read_text("utf-8"))
    assert isinstance(data, dict)
    return data


EDITORS = "editors/"


def test_every_feed_keeps_the_rules(site: Path) -> None:
    """One for all, one for each series, one for each topic, each valid by RFC 4287."""
    data = data_of(site)
    expected = {"feed.xml"}
    expected |= {f"series/{key}/feed.xml" for key in data["series"]}
    expected |= {f"topics/{key}/feed.xml" for key in data["topics"]}
    assert set(feeds_of(site)) == expected
    assert len(expected) > 20
    for address, feed in feeds_of(site).items():
        assert broken_rules(feed, urljoin(ROOT, address)) == [], address


def test_the_feed_has_all_that_is_published_or_withdrawn(site: Path) -> None:
    """And each entry leads to a page, each enclosure to a file of the size that it says."""
    entries = feeds_of(site)["feed.xml"].findall(f"{ATOM}entry")
    public = {one["url"] for one in data_of(site)["audits"] if one["status"] in ("published", "withdrawn")}
    links = [link for entry in entries for link in entry.findall(f"{ATOM}link")]
    assert {link.get("href") for link in links if link.get("rel") == "alternate"} == public
    enclosures = [link for link in links if link.get("rel") == "enclosure"]
    published = [one for one in data_of(site)["audits"] if one["status"] == "published"]
    assert len(enclosures) == len(published) > 25
    for link in enclosures:
        file = site / link.get("href", "").removeprefix(ROOT)
        assert file.stat().st_size == int(link.get("length", "0"))


def test_a_feed_shows_titles_as_typed(site: Path) -> None:
    """Signs of a title come out as signs, and a script of a record's words is gone."""
    feed = feeds_of(site)["topics/early-help/feed.xml"]
    entry = next(e for e in feed.iter(f"{ATOM}entry") if e.findtext(f"{ATOM}title") == ODD_TITLE)
    assert entry.findtext(f"{ATOM}published") == "2026-02-03T00:00:00Z"
    content = entry.findtext(f"{ATOM}content", "")
    assert "<strong>strong</strong>" in content
    assert "<li>Lists are easy to read.</li>" in content
    assert "script" not in content


def test_the_data_keeps_its_schema(site: Path) -> None:
    """The file that is published, against the schema that is published."""
    import jsonschema

    schema = json.loads((site / "audits.schema.json").read_text("utf-8"))
    assert data_of(site)["$schema"] == schema["$id"] == f"{ROOT}audits.schema.json"
    jsonschema.Draft202012Validator(schema).validate(data_of(site))
    assert len(data_of(site)["audits"]) >= 40


def test_the_table_round_trips(site: Path) -> None:
    """Read back, it says what the JSON says; it begins with the mark by which Excel knows UTF-8."""
    content = (site / "audits.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True))
    audits = data_of(site)["audits"]
    assert len(rows) == len(audits)
    for row, one in zip(rows, audits, strict=True):
        for name in ("slug", "title", "period", "published", "summary", "url"):
            assert original(row[name]) == (one[name] or "")
        assert row["topics"].split("; ") == one["topics"]


def test_every_page_offers_feeds_that_exist(site: Path) -> None:
    """All pages that of all audits; a series and a topic their own before it."""
    for address, head in heads_of(site).items():
        found = [
            urljoin(ROOT + address, link["href"]).removeprefix(ROOT)
            for link in head.links
            if link.get("rel") == "alternate" and link["type"] == "application/atom+xml"
        ]
        own = [f"{address}feed.xml"] if address.startswith(("series/", "topics/")) else []
        assert found == [*own, "feed.xml"], address
        assert set(found) <= set(feeds_of(site))
    assert 'type="application/atom+xml"' in (site / "404.html").read_text("utf-8")


def test_every_page_can_be_previewed(site: Path) -> None:
    """Title, description, type, the canonical address, and pictures that exist, of the size that is said."""
    for address, head in heads_of(site).items():
        canonical = [link["href"] for link in head.links if link.get("rel") == "canonical"]
        assert canonical == [head.property("og:url")] == [ROOT + address]
        assert head.property("og:title")
        assert head.property("og:description")
        audit = re.fullmatch(r"audits/(.+)/", address)
        assert head.property("og:type") == ("article" if audit else "website")
        with Image.open(site / head.property("og:image").removeprefix(ROOT)) as picture:
            size = (head.property("og:image:width"), head.property("og:image:height"))
            assert size == (str(picture.width), str(picture.height))
            assert head.property("og:image:type") == Image.MIME[str(picture.format)]
    poster = heads_of(site)[f"audits/{ODD}/"]
    assert poster.property("og:title") == ODD_TITLE
    assert poster.property("og:image:alt") == f"Poster: {ODD_TITLE}"
    assert poster.property("article:published_time") == "2026-02-03"


def test_every_audit_is_a_report(site: Path) -> None:
    """Its schema.org data agrees with the open data, and no other page is one."""
    by_url = {one["url"]: one for one in data_of(site)["audits"]}
    reports = {a: h.thing("Report") for a, h in heads_of(site).items() if h.thing("Report")}
    assert {ROOT + address for address in reports} == set(by_url)
    for address, report in reports.items():
        assert report is not None
        one = by_url[ROOT + address]
        assert report["name"] == one["title"]
        assert report.get("datePublished") == one["published"]
        assert report.get("encoding", {}).get("contentUrl") == (one["poster"] or {}).get("url")


def test_breadcrumbs_are_the_trail_that_readers_see(site: Path) -> None:
    """The same links in the same order, and the page itself at the end; none where no trail is shown."""
    trails = 0
    for address, head in heads_of(site).items():
        breadcrumbs = head.thing("BreadcrumbList")
        steps = [one["item"] for one in breadcrumbs["itemListElement"]] if breadcrumbs else []
        shown = [urljoin(ROOT + address, link) for link in head.trail]
        assert steps == ([*shown, ROOT + address] if shown else []), address
        trails += bool(shown)
    assert trails > 50


def test_the_sitemap_has_the_days_that_records_know(site: Path) -> None:
    """Publication or withdrawal; nothing else was changed today just because the site was built today."""
    days = {
        url.findtext(f"{SITEMAP}loc", "").removeprefix(ROOT): url.findtext(f"{SITEMAP}lastmod")
        for url in ElementTree.fromstring((site / "sitemap.xml").read_text("utf-8"))
    }
    assert set(days) == set(heads_of(site)) - {EDITORS}
    known = {address: day for address, day in days.items() if day}
    assert known[f"audits/{ODD}/"] == "2026-02-03"
    assert known["audits/information-sharing/"] == "2024-05-13"
    assert all(address.startswith("audits/") for address in known)
    assert "audits/thresholds/" not in known, "no day is known of it"


@pytest.mark.parametrize("page", ["subscribe/", "data/"])
def test_each_page_leads_to_what_explains_these(site: Path, page: str) -> None:
    """From every footer; and the page itself has its embedded list."""
    for address in heads_of(site):
        html = (site / address / "index.html").read_text("utf-8")
        relative = "../" * address.count("/") + page
        assert f'href="{relative}"' in html or (address == page and 'href="./"' in html), address
    html = (site / page / "index.html").read_text("utf-8")
    assert ("topics/neglect/feed.xml" if page == "subscribe/" else "period_first_day") in html
