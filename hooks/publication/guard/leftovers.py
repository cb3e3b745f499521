"""What was left over from writing: placeholders, words of the template, notes between colleagues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

PLACEHOLDER = re.compile(
    r"\b(?:X{3,}|TODO|TBC|TBD|FIXME|[Ll]orem ipsum|[xX]{2}[/.-][xX]{2}[/.-](?:[xX]{2}){1,2})\b|\?{3,}|_{4,}"
)
HINTS = ("XX", "xx", "TODO", "TBC", "TBD", "FIXME", "orem ipsum", "???", "____")
"""Without one of these there is no such placeholder."""

TO_FILL_IN = re.compile(r"[\[<(](?:insert|add|enter|type|name of|date of|your)\b[^\]>)\n]*[\]>)](?!\()")
NOTE = re.compile(
    r"\[(?<!: \[)(?:(?-i:[A-Z]{2,3}\d{1,3}|"
    r"[A-Z]{2,3}(?::|:? -) ?[^\]\n]*)|(?:check|note|nb|comment|query|"
    r"question|is this|are these|can we|could we|do we|please|need|needs|reword|delete|remove|move|source|"
    r"who|which|wording|draft|ask|see)\b[^\]\n]*|\?+)\](?![(\[:])"
    r"|\((?:(?-i:[A-Z]{2,3}) to [a-z][^)\n]*|(?:check|query|reword|delete|remove|nb|note to|please check|"
    r"to be confirmed by|to check)\b[^)\n]*|\?+)\)",
    re.IGNORECASE,
)
"""In square brackets that make no link, or in round ones that begin as such notes do."""

TEMPLATE = (
    "Title of the audit",
    "One or two sentences that say what the audit was about",
    "One or two sentences that say what the audit will be about",
    "Which cases and records.",
    "What it will look at.",
    "First point",
    "First question",
)
"""What the guide and the snippets have where an editor is to write: a test holds these to them."""

FROM_TEMPLATE = re.compile(rf"(?:^|: |- |\d\. )(?:{'|'.join(map(re.escape, TEMPLATE))})\.?$", re.MULTILINE)
EXAMPLE = re.compile(
    r"(?:^|(?<=: )|(?<=- )|(?<=\. ))[\"']?Example(?:(?=:)| (?!of|from|s\b)(?=[a-z]+))", re.MULTILINE
)
"""As in the record that shows a whole record; `Example of` begins a sentence of one's own."""

SAID = {
    PLACEHOLDER: "this looks like a placeholder. Write what belongs here, or delete it.",
    TO_FILL_IN: "this looks like a placeholder. Write what belongs here, or delete it.",
    NOTE: "this looks like a note between colleagues. Do what it says, and delete it.",
    FROM_TEMPLATE: "this is text of the template. Write your own, or delete it.",
    EXAMPLE: "this looks like text of the example. Write your own, or delete it.",
}


def leftovers(passage: Passage) -> Iterator[Problem]:
    """A warning for each, in all texts but names of files and drafts."""
    if passage.kind in ("name", "list"):
        return
    text = passage.plain
    hints = {PLACEHOLDER: HINTS, FROM_TEMPLATE: TEMPLATE, EXAMPLE: ("Example",)}
    for rule, said in SAID.items():
        if not any(hint in text for hint in hints.get(rule, ("",))):
            continue
        for match in rule.finditer(text):
            line, column = passage.place(match.start())
            where = f"{passage.within}: " if passage.within else ""
            yield Problem(passage.file, line, f"{where}{said}", is_warning=True, column=column)
