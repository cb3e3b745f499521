"""PDFs that carry a name in one place each: what a program, an editor or a camera leaves behind.

Each entry of `PLACES` puts `SECRET` somewhere into a PDF of one page that shows a picture and has tags.
"""

from __future__ import annotations

import io
import zlib
from base64 import a85encode
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, String

from posters import samples

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "Ada Author"


def plain_pdf() -> Pdf:
    """One page with a word, a form, a picture, tags, a link, a line in the outline and a layer that is on."""
    pdf = Pdf.open(io.BytesIO(samples.pdf()))
    page = pdf.pages[0].obj
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9])
    page.Resources.XObject = Dictionary(Photo=picture(pdf, samples.jpeg(), Name.DCTDecode), Form=form)
    page.Resources.ExtGState = Dictionary(G=pdf.make_indirect(Dictionary(Type=Name.ExtGState, ca=1)))
    page.Resources.Properties = Dictionary(Words=pdf.make_indirect(Dictionary(MCID=0)))
    page.Contents = pdf.make_stream(
        b"/G gs /P /Words BDC "
        + page.Contents.read_bytes()
        + b" EMC q 310 0 0 219 50 300 cm /Photo Do Q /Form Do"
    )
    page.StructParents = 0
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    link.A = Dictionary(S=Name.URI, URI="https://example.org/")
    page.Annots = Array([pdf.make_indirect(link)])
    tag = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Pg=page, K=Array([0])))
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, K=tag))
    tag.P = tree
    tree.ParentTree = Dictionary(Nums=Array([0, Array([tag])]))
    pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = tree, Dictionary(Marked=True)
    with pdf.open_outline() as outline:
        outline.root.append(OutlineItem("Findings", 0))
    return pdf


def picture(pdf: Pdf, data: bytes, filters: Any, **more: Any) -> Any:
    """An image XObject of these coded bytes."""
    made = pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, Filter=filters)
    made.Width, made.Height, made.ColorSpace, made.BitsPerComponent = *samples.SIZE, Name.DeviceRGB, 8
    for key, value in more.items():
        made[f"/{key}"] = value
    return pdf.make_indirect(made)


def page_of(pdf: Pdf) -> Any:
    return pdf.pages[0].obj


def photo(data: bytes, filters: Any) -> Callable[[Pdf], None]:
    """Puts another picture in the place of the page's."""

    def put(pdf: Pdf) -> None:
        page_of(pdf).Resources.XObject.Photo = picture(pdf, data, filters)

    return put


def in_(
    where: Callable[[Pdf], Any], key: str, value: Callable[[Pdf], Any] | Any = SECRET
) -> Callable[[Pdf], None]:
    """Puts the secret, or a value that holds it, under a key of an object."""

    def put(pdf: Pdf) -> None:
        where(pdf)[key] = value(pdf) if callable(value) else value

    return put


def jpeg2000(*, boxes: bytes = b"", comment: str = "") -> bytes:
    """A JPEG 2000 file with further boxes and a comment in its code."""
    data = samples.save(samples.picture(), "JPEG2000", **({"comment": comment} if comment else {}))
    start = data.index(b"jp2c") - 4
    return data[:start] + boxes + data[start:]


def box(kind: bytes) -> bytes:
    return (8 + 16 + len(SECRET)).to_bytes(4, "big") + kind + bytes(16) + SECRET.encode()


def _note(pdf: Pdf) -> Any:
    return pdf.make_indirect(
        Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=SECRET)
    )


def _object_of_no_page(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K = Array([0, Dictionary(Type=Name.OBJR, Obj=_note(pdf))])


def _words_of_a_note(pdf: Pdf) -> None:
    note = _note(pdf)
    page_of(pdf).Annots.append(note)
    inner = Dictionary(Type=Name.StructElem, S=Name.Annot, Alt=SECRET, K=Dictionary(Type=Name.OBJR, Obj=note))
    inner.P = pdf.Root.StructTreeRoot.K
    pdf.Root.StructTreeRoot.K.K = Array([0, pdf.make_indirect(inner)])


def _orphan_tag(pdf: Pdf) -> Any:
    return pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.P, Alt=SECRET))


def _named_place(pdf: Pdf) -> None:
    place = Array([page_of(pdf), Name.Fit])
    pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String(SECRET), place])))
    page_of(pdf).Annots[0].A = Dictionary(S=Name.GoTo, D=String(SECRET))


def _layer(pdf: Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=SECRET))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(ON=Array([layer])))
    page_of(pdf).Resources.Properties.Layer = layer
    drawn = b"/OC /Layer BDC " + page_of(pdf).Contents.read_bytes() + b" EMC"
    page_of(pdf).Contents = pdf.make_stream(drawn)


