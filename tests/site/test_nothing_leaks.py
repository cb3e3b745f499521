"""Nothing that is not public is on the site: a phrase planted in every field of every kind of record."""

from __future__ import annotations

import gzip
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest

from audits.every_field import every_field
from audits.sample import make_project
from posters import samples
from project import PROJECT, build
from publication.audits.sections import SECTIONS
from publication.audits.vocabulary import read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLANTED = re.compile(rb"zq(?:draft|embargo|early|withdrawn)(?:-[a-z]+)*", re.IGNORECASE)
NUMBERS = {b"77777", b"2021-03-05", b"5 March 2021", b"2033-03", b"March 2033"}
"""Of the withdrawn audit: its cases, days and months."""

LEFT = {b"zqwithdrawn", b"zqwithdrawn-title", b"zqwithdrawn-former-slugs", b"zqwithdrawn-withdrawn-why"}
"""What a withdrawn audit still says: its name and former name, its title, and why it was withdrawn."""

PAGES = {
    "index.md": "::: numbers\n\n::: series multi-agency",
    "accessibility.md": "::: accessibility exceptions",
    "data.md": "::: data-fields",
    "subscribe.md": "::: feeds",
}


def record(fields: dict[str, Any], phrase: str = "", sections: bool = True) -> str:
    """The record with these fields, and with the phrase in each part of its words. JSON is YAML, too."""
    facts = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    facts = re.sub(r'"(\d{4}[\d/-]*|\d+)"', r"\1", facts)
    learning = [f"## {heading}\n\n{phrase}-{key}\n" for key, heading in SECTIONS.items()] if sections else []
    return "\n".join(["---", f"{facts}---", "", f"{phrase}-summary", "", *learning])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built site of two public audits, and of others that are public in part or not at all."""
    root = make_project(tmp_path_factory.mktemp("planted") / "project")
    for name in ("hooks", "overrides"):
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(PROJECT / name, root / name, ignore=ignore, dirs_exist_ok=True)
    shutil.copy(PROJECT / "mkdocs.yml", root)
    (root / "docs").mkdir()
    for name, text in PAGES.items():
        (root / "docs" / name).write_text(f"# {name}\n\n{text}\n", "utf-8")
    words, _ = read_vocabulary(root)
    known = {**dict(words or {}), "series": ["multi-agency"]}
    kinds = {
        "zqdraft": "draft",
        "zqembargo": "published",
        "zqearly": "coming-soon",
        "zqwithdrawn": "withdrawn",
    }
    records = {}
    for phrase, status in kinds.items():
        fields = every_field(status, known, phrase)
        if "poster" in fields:
            poster = samples.pdf(words=f"{phrase}-poster-words")
            (root / "posters" / fields["poster"]).write_bytes(poster)
            del fields["poster_points"]  # of a poster that is composed
        if status in ("published", "coming-soon"):
            fields["published"] = "2026-09-15"
        records[phrase] = {**fields, "re_audit_of": "shown", "superseded_by": None}
    withdrawn = records["zqwithdrawn"]
    withdrawn["sample"]["cases"] = "77777"
    withdrawn["withdrawn"]["on"] = "2022-02-02"
    withdrawn |= {"published": "2021-03-05", "review": "2033-03"}
    withdrawn |= {"superseded_by": "newer", "re_audit_of": "zqdraft"}
    records["zqdraft"] |= {"re_audit_of": None}
    base = {"series": "multi-agency", "status": "published", "period": "2018/19", "topics": ["neglect"]}
    records["shown"] = {**base, "title": "Shown", "superseded_by": "zqembargo", "re_audit_of": "zqdraft"}
    records["newer"] = {**base, "title": "Newer", "re_audit_of": "zqwithdrawn"}
    for slug, fields in records.items():
        known_fields = {key: value for key, value in fields.items() if value is not None}
        has_learning = known_fields["status"] != "coming-soon"
        text = record(known_fields, slug if slug.startswith("zq") else "Words", has_learning)
        (root / f"content/audits/{slug}.md").write_text(text, "utf-8")
    done = build(root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def contents(path: Path) -> Iterator[bytes]:
    """The bytes of a file, and what is packed in it: of a PDF every stream, and its words."""
    yield path.name.encode()
    data = path.read_bytes()
    yield gzip.decompress(data) if path.suffix == ".gz" else data
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            yield from (one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream))
        pages = pypdfium2.PdfDocument(path)
        yield "\n".join(page.get_textpage().get_text_bounded() for page in pages).encode()


def test_nothing_planted_is_found(made: Path) -> None:
    """In no byte of any file, but for what a withdrawn audit still says."""
    files = [path for path in made.rglob("*") if path.is_file()]
    assert len(files) > 40
    found: dict[bytes, set[str]] = {}
    for path in files:
        for data in contents(path):
            for phrase in (*PLANTED.findall(data), *(number for number in NUMBERS if number in data)):
                found.setdefault(phrase.lower(), set()).add(path.relative_to(made).as_posix())
    leaked = {phrase: sorted(places) for phrase, places in found.items() if phrase not in LEFT}
    assert leaked == {}
    assert found.keys() == LEFT, "all of this is for readers"


def test_a_withdrawn_audit_leads_on(made: Path) -> None:
    """Its page says why, since when and what replaces it; its data has its title, series, period, topics."""
    page = (made / "audits/zqwithdrawn/index.html").read_text("utf-8")
    assert "zqwithdrawn-withdrawn-why" in page
    assert 'href="../newer/"' in page
    [data] = [
        one
        for one in json.loads((made / "audits.json").read_text("utf-8"))["audits"]
        if one["slug"] == "zqwithdrawn"
    ]
    assert {key for key, value in data.items() if value} == {
        *(
            "slug",
            "url",
            "title",
            "series",
            "status",
            "shown_as",
            "period",
            "period_first_day",
            "period_last_day",
        ),
        *("topics", "superseded_by", "former_slugs", "withdrawn"),
    }


def test_the_names_of_what_is_hidden_are_in_no_other_record(made: Path) -> None:
    """An audit that repeats a draft, and is replaced by one under embargo, says neither yet."""
    audits = json.loads((made / "audits.json").read_text("utf-8"))["audits"]
    [shown] = [one for one in audits if one["slug"] == "shown"]
    assert shown["re_audit_of"] is shown["superseded_by"] is None
    assert [one["slug"] for one in audits] == ["newer", "shown", "zqwithdrawn"]
