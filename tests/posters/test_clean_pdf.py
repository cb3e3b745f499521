"""Rule by rule: what each place of a PDF can carry is gone from the written file, and is said to be."""

from __future__ import annotations

import io
import re

import pikepdf
import pypdfium2
import pytest

from posters import laden_samples, samples
from posters.laden_samples import SECRET, laden, plain_pdf
from posters.test_clean import all_bytes
from publication.posters.artwork import ArtworkError
from publication.posters.clean import clean, jbig2, jpx

pytestmark = pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")

UNTOLD = {
    "link: a named place",
    "form that is drawn nowhere",
    "layer: its name",
    "colours: description of inks",
}
"""Names of the file's own, and what is drawn nowhere: an editor knows nothing of them."""


def holds_secret(data: bytes) -> bool:
    """Whether the name is anywhere in the file, in any string or stream, as it may be coded."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)]
        unpacked = b"".join(_unpacked(one) for one in streams)
    return SECRET.encode() in all_bytes(data) + unpacked


def _unpacked(stream: pikepdf.Stream) -> bytes:
    """The bytes of a picture below the codings around it."""
    data, filters = stream.read_raw_bytes(), stream.get("/Filter")
    if not isinstance(filters, pikepdf.Array):
        return b""
    with pikepdf.Pdf.new() as pdf:
        outer = pdf.make_stream(data)
        outer.Filter = pikepdf.Array([name for name in filters if name != pikepdf.Name.DCTDecode])
        return outer.read_bytes()


@pytest.mark.parametrize("place", laden_samples.PLACES)
def test_nothing_is_left_in_any_place(place):
    """The name was there, is in no byte of what is written, and the check says that something was removed."""
    data = laden(place)
    assert holds_secret(data), "the sample is one"
    cleaned = clean(data, "pdf")
    assert not holds_secret(cleaned.data)
    assert place in UNTOLD or cleaned.removals


@pytest.mark.parametrize("place", laden_samples.PLACES)
def test_cleaning_changes_nothing_that_is_seen_or_heard(place):
    """The page has the same pixels, the same words, and tags; cleaned once more it has nothing to lose."""
    data = laden(place)
    cleaned = clean(data, "pdf").data
    before, after = (pypdfium2.PdfDocument(one) for one in (data, cleaned))
    was, now = (one[0].render(may_draw_forms=False, draw_annots=False).to_pil() for one in (before, after))
    assert was == now
    assert after[0].get_textpage().get_text_bounded() == "Neglect"
    with pikepdf.open(io.BytesIO(cleaned)) as pdf:
        assert pdf.Root.StructTreeRoot.K.K[0] == 0
        assert pdf.Root.StructTreeRoot.ParentTree.Nums[1][0].S == pikepdf.Name.P
    again = clean(cleaned, "pdf")
    assert (again.data, again.removals) == (cleaned, ())


def test_plain_pdf_loses_nothing():
    """Of a PDF that carries nothing, nothing is said to be removed."""
    with plain_pdf() as pdf:
        assert clean(samples.saved(pdf), "pdf").removals == ()


def test_link_to_a_named_place_leads_there():
    """The name goes, and the link goes to its page."""
    with pikepdf.open(io.BytesIO(clean(laden("link: a named place"), "pdf").data)) as pdf:
        page = pdf.pages[0].obj
        assert page.Annots[0].A.D[0] == page


@pytest.mark.parametrize(
    "filters", [["/Unknown", "/DCTDecode"], ["/DCTDecode", "/FlateDecode"], ["/Unknown"]]
)
def test_picture_in_a_coding_that_cannot_be_read_is_refused(filters):
    """What cannot be looked into is not published."""
    with plain_pdf() as pdf:
        names = pikepdf.Array([pikepdf.Name(name) for name in filters])
        laden_samples.photo(samples.laden_jpeg(), names)(pdf)
        data = samples.saved(pdf)
    with pytest.raises(ArtworkError, match="picture in this PDF is packed in a way that cannot be checked"):
        clean(data, "pdf")


@pytest.mark.parametrize("coding", ["/DCTDecode", "/JPXDecode"])
def test_broken_picture_is_refused(coding):
    """A JPEG that is none is not passed on, though a lenient viewer may draw half of it."""
    with plain_pdf() as pdf:
        laden_samples.photo(b"\xff\xd8\xff\xe1 Ada Author" * 9, pikepdf.Name(coding))(pdf)
        data = samples.saved(pdf)
    with pytest.raises(ArtworkError, match="cannot be checked"):
        clean(data, "pdf")


def test_jpeg_within_the_instructions_is_refused():
    """A picture may be written into a page's instructions, where no metadata is looked for."""
    with plain_pdf() as pdf:
        picture = (
            b"q 9 0 0 9 0 0 cm BI /W 1 /H 1 /CS /RGB /BPC 8 /F /DCT ID " + samples.laden_jpeg() + b"\nEI Q"
        )
        pdf.pages[0].obj.Contents = pdf.make_stream(picture)
        data = samples.saved(pdf)
    with pytest.raises(ArtworkError, match="cannot be checked"):
        clean(data, "pdf")


def test_comment_of_jbig2_goes():
    """Segments of the picture stay byte for byte, a comment between them goes."""

    def segment(number: int, kind: int, body: bytes) -> bytes:
        return number.to_bytes(4, "big") + bytes([kind, 0, 1]) + len(body).to_bytes(4, "big") + body

    page, picture = segment(0, 48, bytes(19)), segment(1, 38, b"picture")
    assert jbig2.clean(page + segment(2, 62, b"Ada Author") + picture) == (page + picture, ["comment"])


def test_jpeg_2000_keeps_its_picture():
    """Boxes of the picture stay as they are; a comment is blanked, so that every length still holds."""
    data = laden_samples.jpeg2000(boxes=laden_samples.box(b"uuid"), comment=SECRET)
    cleaned, removed = jpx.clean(data)
    assert removed == ["author, place or program (UUID box)", "comment"]
    assert jpx.clean(cleaned) == (cleaned, [])
    before, after = data[data.index(b"jp2c") :], cleaned[cleaned.index(b"jp2c") :]
    assert re.sub(SECRET.encode(), b" " * len(SECRET), before) == after


def test_unreadable_is_not_called_damaged(monkeypatch):
    """What a viewer opens and only the cleaner cannot read is said to be that."""
    monkeypatch.setattr("publication.posters.clean.pdf.Layers", None)
    with pytest.raises(ArtworkError, match="can be opened, but not cleaned"):
        clean(samples.pdf(), "pdf")
