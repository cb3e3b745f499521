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
