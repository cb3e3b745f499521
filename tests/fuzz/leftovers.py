"""What a published file still says of its makers. Found by other means than those that clean: words of the
original's information, XMP, comments and EXIF are looked for in every byte of the result.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ExifTags, Image

if TYPE_CHECKING:
    from collections.abc import Iterator

LEAST = 6  # letters: shorter words are in any file by chance
_ORIENTATION = 0x0112
_XMP = re.compile(
    r"<(?:xmp:CreatorTool|pdf:Producer|pdf:Keywords|photoshop:[A-Za-z]+|dc:creator)[^>]*>(?:\s|<[^>]*>)*([^<]{6,200})"
)


def leftovers(before: bytes, after: bytes, kind: str) -> list[str]:
    """Each thing that is left, in words; of a picture or a PDF that was cleaned."""
    if kind != "pdf":
        return list(_of_image(after))
    with Pdf.open(io.BytesIO(before)) as was, Pdf.open(io.BytesIO(after)) as now:
        seen = _seen(after, now)
        bytes_now = _all_bytes(now)
        told = {secret for secret in _secrets(was) if len(secret) >= LEAST and secret not in seen}
        found = [f"the words '{secret}'" for secret in sorted(told) if _holds(bytes_now, secret)]
        return found + list(_of_objects(now))


def _secrets(pdf: Pdf) -> Iterator[str]:
    """Words of the original that are nobody's to read: its information, its XMP, its comments."""
    information = pdf.trailer.get("/Info")
    for key, value in information.items() if isinstance(information, Dictionary) else ():
        if key != "/Title" and isinstance(value, String):
            yield str(value).strip()
    for one in pdf.objects:
        if isinstance(one, Stream) and one.get("/Type") == Name.Metadata:
            yield from (text.strip() for text in _XMP.findall(_bytes(one).decode("utf-8", "replace")))
        elif isinstance(one, Dictionary) and one.get("/Subtype") in (
            Name.Text,
            Name.Popup,
            Name.FileAttachment,
        ):
            yield from (
                str(one[key]).strip() for key in ("/T", "/Contents") if isinstance(one.get(key), String)
            )


def _seen(data: bytes, pdf: Pdf) -> str:
    """All that a reader is meant to get: words, title, outline, words for pictures, links."""
    parts = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
    for one in [pdf.trailer, *pdf.objects]:
        if isinstance(one, Dictionary):
            keys = ("/Title", "/Alt", "/ActualText", "/E", "/URI", "/Contents", "/BaseFont", "/FontFamily")
            parts += [str(one[key]) for key in keys if key in one]
    return " ".join(" ".join(parts).split())


def _all_bytes(pdf: Pdf) -> bytes:
    return b"\n".join(_bytes(one) if isinstance(one, Stream) else repr(one).encode() for one in pdf.objects)


def _bytes(stream: Stream) -> bytes:
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, RuntimeError):
        return stream.read_raw_bytes()


def _holds(data: bytes, secret: str) -> bool:
    """Whether the words are in it as words, and not as a part of a name such as /StandardEncoding."""
    coded = {secret.encode(coding, "ignore") for coding in ("utf-8", "latin-1", "utf-16-be")}
    return any(_stands_alone(data, one) for one in coded if one)


def _stands_alone(data: bytes, words: bytes) -> bool:
    place = data.find(words)
    while place >= 0:
        before, after = data[max(0, place - 1) : place], data[place + len(words) : place + len(words) + 1]
        if not (before.isalnum() or before == b"/" or after.isalnum()):
            return True
        place = data.find(words, place + 1)
    return False


def _of_objects(pdf: Pdf) -> Iterator[str]:
    """Objects that only programs use, and what pictures carry."""
    for one in pdf.objects:
        if not isinstance(one, Dictionary | Stream):
            continue
        is_ours = one.objgen == pdf.Root.objgen
        yield from (
            f"the key {key}" for key in _PRIVATE if key in one and not (key == "/Metadata" and is_ours)
        )
        filters = one.get("/Filter") if isinstance(one, Stream) else None
        if filters == Name.DCTDecode or (isinstance(filters, Array) and Name.DCTDecode in list(filters)):
            yield from (f"{word} of a picture" for word in _of_image(one.read_raw_bytes()))
    given = pdf.trailer.get("/Info")
    yield from (f"the information {key}" for key in (given or Dictionary()) if key != "/Title")


_PRIVATE = (
    "/PieceInfo", "/Metadata", "/AcroForm", "/EmbeddedFile", "/EmbeddedFiles", "/JavaScript", "/JS",
    "/OpenAction", "/OCProperties", "/LastModified", "/PTEX.FileName", "/PTEX.InfoDict", "/Thumb", "/AF",
)  # fmt: skip


def _of_image(data: bytes) -> Iterator[str]:
    try:
        with Image.open(io.BytesIO(data)) as image:
            exif: Any = image.getexif()
            yield from (f"EXIF {ExifTags.TAGS.get(tag, tag)}" for tag in exif if tag != _ORIENTATION)
            keys = {
                "comment",
                "xmp",
                "XML:com.adobe.xmp",
                "photoshop",
                "mp",
                "Author",
                "Software",
                "Description",
            }
            yield from (f"the field {key}" for key in keys & set(image.info))
    except (OSError, SyntaxError, ValueError):
        return  # not for Pillow to read: what is in it was looked for as bytes
