"""A PDF gone through from its pages, and everything dropped that `schema` does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

from publication.posters.clean.annotations import is_safe
from publication.posters.clean.schema import (
    ACTION,
    COLOURS,
    PLACE,
    PLAIN,
    TEXT,
    TREE,
    Each,
    Many,
    Of,
    keys_of,
)

if TYPE_CHECKING:
    from pikepdf import Pdf

    from publication.posters.clean.schema import Value

_WORDS = {
    "/PieceInfo": "private data of a program",
    "/Metadata": "editing history (XMP)",
    "/LastModified": "date",
    "/OPI": "file paths of pictures",
    "/CreatorInfo": "software",
    "/Thumb": "embedded thumbnail",
    "/AcroForm": "form",
    "/Collection": "attachment",
    "/AF": "attachment",
    "/OpenAction": "automatic action",
    "/AA": "automatic action",
    "/Perms": "signature",
    "/DSS": "signature",
    "/A": "script or action",
}
_SILENT = {
    "/Names", "/Dests", "/Extensions", "/OCProperties", "/Properties", "/HT", "/BG", "/BG2", "/UCR", "/UCR2",
    "/Trans", "/Dur", "/B", "/ID", "/StructParent", "/StructParents", "/TrapInfo", "/Trapped", "/Lang",
    "/Style",
    "/Threads", "/NeedsRendering", "/Legal", "/Requirements", "/SpiderInfo",
}  # fmt: skip
"""Keys of the standard that say nothing of anyone, or what is in them is told elsewhere."""

_OTHER = "private data of a program"
_DEEP = 30  # arrays within arrays


class Keys:
    """The objects of a PDF that are kept, and `words` for what was dropped."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        self.words: list[str] = []
        self.pages = {page.obj.objgen for page in pdf.pages}
        self.links: set[tuple[int, int]] = set()
        """Links that pages have: tags may refer to them."""

        self.streams: dict[tuple[int, int], Stream] = {}
        self._seen: set[tuple[tuple[int, int], str]] = set()
        self._waiting: list[tuple[Any, str]] = []

    def go_through(self, root: Any, kind: str) -> None:
        """Clean an object of this kind and all that it leads to."""
        self._waiting.append((root, kind))
        while self._waiting:
            holder, kind = self._waiting.pop()
            self._clean(holder, kind)

    def _clean(self, holder: Any, kind: str) -> None:
        kind = self._exactly(holder, kind)
        is_stream = isinstance(holder, Stream)
        mark = (holder.objgen, kind)
        if holder.is_indirect:
            if mark in self._seen:
                return
            self._seen.add(mark)
            if kind == "link":
                self.links.add(holder.objgen)
        if is_stream:
            self.streams[holder.objgen] = holder
        known = keys_of(kind, is_stream=is_stream)
        for key, value in list(holder.items()):
            if key == "/Metadata" and kind == "catalogue":
                continue  # ours is put in its place
            if key not in known or not self._keeps(holder, key, value, known[key]):
                self._drop(holder, key)

    def _drop(self, holder: Any, key: str) -> None:
        del holder[key]
        if key not in _SILENT:
            self.words.append(_WORDS.get(key, _OTHER))

    def _exactly(self, holder: Any, kind: str) -> str:
        """The kind of an object where there are several."""
        if kind == "page or pages":
            return "page" if holder.objgen in self.pages else "pages"
        if kind == "outline or line":
            return "line" if "/Title" in holder else "outline"
        if kind == "drawn":
            return "picture" if holder.get("/Subtype") == Name.Image else "form"
        return kind

    def _keeps(self, holder: Any, key: str, value: Any, what: Value) -> bool:
        """Whether a value is of the kind that is expected; what it leads to is looked at later."""
        if isinstance(value, Array | Dictionary | Stream) and what == TREE:
            return True  # has its turn when it is known what else is kept
        if what == PLACE:
            return self._is_place(value)
        if what == ACTION:
            return isinstance(value, Dictionary) and is_safe(holder) and self._follow(value, Of("action"))
        if isinstance(what, Each):
            return isinstance(value, Dictionary) and self._each(value, what.value)
        if isinstance(what, Many):
            return self._many(holder, key, value, what.value)
        return self._follow(value, what)

    def _each(self, names: Dictionary, what: Of | str) -> bool:
        for name, value in list(names.items()):
            if not self._follow(value, what):
                del names[name]
                self.words.append(_OTHER)
        return True

    def _many(self, holder: Any, key: str, value: Any, what: Of | str) -> bool:
        if not isinstance(value, Array):
            return self._follow(value, what)
        kept = [one for one in value if self._follow(one, what)]
        if len(kept) < len(value):
            holder[key] = Array(kept)
            self.words.append(_OTHER)
        return True

    def _follow(self, value: Any, what: Of | str) -> bool:
        if is_plain(value):
            return what != TEXT
        if what == TEXT:
            return isinstance(value, pikepdf.String)
        if what == COLOURS:
            return self._colours(value)
        if isinstance(what, Of) and isinstance(value, Dictionary | Stream):
            self._waiting.append((value, what.kind))
            return True
        return False

    def _is_place(self, value: Any) -> bool:
        if not isinstance(value, Array) or not len(value):
            return False
        page, *view = value
        return isinstance(page, Dictionary) and page.objgen in self.pages and all(map(is_plain, view))

    def _colours(self, value: Any) -> bool:
        """A colour space; the description of inks, which only presses need, goes."""
        if not isinstance(value, Array) or not len(value):
            return isinstance(value, Name)
        parts, family = list(value), str(value[0])
        known: dict[str, list[Of | str]] = {
            "/ICCBased": [Of("profile")],
            "/CalGray": [Of("measured colours")],
            "/CalRGB": [Of("measured colours")],
            "/Lab": [Of("measured colours")],
            "/Indexed": [COLOURS, PLAIN, Of("stream")],
            "/I": [COLOURS, PLAIN, Of("stream")],
            "/Separation": [PLAIN, COLOURS, Of("function")],
            "/DeviceN": [PLAIN, COLOURS, Of("function")],
            "/Pattern": [COLOURS],
        }
        kinds = known.get(family, [])
        if len(parts) > len(kinds) + 1:
            del value[len(kinds) + 1 :]
        for part, kind in zip(parts[1:], kinds, strict=False):
            is_table = family in ("/Indexed", "/I") and isinstance(part, pikepdf.String)
            if not is_table and not self._follow(part, kind):
                return False
        return True


def is_plain(value: Any, depth: int = 0) -> bool:
    """Whether it is a number, a name, true, false or null, or an array of such."""
    if isinstance(value, Array):
        return depth < _DEEP and all(is_plain(one, depth + 1) for one in value)
    return not isinstance(value, Dictionary | Stream | pikepdf.String | pikepdf.Operator)
