"""Posters side by side, and the parts that hand-written pages embed."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from publication.views import galleries
from views.sample_site import ACCESS, Html, audit, poster, series, site, templates

if TYPE_CHECKING:
    from publication.audits.series import Series

REPORTED = {"on": "2019", "totals": {"2017/18": "4", "2018/19": "5"}}


def totals_of(*audits: Any, **fields: Any) -> list[tuple[int, str]]:
    """Number and words of each total of a series."""
    return [(total.number, total.label) for total in galleries.series_totals(series(**fields), audits)]


def test_totals_that_were_reported() -> None:
    """Where records give a range, each year has the number that the partnership reported."""
    audits = [audit(str(n), period="2017/18 to 2018/19") for n in range(9)]
    assert totals_of(*audits, reported=REPORTED) == [
        (4, "in 2017/18, as reported in 2019"),
        (5, "in 2018/19, as reported in 2019"),
    ]


def test_fewer_records_than_were_reported() -> None:
    """What was reported stays as it was reported: the others are not here yet."""
    assert totals_of(audit(period="2017/18"), reported=REPORTED) == totals_of(reported=REPORTED)
    assert totals_of(reported=REPORTED)[0] == (4, "in 2017/18, as reported in 2019")


def test_more_records_than_were_reported() -> None:
    """Both numbers are told, each as what it is."""
    audits = [audit(str(n), period="2017/18 to 2018/19") for n in range(9)]
    assert totals_of(*audits, audit("old", period="2017/18"), reported=REPORTED) == [
        (4, "in 2017/18, as reported in 2019"),
        (5, "in 2018/19, as reported in 2019"),
        (10, "of 2017/18 to 2018/19 on this site"),
    ]


def test_years_that_were_not_reported() -> None:
    """Records of later years are counted beside the report."""
    assert totals_of(audit(period="2020/21"), reported=REPORTED)[-1] == (1, "in 2020/21")


def test_totals_that_records_give() -> None:
    """Months count in their financial years, whatever their rhythm; a withdrawn audit was completed too."""
    withdrawn = audit(
        status="withdrawn",
        period="2018-07",
        withdrawn={"on": "2026-01-01", "why": "The guidance has changed."},
    )
    audits = [audit(period="2017-06"), audit(period="2018-03"), audit(period="2018-04"), withdrawn]
    assert totals_of(*audits) == [(2, "in 2017/18"), (2, "in 2018/19")]


def test_totals_of_a_range_that_was_not_reported() -> None:
    """No year is said to have none where nobody knows: the range has its own number."""
    audits = [audit(period="2017/18 to 2018/19"), audit(period="2017/18 to 2018/19"), audit(period="2018/19")]
    assert totals_of(*audits) == [(2, "in 2017/18 to 2018/19"), (1, "in 2018/19")]


def test_totals_to_come() -> None:
    """What is planned for a year, and how much of it is announced."""
    soon = audit(status="coming-soon", period="2019/20")
    assert totals_of(audit(), soon, planned={"2019/20": "3"}) == [
        (1, "in 2018/19"),
        (3, "planned for 2019/20, 1 of them announced so far"),
    ]
    assert totals_of(soon, audit("b", period="2019/20"), planned={"2019/20": "1"})[-1] == (
        1,
        "planned for 2019/20, 2 announced so far",
    )


def test_gallery() -> None:
    """Every poster, by series; series without a poster are left out."""
    of = site(
        audit(),
        audit("b", series="other", status="planned"),
        of=(series(), series("other", title="Other", order="2")),
    )
    page = galleries.gallery(of, templates(of))
    html = Html(str(page.content))
    assert page.address == "posters/"
    assert "1 poster. Choose it to enlarge it, or download it to print." in html.words
    assert "Other" not in html.words


def test_empty_gallery() -> None:
    """A gallery without a poster says so, and where to look."""
    of = site(audit(status="planned"))
    html = Html(str(galleries.gallery(of, templates(of)).content))
    assert "There is no poster yet." in html.words
    assert "No poster has been published yet. See all audits." in html.words


def test_a_poster_opens_without_a_script() -> None:
    """The thumbnail is a link to the poster; what enlarging needs is beside it as data."""
    of = site(audit(title="Neglect & 'more'"))
    [link] = Html(str(galleries.gallery(of, templates(of)).content)).all("a", "poster")
    assert link["href"] == "neglect.pdf"
    assert json.loads(link["data-poster"]) == {
        "title": "Neglect & 'more'",
        "audit": "../audits/neglect/",
        "download": "PDF, 38 KB",
        "pages": [{"src": "neglect-1280-k.webp", "width": 1280, "height": 2560}],
    }


def test_an_enlarged_poster_says_what_its_download_is() -> None:
    """Its kind, that it has no tags, its pages and its size: what the dialog's link says."""
    untagged = poster(access=replace(ACCESS, has_tags=False), pages=poster().pages * 2)
    of = site(audit(), posters={"neglect": untagged})
    [link] = Html(str(galleries.gallery(of, templates(of)).content)).all("a", "poster")
    assert json.loads(link["data-poster"])["download"] == "PDF without tags, 2 pages, 38 KB"


