"""The editors' page and the record's schema: every field, the check's words, nothing but public names."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from audits.sample import CASES
from project import PUBLICATION
from publication.audits.audit import SECTIONS, STATUSES, AuditFields
from publication.audits.catalogue import read_catalogue
from publication.audits.source.frontmatter import read_document
from publication.editors import form, wording
from publication.editors.schema import record_schema
from views.sample_site import PUBLISHER, Html, absolute, audit, site, templates

if TYPE_CHECKING:
    from pathlib import Path

    from publication.views.site import Site


def made(of: Site) -> dict[str, Any]:
    """The content of each artefact by address."""
    return {one.address: one.content for one in form.editors(of, templates(of), absolute)}


def data_of(page: str) -> Any:
    """What the script reads."""
    return json.loads(page.partition('id="editing">')[2].partition("</script>")[0])


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema of the sample site, as it is published."""
    return json.loads(made(site(audit()))[form.SCHEMA])


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    """It keeps to its dialect, and knows itself by its address."""
    jsonschema.validators.validator_for(schema).check_schema(schema)
    assert schema["$id"] == "https://example.org/editors/record.schema.json"
    assert list(schema["properties"]) == list(AuditFields.model_fields)
    assert schema["required"] == ["title", "series", "status", "topics"]


def test_the_schema_has_the_words_of_the_vocabulary(schema: dict[str, Any]) -> None:
    """Words that a record may say, each with what a reader sees."""
    topics = schema["properties"]["topics"]["items"]
    assert topics["enum"] == ["neglect", "missing", "training"]
    assert topics["enumDescriptions"] == ["Neglect", "Missing children", "Training"]
    assert schema["properties"]["series"]["enumDescriptions"] == ["Multi-agency audits"]
    assert schema["properties"]["status"]["enum"] == list(STATUSES)


