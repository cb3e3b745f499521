"""Finder, coming soon, series, topics and years."""

from __future__ import annotations

from publication.views import finder, listings
from publication.views.cycles import cycles
from publication.views.site import count_of, file_size, paragraphs
from views.sample_site import Html, audit, series, site, templates


def html_of(artefact: object) -> Html:
    """The main part of a listing."""
    return Html(str(artefact.content))  # type: ignore[attr-defined]


def test_a_range_of_years_counts_in_each_of_its_years() -> None:
    """Which of the years an audit belongs to is not known, so readers find it under each."""
    of = site(audit(period="2017/18 to 2018/19"), audit("missing", period="2018-10"))
    assert {str(year): [one.slug for one in audits] for year, audits in of.by_year.items()} == {
        "2018/19": ["neglect", "missing"],
        "2017/18": ["neglect"],
    }


def test_years() -> None:
    """Each year has a listing with its heading and count."""
    of = site(audit(period="2017/18 to 2018/19"), audit("missing", status="coming-soon"))
    pages = {page.address: html_of(page) for page in listings.year_listings(of, templates(of))}
    assert set(pages) == {"years/2018-19/", "years/2017-18/"}
    assert "Audits of 2018/19 2 audits: 1 published, 1 coming soon" in pages["years/2018-19/"].words
    assert "Audits of 2017/18 1 audit: 1 published" in pages["years/2017-18/"].words


def test_topics() -> None:
    """Each topic of the vocabulary has a listing, also one without an audit, which says so in words."""
    of = site(audit(), audit("missing", topics=["neglect", "missing"], status="planned"))
    pages = {page.address: page for page in listings.topic_listings(of, templates(of))}
    assert set(pages) == {"topics/neglect/", "topics/missing/", "topics/training/"}
    neglect, empty = html_of(pages["topics/neglect/"]), html_of(pages["topics/training/"])
    assert "Topic Neglect 2 audits: 1 published, 1 planned" in neglect.words
    assert len(neglect.all("li", "card")) == 2
    assert "Training No audit yet There is no audit here yet. See all audits." in empty.words
    assert pages["topics/training/"].edit == "content/vocabulary.yml"


def test_series() -> None:
    """Each series has a listing with its introduction and the record to edit."""
    of = site(audit())
    [page] = listings.series_listings(of, templates(of))
    assert (page.address, page.edit) == ("series/multi-agency/", "content/series/multi-agency.md")
    assert "Several agencies look together." in html_of(page).words
    assert page.page is not None
    assert page.page.description == "Multi-agency audits: 1 audit: 1 published."
    assert not page.page.searched


def test_cards() -> None:
    """A card has a thumbnail with sizes, its status unless published, and the download's type and size."""
    of = site(audit(), audit("missing", title="Missing", status="coming-soon", expected="2026-09"))
    [page] = listings.series_listings(of, templates(of))
    html = html_of(page)
    [picture] = html.all("img")
    assert (picture["width"], picture["height"], picture["alt"]) == ("320", "640", "Poster: Neglect")
    assert picture["srcset"].count("w") >= 3
    assert picture["src"] == "../../posters/neglect-320-k.webp"
    assert "Download the poster Neglect (PDF, 38 KB)" in html.words
    assert "Expected September 2026" in html.words


def test_pictures_below_the_fold_load_late() -> None:
    """The first four of a listing load at once, the others when they are scrolled to."""
    of = site(*(audit(f"neglect-{n}") for n in range(6)))
    [page] = listings.series_listings(of, templates(of))
    assert [picture.get("loading") for picture in html_of(page).all("img")] == [None] * 4 + ["lazy"] * 2


def test_finder() -> None:
    """Every audit, and each narrower listing with its count."""
    of = site(audit(), audit("missing", topics=["missing"], status="planned"))
    html = html_of(finder.finder(of, templates(of)))
    assert "2 audits" in html.words
    assert (
        "Series Multi-agency audits : series 2 Topic Neglect : topic 1 Missing children : topic 1 "
        "Training : topic 0 Year 2018/19 : year 1" in html.words
    )
    assert html.links >= {"neglect/", "missing/", "../topics/training/", "../years/2018-19/"}


def test_empty_finder() -> None:
    """A finder that finds nothing says so."""
    of = site()
    html = html_of(finder.finder(of, templates(of)))
    assert "0 audits No audit has been published yet." in html.words


def test_coming_soon() -> None:
    """What is announced and what is planned, each with its number, and nothing else."""
    of = site(
        audit(), audit("a", title="Alpha", status="coming-soon"), audit("b", title="Beta", status="planned")
    )
    html = html_of(listings.coming_soon(of, templates(of)))
    assert "Coming soon 1 Alpha" in html.words
    assert "Planned 1 Beta" in html.words
    assert "../audits/neglect/" not in html.links


