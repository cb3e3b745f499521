"""A record without artwork becomes a poster that can be read by eye, by ear and by telephone."""

from __future__ import annotations

import ctypes
import datetime
import io
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
import segno

from posters.lengths import HARD, LENGTHS, LONG_SERIES, of_length, poster_of
from publication.audits.brand import Palette
from publication.posters.composed import poster as module
from publication.posters.composed import typeset
from publication.posters.composed.poster import PosterContent, Section, compose, digest
from publication.posters.composed.typeset import ComposeError
from views.sample_site import audit

HOOKS = Path(module.__file__).parents[3]
ADDRESS = "https://example.org/learning-from-audits/audits/example/"
HOLDING = PosterContent(
    title="Quality of Example Plans",
    series="Example audits",
    publisher="Example Partnership",
    palette=Palette(deep="#0d4850", mid="#2b7a80", tint="#e4f0ef"),
    period="2017/18 to 2018/19",
    published="",
    review="",
    topics=("Example topic",),
    agencies=(),
    key_numbers=(),
    summary="",
    sections=(),
    holding_message="The learning from this audit has not been supplied yet.",
    address=ADDRESS,
    date=datetime.date(2019, 9, 1),
    seed="example",
    notice="",
    watermark="",
)
HEADINGS = {
    "looked-at": "What we looked at",
    "worked-well": "What worked well",
    "worried-about": "What we are worried about",
    "needs-to-happen": "What needs to happen",
    "discussion": "Talk about it in your team",
}


def full(leads: int = 3, count: int = 0, **changes: object) -> PosterContent:
    """Make a poster with all five sections and so many leads in each, of `count` that the page has."""
    said = tuple(f"Example finding {n} lorem ipsum" for n in range(leads))
    content = replace(
        HOLDING,
        holding_message="",
        review="September 2027",
        key_numbers=(("9", "cases"), ("0 to 17", "years of age")),
        summary="Example summary.",
        sections=tuple(
            Section(key, heading, said, max(count, leads))  # type: ignore[arg-type]
            for key, heading in HEADINGS.items()
        ),
    )
    return replace(content, **changes)  # type: ignore[arg-type]


def texts(pdf: bytes) -> list[str]:
    """Read the text of each page, white space as single spaces."""
    with pdfium.PdfDocument(pdf) as document:
        return [re.sub(r"\s+", " ", page.get_textpage().get_text_bounded()) for page in document]


def letters(pdf: bytes) -> list[tuple[float, tuple[float, float, float, float]]]:
    """Of each visible letter: size in points as drawn, and left, bottom, right, top on the page."""
    found = []
    with pdfium.PdfDocument(pdf) as document:
        for page in document:
            text = page.get_textpage()
            for index in range(text.count_chars()):
                if text.get_text_range(index, 1).strip("\u200b \r\n\u00ad\ufffe"):
                    matrix = pdfium_c.FS_MATRIX()
                    pdfium_c.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
                    size = pdfium_c.FPDFText_GetFontSize(text, index) * (matrix.c**2 + matrix.d**2) ** 0.5
                    found.append((size, text.get_charbox(index)))
    return found


@pytest.mark.parametrize(
    "content", [HOLDING, full(), replace(HOLDING, date=None)], ids=["holding", "full", "no date"]
)
def test_same_content_same_bytes(content: PosterContent) -> None:
    """The same content gives the same bytes, so that nothing is published anew without need."""
    assert compose(content) == compose(content)


