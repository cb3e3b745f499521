"""What readers do not see is told, and what they see as code is let alone."""

from __future__ import annotations

import pytest

from audits.sample import ROOT
from guard.sentences import innocent
from publication.guard.hidden import hidden
from publication.guard.leftovers import TEMPLATE, leftovers
from publication.guard.passage import Passage


@pytest.mark.parametrize(
    "text",
    [
        "a <!-- note --> b",
        "<!--\n## What worked well\n-->",
        '<p style="display: none">note</p>',
        '<span class="x" hidden>note</span>',
        "A paragraph.\n{ hidden }",
        '<b style="font-size:0">note</b>',
        "<template>note</template>",
        "[//]: # (note)",
        "[comment]: <> (note)",
        "`code` <!-- note -->",
    ],
)
def test_hidden_text_is_found(text: str) -> None:
    """Comments and elements, of HTML and of Markdown's own ways."""
    assert len(list(hidden(Passage("x", text, "page")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "`<!-- code -->`",
        "```\n<!-- code -->\n```",
        "~~~\n<p hidden>\n~~~",
        "3 < 4 and 5 > 4",
        "the hidden harm of neglect {.lead}",
        '<div class="hero" markdown>',
        "[link](#place) and [name]: text",
        '<p class="visually-hidden">for screen readers</p>',
    ],
)
def test_what_readers_see_is_let_alone(text: str) -> None:
    """Code, signs, classes and links."""
    assert list(hidden(Passage("x", text, "page"))) == []


def test_a_comment_is_told_at_its_place() -> None:
    """Line and column are those of the file."""
    (problem,) = hidden(Passage("x", "one\n\ntwo <!-- note -->", "record"))
    assert (problem.line, problem.column) == (3, 5)


def test_words_of_the_template_are_those_of_the_template() -> None:
    """What is told as left over stands in the guide or in the snippets."""
    known = (ROOT / "CONTRIBUTING.md").read_text("utf-8") + (ROOT / ".vscode/audits.code-snippets").read_text(
        "utf-8"
    )
    assert [words for words in TEMPLATE if words not in known] == []


@pytest.mark.parametrize(
    "text",
    ["For example, write it down.", "Example of good practice", "See [the guide](https://example.org/).",
     "topics: [neglect, source]", "Visits [1] were late.", "(SEND) and (CiN) plans", "Is this clear?"],
)  # fmt: skip
def test_innocent_texts_have_no_leftovers(text: str) -> None:
    """Links, lists, footnotes and acronyms are none."""
    assert list(leftovers(Passage("x", text, "record"))) == []


def test_innocent_sentences_have_no_leftovers() -> None:
    """Nothing of the field's sentences looks like a note."""
    assert [one.text for one in innocent() if list(leftovers(one))] == []
