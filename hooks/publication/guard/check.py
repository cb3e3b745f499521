"""Every text of the publication, held against every rule."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.guard.configuration import read_configuration, rules_of
from publication.guard.files import unpublished
from publication.guard.hidden import hidden
from publication.guard.leftovers import leftovers
from publication.guard.rules import any_of, passed
from publication.guard.signs import odd_signs
from publication.guard.small_numbers import disclosure
from publication.guard.sources import file_names, poster_words, written_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from publication.audits.audit import Audit
    from publication.audits.catalogue import Catalogue
    from publication.guard.finding import Finding
    from publication.guard.passage import Passage
    from publication.guard.rules import Rules
    from publication.posters.artwork import Artwork


HOW = "Nobody is meant? See 'allow' in CONTRIBUTING.md."


def guard(root: Path, catalogue: Catalogue, artworks: Mapping[str, Artwork]) -> list[Problem]:
    """What was never meant to be public, of all texts of the project in `root`."""
    configuration, problems = read_configuration(root)
    rules = rules_of(configuration, catalogue.publisher.contact)
    by_file: dict[str, list[Passage]] = defaultdict(list)
    for passage in (*written_texts(root), *file_names(root), *poster_words(catalogue, artworks)):
        by_file[passage.file].append(passage)
    audits = {audit.file: audit for audit in catalogue.audits}
    for file, passages in by_file.items():
        audit = audits.get(file)
        problems += personal_data(passages, rules, audit)
        for passage in passages:
            problems += odd_signs(passage)
            problems += hidden(passage)
            if not audit or audit.status != "draft":
                problems += leftovers(passage)
        if audit:
            problems += disclosure(audit, passages[0], configuration.small_numbers_below)
    return [*problems, *unpublished(root)]


def personal_data(passages: Iterable[Passage], rules: Rules, audit: Audit | None = None) -> Iterator[Problem]:
    """What points to a person in the texts of one file. An audit's waivers are for all of its texts."""
    found = [(passage, finding) for passage in passages for finding in rules.findings(passage)]
    for number, waiver in enumerate(audit.allow if audit else ()):
        waived = any_of([waiver.words])
        kept = [(passage, finding) for passage, finding in found if not passed(waived, passage, [finding])]
        if audit and len(kept) == len(found):
            how = "Remove it, or write the words as they stand."
            said = f"nothing here needs entry {number + 1} of 'allow'. {how}"
            yield audit.problem("allow", said, is_warning=True)
        found = kept
    groups: dict[tuple[str, str, str], list[tuple[Passage, Finding]]] = defaultdict(list)
    for passage, finding in found:
        words = passage.plain[finding.start : finding.end].casefold()
        groups[passage.within, words, finding.said].append((passage, finding))
    for group in groups.values():
        yield _problem(*group[0], len(group))


def _problem(passage: Passage, finding: Finding, times: int) -> Problem:
    """The same words are told once in each text, with how often they are there."""
    line, column = passage.place(finding.start)
    said = f"{passage.within}: {finding.said}" if passage.within else finding.said
    how_often = f" It is here {times} times." if times > 1 else ""
    private = f"It reads: '{' '.join(passage.plain[finding.start : finding.end].split())}'"
    return Problem(
        passage.file, line, f"{said}{how_often} {HOW}", finding.is_warning, column=column, private=private
    )
