"""People named where a record wants a role: who does an action, who checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding
from publication.guard.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

FACT = re.compile(
    r"^[ ]*(?:- )?(?:owner|by):[ ]*[\"']?(?P<value>[^\"'\n{}]+?)[\"']?[ ]*(?:$|(?= #))"
    r"|[{,] ?(?:owner|by): ?[\"']?(?P<inner>[^,}\n\"']+)",
    re.MULTILINE,
)
NAME = re.compile(
    r"[A-Z\u00c0-\u00de][a-z\u00df-\u017f]+(?:[-'][A-Z]?[a-z\u00df-\u017f]+)*|O'[A-Z][a-z]+|Ma?c[A-Z][a-z]+"
)
SAID = "this looks like a person's name. Write a role: Head of Safeguarding."


def owners(passage: Passage) -> Iterator[Finding]:
    """All names of people in `owner` and `by`."""
    if passage.kind != "record":
        return
    for match in FACT.finditer(passage.plain, 0, max(passage.plain.find("\n---", 3), 0) + 1):
        group = "value" if match["value"] else "inner"
        if is_person(match[group]):
            yield Finding(match.start(group), match.end(group), SAID, is_warning=True)


def is_person(value: str) -> bool:
    """Whether one who does something is told by name: no word of it names a role or a body."""
    told = [word.strip(".,()'\"") for word in value.split()]
    if not told:
        return False
    if told[0] in ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Rev") or told[0] in words("first_names"):
        return True
    before_comma = [word.strip(".,()") for word in value.partition(",")[0].split()]
    if any(word.lower() in words("role_words") for word in before_comma) or len(before_comma) not in (2, 3):
        return False
    first, *others = before_comma
    return bool(NAME.fullmatch(first) or re.fullmatch(r"[A-Z]", first)) and all(map(NAME.fullmatch, others))
