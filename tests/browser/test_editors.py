"""The editors' form: what it writes the check accepts, and what it says the check says."""

from __future__ import annotations

import datetime as dt
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from audits.sample import CASES, ROOT, lay_in, make_project, messages_of, problems_in
from publication.audits.about import declared
from publication.audits.audit import read_audit
from publication.audits.catalogue import read_catalogue
from publication.audits.parts import BODY
from publication.audits.period import Period
from publication.audits.record import AuditFields
from publication.audits.sections import read_body
from publication.audits.source.frontmatter import Document, Plain, read_document
from publication.audits.source.text import CONTROL
from publication.audits.tidy.markdown import spaced
from publication.audits.tidy.normal_form import normal_form
from publication.audits.vocabulary import read_vocabulary
from publication.checks.axe import look_at
from publication.cli.adding import answer
from publication.editors import form
from publication.editors.schema import body_schema, record_schema
from timing import stop_the_clock
from views.sample_site import PUBLISHER, absolute, audit, site, templates

if TYPE_CHECKING:
    from playwright.sync_api import Locator

Open = Callable[..., Page]
MODULES = """async ([root, data, states]) => {
  const [{ recordOf }, { problemsOf }] = await Promise.all(
    ["record", "checks"].map(name => import(`${root}assets/js/editors/${name}.js`)),
  )
  const told = state => problemsOf(state, data).map(problem => problem.message)
  return states.map(state => ({ record: recordOf(state, data), told: told(state) }))
}"""
TIDY = """async ([root, invisible, texts]) => {
  const { slugOf, spaced, tidier } = await import(`${root}assets/js/editors/text.js`)
  const tidy = tidier(invisible)
  const nameOf = text => slugOf(text, "2018/19", new Set(["neglect"]))
  return texts.map(text => [tidy.line(text), tidy.markdown(text), nameOf(text)])
}"""


def data_of(root: Path) -> dict[str, Any]:
    """What the form of the project in `root` knows, without other records."""
    words, _ = read_vocabulary(root)
    assert words is not None
    lists = {name: getattr(words, name) for name in ("topics", "agencies", "plans")}
    schema = record_schema(
        {"series": {"multi-agency": "Multi-agency audits"}, **lists}, "https://example.org/s"
    )
    return {"schema": schema, "body": body_schema([])}


def said_of(record: str, slug: str, folder: Path) -> list[str]:
    """What the check says of a record of the trial vocabulary, without place."""
    (folder / f"{slug}.md").write_text(record, "utf-8")
    words, _ = read_vocabulary(ROOT / "tests/audits/project")
    assert words is not None
    context = {**words.context, "series": {"multi-agency"}}
    _, problems = read_audit(folder / f"{slug}.md", f"content/audits/{slug}.md", context)
    return [problem.message for problem in problems]


@pytest.fixture
def page(open_page: Open) -> Page:
    """The form, ready."""
    page = open_page("editors/")
    expect(page.locator(".editor__form")).to_be_visible()
    return page


@pytest.fixture
def run(page: Page, address: str) -> Callable[[list[dict[str, Any]]], list[dict[str, Any]]]:
    """The form's own writer and checks, for many records at once."""
    data = data_of(ROOT / "tests/audits/project")
    return lambda states: page.evaluate(MODULES, [address, data, states])


def record(page: Page) -> str:
    return page.locator("#record").input_value()


def error(page: Page, path: str) -> Locator:
    return page.locator(f'[id="{path}-error"]')


def fill_in(page: Page) -> None:
    """The least that is complete."""
    page.get_by_label("Title").fill("Neglect: a second look")
    page.get_by_label("Series").select_option("multi-agency")
    page.get_by_label("Published On the site").check()
    page.get_by_label("When it took place").fill("2018/19")
    page.get_by_label("Neglect", exact=True).check()
    page.get_by_label("Summary").fill("Partners looked together.")


