"""Composed posters and packs are read back: what a screen reader is given, in which order and words.

`trees/` has the tags of a poster as an outline. After an intended change, see in its diff what will be heard.
"""

from __future__ import annotations

import ctypes
import io
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from posters import samples
from posters.lengths import HARD, LENGTHS, briefing_of, of_length, poster_of
from posters.pdf_faults import faults, figures_without_text, is_in_order, is_tagged, read, title_of
from posters.structure_tree import outline, read_tags
from posters.test_compose import HEADINGS, HOLDING, full
from publication.audits.brand import Palette
from publication.posters.clean import clean
from publication.posters.composed.briefing import BriefingContent, compose_briefing
from publication.posters.composed.poster import PosterContent, Section, compose
from publication.posters.pack.compose import compose_pack
from publication.posters.pack.pack import Entry, PackContent
from views.sample_site import audit

if TYPE_CHECKING:
    from collections.abc import Callable

TREES = Path(__file__).parent / "trees"
ACCEPT = "ACCEPT"
"""In the environment: write the trees anew."""

SLATE = Palette(deep="#2a3d73", mid="#5b6fa8", tint="#e8ecf6")
TAGGED = samples.REAL_POSTERS / "inclusive-language-age-tagged.pdf"
AS_TYPED = "Efficient offices: “Zoë’s” café, first aid, fly & £3 – waffle, Ŵyn Łukasz"
LONG = "Practitioners knew the family’s history, wrote it down, and shared it in time, all of them"

FULL = full(
    agencies=("Police", "Schools and colleges"),
    published="1 September 2019",
    key_numbers=(("9", "cases"), ("2", "agencies"), ("0 to 17", "years of age")),
    summary=AS_TYPED,
    notice="Newer learning replaces this poster: Another look",
    sections=(
        Section("looked-at", HEADINGS["looked-at"], ("Nine plans.",), 1),
        Section("worked-well", HEADINGS["worked-well"], ("Joint visits", "Clear records"), 2),
        Section("worried-about", HEADINGS["worried-about"], ("Late reviews",), 4),
        Section("needs-to-happen", HEADINGS["needs-to-happen"], ("Train everyone", "Look again"), 2),
        Section("discussion", HEADINGS["discussion"], ("What did you see?",), 1),
    ),
)
POSTERS = {
    "full": FULL,
    "short": HOLDING,
    "long": full(
        watermark="Example: fictitious",
        sections=tuple(
            Section(key, heading, tuple(f"Point {n}. {LONG}" for n in range(5)), 9)  # type: ignore[arg-type]
            for key, heading in HEADINGS.items()
        ),
    ),
    "columns": full(leads=5, count=7),
}
RECORDS = {
    **{f"{words} words": of_length(words) for words in LENGTHS},
    **HARD,
}
NESTED = (
    "Two things:\n\n- **Joint visits.** Often.\n    - Also at night\n- Clear *records*\n\n### Later\n\nMore."
)
SHORT = audit(
    "short",
    "We asked [why](https://example.org/why).",
    {"worked-well": NESTED},
    published="2019-09-01",
    status="draft",
)
BRIEFINGS = {"briefing": SHORT, "briefing-on-two-pages": of_length(600)}
"""Records of which the tags of the briefing are in files."""


def pack_of(folder: Path) -> bytes:
    """A pack of a composed poster, an untagged PDF and a picture."""
    (folder / "composed.pdf").write_bytes(compose(HOLDING))
    (folder / "plain.pdf").write_bytes(clean(samples.pdf(pages=2, words="Plain words"), "pdf").data)
    (folder / "photo.jpeg").write_bytes(clean(samples.laden_jpeg(1), "jpeg").data)
    page = "https://example.org/audits/one/"
    a3, a4, photo = ((842, 1191),), ((595, 842), (595, 842)), ((1240, 877),)
    entries = (
        Entry(HOLDING.title, "2018/19", page, "PDF", folder / "composed.pdf", a3, ()),
        Entry("Plain", "", page, "PDF", folder / "plain.pdf", a4, ("Plain words", "Plain words")),
        Entry("Photo", "", page, "JPEG", folder / "photo.jpeg", photo, ("Words of the photo",)),
    )
    content = PackContent(
        "p.pdf", "poster", "Series", "Example audits", "Example Partnership", SLATE, entries
    )
    return compose_pack(content).data


