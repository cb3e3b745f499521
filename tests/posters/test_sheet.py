"""Pages of any size on sheets of one size: what is seen stays as it is, only larger or smaller."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Page, Pdf
from PIL import Image, ImageChops, ImageStat

from posters import samples
from publication.posters.pack.sheet import fit

A3 = (841.89, 1190.55)
DRAWN = b"""
0.9 0.2 0.2 rg 20 30 150 60 re f
/Pattern cs /Tiles scn 40 120 200 150 re f
/Shade scn 40 300 200 150 re f
BT /F 24 Tf 0 g 50 500 Td (Words) Tj ET
0 0 1 rg 560 20 400 40 re f
"""


def drawing(box: tuple[float, ...], **entries: Any) -> Pdf:
    """A page with shapes, two patterns and words; some of it lies beyond its edge."""
    pdf = Pdf.open(io.BytesIO(samples.pdf()))
    page = pdf.pages[0]
    page.obj.MediaBox = Array([-50, -50, 1000, 1000])
    page.obj.CropBox = Array(list(box))
    for key, value in entries.items():
        page.obj[f"/{key}"] = value
    tiles = pdf.make_stream(
        b"0 0.6 0.2 rg 0 0 8 8 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 16, 16],
        XStep=16, YStep=16, Resources=Dictionary(), Matrix=[1, 0.2, 0, 1, 3, 5],
    )  # fmt: skip
    function = Dictionary(FunctionType=2, Domain=[0, 1], C0=[1, 0, 0], C1=[0, 0, 1], N=1)
    axial = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[40, 0, 240, 0], Function=function)
    shade = Dictionary(PatternType=2, Shading=axial)
    page.obj.Resources.Pattern = Dictionary(Tiles=tiles, Shade=shade)
    page.obj.Contents = pdf.make_stream(DRAWN)
    return pdf


def picture(pdf: Pdf, width: int) -> Image.Image:
    data = io.BytesIO()
    pdf.save(data)
    with pypdfium2.PdfDocument(data.getvalue()) as document:
        page = document[0]
        return page.render(scale=width / page.get_width()).to_pil().convert("RGB")


def size_of(pdf: Pdf) -> tuple[float, float]:
    data = io.BytesIO()
    pdf.save(data)
    with pypdfium2.PdfDocument(data.getvalue()) as document:
        wide, tall = document[0].get_size()
        return round(wide, 1), round(tall, 1)


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
@pytest.mark.parametrize(
    "box", [(0, 0, 595, 842), (10, 20, 550, 300), (0, 0, 300, 300), (-40, -40, 980, 990)],
    ids=["A4", "lying", "square", "large"],
)  # fmt: skip
def test_what_is_seen_stays(box: tuple[float, ...], turned: int) -> None:
    """However a page is cut and turned, the sheet shows it in its middle, and nothing beside it."""
    before, after = drawing(box, Rotate=turned), drawing(box, Rotate=turned)
    wide, tall = size_of(before)
    fit(after, *A3)
    sheet = size_of(after)
    assert sheet == pytest.approx(A3[::-1] if wide > tall else A3, abs=0.1)
    shown = picture(after, 600)
    scale = min(shown.width / wide, shown.height / tall)
    seen = picture(before, round(wide * scale))
    expected = Image.new("RGB", shown.size, "white")
    expected.paste(seen, ((shown.width - seen.width) // 2, (shown.height - seen.height) // 2))
    different = ImageChops.difference(expected.reduce(4), shown.reduce(4))
    assert max(ImageStat.Stat(different).mean) < 3


def test_a_page_that_is_the_sheet_is_left_alone() -> None:
    """Bytes that need no change get none."""
    pdf = drawing((0, 0, 841, 1190))
    before = pdf.pages[0].obj.Contents.read_bytes()
    fit(pdf, *A3)
    assert pdf.pages[0].obj.Contents.read_bytes() == before


def test_links_go_with_their_words() -> None:
    """The place that can be clicked is where the words are; a link within the file leads to its page."""
    pdf = drawing((0, 0, 420.945, 595.275))
    page = pdf.pages[0]
    web = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[10, 20, 30, 40])
    web.QuadPoints = Array([10, 20, 30, 20, 10, 40, 30, 40])
    inner = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    inner.Dest = Array([page.obj, Name.XYZ, 10, 500, 0])
    page.obj.Annots = Array([pdf.make_indirect(web), pdf.make_indirect(inner)])
    fit(pdf, *A3)
    found = Page(pdf.pages[0].obj).obj.Annots
    assert [float(one) for one in found[0].Rect] == [20, 40, 60, 80]
    assert [float(one) for one in found[0].QuadPoints] == [20, 40, 60, 40, 20, 80, 60, 80]
    assert list(found[1].Dest)[1:] == [Name.Fit]


def test_boxes_of_tags_go_with_their_pictures() -> None:
    """And one of which the page is not known goes away."""
    pdf = drawing((0, 0, 420.945, 595.275))

    def tag(**entries: Any) -> Any:
        attributes = Dictionary(O=Name.Layout, BBox=[10, 20, 30, 40])
        made = Dictionary(Type=Name.StructElem, S=Name.Figure, P=pdf.Root, A=attributes, **entries)
        return pdf.make_indirect(made)

    placed, lost = tag(Pg=pdf.pages[0].obj), tag()
    fit(pdf, *A3)
    assert [float(one) for one in placed.A.BBox] == [20, 40, 60, 80]
    assert "/BBox" not in lost.A


@pytest.mark.skipif(not samples.REAL_POSTERS.is_dir(), reason="the real posters are not here")
@pytest.mark.parametrize("size", [A3, (595.28, 841.89)], ids=["A3", "A4"])
def test_real_posters_stay_as_they_are(size: tuple[float, float]) -> None:
    """With all that designers' programs write into a PDF."""
    for path in sorted(samples.REAL_POSTERS.glob("*.pdf")):
        with Pdf.open(path) as before, Pdf.open(path) as after:
            wide, tall = size_of(before)
            fit(after, *size)
            shown = picture(after, 500)
            scale = min(shown.width / wide, shown.height / tall)
            seen = picture(before, round(wide * scale))
            expected = Image.new("RGB", shown.size, "white")
            expected.paste(seen, ((shown.width - seen.width) // 2, (shown.height - seen.height) // 2))
            different = ImageChops.difference(expected.reduce(4), shown.reduce(4))
            assert max(ImageStat.Stat(different).mean) < 4, path.name
