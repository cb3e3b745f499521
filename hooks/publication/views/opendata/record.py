"""The shape of the open data: what `/audits.json` promises to programs. Its JSON Schema is made from here.

The sentence below a field is its description in the schema and on the page that explains the data. Every
field is always there: `null` and empty lists mean "not known" or "none". What can change is that fields are
added.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from publication.audits.fields import Date, Fields, MonthField, PeriodField

Key = Annotated[str, Field(pattern="^[a-z0-9]+(-[a-z0-9]+)*$")]
"""A name for programs, of small letters, digits and hyphens."""


class Open(Fields):
    """A group of fields that are all there, and no others."""

    model_config = ConfigDict(use_attribute_docstrings=True, serialize_by_alias=True)


class Section(Open):
    """One part of an audit's learning, under one of five known headings."""

    key: Literal["looked-at", "worked-well", "worried-about", "needs-to-happen", "discussion"]
    """Which of the five parts this is."""
    heading: str
    """Its heading as readers see it."""
    text: str
    """Its words, with a line for each paragraph and each item of a list."""
    html: str
    """The same as HTML, cleaned: paragraphs, lists, tables, emphasis and links, no scripts or pictures."""


class Sample(Open):
    """The cases that an audit looked at."""

    cases: int | None
    """How many cases."""
    plans: list[Key]
    """Kinds of plan that the children had: keys of plans."""
    ages: str | None
    """Their ages, in words: 0 to 17."""


class Action(Open):
    """Something that was to be done."""

    what: str
    """What was agreed."""
    owner: str | None
    """The role that does it, never a name."""
    due: MonthField | None
    """The month by which it is due."""
    status: Literal["to-do", "in-progress", "done"]
    """Where it stands."""
    impact: str | None
    """What changed for children."""


class Poster(Open):
    """The poster that presents the learning."""

    url: str
    """Where it is downloaded. The address does not change as long as its kind of file does not."""
    media_type: Literal["application/pdf", "image/png", "image/jpeg"]
    """Its kind of file."""
    bytes: int
    """Its size."""
    is_holding: bool
    """Whether it only says that the learning has not been supplied yet."""
    text: str | None
    """The words of artwork that was supplied. Not there for a poster that was composed from the record."""


class DisclosureCheck(Open):
    """Who checked that no child can be identified."""

    by: str
    """The role, never a name."""
    on: Date
    """The day."""


class Withdrawal(Open):
    """That an audit's learning is no longer published."""

    on: Date
    """Since which day."""
    why: str
    """The reason."""


class OpenAudit(Open):
    """One audit. What was withdrawn or is still to come has no learning."""

    slug: Key
    """Its lasting name in addresses, and the key of this list."""
    url: str
    """Its page, whose address does not change with its status."""
    title: str = Field(max_length=300)
    """Its title."""
    series: Key | None
    """The series that it belongs to: a key of series. Null where the publication has no series."""
    status: Literal["planned", "coming-soon", "published", "withdrawn"]
    """Where it stands, by its record."""
    shown_as: Literal["planned", "coming-soon", "findings-not-supplied", "published", "withdrawn"]
    """Where it stands for readers: its status; but where it is planned or coming soon in a cycle that is
    over, its findings have not been supplied, and nothing says that they are still to come."""
    cycle: str | None
    """The name of the cycle that it belongs to, in a series that has cycles."""
    period: PeriodField | None
    """When it took place, as it was stated: a month, a financial year (from 1 April) or a range of either."""
    period_first_day: Date | None
    """The first day of that period."""
    period_last_day: Date | None
    """The last day of that period."""
    topics: list[Key]
    """What it is about: keys of topics."""
    agencies: list[Key]
    """Who took part: keys of agencies."""
    published: Date | None
    """The day of its publication; not known for what was published before this site."""
    expected: MonthField | None
    """The month in which it is expected, where it is still to come."""
    review: MonthField | None
    """The month in which its learning is to be looked at again."""
    scope: str | None
    """What it will look at, where it is still to come."""
    questions: list[str]
    """What it will ask, where it is still to come."""
    summary: str | None
    """Its opening words, as plain text."""
    sections: list[Section]
    """Its learning, part by part. Empty where it has not been supplied yet."""
    sample: Sample | None
    """The cases that it looked at."""
    actions: list[Action]
    """What was to be done, and where that stands."""
    poster: Poster | None
    """Its poster."""
    re_audit_of: Key | None
    """The slug of an earlier audit that this one repeats."""
    superseded_by: Key | None
    """The slug of a later audit that replaces this one."""
    former_slugs: list[Key]
    """The slugs that it had before; its old addresses lead to the new one."""
    disclosure_check: DisclosureCheck | None
    """Who checked that no child can be identified, and when."""
    withdrawn: Withdrawal | None
    """Since when and why it is withdrawn."""


class OpenSeries(Open):
    """One series of audits."""

    title: str
    """Its title."""
    url: str
    """Its page."""
    feed: str
    """Its Atom feed."""


class OpenTopic(Open):
    """One topic."""

    title: str
    """Its name as readers see it."""
    url: str
    """Its page."""
    feed: str
    """Its Atom feed."""


class OpenData(Open):
    """Every audit that the site shows, with the lists that their keys refer to."""

    schema_address: str = Field(alias="$schema")
    """The JSON Schema of this file."""
    title: str
    """What this is."""
    publisher: str
    """Who publishes it: name them when you use the data."""
    url: str
    """The site that this is the data of."""
    licence: str | None
    """The address of the licence under which the data may be used. Null: the publisher has not stated one."""
    series: dict[Key, OpenSeries]
    """Each series by its key."""
    topics: dict[Key, OpenTopic]
    """Each topic by its key."""
    agencies: dict[Key, str]
    """The name of each agency by its key."""
    plans: dict[Key, str]
    """The name of each kind of plan by its key."""
    audits: list[OpenAudit]
    """The audits, by slug."""
