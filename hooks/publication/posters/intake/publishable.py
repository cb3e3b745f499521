"""A poster as it is published: cleaned, and without words that nobody can see.

Its pictures, its words and its download are all made of these bytes, so that they agree. Where words are
hidden within the page it is refused: whoever hid them believes that they are gone. Runs in a worker.
"""

from __future__ import annotations

import io
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2  # type: ignore[import-untyped]

from publication.posters.clean import clean
from publication.posters.clean.lost_text import Lost, take_out
from publication.posters.clean.pdf import written
from publication.posters.intake.hidden_words import hidden_words
from publication.posters.intake.letters import drawn_on, words_on
from publication.posters.intake.pixels import View
from publication.posters.intake.wording import Found, refusal, warning

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publication.posters.intake.formats import Format
    from publication.posters.intake.hidden_words import Hidden
    from publication.posters.intake.letters import Letter
    from publication.posters.limits import Note

_BEYOND = ("off-page", "cropped")
_MOVED = 0.5  # points: less is a place that was rounded


@dataclass(frozen=True)
class Publishable:
    """What may be published of a file: its bytes, in words what was removed, and what the editor is told."""

    data: bytes
    removals: tuple[str, ...]
    notes: tuple[Note, ...]


def publishable(data: bytes, kind: Format) -> Publishable:
    """The same bytes always give the same result; an ArtworkError where they cannot be published."""
    cleaned = clean(data, kind)
    if kind != "pdf":
        return Publishable(cleaned.data, cleaned.removals, ())
    made, found = _without_lost_words(cleaned.data)
    if cleaned.has_layers_off:
        found = [*found, *_on_layers(data, cleaned.data)]
    return Publishable(made, cleaned.removals, tuple(warning(found)))


def _without_lost_words(data: bytes) -> tuple[bytes, list[Found]]:
    """The PDF without the words beyond its pages' edges, and which they were."""
    document = pypdfium2.PdfDocument(data)
    hidden = {number: words for number, page in enumerate(document) if (words := hidden_words(page))}
    found = [Found(one.kind, number, one.word) for number, words in hidden.items() for one in words]
    if any(one.kind not in _BEYOND for one in found):
        raise refusal([one for one in found if one.kind not in _BEYOND])
    if not hidden:
        return data, []
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        lost = {number: _lost(document[number], words) for number, words in hidden.items()}
        if not all(take_out(pdf, number, *what) for number, what in lost.items()):
            raise refusal(found)
        made = written(pdf)
    if not _is_same_without(document, pypdfium2.PdfDocument(made), hidden):
        raise refusal(found)
    return made, found


def _lost(page: Any, hidden: Iterable[Hidden]) -> tuple[dict[int, Lost], int]:
    """What to take out, by the number of the text among the page's texts, and how many texts there are."""
    things = drawn_on(page)
    texts = [number for number, thing in enumerate(things) if thing.is_text]
    place = {number: at for at, number in enumerate(texts)}
    gone: dict[int, list[Any]] = {}
    for letter in (letter for word in hidden for letter in word.letters):
        gone.setdefault(letter.by, []).append(letter)
    letters = Counter(letter.by for word in words_on(page, things) for letter in word)
    lost = {
        place[by]: Lost(tuple(one.box for one in lost), things[by].own_matrix, len(lost) == letters[by])
        for by, lost in gone.items()
    }
    # What PDFium takes for a second copy of a text is no word of its own: it goes where all of it is outside.
    seen = View(page, 1).visible
    for by in texts:
        if place[by] not in lost and by not in letters and not things[by].box.meets(seen):
            lost[place[by]] = Lost((), things[by].own_matrix, is_whole=True)
    return lost, len(texts)


def _is_same_without(before: Any, after: Any, hidden: dict[int, list[Hidden]]) -> bool:
    """Whether all other letters stand where they stood, and no word is left that cannot be seen."""
    for number, words in hidden.items():
        gone = {letter for word in words for letter in word.letters}
        was, now = (
            sorted((one.character, one.box.left, one.box.bottom) for one in letters if one not in gone)
            for letters in (_letters(before[number]), _letters(after[number]))
        )
        moved = any(
            a[0] != b[0] or abs(a[1] - b[1]) > _MOVED or abs(a[2] - b[2]) > _MOVED
            for a, b in zip(was, now, strict=False)
        )
        if moved or len(was) != len(now) or hidden_words(after[number]):
            return False
    return True


def _letters(page: Any) -> list[Letter]:
    return [letter for word in words_on(page, drawn_on(page)) for letter in word]


def _on_layers(data: bytes, cleaned: bytes) -> list[Found]:
    """The words that went with the layers that are switched off."""
    before, after = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument(cleaned)
    found = []
    for number, (page, kept) in enumerate(zip(before, after, strict=True)):
        left = Counter(_words(kept))
        for word in _words(page):
            left[word] -= 1
            if left[word] < 0:
                found.append(Found("layer", number, word))
    return found


def _words(page: Any) -> list[str]:
    return ["".join(letter.character for letter in word) for word in words_on(page, drawn_on(page))]
