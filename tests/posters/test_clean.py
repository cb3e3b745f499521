"""Clean downloads: what goes, what stays, and that the picture is untouched."""

from __future__ import annotations

import io
import zlib

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from posters import samples
from publication.posters.clean import clean, jpeg, png

SECRETS = (b"Author", b"author", b"Posterprogram", b"GPS")


def all_bytes(data: bytes) -> bytes:
    """A PDF's bytes and all its streams, decompressed."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [obj for obj in pdf.objects if isinstance(obj, pikepdf.Stream)]
        texts = [repr(obj).encode() for obj in pdf.objects]
        return b"\n".join([data, *texts, *(_decoded(stream) for stream in streams)])


def _decoded(stream: pikepdf.Stream) -> bytes:
    try:
        return stream.read_bytes()
    except pikepdf.PdfError:  # a JPEG, which stays as it is
        return stream.read_raw_bytes()


pytestmark = pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")


def test_jpeg_keeps_its_pixels_to_the_byte():
    """The coded pixels, the tables and the colour profile are the same bytes; only segments are gone."""
    laden = samples.laden_jpeg()
    cleaned = clean(laden, "jpeg").data
    start, end = laden.index(b"\xff\xda"), laden.rindex(b"\xff\xd9")
    assert cleaned.endswith(laden[start : end + 2])
    before, after = Image.open(io.BytesIO(laden)), Image.open(io.BytesIO(cleaned))
    assert before.tobytes() == after.tobytes()
    assert before.info["icc_profile"] == after.info["icc_profile"]
    assert not [secret for secret in SECRETS if secret in cleaned]


def test_jpeg_says_what_was_removed():
    """The list names author, program, place and all else, in an editor's words."""
    assert clean(samples.laden_jpeg(), "jpeg").removals == (
        "editing history (XMP)",
        "caption and author fields (IPTC) or Photoshop data",
        "further pictures",
        "private data of a program",
        "author 'Ada Author'",
        "software 'Posterprogram 3'",
        "location (GPS)",
        "comment",
        "data after the end of the picture",
    )


@pytest.mark.parametrize("turn", range(1, 9))
@pytest.mark.parametrize("kind", ["jpeg", "png"])
def test_image_still_stands_upright(kind, turn):
    """The orientation survives, alone; an upright image has no EXIF at all."""
    make = samples.laden_jpeg if kind == "jpeg" else samples.laden_png
    image = Image.open(io.BytesIO(clean(make(turn), kind).data))
    image.load()
    assert dict(image.getexif()) == ({} if turn == 1 else {0x0112: turn})


def test_jpeg_in_cmyk_keeps_the_mark_that_says_how_to_read_it():
    """Without Adobe's segment a CMYK JPEG comes out in negative."""
    data = samples.save(samples.picture("CMYK"), "JPEG")
    before, after = Image.open(io.BytesIO(data)), Image.open(io.BytesIO(clean(data, "jpeg").data))
    assert before.tobytes() == after.tobytes()


def test_png_keeps_its_pixels_and_colours():
    """IDAT is the same bytes; gAMA and pHYs stay; text, date, private chunks and what follows the end go."""
    laden = samples.laden_png()
    cleaned = clean(laden, "png")
    kinds = [kind for kind, _, _ in png._chunks(cleaned.data)]
    assert set(kinds) == {b"IHDR", b"gAMA", b"pHYs", b"eXIf", b"IDAT", b"IEND"}
    assert Image.open(io.BytesIO(laden)).tobytes() == Image.open(io.BytesIO(cleaned.data)).tobytes()
    assert not [secret for secret in SECRETS if secret in cleaned.data]
    assert set(cleaned.removals) == {
        "author 'Ada Author'", "software", "editing history (XMP)", "date", "private data of a program",
        "software 'Posterprogram 3'", "location (GPS)", "data after the end of the picture",
    }  # fmt: skip


