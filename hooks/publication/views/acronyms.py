"""Acronyms expanded where a page first uses them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from publication.audits.prose import to_html

if TYPE_CHECKING:
    from collections.abc import Mapping

_TAG = re.compile(r"(<[^>]*>)")
_VERBATIM = ("<a ", "<code", "<pre")
"""Inside a link an expansion would be a second thing to focus; code stands as it is typed."""


class Expander:
    """Turns Markdown into HTML for one page; the first use of each acronym there gets its expansion."""

    def __init__(self, acronyms: Mapping[str, str]) -> None:
        self._acronyms = acronyms
        self._seen: set[str] = set()
        words = "|".join(map(re.escape, sorted(acronyms, key=len, reverse=True)))
        self._pattern = re.compile(rf"\b({words})(?=s?\b)") if words else None

    def __call__(self, markdown: str, *, headings: bool = True) -> Markup:
        """The HTML of `prose.to_html`, with an `abbr` that a keyboard can reach and print can show."""
        html = to_html(markdown, headings=headings)
        if self._pattern is None:
            return Markup(html)  # noqa: S704 - prose.to_html has cleaned it
        parts, verbatim = [], 0
        for part in _TAG.split(html):
            if part.startswith("<"):
                if part.startswith(_VERBATIM):
                    verbatim += 1
                elif part in ("</a>", "</code>", "</pre>"):
                    verbatim -= 1
                parts.append(part)
            else:
                parts.append(part if verbatim else self._pattern.sub(self._expand, part))
        return Markup("".join(parts))  # noqa: S704 - only our own abbr was added

    def _expand(self, found: re.Match[str]) -> str:
        acronym = found[1]
        if acronym in self._seen:
            return acronym
        self._seen.add(acronym)
        return str(Markup('<abbr tabindex="0" title="{}">{}</abbr>').format(self._acronyms[acronym], acronym))


def both_ways(text: str, acronyms: Mapping[str, str]) -> list[str]:
    """Search words for a text: for each acronym that it uses its expansion, and the other way round."""
    lower = text.lower()
    found = []
    for acronym, expansion in acronyms.items():
        if re.search(rf"\b{re.escape(acronym)}s?\b", text):
            found.append(expansion)
        elif expansion.lower() in lower:
            found.append(acronym)
    return found
