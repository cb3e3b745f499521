"""PDF without what it carries besides the poster: rewritten from the objects that show and describe it.

What may stay is listed in `schema`; everything else goes. What is seen stays as it is seen.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name, Pdf

from publication.posters.clean.annotations import drop, flatten_annotations
from publication.posters.clean.content import drawings
from publication.posters.clean.exif import quoted
from publication.posters.clean.keys import Keys
from publication.posters.clean.layers import Layers
from publication.posters.clean.places import name_no_places
from publication.posters.clean.streams import check_written_in, clean_stream
from publication.posters.clean.tag_tree import TagTree
from publication.posters.clean.xmp import stated
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

_INFO = {
    "/Author": "author", "/Creator": "software", "/Producer": "software", "/Subject": "subject",
    "/Keywords": "keywords", "/Company": "organisation", "/Manager": "manager",
}  # fmt: skip
LAYER = "layer that is switched off"
_UNREADABLE = (
    "This PDF can be opened, but not cleaned of what else it holds, as it is built in an unusual way. "
    "Print the poster into a new PDF, and use that."
)


def clean(data: bytes) -> tuple[bytes, list[str]]:
    """The PDF with its pages, tags, language, title, text, outline and plain links, and what was removed."""
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            removed = list(_clean(pdf))
            return written(pdf), removed
    except (ArtworkError, MemoryError):
        raise
    except Exception as error:
        # pikepdf raises PdfError, ValueError, TypeError, KeyError on objects of odd kinds
        raise ArtworkError(_UNREADABLE) from error


def written(pdf: Pdf) -> bytes:
    """The PDF as a file: the same objects give the same bytes, and nothing is added to them."""
    made = io.BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.preserve,
        fix_metadata_version=False,
    )
    return made.getvalue()


def _clean(pdf: Pdf) -> Iterator[str]:
    """Remove in place, and say what."""
    layers = Layers(pdf)
    flattened = flatten_annotations(pdf, layers)
    yield from flattened.removed
    if layers.settle(pdf):
        yield LAYER
    pdf.remove_unreferenced_resources()
    # What was drawn into a page has no tags: the file may no longer conform to what it claimed.
    xmp = stated(pdf, claims=not flattened.was_drawn).encode()
    yield from _clean_information(pdf)
    yield from _clean_objects(pdf)
    given = pdf.Root.get("/Metadata")
    if isinstance(given, pikepdf.Stream) and given.read_bytes() != xmp:
        yield "editing history (XMP)"
    pdf.Root.Metadata = pdf.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


def _clean_objects(pdf: Pdf) -> Iterator[str]:
    """Keep what `schema` knows, first of the pages, then of the tags, which refer to what the pages kept."""
    root = pdf.Root
    names = root.get("/Names")
    if isinstance(names, Dictionary):
        yield from (word for key, word in _IN_NAMES.items() if key in names)
    name_no_places(pdf)
    if root.get("/PageMode") == Name.UseAttachments:
        del root.PageMode
    keys = Keys(pdf)
    keys.go_through(root, "catalogue")
    yield from keys.words
    tags = root.get("/StructTreeRoot")
    if isinstance(tags, Dictionary):
        tree = TagTree(tags, keys)
        tree.settle()
        if tree.has_dropped:
            yield "notes of a program in the tags"
    for drawing in drawings(pdf):
        check_written_in(drawing)
    for stream in keys.streams.values():
        yield from clean_stream(pdf, stream)


_IN_NAMES = {"/EmbeddedFiles": "attachment", "/JavaScript": "script"}


def _clean_information(pdf: Pdf) -> Iterator[str]:
    """Keep the title of the document information, and of the trailer what the file needs."""
    information = pdf.trailer.get("/Info")
    drop(pdf.trailer, set(pdf.trailer.keys()) - {"/Root", "/Size"})  # a new /ID comes with saving
    if not isinstance(information, Dictionary):
        return
    for key, value in information.items():
        if key in _INFO and str(value).strip():
            yield f"{_INFO[key]} {quoted(str(value))}"
        elif key in ("/CreationDate", "/ModDate"):
            yield "date"
        elif key not in ("/Title", "/Trapped", *_INFO):
            yield f"note {quoted(key[1:])}"
    if "/Title" in information:
        pdf.trailer["/Info"] = pdf.make_indirect(Dictionary(Title=information.Title))