def test_same_bytes_in_another_process() -> None:
    """Neither the process nor its hash seed shows in the poster or its digest."""
    code = (
        "import datetime, hashlib\nfrom publication.posters.composed.poster import *\n"
        f"c = {HOLDING!r}\nprint(digest(c), hashlib.sha256(compose(c)).hexdigest())"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONPATH": str(HOOKS), "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert digest(HOLDING) in outputs.pop()


def test_title_language_and_tags_for_screen_readers() -> None:
    """The document says its title, language and structure, and claims PDF/UA-1 and PDF/A-2a."""
    with pikepdf.open(io.BytesIO(compose(full()))) as document:
        metadata = document.open_metadata()
        assert metadata["dc:title"] == HOLDING.title
        assert document.Root.Lang == "en-GB"
        assert document.Root.MarkInfo.Marked
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_a_poster_without_date_invents_none() -> None:
    """PDF/A demands a date; where none is known the poster is PDF/UA alone."""
    with pikepdf.open(io.BytesIO(compose(replace(HOLDING, date=None)))) as document:
        assert "/CreationDate" not in (document.trailer.get("/Info") or {})
        metadata = document.open_metadata()
        assert metadata["pdfuaid:part"] == "1"
        assert "pdfaid:part" not in metadata


def test_heard_in_order() -> None:
    """The text stands in the file in the order in which it is to be heard."""
    text = texts(compose(full()))
    whole = " ".join(text)
    places = [whole.index(part) for part in (HOLDING.title, "Example summary.", *HEADINGS.values(), ADDRESS)]
    assert places == sorted(places)


def test_accents_quotes_and_dashes_come_out() -> None:
    """What is copied or searched is what was typed."""
    sample = "Siân Łukasz Zoë Ŵyn “double” ‘single’ 5–9 £3 €4"
    assert sample in texts(compose(full(summary=sample)))[0]


@pytest.mark.parametrize(
    "sample",
    [
        '#panic() #read("/etc/passwd") #let x = 1',
        "$ x^2 $ *not strong* _not emphasis_ `raw` = heading",
        "<label> @reference // comment /* comment */ \\ \\u{41}",
        '"quoted" \') ] } --- ...',
    ],
)
def test_markup_is_only_text(sample: str) -> None:
    """Whatever would be code or markup in Typst appears as it was typed."""
    content = full(title=sample, summary=sample, key_numbers=((sample, sample),))
    assert texts(compose(content))[0].count(sample) >= 2


def test_other_scripts_are_set_in_a_fallback_font() -> None:
    """Greek, Cyrillic and arrows are not in the poster's font, and appear all the same."""
    text = texts(compose(full(summary="Αθήνα Київ → ✓ ≥")))[0]
    assert all(part in text for part in ("Αθήνα", "Київ", "→", "✓", "≥"))


@pytest.mark.parametrize(
    ("sample", "expected"),
    [
        ("well done 😀", "[grinning face]"),
        ("a\ufe0f👩\u200d🏫", "[woman, school]"),
        ("👍🏽 done", "[thumbs up sign] done"),
        ("in 🇬🇧", "[flag GB]"),
        ("Step 1\ufe0f\u20e3 of 2018/19", "Step 1 of 2018/19"),
        ("\ue000", "[u+e000]"),
        ("日", "65e5]"),
    ],
)
def test_what_no_font_has_is_spelled_out(sample: str, expected: str) -> None:
    """A character without a glyph is named in words: it fails no build and is not lost."""
    assert expected in texts(compose(full(title=f"Example {sample}")))[0]


def check_sheet(content: PosterContent) -> str:
    """One sheet with nothing off it, in sizes that are read from two metres; its text."""
    pdf = compose(content)
    [text] = texts(pdf)
    for size, (left, bottom, right, top) in letters(pdf):
        assert size >= 14
        assert 0 < left < right < 842
        assert 0 < bottom <= top < 1191
    assert max(size for size, _ in letters(pdf)) >= 40, "the title can be read at 320 pixels"
    leads = [lead for section in content.sections for lead in section.leads]
    sizes = sizes_of(pdf)
    for lead in leads:
        start = squeezed(lead)[:20]
        at = sizes[0].find(start)
        assert at < 0 or sizes[1][at] >= 24, f"'{lead}' is too small"
    return text


def sizes_of(pdf: bytes) -> tuple[str, list[float]]:
    """All visible letters in the order drawn, and the size of each."""
    found, sizes = "", []
    with pdfium.PdfDocument(pdf) as document:
        text = document[0].get_textpage()
        for index in range(text.count_chars()):
            letter = text.get_text_range(index, 1).strip("\u200b \r\n\u00ad\ufffe")
            if letter:
                matrix = pdfium_c.FS_MATRIX()
                pdfium_c.FPDFText_GetMatrix(text, index, ctypes.byref(matrix))
                size = pdfium_c.FPDFText_GetFontSize(text, index) * (matrix.c**2 + matrix.d**2) ** 0.5
                found += letter
                sizes += [size] * len(letter)
    return found, sizes


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200b]", "", text)


