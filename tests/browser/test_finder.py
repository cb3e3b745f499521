"""The finder: choices and words narrow down one list and stand in the address; focus and Back are kept."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Locator, Page, expect

from timing import stop_the_clock

if TYPE_CHECKING:
    from pathlib import Path

Open = Callable[..., Page]
OF_2018 = ["Applying the threshold document at the front door", "Neglect: primary-age children"]
"""The audits of 2018/19 on neglect or thresholds."""

ODD = "What a record can hold: 'single' & \"double\" quotation marks, é, Ł and 日"


@pytest.fixture(scope="module")
def audits(site: Path) -> list[dict[str, Any]]:
    """Every audit of the site, by its open data: what the finder's numbers are compared with."""
    return json.loads((site / "audits.json").read_text("utf-8"))["audits"]


def box(page: Page, key: str, value: str) -> Locator:
    return page.locator(f'input[name="{key}"][value="{value}"]')


def count(page: Page, key: str, value: str) -> int:
    """The number beside a choice."""
    return int(page.locator("label").filter(has=box(page, key, value)).locator(".filter__count").inner_text())


def titles(page: Page) -> list[str]:
    """The audits that are shown, also those further down, which are not laid out yet."""
    return [title.strip() for title in page.locator(".row:visible .row__title").all_text_contents()]


def found(page: Page, number: int) -> str:
    """How a heading or an announcement says how many of all audits are shown."""
    return f"{number} of {page.locator('.row').count()} audits"


def expect_found(page: Page, number: int) -> None:
    """So many rows, and a heading that says so."""
    expect(page.locator("#found")).to_have_text(found(page, number))
    assert len(titles(page)) == number


def expect_all(page: Page) -> None:
    """Every row, and a heading that says how many these are."""
    rows = page.locator(".row").count()
    expect(page.locator("#found")).to_have_text(f"{rows} audits")
    assert len(titles(page)) == rows


def having(audits: list[dict[str, Any]], key: str, value: str) -> int:
    """How many audits have this, by the open data."""

    def has(one: dict[str, Any]) -> bool:
        if key == "year":
            first, last = f"{value[:4]}-04-01", f"{int(value[:4]) + 1}-03-31"
            return bool(one["period"]) and one["period_first_day"] <= last and one["period_last_day"] >= first
        return value in (
            one["topics"] if key == "topic" else one["agencies"] if key == "agency" else one[key]
        )

    return sum(map(has, audits))


def expect_query(page: Page, query: str) -> None:
    expect(page).to_have_url(re.compile(r"/audits/" + re.escape(query) + "$"))


def chips(page: Page) -> list[str]:
    return page.locator(".chip").all_text_contents()


def test_without_a_choice_every_audit_is_listed(open_page: Open, audits: list[dict[str, Any]]) -> None:
    """The whole list, no chips, nothing in the address; filters stand in the place of links to listings."""
    page = open_page("audits/")
    expect_all(page)
    assert sorted(titles(page)) == sorted(one["title"] for one in audits)
    expect_query(page, "")
    expect(page.locator(".chosen")).to_be_hidden()
    expect(page.locator(".finder__links")).to_be_hidden()
    names = page.locator(".filter legend").all_text_contents()
    assert names == ["Series", "Topic", "Agency", "Year", "Status"]


def test_a_choice_narrows_down_and_stands_in_the_address(open_page: Open) -> None:
    """A tick shows the audits that have it, says so above the list, and can be sent as an address."""
    page = open_page("audits/")
    page.get_by_label(re.compile("^Neglect audits: 4")).check()
    expect_found(page, 4)
    assert "Neglect: the third look" in titles(page)
    expect_query(page, "?topic=neglect")
    assert chips(page) == ["Remove Topic: Neglect"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("topic", "neglect"),
        ("agency", "police"),
        ("series", "practice-weeks"),
        ("year", "2024-25"),
        ("status", "coming-soon"),
    ],
)
def test_every_facet_narrows_down(
    open_page: Open, audits: list[dict[str, Any]], key: str, value: str
) -> None:
    """Topic, agency, series, year and status each find as many as stand beside the choice."""
    page = open_page("audits/")
    beside = count(page, key, value)
    box(page, key, value).check()
    expect_query(page, f"?{key}={value}")
    expect_found(page, beside)
    assert beside == having(audits, key, value) > 1


