"""The XMP of a clean PDF: what a reader's program needs to know of it, and nothing of who made it."""

from __future__ import annotations

from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Dictionary, Pdf


def stated(pdf: Pdf) -> str:
    """XMP with the title, the language, and what the file claims to conform to: PDF/A, PDF/UA."""
    title = str(pdf.trailer.get("/Info", Dictionary()).get("/Title", ""))
    parts = []
    try:
        given = pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False)
        title = title or str(given.get("dc:title") or "")
        for claim in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part"):
            value = str(given.get(claim) or "")
            if value.isalnum():
                parts.append(f"<{claim}>{value}</{claim}>")
    except (ValueError, KeyError, TypeError, AttributeError, pikepdf.PdfError):
        pass  # XMP that cannot be read claims nothing
    title = "".join(c for c in title if c.isprintable())
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
