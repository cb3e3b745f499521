"""The groups of fields that a record has in it."""

from __future__ import annotations

from typing import Annotated

from publication.audits.about import About
from publication.audits.choice import AllDifferent, listed, one_of
from publication.audits.fields import Date, Fields, Line, MonthField, Text, WholeNumber
from publication.audits.statuses import ACTION_STATUSES


class Sample(Fields):
    """The cases that an audit looked at."""

    cases: Annotated[WholeNumber | None, About(means="How many cases.")] = None
    """Cases. How many, in digits: 9"""
    plans: Annotated[
        tuple[Annotated[Line, listed("plans", "a kind of plan")], ...],
        AllDifferent,
        About(means="Kinds of plan that the children had: keys of plans."),
    ] = ()
    """Kinds of plan."""
    ages: Annotated[Line | None, About(means="Their ages, in words: 0 to 17.")] = None
    """Ages. From the youngest to the oldest: 0 to 17"""


Numbers = Annotated[tuple[WholeNumber, ...], AllDifferent]


class PosterPoints(Fields):
    """The points of each section that a composed poster shows, by their numbers, in the order shown."""

    looked_at: Numbers = ()
    """Looked at. Numbers of its points: 1, 3"""
    worked_well: Numbers = ()
    """Worked well."""
    worried_about: Numbers = ()
    """Worried about."""
    needs_to_happen: Numbers = ()
    """Needs to happen."""
    discussion: Numbers = ()
    """Discussion."""

    @property
    def by_section(self) -> dict[str, tuple[int, ...]]:
        """The numbers by the key of the section; only of sections for which there are some."""
        return {key.replace("_", "-"): numbers for key, numbers in self if numbers}


class Action(Fields):
    """What was to be done, by which role (never a name), by when, where it stands, what changed."""

    what: Annotated[Text, About(means="What was agreed.")]
    """What was agreed."""
    owner: Annotated[Line | None, About(means="The role that does it, never a name.")] = None
    """Who does it. A role, never a name."""
    due: Annotated[MonthField | None, About(means="The month by which it is due.")] = None
    """Due. Year and month: 2020-06"""
    status: Annotated[
        Line,
        one_of("a status of an action", *ACTION_STATUSES, labels=ACTION_STATUSES),
        About(means="Where it stands."),
    ] = "to-do"
    """Where it stands."""
    impact: Annotated[Text | None, About(means="What changed for children.")] = None
    """What changed for children."""


class DisclosureCheck(Fields):
    """Who checked, by role, that no child can be identified, and on which day."""

    by: Annotated[Line, About(means="The role, never a name.")]
    """Who checked. A role, never a name."""
    on: Annotated[Date, About(means="The day.")]
    """When. Year, month and day: 2019-08-20"""


class Waiver(Fields):
    """Words that the check for personal data would stop, and why they may stand."""

    words: Line
    """Words. As they stand in the text: Clare's Law"""
    by: Line
    """Who allowed them. A role, never a name."""
    why: Line
    """Why. What they mean, if not a child or a family."""


class Withdrawal(Fields):
    """Since when, and why, an audit's learning is no longer published."""

    on: Annotated[Date, About(means="Since which day.")]
    """Since when. Year, month and day: 2026-01-15"""
    why: Annotated[Text, About(means="The reason.")]
    """Why. Readers see this in the place of the learning."""
