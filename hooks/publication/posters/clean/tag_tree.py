"""The tags of a clean PDF (ISO 32000-2, 14.7): what a screen reader needs, and references to what was kept.

A tag keeps its role, its words and its place. It loses what programs note in it. A tag for something that is
no longer on a page (a comment, a field) loses its words too: they were that thing's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Stream

from publication.posters.clean.content import array
from publication.posters.clean.keys import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from publication.posters.clean.keys import Keys

_TREE = {
    "/Type",
    "/K",
    "/ParentTree",
    "/ParentTreeNextKey",
    "/RoleMap",
    "/ClassMap",
    "/Namespaces",
    "/IDTree",
}
_TEXTS = {"/ID", "/T", "/Lang", "/Alt", "/E", "/ActualText"}
_TAG = {"/Type", "/S", "/P", "/Pg", "/K", "/A", "/C", "/R", "/NS"} | _TEXTS
_CONTENT = {"/Type", "/Pg", "/MCID", "/Stm"}
_OBJECT = {"/Type", "/Pg", "/Obj"}
_OWNERS = {Name.Layout, Name.List, Name.Table, Name.Artifact}
"""Whose attributes a reader's program may use. Others are notes of the program that wrote them."""

_MOST = 200_000  # tags of a file; a tree with more is not one of 30 pages


class TagTree:
    """The tree of a PDF, cleaned by `settle`."""

    def __init__(self, root: Dictionary, keys: Keys) -> None:
        self.root = root
        self.keys = keys
        self.has_dropped = False
        self._tags: set[tuple[int, int]] = set()

    def settle(self) -> None:
        """Keep in place what is known; raises ValueError of a tree that has no end."""
        self._only(self.root, _TREE)
        waiting = self._kept(self.root)
        while waiting:
            tag = waiting.pop()
            if tag.objgen in self._tags:
                continue
            self._tags.add(tag.objgen)
            if len(self._tags) > _MOST:
                raise ValueError("endless tags")
            self._clean(tag)
            waiting += self._kept(tag)
        self._settle_parents()
        self._settle_names()

    def _clean(self, tag: Dictionary) -> None:
        self._only(tag, _TAG)
        for key, value in list(tag.items()):
            if not self._is_known(tag, key, value):
                self._drop(tag, key)

    def _is_known(self, tag: Dictionary, key: str, value: Any) -> bool:
        if key in _TEXTS:
            return isinstance(value, pikepdf.String)
        if key == "/P":
            return self._is_tag(value) or value == self.root
        if key == "/Pg":
            return isinstance(value, Dictionary) and value.objgen in self.keys.pages
        if key == "/A":
            return self._settle_attributes(tag)
        if key == "/NS":
            return isinstance(value, Dictionary) and self._is_space(value)
        return key == "/K" or is_plain(value)

    def _kept(self, tag: Dictionary) -> list[Dictionary]:
        """The tags below a tag. Content and objects that were not kept are taken out of it."""
        given = tag.get("/K")
        parts = list(given) if isinstance(given, Array) else [given]
        kept: list[Any] = []
        inner = []
        for part in parts:
            if isinstance(part, int) and not isinstance(part, bool):
                kept.append(part)
            elif isinstance(part, Dictionary) and self._keeps(part):
                kept.append(part)
                if "/S" in part:
                    inner.append(part)
        if len(kept) < len(parts) and given is not None:
            self.has_dropped = True
            tag.K = Array(kept)
            if not kept:
                for key in _TEXTS - {"/Lang", "/ID"}:
                    if key in tag:
                        del tag[key]
        return inner

    def _keeps(self, part: Dictionary) -> bool:
        """Whether a part of a tag is one that was kept: words, a picture or link, or a tag."""
        if "/Obj" in part:
            self._only(part, _OBJECT)
            return part.Obj.objgen in self.keys.links or part.Obj.objgen in self.keys.streams
        if "/MCID" in part:
            self._only(part, _CONTENT)
            stream = part.get("/Stm")
            if stream is not None and stream.objgen not in self.keys.streams:
                del part["/Stm"]
            return True
        return "/S" in part and part.is_indirect

    def _settle_attributes(self, tag: Dictionary) -> bool:
        """Whether the attributes are plain, once those of other owners are taken out."""
        given = tag.A
        parts = list(given) if isinstance(given, Array) else [given]
        kept = [part for part in parts if isinstance(part, int) or self._is_attribute(part)]
        if len(kept) < len(parts):
            self.has_dropped = True
            tag.A = Array(kept)
        return True

    def _is_attribute(self, part: Any) -> bool:
        if not isinstance(part, Dictionary) or isinstance(part, Stream) or part.get("/O") not in _OWNERS:
            return False
        is_table = Name.Table == part.O
        for key, value in list(part.items()):
            if not is_plain(value) and not (is_table and _is_text(value)):
                self._drop(part, key)
        return True

    def _is_space(self, space: Dictionary) -> bool:
        """A namespace: its name, and which standard role each of its own stands for."""
        self._only(space, {"/Type", "/NS", "/RoleMapNS"})
        return _is_text(space.get("/NS"))

    def _settle_parents(self) -> None:
        """The list by which pages and links find their tags: to those that are in the tree."""
        if "/ParentTree" not in self.root:
            return
        numbers: list[Any] = []
        for number, found in NumberTree(self.root.ParentTree).items():
            if isinstance(found, Array):
                tied = [one if self._is_tag(one) else None for one in found]
                self.has_dropped |= any(
                    one is None and was is not None for one, was in zip(tied, found, strict=True)
                )
                numbers += [number, Array(tied)]
            elif self._is_tag(found):
                numbers += [number, found]
            else:
                self.has_dropped = True
        self.root.ParentTree = self.keys.pdf.make_indirect(Dictionary(Nums=Array(numbers)))

    def _settle_names(self) -> None:
        """What else hangs on the root: roles, classes of attributes, namespaces."""
        if "/IDTree" in self.root:
            names = pikepdf.NameTree(self.root.IDTree)
            flat = Array()
            for name, tag in names.items():
                if self._is_tag(tag):
                    flat.extend([pikepdf.String(name), tag])
                else:
                    self.has_dropped = True
            self.root.IDTree = self.keys.pdf.make_indirect(Dictionary(Names=flat))
        self._settle_map("/RoleMap", is_plain)
        self._settle_map("/ClassMap", lambda one: all(map(self._is_attribute, array(one) or [one])))
        if "/Namespaces" in self.root:
            spaces = [one for one in array(self.root.Namespaces) if isinstance(one, Dictionary)]
            self.root.Namespaces = Array([one for one in spaces if self._is_space(one)])

    def _settle_map(self, key: str, is_known: Callable[[Any], bool]) -> None:
        for name, value in list(self.root.get(key, Dictionary()).items()):
            if not is_known(value):
                self._drop(self.root[key], name)

    def _is_tag(self, one: Any) -> bool:
        return isinstance(one, Dictionary) and one.objgen in self._tags

    def _only(self, holder: Dictionary, keys: set[str]) -> None:
        for key in set(holder.keys()) - keys:
            self._drop(holder, key)

    def _drop(self, holder: Any, key: str) -> None:
        del holder[key]
        self.has_dropped = True


def _is_text(value: Any) -> bool:
    return isinstance(value, pikepdf.String) or (isinstance(value, Array) and all(map(_is_text, value)))
