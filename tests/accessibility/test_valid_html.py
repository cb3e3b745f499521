"""Every built page is valid HTML, and nothing that an editor types changes that."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from publication.audits.prose import to_html
from publication.checks.validity import HtmlError, has_java, html_errors

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PAGE = '<!doctype html>\n<html lang="en-GB"><head><title>Words</title></head><body>\n{}\n</body></html>\n'
SCRAPS = [
    "<script>", "</script>", "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<table>", "</table>", "<tr>",
    "<td>", "<th align=left>", "<strong>", "</strong>", "<em>", "<a href='http://a b'>", "</a>", "<h3>",
    "</h3>", "<div>", "</div>", "<br>", "<pre>", "</pre>", "<code>", "</code>", "<blockquote>", "<hr>",
    "<ol start=x>", "<dl><dt>", "<style>", "<svg onload=x>", "<template>", "<select>", "<caption>", "<form>",
    "<title>", "<textarea>", "<plaintext>", "<body>", "<!--", "-->", "<![CDATA[", "<?", "&#1;", "&nbsp;",
    "&#x202e;", "&#xfdd0;", "[x](http://a/%zz|)", "[x](<a b>)", "[x](//)", "[x](http://a..b/)",
    "[x](http://a@b/)", "[x](#a#b)", "[x](mailto:a b@c)", "[x](javascript:x)", "[](b)", "[y]()", "![a](b)",
    "[![a](b)](c)", "<http://x/%>", "# ", "### ", "#### ", "##### ", "- ", "  - ", "    - ", "1. ",
    "99999999999. ", "> ", "    ", "***\n", "| a | b |\n|---|:--|\n| 1 |", "| | |\n|---|---|\n", "**", "*",
    "_", "`", "\\", "&", "|", "<", "word", " ", "\n", "\n\n", "\n\n",
]  # fmt: skip
"""What editors type, paste, and leave half done."""

ODD = [
    "- one\n    - two\n\n        1. three\n\n- four\n\n    five",
    "#### Too deep\n\n### Less deep",
    "| | a |\n|:--|--:|\n| b | 1 | 2 |",
    "<table><thead><tr><th>a<th>b</thead><tbody><tr><td>1</table>",
    "<strong>left open\n\n- item",
    "[![a picture in a link](x.png)](https://example.org/)",
]


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> list[HtmlError]:
    """The errors in a page with a mistake, and in one of 600 odd texts, each on a line of its own."""
    if not has_java():
        pytest.skip("there is no Java here")
    folder = tmp_path_factory.mktemp("pages")
    (folder / "mistake.html").write_text(PAGE.format('<h1>A</h1>\n<p id="x"><li id="x">B</p>'), "utf-8")
    chance = random.Random(5)
    odd = ["".join(chance.choices(SCRAPS, k=chance.randint(2, 14))) for _ in range(600)]
    lines = [to_html(text, headings=headings) for text in (*ODD, *odd) for headings in (True, False)]
    body = "\n".join(f"<div>{' '.join(html.split())}</div>" for html in lines)
    (folder / "odd.html").write_text(PAGE.format(f"<h1>A</h1><h2>B</h2>{body}"), "utf-8")
    return html_errors(folder)


def test_mistakes_are_found(checked: list[HtmlError]) -> None:
    """Each mistake has its page, its line and what is wrong."""
    found = [error for error in checked if error.page == "mistake.html"]
    assert {error.line for error in found} == {4}
    assert any("Duplicate ID" in str(error) for error in found)


def test_nothing_that_is_typed_makes_invalid_html(checked: list[HtmlError]) -> None:
    """Tags left open, lists in links, odd addresses, invisible signs: what comes out is valid HTML."""
    assert [error for error in checked if error.page == "odd.html"] == []


def test_every_page_of_the_site_is_valid(
    request: pytest.FixtureRequest, site: Path, record_property: Callable[[str, object], None]
) -> None:
    """No error on any built page, of the theme's making or of ours."""
    if not request.config.getoption("--accessibility-report"):
        pytest.skip("tests/checks asks this of the publication for tests, as make verify of any")
    if not has_java():
        pytest.skip("there is no Java here")
    pages = len(list(site.rglob("*.html")))
    errors = html_errors(site)
    record_property(
        "valid HTML", [{"pages": pages, "errors": len(errors), "first": list(map(str, errors[:5]))}]
    )
    assert pages > 10
    assert errors == []
