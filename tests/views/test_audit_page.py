"""The page of one audit, from planned to withdrawn."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from publication.audits.sections import SECTIONS
from publication.views.audit_page import audit_pages
from views.sample_site import ACCESS, Html, absolute, audit, poster, series, site, templates

LEARNING = {"worked-well": "- Joint visits", "discussion": "1. What did you see?"}


def page_of(*audits: Any, **options: Any) -> Html:
    """The page of the first audit."""
    of = site(*audits, **options)
    pages = {page.address: page for page in audit_pages(of, templates(of), absolute)}
    return Html(str(pages[f"audits/{audits[0].slug}/"].content))


def test_published() -> None:
    """Summary, learning under its headings, poster with its download, and the facts."""
    html = page_of(audit(sections=LEARNING, agencies=["police"], sample={"cases": "9", "plans": ["cp"]}))
    for words in (
        "A summary.",
        "What worked well Joint visits",
        "Discussion points What did you see?",
        "Download the poster Neglect (PDF, 38 KB)",
        "Composed from the words on this page.",
        "Agencies Police",
        "Sample: 9 cases; plans: Child Protection (CP)",
    ):
        assert words in html.words
    assert "../../posters/neglect.pdf" in html.links
    assert "not been supplied" not in html.words


def test_published_without_learning() -> None:
    """The page and the holding poster say plainly that the learning has not been supplied."""
    html = page_of(audit(), posters={"neglect": poster(is_holding=True)})
    assert "The learning from this audit has not been supplied yet." in html.words
    assert "A holding poster: no artwork has been supplied." in html.words
    assert html.all("span", "badge--holding")


def test_published_with_artwork() -> None:
    """The words of supplied artwork stand on the page, page by page, lists as lists."""
    html = page_of(audit(), posters={"neglect": poster(texts=("Look\n\n- one\n- two", "Act"))})
    assert "The poster in words Page 1 of 2 Look one two Page 2 of 2 Act" in html.words
    assert "not been supplied" not in html.words


@pytest.mark.parametrize(
    ("access", "kind", "label", "told"),
    [
        (None, "JPEG", "JPEG picture, 2 pages, 38 KB", "This poster is a picture."),
        (
            {"has_tags": False},
            "PDF",
            "PDF without tags, 2 pages, 38 KB",
            "This PDF has no tags: a screen reader may read it in the wrong order or not at all.",
        ),
        (
            {},
            "PDF",
            "PDF, 2 pages, 38 KB",
            "This PDF has tags, a language and a title, so a screen reader can follow it.",
        ),
        (
            {"language": "", "title": ""},
            "PDF",
            "PDF, 2 pages, 38 KB",
            "This PDF has tags that a screen reader can follow, but it lacks a stated language and a title.",
        ),
    ],
    ids=["picture", "no tags", "tags", "tags alone"],
)
def test_what_a_screen_reader_finds_in_artwork(
    access: dict[str, Any] | None, kind: str, label: str, told: str
) -> None:
    """The page says it in plain words, has the poster's words, and says how to get another format."""
    found = access if access is None else replace(ACCESS, **access)
    pages = poster().pages * 2
    html = page_of(
        audit(), posters={"neglect": poster(access=found, kind=kind, pages=pages, texts=("Look",))}
    )
    assert f"Download the poster Neglect ({label})" in html.words
    assert (
        f"{told} Its words are on this page: the poster in words. Ask for this poster in another format"
        in html.words
    )
    assert {"#poster-text", "../../#contact"} <= html.links


def test_what_a_screen_reader_finds_in_a_composed_poster() -> None:
    """It says that it was composed and what it has; a holding poster is not offered in other formats."""
    words = page_of(audit(sections=LEARNING)).words
    told = "This PDF has tags, a language and a title, so a screen reader can follow it."
    assert f"Composed from the words on this page. {told} Ask for this poster in another format" in words
    words = page_of(audit(), posters={"neglect": poster(is_holding=True)}).words
    assert f"no artwork has been supplied. {told}" in words
    assert "another format" not in words


@pytest.mark.parametrize(("status", "badge"), [("planned", "Planned"), ("coming-soon", "Coming soon")])
def test_to_come(status: str, badge: str) -> None:
    """What is to come has its scope and its date, and neither learning nor poster."""
    html = page_of(audit(status=status, scope="How partners act.", expected="2026-09"))
    assert badge in html.words
    assert "What it will look at How partners act." in html.words
    assert "It is expected in September 2026." in html.words
    assert not html.all("section", "learning")
    assert not html.all("a", "download")
    assert not html.all("img")


