"""Many PDFs as one: pages in a row, their tags under one tree, a bookmark for each.

What becomes of PDF/UA (ISO 14289-1): a merged file is as accessible as its worst part, so it never claims to
conform, whatever its parts claimed. But nothing that they had is thrown away:

- A tagged part keeps its tags. They become one section of the whole, with the part's language; the numbers
  that tie tags to pages (`/StructParents`, ISO 32000-1, 14.7.4.4) are counted on; tags with names of the
  part's own become the standard ones that its role map stands for, as two parts may mean two things.
- A part without tags becomes one figure a page, whose alternative text has the words that the site has of it.
- Links to the web and to a page stay. A link to a place by its name is made one to its page, for two parts
  may have the same name.
- Lost are: a part's own bookmarks, the PDF/A claim with its output intent, classes of attributes (how tagged
  text was laid out) and the index of tags by name, by which a few tables tie their cells to headings.
"""

from __future__ import annotations

import io
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

from publication.posters.clean.pdf import clean
from publication.posters.pack.tags import LANGUAGE, Tags

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from publication.posters.pack.tags import Part

MARKER = "https://page.invalid/"
"""Before the number of a part (from 0) in a link of the front: the merged file has its page there.

A name that RFC 2606 keeps from ever being anyone's.
"""


def merge(front: bytes, parts: Sequence[Part], title: str) -> bytes:
    """The tagged PDF `front` and behind it all parts, without metadata but the title and the language.

    The same input gives the same bytes. Raises pikepdf.PdfError where a part is damaged.
    """
    with ExitStack() as opened:
        whole = opened.enter_context(Pdf.open(io.BytesIO(front)))
        fronts = len(whole.pages)
        tags = Tags(whole)
        starts: list[int] = []
        version = whole.pdf_version
        for part in parts:
            source = opened.enter_context(Pdf.open(io.BytesIO(part.data)))
            version = max(version, source.pdf_version)
            starts.append(len(whole.pages))
            _by_page(source)
            tags.take_in(source, part)
        tags.write()
        _lead_on(whole, fronts, starts)
        with whole.open_outline() as outline:
            outline.root[:] = [OutlineItem("Contents", 0)]
            outline.root += [OutlineItem(part.title, at) for part, at in zip(parts, starts, strict=True)]
        _describe(whole, title)
        made = io.BytesIO()
        whole.save(made, deterministic_id=True, min_version=version)
    return clean(made.getvalue())[0]


def _describe(whole: Pdf, title: str) -> None:
    for key in ("/Metadata", "/OutputIntents", "/OpenAction"):
        if key in whole.Root:
            del whole.Root[key]
    whole.trailer["/Info"] = whole.make_indirect(Dictionary(Title=title))
    whole.Root.Lang = LANGUAGE
    whole.Root.MarkInfo = Dictionary(Marked=True)
    whole.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    whole.Root.PageMode = Name.UseOutlines


def _lead_on(whole: Pdf, fronts: int, starts: Sequence[int]) -> None:
    """Turn the links of the front that have the marker into links to the page of their part."""
    for page in list(whole.pages)[:fronts]:
        for annotation in page.obj.get("/Annots", Array()):
            action = annotation.get("/A")
            address = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
            if address.startswith(MARKER):
                target = whole.pages[starts[int(address.removeprefix(MARKER))]].obj
                annotation.A = Dictionary(S=Name.GoTo, D=Array([target, Name.Fit]))


def _by_page(source: Pdf) -> None:
    """Give links to a named place the place itself; remove those whose place there is not."""
    named = dict(_named_places(source))
    for page in source.pages:
        kept = Array()
        for annotation in page.obj.get("/Annots", Array()):
            action = annotation.get("/A")
            holder, key = (action, "/D") if isinstance(action, Dictionary) else (annotation, "/Dest")
            place = holder.get(key)
            if isinstance(place, Name | pikepdf.String):
                if str(place) not in named:
                    continue
                holder[key] = named[str(place)]
            kept.append(annotation)
        if "/Annots" in page.obj:
            page.obj.Annots = kept


def _named_places(source: Pdf) -> Iterator[tuple[str, Array]]:
    """Every name of a place in a document, of PDF 1.1 and of later ones, with its page and view."""
    old = source.Root.get("/Dests", Dictionary())
    names = source.Root.get("/Names", Dictionary()).get("/Dests")
    pairs: list[tuple[Any, Any]] = list(old.items())
    pairs += list(pikepdf.NameTree(names).items()) if names is not None else []
    for name, place in pairs:
        where = place.get("/D") if isinstance(place, Dictionary) else place
        if isinstance(where, Array):
            yield str(name), where
