"""Two states of the project and a day in, what becomes different for readers out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from publication.audits.publisher import NOBODY
from publication.changes import posters
from publication.changes.change import GROUPS, Change, Changes
from publication.changes.lost import lost
from publication.changes.lost_addresses import gone, moves, problems
from publication.changes.other_files import file_changes, series_changes, vocabulary_changes
from publication.changes.publisher import publisher_changes
from publication.changes.records import follows, record_changes
from publication.changes.state import pairs as paired

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from publication.changes.other_files import FileChange
    from publication.changes.state import Pair, State


def compare(before: State, now: State, files: Mapping[str, FileChange], today: dt.date) -> Changes:
    """What `now` does to the public site of `before`, both looked at on the day `today`.

    `files` says of every file that differs how it does, by its path in the project. A record that could not
    be read before is neither new nor corrected: it cannot be compared.
    """
    unreadable = {problem.file for problem in before.errors}
    if before.catalogue.publisher is NOBODY:
        before = replace(before, catalogue=replace(before.catalogue, publisher=now.catalogue.publisher))
    found: dict[str, list[Change]] = defaultdict(list)
    known: list[Pair] = []
    for pair in paired(before.catalogue, now.catalogue):
        if pair.before is None and pair.either.file in unreadable:
            found["unknown"].append(Change(pair.either.title, pair.either.file))
        else:
            known.append(pair)
    supplied = posters.poster_changes(known, before, now, today)
    without = lost(known, before, now, files, today)
    told = chain(
        gone(without, now),
        record_changes(known, before, now, today),
        follows(known, before, now, today),
        posters.grouped(supplied),
        posters.composed_anew(known, before, now, today),
        moves(known, before, now, today),
        publisher_changes(before.catalogue.publisher, now.catalogue.publisher),
        series_changes(before.catalogue, now.catalogue),
        vocabulary_changes(before.catalogue, now.catalogue),
        file_changes(files),
    )
    for key, change in told:
        found[key].append(change)
    groups = [replace(group, changes=tuple(found[key])) for key, group in GROUPS.items() if found[key]]
    words = posters.new_words(known, before, now, today)
    return Changes(tuple(groups), supplied, words, tuple(problems(without, now, today)))
