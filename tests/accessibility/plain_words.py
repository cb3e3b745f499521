"""How plain the words are that readers and editors get: a report, and a short list of what is never written.

The reading age is by the Automated Readability Index (Smith and Senter, 1967), which counts letters, words
and sentences: it needs no dictionary of syllables, so it gives the same on every machine. The index is a
school year of the United States; a child in the first is six. It is a hint: it knows nothing of meaning.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import markdown
from lxml import html

from accessibility.built_page import words
from publication.audits.record import AuditFields
from publication.posters.composed.content import HOLDING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

LONG = 25
"""Words; GOV.UK asks writers to split sentences that have more."""

HARD = 12
"""Letters of a word that is looked at twice."""

SHOWN = 3
"""The longest sentences and the most frequent hard words of each page that the report shows."""

OF_THE_FIELD = {"safeguarding", "multi-agency", "partnership", "exploitation"}
"""Long words that no reader of this site stumbles over."""

BLOCKS = ("p", "li", "dt", "dd", "th", "td", "label", "legend", "summary", "button", "h1", "h2", "h3", "h4")
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
EMBEDDED = re.compile(r"^:::.*$", re.MULTILINE)
JINJA = re.compile(r"\{[#%].*?[#%]\}", re.DOTALL)
VALUE = re.compile(r"\{\{.*?\}\}", re.DOTALL)
ADDRESS = re.compile(r"\S+(?:\.\w{2,4}\b|/)\S*")
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
WORD = re.compile(r"[^\W\d_][\w'’-]*")

NEVER = {
    r"\b(?:e\.\s?g|i\.\s?e|etc|viz|cf|via|vs|n\.?b)\b(?!-)": "write it in English",
    r"\b\w+yz(?:e|ed|es|ing)\b": "write -yse",
    r"\b(?:organ|real|recogn|priorit|summar|author|categor|final|util)iz\w+": "write -ise",
    r"\b(?:color|behavior|favor|honor|neighbor|labor)(?:s|ed|ing|al)?\b": "write -our",
    r"\b(?:center|catalog|gray|fulfill|enrollment|skillful|gotten)s?\b": "write British English",
    r"\b(?:utilise|leverage|facilitate|commence|prior to|in order to|whilst)\b": "write use, help or before",
    r"\b(?:simply|just click|obviously|of course|please note)\b": "leave it out",
}
"""What no text says, and what to do instead."""


@dataclass(frozen=True)
class ReadingAge:
    """How plain one page's words are."""

    page: str
    """Where the words stand: a file of the project, or what the words are."""

    words: int
    sentences: int
    age: float
    """Years: from this age on a reader should follow."""

    longest: tuple[str, ...]
    """Sentences of more than 25 words, the longest first."""

    hard: tuple[str, ...]
    """Words of at least 12 letters, the most frequent first."""


def reading_ages(project: Path) -> list[ReadingAge]:
    """What is hand-written in the project's folder, the hardest to read first."""
    return sorted((reading_age(*one) for one in texts(project) if one[1]), key=lambda one: -one.age)


def reading_age(page: str, sentences: list[str]) -> ReadingAge:
    """The Automated Readability Index of at least one sentence, as an age in years."""
    found = [WORD.findall(sentence) for sentence in sentences]
    every = [word for sentence in found for word in sentence]
    letters = sum(len(re.sub(r"\W", "", word)) for word in every)
    grade = 4.71 * letters / len(every) + 0.5 * len(every) / len(sentences) - 21.43
    long = [sentence for sentence in sentences if len(WORD.findall(sentence)) > LONG]
    long.sort(key=lambda sentence: -len(WORD.findall(sentence)))
    hard = Counter(word.lower() for word in every if len(word) >= HARD and word.lower() not in OF_THE_FIELD)
    return ReadingAge(
        page,
        words=len(every),
        sentences=len(sentences),
        age=round(max(grade, 0) + 5, 1),
        longest=tuple(long[:SHOWN]),
        hard=tuple(word for word, _ in hard.most_common(SHOWN)),
    )


def texts(project: Path) -> Iterator[tuple[str, list[str]]]:
    """Where, and the sentences there: hand-written pages, templates, a record's fields, composed posters."""
    for path in sorted([*(project / "docs").glob("*.md"), *(project / "content/series").glob("*.md")]):
        yield path.relative_to(project).as_posix(), sentences_of_page(path.read_text("utf-8"))
    for path in sorted((project / "overrides").rglob("*.html")):
        yield path.relative_to(project).as_posix(), sentences_of_template(path.read_text("utf-8"))
    hints = [field.description or "" for field in AuditFields.model_fields.values()]
    yield "the fields of a record", list(_sentences(hints))
    yield "a poster without learning", list(_sentences([HOLDING]))


def sentences_of_page(source: str) -> list[str]:
    """The sentences of a hand-written page."""
    plain = EMBEDDED.sub("", FRONT_MATTER.sub("", source))
    return _sentences_of_html(markdown.markdown(plain, extensions=["attr_list", "md_in_html", "tables"]))


def sentences_of_template(source: str) -> list[str]:
    """The sentences of a template; what is filled in counts as one short word."""
    return _sentences_of_html(VALUE.sub("this", JINJA.sub("", source)))


def _sentences_of_html(source: str) -> list[str]:
    root = html.fragment_fromstring(source, create_parent="div")
    blocks = [one for one in root.iter(*BLOCKS) if next(one.iterdescendants(*BLOCKS), None) is None]
    return list(_sentences(words(block) for block in blocks))


def _sentences(blocks: Iterable[str]) -> Iterator[str]:
    """What a full stop or the like ends; headings, labels and addresses are no sentences."""
    for block in blocks:
        for sentence in SENTENCE_END.split(ADDRESS.sub("it", " ".join(block.split()))):
            if sentence.endswith((".", "!", "?", ":", ";")) and len(WORD.findall(sentence)) > 2:
                yield sentence


def never_written(project: Path) -> list[str]:
    """`where: what, and what to do` for each word in a text that should be in none."""
    return [
        f"{where}: {said}"
        for where, sentences in texts(project)
        for sentence in sentences
        for said in unwanted(sentence)
    ]


def unwanted(sentence: str) -> list[str]:
    """What of the list is in a sentence, and what to do instead."""
    return [
        f"'{found[0]}' in '{sentence}': {advice}."
        for pattern, advice in NEVER.items()
        for found in re.finditer(pattern, sentence, re.IGNORECASE)
    ]
