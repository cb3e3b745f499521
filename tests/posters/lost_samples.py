"""Ways in which words are in a file and on no page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pikepdf import Dictionary, Name

from posters.hiding import (
    SECRET,
    SHOW,
    TALL,
    WIDE,
    at,
    cropped,
    drawing,
    form_of,
    form_on_layer,
    layered,
    with_objects,
)

if TYPE_CHECKING:
    from collections.abc import Callable

DROPPED: dict[str, tuple[str, Callable[[], bytes]]] = {
    "left of the page": ("off-page", lambda: drawing(SHOW + at(x=-500))),
    "above the page": ("off-page", lambda: drawing(SHOW + at(y=900))),
    "beyond the page in a form": (
        "off-page",
        lambda: with_objects(SHOW + "/Part Do", Part=lambda pdf: form_of(pdf, at(x=-500))),
    ),
    "off a page turned to its side": (
        "off-page",
        lambda: cropped(SHOW + at(x=-500), sides=(0, 0, WIDE, TALL), turn=270),
    ),
    "line that runs off the page": (
        "off-page",
        lambda: drawing(SHOW + f"BT /C 18 Tf 400 500 Td (Learn with us {SECRET}) Tj (, then) Tj ET"),
    ),
    "line that comes from beyond the edge": (
        "off-page",
        lambda: drawing(SHOW + f"BT /C 18 Tf -324 500 Td [({SECRET}) -500 (is)] TJ ( what we learned) Tj ET"),
    ),
    "cropped from the page": ("cropped", lambda: cropped(SHOW + at(y=50), sides=(0, 200, WIDE, TALL))),
    "clipped": ("cropped", lambda: drawing(SHOW + f"q 0 0 20 20 re W n {at()} Q")),
    "layer off": ("layer", lambda: layered({"/OFF": "LAYER"})),
    "all layers off": ("layer", lambda: layered({"/BaseState": Name.OFF})),
    "off for screens": ("layer", lambda: layered({}, usage=Dictionary(View=Dictionary(ViewState=Name.OFF)))),
    "member of a layer that is off": (
        "layer",
        lambda: layered({"/OFF": "LAYER"}, membership={"/OCGs": "LAYER"}),
    ),
    "shown only without a layer": (
        "layer",
        lambda: layered({"/ON": "LAYER"}, membership={"/OCGs": "LAYER", "/P": Name.AllOff}),
    ),
    "form on a layer that is off": ("layer", form_on_layer),
}
"""Words that are left out, of which the editor is told."""
