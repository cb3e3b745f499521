"""One audit: its front matter as a validated model, and its learning in five known sections."""

from __future__ import annotations

import re
from dataclasses import dataclass
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import ConfigDict, Field, ValidationError

from publication.audits.fields import (
    AllDifferent,
    Date,
    Fields,
    Line,
    MonthField,
    PeriodField,
    Slug,
    Text,
    WholeNumber,
    listed,
    name_problem,
    one_of,
    problems_of,
)
from publication.audits.plausible import dates
from publication.audits.problem import KnowsItsLines, Problem, did_you_mean
from publication.audits.source.frontmatter import Document, read_document

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

FOLDER = "content/audits"

SECTIONS = {
    "looked-at": "What we looked at",
    "worked-well": "What worked well",
    "worried-about": "What we are worried about",
    "needs-to-happen": "What needs to happen",
    "discussion": "Discussion points",
}
"""Key to heading, in reading order: the field's usual order of a briefing."""

STATUSES = ("draft", "planned", "coming-soon", "published", "withdrawn")
ACTION_STATUSES = ("to-do", "in-progress", "done")
Status = Literal["draft", "planned", "coming-soon", "published", "withdrawn"]


class Record(Fields):
    """Groups of a record: the sentences below a field are its name and its hint, for forms and editors."""

    model_config = ConfigDict(use_attribute_docstrings=True)


class Sample(Record):
    """The cases that an audit looked at."""

    cases: WholeNumber | None = None
    """Cases. How many, in digits: 9"""
    plans: Annotated[tuple[Annotated[Line, listed("plans", "a kind of plan")], ...], AllDifferent] = ()
    """Kinds of plan."""
    ages: Line | None = None
    """Ages. From the youngest to the oldest: 0 to 17"""


class Action(Record):
    """What was to be done, by which role (never a name), by when, where it stands, what changed."""

    what: Text
    """What was agreed."""
    owner: Line | None = None
    """Who does it. A role, never a name."""
    due: MonthField | None = None
    """Due. Year and month: 2020-06"""
    status: Annotated[Line, one_of("a status of an action", *ACTION_STATUSES)] = "to-do"
    """Where it stands."""
    impact: Text | None = None
    """What changed for children."""


class DisclosureCheck(Record):
    """Who checked, by role, that no child can be identified, and on which day."""

    by: Line
    """Who checked. A role, never a name."""
    on: Date
    """When. Year, month and day: 2019-08-20"""


class Withdrawal(Record):
    """Since when, and why, an audit's learning is no longer published."""

    on: Date
    """Since when. Year, month and day: 2026-01-15"""
    why: Text
    """Why. Readers see this in the place of the learning."""


class Waiver(Record):
    """Words that the check for personal data would stop, and why they may stand."""

    words: Line
    """Words. As they stand in the text: Clare's Law"""
    by: Line
    """Who allowed them. A role, never a name."""
    why: Line
    """Why. What they mean, if not a child or a family."""


