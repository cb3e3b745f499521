"""axe-core in a page that a browser has open."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from publication.checks.tools import NODE_MODULES, ToolError

if TYPE_CHECKING:
    from playwright.sync_api import Page

PACKAGE = NODE_MODULES / "axe-core"

CONTRAST = ("color-contrast", "color-contrast-enhanced")
"""The rules that cost most: two thirds of a look."""

RUN = """async left => {
  const isAsked = rule => ![rule.ruleId, ...rule.tags].some(name => left.includes(name))
  const asked = axe.getRules().map(rule => [rule.ruleId, { enabled: isAsked(rule) }])
  const options = {
    rules: Object.fromEntries(asked), resultTypes: ["violations", "incomplete"], selectors: false,
  }
  const { passes, violations, incomplete } = await axe.run(document, options)
  const ids = results => results.map(result => result.id)
  const nodes = results => results.flatMap(result => result.nodes.map(node => ({
    rule: result.id, help: result.help, element: node.html.slice(0, 200), why: node.failureSummary ?? "",
  })))
  return { passes: ids(passes), violations: nodes(violations), undecided: nodes(incomplete) }
}"""
"""Every rule, also what axe leaves off unless asked, as AAA contrast; but none of these rules or tags."""


@dataclass(frozen=True)
class Findings:
    """What axe found on a page in one state. An entry names its rule, the element and why."""

    passes: list[str]
    violations: list[dict[str, str]]
    undecided: list[dict[str, str]]
    """What axe leaves to people, such as text on a picture."""


def look_at(page: Page, *, left_out: tuple[str, ...] = ()) -> Findings:
    """Run axe on the page as it is now, without the rules that have one of these names or tags."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(script())
    return Findings(**page.evaluate(RUN, list(left_out)))


@cache
def script() -> str:
    """The whole of axe; a ToolError where it is not installed."""
    try:
        return (PACKAGE / "axe.min.js").read_text("utf-8")
    except FileNotFoundError:
        raise ToolError("axe is not installed (npm ci --prefix tests)") from None


def version() -> str:
    """The version that is installed."""
    return str(json.loads((PACKAGE / "package.json").read_text("utf-8"))["version"])