def test_nothing_coming_soon() -> None:
    """The page says so in one sentence; a group with nothing in it is left out."""
    of = site(audit())
    html = html_of(listings.coming_soon(of, templates(of)))
    assert html.words.endswith("No audit is announced or planned at the moment. See all audits.")
    of = site(audit(status="planned"))
    words = html_of(listings.coming_soon(of, templates(of))).words
    assert "Planned 1 Neglect" in words
    assert "Coming soon 0" not in words


def test_withdrawn_in_listings() -> None:
    """A listing tells of a withdrawn audit why it was withdrawn, and not what it said."""
    why = {"on": "2026-01-15", "why": "The guidance has changed."}
    of = site(audit(status="withdrawn", scope="The old scope.", withdrawn=why))
    words = html_of(finder.finder(of, templates(of))).words
    assert "Withdrawn The guidance has changed." in words
    assert "A summary." not in words
    assert "The old scope." not in words


def test_order() -> None:
    """Published first, the latest period first, then by title; then what is to come."""
    of = site(
        audit("planned", status="planned"),
        audit("old", period="2016/17"),
        audit("b", title="Beta"),
        audit("a", title="Alpha"),
        audit("soon", status="coming-soon"),
    )
    assert [one.slug for one in of.audits] == ["a", "b", "old", "soon", "planned"]


def test_audits_of_a_series() -> None:
    """A series lists its own audits only."""
    of = site(audit(), audit("b", series="other"), of=(series(), series("other", order="2")))
    assert [one.slug for one in of.of_series("other")] == ["b"]


def test_counts_in_words() -> None:
    """One audit, two audits; statuses that do not occur are not named."""
    assert (count_of(1, "audit"), count_of(2, "audit"), count_of(0, "audit")) == (
        "1 audit",
        "2 audits",
        "0 audits",
    )
    assert site().count_by_status((audit(status="planned"), audit(), audit())) == "2 published, 1 planned"


def test_file_sizes() -> None:
    """As a reader knows them."""
    sizes = [file_size(count) for count in (10, 38_400, 999_499, 999_500, 1_250_000)]
    assert sizes == ["1 KB", "38 KB", "999 KB", "1.0 MB", "1.2 MB"]


def test_paragraphs_of_a_poster() -> None:
    """Lines are paragraphs, and lines that begin with a hyphen are one list."""
    found = paragraphs("Look\n\n- one\n- two\n\nAct\nNow")
    assert [(block.is_list, block.lines) for block in found] == [
        (False, ("Look",)),
        (True, ("one", "two")),
        (False, ("Act",)),
        (False, ("Now",)),
    ]


def test_what_is_known_of_a_cycle() -> None:
    """How many topics it has, how many of them are known, and progress over all; no record is needed."""
    of = site(
        audit("a", title="Alpha", period="2026/27"),
        audit("b", title="Beta", period="2026/27", status="planned"),
        of=(
            series(cycle="financial-year", cycles={"2026/27": {"topics": "6"}, "2025/26": {"topics": "12"}}),
        ),
    )
    words = html_of(next(listings.series_listings(of, templates(of)))).words
    assert "Cycle 2026/27 Six topics, two known. 1 of 6 published Alpha" in words
    assert words.endswith("Cycle 2025/26 12 topics, none known.")


def test_more_records_than_topics() -> None:
    """The page counts what is there, whatever the series says."""
    of = site(
        audit("a", period="2026/27"),
        audit("b", period="2026/27", status="planned"),
        of=(series(cycle="financial-year", cycles={"2026/27": {"topics": "1"}}),),
    )
    words = html_of(next(listings.series_listings(of, templates(of)))).words
    assert "Cycle 2026/27 1 of 2 published" in words


def test_the_place_of_the_undated_cycle() -> None:
    """By the year in its name; without one, the last."""
    audits = [audit("a", period="2026/27"), audit("b", period="2018/19"), audit("c", status="planned")]

    def names(undated: str) -> list[str]:
        of = site(*audits, of=(series(cycle="financial-year", undated=undated),))
        return [cycle.name for cycle in cycles(of, of.catalogue.series[0])]

    assert names("About 2022") == ["Cycle 2026/27", "About 2022", "Cycle 2018/19"]
    assert names("Some time ago") == ["Cycle 2026/27", "Cycle 2018/19", "Some time ago"]


def test_cycles_of_a_series() -> None:
    """A series in cycles shows each with how far it is, the latest first, what has no period last."""
    of = site(
        audit("a", title="Alpha", period="2026/27"),
        audit("b", title="Beta", period="2026/27", status="coming-soon"),
        audit("c", title="Gamma", period="2025/26"),
        audit("d", title="Delta", status="planned"),
        of=(series(cycle="financial-year"),),
    )
    html = html_of(next(listings.series_listings(of, templates(of))))
    in_order = (
        "Cycle 2026/27 1 of 2 published Alpha",
        "Beta Coming soon Cycle 2025/26 1 of 1 published Gamma",
        "Cycle not stated 0 of 1 published Delta Planned",
    )
    places = [html.words.index(words) for words in in_order]
    assert places == sorted(places)