NASTY = [
    "yes", "No", "on", "OFF", "true", "null", "~", "=", "<<", "0151", "1.10", "12:30", "1_000", "0x1F",
    "-5", "+44", ".5", ".inf", "2018-10-01", "2018-10-01 12:00:00", "2018/19", "Neglect: a second look",
    "ends with:", "a #1 priority", "#first", "- hyphen", "-", "--- row", "? question", "?", "! bang",
    "!tag", "& and", "&anchor", "*star", "@at", "`tick`", "%percent", "|bar", "[list]", "{group}", "a, b",
    "a: {b}", "]", "}", "it's", "'quoted'", '"quoted"', 'say "no" to it', "back\\slash",
    'both \' and " and \\', "“Curly”", "“Curly” inside", "‘Single’ ones’", "a\tb", "a\xa0b", "  spaces  ",
    "a\nb", "a\r\nb", "a\x0bb", "a\u2028b", "a\u200bb", "a\ufeffb", "a\u202eb", "é ü ß Ł 日本",
    "👩\u200d👧 emoji", "\u0301 accent", "x" * 300, "word " * 59 + "end", "a  b", "1 to 3", "0o17", "12e3",
    "1e-3", "...", "a...", "a—b", "50% of", "C#", "key: value # note", "%YAML", "0", "00", "0.0", "-.inf",
    "3:15:20", "190:20:30.15",
]  # fmt: skip
SIGNS = list("aA19 :#-?!&*@`%|[]{},'\"\\~=._+/\u00a0\t\n“”‘’é👧.y\u2009")


def titles() -> list[str]:
    """Words that YAML would take for something else, and more made of their signs; always the same."""
    chance = random.Random(6)
    made = ["".join(chance.choices(SIGNS, k=chance.randint(1, 12))) for _ in range(300)]
    return NASTY + made


def test_whatever_a_title_is_it_reads_back(
    page: Page, address: str, run: Callable[..., Any], tmp_path: Path
) -> None:
    """Of hundreds of titles the record has each as tidied, in every place, and is in its normal form."""
    tidied = page.evaluate(TIDY, [address, CONTROL.pattern, titles()])
    assert [line for line, *_ in tidied] == [answer.line(title) for title in titles()]
    lines = [line for line, *_ in tidied if line and not set(line) & set("<>")]
    states = [
        {
            "slug": "trial",
            "title": line,
            "series": "multi-agency",
            "status": "withdrawn",
            "period": "2018/19",
            "topics": ["neglect"],
            "scope": spaced(f"{line}\n\n{line}"),
            "sample": {"cases": 9, "plans": ["cp"], "ages": line},
            "actions": [{"what": line, "owner": line, "status": "to-do"}, {"what": spaced(f"a\n{line}")}],
            "withdrawn": {"on": "2019-09-01", "why": line},
            "summary": "A summary.",
        }
        for line in lines
    ]
    for line, made in zip(lines, run(states), strict=True):
        text = made["record"]
        assert said_of(text, "trial", tmp_path) == made["told"] == [], text
        fields = read_document(tmp_path / "trial.md", "").fields
        assert fields["title"] == fields["sample"]["ages"] == fields["actions"][0]["owner"] == line
        assert fields["withdrawn"]["why"] == line
        assert normal_form(text) == text
    early = [{**state, "status": "draft", "questions": [state["title"], "Why?"]} for state in states]
    for line, made in zip(lines, run([without(state, "withdrawn") for state in early]), strict=True):
        assert said_of(made["record"], "trial", tmp_path) == made["told"] == [], made["record"]
        assert read_document(tmp_path / "trial.md", "").fields["questions"] == [line, "Why?"]
        assert normal_form(made["record"]) == made["record"]


def without(state: dict[str, Any], key: str) -> dict[str, Any]:
    """The values without one."""
    return {name: value for name, value in state.items() if name != key}


ONLY_THE_CHECK = re.compile(
    r"ends before it starts|is here twice|has nothing below|is not in its normal form|there is no record|"
    r"this audit .* is earlier|names this record itself|present name|former name|following 're_audit_of'|"
    r"there is no file|re-audit of this one|no text that can be read|is the poster of|"
    r"before the audit began|there is no point|is for a poster that is c|"
    r" cannot be: its year| is before the publication "
)
"""What is said of a whole record, of other records and of files, and so is stated in no schema."""


