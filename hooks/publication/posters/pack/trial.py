"""Whether a PDF can go into a pack: tried when it is checked, so that no build finds out."""

from __future__ import annotations

import io

from pikepdf import Array, Dictionary, Name, Pdf

from publication.posters.pack.merge import merge
from publication.posters.pack.tags import Part


def can_be_joined(data: bytes) -> bool:
    """Whether the cleaned PDF can stand behind contents: tried with two of it, as two of a kind may clash."""
    try:
        merge(_contents(), [Part("A", data), Part("B", data)], "Trial")
    except MemoryError:
        raise
    except Exception:  # pikepdf and qpdf raise many kinds on objects of odd kinds
        return False
    return True


def _contents() -> bytes:
    """A tagged page with nothing on it."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, K=Array()))
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=Array([top])))
    top.P = tree
    tree.ParentTree = Dictionary(Nums=Array())
    pdf.Root.StructTreeRoot = tree
    made = io.BytesIO()
    pdf.save(made)
    return made.getvalue()