def fields_in(schema: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every field, those of groups too."""
    found = []
    for key, one in schema.get("properties", schema.get("items", {}).get("properties", {})).items():
        found += [(key, one), *fields_in(one)]
    return found


def test_every_field_has_a_name_and_messages(schema: dict[str, Any]) -> None:
    """Each has a name for editors that ends without a full stop, and names itself in what is said of it."""
    fields = fields_in(schema)
    assert len(fields) > 25
    for key, one in fields:
        assert one["title"], key
        assert not one["title"].endswith("."), key
        for _, message in one["x-messages"].get("wrong", ()):
            assert f"'{key}'" in message or "{value}" in message, message
            assert "Error" not in message


@pytest.mark.parametrize("form", wording.RULES)
def test_each_rule_is_broken_by_its_own_value_only(form: str) -> None:
    """The value that asks for a rule's message keeps the rules before it: so its message is that rule's."""
    for number, (rule, value) in enumerate(wording.RULES[form]):
        broken = [n for n, (one, _) in enumerate(wording.RULES[form]) if not re.search(one, value)]
        assert broken[0] == number, (rule, value)


def test_every_record_fits_the_schema() -> None:
    """What the check accepts, the schema accepts: every field of the publication for tests."""
    catalogue, problems = read_catalogue(PUBLICATION)
    assert problems == []
    words = catalogue.vocabulary
    lists = {"topics": words.topics, "agencies": words.agencies, "plans": words.plans}
    lists["series"] = {one.slug: one.title for one in catalogue.series}
    validator = jsonschema.Draft7Validator(record_schema(lists, ""))
    for one in catalogue.audits:
        fields = read_document(PUBLICATION / one.file, one.file).fields
        if cases := fields.get("sample", {}).get("cases"):
            fields["sample"]["cases"] = int(cases)  # our reader leaves all as typed
        assert [error.message for error in validator.iter_errors(fields)] == [], one.file


def test_the_schema_refuses_what_the_check_refuses(schema: dict[str, Any]) -> None:
    """A wrong topic, day, month, period or name, and a key that is not known."""
    right = {"title": "A", "series": "multi-agency", "status": "planned", "topics": ["neglect"]}
    validator = jsonschema.Draft7Validator(schema)
    assert validator.is_valid(right)
    for wrong in (
        {"topics": ["neglct"]},
        {"topics": []},
        {"published": "2019-02-29"},
        {"review": "2019-13"},
        {"period": "2018"},
        {"re_audit_of": "A b"},
        {"slug": "a"},
        {"actions": [{"owner": "A"}]},
    ):
        assert not validator.is_valid({**right, **wrong}), wrong


def test_every_field_is_in_one_part_of_the_form() -> None:
    """A field that is added to the model is put into the form, too; a waiver is written by hand."""
    placed = [key for keys in form.GROUPS.values() for key in keys]
    assert sorted([*placed, "allow"]) == sorted([*AuditFields.model_fields, *form.BESIDE])
    assert form.ONLY_FOR.keys() <= set(placed)
    assert {status for statuses in form.ONLY_FOR.values() for status in statuses} <= set(STATUSES)
    assert form.STATUS_HINTS.keys() == set(STATUSES)
    html = Html(made(site(audit()))["editors/"])
    ids = [found["id"] for _, found in html.tags if "id" in found]
    assert set(placed) <= set(ids)
    assert len(ids) == len(set(ids))


def test_drafts_and_embargoes_are_not_named() -> None:
    """Also a preview, which shows both, names only what the public site shows, former names included."""
    shown = audit("neglect", former_slugs=["old-neglect"])
    kept = [
        audit("secret-draft", status="draft", title="Secret", former_slugs=["secret-old"]),
        audit("secret-later", published=str(dt.date(2026, 3, 2)), title="Secret"),
    ]
    of = site(shown, *kept)
    page = made(of)["editors/"]
    assert "ecret" not in page
    assert data_of(page)["audits"] == [
        {"slug": "neglect", "title": "Neglect", "period": "2018/19", "former": ["old-neglect"]}
    ]
    tomorrow = replace(of, today=dt.date(2026, 3, 2))
    assert [one["slug"] for one in data_of(made(tomorrow)["editors/"])["audits"]] == [
        "neglect",
        "secret-later",
    ]


def test_the_page_is_for_editors() -> None:
    """It is kept from search engines, from the sitemap and from our own search."""
    page = next(form.editors(site(audit()), templates(site(audit())), absolute)).page
    assert page is not None
    assert page.is_unlisted
    assert page.searched == ""


@pytest.mark.parametrize(
    ("url", "repository"),
    [
        ("", ""),
        ("https://repository.example/learning-from-audits", ""),
        ("https://github.com/a/b", "https://github.com/a/b"),
        ("https://github.com/a/b/", "https://github.com/a/b"),
    ],
)
def test_without_a_repository_nothing_leads_to_it(url: str, repository: str) -> None:
    """The placeholder stands for none: then there is no link to it, else to a new file and to the posters."""
    of = site(audit(), publisher=PUBLISHER.at({"REPO_URL": url}))
    links = Html(made(of)["editors/"]).links
    expected = {f"{repository}/new/main/content/audits", f"{repository}/upload/main/posters"}
    assert (expected <= links) == bool(repository)
    assert any("upload" in link for link in links) == bool(repository)


def test_the_empty_record_names_every_field(tmp_path: Path) -> None:
    """Every key is there with its name as a note, nothing behind it, and every heading."""
    text = made(site(audit()))[form.EMPTY]
    path = tmp_path / "new.md"
    path.write_text(text, "utf-8")
    document = read_document(path, "")
    assert document.problems == ()
    assert document.fields == {}
    assert list(document.key_lines) == list(AuditFields.model_fields)
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == list(SECTIONS.values())


def test_what_is_said_of_other_records_is_what_the_check_says() -> None:
    """Each message that the check has, too, is among its golden messages."""
    golden = "\n".join(path.read_text("utf-8") for path in CASES.glob("*.txt"))
    known = {
        "self": {"key": "re_audit_of"},
        "unknown": {"value": "neglekt"},
        "not_near": {},
        "earlier": {"when": "2015/16", "value": "first", "other": "2018/19"},
        "present_name": {"value": "moved-to-itself"},
        "name_of_other": {"value": "second", "other": "second"},
        "name_of_both": {"value": "old-name", "other": "first"},
        "folder": {"value": "../content/vocabulary.yml"},
    }
    for key, values in known.items():
        assert form.MESSAGES[key].format(**values) in golden, key
    assert form.MESSAGES.keys() - known.keys() == {"taken", "was_taken"}, "these are the form's own"