def gist(message: str) -> str:
    """What is wrong, without what to do: there the check may know what was meant; long words are cut."""
    return re.sub(r"'(.{40})[^']*'", r"'\1'", re.split(r"\.(?: |$)", message)[0])


def expressible(name: str) -> dict[str, Any] | None:
    """The values of a case as the form has them, where it can have them; else None."""
    path = CASES / name
    document = read_document(path, "") if path.suffix == ".md" else Document("", spoilt=frozenset({()}))
    if document.problems or document.spoilt or document.key_lines.keys() - document.fields.keys():
        return None
    schema = data_of(ROOT / "tests/audits/project")["schema"]
    status = document.fields.get("status", "draft")
    hidden = {key for key, field in declared(AuditFields).items() if not field.fits(status)}
    if not _fits(document.fields, schema) or hidden & document.fields.keys():
        return None
    if any(not BODY[key].fits(status) for key in read_body(document)[1]):
        return None
    values = {"slug": path.stem, "summary": document.body.strip()}
    return {**document.fields, **{key: value for key, value in values.items() if value}}


def _fits(value: Any, schema: dict[str, Any]) -> bool:
    """Whether a control of the form can have this value."""
    if schema["type"] == "object":
        inner = schema["properties"]
        return isinstance(value, dict) and all(k in inner and _fits(v, inner[k]) for k, v in value.items())
    if schema["type"] == "array":
        return isinstance(value, list) and bool(value) and all(_fits(one, schema["items"]) for one in value)
    is_plain = isinstance(value, Plain) and schema["format"] in ("text", "line", "slug")
    return isinstance(value, str) and bool(value) and not is_plain and value in schema.get("enum", [value])


def typed(value: Any, schema: dict[str, Any]) -> Any:
    """Numbers as the form has them."""
    if isinstance(value, dict):
        inner = schema["properties"]
        return {key: typed(one, inner[key]) if key in inner else one for key, one in value.items()}
    if isinstance(value, list):
        return [typed(one, schema["items"]) for one in value]
    return int(value) if schema.get("type") == "integer" and value.isdecimal() else value


def rules_of_records(name: str, folder: Path) -> set[str]:
    """What the reader of records says of a golden case, and not the guard."""
    root = make_project(folder / name)
    lay_in(CASES / name, root)
    _, problems = read_catalogue(root)
    of_posters = {line.partition(": ")[2] for line in problems_in(root) if "a file in posters/" in line}
    return {problem.message for problem in problems if not problem.is_warning} | of_posters


def test_the_form_says_what_the_check_says(run: Callable[..., Any], tmp_path: Path) -> None:
    """Of every mistake among the golden cases that the form can express, both find the same."""
    cases = {path.name: expressible(path.name) for path in sorted(CASES.glob("*.md"))}
    schema = data_of(ROOT / "tests/audits/project")["schema"]
    cases = {name: typed(state, schema) for name, state in cases.items() if state is not None}
    compared = 0
    for (name, state), made in zip(cases.items(), run(list(cases.values())), strict=True):
        lines = messages_of(name).read_text("utf-8").splitlines()
        expected = [re.sub(r"^\S+?: (?!warning)", "", line) for line in lines]
        known = rules_of_records(name, tmp_path)
        expected = [line for line in expected if line in known and not ONLY_THE_CHECK.search(line)]
        assert {gist(one) for one in made["told"]} == {gist(line) for line in expected}, (name, state)
        compared += bool(expected)
    assert compared >= 20


