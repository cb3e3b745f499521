"""The fields of a record: those that readers may see, and those that are for the build alone."""

from __future__ import annotations

from typing import Annotated

from publication.audits import parts
from publication.audits.about import About
from publication.audits.fields import FileName
from publication.audits.groups import Waiver
from publication.audits.public_fields import PublicFields
from publication.audits.statuses import LATE


class AuditFields(PublicFields):
    """The front matter of a record. No view can ask for what is declared here."""

    poster: Annotated[
        FileName | None,
        About(
            parts.POSTER,
            before="poster_text",
            statuses=LATE,
            asks="Which file is its poster?",
            asked=("published", "draft"),
        ),
    ] = None
    """Poster. The name of a file in the folder posters: neglect.pdf. Without it, a poster is composed from
    the record."""
    allow: Annotated[
        tuple[Waiver, ...],
        About(
            example="[{words: Big Dave, by: Quality auditor, why: A figure of the training film.}]",
        ),
    ] = ()
    """Allowed words. Words that the check takes for personal data and that are none, each with who allowed it
    and why."""
