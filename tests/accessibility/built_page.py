"""A page of the built site as a screen reader finds it: elements, their names, headings and landmarks."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from lxml import html

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.html import HtmlElement

SECTIONING = {"article", "aside", "main", "nav", "section"}
ROLES = {
    "main": "main", "nav": "navigation", "aside": "complementary", "search": "search", "form": "form",
    "section": "region", "header": "banner", "footer": "contentinfo",
}  # fmt: skip
"""Landmarks: `form` and `section` only with a name, `header` and `footer` only of the whole page."""

APART = {"br", "div", "p", "li", "dt", "dd", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6"}
SILENT = {"script", "style", "template"}


class Landmark(NamedTuple):
    """A part of the page that a screen reader can jump to."""

    role: str
    name: str


@dataclass(frozen=True)
class Page:
    """One page, and what the other pages are called."""

    name: str
    """The file within the site: `audits/neglect/index.html`."""

    root: HtmlElement
    pages_by_title: Mapping[str, list[str]]
    """The files of all pages of the site that do not lead on to another, by title."""

    @cached_property
    def elements(self) -> list[HtmlElement]:
        """Every element, in the order of the page."""
        return [element for element in self.root.iter() if isinstance(element.tag, str)]

    @cached_property
    def in_view(self) -> list[HtmlElement]:
        """The elements that are not in a dialog, which is no part of the page until it opens."""
        inside = {element for dialog in self.all("dialog") for element in dialog.iter()}
        return [element for element in self.elements if element not in inside]

    def all(self, *tags: str) -> list[HtmlElement]:
        """The elements with one of these tags."""
        return [element for element in self.elements if element.tag in tags]

    @property
    def title(self) -> str:
        """The words of `<title>`."""
        return " ".join(words(element) for element in self.all("title"))

    @property
    def leads_on(self) -> bool:
        """It only says that a page has moved, and goes there."""
        return any(meta.get("http-equiv", "").lower() == "refresh" for meta in self.all("meta"))

    @cached_property
    def by_id(self) -> dict[str, list[HtmlElement]]:
        """Elements by their `id`."""
        found: dict[str, list[HtmlElement]] = defaultdict(list)
        for element in self.elements:
            if "id" in element.attrib:
                found[element.attrib["id"]].append(element)
        return found

    @cached_property
    def headings(self) -> list[tuple[int, str]]:
        """Level and words of each heading that is not in a dialog."""
        tags = [f"h{level}" for level in range(1, 7)]
        return [(int(one.tag[1]), words(one)) for one in self.in_view if one.tag in tags]

    @cached_property
    def landmarks(self) -> list[Landmark]:
        """Those of the page itself; a dialog has its own name."""
        return [Landmark(role, self.name_of(one)) for one in self.in_view if (role := self._role(one))]

    def _role(self, element: HtmlElement) -> str:
        role = element.get("role") or ROLES.get(element.tag, "")
        is_of_part = any(around.tag in SECTIONING for around in element.iterancestors())
        if role not in ROLES.values() or (role in ("banner", "contentinfo") and is_of_part):
            return ""
        return "" if role in ("form", "region") and not self.name_of(element) else role

    def name_of(self, element: HtmlElement) -> str:
        """What a screen reader calls it. A `title` is no name: who has no mouse never sees it."""
        if ids := element.get("aria-labelledby"):
            return " ".join(words(one) for key in ids.split() for one in self.by_id.get(key, ()))
        if label := element.get("aria-label", "").strip():
            return str(label)
        if element.tag == "fieldset":
            return " ".join(words(child) for child in element if child.tag == "legend")
        if element.tag in ("input", "select", "textarea"):
            return " ".join(words(label) for label in self.labels_of(element))
        return "" if element.tag in ROLES else words(element)

    def labels_of(self, control: HtmlElement) -> Iterator[HtmlElement]:
        """The labels that point to a form's control or stand around it."""
        for label in self.all("label"):
            if control in label.iterdescendants() or label.get("for", "?") == control.get("id"):
                yield label


def words(element: HtmlElement) -> str:
    """What is read out of an element: texts, and alternative texts of pictures, on one line."""
    return " ".join(_words(element).split())


def _words(element: HtmlElement) -> str:
    if not isinstance(element.tag, str) or element.tag in SILENT or element.get("aria-hidden") == "true":
        return ""
    if element.tag == "img":
        return str(element.get("alt", ""))
    parts = [element.text or ""]
    for child in element:
        apart = " " if child.tag in APART else ""
        parts += [apart, _words(child), apart, child.tail or ""]
    return "".join(parts)


def read_pages(site: Path) -> list[Page]:
    """Every page of the built site in the folder `site`."""
    by_title: dict[str, list[str]] = defaultdict(list)
    pages = []
    for path in sorted(site.rglob("*.html")):
        root = html.document_fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
        page = Page(path.relative_to(site).as_posix(), root, by_title)
        if not page.leads_on:
            by_title[page.title].append(page.name)
        pages.append(page)
    return pages
