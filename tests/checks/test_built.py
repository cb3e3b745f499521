"""What is read of a page, and where its links lead."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.checks.built import Page, resolved
from publication.checks.markup import elements_of

BASE = "https://audits.example/learning/"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../", ""),
        ("./", "a/"),
        ("b/c.pdf", "a/b/c.pdf"),
        ("b/#c", "a/b/#c"),
        ("#c", "a/index.html#c"),
        ("?q#c", "a/index.html#c"),
        ("../../x/", "../x/"),
        ("/learning/x/", "x/"),
        ("/x/", None),
        (f"{BASE}x/#y", "x/#y"),
        ("https://elsewhere.example/", None),
        ("mailto:trial@partnership.example", None),
    ],
)
def test_where_a_link_leads(link: str, address: str | None) -> None:
    """From the site's root; None for what is not the site's."""
    assert resolved(link, "a/index.html", BASE) == address


def test_a_page_is_read_as_a_browser_reads_it() -> None:
    """Quotation marks of either kind or none, capitals, line breaks, entities, comments, text of scripts."""
    html = """<TITLE>A &amp;
      B</TITLE><a href='x/?a&amp;b' ID=one
      class="c">x</a><!-- <a href="no/"> --><script>'<a href="no/">'</script><img src=y.png alt="a>b"/>"""
    page = Page("index.html", html)
    assert page.title == "A & B"
    assert page.links == ("x/?a&b", "y.png")
    assert page.ids == {"one"}
    assert page.moved_to is None


@given(st.text(alphabet="<>/!-=\"' abscript"))
def test_any_html_is_read_to_its_end(html: str) -> None:
    """Also what no build would write."""
    assert all(element.tag for element in elements_of(html))