@pytest.mark.parametrize("status", ["planned", "coming-soon"])
def test_to_come_without_a_date(status: str) -> None:
    """A date that is not known is said to be not known."""
    html = page_of(audit(status=status, period=None))
    assert "When it will be published is not known yet." in html.words
    assert "Period Not known" in html.words


def test_draft() -> None:
    """A draft in the local preview says that it is one."""
    html = page_of(audit(status="draft", sections=LEARNING))
    assert "This is a draft. It is shown in the local preview only" in html.words
    assert "Joint visits" in html.words


def test_embargoed() -> None:
    """An embargoed audit in the local preview says until when."""
    assert "Embargoed until 2 March 2026." in page_of(audit(published="2026-03-02")).words
    assert "Embargoed" not in page_of(audit(published="2026-03-01")).words


WITHDRAWN = {"status": "withdrawn", "withdrawn": {"on": "2026-01-15", "why": "The **guidance** has changed."}}


def test_withdrawn() -> None:
    """A withdrawn audit says why and since when; its learning, summary and poster are gone."""
    html = page_of(
        audit(sections=LEARNING, actions=[{"what": "Train people"}], **WITHDRAWN),
    )
    assert "This learning was withdrawn on 15 January 2026. The guidance has changed." in html.words
    for gone in ("A summary.", "Joint visits", "What did you see?", "Train people", "poster"):
        assert gone not in html.words
    assert not html.all("img")


def test_withdrawn_in_the_words_around_the_page() -> None:
    """Search and previews of links do not show a withdrawn summary either."""
    of = site(audit(**WITHDRAWN))
    [page] = audit_pages(of, templates(of), absolute)
    assert page.page is not None
    assert page.page.description == "The guidance has changed."


def test_withdrawn_and_replaced() -> None:
    """Readers of a withdrawn audit, and of one that was audited again, find the newer one, and back."""
    newer = audit("second", title="Neglect again", re_audit_of="neglect")
    html = page_of(audit(superseded_by="second", **WITHDRAWN), newer)
    assert "It is replaced by Neglect again." in html.words
    assert (
        "There is newer learning on this: Neglect again."
        in page_of(audit(superseded_by="second"), newer).words
    )
    assert "Neglect again Audited the same again" in page_of(audit(), newer).words
    back = page_of(newer, audit())
    assert "Neglect The audit that this one repeats" in back.words
    assert "../neglect/" in back.links


def test_hidden_relations_leave_no_trace() -> None:
    """A relation to a record that this build may not show is not named."""
    html = page_of(audit(superseded_by="secret", re_audit_of="hidden"))
    assert "newer learning" not in html.words
    assert "repeats" not in html.words


def test_actions() -> None:
    """What was to be done, by whom, by when, where it stands, what changed."""
    action = {
        "what": "Train people",
        "owner": "Lead",
        "due": "2026-06",
        "status": "done",
        "impact": "They ask.",
    }
    html = page_of(audit(actions=[action, {"what": "Look again"}]))
    assert (
        "Actions Train people Done Lead, due June 2026 What changed: They ask. Look again To do" in html.words
    )


@pytest.mark.parametrize(
    ("period", "words", "links"),
    [
        ("2018/19", "Period 2018/19 Topic ", {"../../years/2018-19/"}),
        ("2018-10", "Period 2018/19 (October 2018) Topic ", {"../../years/2018-19/"}),
        (
            "2017/18 to 2018/19",
            "Period 2017/18 to 2018/19 Topic ",
            {"../../years/2017-18/", "../../years/2018-19/"},
        ),
    ],
)
def test_period(period: str, words: str, links: set[str]) -> None:
    """Each year of the period is a link to its listing."""
    html = page_of(audit(period=period))
    assert words in html.words
    assert {link for link in html.links if "years" in link} == links


COMMITTEES = [{"name": "Old", "until": "2019-09-01"}, {"name": "New", "since": "2019-09-01"}]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"period": "2018/19"}, "Committee Old Print"),
        ({"period": "2024/25"}, "Committee New Print"),
        (
            {"period": "2019/20"},
            "Committees Old (until 1 September 2019), New (since 1 September 2019) Print",
        ),
        ({"status": "planned"}, "Committee New Print"),
    ],
)
def test_committees(fields: dict[str, Any], said: str) -> None:
    """Those of the audit's period, with their dates where it spans a change; of a plan those of today."""
    words = page_of(audit(**fields), of=(series(committees=COMMITTEES),)).words
    assert f"About this audit {said}" in words


def test_committees_that_nobody_knows() -> None:
    """Of a cycle without a date no committee is named, nor where there was none at the time."""
    of = series(committees=COMMITTEES, cycle="financial-year", undated="About 2022")
    assert "About this audit" not in page_of(audit(status="planned"), of=(of,)).words
    of = series(committees=[{"name": "New", "since": "2019-09-01"}])
    assert "About this audit" not in page_of(audit(period="2018/19"), of=(of,)).words


