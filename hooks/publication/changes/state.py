"""A state of the project: what its files say, as the build reads them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from publication.audits.catalogue import Catalogue, read_catalogue
from publication.audits.vocabulary import Vocabulary
from publication.changes.addresses import of_files
from publication.posters.collection import check_artwork

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from publication.audits.audit import Audit, Readable
    from publication.audits.problem import Problem
    from publication.posters.artwork import Artwork


@dataclass(frozen=True)
class State:
    """The catalogue, its artwork by slug, and everything wrong with the files."""

    catalogue: Catalogue
    artworks: Mapping[str, Artwork] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    """The hand-written file that stands at each address."""

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that would stop a build."""
        return tuple(problem for problem in self.problems if not problem.is_warning)

    def artwork(self, audit: Readable | None) -> Artwork | None:
        """The supplied poster that readers of a published audit get."""
        return self.artworks.get(audit.slug) if audit and audit.is_published else None


NOTHING = State(Catalogue((), (), Vocabulary(topics={}, agencies={}, plans={}, acronyms={})))
"""A project before its first record."""


def read_state(root: Path, cache: Path) -> State:
    """The project in `root`, as far as it can be read; `cache` remembers what was learnt of artwork."""
    catalogue, problems = read_catalogue(root)
    artworks, found = check_artwork(root, catalogue, cache, complete=not problems)
    return State(catalogue, artworks, (*problems, *found), of_files(root))


@dataclass(frozen=True)
class Pair:
    """One audit before and now, also where its record was renamed; None where it was not there."""

    before: Audit | None
    now: Audit | None

    @property
    def either(self) -> Audit:
        """The audit, as it is now if it is there."""
        audit = self.now or self.before
        assert audit is not None
        return audit


def pairs(before: Catalogue, now: Catalogue) -> Iterator[Pair]:
    """Every audit of both catalogues once: those of now in order, then those that are gone.

    A renamed record is known by its former names.
    """
    left = {audit.slug: audit for audit in before.audits}
    renamed = {
        former: audit.slug
        for audit in now.audits
        if audit.slug not in left
        for former in audit.former_slugs
        if former in left and not now.audit(former)
    }
    was = {slug: former for former, slug in renamed.items()}
    for audit in now.audits:
        yield Pair(left.pop(was.get(audit.slug, audit.slug), None), audit)
    for audit in left.values():
        yield Pair(audit, None)
