"""Addresses at which nothing would answer any more: which, for what reason, and where that is mended."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from publication.audits import gone, vocabulary
from publication.audits import series as series_records
from publication.changes.addresses import PAGES, of_audits, of_file, of_listings
from publication.changes.other_files import printable
from publication.changes.records import words_of
from publication.posters.composed.content import long_date
from publication.views import addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence

    from publication.audits.audit import Audit
    from publication.changes.other_files import FileChange
    from publication.changes.state import Pair, State

SAME_KIND = "A poster keeps its address only while its kind of file (PDF, PNG or JPEG) stays the same."


@dataclass(frozen=True)
class Lost:
    """Addresses at which nothing would answer any more, for one reason.

    `subject` is what readers know it by, `note` says what happens to it. `file` is where it can be mended, at
    `line` (0 where the whole file is meant, which may be there no longer); `how` says what to write there.
    """

    subject: str
    note: str
    addresses: tuple[str, ...]
    file: str
    line: int = 0
    how: str = ""
    can_be_meant: bool = True
    """Whether `content/gone.yml` may have an entry: what comes back by itself is not gone."""
    follows: bool = False
    """Whether it goes with what is wanted, so that there is nothing to mend."""


def lost(
    pairs: Sequence[Pair], before: State, now: State, files: Mapping[str, FileChange], today: dt.date
) -> list[Lost]:
    """What answered before and would not any more; `files` says of each file that differs how it does."""
    audits, listings = of_audits(now, today), of_listings(now, today)
    standing = {*audits, *listings, *now.written}
    return list(
        chain(
            _of_audits(pairs, before, now, standing, today),
            _of_listings(pairs, before, now, standing, today),
            _of_files(files, standing),
            _of_gone(before, now, standing),
        )
    )


def _of_audits(
    pairs: Iterable[Pair], before: State, now: State, standing: Container[str], today: dt.date
) -> Iterator[Lost]:
    """A poster goes with its audit's learning where that is withdrawn or taken back, and is not lost."""
    by_slug = {pair.before.slug: pair for pair in pairs if pair.before}
    found: dict[str, list[str]] = {}
    for address, audit in of_audits(before, today).items():
        if address not in standing:
            found.setdefault(audit.slug, []).append(address)
    same = _by_words(now) if any(by_slug[slug].now is None for slug in found) else {}
    for slug, at in found.items():
        pair = by_slug[slug]
        was, is_now = pair.before, pair.now
        assert was is not None
        has_page = any(address.endswith("/") for address in at)
        if is_now is None:
            yield _removed(was, tuple(at), same.get(_words(was)) or same.get(was.title))
        elif addresses.audit(slug) in at:
            yield _hidden(was, is_now, tuple(at), today)
        elif has_page:
            how = f"Write in {is_now.file}: {_former(is_now, was)}"
            line = is_now.lines.get("former_slugs", 0)
            yield Lost(was.title, "an old address of it", tuple(at), is_now.file, line, how)
        elif is_now.is_published:
            yield Lost(
                was.title, "its poster", tuple(at), is_now.file, is_now.lines.get("poster", 0), SAME_KIND
            )


def _removed(was: Audit, at: tuple[str, ...], same: Audit | None) -> Lost:
    """The record may have another name now, without the old one in it."""
    how = f"Put {was.file} back. To end its learning, write in it: status: withdrawn"
    if same:
        how = f"If {same.file} is the same audit, write in it: {_former(same, was)}"
    return Lost(was.title, "its record is removed", at, same.file if same else was.file, how=how)


def _hidden(was: Audit, is_now: Audit, at: tuple[str, ...], today: dt.date) -> Lost:
    """A record that readers no longer see, for ever or until a day."""
    file, line = _place(is_now, "status", today)
    if is_now.status == "draft":
        how = f"Write again: status: {was.status}. To end its learning, write: status: withdrawn"
        return Lost(was.title, "it becomes a draft", at, file, line, how)
    assert is_now.published
    how = "Its learning is public already: write 'published' as it was before."
    if was.status in ("planned", "coming-soon"):
        how = f"Leave it {was.status}, and merge this change on the day."
    note = f"it is kept back until {long_date(is_now.published)}"
    return Lost(was.title, note, at, file, line, how, can_be_meant=False)


