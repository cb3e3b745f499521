"""The only list of each: topics, agencies, plans and acronyms, from `content/vocabulary.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from publication.audits.fields import Fields, Line, Slug
from publication.audits.findings import problems_of
from publication.audits.source.frontmatter import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publication.audits.problem import Problem
    from publication.audits.source.frontmatter import Document

FILE = "content/vocabulary.yml"


class Vocabulary(Fields):
    """Each list maps what a record says to what a reader sees, in the order in which readers see it."""

    topics: dict[Slug, Line]
    agencies: dict[Slug, Line]
    plans: dict[Slug, Line]
    acronyms: dict[Line, Line]

    @property
    def context(self) -> dict[str, Any]:
        """What `fields.listed` checks records against."""
        return {"topics": self.topics, "agencies": self.agencies, "plans": self.plans}

    def with_acronyms(self, more: dict[str, str]) -> Vocabulary:
        """The same, with acronyms that are known from elsewhere."""
        return self.model_copy(update={"acronyms": {**self.acronyms, **more}})


def read_vocabulary(root: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary of the project in `root`, or what is wrong with it."""
    document = read_yaml(root / FILE, FILE)
    problems = list(document.problems) + list(_empty(document))
    try:
        vocabulary = Vocabulary.model_validate(document.fields)
    except ValidationError as error:
        return None, [*problems, *problems_of(error, Vocabulary, document)]
    return (None if problems else vocabulary), problems


def _empty(document: Document) -> Iterator[Problem]:
    """A word with nothing behind it would be missing from its list, and each record that uses it be wrong."""
    for place in document.lines:
        words = document.fields.get(str(place[0]))
        if len(place) == 2 and isinstance(words, dict) and place[1] not in words:
            yield document.problem(place, f"'{place[1]}' is empty. Write what readers see.")
