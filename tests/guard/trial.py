"""`make guard-trial`: how much of what was planted is found, and how much is found where nothing is."""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from guard.sentences import innocent, planted
from project import draw_posters, lay_out
from publication.audits.catalogue import read_catalogue
from publication.guard.check import guard, personal_data
from publication.guard.configuration import read_configuration, rules_of
from publication.guard.passage import Passage
from publication.guard.rules import Rules
from publication.posters.collection import check_artwork

if TYPE_CHECKING:
    from guard.sentences import Planted

PROJECT = Path(__file__).parents[2]
SEED = PROJECT.parent / "shared/seed"
ENOUGH = 0.95
"""The part of what was planted that has to be found, both of all and of what was kept apart."""


def missed(part: list[Planted], rules: Rules) -> list[tuple[str, str]]:
    """The kind and the words of each planted identifier that no finding touches."""
    lacking = []
    for one in part:
        found = rules.findings(one.passage)
        for start, end in one.marked:
            if not any(finding.start < end and start < finding.end for finding in found):
                lacking.append((one.kind, one.passage.text[start:end]))
    return lacking


def alarms(root: Path) -> list[str]:
    """Whatever is found in a project that has nothing to be found."""
    catalogue, problems = read_catalogue(root)
    with tempfile.TemporaryDirectory() as cache:
        artworks, _ = check_artwork(root, catalogue, Path(cache), complete=not problems)
    return [f"{one} {one.private}" for one in guard(root, catalogue, artworks)]


def main() -> int:
    """Print both figures and what makes them less than whole: 0 where they are good enough, 1 where not."""
    is_good = True
    for part, told in (("tune", "that the rules were written against"), ("kept", "kept apart")):
        sentences = planted(part)
        count = sum(len(one.marked) for one in sentences)
        lacking = missed(sentences, Rules())
        share = 1 - len(lacking) / count
        print(f"planted identifiers {told}: {count - len(lacking)} of {count} found ({share:.1%})")
        for kind, number in Counter(kind for kind, _ in lacking).items():
            print(f"  missed: {number} of {kind}")
        is_good &= share >= ENOUGH
    false = [problem for one in innocent() for problem in personal_data([one], Rules())]
    print(f"false alarms in {len(innocent()) // 2} innocent sentences: {len(false)}")
    rules = rules_of(read_configuration(PROJECT)[0], read_catalogue(PROJECT)[0].publisher.contact)
    told = [f"{one} {one.private}" for one in false]
    with tempfile.TemporaryDirectory() as folder:
        ours = draw_posters(lay_out(Path(folder, "project")))
        for name, root in (("the shipped content", PROJECT), ("the publication for tests", ours)):
            found = alarms(root)
            print(f"false alarms in {name}: {len(found)}")
            told += found
    texts = [Passage(path.name, path.read_text("utf-8"), "page") for path in sorted(SEED.glob("*.txt"))]
    found = [f"{one} {one.private}" for text in texts for one in personal_data([text], rules)]
    print(f"false alarms in the seed: {len(found) if texts else 'not there'}")
    told += found
    print("\n".join(told), end="\n" if told else "")
    return 0 if is_good and not told else 1


if __name__ == "__main__":
    sys.exit(main())