def test_mistakes_of_every_kind_of_value_are_found_as_the_check_finds_them(
    run: Callable[..., Any], tmp_path: Path
) -> None:
    """Days, months, periods, numbers, names and Markdown made by chance: both find the same."""
    chance = random.Random(7)

    def some(parts: list[str], most: int = 3) -> str:
        return "".join(chance.choices(parts, k=chance.randint(1, most)))

    figures = ["2018", "2019", "1066", "1900", "2000", "2100", "13", "09", "9", "31", "29", "02", "00"]
    figures += ["-", "/", ".", "-", " to "]
    days = ["2019-02-29", "2020-02-29", "1900-02-29", "2019-04-31", "03/04/2019", "04/04/2019", "2019.09.1"]
    months = ["2019-13", "1066-01", "2019-1", "May"]
    periods = ["2018/20", "1999/00", "1066/67", "2018-13 to 2018/19", "2018-01 to 2018/19"]
    periods += ["2019/20 to 2018/19", "2018-10 to 2018-09", "2018/19 to 2018/19"]
    body = ["# a", "## What went well", "## what worked well ##", "##### b", "words", "---", "===", ""]
    body += ["## Zzz", "  ### c", "#### ", "#######"]
    values = {
        "published": lambda: chance.choice([*days, some(figures, 5)]),
        "review": lambda: chance.choice([*months, some(figures)]),
        "period": lambda: chance.choice([*periods, some(figures, 5)]),
        "re_audit_of": lambda: some(["a", "B", "-", "_", "1", "é"]),
        "scope": lambda: some(["a", " ", "<", ">", "b"], 5).strip() or "a",
        "title": lambda: some(["a", "<", ">", "b" * 150], 4),
        "summary": lambda: "\n".join(chance.choices(body, k=chance.randint(1, 8))).strip("\n"),
    }
    right = {
        "slug": "trial",
        "title": "A",
        "series": "multi-agency",
        "status": "published",
        "period": "2018/19",
        "topics": ["neglect"],
        "summary": "A.",
    }
    states = []
    for _ in range(700):
        key = chance.choice(list(values))
        states.append({**right, key: answer.line(values[key]()) if key != "summary" else values[key]()})
    wrong = 0
    for state, made in zip(states, run(states), strict=True):
        expected = [
            one for one in said_of(made["record"], "trial", tmp_path) if not ONLY_THE_CHECK.search(one)
        ]
        told = {gist(one) for one in made["told"]}
        # The form says one thing of each field at a time, and of an empty summary only that it is.
        assert told <= {gist(one) for one in expected}, (state, made["record"])
        assert bool(told) == bool(expected), (state, made["record"])
        wrong += bool(expected)
    assert wrong > 250
    assert wrong < 700


def test_the_proposed_name_is_that_of_make_new(page: Page, address: str) -> None:
    """For any title: without accents and signs, not too long, and none that is taken."""
    texts = [*titles(), "Neglect", "Children's “voices” – é & ß", "Quality of " * 12]
    period = Period.parse("2018/19")
    proposed = [slug for *_, slug in page.evaluate(TIDY, [address, CONTROL.pattern, texts])]
    assert proposed == [answer.proposed_slug(text, period, {"neglect"}) for text in texts]
    assert proposed[-3] == "neglect-2018-19"


def test_markdown_is_tidied_as_make_fix_does_it(page: Page, address: str) -> None:
    """Tabs, odd spaces and blank lines of a text by chance, and no word changed."""
    chance = random.Random(8)
    parts = ["word", " ", "  ", "\t", "\n", "\n\n\n", "## ", "### c", "- ", "\u00a0", "é", "> ", "#####"]
    texts = ["".join(chance.choices(parts, k=chance.randint(1, 14))) for _ in range(400)]
    found = [markdown for _, markdown, _ in page.evaluate(TIDY, [address, CONTROL.pattern, texts])]
    assert found == [spaced(text) for text in texts]


