"""The pages of briefings, what leads to them, and the page on which several are put together."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from publication.audits.briefing import has_briefing
from publication.posters.briefings import PublishedBriefing
from publication.views import addresses
from publication.views.audit_page import audit_pages
from publication.views.briefings import briefing_files, briefing_pages, briefings_page, of_briefing
from publication.views.galleries import gallery
from publication.views.redirects import redirects
from views.sample_site import Html, absolute, audit, poster, series, site, templates

if TYPE_CHECKING:
    from publication.audits.audit import Audit
    from publication.views.site import Site

LEARNING = {"worked-well": "- Joint **visits**\n- Clear records", "discussion": "1. What did you see?"}
LONG = {"worked-well": "\n".join(f"- Point {n} {'of words ' * 60}. More." for n in range(12))}


def briefed(*audits: Audit, **options: Any) -> Site:
    """A site whose audits have the briefings that a build makes."""
    known = [one.slug for one in audits if has_briefing(one)]
    made = {slug: PublishedBriefing(Path(f"{slug}-x.pdf"), 2, 48_400) for slug in known}
    return replace(site(*audits, **options), briefings=made)


def page_of(*audits: Audit, **options: Any) -> Html:
    """The briefing of the first audit."""
    of = briefed(*audits, **options)
    pages = {page.address: page for page in briefing_pages(of, templates(of), absolute)}
    return Html(str(pages[f"audits/{audits[0].slug}/briefing/"].content))


def test_a_briefing_has_seven_parts() -> None:
    """With how to use it, the facts, the words of the record, and lines to fill in."""
    html = page_of(audit(sections=LEARNING, agencies=["police"], sample={"cases": "9"}))
    for words in (
        "Briefing Neglect",
        "Audit period 2018/19",
        "Agencies Police",
        "Sample 9 cases",
        "In seven minutes",
        "In twenty minutes",
        "1. Why A summary.",
        "2. What we looked at The record of this audit says nothing on this.",
        "3. What worked well Joint visits Clear records",
        "6. Questions What did you see?",
        "7. What we will do",
        "What Who By when",
        "Download the briefing Neglect (PDF, 2 pages, 48 KB)",
    ):
        assert words in html.words
    assert {"../../../briefings/neglect.pdf", "../"} <= html.links
    assert [area["aria-label"] for area in html.all("textarea")][:4] == [
        "What, line 1",
        "Who, line 1",
        "By when, line 1",
        "What, line 2",
    ]


def test_a_long_record_is_told_by_its_leads() -> None:
    """What is left out is counted, with a link to where it stands."""
    html = page_of(audit(sections=LONG))
    assert "and 4 more, on the page of the audit" in html.words
    assert "../#worked-well" in html.links
    assert "Point 8" not in html.words


def test_links_of_a_record_lead_where_they_led() -> None:
    """They begin at the page of its audit, which is above; those to other sites stay as they are."""
    words = "See [one](../other/), [two](#actions) and [three](https://example.org/)."
    html = page_of(audit(sections={"worked-well": words}))
    assert {"../../other/", "../#actions", "https://example.org/"} <= html.links


def test_it_says_what_a_reader_must_know_first() -> None:
    """That it is a draft, under embargo, or replaced."""
    assert "This is a draft." in page_of(audit(sections=LEARNING, status="draft")).words
    assert "Embargoed until 1 May 2026." in page_of(audit(sections=LEARNING, published="2026-05-01")).words
    new = audit("new", title="Neglect again", re_audit_of="neglect")
    html = page_of(audit(sections=LEARNING, superseded_by="new"), new)
    assert "There is newer learning on this: Neglect again." in html.words


def test_it_is_in_no_search_and_no_sitemap() -> None:
    """The page of its audit says all that it says."""
    of = briefed(audit(sections=LEARNING))
    [page] = briefing_pages(of, templates(of), absolute)
    assert page.page is not None
    assert (page.page.title, page.page.is_unlisted, page.page.searched) == ("Briefing: Neglect", True, "")
    assert page.edit == "content/audits/neglect.md"


def test_nothing_is_made_without_learning() -> None:
    """Neither a page nor a file nor an entry; where there is none at all, the list says so."""
    of = briefed(audit(), audit("later", status="planned"))
    assert list(briefing_pages(of, templates(of), absolute)) == []
    assert list(briefing_files(of)) == []
    html = Html(str(briefings_page(of, templates(of)).content))
    assert "No briefing has been published yet." in html.words
    assert html.all("input") == []
    assert "briefing" not in Html(str(gallery(of, templates(of)).content)).words.lower()


def test_the_list_has_every_briefing_by_series() -> None:
    """Each with its page and its file; ticks and the button to put them together wait for the script."""
    other = series("other", title="Other audits", order="2")
    audits = (audit(sections=LEARNING), audit("b", title="B", sections=LEARNING, series="other"), audit("c"))
    of = briefed(*audits, of=(series(), other))
    page = briefings_page(of, templates(of))
    html = Html(str(page.content))
    assert page.address == "briefings/"
    assert html.words.index("Multi-agency audits") < html.words.index("Other audits")
    assert {"../audits/neglect/briefing/", "neglect.pdf", "../audits/b/briefing/", "b.pdf"} <= html.links
    assert [box["value"] for box in html.all("input")] == ["neglect", "b"]
    assert all("hidden" in box for box in html.all("input"))
    [form] = html.all("form")
    assert (form["method"], form["action"]) == ("get", "./")


def test_chosen_briefings_have_an_address() -> None:
    """Which other pages, such as the finder, can link to."""
    assert addresses.chosen_briefings(["a", "b"]) == "briefings/?audits=a,b"
    assert addresses.relative(addresses.chosen_briefings(["a"]), "audits/") == "../briefings/?audits=a"


def test_pages_that_offer_a_briefing() -> None:
    """That of its audit, with the PDF, and the gallery, which leads to the list of all too."""
    of = briefed(audit(sections=LEARNING))
    [page] = audit_pages(of, templates(of), absolute)
    html = Html(str(page.content))
    assert {"briefing/", "../../briefings/neglect.pdf"} <= html.links
    assert "Briefing for a team meeting" in html.words
    html = Html(str(gallery(of, templates(of)).content))
    assert {"../audits/neglect/briefing/", "../briefings/"} <= html.links


def test_former_names_lead_to_the_briefing() -> None:
    """The page leads on, and the file answers at both addresses."""
    of = briefed(audit(sections=LEARNING, former_slugs=["old"]))
    found = {one.address: one for one in redirects(of, templates(of), absolute)}
    assert found.keys() == {
        "audits/old/index.html", "posters/old.pdf", "audits/old/briefing/index.html", "briefings/old.pdf",
    }  # fmt: skip
    assert "0; url=../../neglect/briefing/" in str(found["audits/old/briefing/index.html"].content)
    assert found["briefings/old.pdf"].content == Path("neglect-x.pdf")


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"sections": LEARNING, "former_slugs": ["old"]},
            [
                "audits/neglect/briefing/",
                "briefings/neglect.pdf",
                "audits/old/briefing/",
                "briefings/old.pdf",
            ],
        ),
        ({"sections": LEARNING, "status": "draft"}, []),
        ({"sections": {}}, []),
    ],
    ids=["published", "draft", "without learning"],
)
def test_the_addresses_of_a_briefing(fields: dict[str, Any], expected: list[str]) -> None:
    """What readers have, which checks hold the site to."""
    assert of_briefing(audit(**fields)) == expected


@pytest.mark.parametrize("is_supplied", [True, False])
def test_a_replaced_poster_is_marked_on_card_and_viewer(is_supplied: bool) -> None:
    """Also where it was supplied, and says nothing of it itself."""
    audits = (
        audit(superseded_by="new", poster="neglect.pdf" if is_supplied else None),
        audit("new", title="Neglect again", re_audit_of="neglect"),
    )
    of = site(*audits, posters={one.slug: poster(one.slug) for one in audits})
    html = Html(str(gallery(of, templates(of)).content))
    [badge] = html.all("span", "badge--replaced")
    assert badge
    said = {json.loads(link["data-poster"])["notice"] for link in html.all("a", "poster")}
    assert said == {"Newer learning replaces this poster: Neglect again", ""}
