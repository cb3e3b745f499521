"""Where on a site certain phrases and names stand: in pages, data and scripts, in PDFs and in pictures."""

from __future__ import annotations

import gzip
import posixpath
import re
from collections import defaultdict
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from publication.audits.audit import FOLDER
from publication.checks.built import TEXTS
from publication.checks.phrases import Search, readings
from publication.posters.words import words_of_pdfs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from publication.checks.phrases import Words
    from publication.checks.subject import Subject

MACHINERY = ("hooks/**/*.py", "overrides/**/*.html")
"""Where the site's own words stand. What a draft has in common with them is no trace of it."""

_PRINTED = re.compile(rb"[\x20-\x7e]{6,}")
"""What can be read in a picture's or a font's file: its metadata."""

_NAME = re.compile(r"(?:audits|posters)/[a-z0-9-]+|\"[a-z0-9-]+\"|[a-z0-9]+(?:-[a-z0-9]+)+")
_OF_PICTURE = re.compile(r"(?:-p\d+)?-\d+-[0-9a-f]{8}$")


@dataclass(frozen=True)
class Traces:
    """The files of the site in which each phrase and each slug stands, of those that stand anywhere."""

    phrases: Mapping[Words, set[str]]
    slugs: Mapping[str, set[str]]


def find_traces(subject: Subject, phrases: Iterable[Words], slugs: set[str]) -> Traces:
    """Where these stand on the site, but for what public sources say too. Each file is read once."""
    search = Search(phrases)
    public_phrases: set[Words] = set()
    public_names = _public_names(subject)
    for file, text in _public_texts(subject):
        # A record's facts may name another that is not public yet: then its page must not.
        body = text.partition("\n---\n")[2] if file.startswith(FOLDER) else text
        public_names |= _names_in(body, slugs)[1]
        for words in readings(text):
            public_phrases |= search.within(words)
    where: dict[Words, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    for file, text in _texts(subject):
        addressed, said = _names_in(text, slugs)
        for slug in addressed | (said - public_names):
            named[slug].add(file)
        for words in readings(text):
            for phrase in search.within(words) - public_phrases:
                where[phrase].add(file)
    return Traces(where, named)


def _texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """Every file of the site as text."""
    pdfs = []
    for file in sorted(subject.site.files):
        ending = posixpath.splitext(file)[1]
        if ending in TEXTS:
            yield file, subject.site.text(file)
        elif ending == ".pdf":
            pdfs.append(subject.site.folder / file)
        else:
            raw = (subject.site.folder / file).read_bytes()
            raw = gzip.decompress(raw) if ending == ".gz" else raw
            yield file, "\n".join(run.decode("ascii") for run in _PRINTED.findall(raw))
    for path, words in words_of_pdfs(pdfs).items():
        yield path.relative_to(subject.site.folder).as_posix(), words


def _public_texts(subject: Subject) -> Iterator[tuple[str, str]]:
    """What readers may see, by file, as it was written: of a withdrawn record its title and the reason."""
    kept = {audit.file for audit in subject.unpublished}
    for audit in subject.public.audits:
        if audit.withdrawn:
            kept.add(audit.file)
            yield audit.file, f"{audit.title}\n{audit.withdrawn.why}"
    for file in subject.sources.written:
        if file not in kept:
            yield file, "\n".join(subject.sources.lines(file))
    for pattern in MACHINERY:
        for path in sorted(subject.root.glob(pattern)):
            yield path.relative_to(subject.root).as_posix(), path.read_text("utf-8", "replace")


def _public_names(subject: Subject) -> set[str]:
    """Slugs that stand on the site for something else: a topic may be named as a draft is."""
    catalogue, words = subject.public.catalogue, subject.public.catalogue.vocabulary
    audits = {name for audit in catalogue.audits for name in (audit.slug, *audit.former_slugs)}
    return {*audits, *(one.slug for one in catalogue.series), *words.topics, *words.agencies, *words.plans}


def _names_in(text: str, slugs: set[str]) -> tuple[set[str], set[str]]:
    """The slugs whose page or poster a text has the address of, and those that it names otherwise.

    A name stands in quotation marks, or has a hyphen, which makes it no word of the language.
    """
    found = set(_NAME.findall(unescape(text)))
    addressed = {name.partition("/")[2] for name in found if "/" in name}
    said = {name.strip('"') for name in found if "/" not in name}
    return _those(slugs, addressed), _those(slugs, said)


def _those(slugs: set[str], names: set[str]) -> set[str]:
    """The slugs that are among these names, or whose pictures' names are."""
    return slugs & (names | {_OF_PICTURE.sub("", name) for name in names})
