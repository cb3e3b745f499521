"""Audits for the benchmark: of 20, 18 have artwork, one has its poster composed, and one is coming soon."""

from __future__ import annotations

import json
from random import Random

from project import PUBLICATION
from publication.audits.sections import SECTIONS
from publication.audits.vocabulary import read_vocabulary

PLAIN = """
    plans families children visits schools meetings agencies records practice questions answers voices
    partners reviews workers health police housing early help support timely clear shared careful honest
    better listen ask write agree follow check learn notice explain record home safety neglect strengths
    worries risks needs changes outcomes every each most some often always with for after before about and
"""
WORDS = tuple(PLAIN.split())

SERIES = tuple(sorted(path.stem for path in (PUBLICATION / "content/series").glob("*.md")))
VOCABULARY, _ = read_vocabulary(PUBLICATION)
assert VOCABULARY, "the publication for tests is valid"
TOPICS, AGENCIES = tuple(VOCABULARY.topics), tuple(VOCABULARY.agencies)

PERIOD = 20
WITHOUT_ARTWORK = {18: "composed", 19: "coming soon"}
"""By the remainder of a record's number and `PERIOD`."""


def sentence(random: Random, words: int) -> str:
    """Write so many words, with a capital and a full stop."""
    return " ".join(random.choices(WORDS, k=words)).capitalize() + "."


def with_artwork(count: int) -> list[int]:
    """Return the numbers, from 0, of those of the first `count` records that name artwork: 90%."""
    return [number for number in range(count) if not lacks_artwork(number)]


def lacks_artwork(number: int) -> str:
    """Say why a record names no artwork: "composed" or "coming soon"; "" where it does."""
    return WITHOUT_ARTWORK.get(number % PERIOD, "")


def slug(number: int) -> str:
    """Return the record's name and address."""
    return f"bench-{number:04}"


def body(number: int) -> str:
    """Write the Markdown of a record, about 350 words: a summary and five sections with lists."""
    random = Random(f"body {number}")
    parts = [sentence(random, 25)]
    for heading in SECTIONS.values():
        points = "\n".join(f"- **{sentence(random, 3)}** {sentence(random, 14)}" for _ in range(3))
        parts.append(f"## {heading}\n\n{sentence(random, 12)}\n\n{points}")
    return "\n\n".join(parts) + "\n"


def title(number: int) -> str:
    """Write the title of a record, its own."""
    return f"{sentence(Random(f'title {number}'), 5).rstrip('.')} {number}"


def poster_text(number: int) -> str:
    """Write the words of a poster, about 120, as paragraphs and a list."""
    random = Random(f"poster {number}")
    points = "\n".join(f"- {sentence(random, 12)}" for _ in range(6))
    return f"{sentence(random, 25)}\n\n{points}\n\n{sentence(random, 20)}"


def record(number: int, artwork: str | None) -> str:
    """Write the file of a record; `artwork` is the name of its poster in `posters/`, if it has one."""
    random = Random(f"record {number}")
    topics = random.sample(TOPICS, random.randint(1, 3))
    lines = [f"title: {title(number)}", f"series: {SERIES[number % len(SERIES)]}"]
    lines.append(f"topics: [{', '.join(topics)}]")
    if not artwork and lacks_artwork(number) == "coming soon":
        lines += ["status: coming-soon", f"scope: {sentence(random, 20)}"]
        words = sentence(random, 25) + "\n"
    else:
        year = random.randint(2016, 2025)
        lines += ["status: published", f"period: {year}/{(year + 1) % 100:02}"]
        lines.append(f"agencies: [{', '.join(random.sample(AGENCIES, 4))}]")
        lines.append(f"published: {year + 1}-05-{number % 28 + 1:02}")
        lines.append(f"sample: {{cases: {random.randint(5, 30)}}}")
        words = body(number)
    if artwork:
        lines += [f"poster: {json.dumps(artwork)}", f"poster_text: {json.dumps(poster_text(number))}"]
    if lacks_artwork(number) != "coming soon":
        lines.append("disclosure_check: {by: Quality auditor, on: 2016-04-01}")
    return "\n".join(["---", *lines, "---", "", words])
