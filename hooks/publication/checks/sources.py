"""Where what a page shows was written, so that each message names a file and line that can be mended."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any

from publication.audits import gone, vocabulary
from publication.audits.problem import Problem
from publication.audits.source.frontmatter import read_yaml
from publication.views import addresses
from publication.views.briefings import of_briefing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from publication.audits.audit import Readable
    from publication.audits.catalogue import Collection

DOCS = "docs"
WRITTEN = (
    "content/audits/*.md",
    "content/series/*.md",
    "content/*.yml",
    "docs/**/*.md",
    "overrides/**/*.html",
)
"""Files in which people write what readers see."""

GENERATED = {
    addresses.FINDER: ("finder", "finder.html"),
    addresses.GALLERY: ("gallery", "gallery.html"),
    addresses.COMING_SOON: ("coming soon", "coming-soon.html"),
    addresses.ACTIONS: ("actions", "actions.html"),
    addresses.BRIEFINGS: ("briefings", "briefings.html"),
    addresses.EDITORS: ("editors", "editors.html"),
}
"""Pages of which there is one each: what kind they are, and their template."""

NOT_FOUND = "404.html"
_TEMPLATES = "overrides/views"
_TAG = re.compile(r"<[^>]*>|\n")
_WORD = re.compile(r"[^\s()<>\[\]\"']+")


@dataclass(frozen=True)
class Source:
    """What a page was made from: its kind, and the file and line (0 for all of it) that an editor knows."""

    kind: str
    file: str
    line: int = 0


@dataclass(frozen=True)
class Sources:
    """The files of the project in `root`, whose site shows the audits of this catalogue and no others."""

    root: Path
    catalogue: Collection[Any]

    def of(self, address: str) -> Source | None:
        """The source of the page at this address from the site's root; None where it has none."""
        return self.all.get(address)

    def problem(self, address: str, message: str) -> Problem:
        """A problem of the page at this address, at the file that it was made from."""
        source = self.of(address) or Source("", f"site/{address}")
        return Problem(source.file, source.line, message)

    def of_link(self, link: str, at: str) -> Source | None:
        """Where a link on the page `at` was written: in the page's own source, or else in any other.

        None where no file has it as it is: a template made it of parts.
        """
        own = self.of(at)
        places = self._links.get(link, {})
        _, mark, place = link.partition("#")  # MkDocs changes the rest where a link is to a Markdown file
        for there in (places, self._links.get(mark + place, {}) if place else {}):
            if own and own.file in there:
                return Source(own.kind, own.file, there[own.file])
        return next((Source("", file, line) for file, line in places.items()), None)

    def problem_at(self, address: str, html: str, message: str) -> Problem:
        """The same, at the line that the longest words in this piece of the page's HTML came from."""
        problem = self.problem(address, message)
        pieces = sorted((unescape(one).strip() for one in _TAG.split(html)), key=len, reverse=True)
        lines = self.lines(problem.file)
        for piece in pieces:
            found = next((n for n, line in enumerate(lines, 1) if len(piece) > 3 and piece in line), 0)
            if found:
                return Problem(problem.file, found, message)
        return problem

    def page_of(self, file: str) -> str | None:
        """The address of the one page that a file is the source of; None where it has none or several."""
        return self._by_file.get(file)

    def lines(self, file: str) -> list[str]:
        """The lines of a file of the project; none where it cannot be read."""
        path = self.root / file
        return path.read_text("utf-8-sig", "replace").splitlines() if path.is_file() else []

    @cached_property
    def written(self) -> tuple[str, ...]:
        """The files of `WRITTEN`, hidden ones and those of unpublished records too."""
        paths = (path for pattern in WRITTEN for path in sorted(self.root.glob(pattern)) if path.is_file())
        return tuple(path.relative_to(self.root).as_posix() for path in paths)

    @cached_property
    def _links(self) -> dict[str, dict[str, int]]:
        """The file and line of each word that could be a link, for all words of all files."""
        found: dict[str, dict[str, int]] = {}
        for file in self.written:
            for number, line in enumerate(self.lines(file), start=1):
                for word in _WORD.findall(line):
                    _, mark, place = word.partition("#")
                    for link in (word, mark + place) if place else (word,):
                        found.setdefault(link, {}).setdefault(file, number)
        return found

    @cached_property
    def _by_file(self) -> dict[str, str]:
        """Of records and series. What a hand-written page says, no other page shows."""
        of_audits = {audit.file: addresses.audit(audit.slug) for audit in self.catalogue.audits}
        return of_audits | {series.file: addresses.series(series.slug) for series in self.catalogue.series}

    @cached_property
    def all(self) -> dict[str, Source]:
        """Every page that the site has, by its address."""
        return dict((*self._generated(), *self._hand_written()))

    def _hand_written(self) -> Iterator[tuple[str, Source]]:
        """A page of its own kind each: no two are alike."""
        for path in sorted((self.root / DOCS).rglob("*.md")):
            inside = path.relative_to(self.root / DOCS)
            place = inside.parent if inside.stem in ("index", "README") else inside.with_suffix("")
            address = "" if place.as_posix() == "." else f"{place.as_posix()}/"
            yield address, Source(f"{DOCS}/{inside.as_posix()}", f"{DOCS}/{inside.as_posix()}")

    def _generated(self) -> Iterator[tuple[str, Source]]:
        for one in self.catalogue.gone:
            if one.is_page:
                yield one.address, Source("gone", gone.FILE, one.line)
        for address, (kind, template) in GENERATED.items():
            yield address, Source(kind, f"{_TEMPLATES}/{template}")
        yield NOT_FOUND, Source("page not found", "overrides/404.html")
        for series in self.catalogue.series:
            yield addresses.series(series.slug), Source("series", series.file, series.lines.get("title", 1))
        words = read_yaml(self.root / vocabulary.FILE, vocabulary.FILE)
        for topic in self.catalogue.vocabulary.topics:
            yield addresses.topic(topic), Source("topic", vocabulary.FILE, words.line(("topics", topic)))
        for audit in self.catalogue.audits:
            for year in audit.period.years if audit.period else ():
                yield addresses.year(year.slug), Source("year", f"{_TEMPLATES}/listing.html")
            yield from _of_audit(audit)


def _of_audit(audit: Readable) -> Iterator[tuple[str, Source]]:
    """Its pages under all its names. Where a withdrawn audit had its briefing, a page leads on."""
    title, moved = audit.lines.get("title", 1), audit.lines.get("former_slugs", 1)
    has_briefing = bool(of_briefing(audit))
    yield addresses.audit(audit.slug), Source(kind_of(audit), audit.file, title)
    if has_briefing or audit.withdrawn:
        kind = "briefing" if has_briefing else "moved"
        yield addresses.briefing(audit.slug), Source(kind, audit.file, title)
    for former in audit.former_slugs:
        yield addresses.audit(former), Source("moved", audit.file, moved)
        if has_briefing or audit.withdrawn:
            yield addresses.briefing(former), Source("moved", audit.file, moved)


def kind_of(audit: Readable) -> str:
    """What its page has, in words: pages of one kind are made of the same parts."""
    parts = ["audit", audit.status]
    parts += ["with learning"] if audit.sections else []
    parts += ["with artwork"] if "poster" in audit.lines else []
    return ", ".join(parts)
