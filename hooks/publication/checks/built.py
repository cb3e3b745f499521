"""A built site as it lies in its folder: each text is read once, and what is in a page is found once."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from publication.checks.markup import Element, candidates, elements_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

INDEX = "index.html"
LINKS = {"href", "src", "poster", "action", "data-worker", "data-index", "data-root"}
"""Attributes that hold one address."""

NOT_KEPT = {
    "alt", "aria-hidden", "aria-label", "class", "colspan", "decoding", "dir", "for", "height", "hidden",
    "lang", "role", "scope", "tabindex", "title", "type", "viewbox", "width",
}  # fmt: skip
"""An element with no other attribute than these leads nowhere and is no rule's business. Most are such."""

TEXTS = {".html", ".css", ".js", ".json", ".xml", ".svg", ".csv", ".txt", ".ics"}
"""Endings of files that are text throughout."""


@dataclass(frozen=True)
class Page:
    """A page: its file in the site, and its HTML."""

    file: str
    html: str

    @property
    def address(self) -> str:
        """Where it answers, from the site's root: "" for the landing page, `audits/` for its index.html."""
        return self.file.removesuffix(INDEX) if posixpath.basename(self.file) == INDEX else self.file

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Those with more than attributes of `NOT_KEPT`, or with text of their own, as they begin."""
        return tuple(one for one in elements_of(self.html) if one.is_raw or one.attributes.keys() - NOT_KEPT)

    @cached_property
    def title(self) -> str:
        """The words of its title, "" where it has none."""
        return next((" ".join(one.text.split()) for one in self.elements if one.tag == "title"), "")

    @cached_property
    def ids(self) -> frozenset[str]:
        """The places that a link can lead to."""
        return frozenset(one.attributes["id"] for one in self.elements if "id" in one.attributes)

    @cached_property
    def links(self) -> tuple[str, ...]:
        """Every address in it, as written, each once."""
        found: dict[str, None] = {}
        for one in self.elements:
            for name, value in one.attributes.items():
                if name in LINKS:
                    found[value] = None
                elif name in ("srcset", "imagesrcset"):
                    found.update(dict.fromkeys(candidates(value)))
        if self.moved_to is not None:
            found[self.moved_to] = None
        return tuple(found)

    @cached_property
    def moved_to(self) -> str | None:
        """The address that it leads on to by itself, as written; None for a page that stays."""
        for one in self.elements:
            if one.tag == "meta" and one.get("http-equiv").lower() == "refresh":
                return one.get("content").partition("url=")[2]
        return None


@dataclass(frozen=True)
class BuiltSite:
    """The folder of a built site. Files are named from it, with forward slashes."""

    folder: Path
    _texts: dict[str, str] = field(default_factory=dict, repr=False)
    _pages: dict[str, Page] = field(default_factory=dict, repr=False)

    @cached_property
    def files(self) -> frozenset[str]:
        """The names of all files."""
        paths = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in paths)

    def size(self, file: str) -> int:
        """Bytes of a file."""
        return (self.folder / file).stat().st_size

    def text(self, file: str) -> str:
        """A file's text; signs that are no UTF-8 become a replacement, so that no rule stops at them."""
        if file not in self._texts:
            self._texts[file] = (self.folder / file).read_bytes().decode("utf-8-sig", "replace")
        return self._texts[file]

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """The files that are text, sorted."""
        return tuple(sorted(file for file in self.files if posixpath.splitext(file)[1] in TEXTS))

    def page(self, file: str) -> Page:
        """The page in a file."""
        if file not in self._pages:
            self._pages[file] = Page(file, self.text(file))
        return self._pages[file]

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Every page, sorted by its file."""
        return tuple(self.page(file) for file in sorted(self.files) if file.endswith(".html"))

    def file_at(self, address: str) -> str:
        """The file that a host would answer with at an address from the site's root; "" where none is."""
        path = unquote(address.partition("#")[0].partition("?")[0])
        if path.startswith("../") or path == "..":
            return ""
        is_folder = path.endswith("/") or path in ("", ".")
        name = posixpath.normpath(posixpath.join(path, INDEX)) if is_folder else posixpath.normpath(path)
        return name if name in self.files else ""

    def has_place(self, file: str, fragment: str) -> bool:
        """Whether a link's part behind the # leads somewhere in that file."""
        return not fragment or not file.endswith(".html") or unquote(fragment) in self.page(file).ids


def resolved(link: str, at: str, base: str) -> str | None:
    """The address from the site's root that a `link` on the page `at` leads to, None for another host.

    `base` is the absolute address of the site, "" where it is not known. A link to elsewhere on the site's
    own host counts as another host: nobody knows what stands there. One that leaves the site begins with ../
    """
    if base and link.startswith(base):
        return link[len(base) :]
    root = urlsplit(base).path or "/"
    if link.startswith("/") and not link.startswith("//"):
        return link[len(root) :] if base and link.startswith(root) else None
    if urlsplit(link).scheme or link.startswith("//"):
        return None
    whole, mark, fragment = link.partition("#")
    path = whole.partition("?")[0]
    if not path:
        return f"{at}{mark}{fragment}"
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(at), path))
    is_folder = path.endswith("/") or posixpath.basename(path) in (".", "..")
    return ("" if joined == "." else f"{joined}/" if is_folder else joined) + mark + fragment


def pages_in(site: BuiltSite, folder: str) -> Iterator[Page]:
    """The pages that lie right in folders of `folder`: `audits` has `audits/neglect/index.html`."""
    for page in site.pages:
        if page.file.startswith(f"{folder}/") and page.file.count("/") == 2 and page.file.endswith(INDEX):
            yield page
