"""axe-core, asked for everything it knows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PACKAGE = Path(__file__).parents[1] / "node_modules/axe-core"
SCRIPT = (PACKAGE / "axe.min.js").read_text("utf-8")
VERSION = json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"]

RUN = """async () => {
  const rules = Object.fromEntries(axe.getRules().map(rule => [rule.ruleId, { enabled: true }]))
  const options = { rules, resultTypes: ["violations", "incomplete"], selectors: false }
  const { passes, violations, incomplete } = await axe.run(document, options)
  const ids = results => results.map(result => result.id)
  const nodes = results => results.flatMap(result => result.nodes.map(node => ({
    rule: result.id, help: result.help, element: node.html.slice(0, 200), why: node.failureSummary ?? "",
  })))
  return { passes: ids(passes), violations: nodes(violations), undecided: nodes(incomplete) }
}"""
"""Every rule, also those that axe leaves off unless asked: AAA contrast among them."""


@dataclass(frozen=True)
class Findings:
    """What axe found on a page in one state. An entry names its rule, the element and why."""

    passes: list[str]
    violations: list[dict[str, str]]
    undecided: list[dict[str, str]]
    """What axe leaves to people, such as text on a picture."""


def look_at(page: Page) -> Findings:
    """Run axe on the page as it is now."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SCRIPT)
    return Findings(**page.evaluate(RUN))