def test_poster_files() -> None:
    """Pictures and download of each poster."""
    of = site(audit(), posters={"neglect": poster()})
    assert [artefact.address for artefact in galleries.poster_files(of)] == [
        "posters/neglect-1280-k.webp",
        "posters/neglect-320-k.webp",
        "posters/neglect-640-k.webp",
        "posters/neglect.pdf",
    ]


@pytest.mark.parametrize(
    ("audits", "words"),
    [
        ([], "There is no audit in this series yet."),
        ([audit(status="planned", title="Alpha")], "Alpha Date not known yet Planned"),
        ([audit(title="Alpha")], "Download the poster Alpha"),
    ],
)
def test_embedded_series(audits: list[Any], words: str) -> None:
    """Posters as cards; topics that wait as links; nothing in words."""
    of = site(*audits)
    part = galleries.embedded(of, templates(of))["series multi-agency"]
    assert words in Html(part("")).words


def test_embedded_numbers() -> None:
    """How many stand where, counted from the records; nothing is said of what there is none of."""
    of = site(audit(), audit("b", status="planned"), audit("c", status="planned"))
    assert Html(galleries.embedded(of, templates(of))["numbers"]("")).words == "1 audit published 2 planned"
    of = site(audit(), audit("b"))
    assert Html(galleries.embedded(of, templates(of))["numbers"]("")).words == "2 audits published"
    assert galleries.embedded(site(), templates(site()))["numbers"]("").strip() == ""


def test_every_series_in_one_line() -> None:
    """All series in their order: one that is added stands on the page by itself."""
    of = site(
        audit(),
        audit("b", series="new"),
        of=(series(), series("new", title="A new series", order="2")),
    )
    parts = galleries.embedded(of, templates(of))
    assert parts["series"]("") == parts["series multi-agency"]("") + "\n" + parts["series new"]("")


def test_every_topic_in_one_line() -> None:
    """The topics that an audit is about, with their numbers, in the vocabulary's order."""
    of = site(audit(topics=["neglect"]), audit("b", topics=["training", "neglect"], status="planned"))
    part = Html(galleries.embedded(of, templates(of))["topics"](""))
    assert part.words == "By topic Neglect 2 audits Training 1 audit"
    assert part.links == {"topics/neglect/", "topics/training/"}
    assert galleries.embedded(site(), templates(site()))["topics"]("").strip() == ""


def test_embedded_links_are_relative_to_the_page() -> None:
    """The same part can stand on any page."""
    of = site(audit())
    part = galleries.embedded(of, templates(of))["series multi-agency"]
    assert "audits/neglect/" in Html(part("")).links
    assert "../audits/neglect/" in Html(part("accessibility/")).links


@pytest.mark.parametrize("of", [(series(),), (series(), series("empty", order="2"))])
@pytest.mark.parametrize("name", ["series", "topics"])
def test_the_search_leaves_embedded_parts_out(name: str, of: tuple[Series, ...]) -> None:
    """Material's search goes on after the first inner element of the same name, so there is none."""
    for with_series in (of, ()):
        made = replace(site(audit()), catalogue=replace(site(audit()).catalogue, series=with_series))
        part = galleries.embedded(made, templates(made))[name]("")
        left_out = re.findall(r"<(\w+)[^>]* data-search-exclude", part)
        assert left_out
        assert all(part.count(f"<{tag} ") == left_out.count(tag) for tag in left_out)
