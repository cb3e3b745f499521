"""Words that nobody can see are found, never published, and told apart from what only looks alike."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest

from posters import hidden_samples, hiding, innocent_samples, lost_samples, samples
from publication.posters.artwork import ArtworkError, read_artworks
from publication.posters.clean.lost_text import Lost, take_out
from publication.posters.intake.pixels import changed
from publication.posters.intake.publishable import publishable
from publication.posters.intake.wording import Found, refusal

WORDS = {
    "covered": "Words lie under a box on page 1.",
    "same-colour": "Words have the colour of what is behind them on page 1.",
    "invisible": "Words are invisible on page 1.",
    "tiny": "Words are smaller than 4 pt on page 1.",
    "off-page": "Words lie beyond the edge of page 1.",
    "cropped": "Words are cropped away on page 1.",
    "layer": "Words are on a layer of page 1 that is switched off.",
}


def text_of(data: bytes) -> str:
    """All that a program could read in the pages' instructions, forms included, and on the pages."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        streams = [one.read_bytes() for one in pdf.objects if isinstance(one, pikepdf.Stream) and drawn(one)]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]
    return "\n".join([*pages, *(stream.decode("latin-1") for stream in streams)])


def drawn(stream: pikepdf.Stream) -> bool:
    """Whether it is no picture."""
    return stream.get("/Subtype") != pikepdf.Name.Image


@pytest.mark.parametrize("way", hidden_samples.HIDDEN)
def test_hidden_words_are_refused(way):
    """Each way to hide words in a page is found and named, with the page; the words are for the editor."""
    kind, make = hidden_samples.HIDDEN[way]
    with pytest.raises(ArtworkError) as error:
        publishable(make(), "pdf")
    assert str(error.value).startswith(WORDS[kind])
    assert "elete them in the program that made the poster" in str(error.value)
    assert "Example" not in str(error.value)
    assert "Example" in error.value.private


@pytest.mark.parametrize("way", lost_samples.DROPPED)
def test_words_that_are_not_on_the_page_are_left_out(way):
    """What is beyond the edge, cropped or switched off is in no byte of the download; the editor is told."""
    kind, make = lost_samples.DROPPED[way]
    made = publishable(make(), "pdf")
    (note,) = made.notes
    assert note.text.startswith(WORDS[kind])
    assert "left out of what is published" in note.text
    assert "Example" not in note.text
    assert "Example" in note.private
    assert "Example" not in text_of(made.data)
    assert "earned" in text_of(made.data), "what can be seen is still there"


@pytest.mark.parametrize("way", lost_samples.DROPPED)
def test_leaving_words_out_moves_nothing(way):
    """The page looks as it did, but for the edges of a letter that is rounded to another pixel."""
    data = lost_samples.DROPPED[way][1]()
    pages = [pypdfium2.PdfDocument(one)[0] for one in (data, publishable(data, "pdf").data)]
    before, after = (page.render().to_pil().convert("RGB") for page in pages)
    assert changed(before, after, 24).histogram()[255] < 200


@pytest.mark.parametrize("way", innocent_samples.INNOCENT)
def test_what_only_looks_alike_passes(way):
    """No word is said of what hides nothing."""
    data = innocent_samples.INNOCENT[way]()
    assert publishable(data, "pdf").notes == ()


@pytest.mark.parametrize("way", ["filled field", "text box put on", "filled field that viewers draw"])
def test_words_that_were_put_on_are_words_of_the_poster(way):
    """What stands in a field or a text box is in the page's words, as it is in its picture."""
    text = text_of(publishable(innocent_samples.INNOCENT[way](), "pdf").data)
    assert "Example" in text or "by viewers" in text


def test_all_kinds_are_said_at_once():
    """Each kind with its pages and what to do, and the words page by page."""
    found = [Found("covered", 1, "Robin"), Found("covered", 3, "Example"), Found("tiny", 0, "small")]
    error = refusal(found)
    assert str(error) == (
        "Words lie under a box on pages 2 and 4. "
        "Delete them in the program that made the poster, and export it again. "
        "Words are smaller than 4 pt on page 1. "
        "Enlarge or delete them in the program that made the poster, and export it again."
    )
    assert error.private == "They say: 'small' (page 1), 'Robin' (page 2), 'Example' (page 4)."


def test_text_that_cannot_be_told_apart_is_not_taken_out():
    """Where the instructions hold another number of texts than PDFium sees, nothing is changed."""
    with pikepdf.open(io.BytesIO(samples.pdf())) as pdf:
        whole = Lost((), (1, 0, 0, 1, 0, 0), is_whole=True)
        before = pdf.pages[0].Contents.read_bytes()
        assert not take_out(pdf, 0, {0: whole}, texts=2)
        assert pdf.pages[0].Contents.read_bytes() == before
        assert take_out(pdf, 0, {0: whole}, texts=1)


def test_form_that_is_drawn_twice_keeps_its_words_or_is_refused():
    """Words that can be seen where a form is drawn first, and not where it is drawn again, stay; refused."""
    data = hiding.with_objects(
        hiding.SHOW + "/Part Do q 1 0 0 1 -600 0 cm /Part Do Q",
        Part=lambda pdf: hiding.form_of(pdf, hiding.at()),
    )
    with pytest.raises(ArtworkError, match="beyond the edge of page 1"):
        publishable(data, "pdf")


@pytest.mark.skipif(not samples.REAL_POSTERS.is_dir(), reason="the real posters are not here")
def test_real_posters_hide_nothing_but_a_layer():
    """Of twelve real PDFs one has a layer that is off; its words are left out and told."""
    found = read_artworks(sorted(samples.REAL_POSTERS.glob("*.pdf")))
    private = {
        path.stem: [note.private for note in art.notes if "Words" in note.text] for path, art in found.items()
    }
    assert {name: said for name, said in private.items() if said} == {
        "access-needs-set-9-pages": ["They say: 'We have sent you an email' (page 8)."]
    }
