"""The briefing as PDF: two A4 pages at the most, that can be read by eye and by ear, and written on."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pikepdf
import pypdfium2 as pdfium
import pytest

from posters.lengths import ADDRESS, HARD, LENGTHS, LONG_SERIES, briefing_of, of_length
from posters.test_compose import letters, squeezed, texts
from publication.audits.briefing import PARTS, briefing_parts, has_briefing
from publication.audits.prose import to_text
from publication.posters.briefings import publish_briefings
from publication.posters.composed import typeset
from publication.posters.composed.briefing import BriefingContent, compose_briefing, digest
from views.sample_site import audit, site

if TYPE_CHECKING:
    from pathlib import Path

RECORDS = {**{f"{words} words": of_length(words) for words in LENGTHS}, **HARD}
WIDTH, HEIGHT = 595, 842


def check(content: BriefingContent) -> str:
    """At most two A4 pages, nothing off them or one over the other, no small type; the text of both."""
    pdf = compose_briefing(content)
    with pdfium.PdfDocument(pdf) as document:
        assert len(document) <= 2
        assert {tuple(map(round, page.get_size())) for page in document} == {(WIDTH, HEIGHT)}
        for page in document:
            lines = lines_of(page)
            assert all(not overlap(one, other) for k, one in enumerate(lines) for other in lines[k + 1 :])
    for size, (left, bottom, right, top) in letters(pdf):
        assert size >= 10.49
        assert 0 < left < right < WIDTH
        assert 0 < bottom <= top < HEIGHT
    return " ".join(texts(pdf))


def lines_of(page: pdfium.PdfPage) -> list[tuple[float, float, float, float]]:
    """The boxes of the lines of text on a page."""
    text = page.get_textpage()
    return [text.get_rect(number) for number in range(text.count_rects())]


def overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    """Whether two lines cover one another by more than descenders reach into the next line."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return wide > 1 and tall > 0.5 * min(one[3] - one[1], other[3] - other[1])


@pytest.mark.parametrize("name", RECORDS)
def test_any_record_is_two_pages_at_most(name: str) -> None:
    """In seven parts, in their order, with lines for what, who and by when."""
    record = RECORDS[name]
    text = check(briefing_of(record))
    places = [text.index(f"{number}. {heading}") for number, heading in enumerate(PARTS.values(), start=1)]
    assert places == sorted(places)
    assert text.index("What Who By when") > places[-1]
    assert text.index(ADDRESS.format(record.slug)[:60]) > places[-1]
    assert all(f"In {time} minutes" in text for time in ("seven", "twenty"))


@pytest.mark.parametrize("words", LENGTHS)
def test_up_to_900_words_are_there_in_full(words: int) -> None:
    """No word is left out, cut, or set twice."""
    record = of_length(words)
    text = squeezed(check(briefing_of(record)))
    for said in (record.summary, *record.sections.values()):
        for line in said.split("\n"):
            assert text.count(squeezed(to_text(line))) == 1
    assert "more,onthepage" not in text


@pytest.mark.parametrize("name", ["5,000 words", "a hundred short points", "12 agencies"])
def test_what_is_left_out_is_counted(name: str) -> None:
    """Leads that are there and the number of those that are not are all points of the record."""
    record = HARD[name]
    text = check(briefing_of(record))
    for part in briefing_parts(record):
        if part.more:
            shown = [lead for lead in part.leads if squeezed(lead) in squeezed(text)]
            assert shown
            assert f"and {part.count - len(shown)} more, on the page" in text


def test_names_of_300_characters() -> None:
    """Title, series, publisher and agencies at once."""
    content = briefing_of(HARD["a title of 300 characters"], series=LONG_SERIES)
    check(replace(content, publisher="A partnership with a name " * 10, notice="Newer learning " * 20))


@pytest.mark.parametrize("name", ["40 words", "900 words", "5,000 words"])
def test_same_content_same_bytes(name: str) -> None:
    """The same content gives the same bytes, so that nothing is published anew without need."""
    content = briefing_of(RECORDS[name])
    assert compose_briefing(content) == compose_briefing(content)


def test_title_language_and_tags() -> None:
    """The document says what it is, and claims PDF/UA-1, and PDF/A-2a where its date is known."""
    content = briefing_of(of_length(150))
    with pikepdf.open(io.BytesIO(compose_briefing(content))) as document:
        metadata = document.open_metadata()
        assert metadata["dc:title"] == "Briefing: Escalation"
        assert document.Root.Lang == "en-GB"
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["pdfaid:part"] == "2"
    with pikepdf.open(io.BytesIO(compose_briefing(replace(content, date=None)))) as document:
        assert "pdfaid:part" not in document.open_metadata()


def test_what_a_reader_must_know_first_stands_first() -> None:
    """That newer learning replaces it, or that it is a draft."""
    content = briefing_of(of_length(150))
    text = check(replace(content, notice="Newer learning replaces this briefing: Other", watermark="Draft"))
    first = text.index("1. Why")
    assert text.index("Newer learning replaces this briefing: Other") < first
    assert text.index("Draft") < first


def test_markup_is_only_text() -> None:
    """Whatever would be code in Typst appears as it was typed."""
    sample = '#read("/etc/passwd") $ x^2 $ @reference // comment'
    record = audit("code", f"See {sample}", {"worked-well": f"- See {sample}"}, title=sample)
    assert squeezed(check(briefing_of(record))).count(squeezed(sample)) == 3


def test_digest_knows_all_that_shapes_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The digest follows content, templates and fonts, and nothing else."""
    content = briefing_of(of_length(150))
    changed = [replace(content, notice="Other"), replace(content, date=None), briefing_of(of_length(200))]
    assert len({digest(one) for one in (content, *changed)}) == 1 + len(changed)
    before = digest(content)
    (tmp_path / "briefing.typ").write_text("changed")
    monkeypatch.setattr(typeset, "TEMPLATE", tmp_path)
    assert digest(content) != before


def test_briefings_are_made_once(tmp_path: Path) -> None:
    """Each audit with learning has one, taken from the cache until its record changes; what is old goes."""
    records = [of_length(40), of_length(600), audit("holding"), audit("draft", status="draft")]
    said: list[str] = []

    def publish(*audits: object) -> dict[str, bytes]:
        catalogue = site(*audits).catalogue  # type: ignore[arg-type]
        made = publish_briefings(catalogue, tmp_path, address=ADDRESS.format, say=said.append)
        assert {slug: (one.pages, one.size) for slug, one in made.items()} == {
            slug: (pages_of(one.path), one.path.stat().st_size) for slug, one in made.items()
        }
        return {slug: one.path.read_bytes() for slug, one in made.items()}

    first = publish(*records)
    assert list(first) == [one.slug for one in records if has_briefing(one)] == ["of-40", "of-600"]
    assert publish(*records) == first
    changed = publish(records[0], of_length(500))
    assert changed["of-40"] == first["of-40"]
    assert [line.rpartition(",")[0] for line in said] == [
        "2 briefings: 2 rendered, 0 from the cache",
        "2 briefings: 0 rendered, 2 from the cache",
        "2 briefings: 1 rendered, 1 from the cache",
    ]
    assert len(list((tmp_path / "briefings").glob("*.pdf"))) == 2


def pages_of(path: Path) -> int:
    with pdfium.PdfDocument(path) as document:
        return len(document)
