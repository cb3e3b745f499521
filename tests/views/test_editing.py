"""The editors' page and the record's schema: every field, the check's words, nothing but public names."""

from __future__ import annotations

import datetime as dt
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from audits.every_field import every_field
from audits.sample import ROOT
from project import PUBLICATION
from publication.audits.about import declared
from publication.audits.audit import Audit
from publication.audits.catalogue import read_catalogue
from publication.audits.groups import Action, DisclosureCheck, Sample, Waiver, Withdrawal
from publication.audits.parts import BODY
from publication.audits.policy import policy
from publication.audits.record import AuditFields
from publication.audits.sections import SECTIONS
from publication.audits.source.frontmatter import read_document
from publication.audits.statuses import STATUSES
from publication.editors import form
from publication.editors.schema import body_schema, record_schema
from views.sample_site import PUBLISHER, WORDS, Html, absolute, audit, site, templates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publication.views.site import Site


def made(of: Site) -> dict[str, Any]:
    """The content of each artefact by address."""
    return {one.address: one.content for one in form.editors(of, templates(of), absolute)}


def taken_in(page: str) -> Any:
    """The names that a new record cannot have, as the script reads them."""
    data = json.loads(page.partition('id="editing">')[2].partition("</script>")[0])
    return data["body"]["properties"]["slug"]["allOf"][-1]["not"]["enum"]


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    """The schema of the sample site, as it is published."""
    return json.loads(made(site(audit()))[form.SCHEMA])


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    """It keeps to its dialect, and knows itself by its address."""
    jsonschema.validators.validator_for(schema).check_schema(schema)
    assert schema["$id"] == "https://example.org/editors/record.schema.json"
    assert list(schema["properties"]) == list(declared(AuditFields))
    assert schema["required"] == ["title", "series", "status", "topics"]


def test_the_schema_has_the_words_of_the_vocabulary(schema: dict[str, Any]) -> None:
    """Words that a record may say, each with what a reader sees."""
    topics = schema["properties"]["topics"]["items"]
    assert topics["enum"] == ["neglect", "missing", "training"]
    assert topics["enumDescriptions"] == ["Neglect", "Missing children", "Training"]
    assert schema["properties"]["series"]["enumDescriptions"] == ["Multi-agency audits"]
    assert schema["properties"]["status"]["enum"] == list(STATUSES)


def nodes_in(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema within a schema, itself too."""
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    for one in inner:
        yield from nodes_in(one)


KEYWORDS = {"enum", "minimum", "maximum", "minItems", "uniqueItems", "additionalProperties"}
"""The rules that a schema of a value states itself; patterns are stated one by one within."""


def test_every_rule_has_its_message(schema: dict[str, Any]) -> None:
    """Each rule says what is wrong in a whole sentence, and no message is left over."""
    told = 0
    for one in nodes_in({"record": schema, "body": body_schema(["neglect"])}):
        messages = one.get("x-messages", {})
        assert messages.keys() <= one.keys(), one
        if one.get("type") in ("string", "integer", "array", "object"):
            assert messages.keys() >= KEYWORDS & one.keys(), one
        for message in messages.values():
            assert re.match(
                r"'|an entry of '|learning |the file's name|has no|a heading|this row|there ", message
            )
            told += 1
    assert told > 100


def test_every_field_has_a_name() -> None:
    """Each has a name for editors that ends without a full stop."""
    for model in (AuditFields, Sample, Action, DisclosureCheck, Waiver, Withdrawal):
        for key, one in declared(model).items():
            assert one.label != key
            assert not one.label.endswith("."), key


def test_every_record_fits_the_schema() -> None:
    """What the check accepts, the schema accepts: each field and kind of value of the tests' publication."""
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
    validator = jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)
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
    """A field that is added says in which part of the form it stands; a waiver is written by hand."""
    placed = [key for keys in form.parts().values() for key in keys]
    assert sorted([*placed, "allow"]) == sorted([*AuditFields.model_fields, *BODY])
    html = Html(made(site(audit()))["editors/"])
    ids = [found["id"] for _, found in html.tags if "id" in found]
    assert set(placed) <= set(ids)
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("status", STATUSES)
def test_the_schema_has_the_policy_of_the_check(schema: dict[str, Any], status: str) -> None:
    """Of every field that may stand with a status, and of each that may not, both say the same."""
    words = {name: list(getattr(WORDS, name)) for name in ("topics", "agencies", "plans")}
    words["series"] = ["multi-agency"]
    record = every_field("withdrawn", words) | every_field("draft", words) | {"status": status}
    fields = declared(AuditFields)
    without = [{k: v for k, v in record.items() if k != key} for key in fields if not fields[key].is_required]
    for typed in (record, every_field(status, words), *without):
        read = AuditFields.model_validate(typed, context=words)
        one = Audit.model_construct(**dict(read), slug="a", file="", summary="a", sections={}, lines={})
        expected, said = {problem.message for problem in policy(one)}, said_by(schema, with_numbers(typed))
        assert expected <= said
        assert {about(message) for message in said} == {about(message) for message in expected}


def with_numbers(value: Any) -> Any:
    """The same with numbers in the place of digits, as YAML reads them."""
    if isinstance(value, dict):
        return {key: with_numbers(one) for key, one in value.items()}
    if isinstance(value, list):
        return [with_numbers(one) for one in value]
    return int(value) if value.isdecimal() else value


def about(message: str) -> str:
    """The field that a message is about: the check says one thing of it, the schema all that is wrong."""
    return message.split("'")[1]


def said_by(schema: dict[str, Any], fields: dict[str, Any]) -> set[str]:
    """The messages of the rules that these fields break."""
    errors = jsonschema.Draft7Validator(schema).iter_errors(fields)
    return {error.schema["x-messages"][error.validator] for error in errors}


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
    assert taken_in(page) == ["neglect", "old-neglect"]
    assert [one["value"] for one in Html(page).all("option") if one["value"] == "neglect"]
    tomorrow = site(shown, *kept, today=dt.date(2026, 3, 2))
    assert taken_in(made(tomorrow)["editors/"]) == ["neglect", "old-neglect", "secret-later"]


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
    assert list(document.key_lines) == list(declared(AuditFields))
    assert [line[3:] for line in text.split("\n") if line.startswith("## ")] == list(SECTIONS.values())


def test_the_validator_is_the_published_one() -> None:
    """What is shipped of the validator is, byte for byte, what its package holds, at the version it says."""
    package = ROOT / "tests/node_modules/@cfworker/json-schema"
    shipped = ROOT / "overrides/assets/js/vendor/cfworker-json-schema"
    about = json.loads((package / "package.json").read_text("utf-8"))
    lock = json.loads((ROOT / "tests/package-lock.json").read_text("utf-8"))
    assert lock["packages"]["node_modules/@cfworker/json-schema"]["version"] == about["version"]
    assert f"{about['name']} {about['version']}" in (shipped / "LICENSE.txt").read_text("utf-8")
    modules = sorted(shipped.glob("*.js"))
    assert len(modules) == 7
    for module in modules:
        assert module.read_bytes() == (package / "dist/esm" / module.name).read_bytes(), module.name
