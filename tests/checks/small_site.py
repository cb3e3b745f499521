"""A small project, and the site that it makes, written by hand: nothing is wrong with it."""

from __future__ import annotations

import datetime as dt
import gzip
import json
from typing import TYPE_CHECKING

from audits.sample import make_project
from posters.samples import pdf
from publication.audits.catalogue import read_catalogue
from publication.checks.built import BuiltSite
from publication.checks.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from publication.audits.problem import Problem

TODAY = dt.date(2026, 3, 1)
BASE = "https://audits.example/learning/"

RECORDS = {
    "neglect": """---
title: Neglect at home
series: multi-agency
status: published
period: 2018/19
topics: [neglect]
former_slugs: [old-neglect]
actions:
  - what: Every team reads three of its plans.
---

Partners looked at neglect. See [the other one](../missing/).

## What worked well

- Visits were made together.
""",
    "missing": """---
title: Missing from home
series: multi-agency
status: coming-soon
topics: [missing]
---

Partners will look at missing children.
""",
    "thresholds": """---
title: Thresholds at the door
series: multi-agency
status: withdrawn
period: 2018/19
topics: [neglect]
withdrawn: {on: 2025-01-15, why: The guidance that it was held to has been replaced.}
---

The rota of the duty team was seldom read by anybody on Mondays.
""",
    "quiet-draft": """---
title: Quiet kingfisher
series: multi-agency
status: draft
topics: [neglect]
---

A heron stood beside the long pond until the evening came.

## What worked well

- The otters of the upper valley slept through most of the winter.
""",
    "summer": """---
title: Summer swallows return
series: multi-agency
status: published
published: 2026-07-01
period: 2025/26
topics: [neglect]
---

Swallows came back to the old barn in the third week of April.
""",
}
LISTS = {
    "series/multi-agency/": ("neglect", "missing", "thresholds"),
    "topics/neglect/": ("neglect", "thresholds"),
    "topics/missing/": ("missing",),
    "topics/domestic-abuse/": (),
    "years/2018-19/": ("neglect", "thresholds"),
    "posters/": ("neglect",),
    "coming-soon/": ("missing",),
    "actions/": ("neglect",),
}
PUBLIC = {
    "neglect": "Neglect at home",
    "missing": "Missing from home",
    "thresholds": "Thresholds at the door",
}
POLICY = "default-src 'self'; base-uri 'none'"


def make(root: Path) -> Subject:
    """The project and its site, below `root`."""
    make_project(root)
    for slug, text in RECORDS.items():
        (root / f"content/audits/{slug}.md").write_text(text, "utf-8")
    put(root, "docs/index.md", "# Learning\n\nSee [all](audits/index.md).\n")
    put(root, "docs/data.md", "# Data\n\nWhat the data holds, in [a part](#part).\n")
    site = root / "site"
    for address, html in {
        **dict(_pages()),
        "404.html": html_of("404.html", "Not here", "Nothing is here."),
    }.items():
        put(site, f"{address}index.html" if address.endswith("/") or not address else address, html)
    for file, content in _files().items():
        put(site, file, content)
    return subject(root)


def subject(root: Path) -> Subject:
    """What rules are given of the project in `root` as it lies there now."""
    catalogue, problems = read_catalogue(root)
    assert problems == []
    return Subject(root, BuiltSite(root / "site"), catalogue, TODAY, BASE)


