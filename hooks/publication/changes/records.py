"""What happens to audits: published, announced, corrected, withdrawn, or not for readers yet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.cycle import shown_as
from publication.audits.public import public_catalogue
from publication.changes.change import Change
from publication.changes.corrections import corrections
from publication.changes.posters import facts
from publication.posters.composed.content import long_date
from publication.views import addresses

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from publication.audits.audit import Audit
    from publication.changes.state import Pair, State

WAS = {
    "draft": "was a draft",
    "planned": "was planned",
    "coming-soon": "was coming soon",
    "published": "was published",
    "withdrawn": "was withdrawn",
}
WITH_STATUS = ("expected", "scope", "questions", "withdrawn")
"""Fields that come and go with the status: where that changes, they are no news of their own."""

NO_LEARNING = "It has no learning and no poster yet: readers see that it has not been supplied."


def record_changes(
    pairs: Iterable[Pair], before: State, now: State, today: dt.date
) -> Iterator[tuple[str, Change]]:
    """Each with the key of its group. What readers lose altogether is told by `addresses`."""
    for pair in pairs:
        was_seen = bool(pair.before and pair.before.is_visible(today))
        if pair.now and pair.now.is_visible(today):
            if was_seen and pair.before and pair.before.status == pair.now.status:
                yield from _corrected(pair.before, pair.now, before, now)
            else:
                yield _shown(pair, pair.now, before, now, today, was_seen=was_seen)
        elif pair.now or not was_seen:
            yield from _hidden(pair, before, now, today)


def _corrected(was: Audit, is_now: Audit, before: State, now: State) -> Iterator[tuple[str, Change]]:
    parts = corrections(was, is_now, before.catalogue, now.catalogue)
    if parts:
        yield "corrects", Change(is_now.title, "", addresses.audit(is_now.slug), parts)


def _shown(
    pair: Pair, is_now: Audit, before: State, now: State, today: dt.date, *, was_seen: bool
) -> tuple[str, Change]:
    """An audit that readers see for the first time, or with another status."""
    kind = {"published": "publishes", "withdrawn": "withdraws"}.get(is_now.status, "announces")
    if kind == "announces" and was_seen and pair.before and pair.before.status in ("published", "withdrawn"):
        kind = "takes-back"
    shown = shown_as(is_now, now.catalogue.series_called(is_now.series), today)
    notes = [] if kind == "publishes" else [shown.replace("-", " ")]
    if kind == "withdraws":
        notes = []
    if pair.before is None:
        notes.append("new")
    elif was_seen or pair.before.status == "draft":
        notes.append(WAS[pair.before.status])
    else:
        assert pair.before.published
        notes.append(f"was kept back until {long_date(pair.before.published)}")
    parts: tuple[str, ...] = ()
    if pair.before:
        was = pair.before.model_copy(update={key: getattr(is_now, key) for key in WITH_STATUS})
        parts = corrections(was, is_now, before.catalogue, now.catalogue)
    details = [f"Also different: {'; '.join(parts)}."] if parts else []
    if kind == "announces" and is_now.expected:
        details.append(f"Expected: {is_now.expected}.")
    if kind == "publishes" and not is_now.sections and not is_now.poster:
        details.append(NO_LEARNING)
    if kind == "withdraws" and is_now.withdrawn:
        details.append(f"Since {long_date(is_now.withdrawn.on)}: {is_now.withdrawn.why}")
    return kind, Change(is_now.title, ", ".join(notes), addresses.audit(is_now.slug), tuple(details))


def _hidden(pair: Pair, before: State, now: State, today: dt.date) -> Iterator[tuple[str, Change]]:
    """A record that readers do not see, told to the editor alone."""
    if pair.before is None:
        said = "new"
    elif pair.now is None:
        said = "removed"
    elif pair.before.status != pair.now.status:
        said = WAS[pair.before.status]
    else:
        same = same_words(pair.before, pair.now) and _digest(pair.before, before) == _digest(pair.now, now)
        if same:
            return
        said = "changed"
    audit = pair.either
    why = "draft"
    if audit.status != "draft" and audit.published:
        why = f"readers do not see it until {long_date(audit.published)}"
    artwork = now.artworks.get(audit.slug) if pair.now else None
    details = (f"Its poster: {facts(artwork)}.",) if artwork else ()
    yield "hidden", Change(audit.title, f"{why}; {said}", "", (audit.file, *details))


def same_words(one: Audit, other: Audit) -> bool:
    """Whether two records say the same, wherever their files are and whatever their form."""
    return words_of(one) == words_of(other)


def words_of(audit: Audit) -> dict[str, Any]:
    """All that a record says, without where its file is and of what form."""
    return audit.model_dump(exclude=FORM)


FORM = {"slug", "file", "lines"}


def _digest(audit: Audit, state: State) -> str:
    artwork = state.artworks.get(audit.slug)
    return artwork.digest if artwork else ""


def follows(pairs: Iterable[Pair], before: State, now: State, today: dt.date) -> Iterator[tuple[str, Change]]:
    """Re-audits and replacements that are newly named, where readers see both audits."""
    pairs = list(pairs)
    slug_now = {pair.before.slug: pair.now.slug for pair in pairs if pair.before and pair.now}
    visible = public_catalogue(now.catalogue, today)
    for pair in pairs:
        if not pair.now or not pair.now.is_visible(today):
            continue
        seen = pair.before if pair.before and pair.before.is_visible(today) else None
        for key, words in (("re_audit_of", "re-audits"), ("superseded_by", "is superseded by")):
            other = visible.audit(getattr(pair.now, key))
            was = getattr(seen, key) if seen else None
            if other and other.slug not in (was, slug_now.get(was or "")):
                yield "follows", Change(pair.now.title, f"{words} “{other.title}”")
            elif was and not getattr(pair.now, key):
                title = _title(was, before)
                yield "follows", Change(pair.now.title, f"no longer {words} “{title}”")


def _title(slug: str, state: State) -> str:
    audit = state.catalogue.audit(slug)
    return audit.title if audit else slug