def widest_gap(pdf: bytes) -> float:
    """The height of the tallest band over the whole width without ink, as a part of the sheet."""
    with pdfium.PdfDocument(pdf) as document:
        image = document[0].render(scale=0.25).to_pil().convert("L")
    rows = [image.crop((0, row, image.width, row + 1)).getextrema()[0] < 250 for row in range(image.height)]
    longest = now = 0
    for has_ink in rows:
        now = 0 if has_ink else now + 1
        longest = max(longest, now)
    return longest / image.height


@pytest.mark.parametrize("words", LENGTHS)
def test_a_record_of_any_length_is_one_balanced_sheet(words: int) -> None:
    """From 40 to 900 words: every section has its place, and no band above a fifth of the sheet is empty."""
    content = poster_of(of_length(words))
    text = check_sheet(content)
    for section in content.sections:
        assert section.heading in text
        assert squeezed(section.leads[0])[:30] in squeezed(text)
    assert widest_gap(compose(content)) <= 0.2


@pytest.mark.parametrize("name", HARD)
def test_what_is_hard_to_set_is_one_sheet_all_the_same(name: str) -> None:
    """Very short, very long, without spaces, in other scripts, with a title that fills the sheet."""
    content = poster_of(HARD[name])
    text = check_sheet(content)
    assert squeezed(content.title) in squeezed(text)
    assert widest_gap(compose(content)) <= 0.2


def test_the_longest_of_everything_is_one_sheet() -> None:
    """Names of 300 characters at once: what is learnt goes, and is named, before the sheet overflows."""
    content = poster_of(HARD["a title of 300 characters"], series=LONG_SERIES)
    name = "A topic with a name that goes on " * 9
    text = check_sheet(
        replace(
            content, topics=(name[:200],), agencies=(name[:200],), notice=name[:200], publisher=name[:120]
        )
    )
    assert "On the page: " in text


def test_what_is_left_out_is_counted() -> None:
    """Behind the leads that fit stands how many more the page has."""
    text = check_sheet(full(leads=5, count=9))
    shown = [text.count(f"Example finding {n}") for n in range(5)]
    assert shown[0] == len(HEADINGS)
    for left_out in re.findall(r"and (\d+) more, on the page", text):
        assert 9 - int(left_out) in range(1, 6)
    assert sum(9 - int(one) for one in re.findall(r"and (\d+) more", text)) == sum(shown)


def test_leads_go_last() -> None:
    """With more to say the motif and the title shrink, and all leads are still there."""
    few, many = compose(full(leads=1)), compose(full(leads=3))
    assert max(size for size, _ in letters(few)) > max(size for size, _ in letters(many))
    assert "".join(texts(many)).count("Example finding 2") == len(HEADINGS)


def test_a_replaced_poster_says_so() -> None:
    """Before anything that it taught."""
    notice = "Newer learning replaces this poster: Another audit"
    text = check_sheet(full(notice=notice))
    assert text.index(notice) < text.index("Example summary.")


@pytest.mark.parametrize(
    "title",
    [
        "Escalation",
        "Testing the extent and effectiveness of partnership safeguarding provision "
        "for children and young people 'out of hours'",
        ("Example title of several words that goes on " * 7)[:300],
        "Unbreakable" * 27,
    ],
    ids=["short", "long", "300 letters", "one word"],
)
@pytest.mark.parametrize("holding", [True, False], ids=["holding", "full"])
def test_title_fits_its_sheet(title: str, holding: bool) -> None:
    """From one word to 300 characters the title stands whole on the sheet, and nothing overflows."""
    text = check_sheet(replace(HOLDING, title=title) if holding else full(1, title=title))
    assert re.sub(r"\s", "", title) in squeezed(text)


