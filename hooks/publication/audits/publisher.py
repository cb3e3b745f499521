"""Who publishes: names, contact, addresses and colours, from `content/publication.yml` and nowhere else."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit

from pydantic import Field, ValidationError

from publication.audits.brand import Colours, Palette, contrast_problems
from publication.audits.fields import ONE_LINE, Fields, Format, Line, Slug
from publication.audits.findings import problems_of
from publication.audits.source.frontmatter import read_yaml

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from publication.audits.problem import Problem

FILE = "content/publication.yml"
SITE_URL, REPO_URL = "SITE_URL", "REPO_URL"
"""In the environment these go before the addresses of the file: a workflow knows where it publishes."""


def _address(text: str) -> str:
    try:
        parts = urlsplit(text)
        is_whole = parts.scheme in ("https", "http") and bool(parts.hostname)
    except ValueError:
        is_whole = False
    if not is_whole or parts.query or parts.fragment or re.search(r'[\s<>"]', text):
        raise ValueError(f"'{text}' is not a whole address. Write it with https://, and without ? or #.")
    return text


def _site_address(text: str) -> str:
    """With a slash at its end, as MkDocs has it too: without one its last folder would be lost."""
    return f"{_address(text).rstrip('/')}/"


def _email(text: str) -> str:
    if not re.fullmatch(r"[^\s@<>,;:\"()]+@[^\s@<>,;:\"()]+\.[^\s@<>,;:\"()]+", text):
        raise ValueError(f"'{text}' is not an e-mail address. Write one: audits@partnership.example")
    return text


def _telephone(text: str) -> str:
    digits = re.sub(r"\D", "", text)
    if not re.fullmatch(r"[+0-9][0-9 ()/-]*( ext\.? ?[0-9]+)?", text) or len(digits) < 3:
        raise ValueError(f"'{text}' is not a telephone number. Write digits and spaces: 0151 496 0000")
    return text


WebAddress = Annotated[str, Format("web-address", ONE_LINE, _address)]
SiteAddress = Annotated[str, Format("site-address", ONE_LINE, _site_address)]
Email = Annotated[str, Format("email", ONE_LINE, _email)]
Telephone = Annotated[str, Format("telephone", ONE_LINE, _telephone)]


class Contact(Fields):
    """Whom readers may ask. What is not known is left out, and the page says so."""

    name: Line | None = None
    """A person or a team."""
    role: Line | None = None
    """What they are."""
    email: Email | None = None
    """An address that answers."""
    telephone: Telephone | None = None
    """As it is dialled, with spaces."""


class Addresses(Fields):
    """Where the site stands, and where its source is."""

    site: SiteAddress
    """With https:// and a slash at the end."""
    repository: WebAddress | None = None
    """The repository on GitHub. Without it, no page offers to edit it."""


class Publisher(Fields):
    """Who publishes, what the publication is called, and what it looks like."""

    name: Line
    """The partnership's name in full."""
    short_name: Line
    """What people call it. Where it is an acronym, pages expand it."""
    site_name: Line
    """The name of the website."""
    description: Line
    """One sentence, without a full stop, on what the website is: for search engines and feeds."""
    contact: Contact = Contact()
    """Whom readers may ask."""
    addresses: Addresses
    """Where the site stands, and where its source is."""
    colours: Colours
    """The two colours of the brand."""
    palettes: Annotated[dict[Slug, Palette], Field(min_length=1)]
    """The colours of series, by a name that a series gives as its palette."""

    @property
    def digest(self) -> str:
        """16 hex digits of what makes it another publication to readers: its names and brand colours.

        A new person to ask, another address or another series leave it as it is.
        """
        made_of = (self.name, self.site_name, self.colours.deep, self.colours.accent)
        return hashlib.sha256("\n".join(made_of).encode()).hexdigest()[:16]

    @property
    def acronyms(self) -> dict[str, str]:
        """The short name with what it stands for, where it is one word."""
        return {} if " " in self.short_name else {self.short_name: self.name}

    def palette(self, name: str) -> Palette:
        """The colours of a series by the name that it gives; without a series, the first that there are."""
        return self.palettes.get(name) or next(iter(self.palettes.values()))

    def at(self, environment: Mapping[str, str]) -> Publisher:
        """The same, at the addresses that the environment gives, if it gives any."""
        site, repository = environment.get(SITE_URL), environment.get(REPO_URL)
        told = {
            "site": f"{site.rstrip('/')}/" if site else self.addresses.site,
            "repository": repository or self.addresses.repository,
        }
        return self.model_copy(update={"addresses": self.addresses.model_copy(update=told)})


NOBODY = Publisher.model_construct(
    name="",
    short_name="",
    site_name="",
    description="",
    addresses=Addresses.model_construct(site="", repository=None),
    colours=Colours(deep="#000000", accent="#ffffff"),
    palettes={},
)
"""In the place of a publisher whose file has mistakes: nothing is published then."""


def read_publisher(root: Path) -> tuple[Publisher | None, list[Problem]]:
    """Who publishes the project in `root`, or what is wrong with the file, contrasts too."""
    document = read_yaml(root / FILE, FILE)
    problems = list(document.problems)
    if () in document.spoilt:
        return None, problems
    try:
        publisher = Publisher.model_validate(document.fields)
    except ValidationError as error:
        return None, [*problems, *problems_of(error, Publisher, document)]
    contrasts = contrast_problems(publisher.colours, publisher.palettes)
    problems += [document.problem(place, said) for place, said in contrasts]
    return (None if problems else publisher), problems
