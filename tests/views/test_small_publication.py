"""A publication that has hardly begun: no series, no posters, one audit. It reads well all the same."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from typing import TYPE_CHECKING, Any

import pytest

from audits.sample import RECORD, make_project, problems_in
from publication import build
from views.sample_site import Html, poster

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from publication.build import Publication

WITHOUT = RECORD.replace("series: multi-agency\n", "")
PLANNED = WITHOUT.replace("status: published\nperiod: 2018/19", "status: planned")


@pytest.fixture
def publish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Publication]:
    """Publishes a project of one record, without a folder of series or of posters."""

    def posters(root: Path, catalogue: Any, *others: Any, **options: Any) -> dict[str, Any]:
        return {one.slug: poster(one.slug) for one in catalogue.audits if one.is_published}

    monkeypatch.setattr(build, "publish_posters", posters)
    root = make_project(tmp_path)
    shutil.rmtree(root / "content/series")
    shutil.rmtree(root / "posters")

    def published(record: str) -> Publication:
        (root / "content/audits/neglect.md").write_text(record, "utf-8")
        assert problems_in(root) == []
        return build.publish(
            root,
            today=dt.date(2026, 3, 1),
            is_preview=False,
            environment={},
            say=lambda _: None,
        )

    return published


EMPTY = re.compile(r"\b0 (?!to 17)|\b1 audits\b|\b1 posters\b|\bAll 1\b|, ,|: \.|\bin \.")


@pytest.mark.parametrize("record", [WITHOUT, PLANNED])
def test_no_nonsense(publish: Callable[[str], Publication], record: str) -> None:
    """No page and no description counts nothing, or one thing as many; none has a heading over nothing."""
    made = publish(record)
    for artefact in made.artefacts.values():
        if artefact.page and not artefact.page.is_unlisted:
            told = f"{artefact.page.description} {Html(str(artefact.content)).words}"
            counts = re.sub(r": topic [0-9]+", "", told)  # a topic without an audit has its listing
            assert not EMPTY.search(counts), (artefact.address, EMPTY.search(counts))
            headings = [tag for tag, _ in Html(str(artefact.content)).tags if re.fullmatch("h[1-6]", tag)]
            assert headings[0] == "h1", artefact.address
            assert not re.search(r"<h[1-6][^>]*>\s*</h[1-6]>", str(artefact.content)), artefact.address


@pytest.mark.parametrize("record", [WITHOUT, PLANNED])
def test_nothing_names_a_series(publish: Callable[[str], Publication], record: str) -> None:
    """No page, link, feed, filter or fact of a series that is not there."""
    made = publish(record)
    assert not [address for address in made.artefacts if address.startswith("series/")]
    for artefact in made.artefacts.values():
        if artefact.page and not artefact.page.is_unlisted:
            html = Html(str(artefact.content))
            assert "Series" not in html.words, artefact.address
            assert not [link for link in html.links if "series/" in link], artefact.address
    data = json.loads(str(made.artefacts["audits.json"].content))
    assert data["series"] == {}
    assert data["audits"][0]["series"] is None
    head = made.heads.of("audits/neglect/")
    [report, crumbs] = head.data["@graph"]
    assert "isPartOf" not in report
    assert [one["name"] for one in crumbs["itemListElement"]][1:] == ["All audits", "Neglect"]


def test_the_landing_page(publish: Callable[[str], Publication]) -> None:
    """What it embeds shows the one audit, and no block without content."""
    parts = publish(WITHOUT).embedded
    assert Html(parts["series"]("")).words.startswith("Neglect 2018/19")
    assert Html(parts["numbers"]("")).words == "1 audit published"
    assert Html(parts["topics"]("")).words == "By topic Neglect 1 audit"
    assert "Each series" not in Html(parts["feeds"]("")).words


def test_the_form(publish: Callable[[str], Publication]) -> None:
    """It asks for no series, and its schema knows none."""
    made = publish(WITHOUT).artefacts
    schema = json.loads(str(made["editors/record.schema.json"].content))
    assert "series" not in schema["properties"]
    assert "series" not in schema["required"]
    assert "The run of audits that it belongs to" not in str(made["editors/"].content)


def test_a_series_that_is_not_there(tmp_path: Path) -> None:
    """A record that names one is told that there is none."""
    root = make_project(tmp_path)
    shutil.rmtree(root / "content/series")
    (root / "content/audits/neglect.md").write_text(RECORD, "utf-8")
    said = "'multi-agency' is not a series. There is none yet: add it first, or remove this."
    assert problems_in(root) == [f"content/audits/neglect.md:3: {said}"]


def test_a_series_is_named_where_there_are_some(tmp_path: Path) -> None:
    """As soon as there is a series, each record says which it belongs to."""
    root = make_project(tmp_path)
    (root / "content/audits/neglect.md").write_text(WITHOUT, "utf-8")
    assert problems_in(root) == ["content/audits/neglect.md:1: 'series' is missing. Add it."]
