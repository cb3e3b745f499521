"""The elements of a built page, with all their attributes.

Every page is held to be valid HTML (`validity`), so its tags have the one form that is read here. That is
four times as fast as the standard library's parser, which counts where a build checks its own links.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_TAG = re.compile(
    r"<!--.*?-->"
    r"|<(?P<tag>[a-z][a-z0-9-]*)(?P<attributes>(?:\s+[^\s=<>\"'/]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s\"'<>=]+))?)*)\s*/?>",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s=/]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'<>=]+)))?")
_RAW = {
    name: re.compile(f"</{name}\\s*>", re.IGNORECASE) for name in ("script", "style", "title", "textarea")
}
"""Elements whose content is text: what looks like a tag in it is none."""


@dataclass(frozen=True, slots=True)
class Element:
    """A start tag: its name, its attributes by name ("" without a value), and the text of a raw element."""

    tag: str
    attributes: Mapping[str, str]
    text: str = ""

    @property
    def is_raw(self) -> bool:
        """Whether its content is text, which `text` has."""
        return self.tag in _RAW

    def get(self, name: str) -> str:
        """An attribute's value; "" where it is not there."""
        return self.attributes.get(name, "")


def elements_of(html: str) -> Iterator[Element]:
    """Every element in the order of its start tag. `text` is that of scripts, styles and titles only."""
    at = 0
    while found := _TAG.search(html, at):
        at = found.end()
        if found["tag"] is None:
            continue
        tag = found["tag"].lower()
        text = ""
        if tag in _RAW and (end := _RAW[tag].search(html, at)):
            text = html[at : end.start()]
            at = end.end()
        yield Element(tag, _attributes(found["attributes"]), unescape(text) if tag == "title" else text)


def _attributes(written: str) -> dict[str, str]:
    return {
        name.lower(): unescape(double or single or bare)
        for name, double, single, bare in _ATTRIBUTE.findall(written)
    }


def candidates(srcset: str) -> list[str]:
    """The addresses of a `srcset`, without their widths. Ours have no comma in them."""
    return [entry.split()[0] for entry in srcset.split(",") if entry.strip()]