def test_any_within_a_facet_and_all_between_facets(open_page: Open) -> None:
    """Two topics find the audits of either; a year beside them leaves those that are also of that year."""
    page = open_page("audits/")
    box(page, "topic", "neglect").check()
    box(page, "topic", "thresholds").check()
    expect_query(page, "?topic=neglect&topic=thresholds")
    either = titles(page)
    assert "Neglect: the third look" in either
    assert "Peer review: the front door" in either
    box(page, "year", "2018-19").check()
    expect_query(page, "?topic=neglect&topic=thresholds&year=2018-19")
    both = titles(page)
    assert set(both) < set(either)
    assert sorted(both) == OF_2018


def test_counts_follow_the_other_choices(open_page: Open) -> None:
    """A choice changes the numbers of the other facets, and leaves those of its own as they were."""
    page = open_page("audits/")
    before = {value: count(page, "topic", value) for value in ("neglect", "safer-workforce", "training")}
    assert min(before.values()) > 0
    box(page, "topic", "neglect").check()
    assert {value: count(page, "topic", value) for value in before} == before
    assert count(page, "series", "multi-agency") == 3
    assert count(page, "series", "section-11") == 0
    box(page, "series", "section-11").check()
    assert count(page, "topic", "neglect") == 0
    assert count(page, "topic", "safer-workforce") == before["safer-workforce"]
    assert count(page, "series", "multi-agency") == 3


def test_an_address_that_was_sent(open_page: Open) -> None:
    """The address alone shows what the sender saw: ticks, words, order, list and counts."""
    page = open_page("audits/?q=audit&topic=neglect&topic=thresholds&year=2018-19&sort=title")
    expect_found(page, 2)
    assert titles(page) == OF_2018
    for key, value in (("topic", "neglect"), ("topic", "thresholds"), ("year", "2018-19")):
        expect(box(page, key, value)).to_be_checked()
    expect(page.get_by_label("Search this list")).to_have_value("audit")
    expect(page.get_by_label("Sort by")).to_have_value("title")
    assert chips(page) == [
        "Remove Search: audit",
        "Remove Topic: Neglect",
        "Remove Topic: Thresholds",
        "Remove Year: 2018/19",
    ]


def test_back_and_forward(open_page: Open) -> None:
    """Each choice is a step of its own: Back takes it away again and Forward brings it back."""
    page = open_page("audits/")
    box(page, "topic", "neglect").check()
    box(page, "year", "2018-19").check()
    expect_found(page, 1)
    page.go_back()
    expect_query(page, "?topic=neglect")
    expect_found(page, 4)
    expect(box(page, "year", "2018-19")).not_to_be_checked()
    page.go_back()
    expect_query(page, "")
    expect_all(page)
    assert chips(page) == []
    page.go_forward()
    expect_found(page, 4)
    expect(box(page, "topic", "neglect")).to_be_checked()


def test_back_from_an_audit(open_page: Open) -> None:
    """Who opens an audit and comes back finds the same choice."""
    page = open_page("audits/")
    box(page, "topic", "neglect").check()
    page.get_by_role("link", name="Neglect: did things get better?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Neglect: did things get better?")
    page.go_back()
    expect_found(page, 4)
    expect(box(page, "topic", "neglect")).to_be_checked()


def test_typing_is_one_step(open_page: Open) -> None:
    """Letters write over one address, so that Back after a choice returns to the words as they were."""
    page = open_page("audits/")
    steps = page.evaluate("history.length")
    page.get_by_label("Search this list").press_sequentially("neglect")
    expect_query(page, "?q=neglect")
    assert page.evaluate("history.length") == steps
    box(page, "year", "2018-19").check()
    expect_query(page, "?q=neglect&year=2018-19")
    page.go_back()
    expect_query(page, "?q=neglect")
    expect(page.get_by_label("Search this list")).to_have_value("neglect")


