"""People told by their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.contexts import (
    A_PERSON,
    AGE_AFTER,
    AGE_BEFORE,
    BESIDE,
    CALLED,
    HONORIFIC,
    OBJECT_OF,
    PERSON_AFTER,
    PUBLIC_TITLE,
    RELATION_AFTER,
    SPEAKS,
)
from publication.guard.finding import Finding
from publication.guard.words import are_of_the_field, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

CAPITAL = re.compile(
    r"[A-Z\u00c0-\u00de](?<![\w'@/.-].)[a-z\u00df-\u017f]+(?:[-'][A-Z]?[a-z\u00df-\u017f]+)*"
)
WORD = r"[A-Z\u00c0-\u00de][a-z\u00df-\u017f]+(?:-[A-Z][a-z]+)?|O'[A-Z][a-z]+|M[ac]c?[A-Z][a-z]+"
RUN = re.compile(rf"(?:{WORD})(?:(?: (?:de|van|von|al|el|bin|ap) | )(?:{WORD})){{1,3}}(?!\w)")
"""Words with capitals behind each other, as in a whole name."""

TITLES = frozenset(re.findall("[A-Z][A-Za-z]+", HONORIFIC.pattern.partition(")\\.")[0]))

SAID_NAME = (
    "this looks like a person's name. Write who it is in general words: a teenager, her brother, the "
    "social worker."
)


def names(passage: Passage) -> Iterator[Finding]:
    """All names of people, one finding a name."""
    text, lower = passage.plain, passage.lower
    done = 0
    for match in CAPITAL.finditer(text):
        base = match[0].removesuffix("'s")
        if match.start() < done or (base in words("field_words") and not _is_listed(base)):
            continue
        run = RUN.match(text, match.start())
        end = run.end() if run else match.end()
        if _is_name(text, lower, match, run):
            done = end = _end_of_name(text, match, end)
            yield Finding(match.start(), end, SAID_NAME, is_warning=True)
        elif run and _names_a_body(run[0]):
            done = end
    for match in HONORIFIC.finditer(text) if passage.words & TITLES else ():
        if not are_of_the_field(match["name"].split()[0]) and not _names_a_body(
            match["name"] + _next_word(text, match.end())
        ):
            yield Finding(match.start(), match.end(), SAID_NAME, is_warning=True)


def _is_listed(word: str) -> bool:
    return word in words("first_names") or word in words("ambiguous_names")


def _is_name(text: str, lower: str, match: re.Match[str], run: re.Match[str] | None) -> bool:
    word = match[0]
    base = word.removesuffix("'s")
    first = base.split("-")[0]
    is_sure = base in words("first_names") or (first in words("first_names") and first != base)
    is_perhaps = base in words("ambiguous_names")
    before = lower[max(0, match.start() - 45) : match.start()]
    if not is_sure and not is_perhaps:
        return _is_unknown_name(text, match, before)
    if PUBLIC_TITLE.search(before) or (run and _names_a_body(run[0] + _next_word(text, run.end()))):
        return False
    if not run and _names_a_body(base + _next_word(text, match.end())):
        return False
    if re.match(r"(?: and [A-Z]\w+| et al\.?)?,? \(?(?:19|20)\d\d", text[match.end() : match.end() + 30]):
        return False  # a book or an article, told by its author and year
    return is_sure or _is_meant(text, match, run, before)


def _is_meant(text: str, match: re.Match[str], run: re.Match[str] | None, before: str) -> bool:
    """Whether the words around say that what may be a name is one."""
    after = _following(text, match)
    if BESIDE.search(before) or CALLED.search(before) or AGE_BEFORE.search(before):
        return not are_of_the_field(match[0]) or not text[match.start() - 2 : match.start()].isspace()
    if RELATION_AFTER.match(after) or AGE_AFTER.match(after) or SPEAKS.match(after):
        return not (
            match[0] in ("Will", "May", "Summer", "Autumn", "April", "August", "June")
            and after[:6] == "'s hom"
        )
    if run and not are_of_the_field(run[0].split(" ", 1)[1]):
        return bool(
            OBJECT_OF.search(before)
            or re.match(r" (?:is|was|has|had|will|did|said|wrote)\b", text[run.end() :])
        )
    return False


def _is_unknown_name(text: str, match: re.Match[str], before: str) -> bool:
    """A word that no list has is a name where it stands for a person, and is none of the field's."""
    word = match[0].removesuffix("'s")
    if len(word) < 3 or are_of_the_field(word) or _names_a_body(word + _next_word(text, match.end())):
        return False
    beside = BESIDE.search(before)
    if beside and beside[0].rstrip(" \"'")[-1].isalpha() and beside[0][-1] in " \"'":
        return text[match.start() - len(beside[0])].islower()  # `Child Sexual` is a title
    if CALLED.search(before) and A_PERSON.search(before):
        return True
    return bool(AGE_BEFORE.search(before) or PERSON_AFTER.match(_following(text, match)))


def _following(text: str, match: re.Match[str]) -> str:
    """What stands behind a word, with the `'s` that belongs to it."""
    own = "'s" if match[0].endswith("'s") else ""
    return own + text[match.end() : match.end() + 60]


def _end_of_name(text: str, match: re.Match[str], end: int) -> int:
    """Behind the surname, if there is one; words of the field that follow are none."""
    if match[0].endswith("'s"):
        return match.end() - 2
    last = match.end()
    for word in re.finditer(rf" (?:{WORD})(?!\w)", text[match.end() : end]):
        if are_of_the_field(word[0].strip()):
            break
        last = match.end() + word.end()
    return last


def _next_word(text: str, end: int) -> str:
    following = re.match(r"(?:'s)? [A-Za-z]+", text[end : end + 30])
    return following[0] if following else ""


def _names_a_body(run: str) -> bool:
    """`Marie Collins Foundation`, `Jay Report`: the last words say that it is no person."""
    parts = re.split(r"[ ]", run)
    return any(part in words("institutions") for part in parts[1:])