def test_an_audit_by_keyboard(page: Page, tmp_path: Path) -> None:
    """Every part of the form is reached and filled in without a mouse, and the record passes the check."""
    keys = page.keyboard
    page.get_by_label("Title").focus()
    keys.type("Neglect: a second look")
    keys.press("Tab")
    expect(page.get_by_label("File name")).to_have_value("neglect-a-second-look")
    keys.press("Tab")
    keys.type("Multi")
    keys.press("Tab")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("ArrowDown")
    keys.press("Tab")
    keys.type("2018/19")
    keys.press("Tab")
    page.get_by_label("Neglect", exact=True).focus()
    keys.press("Space")
    page.get_by_label("Summary").focus()
    keys.type("Partners looked together.")
    keys.press("Tab")
    keys.type("Nine cases.")
    page.get_by_role("button", name="Add an action").focus()
    keys.press("Enter")
    expect(page.get_by_label("What was agreed")).to_be_focused()
    keys.type("Train practitioners.")
    page.get_by_role("button", name="Check the record").focus()
    keys.press("Enter")
    expect(page.get_by_role("heading", name="The finished record")).to_be_focused()
    expect(page.locator(".editor__status")).to_have_text("Complete. There is nothing to mend.")
    assert record(page) == (
        '---\ntitle: "Neglect: a second look"\nseries: multi-agency\nstatus: published\nperiod: 2018/19\n'
        'topics: [neglect]\nactions:\n  - what: "Train practitioners."\n    status: to-do\n---\n\n'
        "Partners looked together.\n\n## What we looked at\n\nNine cases.\n"
    )
    assert said_of(record(page), "neglect-a-second-look", tmp_path) == []


def test_a_mistake_is_told_where_it_is(page: Page) -> None:
    """Not at each key but after a pause or on leaving; tied to its field; and it goes when it is mended."""
    period = page.get_by_label("When it took place")
    stop_the_clock(page)
    period.press_sequentially("2018/20")
    expect(error(page, "period")).to_be_hidden()
    page.clock.run_for(5000)
    expect(error(page, "period")).to_have_text(
        "'2018/20' is not a period: a financial year ends in the year after it begins. "
        "Write it like this: 2018/19"
    )
    expect(period).to_have_attribute("aria-invalid", "true")
    expect(period).to_have_accessible_description(re.compile("A month .* Write it like this: 2018/19"))
    expect(page.get_by_role("status").first).to_have_text("1 thing to mend.")
    period.fill("2018/19")
    page.clock.run_for(5000)
    expect(error(page, "period")).to_be_hidden()
    page.get_by_label("Title").focus()
    page.get_by_label("File name").focus()
    expect(error(page, "title")).to_have_text("'title' is missing. Add it.")


def test_the_summary_leads_to_each_mistake(page: Page) -> None:
    """Asked for, all mistakes are listed in the order of the form; a link leads into the field."""
    page.get_by_role("button", name="Check the record").click()
    expect(page.get_by_role("heading", name="To be mended")).to_be_focused()
    links = page.locator(".editor__summary a")
    assert links.all_inner_texts() == [
        "Title: 'title' is missing. Add it.",
        "File name: the file's name becomes the page's address. Name the file with small letters, digits and "
        "hyphens: domestic-abuse.md",
        "Series: 'series' is missing. Add it.",
        "Status: 'status' is missing. Add it.",
        "Topics: 'topics' is missing. Add it.",
        "Summary: has no opening summary. Write one or two sentences below the second row of ---",
    ]
    links.nth(2).press("Enter")
    expect(page.get_by_label("Series")).to_be_focused()
    links.nth(4).click()
    expect(
        page.get_by_role("group", name=re.compile("^Topics")).get_by_role("checkbox").first
    ).to_be_focused()
    fill_in(page)
    page.get_by_role("button", name="Check the record").click()
    expect(page.locator(".editor__summary")).to_be_hidden()
    expect(page.locator(".entry__error:visible")).to_have_count(0)