def test_a_choice_right_after_typing_loses_no_words(open_page: Open) -> None:
    """A tick before the pause is over still leaves the words in the address that Back returns to."""
    page = open_page("audits/")
    page.get_by_label("Search this list").fill("neglect")
    box(page, "year", "2018-19").check()
    expect_query(page, "?q=neglect&year=2018-19")
    page.go_back()
    expect_query(page, "?q=neglect")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("third LOOK", "Neglect: the third look"),
        ("日", ODD),
        ("Ł quotation", ODD),
        ("négléct better", "Neglect: did things get better?"),
        ("don't cruise", "Bruising in babies"),
        ("what they lose on the way", "Moving on at 18"),
        ("TAF", "Team Around the Family"),
        ("team around the family", "Team Around the Family"),
        ("probation", "Core groups between conferences"),
        ("section 175", "Self-assessment: safer workforce"),
        ("november 2023", "Practice week, November 2023"),
        ("missing children", "Practice week, November 2023"),
    ],
)
def test_words_find(open_page: Open, words: str, title: str) -> None:
    """Title, summary, scope, topic, agency, series, period and acronyms, whatever the case and accents."""
    page = open_page("audits/")
    page.get_by_label("Search this list").fill(words)
    expect(page.locator("#found")).to_contain_text(" of ")
    shown = titles(page)
    assert any(one.startswith(title) for one in shown), shown
    assert len(shown) < page.locator(".row").count() / 2


def test_all_words_count_and_signs_do_not(open_page: Open) -> None:
    """Another word finds less; an acronym is a whole word; signs alone choose nothing."""
    page = open_page("audits/")
    search = page.get_by_label("Search this list")
    search.fill("practice week")
    some = titles(page)
    search.fill("practice week November 2023")
    assert titles(page) == ["Practice week, November 2023: return home interviews"]
    assert len(some) > 1
    search.fill("CLA")
    assert len(titles(page)) == count(page, "topic", "children-looked-after"), "no word that begins with cla"
    search.fill(" %& <> ")
    expect_all(page)
    assert chips(page) == []


NONSENSE = [
    "?topic=nothing&year=1066&status=&colour=red",
    "?topic=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&q=%3Cscript%3Ealert(1)%3C/script%3E",
    "?sort=constructor&topic=__proto__&toString=1&q=%00%ff%",
    "?q=%22%3E%3Csvg%20onload%3Dalert(1)%3E&sort=%3Cb%3E",
    "?" + "topic=" * 500,
    "?&&==&q",
]


@pytest.mark.parametrize("query", NONSENSE)
def test_nonsense_in_the_address_is_ignored(open_page: Open, query: str) -> None:
    """Unknown keys and values, and markup: the whole list, no choice, no element that was not there."""
    plain = open_page("audits/")
    elements = plain.evaluate("document.querySelectorAll('*').length")
    assert elements > 300
    page = open_page("audits/" + query)
    expect_all(page)
    assert chips(page) == []
    expect(page.locator("input:checked[type=checkbox]")).to_have_count(0)
    expect(page.get_by_label("Search this list")).not_to_have_value(re.compile("[<>]"))
    expect(page.get_by_label("Sort by")).to_have_value("date")
    assert page.evaluate("document.querySelectorAll('*').length") == elements
    box(page, "topic", "neglect").check()
    expect_query(page, "?topic=neglect")


def test_markup_that_is_typed_stays_text(open_page: Open) -> None:
    """What a reader types stands in its chip as typed, and makes no element."""
    page = open_page("audits/")
    page.get_by_label("Search this list").fill("<b>neglect</b>")
    assert chips(page) == ["Remove Search: <b>neglect</b>"]
    expect(page.locator(".chip b")).to_have_count(0)
    expect_query(page, "?q=b+neglect+%2Fb")


