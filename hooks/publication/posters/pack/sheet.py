"""Pages on sheets of one size, so that a pack prints on one paper: each as large as the sheet allows.

What a page draws is neither changed nor drawn anew: its coordinates are (ISO 32000-1, 8.3), and those of all
that is tied to the page and not drawn by it: patterns (8.7.3.1), links, boxes of tags (14.8.5.4). What lies
beyond the edges of the page as it is seen stays unseen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

SAME = 2.0
"""Points by which a page may differ from its sheet: less than a printer's inaccuracy."""

_OTHER_BOXES = ("/CropBox", "/BleedBox", "/TrimBox", "/ArtBox", "/UserUnit")


@dataclass(frozen=True)
class _Move:
    """Where the points of a page go: `x * scale + right`, `y * scale + up`."""

    scale: float
    right: float
    up: float

    def point(self, x: Any, y: Any) -> tuple[float, float]:
        return float(x) * self.scale + self.right, float(y) * self.scale + self.up

    def points(self, numbers: Any) -> Array:
        given = list(numbers)
        pairs = zip(given[::2], given[1::2], strict=True)
        return Array([round(one, 3) for pair in pairs for one in self.point(*pair)])

    def matrix(self, given: Any) -> Array:
        a, b, c, d, *at = (float(one) for one in given)
        turned = [one * self.scale for one in (a, b, c, d)]
        return Array([round(one, 6) for one in (*turned, *self.point(*at))])


def fit(source: Pdf, width: float, height: float) -> None:
    """Put each page on a sheet of this size in points, which lies where the page does."""
    moves: dict[tuple[int, int], _Move] = {}
    for page in source.pages:
        if move := _place(page, width, height):
            moves[page.obj.objgen] = move
            _move_patterns(source, page, move)
            _move_links(page, move)
    if moves:
        _move_tags(source, moves)


def _place(page: Page, width: float, height: float) -> _Move | None:
    """Draw the page on its sheet; None where it is one already."""
    left, bottom, right, top = (float(one) for one in page.cropbox)
    wide, tall = abs(right - left), abs(top - bottom)
    turns = int(_inherited(page.obj, "/Rotate", 0)) % 180 != 0
    lies = (tall > wide) if turns else (wide > tall)
    sheet = (height, width) if lies else (width, height)
    to_wide, to_tall = sheet[::-1] if turns else sheet
    if abs(wide - to_wide) < SAME and abs(tall - to_tall) < SAME:
        return None
    scale = min(to_wide / wide, to_tall / tall)
    x, y = (to_wide - scale * wide) / 2, (to_tall - scale * tall) / 2
    move = _Move(scale, x - scale * min(left, right), y - scale * min(bottom, top))
    seen = f"q {x:.3f} {y:.3f} {scale * wide:.3f} {scale * tall:.3f} re W n "
    drawn = f"{seen}{scale:.6f} 0 0 {scale:.6f} {move.right:.3f} {move.up:.3f} cm\n"
    page.contents_add(drawn.encode(), prepend=True)
    page.contents_add(b"\nQ")
    for box in _OTHER_BOXES:
        if box in page.obj:
            del page.obj[box]
    page.obj.MediaBox = Array([0, 0, round(to_wide, 3), round(to_tall, 3)])
    page.obj.CropBox = page.obj.MediaBox  # a group of pages may have one that would hold here, too
    return move


def _inherited(node: Any, key: str, otherwise: Any) -> Any:
    while isinstance(node, Dictionary):
        if key in node:
            return node[key]
        node = node.get("/Parent")
    return otherwise


def _move_patterns(source: Pdf, page: Page, move: _Move) -> None:
    """Those of the page itself: they do not follow what it draws. Other pages may have them, too."""
    resources = Dictionary(dict(page.resources.items()))
    patterns = resources.get("/Pattern")
    if not isinstance(patterns, Dictionary) or not len(patterns):
        return
    moved: dict[str, Any] = {}
    for name, pattern in patterns.items():
        if isinstance(pattern, Stream):
            moved[name] = Stream(source, pattern.read_raw_bytes())
            for key, value in pattern.items():
                if key != "/Length":
                    moved[name][key] = value
        else:
            moved[name] = source.make_indirect(Dictionary(dict(pattern.items())))
        moved[name].Matrix = move.matrix(pattern.get("/Matrix", (1, 0, 0, 1, 0, 0)))
    resources.Pattern = Dictionary(moved)
    page.obj.Resources = resources


def _move_links(page: Page, move: _Move) -> None:
    for annotation in page.obj.get("/Annots", Array()):
        for key in ("/Rect", "/QuadPoints"):
            if key in annotation:
                annotation[key] = move.points(annotation[key])
        action = annotation.get("/A")
        holder, key = (action, "/D") if isinstance(action, Dictionary) else (annotation, "/Dest")
        place = holder.get(key)
        if isinstance(place, Array) and len(place) > 1:
            holder[key] = Array([place[0], Name.Fit])  # the place on its page has moved


def _move_tags(source: Pdf, moves: dict[tuple[int, int], _Move]) -> None:
    """The boxes of figures and tables. One that does not say its page goes: nobody knows where it is."""
    for tag in source.objects:
        if not isinstance(tag, Dictionary) or "/S" not in tag or "/P" not in tag:
            continue
        told = tag.get("/A")
        for attributes in told if isinstance(told, Array) else [told]:
            if isinstance(attributes, Dictionary) and "/BBox" in attributes:
                page = tag.get("/Pg")
                if page is None:
                    del attributes["/BBox"]
                elif page.objgen in moves:
                    attributes.BBox = moves[page.objgen].points(attributes.BBox)
