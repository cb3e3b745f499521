"""What one publication lets pass, and how its numbers of cases look: `content/guard.yml`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import ValidationError

from publication.audits.fields import Fields, Line, WholeNumber
from publication.audits.findings import problems_of
from publication.audits.source.frontmatter import read_yaml
from publication.guard.rules import Rules

if TYPE_CHECKING:
    from pathlib import Path

    from publication.audits.problem import Problem
    from publication.audits.publisher import Contact

FILE = "content/guard.yml"
SMALL = 8
"""Counts of children below this need a check for disclosure, where a publication says nothing else."""


class Configuration(Fields):
    """The file's fields; it may be missing, and so may each of them."""

    allowed: tuple[Line, ...] = ()
    """Words that are let pass wherever they stand: laws, schemes, numbers and addresses of services."""
    case_numbers: tuple[Line, ...] = ()
    """How numbers of cases look: 9 stands for any digit, A for any letter."""
    small_numbers_below: WholeNumber = SMALL
    """From which number on a count of children, families or cases is not small."""


def read_configuration(root: Path) -> tuple[Configuration, list[Problem]]:
    """What the file says, and what is wrong with it; then the rules are those of no such file."""
    if not (root / FILE).exists():
        return Configuration(), []
    document = read_yaml(root / FILE, FILE)
    if document.problems:
        return Configuration(), list(document.problems)
    try:
        return Configuration.model_validate(document.fields), []
    except ValidationError as error:
        return Configuration(), problems_of(error, Configuration, document)


def rules_of(configuration: Configuration, contact: Contact) -> Rules:
    """The rules of this publication: whom it names as its own contact is let pass, too."""
    told = (contact.name, contact.email, contact.telephone)
    return Rules((*configuration.allowed, *filter(None, told)), configuration.case_numbers)