def _by_words(state: State) -> dict[str, Audit]:
    """Each audit by its title and by all that its record says."""
    audits = state.catalogue.audits
    return {audit.title: audit for audit in audits} | {_words(audit): audit for audit in audits}


def _words(audit: Audit) -> str:
    return repr(words_of(audit))


def _former(is_now: Audit, was: Audit) -> str:
    """The line that keeps all old addresses, oldest first."""
    names = dict.fromkeys((*was.former_slugs, *is_now.former_slugs, was.slug))
    return f"former_slugs: [{', '.join(name for name in names if name != is_now.slug)}]"


def _of_listings(
    pairs: Sequence[Pair], before: State, now: State, standing: Container[str], today: dt.date
) -> Iterator[Lost]:
    """Each at the file of its own, or at the record without which nothing is left in it."""
    series_now = {series.slug for series in now.catalogue.series}
    not_withdrawn = [pair for pair in pairs if not (pair.now and pair.now.status == "withdrawn")]
    for address, title in of_listings(before, today).items():
        if address in standing:
            continue
        kind, slug, *file = address.strip("/").split("/")
        one = Lost(title, "a file" if file else "a listing", (address,), gone.FILE)
        if kind == "topics":
            yield replace(one, file=vocabulary.FILE, how="Put the word back: only its name may change.")
        elif kind == "years":
            yield _without(one, "period", pairs, partial(_is_of_year, slug=slug, today=today), today)
        elif slug in series_now:
            yield _without(one, "series", not_withdrawn, partial(_is_packed, series=slug, today=today), today)
        else:
            file_of_series = f"{series_records.FOLDER}/{slug}.md"
            yield replace(one, file=file_of_series, how=f"Put {file_of_series} back.")


def _without(
    one: Lost, key: str, pairs: Iterable[Pair], belongs: Callable[[Audit], bool], today: dt.date
) -> Lost:
    """At the first of these records that no longer belongs to it. Without one, nothing is to mend."""
    for pair in pairs:
        if pair.before and belongs(pair.before) and not (pair.now and belongs(pair.now)):
            file, line = _place(pair.now, key, today) if pair.now else (pair.before.file, 0)
            return replace(one, file=file, line=line)
    return replace(one, follows=True)


def _place(audit: Audit, key: str, today: dt.date) -> tuple[str, int]:
    """The line that hides a record from readers; that of `key` where they see it."""
    if not audit.is_visible(today):
        key = "status" if audit.status == "draft" else "published"
    return audit.file, audit.lines.get(key, 0)


def _is_of_year(audit: Audit, slug: str, today: dt.date) -> bool:
    years = audit.period.years if audit.period else ()
    return audit.is_visible(today) and any(year.slug == slug for year in years)


def _is_packed(audit: Audit, series: str, today: dt.date) -> bool:
    return audit.is_visible(today) and audit.is_published and audit.series == series


def _of_files(files: Mapping[str, FileChange], standing: Container[str]) -> Iterator[Lost]:
    """Hand-written pages, and what lies beside them."""
    for name, change in sorted(files.items()):
        path = PurePosixPath(name)
        if change != "removed" or path.parts[0] != PAGES or of_file(path) in standing:
            continue
        note = "a hand-written page" if path.suffix == ".md" else "a file"
        said = printable(name)
        yield Lost(said, note, (printable(of_file(path)),), name, how=f"Put {said} back.")


def _of_gone(before: State, now: State, standing: Container[str]) -> Iterator[Lost]:
    """Pages that say that something is gone are addresses, too."""
    kept = {one.address for one in now.catalogue.gone}
    for one in before.catalogue.gone:
        if one.is_page and one.address not in kept and one.address not in standing:
            note, how = "the page that says why it is gone", f"Put its entry back: {one.written}"
            name = one.title or f"/{one.address}"
            yield Lost(name, note, (one.address,), gone.FILE, how=how, can_be_meant=False)