class AuditFields(Record):
    """The front matter of a record. What follows from the path, the slug, is not stated again."""

    title: Line
    """Title. The audit's name, as readers see it."""
    series: Annotated[Line, listed("series", "a series")]
    """Series. The run of audits that it belongs to."""
    status: Annotated[Line, one_of("a status", *STATUSES)]
    """Status. Where the audit stands."""
    period: PeriodField | None = None
    """When it took place. A month (2018-10), a financial year (2018/19), or a range (2017/18 to 2018/19)."""
    topics: Annotated[
        tuple[Annotated[Line, listed("topics", "a topic")], ...], Field(min_length=1), AllDifferent
    ]
    """Topics. Readers find the audit by them: choose at least one."""
    agencies: Annotated[tuple[Annotated[Line, listed("agencies", "an agency")], ...], AllDifferent] = ()
    """Agencies. Those that took part."""
    published: Date | None = None
    """Day of publication. Year, month and day: 2019-09-01. Leave it out for what was published before this
    site. A day to come is an embargo: nothing is published before it."""
    expected: MonthField | None = None
    """Expected. The month in which its learning is expected: 2020-03"""
    scope: Text | None = None
    """Scope. One or two sentences on what the audit looks at."""
    questions: tuple[Text, ...] = ()
    """Questions. What the audit will ask, while it is coming soon."""
    poster: Line | None = None
    """Poster. The name of a file in the folder posters: neglect.pdf. Without it, a poster is composed from
    the record."""
    poster_text: Text | None = None
    """Words of the poster. Only for a poster whose words a computer cannot read out, such as a photograph."""
    sample: Sample | None = None
    """Sample. The cases that the audit looked at."""
    actions: tuple[Action, ...] = ()
    """Actions. What was agreed, who does it, and where it stands."""
    re_audit_of: Slug | None = None
    """Repeats. The file name, without .md, of an earlier audit that this one repeats."""
    superseded_by: Slug | None = None
    """Replaced by. The file name, without .md, of a later audit that replaces this one."""
    former_slugs: Annotated[tuple[Slug, ...], AllDifferent] = ()
    """Former names. The names that this record's file had before, without .md, oldest first. The page at each
    old address leads to the present one."""
    review: MonthField | None = None
    """Review. The month in which this learning is to be looked at again: 2027-09"""
    disclosure_check: DisclosureCheck | None = None
    """Check for children. Who checked that no child can be identified."""
    withdrawn: Withdrawal | None = None
    """Withdrawal. Since when and why the learning is no longer published."""
    allow: tuple[Waiver, ...] = ()
    """Allowed words. Words that the check takes for personal data and that are none, each with who allowed it
    and why."""


class Audit(AuditFields, KnowsItsLines):
    """An audit with its address and its words. All Markdown in it is as the editor typed it."""

    slug: Slug
    file: str
    summary: str
    sections: dict[str, str]
    """The sections that the record has, by key and in reading order."""
    lines: dict[str, int]
    """The line of each key of the front matter, for problems that only show between records."""

    @property
    def is_published(self) -> bool:
        """Its learning is for readers."""
        return self.status == "published"

    def is_visible(self, today: dt.date) -> bool:
        """It may be named on the public site: no draft, and no embargo still running."""
        return self.status != "draft" and (self.published is None or self.published <= today)


@dataclass(frozen=True)
class Unfinished(KnowsItsLines):
    """A record with facts to mend, as far as its poster can be checked all the same."""

    slug: str
    file: str
    lines: dict[str, int]
    poster: str | None
    poster_text: str | None


def read_audit(
    path: Path, file: str, context: dict[str, Any]
) -> tuple[Audit | Unfinished | None, list[Problem]]:
    """One record, if its facts can be read, and everything that is wrong with it."""
    document = read_document(path, file)
    problems = list(document.problems)
    if () in document.spoilt:
        return None, problems
    problems += name_problem(path, file)
    summary, sections, found = read_body(document)
    problems += found
    try:
        fields = read_fields(document.fields, context)
    except ValidationError as error:
        found = problems_of(error, AuditFields, document)
        return _unfinished(path.stem, document, error), problems + found
    audit = Audit.model_construct(
        **dict(fields),
        slug=path.stem,
        file=file,
        summary=summary,
        sections=sections,
        lines=document.key_lines,
    )
    problems += policy(audit)
    problems += dates(audit)
    return audit, problems


def read_fields(values: dict[str, Any], context: dict[str, Any]) -> AuditFields:
    """The facts of a record. Without a series in the publication, a record names none: its series is "".

    Raises ValidationError.
    """
    if context.get("series", True) or "series" in values:
        return AuditFields.model_validate(values, context=context)
    fields = AuditFields.model_validate({**values, "series": "none"}, context={**context, "series": None})
    return fields.model_copy(update={"series": ""})