@pytest.mark.parametrize("kind", ["jpeg", "png", "pdf"])
def test_cleaning_is_repeatable_and_done_once(kind):
    """The same bytes give the same download, and cleaning it again finds nothing and changes nothing."""
    laden = {"jpeg": samples.laden_jpeg, "png": samples.laden_png, "pdf": samples.laden_pdf}[kind]()
    once = clean(laden, kind)
    assert clean(laden, kind) == once
    again = clean(once.data, kind)
    assert again.data == once.data
    assert set(again.removals) <= {"editing history (XMP)"}  # the XMP that we wrote


def test_pdf_carries_no_trace_of_its_author():
    """No secret is left, neither in a string nor in any stream, nor in an emptied comment a tag points at."""
    laden, cleaned = samples.laden_pdf(), clean(samples.laden_pdf(), "pdf")
    assert [secret for secret in SECRETS if secret in all_bytes(laden)]
    assert not [secret for secret in SECRETS if secret in all_bytes(cleaned.data)]
    assert {
        "author 'Ada Author'", "software 'Posterprogram 3'", "date", "form", "automatic action", "attachment",
        "private data of a program", "embedded thumbnail", "comment", "link that is not to the web",
        "editing history (XMP)", "location (GPS) of a picture",
    } <= set(cleaned.removals)  # fmt: skip


def test_pdf_keeps_tags_language_title_text_outline_and_links():
    """What a reader, or a reader's screen reader, needs is all there."""
    data = clean(samples.laden_pdf(), "pdf").data
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert (str(pdf.Root.Lang), str(pdf.docinfo["/Title"])) == ("en-GB", "Neglect & us")
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.StructTreeRoot.K.Alt) == "A poster"
        assert [str(link.A.URI) for link in pdf.pages[0].Annots] == ["https://example.org/"]
        assert list(pdf.docinfo.keys()) == ["/Title"]
        with pdf.open_metadata() as xmp:
            stated = (xmp["dc:title"], xmp["dc:language"], xmp["pdfuaid:part"])
            assert stated == ("Neglect & us", {"en-GB"}, "1")
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["Findings"]
    assert pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded() == "Neglect"


def test_photo_in_a_pdf_keeps_its_pixels():
    """A JPEG in a PDF loses its EXIF and keeps its coded pixels; PDF knows no orientation: none is added."""
    with pikepdf.open(io.BytesIO(clean(samples.laden_pdf(), "pdf").data)) as pdf:
        photo = pdf.pages[0].Resources.XObject.Photo.read_raw_bytes()
    assert photo == jpeg.clean(samples.laden_jpeg(), keep_orientation=False)[0]
    assert zlib.crc32(Image.open(io.BytesIO(photo)).tobytes()) == zlib.crc32(
        Image.open(io.BytesIO(samples.laden_jpeg())).tobytes()
    )


@pytest.mark.skipif(not samples.REAL_POSTERS.is_dir(), reason="the real posters are not here")
def test_real_posters_lose_their_author_and_nothing_that_shows():
    """The author named in a real poster is gone from every stream; text, tags and pages are the same."""
    for path in sorted(samples.REAL_POSTERS.glob("*.pdf")):
        data = path.read_bytes()
        cleaned = clean(data, "pdf").data
        before, after = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(cleaned)
        assert len(before) == len(after)
        assert before.is_tagged() == after.is_tagged()
        for one, other in zip(before, after, strict=True):
            assert one.get_textpage().get_text_bounded() == other.get_textpage().get_text_bounded()
        small = [one[0].render(scale=0.3, may_draw_forms=False).to_pil() for one in (before, after)]
        assert small[0].tobytes() == small[1].tobytes()
        info = before.get_metadata_dict()
        everything = all_bytes(cleaned)
        names = (info["Author"], info["Creator"], info["Producer"], "InDesign", "Illustrator")
        for name in filter(None, names):
            assert name.encode() not in everything, (path.name, name)
