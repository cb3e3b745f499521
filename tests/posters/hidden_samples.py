"""Ways in which people and programs hide words within a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Dictionary
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
    drawing,
    field,
    form_of,
    noise,
    picture_of,
    scan,
    with_objects,
)

if TYPE_CHECKING:
    from collections.abc import Callable

HIDDEN: dict[str, tuple[str, Callable[[], bytes]]] = {
    "box over words": ("covered", lambda: drawing(SHOW + at() + BOX)),
    "white box over words": ("covered", lambda: drawing(SHOW + at() + "1 g " + BOX)),
    "box over half of a name": ("covered", lambda: drawing(SHOW + at() + "75 490 370 40 re f ")),
    "box that leaves the feet of letters": ("covered", lambda: drawing(SHOW + at() + "45 501 400 40 re f ")),
    "box over words on a page turned to its side": (
        "covered",
        lambda: cropped(SHOW + at() + BOX, sides=(0, 0, WIDE, TALL), turn=90),
    ),
    "picture over words": (
        "covered",
        lambda: with_objects(
            SHOW + at() + "q 400 0 0 40 45 490 cm /P Do Q",
            P=lambda pdf: picture_of(pdf, Image.new("RGB", (9, 9))),
        ),
    ),
    "photograph over words": (
        "covered",
        lambda: with_objects(
            SHOW + at() + "q 400 0 0 40 45 490 cm /P Do Q", P=lambda pdf: picture_of(pdf, noise())
        ),
    ),
    "words and box in a form": (
        "covered",
        lambda: with_objects(SHOW + "/Part Do", Part=lambda pdf: form_of(pdf, at() + BOX)),
    ),
    "box in a form over words": (
        "covered",
        lambda: with_objects(SHOW + at() + "/Part Do", Part=lambda pdf: form_of(pdf, BOX)),
    ),
    "thick line over words": ("covered", lambda: drawing(SHOW + at() + "40 w 45 510 m 445 510 l S")),
    "blocks set over words": (
        "covered",
        lambda: drawing(SHOW + at() + "BT /D 30 Tf 45 494 Td (nnnnnnnnnnnnnnnnnn) Tj ET"),
    ),
    "rectangle put on": ("covered", lambda: annotated(SHOW + at(), annotation("Square", BLACK))),
    "rectangle put on without a picture of itself": (
        "covered",
        lambda: annotated(SHOW + at(), annotation("Square", None, C=[0, 0, 0], IC=[0, 0, 0])),
    ),
    "polygon put on without a picture of itself": (
        "covered",
        lambda: annotated(
            SHOW + at(),
            annotation(
                "Polygon", None, C=[0, 0, 0], IC=[1, 1, 1], Vertices=[45, 490, 445, 490, 445, 530, 45, 530]
            ),
        ),
    ),
    "white text box put on": (
        "covered",
        lambda: annotated(SHOW + at(), annotation("FreeText", "1 g 0 0 400 40 re f")),
    ),
    "stamp put on": (
        "covered",
        lambda: annotated(SHOW + at(), annotation("Stamp", "1 0 0 rg 0 0 400 40 re f")),
    ),
    "ink put on": (
        "covered",
        lambda: annotated(
            SHOW + at(),
            annotation(
                "Ink", None, C=[0, 0, 0], BS=Dictionary(W=30), InkList=[[45, 506, 250, 508, 445, 506]]
            ),
        ),
    ),
    "highlight that is not see-through": (
        "covered",
        lambda: annotated(SHOW + at(), annotation("Highlight", "1 1 0 rg 0 0 400 40 re f")),
    ),
    "field over words": ("covered", lambda: field("0.9 g 0 0 400 40 re f", SECRET)),
    "white on white": ("same-colour", lambda: drawing(SHOW + "1 g " + at())),
    "nearly white on white": ("same-colour", lambda: drawing(SHOW + "0.98 g " + at())),
    "red on a red panel": ("same-colour", lambda: drawing(SHOW + "1 0 0 rg " + BOX + at())),
    "white in a form": (
        "same-colour",
        lambda: with_objects(SHOW + "/Part Do", Part=lambda pdf: form_of(pdf, "1 g " + at())),
    ),
    "black on a black picture": (
        "same-colour",
        lambda: with_objects(
            SHOW + "q 400 0 0 40 45 490 cm /P Do Q " + at(),
            P=lambda pdf: picture_of(pdf, Image.new("RGB", (9, 9))),
        ),
    ),
    "white in a text box that was put on": (
        "same-colour",
        lambda: annotated(SHOW, annotation("FreeText", f"1 g BT /F 18 Tf 5 10 Td ({SECRET}) Tj ET")),
    ),
    "invisible": ("invisible", lambda: drawing(SHOW + "BT 3 Tr " + at().removeprefix("BT "))),
    "invisible over a panel": (
        "invisible",
        lambda: drawing(SHOW + "0.5 g " + BOX + "BT 3 Tr " + at().removeprefix("BT ")),
    ),
    "wholly see-through": (
        "invisible",
        lambda: drawing(SHOW + "q /Clear gs " + at() + "Q", ExtGState=STATES),
    ),
    "for clipping only": ("invisible", lambda: drawing(SHOW + "q BT 7 Tr " + at().removeprefix("BT ") + "Q")),
    "whitened in a scan": ("invisible", lambda: scan("", recognised=SECRET)),
    "one point": ("tiny", lambda: drawing(SHOW + at(size=1))),
    "three and a half points": ("tiny", lambda: drawing(SHOW + at(size=3.5))),
    "small by its matrix": (
        "tiny",
        lambda: drawing(SHOW + f"q .1 0 0 .1 0 0 cm {at(x=500, y=5000, size=20)} Q"),
    ),
}
"""By what was done, the kind that has to be found, and the PDF."""
