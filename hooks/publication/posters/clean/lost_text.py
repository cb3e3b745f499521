"""Text taken out of a page that nobody can see there: beyond its edge, or cropped away.

PDFium says which text it is: the how-manieth that the page draws. Here the same text is found among the
page's instructions, and the letters to take out are replaced by a gap of their width, so that all else stays
in its place.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from publication.posters.clean.content import Drawing, Step, array
from publication.posters.clean.fonts import bytes_a_letter, width_of
from publication.posters.clean.shapes import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from publication.posters.intake.letters import Box, Matrix

_DEEP = 12  # forms within forms
_MIDDLE = 0.22  # of a type's size above its line: a height at which every letter has something


@dataclass(frozen=True)
class Lost:
    """What to take out of one text: the letters in `boxes`, or all of it.

    `matrix` leads from points along the text's line to the page.
    """

    boxes: tuple[Box, ...]
    matrix: Matrix
    is_whole: bool


@dataclass(frozen=True)
class _Type:
    """How text is set at one instruction."""

    font: Any = None
    size: float = 1.0
    between_letters: float = 0.0
    between_words: float = 0.0


@dataclass(frozen=True)
class _Shown:
    """One text: the instruction that shows it, and how it is set."""

    drawing: Drawing
    at: int
    type: _Type


def take_out(pdf: Pdf, page: int, lost: Mapping[int, Lost], texts: int) -> bool:
    """Take the lost texts (by their numbers, from 0) out of a page (from 0) that draws so many `texts`.

    False where the page's instructions cannot be told apart as PDFium does, or where a text that is drawn
    twice is lost but once; then nothing is changed.
    """
    steps: dict[tuple[int, int], list[Step]] = {}
    shown = list(_shown(Drawing(pdf.pages[page], pdf.pages[page].resources), _Type(), steps, 0))
    uses = Counter((one.drawing.key, one.at) for one in shown)
    if len(shown) != texts or any(uses[shown[n].drawing.key, shown[n].at] > 1 for n in lost):
        return False
    changes: dict[tuple[int, int], dict[int, list[Step]]] = defaultdict(dict)
    drawings: dict[tuple[int, int], Drawing] = {}
    for text, what in lost.items():
        one = shown[text]
        made = _without(steps[one.drawing.key][one.at], one.type, what)
        if made is None:
            return False
        changes[one.drawing.key][one.at] = made
        drawings[one.drawing.key] = one.drawing
    for key, changed in changes.items():
        kept = [new for at, step in enumerate(steps[key]) for new in changed.get(at, [step])]
        drawings[key].write(kept, pdf)
    return True


def _shown(
    drawing: Drawing, given: _Type, steps: dict[tuple[int, int], list[Step]], depth: int
) -> Iterator[_Shown]:
    """Each text in the order in which it is drawn, forms where they are drawn."""
    now, saved = given, list[_Type]()
    if drawing.key not in steps:
        steps[drawing.key] = drawing.steps()
    for at, step in enumerate(steps[drawing.key]):
        operator, operands = step.operator, step.operands
        if operator == "q":
            saved.append(now)
        elif operator == "Q" and saved:
            now = saved.pop()
        elif operator == "Do" and operands and depth < _DEEP:
            inner = drawing.named("/XObject", operands[0])
            if isinstance(inner, Stream) and inner.get("/Subtype") == Name.Form:
                form = Drawing(inner, inner.get("/Resources", drawing.resources))
                yield from _shown(form, now, steps, depth + 1)
        elif operator in ("Tj", "'", '"', "TJ") and any(map(len, _strings(step))):
            if operator == '"' and len(operands) == 3:
                now = _set(now, drawing, "Tw", operands[:1])
                now = _set(now, drawing, "Tc", operands[1:2])
            yield _Shown(drawing, at, now)
        else:
            now = _set(now, drawing, operator, operands)


def _set(now: _Type, drawing: Drawing, operator: str, operands: tuple[Any, ...]) -> _Type:
    if operator == "Tf" and len(operands) == 2:
        return replace(now, font=drawing.named("/Font", operands[0]), size=number(operands[1], 1.0))
    if operator == "Tc" and operands:
        return replace(now, between_letters=number(operands[0], 0.0))
    if operator == "Tw" and operands:
        return replace(now, between_words=number(operands[0], 0.0))
    if operator == "gs" and operands:
        state = drawing.named("/ExtGState", operands[0])
        font = array(state.get("/Font")) if isinstance(state, Dictionary) else []
        if len(font) == 2:
            return replace(now, font=font[0], size=number(font[1], 1.0))
    return now


def _parts(step: Step) -> list[Any]:
    """The strings of an instruction that shows text, and the gaps between them."""
    given = step.operands[-1] if step.operands else None
    return array(given) if step.operator == "TJ" else [given]


def _strings(step: Step) -> list[bytes]:
    return [bytes(part) for part in _parts(step) if isinstance(part, pikepdf.String)]


def _without(step: Step, style: _Type, lost: Lost) -> list[Step] | None:
    """The instruction without what is lost; None where its letters cannot be told apart."""
    before = {"'": [Step("T*", ())], '"': [
        Step("Tw", step.operands[:1]), Step("Tc", step.operands[1:2]), Step("T*", ())
    ]}.get(step.operator, [])  # fmt: skip
    parts = _kept_parts(step, style, lost)
    if parts is not None:
        return [*before, Step("TJ", (Array(parts),))]
    return before if lost.is_whole else None


def _kept_parts(step: Step, style: _Type, lost: Lost) -> list[Any] | None:
    """Strings and gaps, for TJ. A gap is in thousandths of the type's size, and moves to the left."""
    long = bytes_a_letter(style.font)
    if not long or not style.size:
        return None
    width = width_of(style.font)
    a, b, c, d, e, f = lost.matrix
    up = _MIDDLE * style.size
    along, kept = 0.0, list[Any]()
    for part in _parts(step):
        if not isinstance(part, pikepdf.String):
            along -= number(part, 0.0) / 1000 * style.size
            kept.append(part)
            continue
        said = bytes(part)
        for start in range(0, len(said), long):
            code = said[start : start + long]
            wide = width(int.from_bytes(code, "big"))
            if wide is None:
                return None
            x = along + wide * style.size / 2
            middle = (x * a + up * c + e, x * b + up * d + f)
            step_on = wide * style.size + style.between_letters
            step_on += style.between_words if code == b" " else 0.0
            along += step_on
            if lost.is_whole or any(box.has(middle) for box in lost.boxes):
                kept.append(round(-step_on * 1000 / style.size, 3))
            elif kept and isinstance(kept[-1], bytes):
                kept[-1] += code
            else:
                kept.append(code)
    return [pikepdf.String(part) if isinstance(part, bytes) else part for part in kept]
