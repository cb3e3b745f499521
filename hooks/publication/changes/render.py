"""A comparison as text for a terminal, as Markdown for a summary, and as a page of pictures."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import jinja2

from publication.changes.posters import facts
from publication.views.site import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publication.changes.change import Changes, PosterWords
    from publication.changes.pictures import Compared

MOST = 100
"""Changes of a group that a summary names: GitHub shows no summary of more than 1 MiB."""

MOST_SIGNS = 400_000
"""Characters of posters' words in a summary, for the same reason; each may take two bytes or more."""

WORD_JOINER = "\N{WORD JOINER}"
"""After an @, without width: else GitHub makes a mention or an e-mail link of it, backslash or not."""

FORMATS = {"plain": "changes.txt", "markdown": "changes.md"}
TO_MEND = {"plain": "to-mend.txt", "markdown": "to-mend.md"}


@dataclass(frozen=True)
class Told:
    """What is said of a comparison beside the changes.

    `base` names what it was compared with; `to_mend` counts the mistakes on that side; `sheet` says where
    the pictures are ("" where none were made).
    """

    base: str
    to_mend: int = 0
    sheet: str = ""


def write_words(changes: Changes, told: Told, kind: str) -> str:
    """The changes in one of the FORMATS."""
    template = _environment(kind).get_template(FORMATS[kind])
    words = list(_as_far_as(changes.words, MOST_SIGNS))
    return template.render(changes=changes, told=told, most=MOST, facts=facts, words=words)


def write_to_mend(count: int, kind: str) -> str:
    """What is said where `count` mistakes stand in the way of a comparison, in one of the FORMATS."""
    return _environment(kind).get_template(TO_MEND[kind]).render(count=count)


def _as_far_as(words: Sequence[PosterWords], signs: int) -> Iterator[PosterWords]:
    """The first of these posters, as long as their words together are no more than so many signs."""
    for one in words:
        signs -= sum(map(len, one.pages))
        if signs < 0:
            return
        yield one


def write_sheet(posters: Sequence[Compared], base: str) -> str:
    """The page on which the posters stand side by side, as HTML."""
    return (
        _environment("html")
        .get_template("contact-sheet.html")
        .render(posters=posters, base=base, facts=facts)
    )


def escape_markdown(value: Any) -> str:
    """Words that stay words: CommonMark takes any sign of punctuation after a backslash as itself.

    The few that never mean anything on their own are left, for whoever reads the Markdown itself.
    """
    one_line = " ".join(str(value).split())
    escaped = re.sub(r"([!#$&*+\-.:<>@\[\\\]^_`{|}~])", r"\\\1", one_line)
    return escaped.replace("@", f"@{WORD_JOINER}")


def _environment(kind: str) -> jinja2.Environment:
    """Escaped by default, each in its own way; plain text needs nothing but to stay on its line."""
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=kind == "html",  # noqa: S701 - what is not HTML is escaped by `finalize`
        finalize={"plain": _on_one_line, "markdown": escape_markdown, "html": None}[kind],
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _on_one_line(value: Any) -> str:
    return " ".join(str(value).split())
