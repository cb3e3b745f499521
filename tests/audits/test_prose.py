"""Markdown becomes clean HTML and plain text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.prose import ATTRIBUTES, TAGS, to_html, to_text

SCRAPS = """\
<script>|</script>|<SCRIPT/x>|<img src=x onerror=alert(1)>
<a href='javascript:x()'>|<a href="data:text/html,x">|[a](javascript:x)|[a](<JaVaScRiPt:x>)
[a]: javascript:x|[a][a]|<svg onload=x>|<p onclick=x>|![a](x)
<style>|<iframe src=x>|&lt;script&gt;|<!--|-->|<![CDATA[|<?|- |> |*|`|    |\\|<|>|"|'| on=|x
""".replace("\n", "|").split("|")
hostile = st.text() | st.lists(st.sampled_from([*SCRAPS, "\n\n", "|", "\x01"]), max_size=12).map("".join)


class Reader(HTMLParser):
    """Notes every tag and attribute as a browser would see them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, str, str]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [(tag, name, value or "") for name, value in attrs] or [(tag, "", "")]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**Bold** and *slanted*.", "<p><strong>Bold</strong> and <em>slanted</em>.</p>"),
        ("Fish & chips < 5", "<p>Fish &amp; chips &lt; 5</p>"),
        ("Look<script>alert(1)</script>", "<p>Look</p>"),
        ("<script>alert(1)</script>", ""),
        ("<style>p {color: red}</style>", ""),
        ('Look <b onclick="x()">here</b>', "<p>Look here</p>"),
        ('<p onclick="x()" style="color: red" class="big">Words</p>', "<p>Words</p>"),
        ("A picture: ![cat](https://example.org/cat.png)", "<p>A picture:</p>"),
        ('<img src="x" onerror="alert(1)">', ""),
        ('<iframe src="https://example.org"></iframe>', ""),
        ("### Together", "<h3>Together</h3>"),
        ("3. Third", '<ol start="3">\n<li>Third</li>\n</ol>'),
        ("One<br>two <b>bold</b>, three", "<p>One<br>two bold, three</p>"),
        ("<ul><li>One<li>Two</ul>", "<p>One Two</p>"),
        ("<strong>Left open\n\n- One", "<p>Left open</p>\n<ul>\n<li>One</li>\n</ul>"),
        ("[](https://example.org/) [![cat](x.png)](https://example.org/)", ""),
        ("Words&#1; &#8238;turned &nbsp;", "<p>Words turned &nbsp;</p>"),
        ("#### One\n\n### Two\n\n#### Three", "<h3>One</h3>\n<h3>Two</h3>\n<h4>Three</h4>"),
        ("# One\n\n###### Two", "<h3>One</h3>\n<h4>Two</h4>"),
    ],
)
def test_html(markdown: str, html: str) -> None:
    """Text keeps its form; scripts, handlers, pictures, frames and styles are gone."""
    assert to_html(markdown).replace(" </p>", "</p>") == html


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"]
)
def test_links_that_run_something_lose_their_address(address: str) -> None:
    """Only web and e-mail links are links."""
    assert "href" not in to_html(f"[Look]({address})")
    assert "href" not in to_html(f'<a href="{address}">Look</a>')


@pytest.mark.parametrize("address", ["https://example.org/", "mailto:kat@example.org", "../neglect/"])
def test_links_stay(address: str) -> None:
    """Web, e-mail and the site's own links are kept."""
    assert f'href="{address}"' in to_html(f"[Look]({address})")


@pytest.mark.parametrize("address", ["", "http://", "//", "http://a..b/", "http://a@b/", "http://[", "x:y"])
def test_links_that_lead_nowhere_are_words(address: str) -> None:
    """A reader is not sent to an address that no browser can open."""
    assert to_html(f"[Look](<{address}>)") == "<p>Look</p>"


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/100%|", "https://example.org/100%25%7C"),
        ("https://example.org/a%20b?c=d&e", "https://example.org/a%20b?c=d&amp;e"),
        ("#a#b", "#a%23b"),
    ],
)
def test_addresses_are_mended(typed: str, mended: str) -> None:
    """Signs that an address may not hold are written as browsers send them."""
    assert to_html(f"[Look](<{typed}>)").startswith(f'<p><a href="{mended}"')


def test_an_empty_header_is_a_plain_cell() -> None:
    """The corner of a table with headers on two sides is no header."""
    html = to_html("| | One |\n|---|---|\n| Two | 2 |")
    assert "<td></td>\n<th>One</th>" in html


def test_a_text_without_a_section_has_no_headings() -> None:
    """Below a page's title a heading of the third level would skip one: it becomes a line in bold."""
    html = to_html("Words.\n\n### Together", headings=False)
    assert html == "<p>Words.</p>\n<p><strong>Together</strong></p>"


@given(hostile)
def test_headings_skip_no_level(text: str) -> None:
    """The first heading stands right below the section's own."""
    levels = [tag for tag, _, _ in Reader(to_html(text)).found if tag in ("h3", "h4")]
    assert levels[:1] != ["h4"]
    assert not {"h1", "h2", "h5", "h6"} & {tag for tag, _, _ in Reader(to_html(text)).found}


@given(hostile)
def test_nothing_but_the_allowed_tags(text: str) -> None:
    """Whatever is typed: no script, no handler, no link that runs something."""
    html = to_html(text)
    assert "<script" not in html.lower()
    for tag, name, value in Reader(html).found:
        assert tag in TAGS
        assert not name or name in {"rel", *ATTRIBUTES.get(tag, set())}
        assert not name.startswith("on")
        scheme = value.strip().lower().partition(":")[0]
        assert name != "href" or scheme not in ("javascript", "data", "vbscript")


@given(hostile)
def test_text_is_on_one_line(text: str) -> None:
    """Descriptions have no line breaks, and no blanks around them."""
    plain = to_text(text)
    assert plain == " ".join(plain.split())


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Fish** & chips\n\n- one\n- two", "Fish & chips one two"),
        ("Fewer than &lt; 5 &amp;lt; 6", "Fewer than < 5 &lt; 6"),
        ("Look [here](https://example.org/).", "Look here."),
        ("<script>alert(1)</script>", ""),
    ],
)
def test_text(markdown: str, text: str) -> None:
    """The words alone, with signs as signs."""
    assert to_text(markdown) == text


def test_a_telephone_number_can_be_a_link() -> None:
    """On a phone it is dialled."""
    assert 'href="tel:+441514960123"' in to_html("[Ring us](tel:+441514960123)")
