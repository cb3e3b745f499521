"""The report on plain words counts what readers read, and what is never written is not there."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from accessibility.plain_words import (
    LONG,
    NEVER,
    never_written,
    reading_age,
    reading_ages,
    sentences_of_page,
    sentences_of_template,
    unwanted,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAIN = ["The cat sat on the mat.", "It was a good cat."]
HEAVY = ["Organisational accountability necessitates comprehensive interdisciplinary documentation."]


def test_the_age_is_by_the_index() -> None:
    """60 letters in 12 words in 2 sentences: 4.71 x 5 + 0.5 x 6 - 21.43 is year 5.1, so age 10.1."""
    sentences = ["abcde abcde abcde abcde abcde abcde."] * 2
    assert reading_age("x", sentences).age == 10.1


def test_plain_words_are_for_the_young() -> None:
    """Short words and sentences have a lower age; hard words are named."""
    plain, heavy = reading_age("plain", PLAIN), reading_age("heavy", HEAVY)
    assert plain.age == 5 < 18 < heavy.age
    assert plain.hard == ()
    assert "accountability" in heavy.hard
    assert (plain.words, plain.sentences) == (11, 2)


def test_long_sentences_are_shown() -> None:
    """What has more than 25 words is there to be split, the longest first."""
    long, longer = f"{'word ' * LONG}word.", f"{'word ' * LONG}word word."
    assert reading_age("x", ["Short one here.", long, longer]).longest == (longer, long)


def test_the_sentences_of_a_page() -> None:
    """Front matter, headings, embedded views and addresses are no words to read."""
    source = (
        "---\ntitle: Not this one.\n---\n\n# A heading\n\nOne sentence here. And `audits.csv` is two!\n\n"
        "::: numbers\n\n- An item of a list.\n"
    )
    assert sentences_of_page(source) == ["One sentence here.", "And it is two!", "An item of a list."]


def test_the_sentences_of_a_template() -> None:
    """What is filled in counts as one short word; what is not shown does not count."""
    source = '{# A note here. #}<p title="No words here.">{% if x %}It is {{ one.two }} now.{% endif %}</p>'
    assert sentences_of_template(source) == ["It is this now."]


def test_every_text_is_in_the_report(project: Path, record_property: Callable[[str, object], None]) -> None:
    """Hand-written pages, introductions, templates, hints of fields and posters, the hardest first."""
    report = reading_ages(project)
    pages = {one.page for one in report}
    assert pages >= {f"content/series/{path.name}" for path in (project / "content/series").glob("*.md")}
    assert pages >= {
        "docs/index.md",
        "docs/subscribe.md",
        "overrides/404.html",
        "overrides/views/audit.html",
        "the fields of a record",
        "a poster without learning",
    }
    assert [one.age for one in report] == sorted((one.age for one in report), reverse=True)
    assert all(one.words > 2 for one in report)
    record_property("plain words", [asdict(one) for one in report])


def test_no_text_has_what_is_never_written(project: Path) -> None:
    """No Latin abbreviations, no American spelling, no word where a plainer one serves."""
    assert never_written(project) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask a team, e.g. health.",
        "Bring plans, notes etc.",
        "Ask via the team.",
        "They analyzed the plans.",
        "Organizations take part.",
        "Choose another color for it.",
        "Go to the center of it.",
        "We utilise the plans.",
        "Simply choose a poster.",
    ],
)
def test_each_word_of_the_list_is_found(sentence: str) -> None:
    """One sentence for each entry, with what to do instead."""
    [said] = unwanted(sentence)
    assert sentence in said
    assert said.endswith(".")


@pytest.mark.parametrize(
    "sentence",
    ["The size of a prize.", "Labour and colours.", "A dialog opens in the program.", "The centre is grey."],
)
def test_british_words_are_let_alone(sentence: str) -> None:
    """What only looks like an entry is none."""
    assert unwanted(sentence) == []


def test_the_list_has_advice() -> None:
    """Each entry says what to write instead."""
    assert all(NEVER.values())
