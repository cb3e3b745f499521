"""The audits as JSON, with its schema, and as a table that spreadsheets can be trusted with."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from publication.audits.record import AuditFields
from publication.views import opendata
from publication.views.opendata.page import embedded, field_rows
from publication.views.opendata.schema import open_fields, properties
from publication.views.opendata.table import fits, neutral, original
from views.sample_site import Html, audit, poster, site, templates
from views.test_escaping import FULL
from views.trial_titles import TITLES

if TYPE_CHECKING:
    from publication.audits.audit import Audit
    from publication.views.site import Site

NOT_OPEN = {"poster", "poster_text", "poster_points", "allow"}
"""The poster is a group of the data, with its words; what the check lets pass is for editors."""

SECTIONS = {"worked-well": "Two:\n\n- Strength **one**\n- =Strength & two", "needs-to-happen": "1. Listen"}
WITHDRAWN = {"status": "withdrawn", "withdrawn": {"on": "2026-01-15", "why": "The *guidance* changed."}}


def absolute(address: str) -> str:
    """The site in a folder of its host."""
    return urljoin("https://example.org/learning/", address)


def files_of(of: Site) -> dict[str, Any]:
    """The content of each file by its address."""
    return {one.address: one.content for one in opendata.files(of, absolute)}


def data_of(*audits: Audit, **options: Any) -> dict[str, Any]:
    """The JSON of these audits, held to its schema."""
    import jsonschema

    files = files_of(site(*audits, **options))
    data, schema = json.loads(files["audits.json"]), json.loads(files["audits.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    ).validate(data)
    assert isinstance(data, dict)
    return data


def rows_of(*audits: Audit, **options: Any) -> list[dict[str, str]]:
    """The table as a program reads it back."""
    text = files_of(site(*audits, **options))["audits.csv"].decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    return [{name: original(cell) for name, cell in row.items()} for row in rows]


def test_an_audit_with_every_field() -> None:
    """Everything that its page says, the words as plain text and as clean HTML."""
    data = data_of(audit(sections=SECTIONS, **FULL), posters={"neglect": poster(texts=("Words", "More"))})
    [one] = data["audits"]
    assert one["url"] == "https://example.org/learning/audits/neglect/"
    assert (one["period"], one["period_first_day"], one["period_last_day"]) == (
        "2018/19", "2018-04-01", "2019-03-31",
    )  # fmt: skip
    assert one["published"] == "2019-09-01"
    assert one["sample"] == {"cases": 9, "plans": ["cp"], "ages": "x"}
    assert one["actions"] == [{"what": "x", "owner": "x", "due": "2026-06", "status": "done", "impact": "x"}]
    assert one["sections"][0] == {
        "key": "worked-well",
        "heading": "What worked well",
        "text": "Two:\n• Strength one\n• =Strength & two",
        "html": "<p>Two:</p>\n<ul>\n"
        "<li>Strength <strong>one</strong></li>\n<li>=Strength &amp; two</li>\n</ul>",
    }
    assert one["sections"][1]["text"] == "1. Listen"
    assert one["poster"] == {
        "url": "https://example.org/learning/posters/neglect.pdf",
        "media_type": "application/pdf",
        "bytes": 38_400,
        "is_holding": False,
        "text": "Words\n\nMore",
    }


def test_an_audit_with_the_fewest_fields() -> None:
    """What is not known is null or an empty list: each field is there, and nothing is made up."""
    [one] = data_of(audit(status="planned"))["audits"]
    assert set(one) == set(properties())
    known = {name for name, value in one.items() if value}
    assert known == {"slug", "url", "title", "series", "status", "shown_as", "topics", "summary"}


def test_every_field_of_a_record_is_in_the_data() -> None:
    """A field that is added says what it means in the data, or is named in NOT_OPEN with the reason."""
    assert set(AuditFields.model_fields) - set(open_fields(AuditFields)) == NOT_OPEN


def test_withdrawn_has_no_learning() -> None:
    """Since when and why, and the facts; no word of what was learnt, in no form."""
    old = audit("old", "Old-canary.", {"worked-well": "Canary"}, **{**FULL, **WITHDRAWN, "scope": "canary"})
    data = data_of(old)
    [one] = data["audits"]
    assert one["withdrawn"] == {"on": "2026-01-15", "why": "The guidance changed."}
    assert one["summary"] is one["poster"] is one["scope"] is None
    assert one["sections"] == one["actions"] == one["agencies"] == []
    assert one["sample"] is one["review"] is one["published"] is one["disclosure_check"] is None
    assert "canary" not in str(rows_of(old)).lower()


def test_no_draft_and_no_embargo() -> None:
    """Not in the local preview either, so that nobody copies them from there."""
    shown = [
        audit("draft", status="draft"),
        audit("embargoed", published="2026-03-02"),
        audit("soon", status="coming-soon"),
        audit("today", published="2026-03-01"),
    ]
    assert [one["slug"] for one in data_of(*shown)["audits"]] == ["soon", "today"]
    assert [row["slug"] for row in rows_of(*shown)] == ["soon", "today"]


def test_an_audit_names_no_other_that_is_not_public_yet() -> None:
    """A record may say already what will replace it on the day that an embargo ends: the data does not."""
    old = audit("old", superseded_by="new", re_audit_of="older")
    new, older = audit("new", published="2026-03-02", re_audit_of="old"), audit("older")
    [one] = [one for one in data_of(old, new, older)["audits"] if one["slug"] == "old"]
    assert (one["superseded_by"], one["re_audit_of"]) == (None, "older")


def test_keys_lead_to_names() -> None:
    """Each key that an audit uses is explained in the same file; a licence is not claimed."""
    data = data_of(audit(agencies=["police"], sample={"plans": ["cp"]}))
    assert data["series"]["multi-agency"] == {
        "title": "Multi-agency audits",
        "url": "https://example.org/learning/series/multi-agency/",
        "feed": "https://example.org/learning/series/multi-agency/feed.xml",
    }
    assert data["topics"]["neglect"]["title"] == "Neglect"
    assert (data["agencies"]["police"], data["plans"]["cp"]) == ("Police", "Child Protection (CP)")
    assert data["publisher"] == "The Partnership"
    assert data["licence"] is None


def test_the_schema_stands_at_its_own_address() -> None:
    """Draft 2020-12, at the address that the data names, and every field says what it means."""
    files = files_of(site(audit()))
    schema = json.loads(files["audits.schema.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == json.loads(files["audits.json"])["$schema"] == absolute("audits.schema.json")
    for group in (schema, *schema["$defs"].values()):
        assert all(len(field["description"]) > 5 for field in group["properties"].values())
        assert group["required"] == list(group["properties"]), "each field is always there"


def test_the_schema_refuses_what_is_wrong() -> None:
    """A status, a date and a field that it does not know."""
    import jsonschema

    validator = jsonschema.Draft202012Validator(opendata.schema(absolute))
    for name, wrong in (("status", "draft"), ("topics", ["Not a key"]), ("unknown", 1), ("slug", None)):
        data = data_of(audit())
        data["audits"][0][name] = wrong
        assert not validator.is_valid(data), name


def test_the_same_records_make_the_same_bytes() -> None:
    """Whatever their order, and on whatever day."""
    audits = [audit(slug) for slug in ("a", "b")]
    assert files_of(site(*audits)) == files_of(site(*reversed(audits)))


def test_the_table_opens_in_excel() -> None:
    """UTF-8 with its mark, lines ended by CR LF (RFC 4180), every cell in quotation marks, a row an audit."""
    content = files_of(site(audit(title="é, Ł"), audit("b", sections=SECTIONS)))["audits.csv"]
    assert content.startswith(b'\xef\xbb\xbf"slug","url","title",')
    assert content.endswith(b'"\r\n')
    assert content.count(b"\r\n") == 3
    assert '"é, Ł"'.encode() in content


def test_a_row_has_every_field_that_fits() -> None:
    """Groups have a column for each of their fields, the learning one for each part; lists are parted by ;"""
    [row] = rows_of(audit(sections=SECTIONS, **FULL))
    columns = set(row)
    fields = {name.partition(".")[0] for name in columns}
    assert fields == {name for name in properties() if fits(name)}
    assert fields.isdisjoint({"questions", "actions"})
    assert row["agencies"] == "police; schools"
    assert (row["sample.cases"], row["poster.bytes"], row["poster.is_holding"]) == ("9", "38400", "no")
    assert row["sections.worked-well"] == "Two:\n• Strength one\n• =Strength & two"
    assert row["sections.discussion"] == ""


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+44", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "=cmd|' /C calc'!A0", "\uff1d1+1", "\uff20x",
        "'=1", "''=1", "2011/12",
    ],
)  # fmt: skip
def test_nothing_is_calculated(cell: str) -> None:
    """What would be taken for a formula or a month begins with an apostrophe, and comes back whole."""
    assert neutral(cell) == f"'{cell}"
    assert original(neutral(cell)) == cell


@pytest.mark.parametrize(
    "cell", ["", "Neglect", "'single' quotes", "2018/19", "2018-10", "a=b", "• item", "'"]
)
def test_other_cells_stay_as_they_are(cell: str) -> None:
    """An apostrophe where none is needed would be read as part of the words."""
    assert neutral(cell) == original(cell) == cell


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_every_title_comes_out_as_typed(title: str) -> None:
    """In the JSON, and in the table when it is read back."""
    one = audit().model_copy(update={"title": title})
    assert data_of(one)["audits"][0]["title"] == title
    assert rows_of(one)[0]["title"] == title
    raw = files_of(site(one))["audits.csv"].decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(raw, newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("count", [0, 1, 1000])
def test_any_number_of_audits(count: int) -> None:
    """An empty catalogue has a header and an empty list."""
    audits = [audit(f"a-{n:04}") for n in range(count)]
    assert len(rows_of(*audits)) == len(data_of(*audits)["audits"]) == count


def test_the_page_explains_every_field() -> None:
    """The list is made from the schema: each field with its meaning and its kind, groups field by field."""
    of = site(audit())
    html = Html(embedded(templates(of), absolute)["data-fields"]("data/"))
    named = {row.name for row in field_rows(opendata.schema(absolute))}
    assert named >= set(properties()) | {"poster.url", "actions.due", "sections.html"}
    assert len(html.all("dt")) == len(named)
    assert "period_first_day The first day of that period. Day (2019-09-01) or not known." in html.words
    assert "actions.due The month by which it is due. Month (2020-03) or not known." in html.words
    assert "One of planned, coming-soon, published, withdrawn." in html.words
