"""The tags of many PDFs under one tree: what `merge` promises of them is done here.

Keys are of ISO 32000-1, 14.7 and 14.8.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Pdf, Stream

from publication.posters.intake.accessibility import has_tags, standard_role

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGE = "en-GB"


@dataclass(frozen=True)
class Part:
    """One PDF to take in. `words`, page by page, are for a part without tags; "" where none are known."""

    title: str
    data: bytes
    words: tuple[str, ...] = ()


class Tags:
    """The tree of tags of the whole: begun by the front, and grown by a section for each part."""

    def __init__(self, whole: Pdf) -> None:
        self.whole = whole
        self.root = whole.Root.StructTreeRoot
        top = self.root.K
        self.document = top[0] if isinstance(top, Array) else top
        self.ties: dict[int, Any] = dict(NumberTree(self.root.ParentTree).items())
        self.next = max(self.ties, default=-1) + 1

    def take_in(self, source: Pdf, part: Part) -> None:
        """Append the pages of the source, and their tags."""
        if has_tags(source):
            self._take_tagged(source, part)
        else:
            self._take_untagged(source, part)

    def _take_tagged(self, source: Pdf, part: Part) -> None:
        tree = source.Root.StructTreeRoot
        for holder in _holders(source):
            for key in ("/StructParents", "/StructParent"):
                if key in holder:
                    holder[key] = int(holder[key]) + self.next
        for page in source.pages:
            page.obj.Tabs = Name.S
        _use_standard_roles(tree, source)
        self.whole.pages.extend(source.pages)
        copied = self.whole.copy_foreign(tree)
        ties = dict(NumberTree(copied.ParentTree).items())
        self.ties |= {self.next + number: tied for number, tied in ties.items()}
        self.next += max(ties, default=-1) + 1
        section = self._section(part.title, str(source.Root.get("/Lang", LANGUAGE)))
        section.K = copied.K if isinstance(copied.K, Array) else Array([copied.K])
        for child in section.K:
            child.P = section
            if child.get("/S") == Name.Document:
                child.S = Name.Sect
        spaces = copied.get("/Namespaces")
        if spaces is not None:
            self.root.Namespaces = Array([*self.root.get("/Namespaces", Array()), *spaces])

    def _take_untagged(self, source: Pdf, part: Part) -> None:
        """Each page becomes a picture with its words: what it draws moves into a form of its own."""
        first = len(self.whole.pages)
        self.whole.pages.extend(source.pages)
        added = list(self.whole.pages)[first:]
        section = self._section(part.title, LANGUAGE)
        section.K = Array()
        for number, page in enumerate(added):
            form = self._form(page)
            drawn = "/Figure <</MCID 0>> BDC /Poster Do EMC"
            page.obj.Contents = self.whole.make_stream(drawn.encode())
            page.obj.Resources = Dictionary(XObject=Dictionary(Poster=form))
            page.obj.StructParents = self.next
            page.obj.Tabs = Name.S
            words = part.words[number] if number < len(part.words) else ""
            which = f", page {number + 1} of {len(added)}" if len(added) > 1 else ""
            alt = " ".join(f"Poster: {part.title}{which}. {words}".split())
            figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=section, Pg=page.obj, K=0, Alt=alt)
            figure.A = Dictionary(O=Name.Layout, BBox=Array([*page.mediabox]), Placement=Name.Block)
            tag = self.whole.make_indirect(figure)
            section.K.append(tag)
            self.ties[self.next] = Array([tag])
            self.next += 1

    def _form(self, page: pikepdf.Page) -> Stream:
        page.contents_coalesce()
        drawn = page.obj.Contents.read_bytes() if "/Contents" in page.obj else b""
        form = self.whole.make_stream(drawn, Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([*page.mediabox])
        form.Resources = page.resources
        if "/Group" in page.obj:
            form.Group = page.obj.Group
        return form

    def _section(self, title: str, language: str) -> Any:
        made = Dictionary(Type=Name.StructElem, S=Name.Part, P=self.document, T=title, Lang=language)
        section = self.whole.make_indirect(made)
        if not isinstance(self.document.K, Array):
            self.document.K = Array([self.document.K])
        self.document.K.append(section)
        return section

    def write(self) -> None:
        """Put the ties in their order, as one list, which a few hundred pages may be."""
        numbers = Array()
        for number in sorted(self.ties):
            numbers.append(number)
            numbers.append(self.ties[number])
        self.root.ParentTree = self.whole.make_indirect(Dictionary(Nums=numbers))
        self.root.ParentTreeNextKey = self.next
        for key in ("/IDTree", "/ClassMap"):
            if key in self.root:
                del self.root[key]


def _holders(source: Pdf) -> Iterator[Any]:
    """All that may be tied to a tag, each once: pages and forms, links, also those written in a page."""
    for found in source.objects:
        if isinstance(found, Dictionary | Stream):
            yield found
    for page in source.pages:
        for annotation in page.obj.get("/Annots", Array()):
            if not annotation.is_indirect:
                yield annotation


def _use_standard_roles(tree: Any, source: Pdf) -> None:
    roles = tree.get("/RoleMap", Dictionary())
    for tag in source.objects:
        if not isinstance(tag, Dictionary) or "/S" not in tag or "/P" not in tag:
            continue
        tag.S = standard_role(tag.S, roles)
        if "/C" in tag:
            del tag["/C"]
