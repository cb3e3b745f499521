"""What looks like hidden words and hides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

from posters.hiding import (
    BLACK,
    BOX,
    SECRET,
    SHOW,
    STATES,
    TALL,
    WIDE,
    annotated,
    annotation,
    at,
    cropped,
    document,
    drawing,
    field,
    hidden_box,
    layered,
    noise,
    picture_of,
    scan,
    with_objects,
)
from posters.samples import saved

if TYPE_CHECKING:
    from collections.abc import Callable

INNOCENT: dict[str, Callable[[], bytes]] = {
    "plain words": lambda: drawing(SHOW + at()),
    "words on a dark picture": lambda: with_objects(
        SHOW + "q 400 0 0 200 45 400 cm /P Do Q 1 g " + at(),
        P=lambda pdf: picture_of(pdf, noise().point(lambda v: v // 3)),
    ),
    "white on a coloured panel": lambda: drawing(SHOW + "0.2 0.3 0.6 rg " + BOX + "1 g " + at()),
    "words on a panel of nearly their colour": lambda: drawing(SHOW + "0.35 g " + BOX + "0.25 g " + at()),
    "recognised scan": lambda: scan(SECRET, recognised=SECRET),
    "recognised scan with the picture in front": lambda: scan(SECRET, recognised=SECRET, picture_last=True),
    "watermark": lambda: drawing(
        "0.9 g q .7 .7 -.7 .7 100 100 cm BT /F 90 Tf 0 0 Td (EXAMPLE) Tj ET Q 0 g " + SHOW + at()
    ),
    "pale watermark over words": lambda: drawing(
        SHOW + at() + "q /Pale gs .7 .7 -.7 .7 100 100 cm BT /F 90 Tf (EXAMPLE) Tj ET Q", ExtGState=STATES
    ),
    "box beside words": lambda: drawing(SHOW + at() + "45 300 400 40 re f"),
    "box behind words": lambda: drawing(SHOW + "0.9 g " + BOX + "0 g " + at()),
    "see-through panel over words": lambda: drawing(
        SHOW + at() + "q /Pale gs " + BOX + "Q", ExtGState=STATES
    ),
    "panel that multiplies": lambda: drawing(
        SHOW + at() + "q /Multiply gs 1 1 0 rg " + BOX + "Q", ExtGState=STATES
    ),
    "line under words": lambda: drawing(SHOW + at() + "2 w 50 496 m 300 496 l S"),
    "line through words": lambda: drawing(SHOW + at() + "1 w 50 506 m 300 506 l S"),
    "highlight": lambda: annotated(
        SHOW + at(), annotation("Highlight", "/Multiply gs 1 1 0 rg 0 0 400 40 re f")
    ),
    "highlight without a picture of itself": lambda: annotated(
        SHOW + at(),
        annotation("Highlight", None, C=[1, 1, 0], QuadPoints=[45, 520, 300, 520, 45, 495, 300, 495]),
    ),
    "underline without a picture of itself": lambda: annotated(
        SHOW + at(),
        annotation("Underline", None, C=[1, 0, 0], QuadPoints=[45, 520, 300, 520, 45, 495, 300, 495]),
    ),
    "stamp beside words": lambda: annotated(SHOW + at(), annotation("Stamp", BLACK, at=(45, 200, 445, 240))),
    "pale stamp over words": lambda: annotated(
        SHOW + at(), annotation("Stamp", "/Half gs 1 0 0 rg 0 0 400 40 re f")
    ),
    "text box put on": lambda: annotated(
        SHOW, annotation("FreeText", f"BT /F 18 Tf 5 10 Td ({SECRET}) Tj ET")
    ),
    "frame around words": lambda: annotated(SHOW + at(), annotation("Square", None, C=[1, 0, 0])),
    "filled field": lambda: field(f"BT /F 18 Tf 5 10 Td ({SECRET}) Tj ET", "yes"),
    "filled field that viewers draw": lambda: field(None, "by viewers", needs=True),
    "empty field over words": lambda: field("0.5 G 0 0 400 40 re S", SECRET),
    "box that viewers hide": lambda: hidden_box(2),
    "box that is only printed": lambda: hidden_box(4 + 32),
    "comment beside words": lambda: annotated(
        SHOW + at(), annotation("Text", BLACK, at=(500, 500, 520, 520), Contents="Look")
    ),
    "layer on": lambda: layered({"/ON": "LAYER"}),
    "letters with a shadow": lambda: drawing(SHOW + "0.6 g " + at(x=51, y=499) + "0 g " + at()),
    "bold by drawing twice": lambda: drawing(SHOW + at() + at(x=50.3)),
    "outlined letters": lambda: drawing(SHOW + "BT 1 Tr " + at().removeprefix("BT ")),
    "letters filled with a picture": lambda: with_objects(
        SHOW + "q BT 7 Tr " + at(size=60, words="SHARE").removeprefix("BT ") + "400 0 0 90 45 480 cm /P Do Q",
        P=lambda pdf: picture_of(pdf, Image.new("RGB", (9, 9), "navy")),
    ),
    "small sign": lambda: drawing(SHOW + at("TM", size=3)),
    "small print of a small page": lambda: saved(
        document(at("Learning", 10, 60, 9) + at("Small print", 10, 20, 3), size=(105, 105))
    ),
    "words upright on a turned page": lambda: cropped(SHOW + at(), sides=(0, 0, WIDE, TALL), turn=90),
    "words from top to bottom": lambda: drawing(SHOW + f"BT 0 -1 1 0 300 600 Tm /F 18 Tf ({SECRET}) Tj ET"),
    "signs beyond the edge": lambda: drawing(SHOW + at("+ + +", x=-40)),
}
"""What looks alike and hides nothing."""
