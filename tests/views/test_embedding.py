"""Lines of hand-written pages that stand for a view."""

from __future__ import annotations

from publication.views.embedding import fill, mark

VIEWS = {"numbers": lambda at: f"<p>{at} has 3</p>", "series multi-agency": lambda at: r"<p>\1 & more</p>"}


def test_a_line_becomes_the_view() -> None:
    """The view's HTML stands where the line stood, as it is, and knows the page's address."""
    markdown, problems = mark(
        "# Title\n\n::: numbers\n\n:::  series multi-agency \nEnd", "docs/index.md", VIEWS
    )
    assert problems == []
    assert "::: " not in markdown
    html = fill(markdown, "a/", VIEWS)
    assert "<p>a/ has 3</p>" in html
    assert r"<p>\1 & more</p>" in html
    assert html.startswith("# Title\n")


def test_unknown_view() -> None:
    """All lines that name no view are told at once, with the nearest one."""
    _, problems = mark("::: number\nText\n::: series multi-agencies\n::: xyzzy", "docs/index.md", VIEWS)
    assert list(map(str, problems)) == [
        "docs/index.md:1: 'number' is nothing that a page can embed. Did you mean 'numbers'?",
        "docs/index.md:3: 'series multi-agencies' is nothing that a page can embed. "
        "Did you mean 'series multi-agency'?",
        "docs/index.md:4: 'xyzzy' is nothing that a page can embed. "
        "Use one of: numbers, series multi-agency.",
    ]


def test_other_lines_stay() -> None:
    """A page without such lines is left as it is."""
    text = "# Title\n\nSee ::: here.\n"
    assert mark(text, "docs/index.md", VIEWS) == (text, [])
    assert fill("<p>Words</p>", "", VIEWS) == "<p>Words</p>"
