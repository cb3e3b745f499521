"""The accessibility statement tells what the last test run found, and which posters have no tags."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from publication.views.statement import FILE, RecordedRun, embedded, read_test_run
from views.sample_site import ACCESS, PUBLISHER, Html, audit, poster, site, templates

if TYPE_CHECKING:
    from pathlib import Path

    from publication.posters.collection import PublishedPoster

RUN = {
    "publication": {"name": "The Partnership", "digest": PUBLISHER.digest},
    "tested_on": "2026-02-20",
    "tools": {"axe-core": "4.0", "Chromium": "150.1"},
    "kinds": 12,
    "states": 13,
    "looks": 156,
    "rules": 50,
    "violations": 0,
    "checks": {"passed": 200, "failed": 0, "skipped": 0},
    "failures": [],
}
UNTAGGED = poster(access=replace(ACCESS, has_tags=False))
PICTURE = poster(access=None, kind="PNG")


def said(
    part: str, run: dict[str, Any] | None = RUN, of: PublishedPoster | None = None, **fields: Any
) -> Html:
    """What the statement says in this part, for a site of one audit with this poster."""
    shown = site(audit(**fields), posters={"neglect": of or poster()})
    tested = RecordedRun.model_validate_json(json.dumps(run)) if run else None
    return Html(embedded(shown, templates(shown), tested)[f"accessibility {part}"]("accessibility/"))


def test_no_recorded_run_claims_nothing() -> None:
    """Where no run is recorded the statement says so, and claims no compliance."""
    assert "has not been tested yet" in said("status", None).words
    assert "compliant" not in said("status", None).words
    assert "has not been tested yet" in said("tests", None).words


def test_a_run_of_another_publication_claims_nothing() -> None:
    """A partnership that copies the project, or is called otherwise now, has not been tested."""
    others = {**RUN, "publication": {"name": "Another", "digest": "0" * 16}}
    for part in ("status", "tests"):
        assert "has not been tested yet" in said(part, others).words
    assert "Another" not in said("tests", others).words


def test_a_run_without_failures() -> None:
    """Full compliance is claimed by our own tests only."""
    assert "By our own tests, this website is fully compliant" in said("status").words
    assert "nothing on this website that fails" in said("exceptions").words


def test_the_run_is_told_with_its_day_and_versions() -> None:
    """Every number is that of the recorded run."""
    words = said("tests").words
    assert "last tested on 20 February 2026" in words
    assert "12 kinds of page in 13 states" in words
    assert "156, with 50 rules that apply: no violations" in words
    assert "200 passed, none failed" in words
    assert "axe-core 4.0, Chromium 150.1" in words


def test_a_run_with_failures() -> None:
    """A failure makes the compliance partial and is named."""
    run = {**RUN, "failures": ["Each page has one title."]}
    assert "partially compliant" in said("status", run).words
    assert "Each page has one title." in said("exceptions", run).words


@pytest.mark.parametrize("of", [UNTAGGED, PICTURE], ids=["untagged", "picture"])
def test_a_poster_without_tags(of: PublishedPoster) -> None:
    """It makes the compliance partial and is named with a link to its audit, where its words are."""
    assert "partially compliant" in said("status", of=of).words
    exceptions = said("exceptions", of=of)
    assert "Neglect" in exceptions.words
    assert "../audits/neglect/" in exceptions.links
    assert "No poster on this website relies on that" in said("exemptions", of=of).words


def test_a_poster_from_before_the_regulations() -> None:
    """One published before 23 September 2018 is named as exempt and leaves the compliance full."""
    assert "fully compliant" in said("status", of=UNTAGGED, published="2018-09-22").words
    assert "../audits/neglect/" in said("exemptions", of=UNTAGGED, published="2018-09-22").links
    assert "partially compliant" in said("status", of=UNTAGGED, published="2018-09-23").words


def test_no_report_is_no_problem(tmp_path: Path) -> None:
    """A project need not have a report."""
    assert read_test_run(tmp_path) == (None, [])


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "null", '{"tested_on": "soon"}', json.dumps({**RUN, "x": 1})]
)
def test_a_report_that_is_none(tmp_path: Path, text: str) -> None:
    """A file that is not what the run writes is a problem that names the file and the command."""
    (tmp_path / FILE).parent.mkdir()
    (tmp_path / FILE).write_text(text, "utf-8")
    run, problems = read_test_run(tmp_path)
    assert run is None
    assert [str(problem) for problem in problems] == [
        f"{FILE}: is not a report of an accessibility run. It is never edited by hand: "
        "run make accessibility, or take the last version from git."
    ]