def _unfinished(slug: str, document: Document, error: ValidationError) -> Unfinished:
    """What is said of the poster, unless that is what is wrong."""
    wrong = {finding["loc"][0] for finding in error.errors(include_url=False)}
    said = {key: document.fields.get(key) for key in ("poster", "poster_text") if key not in wrong}
    known = {key: str(value) if value else None for key, value in said.items()}
    return Unfinished(
        slug, document.file, document.key_lines, known.get("poster"), known.get("poster_text", "unknown")
    )


def policy(audit: Audit) -> Iterator[Problem]:
    """What fields must say together: one rule a line."""
    if audit.status in ("published", "withdrawn") and audit.period is None:
        yield audit.problem("status", f"'period' is missing: a {audit.status} audit says when it took place.")
    if audit.status in ("planned", "coming-soon"):
        waiting = "Publish it (status: published) or keep it back (status: draft)."
        if audit.sections:
            yield audit.problem("status", f"an audit that is {audit.status} has learning in it. {waiting}")
        if audit.actions:
            yield audit.problem("actions", f"an audit that is {audit.status} has actions. {waiting}")
        if audit.poster:
            yield audit.problem("poster", f"an audit that is {audit.status} has a poster. {waiting}")
    if audit.status == "withdrawn" and audit.withdrawn is None:
        how = "withdrawn: {on: 2026-01-15, why: The guidance has changed.}"
        yield audit.problem("status", f"'withdrawn' is missing: say since when and why. Write: {how}")
    if audit.status != "withdrawn" and audit.withdrawn is not None:
        yield audit.problem(
            "withdrawn", f"the status is {audit.status}. Write status: withdrawn, or remove this."
        )
    if audit.poster_text and not audit.poster:
        yield audit.problem("poster_text", "there is no 'poster' that this could be the text of. Remove it.")


HEADING = re.compile(r" {0,3}(#{1,6})(.*)")
"""As Python-Markdown sees headings: also without a space behind the #."""

UNDERLINE = re.compile(r"(=+|-+)\s*")


def read_body(document: Document) -> tuple[str, dict[str, str], list[Problem]]:
    """The opening summary, the sections by key, and what is wrong with their headings."""
    problems: list[Problem] = []
    keys = {heading.lower(): key for key, heading in SECTIONS.items()}
    texts: dict[str, list[str]] = {"": []}
    starts: dict[str, int] = {}
    key, above = "", ""
    for line, text in enumerate(document.body.split("\n"), start=document.body_line):
        heading = HEADING.fullmatch(text)
        if heading and len(heading[1]) == 1:
            said = "a heading of one # is the page's title, which it has already. Remove it, or write ###"
            problems.append(Problem(document.file, line, said, column=1))
        elif heading and len(heading[1]) > 4:
            said = "a heading has at most four #. Write ### or ####"
            problems.append(Problem(document.file, line, said, column=1))
        elif heading and len(heading[1]) == 2:
            words = heading[2].strip().rstrip("#").rstrip()
            key = keys.get(words.lower(), "?")
            if key == "?":
                said = f"'{shorten(words, 60)}' is not a section.{did_you_mean(words, SECTIONS.values())}"
                problems.append(Problem(document.file, line, said, column=1))
            elif key in texts:
                said = f"'{words}' is here twice, first on line {starts[key]}. Keep one."
                problems.append(Problem(document.file, line, said, column=1))
            starts.setdefault(key, line)
            texts.setdefault(key, [])
        elif above.strip() and UNDERLINE.fullmatch(text):
            said = "this row makes the line above it a heading. Remove the row, or write: ## What worked well"
            problems.append(Problem(document.file, line, said, column=1))
        else:
            texts[key].append(text)
        above = "" if heading else text
    found = {key: "\n".join(lines).strip() for key, lines in texts.items()}
    if not found[""]:
        said = "has no opening summary. Write one or two sentences below the second row of ---"
        problems.append(Problem(document.file, document.body_line, said, column=1))
    for key, line in starts.items():
        if not found[key] and key != "?":
            said = f"'{SECTIONS[key]}' has nothing below it. Write it, or remove the heading."
            problems.append(Problem(document.file, line, said, column=1))
    return found[""], {key: found[key] for key in SECTIONS if key in found}, problems
