"""One answer of an editor, typed or pasted, judged by the model that judges records."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from publication.audits.findings import name_problem, problems_of
from publication.audits.record import AuditFields
from publication.audits.source.frontmatter import Document
from publication.audits.source.text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Collection

    from publication.audits.period import Period

MAX_SLUG = 60
"""Characters of a proposed slug: the longest that an e-mail shows on one line behind the site's address."""

_SPELT = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "ł": "l", "đ": "d", "ı": "i"}
    | {"&": " and ", "/": " ", "\N{EN DASH}": " ", "\N{EM DASH}": " "}
)
"""Small letters that do not come apart into a letter and its accent, and signs that are not just left out."""


def line(typed: str) -> str:
    """The words on one line: tabs, line ends and fixed spaces become spaces, invisible signs go."""
    return " ".join(CONTROL.sub("", " ".join(typed.split())).split())


def text(typed: str) -> str:
    """The words with their line ends kept, each line tidied like `line`."""
    return "\n".join(map(line, typed.splitlines())).strip()


def problem_of(key: str, value: Any, context: dict[str, Any]) -> str | None:
    """What is wrong with this value of a record's field, in the words that the check has for it."""
    others = frozenset((name,) for name in AuditFields.model_fields if name != key)
    try:
        AuditFields.model_validate({key: value}, context=context)
    except ValidationError as error:
        found = problems_of(error, AuditFields, Document("", {key: value}, spoilt=others))
        return found[0].message if found else None
    return None


def slug_problem(slug: str) -> str | None:
    """What is wrong with the name of a record, in the words that the check has for it."""
    found = name_problem(Path(f"{slug}.md"), "")
    return found[0].message if found else None


def proposed_slug(title: str, period: Period | None, taken: Collection[str]) -> str:
    """A name for the record that is not taken, from its title; "" where the title has no Latin letter.

    Where the title's own is taken, the period tells the two audits apart, and at last a number.
    """
    plain = unicodedata.normalize("NFKD", title.lower().translate(_SPELT))
    words: list[str] = re.findall("[a-z0-9]+", re.sub(r"[^\x00-\x7f]|'", "", plain))
    while len("-".join(words)) > MAX_SLUG and len(words) > 1:
        words.pop()
    slug = "-".join(words)[:MAX_SLUG]
    if not slug:
        return ""
    when = re.sub("[^0-9]+", "-", period.written) if period else ""
    proposals = [slug, *([f"{slug}-{when}"] if when else ())]
    return next((one for one in proposals if one not in taken), "") or _numbered(slug, taken)


def _numbered(slug: str, taken: Collection[str]) -> str:
    number = 2
    while f"{slug}-{number}" in taken:
        number += 1
    return f"{slug}-{number}"