def check_tree(name: str, data: bytes) -> None:
    """Compare the tags with the file of that name."""
    with Pdf.open(io.BytesIO(data)) as pdf:
        found = "\n".join(outline(read_tags(pdf))) + "\n"
    file = TREES / f"{name}.txt"
    if ACCEPT in os.environ:
        file.write_text(found, "utf-8")
    assert found == file.read_text("utf-8"), f"If it is meant: {ACCEPT}=1 pytest {Path(__file__).name}"


def faults_of(data: bytes) -> list[str]:
    with Pdf.open(io.BytesIO(data)) as pdf:
        return faults(read(pdf))


@pytest.mark.parametrize("name", POSTERS)
def test_what_is_heard_of_a_poster(name: str) -> None:
    """Title, series, facts, sections as written, address last; lists and links say what they are."""
    check_tree(name, compose(POSTERS[name]))


def test_what_is_heard_of_a_pack(tmp_path: Path) -> None:
    """Its name, a table of contents, then each poster with its own tags, or as a picture with its words."""
    check_tree("pack", pack_of(tmp_path))


@pytest.mark.parametrize("content", [*POSTERS.values(), replace(HOLDING, date=None)])
def test_no_fault_in_a_composed_poster(content: PosterContent) -> None:
    """However long: all is tagged or decoration, in order, with language, title, links' words and letters."""
    assert faults_of(compose(content)) == []


@pytest.mark.parametrize("name", BRIEFINGS)
def test_what_is_heard_of_a_briefing(name: str) -> None:
    """Title, facts, how to use it, the seven parts as written, a table to fill in, and the address last."""
    check_tree(name, compose_briefing(briefing_of(BRIEFINGS[name])))


@pytest.mark.parametrize("name", RECORDS)
def test_no_fault_in_what_is_made_of_any_record(name: str) -> None:
    """Of every length, and whatever is hard to set: neither in the poster nor in the briefing."""
    assert faults_of(compose(poster_of(RECORDS[name]))) == []
    assert faults_of(compose_briefing(briefing_of(RECORDS[name]))) == []


def test_no_fault_in_a_briefing_without_a_date() -> None:
    """It is PDF/UA all the same."""
    content: BriefingContent = replace(briefing_of(SHORT), date=None)
    assert faults_of(compose_briefing(content)) == []


def test_no_fault_in_a_pack(tmp_path: Path) -> None:
    """Also where its parts had no tags, or were pictures."""
    assert faults_of(pack_of(tmp_path)) == []


def test_words_come_out_as_typed() -> None:
    """Ligatures, accents, quotation marks and pounds: the file has the letters that the editor typed."""
    with Pdf.open(io.BytesIO(compose(FULL))) as pdf:
        words = [tag.text for tag in read_tags(pdf).walk()]
    assert AS_TYPED in words
    assert "9 cases" in words


