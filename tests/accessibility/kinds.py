"""One page of each kind, chosen by rules from what a built site has: any publication can be tested."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path


class Kind(NamedTuple):
    """A page that stands for its kind: its address in the built site, and how its `h1` begins."""

    path: str
    heading: str


WRITTEN = {
    "landing page": Kind("", ""),
    "finder": Kind("audits/", "All audits"),
    "gallery": Kind("posters/", "Posters"),
    "coming soon": Kind("coming-soon/", "Coming soon"),
    "actions": Kind("actions/", "Actions and impact"),
    "subscribe": Kind("subscribe/", "Subscribe"),
    "open data": Kind("data/", "Open data"),
    "accessibility statement": Kind("accessibility/", "Accessibility"),
    "editors": Kind("editors/", "Add an audit"),
    "page not found": Kind("404.html", "This page is not here"),
}
"""Kinds of which there is one page. The landing page's heading is an editor's."""

AUDITS = {
    "audit without learning": lambda one: one["status"] == "published" and not one["sections"],
    "audit with learning": lambda one: one["sections"] and not one["poster"]["text"],
    "audit with artwork": lambda one: one["poster"] and one["poster"]["text"],
    "audit to come": lambda one: one["status"] in ("coming-soon", "planned"),
    "withdrawn audit": lambda one: one["status"] == "withdrawn",
}
"""Kinds of audit, told apart by the site's open data. Of each the one with most fields is looked at."""

KINDS = (*WRITTEN, *AUDITS, "series", "topic")


def kinds_of(site: Path) -> dict[str, Kind]:
    """The page of each kind that the built site in `site` has, in the order of `KINDS`."""
    data = json.loads((site / "audits.json").read_text("utf-8"))
    found = dict(WRITTEN)
    for name, is_kind in AUDITS.items():
        if audits := [one for one in data["audits"] if is_kind(one)]:
            fullest = max(audits, key=lambda one: sum(bool(value) for value in one.values()))
            found[name] = Kind(f"audits/{fullest['slug']}/", fullest["title"])
    if data["series"]:
        slug = max(data["series"], key=lambda one: has_progress(site / f"series/{one}/index.html"))
        found["series"] = Kind(f"series/{slug}/", data["series"][slug]["title"])
    topics: Counter[Any] = Counter(topic for one in data["audits"] for topic in one["topics"])
    if topics:
        [(slug, _)] = topics.most_common(1)
        found["topic"] = Kind(f"topics/{slug}/", data["topics"][slug]["title"])
    return found


def has_progress(page: Path) -> bool:
    """Whether it shows how far a cycle is: such a series has more to look at than others."""
    return 'class="progress' in page.read_text("utf-8")