def put(folder: Path, name: str, content: str | bytes) -> None:
    """Write a file, and the folders above it."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def change(root: Path, name: str, old: str, new: str) -> None:
    """Write a file with `new` in the place of `old`, which is there."""
    text = (root / name).read_text("utf-8")
    assert old in text, (name, old)
    put(root, name, text.replace(old, new))


def said(rule: Callable[[Subject], Iterator[Problem]], root: Path) -> list[str]:
    """What a rule says of the project in `root` and its site, as an editor sees it."""
    return sorted(map(str, rule(subject(root))))


def html_of(address: str, title: str, body: str, head: str = "") -> str:
    """A page with what every page has."""
    up = "../" * address.count("/")
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f"<title>{title} - Learning</title>\n"
        f'<link rel="canonical" href="{BASE}{address}">\n'
        f'<link rel="stylesheet" href="{up}assets/css/site.css">\n'
        f'{head}</head><body>\n<main id="main"><h1>{title}</h1>\n{body}\n</main></body></html>\n'
    )


def links(slugs: tuple[str, ...], up: str) -> str:
    return "".join(f'<p><a href="{up}audits/{slug}/">{PUBLIC[slug]}</a></p>' for slug in slugs)


def _pages() -> Iterator[tuple[str, str]]:
    yield "", html_of("", "Home", '<p><a href="audits/">All</a></p>')
    yield "data/", html_of("data/", "Data", '<p id="part"><a href="#part">A part</a></p>')
    yield "editors/", html_of("editors/", "Add an audit", "<p>A form.</p>")
    data = json.dumps({"audits": [{"title": title} for title in PUBLIC.values()]})
    finder = f"<div data-finder='{data}'>{links(tuple(PUBLIC), '../')}</div>"
    yield "audits/", html_of("audits/", "All audits", finder)
    for address, slugs in LISTS.items():
        yield address, html_of(address, f"List {address}", links(slugs, "../" * address.count("/")))
    briefing = '<p><a href="../audits/neglect/briefing/">Neglect at home</a></p>'
    yield "briefings/", html_of("briefings/", "Briefings", briefing)
    at = "audits/neglect/briefing/"
    yield at, html_of(at, "Briefing: Neglect at home", '<p><a href="../">All of it</a></p>')
    for slug, title in PUBLIC.items():
        at = f"audits/{slug}/"
        data = f'<script type="application/ld+json">{{"url": "{BASE}{at}"}}</script>'
        picture = '<img src="../../posters/neglect-320-0a1b2c3d.webp" alt="">' if slug == "neglect" else ""
        yield at, html_of(at, title, f'<p><a href="../missing/">the other one</a></p>{picture}', data)
    refresh = '<meta http-equiv="refresh" content="0; url={}">'
    at = "audits/old-neglect/"
    yield at, html_of(at, "Moved", "<p>Moved.</p>", refresh.format("../neglect/"))
    at = "audits/old-neglect/briefing/"
    yield at, html_of(at, "Moved", "<p>Moved.</p>", refresh.format("../../neglect/briefing/"))
    at = "audits/thresholds/briefing/"
    yield at, html_of(at, "Withdrawn", "<p>Withdrawn.</p>", refresh.format("../"))


def _files() -> dict[str, str | bytes]:
    urls = "".join(f"<url><loc>{BASE}audits/{slug}/</loc></url>" for slug in PUBLIC)
    sitemap = f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{urls}</urlset>'
    rows = [{"slug": slug, "url": f"{BASE}audits/{slug}/"} for slug in PUBLIC]
    results = [{"location": f"audits/{slug}/"} for slug in PUBLIC]
    poster = pdf(words="Neglect at home")
    return {
        "assets/css/site.css": "body { color: #000 }\n",
        "posters/neglect.pdf": poster,
        "posters/old-neglect.pdf": poster,
        "briefings/neglect.pdf": poster,
        "briefings/old-neglect.pdf": poster,
        "posters/neglect-320-0a1b2c3d.webp": b"RIFF" + bytes(range(256)),
        "audits.json": json.dumps({"audits": rows}),
        "audits.csv": '"slug","url"\r\n' + "".join(f'"{row["slug"]}","{row["url"]}"\r\n' for row in rows),
        "audits.schema.json": "{}",
        "editors/record.schema.json": "{}",
        "editors/empty-record.txt": "---\n---\n",
        "search/search_index.json": json.dumps({"docs": results}),
        "sitemap.xml": sitemap,
        "sitemap.xml.gz": gzip.compress(sitemap.encode(), mtime=0),
        "robots.txt": f"User-agent: *\nSitemap: {BASE}sitemap.xml\n",
        "feed.xml": feed("neglect", "thresholds"),
        "series/multi-agency/feed.xml": feed("neglect", "thresholds"),
        "topics/neglect/feed.xml": feed("neglect", "thresholds"),
        "topics/missing/feed.xml": feed(),
        "topics/domestic-abuse/feed.xml": feed(),
    }  # fmt: skip


def feed(*slugs: str) -> str:
    """An Atom feed with an entry for each audit."""
    entries = "".join(
        f'<entry><title>{slug}</title><link rel="alternate" href="{BASE}audits/{slug}/"/>'
        f'<content type="html" xml:base="{BASE}audits/{slug}/">'
        '&lt;a href="../missing/"&gt;x&lt;/a&gt;</content>'
        "</entry>"
        for slug in slugs
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Feed</title>{entries}</feed>'
