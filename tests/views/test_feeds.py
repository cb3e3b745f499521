"""Atom feeds: what is in them, by which date, and that they keep the rules of RFC 4287."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest

from publication.views import feeds
from views.atom import ATOM, broken_rules
from views.sample_site import Html, audit, poster, series, site, templates
from views.trial_titles import TITLES

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from publication.views.site import Site

WITHDRAWN: dict[str, Any] = {
    "status": "withdrawn",
    "withdrawn": {"on": "2026-01-15", "why": "The guidance has changed."},
}
SECTIONS = {"worked-well": "- Strength **one**\n- Strength two", "needs-to-happen": "Listen. [More](#x)"}


def absolute(address: str) -> str:
    """The site in a folder of its host."""
    return urljoin("https://example.org/learning/", address)


def feeds_of(of: Site) -> dict[str, str]:
    """Every feed's text by its address."""
    return {one.address: str(one.content) for one in feeds.feeds(of, templates(of), absolute)}


def read(of: Site, address: str = "feed.xml") -> Element:
    """A feed as a program reads it, checked against the rules."""
    root = ElementTree.fromstring(feeds_of(of)[address])
    assert broken_rules(root, absolute(address)) == []
    return root


def entries(root: Element) -> dict[str, Element]:
    """The entries by the last part of their ids, in order."""
    return {one.findtext(f"{ATOM}id", "").split("/")[-2]: one for one in root.iter(f"{ATOM}entry")}


def content(entry: Element) -> Html:
    """An entry's content as a feed reader shows it."""
    return Html(entry.findtext(f"{ATOM}content", ""))


def test_all_each_series_and_each_topic_have_a_feed() -> None:
    """Also those without an audit yet, so that readers can subscribe before the first one."""
    of = site(audit(), audit("missing", topics=["missing"], series="other"), of=(series(), series("other")))
    found = feeds_of(of)
    assert list(found) == [
        "feed.xml",
        "series/multi-agency/feed.xml",
        "series/other/feed.xml",
        "topics/neglect/feed.xml",
        "topics/missing/feed.xml",
        "topics/training/feed.xml",
    ]
    assert list(entries(read(of))) == ["missing", "neglect"]
    assert list(entries(read(of, "series/other/feed.xml"))) == ["missing"]
    assert list(entries(read(of, "topics/neglect/feed.xml"))) == ["neglect"]
    assert read(of, "topics/training/feed.xml").findtext(f"{ATOM}updated") == "1970-01-01T00:00:00Z"


def test_a_feed_names_itself_and_the_page_that_it_follows() -> None:
    """By full addresses, wherever the site stands."""
    root = read(site(audit()), "series/multi-agency/feed.xml")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {
        "self": "https://example.org/learning/series/multi-agency/feed.xml",
        "alternate": "https://example.org/learning/series/multi-agency/",
    }
    assert root.findtext(f"{ATOM}title") == "What audits taught: Multi-agency audits"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "The Partnership"


def test_only_what_is_published_or_withdrawn() -> None:
    """No draft, nothing planned or coming, no running embargo, in the local preview either."""
    of = site(
        audit("draft", status="draft", period="2018/19"),
        audit("plan", status="planned"),
        audit("soon", status="coming-soon"),
        audit("embargoed", published="2026-03-02"),
        audit("today", published="2026-03-01"),
        audit("old", **WITHDRAWN),
    )
    assert list(entries(read(of))) == ["today", "old"]


def test_dated_by_publication_the_latest_first() -> None:
    """The feed's own date is that of its latest entry."""
    of = site(audit("a", published="2019-09-01"), audit("b", published="2020-02-29"))
    root = read(of)
    assert list(entries(root)) == ["b", "a"]
    assert root.findtext(f"{ATOM}updated") == "2020-02-29T00:00:00Z"
    first = entries(root)["a"]
    assert first.findtext(f"{ATOM}published") == first.findtext(f"{ATOM}updated") == "2019-09-01T00:00:00Z"


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2017/18 to 2018/19", "2019-03-31"),
        ("2018-10", "2018-10-31"),
        ("2025/26", "2025-04-01"),
    ],
)
def test_no_date_is_made_up(period: str, expected: str) -> None:
    """Without a day of publication there is none: the period gives the place, and the entry says so.

    A period that lasts gives its first day: a day to come is no day of a change.
    """
    entry = entries(read(site(audit(period=period))))["neglect"]
    assert entry.find(f"{ATOM}published") is None
    assert entry.findtext(f"{ATOM}updated") == f"{expected}T00:00:00Z"
    assert "Published before this site; the day is not known" in content(entry).words
    dated = entries(read(site(audit(period=period, published="2026-02-01"))))["neglect"]
    assert "not known" not in content(dated).words