def test_fields_follow_the_status(page: Page) -> None:
    """What is to come has no poster or learning; what was typed there stays, but not in the record."""
    fill_in(page)
    page.get_by_label("What worked well").fill("Joint visits.")
    assert "Joint visits." in record(page)
    expect(page.get_by_label("Expected")).to_be_hidden()
    page.get_by_label("Coming soon").check()
    expect(page.get_by_label("Expected")).to_be_visible()
    expect(page.get_by_label("What worked well")).to_be_hidden()
    expect(page.get_by_role("heading", name="The learning")).to_be_hidden()
    assert "Joint visits." not in record(page)
    expect(page.locator(".editor__left")).to_have_text(
        re.compile(r"does not go with this status: What worked well\.$")
    )
    page.get_by_label("Withdrawn").check()
    page.get_by_role("button", name="Check the record").click()
    expect(error(page, "withdrawn")).to_have_text(
        re.compile("^'withdrawn' is missing: an audit that is withdrawn needs it")
    )
    page.get_by_label("Why", exact=True).fill("The guidance has changed.")
    page.get_by_role("button", name="Check the record").click()
    expect(error(page, "withdrawn.on")).to_have_text("'on' is missing in 'withdrawn'. Add it.")
    assert "Joint visits." in record(page)


def test_records_that_the_site_shows_are_known(page: Page) -> None:
    """A name that is taken is told; what is left to the check stands beside the button."""
    fill_in(page)
    page.get_by_label("File name").fill("thresholds")
    page.get_by_label("Former names").fill("domestic-abuse\nNo")
    page.get_by_role("button", name="Check the record").click()
    expect(error(page, "slug")).to_have_text(
        "there is a record 'thresholds' already. Give this one another name."
    )
    expect(error(page, "former_slugs")).to_have_text(re.compile("^'No' must be .* like domestic-abuse.$"))
    expect(page.locator(".editor__limits")).to_contain_text("is checked when you send the record")
    expect(page.locator("#records option[value=thresholds]")).to_have_count(1)
    assert "example-complete-record" not in page.content()


def test_entries_of_a_list_are_added_and_removed(page: Page) -> None:
    """Each has its number and its own errors; removing one leaves the others and takes focus to the next."""
    add = page.get_by_role("button", name="Add an action")
    for words in ("One", "Two", "Three"):
        add.click()
        page.get_by_label("What was agreed").last.fill(words)
    page.locator('[id="actions.2.due"]').fill("soon")
    page.get_by_role("button", name="Remove action 2").click()
    expect(page.get_by_label("What was agreed").nth(1)).to_be_focused()
    assert 'what: "One"' in record(page)
    assert 'what: "Two"' not in record(page)
    assert 'due: "soon"' in record(page)
    page.get_by_role("button", name="Check the record").click()
    expect(error(page, "actions.1.due")).to_have_text(
        "'soon' is not a month. Write the year and the month: 2020-03"
    )
    expect(page.get_by_role("group", name="Action 2").get_by_label("Due")).to_have_accessible_description(
        re.compile("'soon' is not a month")
    )


def test_an_embargo_is_said(page: Page) -> None:
    """A day to come is no mistake, but is said."""
    fill_in(page)
    page.get_by_label("Day of publication").fill(str(dt.date.today() + dt.timedelta(days=2)))
    page.locator("#review").focus()
    expect(page.locator('[id="published-note"]')).to_contain_text("a day to come")
    expect(page.locator(".editor__status")).to_have_text("Complete. There is nothing to mend.")


