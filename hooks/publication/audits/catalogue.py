"""All records together: read, and checked against each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from publication.audits import audit as records
from publication.audits import series as series_records
from publication.audits.audit import Audit, Readable, Unfinished, read_audit
from publication.audits.cycle import too_many_topics
from publication.audits.gone import Gone, read_gone
from publication.audits.problem import Problem, did_you_mean
from publication.audits.publisher import NOBODY, Publisher, read_publisher
from publication.audits.reported import more_than_reported
from publication.audits.series import WITHOUT, Series, read_series
from publication.audits.vocabulary import Vocabulary, read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

T = TypeVar("T")
A = TypeVar("A", bound=Readable)


@dataclass(frozen=True)
class Collection(Generic[A]):
    """Audits in the order of their slugs, series in their own order. Slugs are unique in each."""

    audits: tuple[A, ...]
    series: tuple[Series, ...]
    vocabulary: Vocabulary
    publisher: Publisher = NOBODY
    gone: tuple[Gone, ...] = ()
    """Addresses that were public once, and that are gone on purpose."""

    def audit(self, slug: str | None) -> A | None:
        """The audit with this slug, if it is here."""
        return self._by_slug.get(slug) if slug else None

    @cached_property
    def _by_slug(self) -> dict[str, A]:
        return {audit.slug: audit for audit in self.audits}

    def series_called(self, slug: str) -> Series:
        """The series with this slug; `series.WITHOUT` for that of audits in a publication without series."""
        return self._series_by_slug.get(slug, WITHOUT)

    @cached_property
    def _series_by_slug(self) -> dict[str, Series]:
        return {series.slug: series for series in self.series}


@dataclass(frozen=True)
class Catalogue(Collection[Audit]):
    """All records of the project, drafts too. What readers may see of it is in `public`."""

    unfinished: tuple[Unfinished, ...] = ()
    """Records with facts to mend: they are no audits yet, but their posters are checked."""


def read_catalogue(root: Path) -> tuple[Catalogue, list[Problem]]:
    """Everything below `root/content` that can be read, and all problems of all files."""
    publisher, problems = read_publisher(root)
    vocabulary, found = read_vocabulary(root)
    problems += found
    context: dict[str, Any] = {
        **(vocabulary.context if vocabulary else {}),
        **({"palettes": publisher.palettes} if publisher else {}),
    }
    series, found = _read_all(root, series_records.FOLDER, lambda p, f: read_series(p, f, context))
    problems += found
    context["series"] = {path.stem for path in _markdown_in(root / series_records.FOLDER)}
    read, found = _read_all(root, records.FOLDER, lambda p, f: read_audit(p, f, context))
    problems += found
    audits = tuple(one for one in read if isinstance(one, Audit))
    unfinished = tuple(one for one in read if isinstance(one, Unfinished))
    if not audits and not found:
        problems.append(
            Problem(records.FOLDER, 0, "has no record in it. To write the first one, run: make new")
        )
    gone, of_gone = read_gone(root)
    catalogue = Catalogue(
        audits,
        tuple(sorted(series, key=lambda one: one.order)),
        (vocabulary or _NO_VOCABULARY).with_acronyms(publisher.acronyms if publisher else {}),
        publisher or NOBODY,
        gone,
        unfinished,
    )
    problems += _policy(catalogue, complete=not problems)
    return catalogue, problems + of_gone


_NO_VOCABULARY = Vocabulary(topics={}, agencies={}, plans={}, acronyms={})


def _markdown_in(folder: Path) -> list[Path]:
    """All but hidden files and safety copies, which are editors' tools' own: a record by intention."""
    return sorted(
        path for path in folder.glob("*") if not path.name.startswith((".", "#")) and path.name[-1] != "~"
    )


def _read_all(
    root: Path, folder: str, read: Callable[[Path, str], tuple[T | None, list[Problem]]]
) -> tuple[list[T], list[Problem]]:
    found: list[T] = []
    problems: list[Problem] = []
    seen: dict[str, str] = {}
    for path in _markdown_in(root / folder):
        file = f"{folder}/{path.name}"
        if path.suffix != ".md":
            problems.append(Problem(file, 0, "is not a record: its name must end in .md"))
            continue
        if other := seen.get(path.stem.lower()):
            problems.append(Problem(file, 0, f"has the same name as {other} but for capitals. Rename one."))
        seen[path.stem.lower()] = path.name
        one, wrong = read(path, file)
        problems += wrong
        found += [one] if one else []
    return found, problems


def _policy(catalogue: Catalogue, *, complete: bool) -> Iterator[Problem]:
    """What records must say together. They are counted only when all of them could be read."""
    for audit in catalogue.audits:
        yield from _relations(audit, catalogue, complete=complete)
    yield from _moves(catalogue)
    orders: dict[int, list[Series]] = defaultdict(list)
    for series in catalogue.series:
        orders[series.order].append(series)
    if complete:
        yield from _more_than_stated(catalogue)
    for first, *others in orders.values():
        for other in others:
            yield other.problem("order", f"'order' is the same as that of {first.file}. Change one.")


def _relations(audit: Audit, catalogue: Catalogue, *, complete: bool) -> Iterator[Problem]:
    slugs = [one.slug for one in catalogue.audits if one is not audit]
    for key in ("re_audit_of", "superseded_by"):
        slug = getattr(audit, key)
        other = catalogue.audit(slug)
        if slug is None:
            continue
        if slug == audit.slug:
            yield audit.problem(
                key, f"'{key}' names this record itself. Name the other one, or remove the line."
            )
        elif other is None and complete:
            moved = next((one.slug for one in catalogue.audits if slug in one.former_slugs), None)
            near = f" It is '{moved}' now." if moved else did_you_mean(slug, slugs)
            near = near or " Name a record, or remove the line."
            yield audit.problem(key, f"there is no record '{slug}'.{near}")
        elif other and key == "superseded_by" and other.re_audit_of != audit.slug:
            how = f"Write in {other.file}: re_audit_of: {audit.slug}"
            yield audit.problem(key, f"'{slug}' does not say that it is the re-audit of this one. {how}")
        elif other and key == "re_audit_of" and _is_earlier(audit, other):
            said = (
                f"this audit ({audit.period}) is earlier than '{slug}' ({other.period}), which it re-audits."
            )
            yield audit.problem(key, f"{said} Check both periods.")
    if _goes_in_a_circle(audit, catalogue):
        yield audit.problem(
            "re_audit_of",
            "following 're_audit_of' from record to record leads back to this one. Remove one of them.",
        )


def _moves(catalogue: Catalogue) -> Iterator[Problem]:
    """An old address leads to one page only, and never where a page stands now."""
    slugs = {one.slug: one.file for one in catalogue.audits}
    claimed: dict[str, str] = {}
    for audit in catalogue.audits:
        for slug in audit.former_slugs:
            if slug == audit.slug:
                said = f"'{slug}' is this record's present name. Write the names that it had before."
            elif slug in slugs:
                said = f"'{slug}' is the present name of {slugs[slug]}. Rename that record, or remove this."
            elif slug in claimed:
                said = f"'{slug}' is a former name of {claimed[slug]} too. Keep it in one of the records."
            else:
                claimed[slug] = audit.file
                continue
            yield audit.problem("former_slugs", said)


def _is_earlier(one: Audit, other: Audit) -> bool:
    return bool(one.period and other.period and one.period.last < other.period.first)


def _goes_in_a_circle(audit: Audit, catalogue: Catalogue) -> bool:
    seen: set[str] = set()
    following = catalogue.audit(audit.re_audit_of)
    while following and following.slug != audit.slug and following.slug not in seen:
        seen.add(following.slug)
        following = catalogue.audit(following.re_audit_of)
    return bool(seen and following and following.slug == audit.slug)


def _more_than_stated(catalogue: Catalogue) -> Iterator[Problem]:
    """More records than a series says that there are: worth a look, at the record that came last."""
    audits: dict[str, list[Audit]] = defaultdict(list)
    for audit in catalogue.audits:
        audits[audit.series].append(audit)
    for series in catalogue.series:
        yield from too_many_topics(series, audits[series.slug])
        if series.reported:
            yield from more_than_reported(series.reported, audits[series.slug])
