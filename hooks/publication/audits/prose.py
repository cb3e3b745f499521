"""Markdown from records as clean HTML: the one source of words for pages, posters, search and feeds.

Whatever an editor types, the result is valid HTML: of tags that were typed or pasted only the words stay, so
that none is left open or misplaced, and headings skip no level.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from urllib.parse import quote, urlsplit, urlunsplit

import markdown
import nh3
from markdown.postprocessors import RawHtmlPostprocessor

TAGS = {
    "p", "br", "strong", "em", "a", "ul", "ol", "li", "h3", "h4", "blockquote", "code", "pre", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
"""What a record's text may become. No pictures: they would come from another host or lack a text."""

ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
"""No `title`: who has no mouse never sees it."""

SCHEMES = {"http", "https", "mailto", "tel"}
HOST = re.compile(r"[\w-]+(\.[\w-]+)*(:\d{1,5})?")
STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
EMPTY = re.compile(r"<(p|li|ul|ol|strong|em|a|h[1-6]|blockquote|code|pre)\b[^>]*>\s*</\1>")
WITHOUT_ADDRESS = re.compile(r"<a(?: rel=\"[^\"]*\")?>(.*?)</a>", re.DOTALL)
HEADING_TAG = re.compile(r"(</?h)([1-6])>")
HEADING = re.compile(r"<h[34]>(.*?)</h[34]>", re.DOTALL)
RAW_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
SCRIPT = re.compile(r"\s*</?(script|style)\b", re.IGNORECASE)
NOT_TEXT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | 0xFFFE) + chr(plane << 16 | 0xFFFF) for plane in range(17))
    + "]"
)
"""What HTML forbids, and what turns the direction of a line; a record can hold them as `&#8238;`."""


def to_html(text: str, *, headings: bool = True) -> str:
    """HTML of the tags above and no others; scripts, styles, pictures and odd link schemes are removed.

    Headings begin at `h3`, for a section's text stands below an `h2`. Without `headings`, for a text that has
    no section of its own, each becomes a line in bold.
    """
    html = _cleaned(text)
    return html if headings else HEADING.sub(r"<p><strong>\1</strong></p>", html)


@lru_cache(maxsize=1 << 16)
def _cleaned(text: str) -> str:
    clean = nh3.clean(
        _reader().reset().convert(text),
        tags=TAGS | {"h1", "h2", "h5", "h6"},
        attributes=ATTRIBUTES,
        attribute_filter=lambda tag, name, value: _address(value) if name == "href" else value,
        url_schemes=SCHEMES,
        link_rel="noopener noreferrer",
    )
    html = WITHOUT_ADDRESS.sub(r"\1", NOT_TEXT.sub("", clean))
    html = html.replace("<th></th>", "<td></td>")
    empty = 1
    while empty:
        html, empty = EMPTY.subn("", html)
    html = HEADING_TAG.sub(lambda found: f"{found[1]}{3 if found[2] < '4' else 4}>", html)
    before, first, after = html.partition("<h3>")
    return (before.replace("h4>", "h3>") + first + after).strip()


def _address(typed: str) -> str | None:
    """A link's address as browsers would mend it; None for one that leads nowhere."""
    try:
        scheme, host, path, query, fragment = urlsplit(typed.strip())
    except ValueError:
        return None
    is_web = scheme in ("http", "https") or typed.startswith("//")
    if not typed.strip() or (is_web and not HOST.fullmatch(host)):
        return None
    tidy = (STRAY_PERCENT.sub("%25", quote(part, "%/:?@!$&'()*+,;=~")) for part in (path, query, fragment))
    return urlunsplit((scheme, host, *tidy))


class _WordsOfHtml(RawHtmlPostprocessor):
    """Puts in the place of tags that were typed or pasted the words in them, and their line breaks."""

    def stash_to_string(self, text: object) -> str:
        """One run of such tags. Scripts and styles are left to the cleaner, with all that is in them."""
        raw = str(text)
        if SCRIPT.match(raw):
            return raw
        is_block = self.md.is_block_level
        apart = RAW_TAG.sub(lambda tag: f" {tag[0]}" if is_block(tag[1].lower()) else tag[0], raw)
        words = nh3.clean(apart, tags={"br"}, attributes={})
        return words.strip() if apart.startswith(" ") else words


@cache
def _reader() -> markdown.Markdown:
    """One for all texts: making one takes as long as converting a paragraph."""
    reader = markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")
    reader.postprocessors.register(_WordsOfHtml(reader), "raw_html", 30)
    return reader


def to_text(text: str) -> str:
    """The words alone, on one line: for descriptions."""
    plain = nh3.clean(to_html(text), tags=set(), attributes={})
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\N{NO-BREAK SPACE}"), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return " ".join(plain.split())
