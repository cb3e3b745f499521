"""The fields of a record that readers may see. Each is declared here, in the order of the normal form.

The type has the rule of its values (`fields`), the sentences below it are its name and its hint for editors,
and `About` says everything else.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from publication.audits import parts
from publication.audits.about import About
from publication.audits.choice import AllDifferent, listed, one_of
from publication.audits.fields import Date, Fields, Line, MonthField, PeriodField, Slug, Text
from publication.audits.groups import Action, DisclosureCheck, PosterPoints, Sample, Withdrawal
from publication.audits.statuses import COMPLETED, EARLY, LATE, STATUSES, TO_COME


class PublicFields(Fields):
    """What readers may see. What follows from the path, the slug, is not stated again."""

    title: Annotated[
        Line,
        About(
            parts.AUDIT,
            "Its title.",
            is_kept=True,
            example="Title of the audit",
            asks="What is the audit called?",
        ),
    ]
    """Title. The audit's name, as readers see it."""
    series: Annotated[
        Line,
        listed("series", "a series"),
        About(
            parts.AUDIT,
            "The series that it belongs to: a key of series.",
            is_kept=True,
            example="name of a file in content/series, without .md",
            asks="Which series does it belong to?",
        ),
    ]
    """Series. The run of audits that it belongs to."""
    status: Annotated[
        Line,
        one_of("a status", *STATUSES, labels=STATUSES),
        About(parts.AUDIT, "Where it stands.", is_kept=True, asks="Where does it stand?"),
    ]
    """Status. Where the audit stands."""
    period: Annotated[
        PeriodField | None,
        About(
            parts.AUDIT,
            "When it took place, as it was stated: a month, a financial year (from 1 April) or a range of "
            "either.",
            needed=COMPLETED,
            is_kept=True,
            example="2025/26",
            asks="When did it take place?",
        ),
    ] = None
    """When it took place. A month (2018-10), a financial year (2018/19), or a range (2017/18 to 2018/19)."""
    topics: Annotated[
        tuple[Annotated[Line, listed("topics", "a topic")], ...],
        Field(min_length=1),
        AllDifferent,
        About(
            parts.AUDIT,
            "What it is about: keys of topics.",
            is_kept=True,
            example="[words of content/vocabulary.yml]",
            asks="Which topics is it about?",
        ),
    ]
    """Topics. Readers find the audit by them: choose at least one."""
    agencies: Annotated[
        tuple[Annotated[Line, listed("agencies", "an agency")], ...],
        AllDifferent,
        About(parts.AUDIT, "Who took part: keys of agencies.", asks="Which agencies took part?"),
    ] = ()
    """Agencies. Those that took part."""
    published: Annotated[
        Date | None,
        About(
            parts.PUBLICATION,
            "The day of its publication; not known for what was published before this site.",
            asks="From which day may readers see it?",
            asked=("published",),
        ),
    ] = None
    """Day of publication. Year, month and day: 2019-09-01. Leave it out for what was published before this
    site. A day to come is an embargo: nothing is published before it."""
    expected: Annotated[
        MonthField | None,
        About(
            parts.TO_COME,
            "The month in which it is expected, where it is still to come.",
            statuses=EARLY,
            example="2026-03",
            asks="When is its learning expected?",
            asked=TO_COME,
        ),
    ] = None
    """Expected. The month in which its learning is expected: 2020-03"""
    scope: Annotated[
        Text | None,
        About(
            parts.TO_COME,
            "What it will look at, where it is still to come.",
            example="What it will look at.",
            asks="What does it look at?",
            asked=TO_COME,
        ),
    ] = None
    """Scope. One or two sentences on what the audit looks at."""
    questions: Annotated[
        tuple[Text, ...],
        About(parts.TO_COME, "What it will ask, where it is still to come.", statuses=EARLY),
    ] = ()
    """Questions. What the audit will ask, while it is coming soon."""
    poster_text: Annotated[
        Text | None,
        About(parts.POSTER, statuses=LATE, goes_with="poster", asks="Which words are on the poster?"),
    ] = None
    """Words of the poster. Only for a poster whose words a computer cannot read out, such as a photograph."""
    poster_points: Annotated[
        PosterPoints | None,
        About(
            parts.POSTER,
            statuses=LATE,
            example="{worked_well: [3, 1], discussion: [2]}",
        ),
    ] = None
    """Points on the poster. Which points of each section a composed poster shows, by their numbers in the
    section, counted from 1. Without it, it shows the first."""
    sample: Annotated[
        Sample | None,
        About(
            parts.CASES,
            "The cases that it looked at.",
            statuses=LATE,
            example="{cases: 9, plans: [cp, cin], ages: 0 to 17}",
        ),
    ] = None
    """Sample. The cases that the audit looked at."""
    actions: Annotated[
        tuple[Action, ...],
        About(parts.CASES, "What was to be done, and where that stands.", statuses=LATE, one="an action"),
    ] = ()
    """Actions. What was agreed, who does it, and where it stands."""
    re_audit_of: Annotated[
        Slug | None, About(parts.OTHERS, "The slug of an earlier audit that this one repeats.")
    ] = None
    """Repeats. The file name, without .md, of an earlier audit that this one repeats."""
    superseded_by: Annotated[
        Slug | None,
        About(parts.OTHERS, "The slug of a later audit that replaces this one.", statuses=LATE, is_kept=True),
    ] = None
    """Replaced by. The file name, without .md, of a later audit that replaces this one; that one repeats
    this one."""
    former_slugs: Annotated[
        tuple[Slug, ...],
        AllDifferent,
        About(
            parts.OTHERS,
            "The slugs that it had before; its old addresses lead to the new one.",
            is_kept=True,
            example="[old-name]",
        ),
    ] = ()
    """Former names. The names that this record's file had before, without .md, oldest first. The page at each
    old address leads to the present one."""
    review: Annotated[
        MonthField | None,
        About(parts.PUBLICATION, "The month in which its learning is to be looked at again.", statuses=LATE),
    ] = None
    """Review. The month in which this learning is to be looked at again: 2027-09"""
    disclosure_check: Annotated[
        DisclosureCheck | None,
        About(
            parts.PUBLICATION,
            "Who checked that no child can be identified, and when.",
            statuses=LATE,
            example="{by: Quality auditor, on: 2019-08-20}",
        ),
    ] = None
    """Check for children. Who checked that no child can be identified."""
    withdrawn: Annotated[
        Withdrawal | None,
        About(
            parts.PUBLICATION,
            "Since when and why it is withdrawn.",
            statuses=("withdrawn",),
            needed=("withdrawn",),
            is_kept=True,
            example="{on: 2026-01-15, why: The guidance has changed.}",
        ),
    ] = None
    """Withdrawal. Since when and why the learning is no longer published."""