def test_an_entry_has_the_whole_learning() -> None:
    """Summary and sections as clean HTML; links are read from the audit's page."""
    of = site(audit(summary="Why *we* looked.", sections=SECTIONS, published="2019-09-01"))
    entry = entries(read(of))["neglect"]
    assert entry.findtext(f"{ATOM}id") == "https://example.org/learning/audits/neglect/"
    assert entry.findtext(f"{ATOM}summary") == "Why we looked."
    html = content(entry)
    assert "What worked well Strength one Strength two What needs to happen Listen. More" in html.words
    assert [tag for tag, _ in html.tags if tag in ("em", "strong", "h2")] == ["em", "h2", "strong", "h2"]
    element = entry.find(f"{ATOM}content")
    assert element is not None
    base = element.get("{http://www.w3.org/XML/1998/namespace}base")
    assert base == "https://example.org/learning/audits/neglect/"


def test_an_entry_without_learning_says_so() -> None:
    """As its page does."""
    of = site(audit(), posters={"neglect": poster(is_holding=True)})
    assert "has not been supplied yet" in content(entries(read(of))["neglect"]).words


@pytest.mark.parametrize(
    ("kind", "media_type"), [("PDF", "application/pdf"), ("PNG", "image/png"), ("JPEG", "image/jpeg")]
)
def test_the_poster_is_enclosed(kind: str, media_type: str) -> None:
    """With its media type and its size in bytes."""
    made = poster(kind=kind, size=1234, download=f"neglect.{kind.lower()}")
    entry = entries(read(site(audit(), posters={"neglect": made})))["neglect"]
    [link] = [one for one in entry.findall(f"{ATOM}link") if one.get("rel") == "enclosure"]
    assert link.get("href") == f"https://example.org/learning/posters/neglect.{kind.lower()}"
    assert (link.get("type"), link.get("length")) == (media_type, "1234")


def test_withdrawn_is_a_notice_without_the_learning() -> None:
    """The same entry by its id, dated by the withdrawal: why and what replaces it, no learning."""
    of = site(
        audit("old", summary="Old summary.", sections=SECTIONS, superseded_by="new", published="2019-09-01",
              **WITHDRAWN),
        audit("new", title="Newer", re_audit_of="old"),
    )  # fmt: skip
    entry = entries(read(of))["old"]
    assert entry.findtext(f"{ATOM}title") == "Withdrawn: Neglect"
    assert entry.findtext(f"{ATOM}updated") == "2026-01-15T00:00:00Z"
    assert "withdrawn on 15 January 2026. The guidance has changed. It is replaced by Newer." in (
        content(entry).words
    )
    text = ElementTree.tostring(entry, encoding="unicode")
    assert "Old summary" not in text
    assert "Strength" not in text
    assert "enclosure" not in text
    assert content(entry).links == {"https://example.org/learning/audits/new/"}


def test_a_renamed_audit_stays_the_same_entry() -> None:
    """Its id is the first address that it had, or readers would be shown it a second time."""
    root = read(site(audit("newest", former_slugs=["first", "second"])))
    assert list(entries(root)) == ["first"]
    links = {link.get("rel"): link.get("href") for link in entries(root)["first"].findall(f"{ATOM}link")}
    assert links["alternate"] == "https://example.org/learning/audits/newest/"


def test_a_feed_stays_small() -> None:
    """Of 1,000 audits a feed has the latest 100: programs fetch all of it many times a day."""
    of = site(*(audit(f"a-{n:04}", published="2019-09-01") for n in range(1000)), posters={})
    assert list(entries(read(of))) == [f"a-{n:04}" for n in range(100)]
    assert feeds.LATEST == 100


def test_the_same_records_make_the_same_feeds() -> None:
    """Whatever their order."""
    audits = [audit(slug, published="2019-09-01") for slug in ("a", "b", "c")]
    assert feeds_of(site(*audits)) == feeds_of(site(*reversed(audits)))


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_every_title_comes_out_as_typed(title: str) -> None:
    """In the entry and at the poster, and in the HTML of the content it stays text."""
    one = audit("one", superseded_by="two").model_copy(update={"title": title})
    two = audit("two", summary="\\" + title, re_audit_of="one").model_copy(update={"title": title})
    found = entries(read(site(one, two)))
    assert found["one"].findtext(f"{ATOM}title") == title
    links = [link.get("title") for link in found["one"].findall(f"{ATOM}link")]
    assert f"Poster: {title}" in links
    assert " ".join(title.split()) in content(found["one"]).words
    for entry in found.values():
        assert not {tag for tag, _ in content(entry).tags} & {"script", "b"}


def test_list_of_feeds() -> None:
    """A hand-written page may embed it: a link to each feed, by its name."""
    of = site(audit())
    html = Html(feeds.embedded(of, templates(of))["feeds"]("subscribe/"))
    assert html.links == {f"../{address}" for address in feeds_of(of)}
    assert "Everything All audits : feed Each series Multi-agency audits : feed Each topic" in html.words
