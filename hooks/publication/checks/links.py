"""Links of the built site that lead nowhere, or where no page may lead.

MkDocs checks those in Markdown; ours are in templates, and a hand-written page can have HTML of its own.
"""

from __future__ import annotations

import html
import posixpath
import re
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SCHEMES = ("http:", "https:", "mailto:", "tel:")
"""Where a link may lead besides the site itself."""

_SOURCE = re.compile(r'\ssrc="([^"]*)"')
_HREF = re.compile(r'\shref="([^"]*)"')
_LINK = re.compile(r'\s(?:href|src)="([^"]*)"')
_SRCSET = re.compile(r'\ssrcset="([^"]*)"')
_ID = re.compile(r'\sid="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def broken_links(site: Path, root: str) -> Iterator[str]:
    """`page: link` for each link within the site that has no file, or no such place in it.

    Links that begin with `root`, the absolute address of the host, or with a slash are the host's own
    (`404.html` has to use them) and are not looked at.
    """
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}

    @cache
    def text_of(file: str) -> str:
        return (site / file).read_text("utf-8")

    @cache
    def places(file: str) -> frozenset[str]:
        return frozenset(map(html.unescape, _ID.findall(text_of(file))))

    for page in sorted(file for file in files if file.endswith(".html")):
        text = text_of(page)
        found = {*_LINK.findall(text)}
        found |= {part.split()[0] for row in _SRCSET.findall(text) for part in row.split(",") if part.strip()}
        yield from _elsewhere(page, text)
        for link in sorted(found):
            if not link or link.startswith(("/", root)) or _ELSEWHERE.match(link):
                continue
            path, _, place = html.unescape(link).partition("#")
            target = page
            if path:
                target = posixpath.normpath(
                    posixpath.join(posixpath.dirname(page), unquote(path).split("?")[0])
                )
                if path.endswith("/") or path in (".", "..") or target == ".":
                    target = posixpath.normpath(posixpath.join(target, "index.html"))
            if target not in files:
                yield f"{page}: the link '{link}' leads nowhere."
            elif place and target.endswith(".html") and unquote(place) not in places(target):
                yield f"{page}: the link '{link}' leads to no place on that page."


def _elsewhere(page: str, text: str) -> Iterator[str]:
    """Links by a scheme that browsers would run or show as a page of ours; and files of other hosts."""
    for link in sorted({html.unescape(one) for one in _HREF.findall(text) if _ELSEWHERE.match(one)}):
        if not link.lower().startswith((*SCHEMES, "//")):
            yield f"{page}: the link '{link}' leads where none may. Begin it with https:, mailto: or tel:"
    for source in sorted({html.unescape(one) for one in _SOURCE.findall(text) if _ELSEWHERE.match(one)}):
        yield f"{page}: '{source}' would be fetched from another place. Put the file into the project."
