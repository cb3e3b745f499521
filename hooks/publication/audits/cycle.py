"""Where an audit stands for readers: what follows from its record, its series and the day.

A topic of a cycle that is over is no longer to come. Where its learning was never published, its findings
have not been supplied, and no page may promise them. This is no status: nobody has to write it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.statuses import NOT_SUPPLIED, TO_COME

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from publication.audits.audit import Audit, Readable
    from publication.audits.problem import Problem
    from publication.audits.series import Series


def shown_as(audit: Readable, series: Series, today: dt.date) -> str:
    """The status of its record, or NOT_SUPPLIED in its place.

    A month to come in which its learning is expected is word from the editor that it is still to come.
    """
    is_expected = audit.expected is not None and audit.expected.last >= today
    if audit.status in TO_COME and not is_expected and _is_over(audit, series, today):
        return NOT_SUPPLIED
    return audit.status


def _is_over(audit: Readable, series: Series, today: dt.date) -> bool:
    """Whether the cycle of the audit is over: its financial year has ended, or it is the undated one."""
    if not series.cycle:
        return False
    if audit.period is None:
        return series.undated is not None
    return audit.period.years[-1].last < today


def when(audit: Readable, series: Series) -> str:
    """When it took place, as far as that is known: its period, or the cycle of those without; or ""."""
    return str(audit.period or series.undated or "")


def too_many_topics(series: Series, audits: Iterable[Audit]) -> Iterator[Problem]:
    """A warning at the last record of each cycle that has more of them than topics. `audits` are its own."""
    audits = [audit for audit in audits if audit.period and audit.status != "draft"]
    for year, facts in series.cycles.items():
        found = [audit for audit in audits if audit.period and audit.period.years[-1] == year]
        if facts.topics is not None and len(found) > facts.topics:
            has = f"{facts.topics} topic{'' if facts.topics == 1 else 's'} by {series.file}"
            said = f"with this audit there are {len(found)} of {year}, but that cycle has {has}."
            yield found[-1].warning("period", f"{said} Check the period here, or the number there.")
