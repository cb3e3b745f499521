"""What the fields of one record must say together: it follows from what is declared of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.about import declared
from publication.audits.parts import BODY, LEARNING
from publication.audits.record import AuditFields

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publication.audits.about import Declared
    from publication.audits.audit import Audit
    from publication.audits.problem import Problem


def policy(audit: Audit) -> Iterator[Problem]:
    """Fields that the status asks for or rules out, and fields that lack another."""
    fields = declared(AuditFields)
    stated = {key for key in fields if getattr(audit, key)}
    for key, field in fields.items():
        if key not in stated and audit.status in field.about.needed:
            yield audit.problem("status", missing(field, audit.status))
        elif key in stated and not field.fits(audit.status):
            yield audit.problem(key, unfit(field, audit.status))
        elif key in stated and field.about.goes_with and field.about.goes_with not in stated:
            yield audit.problem(key, alone(field))
    sections = [BODY[key] for key in audit.sections if not BODY[key].fits(audit.status)]
    if sections:
        yield audit.problem("status", unfit(sections[0], audit.status))


def missing(field: Declared, status: str) -> str:
    """What is said where the status asks for a field that is not there."""
    how = f" Write, for example: {field.key}: {field.about.example}"
    return f"'{field.key}' is missing: an audit that is {status} needs it.{how}"


def unfit(field: Declared, status: str) -> str:
    """What is said of a field that the status rules out."""
    name = "learning" if field.about.part == LEARNING else f"'{field.key}'"
    return f"{name} does not go with the status {status}. Remove it, or write {_or(field.about.statuses)}."


def alone(field: Declared) -> str:
    """What is said of a field that lacks the other that it goes with."""
    return f"'{field.key}' does not go without '{field.about.goes_with}'. Add that, or remove this."


def _or(statuses: Iterable[str]) -> str:
    *others, last = (f"status: {status}" for status in statuses)
    return f"{', '.join(others)} or {last}" if others else last