def test_what_was_typed_is_kept_until_it_is_cleared(page: Page) -> None:
    """Leaving and coming back loses nothing; clearing asks first, and is done by keyboard."""
    fill_in(page)
    page.get_by_role("button", name="Add an action").click()
    page.get_by_label("What was agreed").fill("Train.")
    before = record(page)
    page.reload()
    expect(page.get_by_label("Summary")).to_have_value("Partners looked together.")
    assert record(page) == before
    ask = page.get_by_role("button", name="Clear the form")
    ask.press("Enter")
    expect(page.get_by_role("dialog", name="Clear the form?")).to_be_visible()
    expect(page.get_by_role("button", name="Keep it")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(ask).to_be_focused()
    assert record(page) == before
    ask.press("Enter")
    page.get_by_role("button", name="Clear it").press("Enter")
    expect(page.get_by_label("Title")).to_be_focused()
    expect(page.get_by_role("status").first).to_have_text("The form is empty.")
    page.reload()
    expect(page.get_by_label("Title")).to_have_value("")
    expect(page.get_by_label("What was agreed")).to_have_count(0)


def test_the_record_is_a_download(page: Page) -> None:
    """Only when there is nothing to mend: a file of the record's name with the record in it."""
    page.get_by_role("button", name="Download it").click()
    expect(page.get_by_role("heading", name="To be mended")).to_be_focused()
    fill_in(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="Download it").click()
    assert started.value.suggested_filename == "neglect-a-second-look.md"
    assert Path(started.value.path()).read_text("utf-8") == record(page)
    expect(page.get_by_role("link", name="Open it on GitHub")).to_have_count(0)


def test_github_gets_the_record(open_page: Open, address: str) -> None:
    """With a repository, a link opens GitHub's new file with all of it, unless it is too long."""
    repository = "https://github.com/example/audits"
    of = site(audit("neglect"), publisher=PUBLISHER.at({"REPO_URL": repository}))
    made = next(form.editors(of, templates(of), absolute)).content
    page = open_page("accessibility/")

    def with_repository(route: Any) -> None:
        html = route.fetch().text()
        main = re.compile(r"(<main[^>]*>).*(</main>)", re.DOTALL)
        route.fulfill(
            body=main.sub(lambda found: f"{found[1]}{made}{found[2]}", html), content_type="text/html"
        )

    page.route("**/editors/", with_repository)
    page.goto(f"{address}editors/")
    fill_in(page)
    link = page.get_by_role("link", name="Open it on GitHub (in a new tab)")
    query = "[...new URL(document.querySelector('[data-do=open]').href).searchParams]"
    assert page.evaluate(query) == [["filename", "neglect-a-second-look.md"], ["value", record(page)]]
    assert link.get_attribute("href").startswith(f"{repository}/new/main/content/audits?filename=")
    page.get_by_label("What worked well").fill("Long. " * 1500)
    expect(link).to_be_hidden()
    expect(page.locator(".editor__long")).to_contain_text("too long to be put into an address")


def test_readers_do_not_come_upon_it(page: Page, address: str) -> None:
    """Search engines are asked to leave it, and neither sitemap nor search nor any page leads to it."""
    expect(page.locator("meta[name=robots]")).to_have_attribute("content", "noindex")
    for other in ("sitemap.xml", "search/search_index.json", "", "audits/"):
        assert "editors/" not in page.request.get(address + other).text(), other


def test_without_javascript(open_page: Open) -> None:
    """Words say what to do instead, and an empty record can be downloaded; there is no dead control."""
    page = open_page("editors/", java_script_enabled=False)
    expect(page.get_by_text("The form needs JavaScript")).to_be_visible()
    expect(page.locator(".editor__form")).to_be_hidden()
    expect(page.locator(".editor__record")).to_be_hidden()
    expect(page.get_by_role("link", name="download an empty record")).to_have_attribute(
        "download", "new-audit.md"
    )


@pytest.mark.parametrize("palette", ["colour", "mono"])
def test_axe_finds_nothing(open_page: Open, palette: str) -> None:
    """With mistakes, with the question, wide and narrow; contrast is 7:1 and controls are 44 pixels."""
    page = open_page("editors/")
    page.evaluate("palette => { document.documentElement.dataset.colour = palette }", palette)
    expect(page.locator(".editor__form")).to_be_visible()
    page.get_by_role("button", name="Add an action").click()
    page.get_by_role("button", name="Check the record").click()
    for width in (1280, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert look_at(page).violations == []
        assert page.evaluate("document.documentElement.scrollWidth") == width
        heights = page.locator(
            ".editor :is(.tick, .entry input[type=text], select, textarea, .button):visible"
        ).evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
        assert len(heights) > 50
        assert min(heights) >= 44
    page.evaluate("document.documentElement.dataset.text = 'largest'")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    page.get_by_role("button", name="Clear the form").click()
    assert look_at(page).violations == []
