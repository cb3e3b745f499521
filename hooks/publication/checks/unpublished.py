"""What is not for readers is in no byte of the site: drafts, running embargoes, withdrawn learning."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from publication.audits.about import declared
from publication.audits.problem import Problem
from publication.audits.record import AuditFields
from publication.checks.entitlements import standing
from publication.checks.phrases import Phrase, phrases_of, words_of
from publication.checks.traces import Traces, find_traces
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from publication.audits.audit import Readable
    from publication.checks.phrases import Words
    from publication.checks.subject import Subject

LEARNING = [key for key, field in declared(AuditFields).items() if not field.about.is_kept]
"""Fields that go with the learning when it is withdrawn."""

MOST_NAMED = 3
"""Files that a message names. Of more it says how many."""


@dataclass(frozen=True)
class Kept:
    """A record that keeps something back: all of an unpublished one, the learning of a withdrawn one.

    `slug` is "" and `title` empty where readers may see them. A title of one word is a word of many texts.
    """

    audit: Readable
    slug: str
    title: Words
    sentences: tuple[Phrase, ...]


def nothing_unpublished_is_there(subject: Subject) -> Iterator[Problem]:
    """No slug, title or sentence of a draft or an embargo is on the site, nor withdrawn learning."""
    kept = [
        *(_of_unpublished(audit, subject) for audit in subject.unpublished),
        *(_of_withdrawn(audit, subject) for audit in subject.public.audits if audit.withdrawn),
    ]
    if not kept:
        return
    phrases = {one.title for one in kept} | {sentence.words for one in kept for sentence in one.sentences}
    traces = find_traces(subject, phrases, {one.slug for one in kept if one.slug})
    for one in kept:
        yield from _problems(one, traces, standing(one.audit, subject))


def _problems(kept: Kept, traces: Traces, where: str) -> Iterator[Problem]:
    audit = kept.audit
    if files := traces.slugs.get(kept.slug):
        yield audit.problem(
            "status", f"it {where}, and its name '{kept.slug}' is on the site: {_named(files)}."
        )
    if files := traces.phrases.get(kept.title):
        yield audit.problem("title", f"it {where}, and its title is on the site: {_named(files)}.")
    said = [sentence for sentence in kept.sentences if sentence.words in traces.phrases]
    if said:
        places: set[str] = set().union(*(traces.phrases[sentence.words] for sentence in said))
        many = count_of(len(said), "sentence")
        first = " ".join(said[0].words[:8])
        how = f"it {where}, and the site has {many} of it, the first '{first} …': {_named(places)}."
        yield Problem(said[0].file, said[0].line, how)


def _named(files: Iterable[str]) -> str:
    found = sorted(files)
    more = len(found) - MOST_NAMED
    return ", ".join(f"/{file}" for file in found[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _of_unpublished(audit: Readable, subject: Subject) -> Kept:
    title = words_of(audit.title)
    return Kept(audit, audit.slug, title if len(title) > 1 else (), tuple(_sentences(audit, subject)))


def _of_withdrawn(audit: Readable, subject: Subject) -> Kept:
    """Its learning. What its other fields say, such as the reason, is for readers."""
    shown = {line for key, line in audit.lines.items() if key not in LEARNING}
    starts = sorted(audit.lines.values())
    below = dict(zip(starts, [*starts[1:], starts[-1] + 1], strict=True))
    said = {line for start in shown for line in range(start, below[start])}
    return Kept(audit, "", (), tuple(one for one in _sentences(audit, subject) if one.line not in said))


def _sentences(audit: Readable, subject: Subject) -> Iterator[Phrase]:
    """Of the record and of its artwork, which is at the line that names the file."""
    yield from phrases_of(audit.file, subject.sources.lines(audit.file))
    artwork = subject.artworks.get(audit.slug)
    for text in artwork.texts if artwork else ():
        for one in phrases_of(audit.file, text.splitlines()):
            yield Phrase(audit.file, audit.lines.get("poster", 1), one.words)
