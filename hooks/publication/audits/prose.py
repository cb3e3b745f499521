"""Markdown from records as clean HTML: the one source of words for pages, posters, search and feeds."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import markdown
import nh3

TAGS = {
    "p", "br", "strong", "em", "a", "ul", "ol", "li", "h3", "h4", "blockquote", "code", "pre", "hr",
    "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip
"""What a record's text may become. No pictures: they would come from another host or lack a text."""

ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}, "th": {"align"}, "td": {"align"}}
SCHEMES = {"http", "https", "mailto"}
EMPTY = re.compile(r"<(p|li|strong|em|h3|h4)>\s*</\1>")


@lru_cache(maxsize=1 << 16)
def to_html(text: str) -> str:
    """HTML of the tags above and no others; scripts, styles, pictures and odd link schemes are removed."""
    html = _reader().reset().convert(text)
    clean = nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener noreferrer"
    )
    return EMPTY.sub("", clean).strip()


@cache
def _reader() -> markdown.Markdown:
    """One for all texts: making one takes as long as converting a paragraph."""
    return markdown.Markdown(extensions=["tables", "sane_lists"], output_format="html")


def to_text(text: str) -> str:
    """The words alone, on one line: for descriptions."""
    plain = nh3.clean(to_html(text), tags=set(), attributes={})
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", "\N{NO-BREAK SPACE}"), ("&amp;", "&")):
        plain = plain.replace(entity, sign)
    return " ".join(plain.split())
