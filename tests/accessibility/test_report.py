"""The report tells what was found, what failed and what could not be checked; its summary agrees."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from accessibility.report import Check, report_of, summary_of, write_report
from publication.views.statement import RecordedRun
from views.sample_site import PUBLISHER

if TYPE_CHECKING:
    from pathlib import Path

NODE = {"rule": "label", "help": "Name it", "element": "<input>", "why": "It has no label"}


def look(kind: str, state: str, *violations: dict[str, str]) -> dict[str, Any]:
    """What axe found on a page in a state."""
    return {"kind": kind, "state": state, "passes": ["link-name"], "violations": violations, "undecided": []}


CHECKS = [
    Check("Rules.", "No violation.", "finder-desktop", "passed", found={"axe": look("finder", "desktop")}),
    Check(
        "Rules.", "No violation.", "finder-phone", "failed", "It has no label <input>", "finder-phone.png",
        {"axe": look("finder", "phone", NODE)},
    ),
    Check("Words.", "Words are plain.", "", "passed", found={"plain words": [{"page": "a.md", "age": 9.5}]}),
    Check("Words.", "Pages are valid.", "", "skipped", "there is no Java here"),
]  # fmt: skip
REPORT = report_of(CHECKS, on="2026-02-20", tools={"axe-core": "4.0"}, of=PUBLISHER)


def test_violations_by_page_and_state() -> None:
    """Each look of axe is a number at its kind of page and its state."""
    assert REPORT["axe"]["violations"] == {"finder": {"desktop": 0, "phone": 1}}
    assert {"rule": "label", "passed": 0, "violations": 1, "undecided": 0} in REPORT["axe"]["rules"]


def test_each_sentence_has_its_outcomes() -> None:
    """What holds is told in the sentence of its test, with how often it passed and failed."""
    assert REPORT["checks"][0] == {
        "group": "Rules.", "sentence": "No violation.", "passed": 1, "failed": 1, "skipped": 0,
    }  # fmt: skip


def test_the_summary_is_what_the_statement_reads() -> None:
    """The statement's model accepts it, and counts the same."""
    run = RecordedRun.model_validate_json(json.dumps(summary_of(REPORT)))
    assert (run.kinds, run.states, run.looks, run.violations) == (1, 2, 2, 1)
    assert (run.checks.passed, run.checks.failed, run.checks.skipped) == (2, 1, 1)
    assert run.failures == ("No violation. (finder-phone)",)


def test_the_report_for_people(tmp_path: Path) -> None:
    """A failure stands there with its picture and what the test said, escaped; so does every table."""
    write_report(tmp_path, REPORT)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert '<img src="finder-phone.png" alt="The page when this failed">' in page
    assert "It has no label &lt;input&gt;" in page
    assert "Pages are valid.: there is no Java here" in page
    assert '<td class="number">9.5</td>' in page
    assert json.loads((tmp_path / "report.json").read_text("utf-8")) == json.loads(json.dumps(REPORT))
