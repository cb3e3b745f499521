"""Dates that cannot be, or can hardly be: years of no audit, and what comes before what it follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.period import YEARS

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from publication.audits.audit import Audit
    from publication.audits.problem import Problem

LONG = 10
"""Years. Learning that is published later after its audit is old, or its year is a slip of the finger."""


def dates(audit: Audit) -> Iterator[Problem]:
    """What is wrong with the dates of a record, as far as the record alone can tell."""
    wrong = [key for key, day in _days(audit) if day.year not in YEARS]
    for key in wrong:
        day = dict(_days(audit))[key]
        yield audit.problem(key, f"'{day}' cannot be: its year is {day.year}. Correct it.")
    if not wrong:
        yield from _order(audit)


def _days(audit: Audit) -> Iterator[tuple[str, dt.date]]:
    if audit.published:
        yield "published", audit.published
    if audit.disclosure_check:
        yield "disclosure_check", audit.disclosure_check.on
    if audit.withdrawn:
        yield "withdrawn", audit.withdrawn.on


def _order(audit: Audit) -> Iterator[Problem]:
    how = "Correct one of them."
    published, period = audit.published, audit.period
    if published and audit.review and audit.review.last < published:
        said = f"the review ({audit.review}) is before the publication ({published})"
        yield audit.problem("review", f"{said}. {how}")
    if published and audit.withdrawn and audit.withdrawn.on < published:
        said = f"the withdrawal ({audit.withdrawn.on}) is before the publication ({published})"
        yield audit.problem("withdrawn", f"{said}. {how}")
    if published and period and published < period.first:
        said = f"the publication ({published}) is before the audit began ({period})"
        yield audit.problem("published", f"{said}. {how}")
    if published and period and published.year - period.last.year > LONG:
        said = f"the publication ({published}) is {published.year - period.last.year} years after the audit"
        yield audit.problem("published", f"{said} ({period}). Are both years right?", is_warning=True)
    if published and audit.disclosure_check and audit.disclosure_check.on > published:
        said = (
            f"the check ({audit.disclosure_check.on}) is after the publication ({published}). Are both right?"
        )
        yield audit.problem("disclosure_check", said, is_warning=True)
    early = [action for action in audit.actions if action.due and period and action.due.last < period.first]
    for action in early:
        said = f"an action was due ({action.due}) before the audit began ({period}). {how}"
        yield audit.problem("actions", said)
