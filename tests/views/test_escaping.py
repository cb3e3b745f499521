"""No text of a record, whatever is in it, becomes markup."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest
from pydantic import BaseModel

from publication.audits.vocabulary import Vocabulary
from publication.views import finder, galleries, listings
from publication.views.audit_page import audit_pages
from views.sample_site import BARE_AMPERSAND, WORDS, Html, absolute, audit, poster, series, site, templates

if TYPE_CHECKING:
    from collections.abc import Iterator

EVIL = """A & B "q" 'r' <script>alert(1)</script> <b onclick=x> </h1> {{ 7 * 7 }} '><img src=x onerror=x>"""
KEYS = {
    "slug", "series", "status", "topics", "agencies", "plans", "re_audit_of", "superseded_by", "former_slugs",
    "palette",
}  # fmt: skip
"""Held to a list or to letters, digits and hyphens: what stands in addresses and classes."""

FULL = {
    "agencies": ["police", "schools"],
    "scope": "x",
    "expected": "2026-09",
    "poster": "x",
    "poster_text": "x",
    "published": "2019-09-01",
    "sample": {"cases": "9", "plans": ["cp"], "ages": "x"},
    "actions": [{"what": "x", "owner": "x", "due": "2026-06", "status": "done", "impact": "x"}],
    "review": "2027-09",
    "disclosure_check": {"by": "x", "on": "2019-08-20"},
}
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"on": "2026-01-15", "why": "x"}}


def spoil(value: Any) -> Any:
    """The same with every free text replaced by markup, past the model, which would refuse some of it."""
    if isinstance(value, BaseModel):
        texts = {key: getattr(value, key) for key in type(value).model_fields if key not in KEYS}
        return value.model_copy(update={key: spoil(text) for key, text in texts.items()})
    if isinstance(value, tuple):
        return tuple(map(spoil, value))
    if isinstance(value, dict):
        return {key: spoil(text) for key, text in value.items()}
    return EVIL if isinstance(value, str) else value


def everything() -> Iterator[tuple[str, str]]:
    """Every view of a site of which every text is markup."""
    sections = {"worked-well": "x", "discussion": "x"}
    audits = [
        spoil(audit(sections=sections, superseded_by="again", **FULL)),
        spoil(audit("again", re_audit_of="neglect", **FULL)),
        spoil(audit("soon", **{**FULL, "status": "coming-soon"})),
        spoil(audit("plan", **{**FULL, "status": "planned"})),
        spoil(audit("draft", sections=sections, **{**FULL, "status": "draft"})),
        spoil(audit("old", sections=sections, superseded_by="again", **{**FULL, **WITHDRAWN})),
        spoil(audit("embargoed", **{**FULL, "published": "2100-01-01"})),
        spoil(audit("waiting", series="waiting", status="planned")),
    ]
    reported = {"on": "2019", "totals": {"2018/19": "4"}, "note": "x"}
    committees = [{"name": "x", "since": "2019-09-01"}, {"name": "x", "until": "2019-09-01"}]
    of = site(
        *audits,
        of=(
            spoil(series(committees=committees, reported=reported)),
            spoil(series("waiting", order="2", cycle="financial-year", undated="x")),
            spoil(series("empty", order="3")),
        ),
        posters={
            "neglect": poster(texts=(EVIL, f"- {EVIL}\n{EVIL}")),
            "again": poster("again", is_holding=True),
        },
        words=Vocabulary.model_construct(**{key: spoil(words) for key, words in dict(WORDS).items()}),
    )
    made = templates(of)
    pages = [
        *audit_pages(of, made, absolute),
        finder.finder(of, made),
        listings.coming_soon(of, made),
        *listings.series_listings(of, made),
        *listings.topic_listings(of, made),
        *listings.year_listings(of, made),
        galleries.gallery(of, made),
    ]
    yield from ((page.address, str(page.content)) for page in pages)
    yield from ((name, part("")) for name, part in galleries.embedded(of, made).items())


VIEWS = dict(everything())


@pytest.mark.parametrize("name", VIEWS)
def test_no_markup_of_a_record(name: str) -> None:
    """No script, no handler, no picture but posters, no bare ampersand, no template filled twice."""
    html = Html(VIEWS[name])
    assert BARE_AMPERSAND.findall(VIEWS[name]) == []
    assert "49" not in html.words
    for tag, attributes in html.tags:
        assert tag not in ("script", "b", "iframe", "style")
        assert not any(attribute.startswith("on") for attribute in attributes)
        assert tag != "img" or attributes["src"].endswith(".webp")


@pytest.mark.parametrize("name", [name for name in VIEWS if name.startswith("audits/") and name != "audits/"])
def test_the_words_are_there(name: str) -> None:
    """What was escaped is shown as it was typed."""
    assert "A & B \"q\" 'r' <script>alert(1)</script>" in Html(VIEWS[name]).words


def test_data_of_posters_is_whole() -> None:
    """What a script reads is the title as it was typed."""
    links = Html(VIEWS["posters/"]).all("a", "poster")
    assert {json.loads(link["data-poster"])["title"] for link in links} == {EVIL}


def test_every_free_text_is_spoilt() -> None:
    """A field that is added to the model is part of this test, or named in KEYS."""
    spoilt = spoil(audit(**FULL))
    for key, value in dict(spoilt).items():
        kinds = (str, dict, tuple, BaseModel, type(None))
        assert key in KEYS or value == EVIL or isinstance(value, kinds[1:]) or not isinstance(value, str), key
    assert spoilt.actions[0].impact == EVIL
    assert spoilt.published == dt.date(2019, 9, 1)