def test_order(open_page: Open) -> None:
    """By date, the latest period first, until the reader wants titles; both can be sent, and Back works."""
    page = open_page("audits/")
    by_date = titles(page)
    weeks = [title for title in by_date if title.startswith("Practice week, June")]
    assert [title[20:24] for title in weeks] == ["2025", "2024", "2023"]
    page.get_by_label("Sort by").select_option("Title, A to Z")
    expect_query(page, "?sort=title")
    by_title = titles(page)
    assert by_title[:2] == [OF_2018[0], "Before birth: planning for a baby who may not be safe"]
    assert by_title == sorted(by_title, key=lambda title: re.sub(r"[^\w ]", "", title.lower()))
    assert sorted(by_date) == sorted(by_title) != by_date
    page.go_back()
    expect_query(page, "")
    assert titles(page) == by_date


def record_announcements(page: Page) -> None:
    page.evaluate("""() => {
      window.said = []
      const status = document.querySelector(".finder [role=status]")
      new MutationObserver(() => said.push(status.textContent)).observe(status, { childList: true })
    }""")


def test_the_number_found_is_announced(open_page: Open) -> None:
    """A choice is announced at once; nothing is announced before the reader does something."""
    page = open_page("audits/?topic=neglect")
    status = page.locator(".finder [role=status]")
    expect(status).to_have_text("")
    box(page, "year", "2018-19").check()
    expect(status).to_have_text(found(page, 1))
    page.go_back()
    expect(status).to_have_text(found(page, 4))


def test_typing_is_announced_once(open_page: Open) -> None:
    """Seven letters change the list seven times and say one number, when the reader pauses."""
    page = open_page("audits/")
    record_announcements(page)
    stop_the_clock(page)
    page.get_by_label("Search this list").press_sequentially("neglect")
    expect(page.locator("#found")).to_have_text(found(page, len(titles(page))))
    assert page.evaluate("said") == []
    page.clock.run_for(5000)
    assert page.evaluate("said") == [found(page, len(titles(page)))]


def test_enter_ends_typing(open_page: Open) -> None:
    """Enter in the search announces and writes the address at once, and leaves the page where it is."""
    page = open_page("audits/")
    search = page.get_by_label("Search this list")
    search.fill("neglect")
    search.press("Enter")
    assert page.url.endswith("/audits/?q=neglect")
    expect(search).to_be_focused()


