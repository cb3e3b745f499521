"""Addresses that were public and are no more, from `content/gone.yml`: each on purpose, and with its why."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated
from urllib.parse import unquote

from pydantic import AfterValidator, ValidationError

from publication.audits.fields import Date, Fields, Line, Text
from publication.audits.findings import problems_of
from publication.audits.problem import Problem
from publication.audits.source.frontmatter import read_yaml

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator
    from pathlib import Path

    from publication.audits.source.frontmatter import Document

FILE = "content/gone.yml"
LIST = "gone"
"""The only key of the file."""

REFUSED = re.compile(r'[\\?#%:*"|]')
"""Signs that no address of the site has: each means something else to a browser or to a file system."""


def _address(value: str) -> str:
    """From the site's root, as `make addresses` writes it: a page's ends in a slash, a file's in its kind."""
    if "://" in value:
        raise ValueError(f"'{value}' begins with the site's name. Leave that out: /audits/neglect/")
    path = "/" + unquote(value).lstrip("/").removesuffix("index.html")
    if not path.endswith("/") and "." not in path.rpartition("/")[2]:
        path += "/"
    if path != value:
        raise ValueError(f"'{value}' must begin with a slash, and a page's must end in one. Write: {path}")
    if path == "/":
        raise ValueError("'/' is the landing page, and that is always there. Remove this entry.")
    parts = path.strip("/").split("/")
    if REFUSED.search(path) or not path.isprintable() or {"", ".", ".."} & set(parts):
        raise ValueError(
            f"'{value}' cannot be an address on this site. Copy it from what make addresses says."
        )
    return path[1:]


def _reason(value: str) -> str:
    if not re.search(r"[^\W\d_]{2}", value):
        raise ValueError("says nothing. Write in a sentence why nothing is there any more: readers see it.")
    return value


class GoneEntry(Fields):
    """An entry of the file, as it is written."""

    address: Annotated[Line, AfterValidator(_address)]
    """As readers have it, from the site's root: `/audits/neglect/`, `/posters/neglect.pdf`."""
    on: Date
    """Since when nothing is there."""
    why: Annotated[Text, AfterValidator(_reason)]
    """What readers are told, in the place of the page."""
    title: Line | None = None
    """What stood there. Left out where the name itself should no longer be read."""


class GoneFields(Fields):
    """The whole file."""

    gone: tuple[GoneEntry, ...] = ()


@dataclass(frozen=True)
class Gone:
    """An address, without its first slash, at which nothing stands any more, on purpose."""

    address: str
    on: dt.date
    why: str
    title: str | None = None
    line: int = 1

    @property
    def is_page(self) -> bool:
        """Whether a page can say so in its place; a file's address can say nothing."""
        return self.address.endswith("/")

    @property
    def written(self) -> str:
        """Its entry in the file. Quotation marks of JSON are quotation marks of YAML."""
        title = (
            f", title: {json.dumps(self.title, ensure_ascii=False)}" if self.title and self.is_page else ""
        )
        why = json.dumps(self.why, ensure_ascii=False)
        return f"- {{address: /{self.address}, on: {self.on}, why: {why}{title}}}"

    def problem(self, message: str) -> Problem:
        """A problem of this entry, at the line of its address."""
        return Problem(FILE, self.line, message)


def read_gone(root: Path) -> tuple[tuple[Gone, ...], list[Problem]]:
    """The entries of the project in `root`, none where there is no such file, and what is wrong with them."""
    if not (root / FILE).exists():
        return (), []
    document = read_yaml(root / FILE, FILE)
    problems = [*document.problems, *_twice(document)]
    try:
        fields = GoneFields.model_validate(document.fields)
    except ValidationError as error:
        return (), [*problems, *problems_of(error, GoneFields, document)]
    gone = tuple(
        Gone(entry.address, entry.on, entry.why, entry.title, document.line((LIST, number, "address")))
        for number, entry in enumerate(fields.gone)
    )
    return gone, problems


def _twice(document: Document) -> Iterator[Problem]:
    """Also where another entry has a mistake."""
    entries = document.fields.get(LIST)
    first: dict[str, int] = {}
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        place = (LIST, number, "address")
        address = entry.get("address") if isinstance(entry, dict) else None
        if isinstance(address, str) and address in first:
            said = f"'{address}' is here twice, first on line {first[address]}. Keep one."
            yield document.problem(place, said)
        elif isinstance(address, str):
            first[address] = document.line(place)
