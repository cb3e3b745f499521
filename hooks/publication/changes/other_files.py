"""What changes around the audits: series, words, hand-written pages, and the machinery."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Literal

from publication.changes.addresses import PAGES, of_file
from publication.changes.change import Change
from publication.views import addresses, statement
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publication.audits.catalogue import Catalogue

FileChange = Literal["new", "changed", "removed"]

PARTS_OF_SERIES = {
    "title": "title",
    "introduction": "introduction",
    "order": "its place among the series",
    "palette": "colours",
    "committees": "committees",
    "reported": "reported totals",
    "planned": "planned totals",
    "cycle": "cycle",
    "cycles": "facts on its cycles",
    "undated": "name of the cycle without a period",
}
WORDS = {"topics": "topic", "agencies": "agency", "plans": "kind of plan", "acronyms": "acronym"}
CONTENT = ("content", "posters")
"""Folders whose changes are told in words, record by record."""


def series_changes(before: Catalogue, now: Catalogue) -> Iterator[tuple[str, Change]]:
    """Series that are new or others. One that is gone is told by its address."""
    were = {one.slug: one for one in before.series}
    for one in now.series:
        at = addresses.series(one.slug)
        was = were.get(one.slug)
        if was is None:
            yield "series", Change(one.title, "new", at)
            continue
        parts = [name for key, name in PARTS_OF_SERIES.items() if getattr(one, key) != getattr(was, key)]
        if parts:
            yield "series", Change(one.title, ", ".join(parts), at)


def vocabulary_changes(before: Catalogue, now: Catalogue) -> Iterator[tuple[str, Change]]:
    """Words that readers see: new, others, gone. The short name is told with the publication."""
    for key, kind in WORDS.items():
        were, are = _words(before, key), _words(now, key)
        for slug, word in are.items():
            name = f"{slug}: {word}" if key == "acronyms" else word
            if slug not in were:
                yield "vocabulary", Change(name, f"new {kind}")
            elif were[slug] != word:
                yield "vocabulary", Change(name, f"{kind}, was: {were[slug]}")
        for slug in were.keys() - are.keys():
            yield "vocabulary", Change(were[slug], f"{kind}, removed")
        if were == are and list(were) != list(are):
            yield "vocabulary", Change(f"order of {key}")


def _words(catalogue: Catalogue, key: str) -> dict[str, str]:
    own = catalogue.publisher.acronyms if key == "acronyms" else {}
    words: dict[str, str] = getattr(catalogue.vocabulary, key)
    return {slug: word for slug, word in words.items() if own.get(slug) != word}


def file_changes(files: Mapping[str, FileChange]) -> Iterator[tuple[str, Change]]:
    """Hand-written pages by name, the machinery by number. Documents for people change no page.

    A hand-written page that is removed is told by its address.
    """
    machinery: Counter[str] = Counter()
    for name, how in sorted(files.items()):
        path = PurePosixPath(name)
        if path.parts[0] == PAGES:
            if how != "removed":
                address = of_file(path) if path.suffix == ".md" else ""
                yield "pages", Change(printable(path), how, printable(address))
        elif name == statement.FILE:
            yield "pages", Change("Accessibility statement", "another test run", "accessibility/")
        elif path.parts[0] not in CONTENT and path.suffix != ".md":
            machinery[path.parts[0]] += 1
    for part, count in sorted(machinery.items()):
        yield "machinery", Change(part, "" if count == 1 and "." in part[1:] else count_of(count, "file"))


def printable(name: PurePosixPath | str) -> str:
    """Any file name on one line, whatever is in it."""
    return "".join(sign if sign.isprintable() else "?" for sign in str(name))
