"""The shape of the open data: what `/audits.json` promises to programs. Its JSON Schema is made from here.

What the data says of the fields of a record is declared with them. Here is what it says beside them; the
sentence below a field is its description in the schema and on the page that explains the data. Every field is
always there: `null` and empty lists mean "not known" or "none". What can change is that fields are added.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from publication.audits.fields import Date, Fields

KEY = "^[a-z0-9]+(-[a-z0-9]+)*$"
Key = Annotated[str, Field(pattern=KEY)]
"""A name for programs, of small letters, digits and hyphens."""


class Open(Fields):
    """A group of fields that are all there, and no others."""

    model_config = ConfigDict(serialize_by_alias=True)


class OpenSection(Open):
    """One part of an audit's learning, under one of five known headings."""

    key: Literal["looked-at", "worked-well", "worried-about", "needs-to-happen", "discussion"]
    """Which of the five parts this is."""
    heading: str
    """Its heading as readers see it."""
    text: str
    """Its words, with a line for each paragraph and each item of a list."""
    html: str
    """The same as HTML, cleaned: paragraphs, lists, tables, emphasis and links, no scripts or pictures."""


class OpenPoster(Open):
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


class Beside(Open):
    """What the data says of an audit beside the fields of its record."""

    slug: Key
    """Its lasting name in addresses, and the key of this list."""
    url: str
    """Its page, whose address does not change with its status."""
    shown_as: Literal["planned", "coming-soon", "findings-not-supplied", "published", "withdrawn"]
    """Where it stands for readers: its status; but where it is planned or coming soon in a cycle that is
    over, its findings have not been supplied, and nothing says that they are still to come."""
    cycle: str | None
    """The name of the cycle that it belongs to, in a series that has cycles."""
    period_first_day: Date | None
    """The first day of that period."""
    period_last_day: Date | None
    """The last day of that period."""
    summary: str | None
    """Its opening words, as plain text."""
    sections: list[OpenSection]
    """Its learning, part by part. Empty where it has not been supplied yet."""
    poster: OpenPoster | None
    """Its poster."""


BEHIND = {
    "": ("slug", "url"),
    "status": ("shown_as", "cycle"),
    "period": ("period_first_day", "period_last_day"),
    "questions": ("summary", "sections", "poster"),
}
"""Where each stands: behind which field of the record, or before them all."""


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
