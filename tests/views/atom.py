"""The rules of RFC 4287 that a feed of this site can break, each with its place in the RFC."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

ATOM = "{http://www.w3.org/2005/Atom}"
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
ONCE = ("id", "title", "updated")
AT_MOST_ONCE = ("subtitle", "summary", "content", "published", "rights", "generator", "icon", "logo")
KNOWN = {*ONCE, *AT_MOST_ONCE, "author", "link", "category", "entry", "contributor", "source"}


def broken_rules(feed: Element, address: str) -> list[str]:
    """What the feed that stands at `address` does against the rules; an empty list where nothing."""
    return list(_broken(feed, address))


def _broken(feed: Element, address: str) -> Iterator[str]:
    if feed.tag != f"{ATOM}feed":
        yield "4.1.1: the root is a feed in Atom's namespace"
    own = [link.get("href") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    if own != [address]:
        yield f"4.1.1: a feed links to itself, not to {own}"
    if not feed.findall(f"{ATOM}author"):
        yield "4.1.1: a feed has an author, unless all entries have"
    yield from _common(feed)
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) < len(ids):
        yield "4.1.1: no two entries are the same one"
    for entry in entries:
        yield from _common(entry)
        content = entry.find(f"{ATOM}content")
        if content is None or content.get("type") != "html" or len(content):
            yield "4.1.3.3: content of type html is text, with its markup escaped"
        alternates = [link for link in entry.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        if len({(one.get("type"), one.get("hreflang")) for one in alternates}) != len(alternates):
            yield "4.1.2: one alternate of each type and language"
    updates = [entry.findtext(f"{ATOM}updated", "") for entry in entries]
    if updates != sorted(updates, reverse=True):
        yield "readers expect the latest first"
    if updates and feed.findtext(f"{ATOM}updated") != updates[0]:
        yield "4.2.15: a feed is as new as its latest entry"


def _common(element: Element) -> Iterator[str]:
    """What holds of a feed and of an entry."""
    for child in element:
        if child.tag.removeprefix(ATOM) not in KNOWN:
            yield f"{child.tag} is not known to Atom"
    for name in ONCE:
        if len(element.findall(ATOM + name)) != 1 or not element.findtext(ATOM + name, "").strip():
            yield f"4.1: exactly one {name}, with something in it"
    for name in AT_MOST_ONCE:
        if len(element.findall(ATOM + name)) > 1:
            yield f"4.1: at most one {name}"
    yield from _values(element)
    for link in element.findall(f"{ATOM}link"):
        yield from _link(link)


def _values(element: Element) -> Iterator[str]:
    """Ids, dates, authors and categories."""
    if not urlsplit(element.findtext(f"{ATOM}id", "")).scheme:
        yield "4.2.6: an id is a full IRI"
    for date in (*element.findall(f"{ATOM}updated"), *element.findall(f"{ATOM}published")):
        if not DATE.fullmatch(date.text or ""):
            yield f"3.3: {date.text} is no date of RFC 3339"
    if not all(author.findtext(f"{ATOM}name") for author in element.findall(f"{ATOM}author")):
        yield "3.2.1: an author has a name"
    if not all(category.get("term") for category in element.findall(f"{ATOM}category")):
        yield "4.2.2.1: a category has a term"


def _link(link: Element) -> Iterator[str]:
    """A link's address, its media type and, for an enclosure, its length."""
    if not urlsplit(link.get("href", "")).scheme:
        yield f"4.2.7: {link.get('href')} is no full address"
    if not TYPE.fullmatch(link.get("type", "")):
        yield f"4.2.7.3: {link.get('type')} is no media type"
    if link.get("rel") == "enclosure" and not re.fullmatch(r"[1-9]\d*", link.get("length", "")):
        yield "4.2.7.6: an enclosure says its length in bytes"
