"""Lines of hand-written pages that stand for a view."""

from __future__ import annotations

import pytest
from markdown import Markdown

from publication.views.embedding import EmbeddedViews, Unknown, fill

VIEWS = {"numbers": lambda at: f"<p>{at} has 3</p>", "series multi-agency": lambda at: r"<p>\1 & more</p>"}


def read(typed: str) -> tuple[str, list[Unknown]]:
    """The page `a/` with its views, as MkDocs reads it."""
    extensions = ["attr_list", "md_in_html", "tables", "toc", "fenced_code", EmbeddedViews()]
    return fill(Markdown(extensions=extensions).convert(typed), "a/", VIEWS)


def test_a_line_becomes_the_view() -> None:
    """The view's HTML stands where the line stood, as it is, and knows the page's address."""
    html, unknown = read("# Title\n\n::: numbers\n\n:::  series multi-agency \nEnd")
    assert html == ('<h1 id="title">Title</h1>\n<p>a/ has 3</p>\n' + r"<p>\1 & more</p>" + "\n<p>End</p>")
    assert unknown == []


def test_between_other_lines() -> None:
    """It ends what stands above it and begins what stands below it, without blank lines too."""
    html, _ = read("Above\n::: numbers\n- One\n- Two\n\n1. List\n::: numbers\nBelow")
    assert html.count("<p>a/ has 3</p>") == 2
    assert html.index("<p>Above</p>") < html.index("has 3") < html.index("<li>One</li>")
    assert html.rindex("has 3") < html.index("<p>Below</p>")


@pytest.mark.parametrize("markdown", [" markdown", ' markdown="1"'])
def test_within_elements(markdown: str) -> None:
    """Where Markdown is read within HTML, a view may stand too."""
    html, _ = read(f'<div class="band"{markdown}>\n<section{markdown}>\n\n::: numbers\n\n</section>\n</div>')
    assert '<div class="band">' in html
    assert "<p>a/ has 3</p>" in html.partition("<section>")[2].partition("</section>")[0]


@pytest.mark.parametrize(
    "typed",
    ["```\n::: numbers\n::: xyzzy\n```", "~~~ text\n\n::: numbers\n~~~", "Text\n\n    ::: numbers\n"],
    ids=["fenced", "fenced with a language", "indented"],
)
def test_an_example_stays_an_example(typed: str) -> None:
    """In a block of code the line is shown as it was typed, whatever it names."""
    html, unknown = read(typed)
    assert "::: numbers\n" in html
    assert "has 3" not in html
    assert "line:" not in html
    assert unknown == []


def test_unknown_view() -> None:
    """All lines that name no view are told at once, with their numbers and the nearest view."""
    html, unknown = read(
        'Text\n\n```\n::: number\n```\n\n::: number\nText\n::: series multi-agencies\n\n::: <"xyzzy">'
    )
    assert unknown == [
        Unknown(7, "'number' is nothing that a page can embed. Did you mean 'numbers'?"),
        Unknown(
            9, "'series multi-agencies' is nothing that a page can embed. Did you mean 'series multi-agency'?"
        ),
        Unknown(
            11,
            "'<\"xyzzy\">' is nothing that a page can embed. Use one of: numbers, series multi-agency.",
        ),
    ]
    assert "data-view" not in html


def test_other_lines_stay() -> None:
    """Three colons within a sentence are no view."""
    assert read("See ::: here.") == ("<p>See ::: here.</p>", [])