def test_a_chip_takes_its_choice_back(open_page: Open) -> None:
    """Each chip removes what it names; focus goes to the next one, and from the last to the number found."""
    page = open_page("audits/?q=audit&topic=neglect&year=2018-19")
    page.get_by_role("button", name="Remove Topic: Neglect").press("Enter")
    expect_query(page, "?q=audit&year=2018-19")
    expect(box(page, "topic", "neglect")).not_to_be_checked()
    expect(page.get_by_role("button", name="Remove Year: 2018/19")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Remove Search: audit")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_be_focused()
    expect(page.get_by_label("Search this list")).to_have_value("")
    expect_all(page)


def test_clear_all(open_page: Open) -> None:
    """One button takes every choice and word back, keeps the order, and Back undoes it."""
    page = open_page("audits/?q=audit&topic=neglect&year=2018-19&sort=title")
    expect(page.locator(".chip")).to_have_count(3)
    page.get_by_role("button", name="Clear all").click()
    expect_query(page, "?sort=title")
    expect_all(page)
    expect(page.locator("#found")).to_be_focused()
    expect(page.get_by_role("button", name="Clear all")).to_be_hidden()
    page.go_back()
    expect(page.locator(".chip")).to_have_count(3)


def test_nothing_found(open_page: Open) -> None:
    """It says so in words, with the choices still there to be taken back."""
    page = open_page("audits/?q=zzzz")
    expect_found(page, 0)
    expect(page.get_by_text("No audit fits all of this.")).to_be_visible()
    page.get_by_role("button", name="Clear all").click()
    expect(page.get_by_text("No audit fits all of this.")).to_be_hidden()
    expect_all(page)


def test_by_keyboard(open_page: Open) -> None:
    """Tab reaches search and filters, Space ticks, and focus stays on what was ticked."""
    page = open_page("audits/")
    page.get_by_label("Search this list").focus()
    page.keyboard.press("Tab")
    expect(page.locator(".filter summary").first).to_be_focused()
    page.keyboard.press("Tab")
    first = page.locator(".filter input").first
    expect(first).to_be_focused()
    page.keyboard.press("Space")
    expect(first).to_be_checked()
    expect(first).to_be_focused()
    expect_query(page, "?series=multi-agency")


def test_focus_outlives_the_row_that_had_it(open_page: Open) -> None:
    """Where Back hides the row that had focus, focus is on the number found, and not lost."""
    page = open_page("audits/?topic=neglect")
    box(page, "topic", "training").check()
    page.get_by_role("link", name="Self-assessment: training and what it changes").focus()
    page.go_back()
    expect_found(page, 4)
    expect(page.locator("#found")).to_be_focused()


def test_focus_outlives_a_new_order(open_page: Open) -> None:
    """Rows that change places keep the focus of the row that had it."""
    page = open_page("audits/")
    page.get_by_label("Sort by").select_option("title")
    row = page.get_by_role("link", name="Team Around the Family (TAF) meetings", exact=True)
    row.focus()
    page.go_back()
    expect_query(page, "")
    expect(row).to_be_focused()


@pytest.mark.parametrize("width", [1280, 375])
def test_labels_are_large_enough_to_touch(open_page: Open, width: int) -> None:
    """Each label of a filter is at least 44 pixels high."""
    page = open_page("audits/", width=width)
    page.evaluate("document.querySelectorAll('.finder details').forEach(one => { one.open = true })")
    heights = page.locator(".filter label").evaluate_all(
        "all => all.map(label => label.getBoundingClientRect().height)"
    )
    assert len(heights) > 20
    assert min(heights) >= 44


def test_on_a_phone_the_filters_are_closed_above_the_list(open_page: Open) -> None:
    """They open by a touch, narrow down, and a button closes them and leads to what was found."""
    page = open_page("audits/", width=375, height=740)
    filters, found = page.locator(".finder__filters"), page.locator("#found")
    expect(filters).to_have_js_property("open", False)
    assert filters.bounding_box()["y"] < found.bounding_box()["y"] < 740
    page.get_by_text("Filters", exact=True).click()
    page.locator(".filter summary", has_text="Topic").click()
    page.get_by_label(re.compile("^Neglect audits")).check()
    page.get_by_role("button", name="Show 4 audits").click()
    expect(filters).to_have_js_property("open", False)
    expect(found).to_be_focused()
    expect(found).to_be_in_viewport()
    expect_found(page, 4)
    assert page.evaluate("document.documentElement.scrollWidth") == 375


def test_turning_a_tablet_keeps_focus(open_page: Open) -> None:
    """Beside the list all filters stand open; when they move above it, those with focus stay open."""
    page = open_page("audits/")
    neglect = box(page, "topic", "neglect")
    neglect.focus()
    page.set_viewport_size({"width": 700, "height": 900})
    expect(page.get_by_text("Filters", exact=True)).to_be_visible()
    expect(neglect).to_be_focused()
    expect(neglect).to_be_visible()
    expect(box(page, "status", "planned")).to_be_hidden()
    page.set_viewport_size({"width": 1280, "height": 900})
    expect(box(page, "status", "planned")).to_be_visible()


def test_nothing_moves_while_the_page_loads(open_page: Open) -> None:
    """The filters are in place before the first paint, on a phone and with a choice in the address too."""
    page = open_page("audits/?topic=neglect", width=375)
    expect_found(page, 4)
    shifted = page.evaluate("""() => new Promise(resolve => {
      let sum = 0
      const add = list => list.getEntries().forEach(entry => { sum += entry.value })
      new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true })
      setTimeout(() => resolve(sum), 300)
    })""")
    assert shifted < 0.05


def test_without_javascript(open_page: Open) -> None:
    """The same page is the full list, each choice a link to its own listing; there are no dead controls."""
    page = open_page("audits/?topic=neglect", java_script_enabled=False)
    expect_all(page)
    for control in ("input", "select", "details", ".finder button"):
        for one in page.locator(f".finder {control}").all():
            expect(one).to_be_hidden()
    page.get_by_role("navigation", name="Topic").get_by_role("link", name="Neglect").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Neglect")
