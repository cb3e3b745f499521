"""What an annotation looks like: the picture of itself that it brings, or a plain shape that it describes.

ISO 32000-2, 12.5.5: the box of the appearance, turned by its matrix, is fitted into the annotation's
rectangle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from pikepdf import Array, Dictionary, Name, Stream

from publication.posters.clean import shapes
from publication.posters.clean.content import array

if TYPE_CHECKING:
    from pikepdf import Pdf

Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True)
class Look:
    """A form to draw with a matrix, and how it blends with the page (None: it covers what is behind it)."""

    form: Any
    matrix: Matrix
    blend: Any = None


class Appearances:
    """The looks of a PDF's annotations."""

    KINDS: ClassVar = {*shapes.DRAWN, "/FreeText", "/Stamp", "/Widget", "/Caret", "/Redact", "/Watermark"}
    """Kinds whose look is known to viewers. Of the others the file itself says whether they show."""

    def __init__(self, pdf: Pdf) -> None:
        self.pdf = pdf
        _make_missing_fields(pdf)
        form = pdf.Root.get("/AcroForm")
        self._fonts = form.get("/DR") if isinstance(form, Dictionary) else None

    def of(self, annotation: Dictionary) -> Look | bool | None:
        """How it looks; False where it shows nothing, None where only each program knows."""
        kind = str(annotation.get("/Subtype"))
        stream = _chosen(annotation)
        if isinstance(stream, Stream):
            return self._look(annotation, stream)
        if stream is not None:
            return False
        if kind in shapes.DRAWN:
            return self._shape(annotation)
        if kind == "/Widget":
            return None if _shows_something(annotation) else False
        if kind == "/FreeText":
            return None if str(annotation.get("/Contents", "")).strip() else False
        return None if kind == "/Stamp" else False

    def _look(self, annotation: Dictionary, stream: Any) -> Look | bool:
        box, rectangle = numbers(stream.get("/BBox"), 4), numbers(annotation.get("/Rect"), 4)
        if not box or not rectangle:
            return False
        form = self._as_form(stream, is_field=annotation.get("/Subtype") == Name.Widget)
        a, b, c, d, e, f = numbers(stream.get("/Matrix"), 6) or [1, 0, 0, 1, 0, 0]
        corners = [(x * a + y * c + e, x * b + y * d + f) for x in box[::2] for y in box[1::2]]
        across, up = ([corner[side] for corner in corners] for side in (0, 1))
        left, low, right, high = (
            min(rectangle[::2]), min(rectangle[1::2]), max(rectangle[::2]), max(rectangle[1::2])
        )  # fmt: skip
        wide, tall = max(across) - min(across), max(up) - min(up)
        if not wide or not tall:
            return False
        grown, heightened = (right - left) / wide, (high - low) / tall
        matrix = (grown, 0, 0, heightened, left - min(across) * grown, low - min(up) * heightened)
        return Look(form, matrix, annotation.get("/BM"))

    def _as_form(self, stream: Any, *, is_field: bool) -> Any:
        """The appearance as a form that a page can draw.

        Viewers draw it straight onto the page and not as a group of its own: a highlight that was made a
        group would no longer let the words shine through.
        """
        form = self.pdf.make_stream(stream.read_raw_bytes())
        for key, value in stream.items():
            if key not in ("/Length", "/Group", "/OC"):
                form[key] = value
        form.Type, form.Subtype = Name.XObject, Name.Form
        if is_field and isinstance(self._fonts, Dictionary):
            own = form.get("/Resources", Dictionary())
            form.Resources = Dictionary(dict(self._fonts.items()) | dict(own.items()))
        return form

    def _shape(self, annotation: Dictionary) -> Look | bool:
        """A plain shape, drawn where it is described."""
        drawn = shapes.draw(annotation)
        rectangle = numbers(annotation.get("/Rect"), 4)
        if not drawn or not rectangle:
            return False
        form = self.pdf.make_stream(drawn.encode(), Type=Name.XObject, Subtype=Name.Form)
        form.BBox = Array([-32_000, -32_000, 32_000, 32_000])
        opacity = shapes.number(annotation.get("/CA"), 1.0)
        form.Resources = Dictionary(
            ExtGState=Dictionary(A=Dictionary(Type=Name.ExtGState, ca=opacity, CA=opacity))
        )
        blend = Name.Multiply if annotation.get("/Subtype") == Name.Highlight else annotation.get("/BM")
        return Look(form, (1, 0, 0, 1, 0, 0), blend)


def numbers(value: Any, count: int) -> list[float]:
    """So many numbers of an array; none where it has others."""
    found = [shapes.number(one) for one in array(value)]
    known = [one for one in found if one is not None]
    return known if len(known) == len(found) == count else []


def _chosen(annotation: Dictionary) -> Any:
    """The normal appearance in the state that the annotation is in; None where it brings none."""
    given = annotation.get("/AP")
    normal = given.get("/N") if isinstance(given, Dictionary) else None
    if isinstance(normal, Stream) or not isinstance(normal, Dictionary):
        return normal
    parent = annotation.get("/Parent")
    value = annotation.get("/V", parent.get("/V") if isinstance(parent, Dictionary) else None)
    state = annotation.get("/AS", value)
    return normal.get(str(state), Dictionary()) if isinstance(state, Name) else Dictionary()


def _shows_something(field: Dictionary) -> bool:
    """Whether a field without an appearance has a value, or a colour behind it."""
    colours = field.get("/MK")
    has_colour = isinstance(colours, Dictionary) and bool(array(colours.get("/BG")))
    return has_colour or (
        field_value(field, "/FT") in (Name.Tx, Name.Ch) and bool(str(_value(field)).strip())
    )


def _value(field: Dictionary) -> Any:
    return field_value(field, "/V") or ""


def field_value(field: Dictionary, key: str) -> Any:
    """What a field, or one that it is part of, says under a key."""
    one: Any = field
    for _ in range(20):
        if not isinstance(one, Dictionary):
            break
        if key in one:
            return one[key]
        one = one.get("/Parent")
    return None


def _make_missing_fields(pdf: Pdf) -> None:
    """Let qpdf draw the values of fields, where the file leaves that to viewers."""
    form = pdf.Root.get("/AcroForm")
    if not isinstance(form, Dictionary):
        return
    fields = [
        one
        for page in pdf.pages
        for one in array(page.obj.get("/Annots"))
        if isinstance(one, Dictionary) and one.get("/Subtype") == Name.Widget
    ]
    if form.get("/NeedAppearances", False) is True:
        pdf.generate_appearance_streams()
    elif any("/AP" not in one for one in fields):
        given = [(one, one.AP) for one in fields if "/AP" in one]
        form.NeedAppearances = True
        pdf.generate_appearance_streams()
        for one, appearance in given:
            one.AP = appearance
