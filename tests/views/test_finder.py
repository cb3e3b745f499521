"""The finder's page: the full list, links and filters with their counts, and what its script finds with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from publication.views import finder
from publication.views.finder import Choice
from views.sample_site import BARE_AMPERSAND, Html, audit, series, site, templates

if TYPE_CHECKING:
    from publication.views.site import Site


def html_of(of: Site) -> Html:
    """The main part of the page."""
    return Html(str(finder.finder(of, templates(of)).content))


def data_of(html: Html) -> Any:
    """What the script reads."""
    [found] = html.all("div", "finder")
    return json.loads(found["data-finder"])


def boxes_of(html: Html) -> list[tuple[str, str]]:
    """The key and the value of each filter."""
    return [(box["name"], box["value"]) for box in html.all("input") if box["type"] == "checkbox"]


def counts_of(of: Site) -> dict[str, dict[str, int]]:
    """How many audits each choice of each facet has."""
    return {
        facet.key: {choice.value: choice.count for choice in facet.choices} for facet in finder.facets(of)
    }


def test_counts() -> None:
    """An audit counts once for each of its topics, agencies and years; what nobody has is 0."""
    of = site(
        audit(topics=["neglect", "missing"], agencies=["police"], period="2017/18 to 2018/19"),
        audit("second", status="planned", agencies=["police", "schools"]),
    )
    assert counts_of(of) == {
        "series": {"multi-agency": 2},
        "topic": {"neglect": 2, "missing": 1, "training": 0},
        "agency": {"police": 2, "schools": 1},
        "year": {"2018-19": 1, "2017-18": 1},
        "status": {
            "draft": 0,
            "planned": 1,
            "coming-soon": 0,
            "findings-not-supplied": 0,
            "published": 1,
            "withdrawn": 0,
        },
    }


def test_choices_have_names_and_listings() -> None:
    """Series, topics and years have listings of their own; agencies and statuses have none."""
    facets = {facet.key: facet for facet in finder.facets(site(audit(agencies=["police"])))}
    assert facets["series"].choices == (
        Choice("multi-agency", "Multi-agency audits", 1, "series/multi-agency/"),
    )
    assert facets["topic"].choices[0] == Choice("neglect", "Neglect", 1, "topics/neglect/")
    assert facets["year"].choices == (Choice("2018-19", "2018/19", 1, "years/2018-19/"),)
    assert facets["agency"].found == (Choice("police", "Police", 1),)
    assert (facets["agency"].listed, facets["status"].listed) == ((), ())


def test_filters() -> None:
    """A choice that some audit has is a filter with the keys of the address; the rest are links at most."""
    html = html_of(site(audit(), audit("soon", status="coming-soon", topics=["missing"])))
    assert boxes_of(html) == [
        ("series", "multi-agency"),
        ("topic", "neglect"),
        ("topic", "missing"),
        ("year", "2018-19"),
        ("status", "coming-soon"),
        ("status", "published"),
    ]
    assert "../topics/training/" in html.links
    assert "Neglect audits: 1" in html.words


def test_what_needs_javascript_is_hidden() -> None:
    """Until the script takes over there are links and the full list, and no control that would do nothing."""
    html = html_of(site(audit()))
    for tag, of_class in (("form", ""), ("div", "finder__sort"), ("div", "chosen")):
        [found] = html.all(tag, of_class)
        assert "hidden" in found
    [links] = html.all("div", "finder__links")
    assert "hidden" not in links


def test_without_audits() -> None:
    """The page says that there is none, and has nothing to find with."""
    html = html_of(site())
    assert "0 audits No audit has been published yet." in html.words
    assert (html.all("form"), html.all("select"), html.all("input")) == ([], [], [])
    assert "data-finder" not in html.all("div", "finder")[0]


def test_with_one_audit() -> None:
    """One audit is one audit, in a list of one row."""
    html = html_of(site(audit()))
    assert "1 audit Sort by" in html.words
    assert len(html.all("li", "row")) == len(data_of(html)["audits"]) == 1


def test_latest_first() -> None:
    """By the period's end, whatever the status; without one by the month expected; without either last."""
    of = site(
        audit("old", title="Old", period="2016/17"),
        audit("unknown", title="Unknown", status="planned"),
        audit("b", title="Beta"),
        audit("a", title="Alpha"),
        audit("range", title="Range", period="2015/16 to 2019/20"),
        audit("soon", title="Soon", status="coming-soon", period=None, expected="2026-09"),
    )
    html = html_of(of)
    order = ["Soon", "Range", "Alpha", "Beta", "Old", "Unknown"]
    assert [entry["title"] for entry in data_of(html)["audits"]] == order
    rows = [found["href"] for found in html.all("a") if found["href"].count("/") == 1]
    assert rows[-6:] == ["soon/", "range/", "a/", "b/", "old/", "unknown/"], "rows and data have one order"


def test_data() -> None:
    """An entry has its values by the keys of the address; its words are plain text, with scope and period."""
    html = html_of(site(audit(summary="A *summary*.", scope="What it looks at.", agencies=["police"])))
    assert data_of(html) == {
        "audits": [
            {
                "series": ["multi-agency"],
                "topic": ["neglect"],
                "agency": ["police"],
                "year": ["2018-19"],
                "status": ["published"],
                "title": "Neglect",
                "words": "A summary. What it looks at. 2018/19",
            }
        ],
        "acronyms": ["CP"],
    }


def words_of(**fields: Any) -> str:
    """What the script finds an audit by, besides its title and the names of its facets."""
    return str(data_of(html_of(site(audit(**fields))))["audits"][0]["words"])


def test_acronyms_both_ways() -> None:
    """An acronym is found by its words, and the words by their acronym, in title and summary alike."""
    assert words_of(title="CP plans").endswith("2018/19 Child Protection")
    assert words_of(summary="About child protection.").endswith("2018/19 CP")
    assert words_of().endswith("2018/19")


def test_withdrawn() -> None:
    """A withdrawn audit is found by why it was withdrawn, and not by what it said."""
    why = {"on": "2026-01-15", "why": "The guidance has changed."}
    found = words_of(summary="Secret.", scope="Hidden.", status="withdrawn", withdrawn=why)
    assert found == "The guidance has changed. 2018/19"


def test_markup_stays_text() -> None:
    """Titles, series and summaries with signs of HTML are whole in the data and markup nowhere."""
    title = """"A" & 'B' </script><img src=x>"""
    of = site(audit().model_copy(update={"title": title}), of=(series(title="C & 'D'"),))
    page = str(finder.finder(of, templates(of)).content)
    assert data_of(Html(page))["audits"][0]["title"] == title
    assert "C & 'D'" in Html(page).words
    assert [found["src"] for found in Html(page).all("img")] == ["../posters/neglect-320-k.webp"]
    assert BARE_AMPERSAND.findall(page) == []
