"""What lies on a page: plain links can be clicked still, what is seen is drawn, and the rest goes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name

from publication.posters.clean.appearance import Appearances, Look
from publication.posters.clean.content import Drawing, array
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from pikepdf import Page, Pdf

    from publication.posters.clean.layers import Layers

_SAFE_LINK = re.compile(r"\s*(?:https?://|mailto:|[\w-]+(?:\.[\w-]+)+/)", re.IGNORECASE)
"""The last for addresses as people type them, example.org/page: readers take them for the web."""

_INVISIBLE, _HIDDEN, _NO_VIEW = 1, 2, 32  # ISO 32000-2, 12.5.3; what is only not printed is seen
_ICONS = {"/Text", "/FileAttachment", "/Sound", "/Popup"}
"""Signs that something may be opened: without it they would say nothing."""

_REMOVED = {
    "/Widget": "form",
    "/FileAttachment": "attachment",
    "/Link": "link that is not to the web",
    "/Movie": "sound or film",
    "/Sound": "sound or film",
    "/Screen": "sound or film",
    "/RichMedia": "sound or film",
}

NOT_APPLIED = (
    "A mark on page {} says what is to be blacked out, but it is still there. "
    "Apply the marks in the program that made them, and export the poster again."
)
NO_LOOK = (
    "Something that was put on page {} (a text box, stamp or field) looks different in each program. "
    "Print the poster into a new PDF, and use that."
)


@dataclass(frozen=True)
class Flattened:
    """What became of the annotations: `removed` in words, and whether any was drawn into its page."""

    removed: tuple[str, ...]
    was_drawn: bool


def flatten_annotations(pdf: Pdf, layers: Layers) -> Flattened:
    """Draw what a viewer shows of the annotations into their pages, and keep only links.

    An ArtworkError where a redaction was not applied, or where what is shown is not in the file.
    """
    appearances = Appearances(pdf)
    removed: list[str] = []
    was_drawn = False
    for number, page in enumerate(pdf.pages, start=1):
        found = [one for one in array(page.obj.get("/Annots")) if isinstance(one, Dictionary)]
        links = [one for one in found if one.get("/Subtype") == Name.Link and is_safe(one)]
        kept = {id(one) for one in links}
        others = [one for one in found if id(one) not in kept]
        if any(one.get("/Subtype") == Name.Redact for one in others):
            raise ArtworkError(NOT_APPLIED.format(number))
        shown = [one for one in others if _is_shown(one, layers)]
        # Fields lie over all else, as viewers draw them.
        shown.sort(key=lambda one: one.get("/Subtype") == Name.Widget)
        looks = [appearances.of(one) for one in shown]
        if any(look is None for look in looks):
            raise ArtworkError(NO_LOOK.format(number))
        was_drawn |= _draw(pdf, page, [look for look in looks if isinstance(look, Look)])
        removed += [_REMOVED.get(str(one.get("/Subtype")), "comment") for one in others]
        for one in others:  # emptied, not just left out: the tags may still point at it
            drop(one, set(one.keys()))
        if links:
            page.obj.Annots = Array(links)
        elif "/Annots" in page.obj:
            del page.obj["/Annots"]
    return Flattened(tuple(removed), was_drawn)


def _is_shown(annotation: Dictionary, layers: Layers) -> bool:
    kind = str(annotation.get("/Subtype"))
    flags = annotation.get("/F", 0)
    flags = flags if isinstance(flags, int) else 0
    if kind in _ICONS or kind == "/Link" or flags & (_HIDDEN | _NO_VIEW):
        return False
    if flags & _INVISIBLE and kind not in Appearances.KINDS:
        return False
    return not layers.hides(annotation.get("/OC"))


def _draw(pdf: Pdf, page: Page, looks: list[Look]) -> bool:
    """Draw them over all that the page draws; whether there were any."""
    if not looks:
        return False
    resources = Dictionary(dict(page.resources.items()))
    forms, states = (_copy(resources.get(kind)) for kind in ("/XObject", "/ExtGState"))
    said = []
    for number, look in enumerate(looks):
        name = f"/Annotation{number}"
        forms[name] = look.form
        state = ""
        if look.blend:
            states[name] = Dictionary(Type=Name.ExtGState, BM=look.blend)
            state = f"{name} gs "
        matrix = " ".join(f"{value:.5f}" for value in look.matrix)
        said.append(f"q {state}{matrix} cm {name} Do Q")
    resources.XObject, resources.ExtGState = forms, states
    before, after = _balance(page)
    page.obj.Resources = resources
    given = page.obj.get("/Contents")
    drawn = array(given) if isinstance(given, Array) else [given] if given is not None else []
    page.obj.Contents = Array(
        [
            pdf.make_stream(b"q\n" * before),
            *drawn,
            pdf.make_stream(b"\n" + b"Q\n" * after + "\n".join(said).encode()),
        ]
    )
    return True


def _copy(found: Any) -> Dictionary:
    return Dictionary(dict(found.items())) if isinstance(found, Dictionary) else Dictionary()


def _balance(page: Page) -> tuple[int, int]:
    """How often the state has to be saved before a page's instructions, and restored after them.

    Programs forget to restore what they saved, and restore what they never saved.
    """
    depth, least = 0, 0
    for step in Drawing(page, page.resources).steps():
        depth += {"q": 1, "Q": -1}.get(step.operator, 0)
        least = min(least, depth)
    before = 1 - least
    return before, before + depth


def is_safe(holder: Dictionary) -> bool:
    """Whether a link, or a line of the outline, leads to the web, an e-mail address, or within the PDF."""
    action = holder.get("/A")
    if action is None:
        return "/Dest" in holder
    if not isinstance(action, Dictionary):
        return False
    if action.get("/S") == Name.URI:
        return bool(_SAFE_LINK.match(str(action.get("/URI", ""))))
    return bool(action.get("/S") == Name.GoTo)


def drop(holder: Any, keys: set[str]) -> None:
    """Remove those of the keys that are there."""
    for key in keys & set(holder.keys()):
        del holder[key]
