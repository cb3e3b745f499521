"""Each record has what its status entitles it to, and nothing else has."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from checks.small_site import BASE, PUBLIC, change, feed, html_of, links, put, said
from publication.checks.entitlements import every_record_has_its_due as every_record
from publication.checks.entitlements import every_series_has_its_posters_in_one_file as every_series
from publication.views import feeds

if TYPE_CHECKING:
    from pathlib import Path

NEGLECT = "content/audits/neglect.md:4: 'Neglect at home' is published and has no"
MISSING = "content/audits/missing.md:4: 'Missing from home' is coming soon and has no"
DRAFT = "content/audits/quiet-draft.md:4: 'Quiet kingfisher' is a draft, and has"
WITHDRAWN = "content/audits/thresholds.md:4: 'Thresholds at the door' is withdrawn, and has"


@pytest.mark.parametrize(
    ("file", "old", "expected"),
    [
        ("search/search_index.json", '{"location": "audits/neglect/"}, ', f"{NEGLECT} entry in the search at "
         "/search/search_index.json."),
        ("audits/index.html", '{"title": "Neglect at home"}, ', f"{NEGLECT} entry in the finder's script at "
         "/audits/."),
        ("audits.json", f'{{"slug": "neglect", "url": "{BASE}audits/neglect/"}}, ', f"{NEGLECT} entry in the "
         "open data at /audits.json."),
        ("audits.csv", f'"neglect","{BASE}audits/neglect/"\r\n', f"{NEGLECT} row in the table at "
         "/audits.csv."),
        ("sitemap.xml", f"<url><loc>{BASE}audits/missing/</loc></url>", f"{MISSING} line in the sitemap at "
         "/sitemap.xml."),
        ("audits/index.html", links(("missing",), "../"), f"{MISSING} entry in the list at /audits/."),
        ("topics/missing/index.html", links(("missing",), "../../"), f"{MISSING} entry in the list at "
         "/topics/missing/."),
        ("coming-soon/index.html", links(("missing",), "../"), f"{MISSING} entry in the list at "
         "/coming-soon/."),
        ("years/2018-19/index.html", links(("neglect",), "../../"), f"{NEGLECT} entry in the list at "
         "/years/2018-19/."),
        ("actions/index.html", links(("neglect",), "../"), f"{NEGLECT} entry in the list at /actions/."),
    ],
)  # fmt: skip
def test_something_is_lacking(file: str, old: str, expected: str, root: Path) -> None:
    """What a record has not is told at its status, with the address where it should be."""
    content = (root / "site" / file).read_bytes().decode()
    assert old in content
    put(root, f"site/{file}", content.replace(old, ""))
    assert said(every_record, root) == [expected]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        ("posters/neglect.pdf", f"{NEGLECT} poster to download at /posters/neglect.pdf."),
        ("posters/old-neglect.pdf", f"{NEGLECT} poster to download at /posters/old-neglect.pdf."),
        ("posters/neglect-320-0a1b2c3d.webp", f"{NEGLECT} picture of its poster at /posters/."),
    ],
)
def test_a_poster_is_lacking(file: str, expected: str, root: Path) -> None:
    """Its file under each of its names, and pictures of it."""
    (root / "site" / file).unlink()
    assert said(every_record, root) == [expected]


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (
            "posters/quiet-draft.pdf",
            f"{DRAFT} a poster to download at /posters/quiet-draft.pdf all the same.",
        ),
        (
            "posters/thresholds.png",
            f"{WITHDRAWN} a poster to download at /posters/thresholds.png all the same.",
        ),
        (
            "posters/thresholds-p2-1280-00ff00ff.webp",
            f"{WITHDRAWN} a picture of its poster at /posters/ all the same.",
        ),
        (
            "posters/nobody.jpg",
            "site/posters/nobody.jpg: has a poster to download of 'nobody', and there is no such record.",
        ),
    ],
)
def test_a_poster_too_many(file: str, expected: str, root: Path) -> None:
    """No poster without a published audit."""
    put(root, f"site/{file}", b"%PDF")
    assert said(every_record, root) == [expected]


def test_an_entry_too_many(root: Path) -> None:
    """A draft in a list, and in the data; a record that is not there in the search."""
    put(
        root,
        "site/coming-soon/index.html",
        html_of("coming-soon/", "Soon", '<a href="../audits/quiet-draft/">x</a>'),
    )
    rows = [{"slug": slug} for slug in (*PUBLIC, "quiet-draft")]
    put(root, "site/audits.json", json.dumps({"audits": rows}))
    entries = [{"location": f"audits/{slug}/"} for slug in (*PUBLIC, "nobody")]
    put(root, "site/search/search_index.json", json.dumps({"docs": entries}))
    assert said(every_record, root) == [
        f"{MISSING} entry in the list at /coming-soon/.",
        f"{DRAFT} an entry in the list at /coming-soon/ all the same.",
        f"{DRAFT} an entry in the open data at /audits.json all the same.",
        "site/search/search_index.json: has an entry in the search of 'nobody', and there is no such record.",
    ]


def test_what_is_coming_soon_is_in_no_feed(root: Path) -> None:
    """A feed has what was published or withdrawn, and that alone."""
    put(root, "site/feed.xml", feed("neglect", "missing"))
    assert said(every_record, root) == [
        "content/audits/missing.md:4: 'Missing from home' is coming soon, and has an entry in the feed at "
        "/feed.xml all the same.",
        "content/audits/thresholds.md:4: 'Thresholds at the door' is withdrawn and has no entry in the feed "
        "at /feed.xml.",
    ]


def test_a_feed_has_the_latest(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No more than its limit allows: the others must not be there, or it would grow for ever."""
    monkeypatch.setattr(feeds, "LATEST", 1)
    for file in ("feed.xml", "series/multi-agency/feed.xml", "topics/neglect/feed.xml"):
        put(root, f"site/{file}", feed("thresholds"))
    assert said(every_record, root) == []
    put(root, "site/feed.xml", feed("thresholds", "neglect"))
    assert said(every_record, root) == [
        "content/audits/neglect.md:4: 'Neglect at home' is published, and has an entry in the feed at "
        "/feed.xml all the same."
    ]


def test_an_embargo_ends_on_its_day(root: Path) -> None:
    """On that day the record is entitled to all that others have."""
    change(root, "content/audits/summer.md", "2026-07-01", "2026-03-01")
    lacking = said(every_record, root)
    assert len(lacking) == 15
    assert all("'Summer swallows return' is published and has no" in one for one in lacking)


def test_a_series_needs_its_file_of_all_posters(root: Path) -> None:
    """Where it has two, and where it has one only, it must not."""
    put(root, "site/series/multi-agency/posters.pdf", b"%PDF")
    where = "content/series/multi-agency.md:2: 'Multi-agency audits' has"
    at = "at /series/multi-agency/posters.pdf."
    assert said(every_series, root) == [f"{where} 1 poster and has a file of all of them {at}"]
    change(root, "content/audits/summer.md", "2026-07-01", "2026-03-01")
    assert said(every_series, root) == []
    (root / "site/series/multi-agency/posters.pdf").unlink()
    assert said(every_series, root) == [f"{where} 2 posters and has no file of all of them {at}"]
