"""What may be clicked in a clean PDF: plain links. Everything else that lies on a page goes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = {
    "/Type", "/Subtype", "/Rect", "/Border", "/BS", "/C", "/H", "/QuadPoints", "/F", "/A", "/Dest",
    "/Contents", "/StructParent",
}  # fmt: skip
_SAFE_LINK = re.compile(r"\s*(?:https?://|mailto:|[\w-]+(?:\.[\w-]+)+/)", re.IGNORECASE)
"""The last for addresses as people type them, example.org/page: readers take them for the web."""


def clean_annotations(page: Dictionary) -> Iterator[str]:
    """Keep links to the web, to an e-mail address and within the document; nothing else of an annotation."""
    annotations = page.get("/Annots")
    if annotations is None:
        return
    kept = Array()
    for annotation in annotations if isinstance(annotations, Array) else ():
        if not isinstance(annotation, Dictionary):
            continue
        if annotation.get("/Subtype") == Name.Link and is_safe(annotation):
            drop(annotation, set(annotation.keys()) - _LINK)
            kept.append(annotation)
            continue
        yield _ANNOTATIONS.get(str(annotation.get("/Subtype")), "comment")
        # Emptied, not just left out: the tags may still point at it.
        drop(annotation, set(annotation.keys()))
    if len(kept):
        page.Annots = kept
    else:
        del page["/Annots"]


_ANNOTATIONS = {
    "/Widget": "form",
    "/FileAttachment": "attachment",
    "/Link": "link that is not to the web",
    "/Movie": "sound or film",
    "/Sound": "sound or film",
    "/Screen": "sound or film",
    "/RichMedia": "sound or film",
}


def is_safe(holder: Dictionary) -> bool:
    """Whether a link, or a line of the outline, leads to the web, an e-mail address, or within the PDF."""
    action = holder.get("/A")
    if action is None:
        return "/Dest" in holder
    if not isinstance(action, Dictionary):
        return False
    if action.get("/S") == Name.URI:
        return bool(_SAFE_LINK.match(str(action.get("/URI", ""))))
    return bool(action.get("/S") == Name.GoTo)


def drop(holder: Any, keys: set[str]) -> None:
    """Remove those of the keys that are there."""
    for key in keys & set(holder.keys()):
        del holder[key]
