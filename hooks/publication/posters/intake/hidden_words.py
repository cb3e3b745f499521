"""Words that a PDF page has and nobody can see: each page is drawn with its words and without them.

A letter whose place looks the same with and without it cannot be seen. Why it cannot is told apart by drawing
less and less of the page. What stands behind a word that is invisible decides whether it is hidden or the
recognised text of a scan: behind the latter there is ink in the picture. Runs in a worker.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from publication.posters.intake.letters import Box, drawn_on, words_on
from publication.posters.intake.overprinted import overprinted
from publication.posters.intake.pixels import View, changed, is_of_two_tones, shows, without

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PIL import Image

    from publication.posters.intake.letters import Letter, Word

Kind = Literal["covered", "same-colour", "invisible", "tiny", "off-page", "cropped"]

_SIDE, _CLOSE_SIDE = 1400, 3600  # pixels on the long side: at first, and where a word could not be seen
_FAINT = 12  # of 255: nobody sees a difference of colour that is smaller
_PART = 0.4  # of a letter's width and height, which must show for it to be seen
_RUN = 3  # hidden letters in a row make a word hidden, or half of it
_TINY = 4.0  # points
_TINY_WORD = 3  # letters: signs such as "TM" are small on purpose
_A5 = 420.0  # points: on a smaller page small type is enlarged with it
_PAPER = 0xFF5E8C6A  # a colour that hardly any text has
_SCAN = 0.7  # of a page, which is covered by pictures where it is a scan


@dataclass(frozen=True)
class Hidden:
    """A word that cannot be seen: why, what it says, and those of its letters that do not show."""

    kind: Kind
    word: str
    letters: tuple[Letter, ...]


def hidden_words(page: Any) -> list[Hidden]:
    """Every such word of a pypdfium2 page, in reading order."""
    return _Look(page).hidden()


class _Look:
    """One page while it is looked at."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.things = drawn_on(page)
        self.texts = [thing for thing in self.things if thing.is_text]
        self.words = words_on(page, self.things)
        self.long = max(page.get_size())
        self.visible = View(page, 1).visible

    def hidden(self) -> list[Hidden]:
        letters = [one for word in self.words for one in word if self.visible.has(one.box.middle)]
        unseen = self._unseen(letters, self.view)
        if unseen:
            unseen = self._unseen(unseen, self.close_view)
        found = []
        for word in self.words:
            beyond = tuple(one for one in word if not self.visible.has(one.box.middle))
            within = tuple(one for one in word if one in unseen)
            kind: Kind | None = None
            if _is_enough(beyond, word):
                kind, lost = self._kind_beyond(beyond[0]), beyond
            elif _is_enough(within, word):
                kind, lost = self._kind_within(within), within
            elif self._is_tiny(word):
                kind, lost = "tiny", word
            if kind:
                found.append(Hidden(kind, "".join(one.character for one in word), lost))
        return found

    @cached_property
    def view(self) -> View:
        return View(self.page, _SIDE / self.long)

    @cached_property
    def close_view(self) -> View:
        return View(self.page, _CLOSE_SIDE / self.long)

    @cached_property
    def bare(self) -> Image.Image:
        """The page without its words, from close by."""
        with without(self.texts):
            return self.close_view.picture()

    @cached_property
    def words_alone(self) -> Image.Image:
        """White where the words would show if nothing else were drawn, from close by."""
        with without(thing for thing in self.things if not thing.is_text):
            alone = self.close_view.picture(_PAPER)
        with without(self.things):
            return changed(alone, self.close_view.picture(_PAPER), _FAINT)

    def _unseen(self, letters: Iterable[Letter], view: View) -> set[Letter]:
        """Those of the letters that make no difference to what the page looks like."""
        letters = set(letters)
        whole = view.picture()
        with without(self.texts):
            difference = changed(whole, view.picture(), _FAINT)
        unseen = {one for one in letters if not shows(difference, view.place(one.box), _PART)}
        # Where one text lies over another, the upper one makes the difference.
        for lower in overprinted(letters - unseen, self.things):
            with without(self.things[number] for number in {one.by for one in lower}):
                difference = changed(whole, view.picture(), _FAINT)
            unseen |= {one for one in lower if not shows(difference, view.place(one.box), _PART)}
        return unseen

    def _kind_beyond(self, letter: Letter) -> Kind:
        media = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPage_GetMediaBox(self.page.raw, *map(ctypes.byref, media)):
            return "off-page"
        return "cropped" if Box(*(side.value for side in media)).has(letter.box.middle) else "off-page"

    def _kind_within(self, letters: tuple[Letter, ...]) -> Kind | None:
        """Why they cannot be seen; None of recognised text."""
        raw = self.things[letters[0].by].raw
        if pdfium.FPDFTextObj_GetTextRenderMode(raw) in (
            pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
            pdfium.FPDF_TEXTRENDERMODE_CLIP,
        ):
            return None if self._has_ink(letters) else "invisible"
        if _alpha(raw) == 0:
            return "invisible"
        if not any(shows(self.words_alone, self.close_view.place(one.box), _PART) for one in letters):
            return "cropped"
        over = self._over(letters[0])
        if not over:
            return "same-colour"
        return None if over == "scan" and self._has_ink(letters) else "covered"

    def _over(self, letter: Letter) -> Literal["", "scan", "something"]:
        """What lies over a letter; a scan is the topmost thing, and pictures cover the page."""
        middle = letter.box.middle
        over = [number for number, box in self._boxes if number > letter.by and box.has(middle)]
        if not over:
            return ""
        is_picture = self.things[over[-1]].kind == pdfium.FPDF_PAGEOBJ_IMAGE
        return "scan" if is_picture and self._is_scan else "something"

    @cached_property
    def _boxes(self) -> list[tuple[int, Box]]:
        return [(number, thing.box) for number, thing in enumerate(self.things)]

    @cached_property
    def _is_scan(self) -> bool:
        boxes = [box for number, box in self._boxes if self.things[number].kind == pdfium.FPDF_PAGEOBJ_IMAGE]
        return sum(map(_area, boxes)) >= _SCAN * _area(self.visible)

    def _has_ink(self, letters: tuple[Letter, ...]) -> bool:
        """Whether the picture behind a word is of two tones, as letters on paper are."""
        places = [self.close_view.place(one.box) for one in letters]
        lefts, uppers, rights, lowers = zip(*places, strict=True)
        return is_of_two_tones(self.bare.crop((min(lefts), min(uppers), max(rights), max(lowers))))

    def _is_tiny(self, word: Word) -> bool:
        least = _TINY * min(1.0, min(self.page.get_size()) / _A5)
        return sum(1 for one in word if one.size < least) >= _TINY_WORD


def _is_enough(lost: tuple[Letter, ...], word: Word) -> bool:
    """Whether so many letters are lost that what the word says is hidden."""
    if 2 * len(lost) >= len(word):
        return bool(lost)
    among, run = set(lost), 0
    for one in word:
        run = run + 1 if one in among else 0
        if run == _RUN:
            return True
    return False


def _alpha(raw: Any) -> int:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(raw, *map(ctypes.byref, (red, green, blue, alpha)))
    return alpha.value if known else 255


def _area(box: Box) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.top - box.bottom)
