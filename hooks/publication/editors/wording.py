"""What the check says, as patterns for forms and editors' tools.

No message is written here: each is asked of the check itself, with a record in which one thing is wrong, so
that a form says what `make check` says. In a message `{value}`, `{length}`, `{near}`, `{known}` and
`{line}` stand for what is known only when it is told.
"""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from publication.audits.audit import SECTIONS, Audit, AuditFields, policy, read_body
from publication.audits.fields import MAX_LINE, SLUG, name_problem, problems_of
from publication.audits.problem import MAX_WORDS, did_you_mean
from publication.audits.source.frontmatter import Document, Place

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEAR = "(199[0-9]|20[0-9]{2})"
_LEAP_YEAR = "([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)"
_MONTH_AND_DAY = (
    "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))"
)
_DAY = f"^(?!0000)([0-9]{{4}}-{_MONTH_AND_DAY}|{_LEAP_YEAR}-02-29)$"
_PART = r"[0-9]{4}[\-\/][0-9]{2}"
_SLUG = f"^{SLUG.pattern}$"

_Rules = tuple[tuple[str, str], ...]
_WORDS: _Rules = ((r"^[^<>]*(>[\s\S]*)?$", "<"), ("^[^<>]*$", ">"))
_ONE_LINE: _Rules = ((r"^[^\n\t]*$", "a\tb"), (rf"^[\s\S]{{0,{MAX_LINE}}}$", "a" * (MAX_LINE + 1)))
_MONTH: _Rules = ((f"^{_YEAR}-", "1066-01"), (f"^{_YEAR}-(0[1-9]|1[0-2])$", "2019-13"))
RULES: Mapping[str, _Rules] = {
    "text": _WORDS,
    "line": (*_WORDS, *_ONE_LINE),
    "slug": (*_WORDS, *_ONE_LINE, (_SLUG, "A")),
    "whole-number": (*_ONE_LINE, ("^(0|[1-9][0-9]{0,5})$", "nine")),
    "date": (*_ONE_LINE, ("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "September"), (_DAY, "2019-02-30")),
    "month": (*_ONE_LINE, ("^[0-9]{4}-[0-9]{2}$", "September"), *_MONTH),
    "period": (*_ONE_LINE, (f"^{_PART}( to {_PART})?$", "September")),
}
"""The rules of each format of a value, in the order of the check: the pattern of what is right, for Python
and JavaScript, and a value that is wrong in this way only."""

_RIGHT = {
    "title": "a",
    "series": "a",
    "status": "published",
    "topics": ["a"],
    "sample": {},
    "actions": [{"what": "a"}],
    "disclosure_check": {"by": "a", "on": "2019-09-01"},
    "withdrawn": {"on": "2019-09-01", "why": "a"},
    "allow": [{"words": "a", "by": "a", "why": "a"}],
}
"""A record with nothing wrong in any one field, in which one thing at a time is made wrong."""


def of_value(place: Place, form: str) -> dict[str, Any]:
    """The messages of a value of this format: of each rule, and of what a period's two ends must be."""

    def said(value: str) -> str:
        message = _told(place, value)
        return message if value in "<>" else message.replace(f"'{value}'", "'{value}'")

    messages: dict[str, Any] = {
        "wrong": [[rule, said(value).replace(str(MAX_LINE + 1), "{length}")] for rule, value in RULES[form]]
    }
    if form == "date":
        asked = said("13/09/2019").partition(". ")[2]
        messages["asked"] = asked.replace("13 September 2019", "{day}").replace("2019-09-13", "{date}")
    if form == "period":
        messages |= {
            "month": [[rule, said(value)] for rule, value in _MONTH],
            "year": [[f"^{_YEAR}/", said("1066/67")]],
            "not_next": said("2018/20").replace("2018/19", "{near}"),
            "mixed": said("2018-10 to 2018/19"),
            "reversed": said("2018/19 to 2017/18"),
        }
    return messages


def of_list(place: Place) -> dict[str, str]:
    """What is said of a list of words in which one is there twice, if that is wrong."""
    said = _told(place, ["a", "a"]).replace("'a'", "'{value}'")
    return {"repeated": said} if said else {}


def of_missing(place: Place) -> str:
    """What is said where there is nothing at `place`, though there must be."""
    return _told(place, None)


def of_record() -> dict[str, Any]:
    """What is said of fields together, of the file's name, and of the words below the front matter."""
    [name] = name_problem(Path("A.md"), "")
    return {
        "file_name": [[_SLUG, name.message]],
        "without_period": {status: _disagreed(status=status) for status in _DATED},
        "with_learning": {status: _disagreed(status=status) for status in _TO_COME},
        "without_withdrawal": _disagreed(status="withdrawn", period="2018/19", withdrawn=None),
        "text_without_poster": _disagreed(status="draft", poster_text="a"),
        "body": {
            "no_summary": _of_body(""),
            "heading_one": _of_body("a\n# a"),
            "heading_deep": _of_body("a\n##### a"),
            "underlined": _of_body("a\n---"),
            "unknown": _of_body("a\n## Zzz\na").partition(" Use one of")[0].replace("Zzz", "{value}"),
            "twice": _twice(),
            "empty": _of_body(f"a\n## {_SECTION}").replace(_SECTION, "{value}"),
        },
        "near": did_you_mean("neglct", ["neglect"]).replace("neglect", "{near}"),
        "known": did_you_mean("?", ["neglect"]).replace("neglect", "{known}"),
        "known_at_most": MAX_WORDS,
    }


_DATED = ("published", "withdrawn")
_TO_COME = ("planned", "coming-soon")
_SECTION = SECTIONS["worked-well"]


def _twice() -> str:
    said = _of_body(f"a\n## {_SECTION}\na\n## {_SECTION}\na")
    return said.replace(_SECTION, "{value}").replace("line 2", "line {line}")


def _told(place: Place, value: Any) -> str:
    """What the check says of a record in which only `value` at `place` can be wrong; None is no value."""
    record: Any = deepcopy(_RIGHT)
    around = record
    for part in place[:-1]:
        around = around.setdefault(part, [""]) if isinstance(around, dict) else around[part]
    if value is None:
        del around[place[-1]]
    else:
        around[place[-1]] = value
    try:
        AuditFields.model_validate(record)
    except ValidationError as error:
        return problems_of(error, AuditFields, Document(""))[0].message
    return ""


def _disagreed(**fields: Any) -> str:
    """What is said of fields that do not agree."""
    values = AuditFields.model_validate({**_RIGHT, "withdrawn": None, **fields})
    learning = {"worked-well": "a"}
    audit = Audit.model_construct(**dict(values), slug="a", file="", summary="a", sections=learning, lines={})
    return next(iter(policy(audit))).message


def _of_body(body: str) -> str:
    """What is said last of these words below the front matter."""
    _, _, problems = read_body(Document("", body=body))
    return problems[-1].message
