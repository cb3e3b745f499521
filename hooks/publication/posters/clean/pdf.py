"""PDF without what it carries besides the poster: rewritten from the objects that show and describe it.

Keys are of ISO 32000-2. What a catalogue or a page may keep is listed; anything else in them goes.
"""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Any, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from publication.posters.clean import jpeg
from publication.posters.clean.annotations import drop, flatten_annotations, is_safe
from publication.posters.clean.exif import quoted
from publication.posters.clean.layers import Layers
from publication.posters.clean.xmp import stated
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Iterator

_CATALOGUE = {
    "/Type", "/Version", "/Extensions", "/Pages", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences",
    "/PageLayout", "/PageMode", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OutputIntents",
}  # fmt: skip
_PAGE = {
    "/Type", "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox", "/TrimBox", "/ArtBox",
    "/Contents", "/Rotate", "/Group", "/Annots", "/StructParents", "/Tabs", "/UserUnit",
}  # fmt: skip
_ANYWHERE = {
    "/PieceInfo": "private data of a program",
    "/Metadata": "editing history (XMP)",
    "/LastModified": "date",
    "/OPI": "file paths of pictures",
    "/CreatorInfo": "software",
    "/Thumb": "embedded thumbnail",
}
_INFO = {
    "/Author": "author", "/Creator": "software", "/Producer": "software", "/Subject": "subject",
    "/Keywords": "keywords", "/Company": "organisation", "/Manager": "manager",
}  # fmt: skip
_NAMED = {
    "/AcroForm": "form", "/Collection": "attachment", "/OpenAction": "automatic action",
    "/AA": "automatic action", "/Perms": "signature", "/DSS": "signature",
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
            made = io.BytesIO()
            pdf.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    except (ArtworkError, MemoryError):
        raise
    except Exception as error:
        # pikepdf raises PdfError, ValueError, TypeError, KeyError on objects of odd kinds
        raise ArtworkError(_UNREADABLE) from error
    return made.getvalue(), removed


def _clean(pdf: Pdf) -> Iterator[str]:
    """Remove in place, and say what."""
    layers = Layers(pdf)
    flattened = flatten_annotations(pdf, layers)
    yield from flattened.removed
    if layers.are_there and layers.settle(pdf):
        yield LAYER
    pdf.remove_unreferenced_resources()
    # What was drawn into a page has no tags: the file may no longer conform to what it claimed.
    xmp = stated(pdf, claims=not flattened.was_drawn)
    yield from _clean_information(pdf)
    yield from (word for key, word in _NAMED.items() if key in pdf.Root)
    names = pdf.Root.get("/Names")
    if isinstance(names, Dictionary):
        yield from _keep(names, {"/Dests"}, {"/EmbeddedFiles": "attachment", "/JavaScript": "script"})
    drop(pdf.Root, set(pdf.Root.keys()) - _CATALOGUE - {"/Metadata"})
    if pdf.Root.get("/PageMode") == Name.UseAttachments:
        del pdf.Root.PageMode
    for page in pdf.pages:
        yield from _keep(page.obj, _PAGE, _ANYWHERE | {"/AA": "automatic action", "/AF": "attachment"})
    for found in pdf.objects:
        for part in _parts(found):
            yield from _clean_part(part)
    pdf.Root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)


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


def _clean_part(part: Any) -> Iterator[str]:
    """Remove from one dictionary, or a stream's, what nothing in a poster needs."""
    yield from _keep(part, set(part.keys()) - _ANYWHERE.keys(), _ANYWHERE)
    if "/EF" in part and ("/F" in part or "/UF" in part):
        yield "attachment"
        drop(part, set(part.keys()))
    action = part.get("/A")
    # A tag's /A has attributes, which have an owner (/O) and no kind (/S).
    if isinstance(action, Dictionary) and "/S" in action and not is_safe(part):
        yield "script or action"
        drop(part, {"/A"})
    if part.get("/S") in (Name.GoTo, Name.URI):
        drop(part, {"/Next"})
    if part.get("/S") == Name.JavaScript:
        yield "script"
        drop(part, set(part.keys()))
    if isinstance(part, Stream) and part.get("/Subtype") == Name.Image:
        yield from _clean_picture(part)


def _clean_picture(image: Stream) -> Iterator[str]:
    """Clean a JPEG inside the PDF as one outside; its coded pixels stay as they are."""
    filters = image.get("/Filter")
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    if names not in (["/DCTDecode"], ["/FlateDecode", "/DCTDecode"]):
        return
    data = image.read_raw_bytes()
    if len(names) == 2:
        data = zlib.decompress(data)
    try:
        cleaned, removed = jpeg.clean(data, keep_orientation=False)  # PDF knows no EXIF: nothing may turn it
    except ArtworkError:
        return  # not as JPEG should be, but PDFium drew it
    if removed:
        yield from (f"{word} of a picture" for word in removed)
        parameters = image.get("/DecodeParms") if len(names) == 1 else None
        image.write(cleaned, filter=Name.DCTDecode, decode_parms=cast("Dictionary | None", parameters))


def _parts(found: Any, depth: int = 0) -> Iterator[Any]:
    """The dictionaries and streams written within one object; what it only refers to has its own turn."""
    if isinstance(found, Dictionary | Stream):
        yield found
    if depth > 50 or not isinstance(found, Dictionary | Stream | Array):
        return
    for inner in list(found) if isinstance(found, Array) else [value for _, value in found.items()]:
        if isinstance(inner, Dictionary | Array) and not inner.is_indirect:
            yield from _parts(inner, depth + 1)


def _keep(holder: Any, wanted: set[str], words: dict[str, str]) -> Iterator[str]:
    """Drop all but the wanted keys; yield the words for those of the dropped that have one."""
    unwanted = set(holder.keys()) - wanted
    yield from (words[key] for key in sorted(unwanted & words.keys()))
    drop(holder, unwanted)