def _inks(pdf: Pdf) -> None:
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0], C1=[1, 0, 0], N=1)
    inks = Dictionary(Colorants=Dictionary(), Program=SECRET)
    page_of(pdf).Resources.ColorSpace = Dictionary(
        I=Array([Name.DeviceN, Array([Name.Spot]), Name.DeviceRGB, tint, inks])
    )


def _undrawn(pdf: Pdf) -> None:
    made = pdf.make_stream(
        f"BT ({SECRET}) Tj ET".encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 9, 9]
    )
    page_of(pdf).Resources.XObject.Undrawn = made


def _script_on_a_line(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.A = Dictionary(S=Name.JavaScript, JS=SECRET)


def _root(pdf: Pdf) -> Any:
    return pdf.Root


def _tag(pdf: Pdf) -> Any:
    return pdf.Root.StructTreeRoot.K


PLACES: dict[str, Callable[[Pdf], None]] = {
    "information: author": in_(lambda pdf: pdf.docinfo, "/Author"),
    "information: a key of a program": in_(lambda pdf: pdf.docinfo, "/Reviewer"),
    "catalogue: private data": in_(_root, "/PieceInfo", lambda _: Dictionary(P=Dictionary(Private=SECRET))),
    "catalogue: a key of no standard": in_(_root, "/Made", SECRET),
    "catalogue: attached file": lambda pdf: pdf.attachments.__setitem__("a.txt", SECRET.encode()),
    "catalogue: script": in_(
        _root,
        "/Names",
        lambda _: Dictionary(
            JavaScript=Dictionary(Names=[String("a"), Dictionary(S=Name.JavaScript, JS=SECRET)])
        ),
    ),
    "catalogue: action on opening": in_(
        _root, "/OpenAction", lambda _: Dictionary(S=Name.JavaScript, JS=SECRET)
    ),
    "catalogue: form": in_(_root, "/AcroForm", lambda _: Dictionary(Fields=Array(), DA=SECRET)),
    "catalogue: signature": in_(_root, "/Perms", lambda _: Dictionary(DocMDP=Dictionary(Name=SECRET))),
    "catalogue: XMP": in_(
        _root, "/Metadata", lambda pdf: pdf.make_stream(SECRET.encode(), Type=Name.Metadata, Subtype=Name.XML)
    ),
    "page: private data": in_(page_of, "/PieceInfo", lambda _: Dictionary(P=Dictionary(Private=SECRET))),
    "page: thumbnail": in_(
        page_of, "/Thumb", lambda pdf: pdf.make_stream(SECRET.encode(), Width=1, Height=1)
    ),
    "page: attached file": in_(page_of, "/AF", lambda _: Array([Dictionary(Type=Name.Filespec, F=SECRET)])),
    "page: action": in_(page_of, "/AA", lambda _: Dictionary(O=Dictionary(S=Name.JavaScript, JS=SECRET))),
    "page: comment": lambda pdf: page_of(pdf).Annots.append(_note(pdf)),
    "link: its author": in_(lambda pdf: page_of(pdf).Annots[0], "/T"),
    "link: to a file": in_(
        lambda pdf: page_of(pdf).Annots[0],
        "/A",
        lambda _: Dictionary(S=Name.URI, URI=f"file:///home/{SECRET}/a.pdf"),
    ),
    "link: a further action": in_(
        lambda pdf: page_of(pdf).Annots[0].A, "/Next", lambda _: Dictionary(S=Name.JavaScript, JS=SECRET)
    ),
    "link: a named place": _named_place,
    "outline: script": _script_on_a_line,
    "outline: a key of a program": in_(lambda pdf: pdf.Root.Outlines.First, "/By"),
    "form: path of what was placed": in_(lambda pdf: page_of(pdf).Resources.XObject.Form, "/PTEX.FileName"),
    "form: information of what was placed": in_(
        lambda pdf: page_of(pdf).Resources.XObject.Form, "/PTEX.InfoDict", lambda _: Dictionary(Author=SECRET)
    ),
    "form: file that it stands for": in_(
        lambda pdf: page_of(pdf).Resources.XObject.Form, "/Ref", lambda _: Dictionary(F=SECRET, Page=0)
    ),
    "picture: XMP": in_(
        lambda pdf: page_of(pdf).Resources.XObject.Photo,
        "/Metadata",
        lambda pdf: pdf.make_stream(SECRET.encode()),
    ),
    "picture: path": in_(
        lambda pdf: page_of(pdf).Resources.XObject.Photo, "/OPI", lambda _: Dictionary(F=SECRET)
    ),
    "picture: another one in its place": in_(
        lambda pdf: page_of(pdf).Resources.XObject.Photo,
        "/Alternates",
        lambda pdf: Array([Dictionary(Image=pdf.make_stream(SECRET.encode(), Subtype=Name.Image))]),
    ),
    "picture: EXIF of its mask": in_(
        lambda pdf: page_of(pdf).Resources.XObject.Photo,
        "/SMask",
        lambda pdf: picture(pdf, samples.laden_jpeg(), Name.DCTDecode),
    ),
    "picture: EXIF": photo(samples.laden_jpeg(), Name.DCTDecode),
    "picture: EXIF in ASCII85": photo(
        a85encode(samples.laden_jpeg()) + b"~>", Array([Name.ASCII85Decode, Name.DCTDecode])
    ),
    "picture: EXIF in hexadecimal": photo(
        samples.laden_jpeg().hex().encode() + b">", Array([Name.ASCIIHexDecode, Name.DCTDecode])
    ),
    "picture: EXIF in Flate": photo(
        zlib.compress(samples.laden_jpeg()), Array([Name.FlateDecode, Name.DCTDecode])
    ),
    "picture: EXIF in Flate twice": photo(
        zlib.compress(zlib.compress(samples.laden_jpeg())), Array([Name.FlateDecode] * 2 + [Name.DCTDecode])
    ),
    "picture: EXIF without an end": photo(
        samples.laden_jpeg()[: samples.laden_jpeg().rindex(b"\xff\xd9")], Name.DCTDecode
    ),
    "picture: box of JPEG 2000": photo(jpeg2000(boxes=box(b"uuid")), Name.JPXDecode),
    "picture: text of JPEG 2000": photo(jpeg2000(boxes=box(b"xml ")), Name.JPXDecode),
    "picture: comment of JPEG 2000": photo(jpeg2000(comment=SECRET), Name.JPXDecode),
    "form that is drawn nowhere": _undrawn,
    "font: a key of a program": in_(lambda pdf: page_of(pdf).Resources.Font.F, "/Licence"),
    "state: a key of a program": in_(lambda pdf: page_of(pdf).Resources.ExtGState.G, "/Made"),
    "words: private data": in_(
        lambda pdf: page_of(pdf).Resources.Properties.Words,
        "/Metadata",
        lambda pdf: pdf.make_stream(SECRET.encode()),
    ),
    "colours: description of inks": _inks,
    "layer: its name": _layer,
    "tag: a key of a program": in_(_tag, "/Info", lambda _: Dictionary(Author=SECRET)),
    "tag: notes of a program": in_(
        _tag, "/A", lambda _: Dictionary(O=Name.UserProperties, P=[Dictionary(V=SECRET)])
    ),
    "tag: text among its attributes": in_(_tag, "/A", lambda _: Dictionary(O=Name.Layout, Note=SECRET)),
    "tag: attached file": in_(_tag, "/AF", lambda _: Array([Dictionary(Type=Name.Filespec, F=SECRET)])),
    "tag: of a note on no page": _object_of_no_page,
    "tag: words of a note": _words_of_a_note,
    "tag: only in the list of numbers": lambda pdf: pdf.Root.StructTreeRoot.ParentTree.Nums.extend(
        [7, _orphan_tag(pdf)]
    ),
    "tag: only in the list of names": in_(
        lambda pdf: pdf.Root.StructTreeRoot,
        "/IDTree",
        lambda pdf: Dictionary(Names=[String("a"), _orphan_tag(pdf)]),
    ),
    "tags: a class of a program": in_(
        lambda pdf: pdf.Root.StructTreeRoot,
        "/ClassMap",
        lambda _: Dictionary(C=Dictionary(O=Name.Word, By=SECRET)),
    ),
    "tags: a key of a program": in_(lambda pdf: pdf.Root.StructTreeRoot, "/Made"),
    "tags: schema of a namespace": in_(
        lambda pdf: pdf.Root.StructTreeRoot,
        "/Namespaces",
        lambda _: Array(
            [Dictionary(Type=Name.Namespace, NS="http://example.org/", Schema=Dictionary(F=SECRET))]
        ),
    ),
    "condition of printing": in_(
        _root, "/OutputIntents", lambda _: Array([Dictionary(S=Name.GTS_PDFA1, Info=SECRET)])
    ),
    "numbers of pages": in_(
        _root, "/PageLabels", lambda _: Dictionary(Nums=Array([0, Dictionary(S=Name.D, By=SECRET)]))
    ),
}
"""By where it is, what puts it there."""


def laden(place: str) -> bytes:
    """A PDF with the secret in this place."""
    with plain_pdf() as pdf:
        PLACES[place](pdf)
        return samples.saved(pdf, fix_metadata_version=False)