def test_holding_poster_says_so() -> None:
    """Without sections the poster is one page that says what is missing and where it will be."""
    pages = texts(compose(HOLDING))
    assert len(pages) == 1
    assert all(
        part in pages[0] for part in (HOLDING.holding_message, ADDRESS, HOLDING.series, HOLDING.period)
    )


def test_a_watermark_is_heard_too() -> None:
    """A fictitious example says so behind the text, and in words."""
    assert texts(compose(full(5, watermark="Example: fictitious")))[0].count("Example: fictitious") >= 2


def test_address_is_a_link() -> None:
    """The address can be clicked as well as read."""
    with pikepdf.open(io.BytesIO(compose(HOLDING))) as document:
        links = [str(note.A.URI) for note in document.pages[0].Annots if note.Subtype == "/Link"]
    assert set(links) == {ADDRESS}


def test_code_is_drawn_as_computed() -> None:
    """The QR code on the sheet has the modules of the address, and words for who cannot see it."""
    pdf = compose(HOLDING)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        words = [
            str(item.Alt)
            for item in document.objects
            if isinstance(item, pikepdf.Dictionary) and "/Alt" in item
        ]
    assert words == [f"QR code of the address {ADDRESS}"]
    matrix = [bytes(row) for row in segno.make(ADDRESS, error="m", micro=False).matrix_iter(border=2)]
    with pdfium.PdfDocument(pdf) as document:
        image = document[0].render(scale=3).to_pil().convert("L")
    corner = image.crop((3 * 662, 3 * 930, 3 * 790, image.height))
    dark = corner.point(lambda value: 255 * (value < 128))
    left, top, right, _ = dark.getbbox() or (0, 0, 0, 0)
    step = (right - left) / (len(matrix) - 4)
    for row, modules in enumerate(matrix[2:-2]):
        for column, module_ in enumerate(modules[2:-2]):
            at = (left + int((column + 0.5) * step), top + int((row + 0.5) * step))
            assert bool(dark.getpixel(at)) == bool(module_), (row, column)


@pytest.mark.parametrize(
    "change", [{"title": ""}, {"title": " "}, {"address": ""}, {"address": "audits/example/"}]
)
def test_what_is_missing_is_said_to_the_editor(change: dict[str, str]) -> None:
    """A poster without title or address is refused in plain words."""
    with pytest.raises(ComposeError, match=r"poster .*(title|address)"):
        compose(replace(HOLDING, **change))  # type: ignore[arg-type]


def test_digest_knows_all_that_shapes_the_poster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest follows content, template and fonts, and nothing else."""
    changed = [
        replace(HOLDING, title="Other"),
        replace(HOLDING, seed="other"),
        replace(HOLDING, date=None),
        full(),
    ]
    assert len({digest(content) for content in (HOLDING, *changed)}) == 1 + len(changed)
    assert digest(HOLDING) == digest(replace(HOLDING))
    (tmp_path / "poster.typ").write_text("changed")
    before = digest(HOLDING)
    monkeypatch.setattr(typeset, "TEMPLATE", tmp_path)
    assert digest(HOLDING) != before


def test_a_record_chooses_the_points_of_its_poster() -> None:
    """In its own order; of sections of which it says nothing, the first are shown."""
    sections = {key: "\n".join(f"- Point {n} of it." for n in range(1, 7)) for key in HEADINGS}
    record = audit("chosen", "We asked.", sections, poster_points={"worked_well": ["6", "2"]})
    shown = {section.key: section.leads for section in poster_of(record).sections}
    assert shown["worked-well"] == ("Point 6 of it.", "Point 2 of it.")
    assert shown["worried-about"] == tuple(f"Point {n} of it." for n in range(1, 6))
    assert shown["discussion"] == ("Point 1 of it.", "Point 2 of it.")
    text = check_sheet(poster_of(record))
    assert text.index("Point 6 of it.") < text.index("and 4 more, on the page")
