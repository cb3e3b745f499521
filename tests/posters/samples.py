"""Sample artwork, made in code: the smallest file that shows each thing."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageCms, PngImagePlugin

REAL_POSTERS = Path(__file__).parents[3] / "shared" / "real-posters"
"""Real posters, beside the project where we work on it; tests that read them skip where they are absent."""

SIZE = (1240, 877)  # pixels: the least that is accepted, A4 lying


def picture(mode: str = "RGB", size: tuple[int, int] = SIZE) -> Image.Image:
    """Red on the left, blue on the right, so that a turn shows."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, size[0], size[1]))
    return image.convert(mode)


def save(image: Image.Image, kind: str, **options: object) -> bytes:
    made = io.BytesIO()
    image.save(made, kind, **options)
    return made.getvalue()


def jpeg(image: Image.Image | None = None, **options: object) -> bytes:
    return save(image or picture(), "JPEG", **options)


def png(image: Image.Image | None = None, **options: object) -> bytes:
    return save(image or picture(), "PNG", **options)


def exif(orientation: int = 1) -> bytes:
    """EXIF as a camera writes it: author, program, place, and which way is up."""
    made = Image.Exif()
    made[0x0112] = orientation
    made[0x013B] = "Ada Author"
    made[0x0131] = "Posterprogram 3"
    made.get_ifd(0x8825)[1] = "N"
    return made.tobytes()


_PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
"""Made once: it holds the second in which it was made."""


def laden_jpeg(orientation: int = 6, image: Image.Image | None = None) -> bytes:
    """A JPEG with all that cleaning removes, and a colour profile that it keeps."""
    data = jpeg(image, exif=exif(orientation), icc_profile=_PROFILE, comment=b"by Ada Author")
    xmp = b"http://ns.adobe.com/xap/1.0/\0<x>Ada Author</x>"
    iptc = b"Photoshop 3.0\x008BIM Ada Author"
    extra = b"".join(
        b"\xff" + bytes([marker]) + struct.pack(">H", len(body) + 2) + body
        for marker, body in ((0xE1, xmp), (0xED, iptc), (0xE2, b"MPF\0Ada Author"), (0xEB, b"Ada Author"))
    )
    return data[:2] + extra + data[2:] + b"a second picture by Ada Author"


def laden_png(orientation: int = 6, image: Image.Image | None = None) -> bytes:
    """A PNG with text, date, place and private data, and colours that cleaning keeps."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Ada Author")
    texts.add_text("Software", "Posterprogram 3", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", "<x>Ada Author</x>")
    texts.add(b"tIME", b"\x07\xe8\1\1\0\0\0")
    texts.add(b"prVt", b"Ada Author")
    texts.add(b"gAMA", struct.pack(">I", 45455))
    return png(image, pnginfo=texts, exif=exif(orientation), dpi=(150, 150)) + b"Ada Author"


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bomb() -> bytes:
    """A PNG of 20 KB that decodes to 169 million pixels."""
    side = 13_000
    packer = zlib.compressobj(9)
    rows = b"".join(packer.compress(bytes(side // 8 + 1)) for _ in range(side)) + packer.flush()
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def pdf(
    pages: int = 1, size: tuple[int, int] = (595, 842), words: str = "Neglect", **options: object
) -> bytes:
    """A PDF with `words` in large letters on each page, one line for each line of them."""
    document = Pdf.new()
    for _ in range(pages):
        document.add_blank_page(page_size=size)
        _write(document, document.pages[-1].obj, words)
    return saved(document, **options)


def saved(document: Pdf, **options: object) -> bytes:
    made = io.BytesIO()
    document.save(made, **options)
    return made.getvalue()


def _write(document: Pdf, page: Dictionary, words: str) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=document.make_indirect(font)))
    lines = "".join(f"({line}) Tj 0 -30 Td " for line in words.split("\n"))
    page.Contents = document.make_stream(f"BT /F 24 Tf 50 700 Td {lines} ET".encode())


def laden_pdf() -> bytes:
    """A PDF with tags, title, language, outline and a link, which stay, and all that cleaning removes."""
    with Pdf.open(io.BytesIO(pdf())) as document:
        root, page = document.Root, document.pages[0].obj
        secret = "Ada Author"
        with document.open_metadata(set_pikepdf_as_editor=False) as xmp:
            xmp["dc:creator"] = [secret]
            xmp["pdfuaid:part"] = "1"
        document.docinfo["/Title"] = "Neglect & us"
        document.docinfo["/Author"] = secret
        document.docinfo["/Producer"] = "Posterprogram 3"
        document.docinfo["/CreationDate"] = "D:20200101"
        root.Lang = "en-GB"
        root.MarkInfo = Dictionary(Marked=True)
        script = Dictionary(S=Name.JavaScript, JS=f"app.alert('{secret}')")
        root.OpenAction = document.make_indirect(script)
        root.AcroForm = Dictionary(Fields=Array(), DA=secret)
        document.attachments["secret.txt"] = secret.encode()
        root.PieceInfo = Dictionary(Program=Dictionary(Private=secret))
        page.PieceInfo = document.make_indirect(Dictionary(Program=Dictionary(Private=secret)))
        page.Thumb = document.make_stream(secret.encode(), Width=1, Height=1)
        comment = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[0, 0, 9, 9], Contents=secret)
        comment = document.make_indirect(comment)
        page.Annots = Array([_link("https://example.org/"), _link("file:///home/ada/author.pdf"), comment])
        tag = Dictionary(
            Type=Name.StructElem,
            S=Name.P,
            Alt="A poster",
            K=Array([0, Dictionary(Type=Name.OBJR, Obj=comment)]),
        )
        tags = Dictionary(Type=Name.StructTreeRoot, K=document.make_indirect(tag))
        root.StructTreeRoot = document.make_indirect(tags)
        photo = document.make_stream(
            laden_jpeg(), Type=Name.XObject, Subtype=Name.Image, Filter=Name.DCTDecode
        )
        photo.Width, photo.Height, photo.ColorSpace, photo.BitsPerComponent = *SIZE, Name.DeviceRGB, 8
        photo.Metadata = document.make_stream(secret.encode())
        page.Resources.XObject = Dictionary(Photo=document.make_indirect(photo))
        drawn = page.Contents.read_bytes() + b" q 310 0 0 219 50 300 cm /Photo Do Q"
        page.Contents = document.make_stream(drawn)
        with document.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Findings", 0))
        return saved(document)


def _link(address: str) -> Dictionary:
    action = Dictionary(S=Name.URI, URI=address)
    return Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=action, NM="Ada Author")
