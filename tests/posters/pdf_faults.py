"""What of a PDF a screen reader would trip over: each fault as a sentence.

The rules are those of PDF/UA-1 (ISO 14289-1) that can be read off the file; whether an alternative text says
what is to be seen is for people to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Pdf

from posters.marked_words import UNKNOWN, PageContent, content_of, fonts_of
from posters.structure_tree import Tag, read_tags

if TYPE_CHECKING:
    from collections.abc import Iterator


GROUPS = {"Document", "Part", "Art", "Sect", "Div", "L", "LI", "Table", "THead", "TBody", "TR"}
"""Tags that hold other tags and no words of their own."""


@dataclass(frozen=True)
class Reading:
    """A PDF, what its pages draw, and its tags."""

    pdf: Pdf
    contents: list[PageContent]
    root: Tag


def read(pdf: Pdf) -> Reading:
    """All that the rules look at; each page is read once."""
    contents = [content_of(page) for page in pdf.pages]
    return Reading(pdf, contents, read_tags(pdf, contents))


def faults(reading: Reading) -> list[str]:
    """Every fault found; none does not prove that people can read the file with ease."""
    return [fault for rule in RULES for fault in rule(reading)]


def _document(reading: Reading) -> Iterator[str]:
    if not is_tagged(reading):
        yield "It has no tags."
    if language_of(reading.pdf) != "en-GB":
        yield "Its language is not said to be British English."
    if not title_of(reading.pdf):
        yield "It has no title."
    if not shows_title(reading.pdf):
        yield "Its title is not shown in place of the file's name."
    if any(page.obj.get("/Tabs") != Name.S for page in reading.pdf.pages):
        yield "The Tab key does not follow the tags on every page."


def _headings(reading: Reading) -> Iterator[str]:
    levels = [
        int(tag.role[1]) for tag in reading.root.walk() if tag.role[0] == "H" and tag.role[1:].isdigit()
    ]
    if levels[:1] != [1]:
        yield "Its first heading is not of the first level."
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield "A level of headings is left out."


def _lists(reading: Reading) -> Iterator[str]:
    for tag in reading.root.walk():
        inner = {one.role for one in tag.tags}
        if tag.role == "L" and not inner <= {"LI", "L", "Caption"}:
            yield "A list holds something that is not an item."
        if tag.role == "LI" and not {"LBody"} <= inner <= {"Lbl", "LBody"}:
            yield "An item of a list has no body."


def _groups(reading: Reading) -> Iterator[str]:
    for tag in reading.root.walk():
        if tag.role in GROUPS and any(not isinstance(part, Tag) or part.role == "Span" for part in tag.parts):
            yield "Words stand in a group and are no paragraph."


def _pictures(reading: Reading) -> Iterator[str]:
    for _ in figures_without_text(reading):
        yield "A picture has no words in its place."


def _links(reading: Reading) -> Iterator[str]:
    tied = 0
    for tag in reading.root.walk():
        tied += len(tag.links)
        if tag.role == "Link" and not tag.text.strip():
            yield "A link has no words."
        if any(not said.strip() for _, said in tag.links):
            yield f"The link '{tag.text}' does not say where it leads."
    if tied < sum(len(page.obj.get("/Annots", Array())) for page in reading.pdf.pages):
        yield "A link has no tag."


def _marks(reading: Reading) -> Iterator[str]:
    drawn = {(page, mark) for page, content in enumerate(reading.contents) for mark in content.words}
    read_out = [(mark.page, mark.number) for mark in reading.root.marks()]
    if any(content.loose for content in reading.contents) or not drawn <= set(read_out):
        yield "Something is drawn that has no tag and is not marked as decoration."
    if len(read_out) != len(set(read_out)):
        yield "Something is read twice."
    if not is_in_order(reading):
        yield "It is not read in the order in which it is drawn."


def _letters(reading: Reading) -> Iterator[str]:
    if any(UNKNOWN in words for content in reading.contents for words in content.words.values()):
        yield "Some letters do not say what they are."
    fonts = [font for page in reading.pdf.pages for _, font in fonts_of(page)]
    if any(not _is_embedded(font) for font in fonts):
        yield "A font is not in the file."


RULES = (_document, _headings, _lists, _groups, _pictures, _links, _marks, _letters)


def is_tagged(reading: Reading) -> bool:
    """Whether it has tags and says so."""
    return bool(reading.root.tags) and bool(reading.pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked"))


def language_of(pdf: Pdf) -> str:
    """The language of the document as it is written there, `en-GB`; "" where it is not said."""
    return str(pdf.Root.get("/Lang", ""))


def title_of(pdf: Pdf) -> str:
    """The title of the document, "" where it has none."""
    return str(pdf.trailer.get("/Info", Dictionary()).get("/Title", "")).strip()


def shows_title(pdf: Pdf) -> bool:
    """Whether the title stands at the top of the reader's window, and not the file's name."""
    return bool(pdf.Root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False))


def figures_without_text(reading: Reading) -> list[Tag]:
    """The pictures that have tags but no words in their place."""
    return [tag for tag in reading.root.walk() if tag.role == "Figure" and not tag.alt.strip()]


def is_in_order(reading: Reading) -> bool:
    """Whether each page is read in the order in which it is drawn, as programs that ignore tags read it."""
    drawn = [{mark: at for at, mark in enumerate(content.words)} for content in reading.contents]
    order = [(mark.page, drawn[mark.page].get(mark.number, -1)) for mark in reading.root.marks()]
    return all(before < after for before, after in pairwise(order))


def _is_embedded(font: Any) -> bool:
    below = font.get("/DescendantFonts", Array([font]))[0]
    described = below.get("/FontDescriptor", Dictionary())
    return font.get("/Subtype") == Name.Type3 or any(f"/FontFile{n}" in described for n in ("", "2", "3"))
