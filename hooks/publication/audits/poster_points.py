"""Whether a record has the points that its poster is to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.points import points
from publication.audits.sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.audit import Audit
    from publication.audits.problem import Problem


def chosen_points(audit: Audit) -> Iterator[Problem]:
    """Each number stands for a point of its section, and the poster is composed."""
    if not audit.poster_points:
        return
    if audit.poster:
        said = "'poster_points' is for a poster that is composed, and this record has a 'poster'. Remove one."
        yield audit.problem("poster_points", said)
        return
    for key, numbers in audit.poster_points.by_section.items():
        count = len(points(audit.sections.get(key, "")))
        wrong = [number for number in numbers if not 1 <= number <= count]
        if wrong:
            has = f"has {count} point{'' if count == 1 else 's'}" if count else "is not in this record"
            how = (
                f"Write {'1' if count == 1 else f'numbers from 1 to {count}'}."
                if count
                else "Remove its line."
            )
            yield audit.problem(
                "poster_points", f"there is no point {wrong[0]}: '{SECTIONS[key]}' {has}. {how}"
            )
