"""What is not for readers is in no byte of the site."""

from __future__ import annotations

import gzip
import html
import json
from typing import TYPE_CHECKING

import pytest

from checks.small_site import BASE, change, put, said
from posters.samples import pdf
from publication.checks.unpublished import nothing_unpublished_is_there as rule

if TYPE_CHECKING:
    from pathlib import Path

OTTERS = "The otters of the upper valley slept through most of the winter."
DRAFT = "content/audits/quiet-draft.md"
FIRST = "the otters of the upper valley slept through"
ONE = f"it is a draft, and the site has 1 sentence of it, the first '{FIRST} …':"


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("data/index.html", f"<p>{OTTERS}</p>"),
        ("data/index.html", "The otters of the upper&nbsp;valley slept\nthrough <i>m</i>ost of the winter"),
        ("data/index.html", f"<p data-finder='{html.escape(json.dumps(OTTERS))}'></p>"),
        ("data/index.html", f"<!-- {OTTERS} -->"),
        ("audits.json", json.dumps({"audits": [], "said": OTTERS.replace(" ", "\n")})),
        ("feed.xml", f"<feed><content>{html.escape(f'<p>{html.escape(OTTERS)}</p>')}</content></feed>"),
        ("assets/js/x.js", f"const said = {OTTERS!r}"),
        ("audits.csv", f'"{OTTERS.upper()}"\r\n'),
        ("sitemap.xml.gz", gzip.compress(OTTERS.encode(), mtime=0)),
        ("posters/neglect.png", b"\x89PNG\x00tEXtComment\x00" + OTTERS.encode() + b"\x00\xff"),
        ("posters/neglect.pdf", pdf(words=OTTERS.replace(" slept", "\nslept"))),
    ],
)  # fmt: skip
def test_a_sentence_of_a_draft_is_found_wherever_it_stands(
    file: str, content: str | bytes, root: Path
) -> None:
    """In words, between tags, in attributes, comments, data, scripts, compressed files, metadata and PDFs."""
    put(root, f"site/{file}", content)
    assert said(rule, root) == [f"{DRAFT}:12: {ONE} /{file}."]


def test_a_sentence_that_readers_may_see_is_no_trace(root: Path) -> None:
    """A draft that repeats what a public record says gives nothing away."""
    put(root, "site/data/index.html", f"<p>{OTTERS}</p>")
    change(root, "content/audits/neglect.md", "Partners looked", f"{OTTERS} Partners looked")
    assert said(rule, root) == []


def test_a_part_of_a_sentence_is_no_trace(root: Path) -> None:
    """Words that many texts have in common."""
    put(root, "site/data/index.html", "<p>The otters of the upper valley slept badly.</p>")
    assert said(rule, root) == []


def test_several_sentences_are_one_problem(root: Path) -> None:
    """At the first of them, with the files that have any, and how many more."""
    both = f"<p>A heron stood beside the long pond until the evening came.</p><p>{OTTERS}</p>"
    for file in ("audits/index.html", "data/index.html", "index.html", "posters/index.html"):
        put(root, f"site/{file}", both)
    assert said(rule, root) == [
        f"{DRAFT}:8: it is a draft, and the site has 2 sentences of it, the first 'a heron stood beside the "
        "long pond until …': /audits/index.html, /data/index.html, /index.html and 1 more."
    ]


def test_the_title_of_a_draft(root: Path) -> None:
    """Of two words or more: a word alone is nobody's own."""
    put(root, "site/data/index.html", "<p>Next: Quiet <em>Kingfisher</em>!</p>")
    assert said(rule, root) == [f"{DRAFT}:2: it is a draft, and its title is on the site: /data/index.html."]
    change(root, DRAFT, "title: Quiet kingfisher", "title: Kingfisher")
    assert said(rule, root) == []


@pytest.mark.parametrize(
    "text",
    [
        '{"superseded_by": "summer"}',
        '{"former": ["quiet-draft"]}',
        f"{BASE}audits/summer/",
        "<img src='../posters/summer-320-00ff00ff.webp'>",
        "posters/quiet-draft-p2-1280-00ff00ff.webp",
        "a list: neglect; quiet-draft; missing",
    ],
)
def test_the_name_of_what_is_kept_back(text: str, root: Path) -> None:
    """In an address, as a value, or, where its hyphen makes it a name, anywhere."""
    put(root, "site/audits.schema.json", text)
    [told] = said(rule, root)
    assert told.endswith("is on the site: /audits.schema.json.")
    embargo = "content/audits/summer.md:4: it is kept back until 1 July 2026, and its name 'summer'"
    assert told.startswith((embargo, f"{DRAFT}:4: it is a draft, and its name 'quiet-draft'"))


@pytest.mark.parametrize(
    "text", ["In summer we rest.", "audits/summer-school/", '"summertime"', "a quiet-draft-board"]
)
def test_a_word_that_is_no_name(text: str, root: Path) -> None:
    """The language's own words, and longer names."""
    put(root, "site/audits.schema.json", text)
    assert said(rule, root) == []


def test_a_name_that_stands_for_something_public_too(root: Path) -> None:
    """A draft may be called as a topic is; only its address gives it away."""
    (root / DRAFT).rename(root / "content/audits/domestic-abuse.md")
    put(root, "site/audits.schema.json", '{"topics": ["domestic-abuse"]}')
    assert said(rule, root) == []
    put(root, "site/audits.schema.json", "posters/domestic-abuse.pdf")
    [told] = said(rule, root)
    assert told.startswith("content/audits/domestic-abuse.md:4: it is a draft, and its name 'domestic-abuse'")


def test_withdrawn_learning(root: Path) -> None:
    """What was withdrawn is gone; the title and the reason are for readers."""
    gone = "The rota of the duty team was seldom read by anybody on Mondays."
    reason = "Thresholds at the door. The guidance that it was held to has been replaced."
    put(root, "site/data/index.html", f"<p>{reason}</p>")
    assert said(rule, root) == []
    put(root, "site/data/index.html", f"<p>{gone}</p>")
    assert said(rule, root) == [
        "content/audits/thresholds.md:10: it is withdrawn, and the site has 1 sentence of it, the first 'the "
        "rota of the duty team was seldom …': /data/index.html."
    ]
