"""Links to a place by its name lead to the place itself (ISO 32000-2, 12.3.2.4).

The names go: they are words that nobody sees, and two posters of a pack may use the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from publication.posters.clean.content import array

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pikepdf import Pdf


def name_no_places(pdf: Pdf) -> None:
    """Give links and lines of the outline that name a place the place itself."""
    named = dict(_named_places(pdf))
    for holder in _holders(pdf):
        action = holder.get("/A")
        one, key = (action, "/D") if isinstance(action, Dictionary) else (holder, "/Dest")
        place = one.get(key)
        if isinstance(place, Name | pikepdf.String):
            if str(place) in named:
                one[key] = named[str(place)]
            else:
                del one[key]


def _holders(pdf: Pdf) -> Iterator[Dictionary]:
    """What may lead to a place: annotations, and the lines of the outline."""
    for page in pdf.pages:
        yield from (one for one in array(page.obj.get("/Annots")) if isinstance(one, Dictionary))
    yield from (
        one for one in pdf.objects if isinstance(one, Dictionary) and "/Title" in one and "/Parent" in one
    )


def _named_places(pdf: Pdf) -> Iterator[tuple[str, Array]]:
    """Every name of a place in a document, of PDF 1.1 and of later ones, with its page and view."""
    old, names = pdf.Root.get("/Dests"), pdf.Root.get("/Names")
    pairs: list[tuple[Any, Any]] = list(old.items()) if isinstance(old, Dictionary) else []
    new = names.get("/Dests") if isinstance(names, Dictionary) else None
    pairs += list(pikepdf.NameTree(new).items()) if isinstance(new, Dictionary) else []
    for name, place in pairs:
        where = place.get("/D") if isinstance(place, Dictionary) else place
        if isinstance(where, Array):
            yield str(name), where
