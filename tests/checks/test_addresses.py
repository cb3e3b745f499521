"""Addresses that only machines follow lead somewhere too."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checks.small_site import BASE, change, put, said
from publication.checks import addresses

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("file", "old", "new", "expected"),
    [
        ("audits/neglect/index.html", '{"url": "', f'{{"image": "{BASE}posters/gone.webp", "url": "',
         f"content/audits/neglect.md:2: the address {BASE}posters/gone.webp leads nowhere, on the page "
         "/audits/neglect/."),
        ("audits/neglect/index.html", "</head>", f'<meta property="og:image" content="{BASE}a.png"></head>',
         f"content/audits/neglect.md:2: the address {BASE}a.png leads nowhere, on the page "
         "/audits/neglect/."),
        ("sitemap.xml", "audits/missing/", "audits/mising/",
         f"site/sitemap.xml: the address {BASE}audits/mising/ leads nowhere."),
        ("robots.txt", "sitemap.xml", "site-map.xml",
         f"site/robots.txt: the address {BASE}site-map.xml leads nowhere."),
        ("feed.xml", f'href="{BASE}audits/neglect/"', f'href="{BASE}audits/neglect/#gone"',
         f"site/feed.xml: the address {BASE}audits/neglect/#gone leads to no place on that page."),
        ("audits.json", f'{BASE}audits/missing/"', f'{BASE}posters/missing.pdf"',
         f"site/audits.json: the address {BASE}posters/missing.pdf leads nowhere."),
        ("audits.csv", f'{BASE}audits/missing/"', f'{BASE}audits/mising/"',
         f"site/audits.csv: the address {BASE}audits/mising/ leads nowhere."),
    ],
)  # fmt: skip
def test_an_absolute_address_that_leads_nowhere(
    file: str, old: str, new: str, expected: str, root: Path
) -> None:
    """In a head, in structured data, in feeds, data, the sitemap, and for robots."""
    change(root, f"site/{file}", old, new)
    assert said(addresses.every_absolute_address_resolves, root) == [expected]


def test_signs_that_end_a_sentence_are_no_part_of_an_address(root: Path) -> None:
    """Nor are quotation marks as HTML writes them, nor what JSON puts before one."""
    text = f'See {BASE}data/. Or ({BASE}data/), &#34;{BASE}data/&#34;, \\"{BASE}data/\\"!'
    put(root, "site/robots.txt", text)
    assert said(addresses.every_absolute_address_resolves, root) == []


def test_a_link_in_a_feed_that_leads_nowhere(root: Path) -> None:
    """It is looked at from the page of its entry, as a feed reader does."""
    change(root, "site/feed.xml", "../missing/", "../mising/")
    assert said(addresses.every_link_in_feeds_resolves, root) == [
        "site/feed.xml: the link '../mising/' of an entry leads nowhere.",
        "site/feed.xml: the link '../mising/' of an entry leads nowhere.",
    ]


def test_a_search_result_that_leads_nowhere(root: Path) -> None:
    """Neither a page that is not there, nor a place that is not on it."""
    places = ["", "#main", "data/#part", "data/#gone", "gone/"]
    put(root, "site/search/search_index.json", json.dumps({"docs": [{"location": one} for one in places]}))
    assert said(addresses.every_search_result_resolves, root) == [
        "site/search/search_index.json: the result 'data/#gone' leads to no place on that page.",
        "site/search/search_index.json: the result 'gone/' leads nowhere.",
    ]


def test_a_site_built_for_another_address(root: Path) -> None:
    """Else every absolute address would be another host's, and none be looked at."""
    for page in (root / "site").rglob("*.html"):
        text = page.read_text("utf-8").replace(BASE, "https://elsewhere.example/")
        page.write_text(text, "utf-8")
    assert said(addresses.the_site_knows_its_address, root) == [
        f"site/index.html: was built for https://elsewhere.example/, and is verified for {BASE}. Give both "
        "the same: SITE_URL=https://elsewhere.example/ make verify"
    ]


@pytest.mark.parametrize("file", ["audits.json", "search/search_index.json", "feed.xml", "sitemap.xml"])
def test_a_file_for_machines_that_they_cannot_read(file: str, root: Path) -> None:
    """Half a file is told as such."""
    text = (root / "site" / file).read_text("utf-8")
    put(root, f"site/{file}", text[: len(text) // 2])
    [told] = said(addresses.machine_files_can_be_read, root)
    assert told.startswith(f"site/{file}: cannot be read: ")
