"""Links of the built site that lead nowhere. MkDocs checks those in Markdown; ours are in templates."""

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