def _untagged(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _in_welsh(pdf: Pdf) -> None:
    pdf.Root.Lang = "cy"


def _nameless(pdf: Pdf) -> None:
    del pdf.trailer.Info["/Title"]


def _with_the_name_of_the_file(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences


def _without_tab_order(pdf: Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def _tag(pdf: Pdf, role: str) -> object:
    """The first tag of a role."""
    return next(one for one in pdf.objects if getattr(one, "get", lambda _: None)("/S") == Name(f"/{role}"))


def _deep_heading(pdf: Pdf) -> None:
    _tag(pdf, "H2").S = Name.H3  # type: ignore[attr-defined]


def _no_first_heading(pdf: Pdf) -> None:
    _tag(pdf, "H1").S = Name.P  # type: ignore[attr-defined]


def _item_alone(pdf: Pdf) -> None:
    _tag(pdf, "LBody").S = Name.Div  # type: ignore[attr-defined]


def _no_item(pdf: Pdf) -> None:
    _tag(pdf, "LI").S = Name.P  # type: ignore[attr-defined]


def _no_paragraph(pdf: Pdf) -> None:
    _tag(pdf, "P").S = Name.Div  # type: ignore[attr-defined]


def _wordless_picture(pdf: Pdf) -> None:
    del _tag(pdf, "Figure")["/Alt"]  # type: ignore[attr-defined]


def _silent_link(pdf: Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def _loose_link(pdf: Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
    pdf.pages[0].obj.Annots.append(pdf.make_indirect(link))


def _loose_words(pdf: Pdf) -> None:
    pdf.pages[0].contents_add(b"0 0 9 9 re f")


def _turned_round(pdf: Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K[0]
    document.K = Array(reversed(list(document.K)))


def _mute_letters(pdf: Pdf) -> None:
    for _, font in pdf.pages[0].resources.Font.items():
        del font["/ToUnicode"]


def _fontless(pdf: Pdf) -> None:
    for _, font in pdf.pages[0].resources.Font.items():
        described = font.DescendantFonts[0].FontDescriptor
        for key in {"/FontFile2", "/FontFile3"} & set(described.keys()):
            del described[key]


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (_untagged, "It has no tags."),
        (_in_welsh, "Its language is not said to be British English."),
        (_nameless, "It has no title."),
        (_with_the_name_of_the_file, "Its title is not shown in place of the file's name."),
        (_without_tab_order, "The Tab key does not follow the tags on every page."),
        (_deep_heading, "A level of headings is left out."),
        (_no_first_heading, "Its first heading is not of the first level."),
        (_no_item, "A list holds something that is not an item."),
        (_item_alone, "An item of a list has no body."),
        (_no_paragraph, "Words stand in a group and are no paragraph."),
        (_wordless_picture, "A picture has no words in its place."),
        (_silent_link, f"The link '{HOLDING.address}' does not say where it leads."),
        (_loose_link, "A link has no tag."),
        (_loose_words, "Something is drawn that has no tag and is not marked as decoration."),
        (_turned_round, "It is not read in the order in which it is drawn."),
        (_mute_letters, "Some letters do not say what they are."),
        (_fontless, "A font is not in the file."),
    ],
)
def test_the_reader_finds_a_fault(spoil: Callable[[Pdf], None], fault: str) -> None:
    """Each rule sees a poster that was spoilt against it: what passes does so for a reason."""
    with Pdf.open(io.BytesIO(compose(FULL))) as pdf:
        spoil(pdf)
        assert fault in faults(read(pdf))


@pytest.mark.skipif(not TAGGED.is_file(), reason="the real posters are not here")
def test_real_artwork_keeps_what_is_heard_of_it() -> None:
    """A poster of another program has after cleaning the same tags, words and title as before."""
    data = TAGGED.read_bytes()
    with Pdf.open(io.BytesIO(data)) as before, Pdf.open(io.BytesIO(clean(data, "pdf").data)) as after:
        heard, kept = read(before), read(after)
        assert is_tagged(kept)
        assert kept.root == heard.root
        assert title_of(after) == title_of(before) == "Home Office Inclusive Language Posters"
        assert "If you have to mention age" in kept.root.text
        assert figures_without_text(kept) == []
        assert not is_in_order(kept), "its maker drew it in another order than that of its tags"


def test_text_has_few_colours() -> None:
    """Ink, the palette's deep colour, and white on that: the check holds their contrast to 7:1."""
    few = {"#181818", SLATE.deep, "#ffffff"}
    assert text_colours(compose(replace(FULL, palette=SLATE))) == few
    assert text_colours(compose_briefing(replace(briefing_of(SHORT), palette=SLATE))) == few


def text_colours(data: bytes) -> set[str]:
    """The colours of all letters, each as `#rrggbb`."""
    found = set()
    with pdfium.PdfDocument(data) as document:
        for page in document:
            for drawn in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT]):
                parts = [ctypes.c_uint() for _ in range(4)]
                pdfium_c.FPDFPageObj_GetFillColor(drawn.raw, *map(ctypes.byref, parts))
                found.add("#" + "".join(f"{part.value:02x}" for part in parts[:3]))
    return found
