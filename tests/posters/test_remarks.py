"""What an editor is told of a poster that shows nothing, lacks its fonts, or is called after a file."""

from __future__ import annotations

import hashlib
import io

import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from posters import samples
from publication.posters.artwork import ArtworkError
from publication.posters.intake.inspection import inspect


def inspected(path, data: bytes, kind: str = "pdf") -> dict:
    path.write_bytes(data)
    return inspect(str(path), kind, hashlib.sha256(data).hexdigest())


def notes_on(path, data: bytes) -> list[list[str]]:
    return inspected(path, data)["notes"]


def blank(pages: int, *, written: int = 0, colour: str = "1 g") -> bytes:
    """A PDF of pages of one colour, after so many that have words."""
    with Pdf.open(io.BytesIO(samples.pdf(written or 1))) as pdf:
        if not written:
            del pdf.pages[0]
        for _ in range(pages):
            pdf.add_blank_page(page_size=(595, 842))
            pdf.pages[-1].obj.Contents = pdf.make_stream(f"{colour} 0 0 595 842 re f".encode())
        return samples.saved(pdf)


@pytest.mark.parametrize("colour", ["1 g", "0 g", "0.2 0.4 0.6 rg"])
def test_poster_of_one_colour_is_refused(tmp_path, colour):
    """A PDF whose every page is of one flat colour shows nothing, whatever the colour."""
    with pytest.raises(ArtworkError, match="This poster shows nothing: every page is of one colour"):
        inspected(tmp_path / "x", blank(2, colour=colour))


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_picture_of_one_colour_is_refused(tmp_path, kind):
    """So is an image."""
    data = samples.save(Image.new("RGB", samples.SIZE, (10, 90, 120)), kind.upper())
    with pytest.raises(ArtworkError, match="shows nothing"):
        inspected(tmp_path / "x", data, kind)


def test_one_blank_page_is_a_warning(tmp_path):
    """The editor is told which; several are told at once."""
    (one,) = [text for text, _ in notes_on(tmp_path / "x", blank(1, written=2)) if "blank" in text]
    assert one == "Page 3 is blank. Leave out what is not needed, and export the poster again."
    (two,) = [text for text, _ in notes_on(tmp_path / "x", blank(2, written=1)) if "blank" in text]
    assert two.startswith("Pages 2, 3 are blank.")


def test_fonts_that_are_not_in_the_file_are_named(tmp_path):
    """Each reader would see other letters, but for the fonts that every program has."""
    assert notes_on(tmp_path / "x", samples.pdf()) == []
    with Pdf.open(io.BytesIO(samples.pdf())) as pdf:
        pdf.pages[0].obj.Resources.Font.F.BaseFont = Name("/ABCDEF+Calibri,Bold")
        data = samples.saved(pdf)
    assert notes_on(tmp_path / "x", data) == [
        [
            "The font 'Calibri,Bold' is not in the file, so each reader sees other letters. "
            "Export the poster again with all fonts embedded.",
            "",
        ]
    ]


def test_fonts_that_are_in_the_file_are_not_told(tmp_path):
    """Neither a font program nor glyphs that are drawn (Type 3) draw a word."""
    with Pdf.open(io.BytesIO(samples.pdf())) as pdf:
        glyph = pdf.make_stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
        letters = Array([Name.a] * 256)
        font = Dictionary(
            Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 750, 750],
            FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
            CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Differences=Array([0, *letters])),
            FirstChar=0, LastChar=255, Widths=Array([1000] * 256),
        )  # fmt: skip
        pdf.pages[0].obj.Resources.Font = Dictionary(F=pdf.make_indirect(font))
        assert notes_on(tmp_path / "x", samples.saved(pdf)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Microsoft Word - Draft3.docx",
        "Neglect poster FINAL v2.indd",
        "PowerPoint Presentation",
        "Untitled-1",
        "Document1",
    ],
)
def test_title_that_is_a_file_is_told(tmp_path, title):
    """Readers see it; it may hold a name, so it is quoted to the editor alone."""
    (said,) = [note for note in notes_on(tmp_path / "x", titled(title)) if "title" in note[0]]
    assert title not in said[0]
    assert said[1] == f"It is '{title}'."


@pytest.mark.parametrize(
    "title", ["", "Neglect: what we learned", "Documenting concerns", "A presentation of findings"]
)
def test_title_in_words_is_not_told(tmp_path, title):
    """Nothing is said of a title that is one."""
    assert not [text for text, _ in notes_on(tmp_path / "x", titled(title)) if "title" in text]


def titled(title: str) -> bytes:
    with Pdf.open(io.BytesIO(samples.pdf())) as pdf:
        pdf.docinfo["/Title"] = title
        return samples.saved(pdf)
