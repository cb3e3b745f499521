"""Embargoes that end so far ahead that the site may not be built on that day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from publication.audits.catalogue import Catalogue

QUIET = 60
"""Days without a change after which GitHub switches a workflow with a schedule off (GitHub Docs, "Disabling
and enabling a workflow"). An embargo ends only when the site is built anew, and on most days the schedule
alone does that."""

FAR = 50
"""Days ahead from which that is worth a warning: the change of today may wait some days to be merged."""


def far_embargoes(catalogue: Catalogue, today: dt.date) -> Iterator[Problem]:
    """A warning at the day of publication of each such record. Drafts wait for no day."""
    for audit in catalogue.audits:
        days = (audit.published - today).days if audit.published else 0
        if audit.status == "draft" or days <= FAR:
            continue
        said = (
            f"this day is {days} days ahead. Where nothing is changed for {QUIET} days, GitHub stops "
            "publishing each morning, and the audit would not appear on its day. Note the day, and look at "
            "the site then: CONTRIBUTING.md says how to switch it on again."
        )
        line, column = audit.lines.get("published", 1), int("published" in audit.lines)
        yield Problem(audit.file, line, said, is_warning=True, column=column)
