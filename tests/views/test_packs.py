"""Which posters go into one file, where it is offered, and the command that makes one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pypdfium2
import pytest

from audits.sample import RECORD, make_project
from publication.cli.__main__ import main
from publication.posters.briefings import PublishedBriefing
from publication.posters.pack.pack import Pack
from publication.views import listings
from publication.views.packs import pack_files, series_pack, series_packs, topic_pack
from views.sample_site import PUBLISHER, Html, audit, poster, series, site, templates

if TYPE_CHECKING:
    from publication.views.site import Site


def absolute(address: str) -> str:
    """Where an address of the site is."""
    return urljoin("https://example.org/learning/", address)


def test_a_pack_has_the_posters_of_its_series_in_the_order_of_the_listing() -> None:
    """The latest first; each with its period, the address of its page, and its published file."""
    of = site(audit("old", period="2016/17"), audit("new", title="New"), audit("else", series="other"),
              of=(series(), series("other", order="2")))  # fmt: skip
    found = series_pack(of, "multi-agency", absolute)
    assert found is not None
    assert (found.kind, found.name, found.publisher) == ("Series", "Multi-agency audits", "The Partnership")
    assert [(one.title, one.facts, one.address, one.path) for one in found.entries] == [
        ("New", "2018/19", "https://example.org/learning/audits/new/", Path("new.pdf")),
        ("Neglect", "2016/17", "https://example.org/learning/audits/old/", Path("old.pdf")),
    ]


def test_nothing_that_is_not_published_is_in_a_pack() -> None:
    """No draft and no embargoed audit, though a preview shows both; nothing withdrawn, planned or to come."""
    why = {"on": "2026-01-15", "why": "The guidance has changed."}
    audits = (
        audit("shown"),
        audit("draft", status="draft"),
        audit("later", published="2026-03-02"),
        audit("soon", status="coming-soon"),
        audit("plan", status="planned"),
        audit("old", status="withdrawn", withdrawn=why),
    )
    of = site(*audits, posters={one.slug: poster(one.slug) for one in audits})
    for found in (
        series_pack(of, "multi-agency", absolute),
        topic_pack(of, "neglect", absolute),
    ):
        assert found is not None
        assert [one.path for one in found.entries] == [Path("shown.pdf")]


def test_a_build_makes_a_pack_of_two_posters_or_more() -> None:
    """One alone is a download already, and of none there is nothing to make."""
    both = (series(), series("other", order="2"), series("none", order="3"))
    of = site(audit("a"), audit("b"), audit("c", series="other"), of=both)
    assert [one.address for one in series_packs(of, absolute)] == ["series/multi-agency/posters.pdf"]


def with_briefings(of: Site) -> Site:
    """The same, with a briefing of two pages for each of its audits."""
    made = {one.slug: PublishedBriefing(Path(f"{one.slug}-b.pdf"), 2, 48_000) for one in of.audits}
    return replace(of, briefings=made)


def test_briefings_have_packs_of_their_own() -> None:
    """Of a series and of a topic, on sheets of their size."""
    of = with_briefings(site(audit("a"), audit("b")))
    assert [one.address for one in series_packs(of, absolute)] == [
        "series/multi-agency/posters.pdf",
        "series/multi-agency/briefings.pdf",
    ]
    found = topic_pack(of, "neglect", absolute, "briefing")
    assert found is not None
    assert (found.address, found.what) == ("topics/neglect/briefings.pdf", "briefing")
    assert [(one.path, one.kind, one.pages) for one in found.entries] == [
        (Path(f"{slug}-b.pdf"), "PDF", ((595, 842), (595, 842))) for slug in "ab"
    ]


def test_what_is_replaced_is_in_no_pack() -> None:
    """Neither its poster nor its briefing is handed on; while its successor is not public, it is."""
    old, new = audit("old", superseded_by="new"), audit("new", re_audit_of="old")
    for audits, expected in (((old, new, audit("c")), {"new", "c"}), ((old, audit("c")), {"old", "c"})):
        of = with_briefings(site(*audits))
        for what in ("poster", "briefing"):
            found = series_pack(of, "multi-agency", absolute, what)
            assert found is not None
            assert {one.path.stem.removesuffix("-b") for one in found.entries} == expected


def test_a_pack_stays_below_25_mb() -> None:
    """More no phone loads: the site offers none."""
    posters = {slug: poster(slug, size=12_250_000) for slug in "ab"}
    assert list(series_packs(site(audit("a"), audit("b"), posters=posters), absolute))
    posters["b"] = poster("b", size=12_250_001)
    assert not list(series_packs(site(audit("a"), audit("b"), posters=posters), absolute))


def test_a_listing_puts_its_briefings_together() -> None:
    """Where there are several, on one page; none that is replaced, and none without learning."""
    of = with_briefings(site(audit("a"), audit("b"), audit("old", superseded_by="a")))
    [page] = [one for one in listings.topic_listings(of, templates(of)) if one.address == "topics/neglect/"]
    html = Html(str(page.content))
    assert "../../briefings/?audits=a,b" in html.links
    assert "Put all 2 briefings together, to read or print" in html.words


def test_a_topic_has_the_colours_of_most_of_its_posters() -> None:
    """A topic has none of its own."""
    of = site(audit("a"), audit("b", series="other"), audit("c", series="other"),
              of=(series(), series("other", order="2", palette="heather")))  # fmt: skip
    found = topic_pack(of, "neglect", absolute)
    assert found is not None
    assert (found.kind, found.name) == ("Topic", "Neglect")
    assert found.palette == PUBLISHER.palettes["heather"]


@pytest.mark.parametrize("slug", ["training", "no-such-topic"])
def test_a_topic_without_posters_has_no_pack(slug: str) -> None:
    """Nor has one that is not in the vocabulary."""
    assert topic_pack(site(audit()), slug, absolute) is None


def test_the_page_of_a_series_offers_its_pack() -> None:
    """With type, pages and size; at an address that stays."""
    of = site(audit("a"), audit("b"))
    at = "series/multi-agency/"
    made = {
        f"{at}posters.pdf": Pack(Path("x.pdf"), 15, 430_000),
        f"{at}briefings.pdf": Pack(Path("y.pdf"), 5, 99_000),
    }
    of = replace(of, packs=made)
    [page] = listings.series_listings(of, templates(of))
    html = Html(str(page.content))
    assert "Download all posters as one file (PDF, 15 pages, 430 KB)" in html.words
    assert "Download all briefings as one file (PDF, 5 pages, 99 KB)" in html.words
    assert {"posters.pdf", "briefings.pdf"} <= html.links
    assert [(file.address, file.content, file.page) for file in pack_files(of.packs)] == [
        (f"{at}posters.pdf", Path("x.pdf"), None),
        (f"{at}briefings.pdf", Path("y.pdf"), None),
    ]


def test_other_listings_offer_none() -> None:
    """A series without a pack, and topics and years, which have none in the build."""
    of = site(audit())
    [page] = listings.series_listings(of, templates(of))
    assert "as one file" not in Html(str(page.content)).words
    of = replace(of, packs={"series/multi-agency/posters.pdf": Pack(Path("x.pdf"), 15, 430_000)})
    for page in (*listings.topic_listings(of, templates(of)), *listings.year_listings(of, templates(of))):
        assert "as one file" not in Html(str(page.content)).words


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with two published records, a draft and an embargoed one, in whose folder commands run."""
    root = make_project(tmp_path)
    records = {
        "neglect": RECORD,
        "missing": RECORD.replace("[neglect]", "[missing]").replace("Neglect", "Missing"),
        "secret": RECORD.replace("status: published", "status: draft").replace("Neglect", "Secret"),
        "later": RECORD.replace("topics", "published: 2099-01-01\ntopics").replace("Neglect", "Later"),
    }
    for slug, text in records.items():
        (root / f"content/audits/{slug}.md").write_text(text, "utf-8")
    monkeypatch.chdir(root)
    return root


