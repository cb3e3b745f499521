"""The XMP of a clean PDF: what a reader's program needs to know of it, and nothing of who made it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Pdf

_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, pikepdf.PdfError)
"""What pikepdf raises on odd XMP, which then claims nothing."""


def title_of(pdf: Pdf) -> str:
    """The title in the document's information, or else in its XMP; "" where it has none."""
    title = str(pdf.trailer.get("/Info", Dictionary()).get("/Title", ""))
    if not title:
        with suppress(*_UNREADABLE):
            title = str(_given(pdf).get("dc:title") or "")
    return "".join(c for c in title if c.isprintable())


def _given(pdf: Pdf) -> Any:
    return pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)


def stated(pdf: Pdf, *, claims: bool = True) -> str:
    """XMP with the title, the language, and what the file claims to conform to: PDF/A, PDF/UA."""
    title = title_of(pdf)
    parts = []
    with suppress(*_UNREADABLE):
        given = _given(pdf)
        for claim in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part") if claims else ():
            value = str(given.get(claim) or "")
            if value.isalnum():
                parts.append(f"<{claim}>{value}</{claim}>")
    if title:
        item = f'<rdf:li xml:lang="x-default">{escape(title)}</rdf:li>'
        parts.append(f"<dc:title><rdf:Alt>{item}</rdf:Alt></dc:title>")
    language = str(pdf.Root.get("/Lang", ""))
    if language.replace("-", "").isalnum():
        parts.append(f"<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>")
    return _XMP.format(parts="".join(parts))


_XMP = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">'
    '{parts}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
)
