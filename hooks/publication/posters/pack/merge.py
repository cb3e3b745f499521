"""Many PDFs as one: pages in a row, their tags under one tree, a bookmark for each.

What becomes of PDF/UA (ISO 14289-1): a merged file is as accessible as its worst part, so it never claims to
conform, whatever its parts claimed. But nothing that they had is thrown away:

- A tagged part keeps its tags. They become one section of the whole, with the part's language; the numbers
  that tie tags to pages (`/StructParents`, ISO 32000-1, 14.7.4.4) are counted on; tags with names of the
  part's own become the standard ones that its role map stands for, as two parts may mean two things.
- A part without tags becomes one figure a page, whose alternative text has the words that the site has of it.
- Links to the web and to a page stay.
- Lost are: a part's own bookmarks, the PDF/A claim with its output intent, classes of attributes (how tagged
  text was laid out) and the index of tags by name, by which a few tables tie their cells to headings.
"""

from __future__ import annotations

import io
from contextlib import ExitStack
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf

from publication.posters.clean.pdf import clean
from publication.posters.pack.sheet import fit
from publication.posters.pack.tags import LANGUAGE, Tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from publication.posters.pack.tags import Part

MARKER = "https://page.invalid/"
"""Before the number of a part (from 0) in a link of the front: the merged file has its page there.

A name that RFC 2606 keeps from ever being anyone's.
"""


def merge(front: bytes, parts: Sequence[Part], title: str) -> bytes:
    """The tagged PDF `front`, and behind it all parts on sheets of its size.

    It has no metadata but the title and the language. The same input gives the same bytes. Raises
    pikepdf.PdfError where a part is damaged.
    """
    with ExitStack() as opened:
        whole = opened.enter_context(Pdf.open(io.BytesIO(front)))
        fronts = len(whole.pages)
        sheet = [float(one) for one in whole.pages[0].mediabox[2:]]
        tags = Tags(whole)
        starts: list[int] = []
        version = whole.pdf_version
        for part in parts:
            source = opened.enter_context(Pdf.open(io.BytesIO(part.data)))
            version = max(version, source.pdf_version)
            starts.append(len(whole.pages))
            fit(source, *sheet)
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