def test_the_command_writes_a_pack_and_says_where(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In a folder that git leaves out; with what the site shows today and no more."""
    assert main(["pack", "--series", "multi-agency"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(".cache/packs/pack-multi-agency.pdf: 3 pages, ")
    made = root / ".cache/packs/pack-multi-agency.pdf"
    document = pypdfium2.PdfDocument(made)
    words = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert "2 posters on 2 pages" in words
    assert "https://example.org/audits/neglect/" in words
    assert "The Partnership" in words
    for hidden in ("Secret", "Later"):
        assert hidden not in words


def test_the_command_makes_a_pack_of_a_topic(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also of one poster: someone asked for it."""
    assert main(["pack", "--topic", "missing"]) == 0
    assert capsys.readouterr().out.startswith(".cache/packs/pack-missing.pdf: 2 pages, ")


def test_a_misspelt_series(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """2, with the name that was meant; and nothing is written."""
    assert main(["pack", "--series", "multi-agncy"]) == 2
    said = capsys.readouterr().err
    assert "There is no series 'multi-agncy' with a poster. Did you mean 'multi-agency'?" in said
    assert not (root / ".cache/packs").exists()


def test_a_pack_of_broken_records(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """1, and what there is to mend."""
    (root / "content/audits/neglect.md").write_text(RECORD.replace("2018/19", "2018/20"), "utf-8")
    assert main(["pack", "--series", "multi-agency"]) == 1
    assert "content/audits/neglect.md:5: '2018/20'" in capsys.readouterr().out