def test_one_page_an_audit() -> None:
    """Each audit has its address whatever its status, the record to edit, and the words for search."""
    of = site(audit(), audit("missing", status="planned"), audit("old", **WITHDRAWN))
    pages = list(audit_pages(of, templates(of), absolute))
    assert {page.address for page in pages} == {"audits/neglect/", "audits/missing/", "audits/old/"}
    for page in pages:
        assert page.page is not None
        assert page.page.searched
        assert page.edit == f"content/{page.address[:-1]}.md"


def test_headings_have_their_places() -> None:
    """A link can lead to each section."""
    html = page_of(audit(sections=dict.fromkeys(SECTIONS, "Words.")))
    ids = [found["id"] for found in html.all("h2") if "id" in found]
    assert ids[:6] == ["in-short", *SECTIONS]
    assert len(ids) == len(set(ids))


def test_in_short() -> None:
    """The first point of what worked, what worries and what to do, in a box with the way to each."""
    html = page_of(
        audit(
            sections={
                "looked-at": "- Nine cases",
                "worked-well": "### Visits\n\n- **Joint** visits\n- More",
                "needs-to-happen": "Train people.\n\nLater text.",
            }
        )
    )
    box = "In short What worked well Joint visits What needs to happen Train people."
    assert box in html.words
    assert {"#worked-well", "#needs-to-happen"} <= html.links
    assert "In short" not in page_of(audit()).words


def test_overdue_says_so() -> None:
    """What was expected and is not there yet says so without shame, on its page and in listings."""
    late = audit(status="coming-soon", expected="2020-03")
    words = page_of(late).words
    assert "It was expected in March 2020 and is not yet published." in words
    assert "Expected March 2020, not yet published" in words


def test_what_it_will_ask() -> None:
    """An audit to come says what it will ask and which agencies take part."""
    words = page_of(audit(status="coming-soon", questions=["Who saw it first?"], agencies=["police"])).words
    assert "What it will ask Who saw it first?" in words
    assert "Agencies Police" in words


def test_related_audits_say_why() -> None:
    """First the chain of re-audits, then shared topics, then shared agencies; each audit once."""
    others = (
        audit("again", title="Again", re_audit_of="neglect", topics=["neglect"]),
        audit("same-topic", title="Same topic", topics=["training", "neglect"]),
        audit("same-agency", title="Same agency", topics=["missing"], agencies=["police"]),
        audit("other", title="Other", topics=["missing"], agencies=["schools"]),
    )
    html = page_of(audit(agencies=["police"]), *others)
    expected = (
        "Read next Again Audited the same again Same topic Also about neglect "
        "Same agency Also with police Print this page"
    )
    assert expected in html.words


def test_neighbours_in_the_series() -> None:
    """The audits before and after it in its series, and none at the ends."""
    of = [audit("a", title="Alpha"), audit("b", title="Beta"), audit("c", title="Gamma")]
    middle = page_of(of[1], of[0], of[2])
    assert "Before in Multi-agency audits Alpha Next in Multi-agency audits Gamma" in middle.words
    first = page_of(*of)
    assert "Before in" not in first.words


def test_cite_and_share() -> None:
    """The address is written out to cite, and mail is the reader's own program."""
    html = page_of(audit(title="Neglect & us: 'now'"))
    assert "The Partnership. Neglect & us: 'now'. Multi-agency audits, 2018/19." in html.words
    mail = next(link for link in html.links if link.startswith("mailto:"))
    assert mail.startswith("mailto:?subject=What%20audits%20taught%3A%20Neglect%20%26%20us")
    assert mail.endswith("https%3A//example.org/audits/neglect/")


def test_acronyms_are_expanded_where_first_used() -> None:
    """Once a page, reachable by keyboard, not inside a link and not inside a word."""
    text = "A CP plan, [CP](https://example.org/) and CPs. ACP."
    html = page_of(audit(summary=text, sections={"worked-well": "CP again"}))
    assert html.all("abbr") == [{"tabindex": "0", "title": "Child Protection"}]


def test_search_tags() -> None:
    """Results say the series and the period; acronyms find their words and the other way round."""
    of = site(audit(summary="About CP."), audit("b", summary="Child protection.", period="2019/20"))
    tags = {page.address: page.page.search_tags for page in audit_pages(of, templates(of), absolute)}
    assert tags["audits/neglect/"] == ("Multi-agency audits, 2018/19", "Neglect", "Child Protection")
    assert tags["audits/b/"] == ("Multi-agency audits, 2019/20", "Neglect", "CP")
