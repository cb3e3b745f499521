"""One audit: a record that was read, with its address and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from publication.audits.fields import Slug
from publication.audits.findings import name_problem, problems_of
from publication.audits.plausible import dates
from publication.audits.policy import policy
from publication.audits.poster_points import chosen_points
from publication.audits.problem import KnowsItsLines, Problem
from publication.audits.public_fields import PublicFields
from publication.audits.record import AuditFields
from publication.audits.sections import read_body
from publication.audits.source.frontmatter import Document, read_document

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

FOLDER = "content/audits"


class Readable(PublicFields, KnowsItsLines):
    """What readers may see of an audit, with its address and its words. All Markdown is as it was typed."""

    slug: Slug
    file: str
    summary: str
    sections: dict[str, str]
    """The sections that the record has, by key and in reading order."""
    lines: dict[str, int]
    """The line of each key of the front matter, for problems that only show later."""

    @property
    def is_published(self) -> bool:
        """Its learning is for readers."""
        return self.status == "published"


class Audit(AuditFields, Readable):
    """An audit as its record has it."""

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
    problems += chosen_points(audit)
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
