"""What a PDF gives to a screen reader: its tags in their order, each with the words that it marks.

Keys are of ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Pdf

from posters.marked_words import content_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from posters.marked_words import PageContent

_INLINE = {"Span", "Link", "Quote", "Reference", "Code"}
_SILENT = {"Root", "Div", "NonStruct"}
"""Groups that mean nothing to a reader: an outline shows what is in them, and not them."""


@dataclass(frozen=True)
class Mark:
    """Words that a tag marks: on which page (from 0), by which number, and the words, "" of a picture."""

    page: int
    number: int
    words: str


@dataclass
class Tag:
    """One tag: its role (a standard one, by the role map), its alternative text, and what is in it.

    `parts` are marks and tags in their order. `links` has for each link on the page that is tied to the tag
    where it leads ("" within the document) and what is said of it.
    """

    role: str
    alt: str = ""
    title: str = ""
    parts: list[Mark | Tag] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it, as they would be read aloud."""
        return "".join(mark.words for mark in self.marks())

    def marks(self) -> Iterator[Mark]:
        """All marks in it, in reading order."""
        for part in self.parts:
            if isinstance(part, Mark):
                yield part
            else:
                yield from part.marks()

    @property
    def tags(self) -> list[Tag]:
        """The tags directly in it."""
        return [part for part in self.parts if isinstance(part, Tag)]

    def walk(self) -> Iterator[Tag]:
        """Itself and all tags in it, in reading order."""
        yield self
        for tag in self.tags:
            yield from tag.walk()


def read_tags(pdf: Pdf, contents: list[PageContent] | None = None) -> Tag:
    """All tags of a PDF, below one whose role is "Root"; of a PDF without tags that one is empty."""
    root = Tag("Root")
    tree = pdf.Root.get("/StructTreeRoot")
    if isinstance(tree, Dictionary) and "/K" in tree:
        contents = contents or [content_of(page) for page in pdf.pages]
        _Reader(pdf, contents, tree.get("/RoleMap", Dictionary())).read(tree.K, root, None)
    return root


def outline(tag: Tag, depth: int = 0) -> Iterator[str]:
    """The tags as lines, two spaces a level: `H2: What worked well`. Links are in brackets: `[words]`."""
    if tag.role in _SILENT:
        for one in tag.tags:
            yield from outline(one, depth)
        return
    line = "  " * depth + tag.role
    line += f" {tag.title!r}" if tag.title and tag.role == "Part" else ""
    line += f" with the words {tag.alt!r}" if tag.alt else ""
    own = "".join(_inline(part) for part in tag.parts if _is_inline(part))
    yield f"{line}: {own.strip()}" if own.strip() else line
    for one in tag.tags:
        if not _is_inline(one):
            yield from outline(one, depth + 1)


def _is_inline(part: Mark | Tag) -> bool:
    return isinstance(part, Mark) or part.role in _INLINE


def _inline(part: Mark | Tag) -> str:
    if isinstance(part, Mark):
        return part.words
    words = "".join(map(_inline, part.parts))
    return f"[{words}]" if part.role == "Link" else words


class _Reader:
    """Follows the tree from tag to tag, and from tags to marks on pages and to links."""

    def __init__(self, pdf: Pdf, contents: list[PageContent], roles: Any) -> None:
        self.pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self.contents = contents
        self.roles = roles

    def read(self, kid: Any, into: Tag, page: Any) -> None:
        """Add to a tag what is in it; `page` is where its marks are unless they say otherwise."""
        if isinstance(kid, Array):
            for one in kid:
                self.read(one, into, page)
        elif not isinstance(kid, Dictionary):
            self._mark(into, page, int(kid))
        elif kid.get("/Type") == Name.MCR:
            self._mark(into, kid.get("/Pg", page), int(kid.MCID))
        elif kid.get("/Type") == Name.OBJR:
            action = kid.Obj.get("/A", Dictionary())
            into.links.append((str(action.get("/URI", "")), str(kid.Obj.get("/Contents", ""))))
        elif "/S" in kid:
            alt = str(kid.get("/Alt", kid.get("/ActualText", "")))
            tag = Tag(self._standard(kid.S), alt, str(kid.get("/T", "")))
            into.parts.append(tag)
            self.read(kid.get("/K", Array()), tag, kid.get("/Pg", page))

    def _mark(self, tag: Tag, page: Any, number: int) -> None:
        place = self.pages[page.objgen]
        tag.parts.append(Mark(place, number, self.contents[place].words.get(number, "")))

    def _standard(self, role: Any) -> str:
        for _ in range(len(self.roles)):
            role = self.roles.get(str(role), role)
        return str(role)[1:]
