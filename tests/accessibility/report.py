"""What an accessibility run found, for people (`report.html`), programs (`report.json`) and the statement.

The tests are the only source: each says in its docstring what holds, and its outcome says whether it does.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

if TYPE_CHECKING:
    from publication.audits.publisher import Publisher

TEMPLATE = Path(__file__).with_name("report.html")


@dataclass(frozen=True)
class Check:
    """The outcome of one test."""

    group: str
    """What the test's file is about: the first line of its docstring."""
    sentence: str
    """What holds if it passes: the first line of the test's docstring."""
    case: str
    """Which page, state or rule, where the test is run for many; else empty."""
    outcome: str
    """`passed`, `failed` or `skipped`."""
    detail: str = ""
    """Why it failed or was skipped."""
    screenshot: str = ""
    """The name of a picture beside the report."""
    found: dict[str, Any] = field(default_factory=dict)
    """What the test recorded besides, by name."""


def report_of(checks: list[Check], *, on: str, tools: dict[str, str], of: Publisher) -> dict[str, Any]:
    """Everything that the run found, on the day `on`, with these versions of tools, of whose publication."""
    looks = [check.found["axe"] | {"outcome": check.outcome} for check in checks if "axe" in check.found]
    passes = Counter(rule for look in looks for rule in look["passes"])
    violations = Counter(one["rule"] for look in looks for one in look["violations"])
    undecided = Counter(one["rule"] for look in looks for one in look["undecided"])
    groups: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for check in checks:
        groups[check.group][check.sentence][check.outcome] += 1
    tables = {name: rows for check in checks for name, rows in check.found.items() if name != "axe"}
    return {
        "publication": {"name": of.name, "digest": of.digest},
        "tested_on": on,
        "tools": tools,
        "axe": {
            "kinds": list(dict.fromkeys(look["kind"] for look in looks)),
            "states": list(dict.fromkeys(look["state"] for look in looks)),
            "violations": {
                kind: {look["state"]: len(look["violations"]) for look in looks if look["kind"] == kind}
                for kind in dict.fromkeys(look["kind"] for look in looks)
            },
            "rules": [
                {
                    "rule": rule,
                    "passed": passes[rule],
                    "violations": violations[rule],
                    "undecided": undecided[rule],
                }
                for rule in sorted(passes | violations | undecided)
            ],
        },
        "checks": [
            {"group": group, "sentence": sentence, **{key: outcomes[key] for key in OUTCOMES}}
            for group, sentences in groups.items()
            for sentence, outcomes in sentences.items()
        ],
        "tables": tables,
        "failures": [
            {key: value for key, value in asdict(check).items() if key != "found"}
            for check in checks
            if check.outcome == "failed"
        ],
        "skipped": [
            f"{f'{check.sentence} {check.case}'.strip()}: {check.detail}"
            for check in checks
            if check.outcome == "skipped"
        ],
    }


OUTCOMES = ("passed", "failed", "skipped")


def summary_of(report: dict[str, Any]) -> dict[str, Any]:
    """What the accessibility statement tells of the run (`content/accessibility.json`)."""
    axe = report["axe"]
    return {
        "publication": report["publication"],
        "tested_on": report["tested_on"],
        "tools": report["tools"],
        "kinds": len(axe["kinds"]),
        "states": len(axe["states"]),
        "looks": sum(len(states) for states in axe["violations"].values()),
        "rules": len(axe["rules"]),
        "violations": sum(rule["violations"] for rule in axe["rules"]),
        "checks": {key: sum(check[key] for check in report["checks"]) for key in OUTCOMES},
        "failures": sorted(
            {f"{one['sentence']} ({one['case'] or one['group']})" for one in report["failures"]}
        ),
    }


def write_report(folder: Path, report: dict[str, Any]) -> None:
    """`report.html`, `report.json` and `summary.json` in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    page = environment.from_string(TEMPLATE.read_text("utf-8")).render(
        report=report, summary=summary_of(report)
    )
    (folder / "report.html").write_text(page, "utf-8")
    for name, content in (("report", report), ("summary", summary_of(report))):
        text = json.dumps(content, ensure_ascii=False, indent=2)
        (folder / f"{name}.json").write_text(f"{text}\n", "utf-8")
