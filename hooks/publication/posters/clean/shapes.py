"""Plain shapes that an annotation describes without drawing itself (ISO 32000-2, 12.5.6.7 to 12.5.6.13).

Programs that write marks into a PDF often leave the drawing to the viewer. Each shape here is drawn as the
simplest viewers do it: ends of lines, clouds and patterns are left out.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Point = tuple[float, float]

_ROUND = 0.5523  # of a radius: how far a curve's handles stand off for a quarter of a circle


def draw(annotation: Dictionary) -> str:
    """The instructions that draw it, "" where there is nothing to see. They use a state named /A."""
    drawn = DRAWN[str(annotation.get("/Subtype"))](annotation)
    return f"/A gs {drawn}" if drawn else ""


def number(value: Any, otherwise: Any = None) -> Any:
    """A number of a PDF as a float, or what is given in its place."""
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        return otherwise
    return float(value)


def _numbers(value: Any) -> list[float]:
    found = [number(one) for one in value] if isinstance(value, Array) else []
    return [one for one in found if one is not None]


def _points(value: Any) -> list[Point]:
    flat = _numbers(value)
    return list(zip(flat[::2], flat[1::2], strict=False))


def _colour(value: Any, operators: str) -> str:
    """The instruction that sets a colour (for lines `G RG K`, for areas `g rg k`); "" where none is given."""
    parts = _numbers(value)
    operator = dict(zip((1, 3, 4), operators.split(), strict=True)).get(len(parts))
    return f"{' '.join(f'{part:.4f}' for part in parts)} {operator} " if operator else ""


def _width(annotation: Dictionary) -> float:
    style = annotation.get("/BS")
    if isinstance(style, Dictionary):
        return float(number(style.get("/W"), 1.0))
    border = _numbers(annotation.get("/Border"))
    return border[2] if len(border) > 2 else 1.0


def _painted(annotation: Dictionary, path: str) -> str:
    """A path with the annotation's line and inner colour."""
    width = _width(annotation)
    line = _colour(annotation.get("/C"), "G RG K") if width else ""
    area = _colour(annotation.get("/IC"), "g rg k")
    paint = {(True, True): "B", (True, False): "S", (False, True): "f"}.get((bool(line), bool(area)))
    return f"{line}{area}{width:.3f} w {path} {paint}" if paint and path else ""


def _path(points: list[Point], *, closed: bool = False) -> str:
    if len(points) < 2:
        return ""
    (x, y), rest = points[0], points[1:]
    lines = " ".join(f"{a:.3f} {b:.3f} l" for a, b in rest)
    return f"{x:.3f} {y:.3f} m {lines}{' h' if closed else ''}"


def _inner(annotation: Dictionary) -> tuple[float, float, float, float] | None:
    """The rectangle within which a shape lies: left, low, right, high."""
    sides = _numbers(annotation.get("/Rect"))
    if len(sides) != 4:
        return None
    off = _numbers(annotation.get("/RD"))
    half = _width(annotation) / 2
    by = off if len(off) == 4 else [half] * 4
    left, right, low, high = min(sides[::2]), max(sides[::2]), min(sides[1::2]), max(sides[1::2])
    return left + by[0], low + by[1], right - by[2], high - by[3]


def _square(annotation: Dictionary) -> str:
    inner = _inner(annotation)
    if not inner:
        return ""
    left, low, right, high = inner
    return _painted(annotation, f"{left:.3f} {low:.3f} {right - left:.3f} {high - low:.3f} re")


def _circle(annotation: Dictionary) -> str:
    inner = _inner(annotation)
    if not inner:
        return ""
    left, low, right, high = inner
    x, y, wide, tall = (left + right) / 2, (low + high) / 2, (right - left) / 2, (high - low) / 2

    def at(across: float, up: float) -> str:
        return f"{x + across * wide:.3f} {y + up * tall:.3f}"

    arcs = [
        f"{at(ax, ay)} {at(bx, by)} {at(cx, cy)} c"
        for ax, ay, bx, by, cx, cy in (
            (1, _ROUND, _ROUND, 1, 0, 1), (-_ROUND, 1, -1, _ROUND, -1, 0),
            (-1, -_ROUND, -_ROUND, -1, 0, -1), (_ROUND, -1, 1, -_ROUND, 1, 0),
        )
    ]  # fmt: skip
    return _painted(annotation, f"{at(1, 0)} m {' '.join(arcs)} h")


def _ink(annotation: Dictionary) -> str:
    strokes = annotation.get("/InkList")
    paths = [_path(_points(one)) for one in strokes] if isinstance(strokes, Array) else []
    return _lines(annotation, " ".join(filter(None, paths)))


def _lines(annotation: Dictionary, path: str) -> str:
    line = _colour(annotation.get("/C"), "G RG K") or "0 G "
    return f"{line}{_width(annotation):.3f} w 1 J 1 j {path} S" if path else ""


def _quarters(annotation: Dictionary) -> Iterator[list[Point]]:
    """The four corners of each stretch of marked words: upper left, upper right, lower left, lower right."""
    points = _points(annotation.get("/QuadPoints"))
    if not points and (inner := _numbers(annotation.get("/Rect"))):
        left, low, right, high = inner
        points = [(left, high), (right, high), (left, low), (right, low)]
    for start in range(0, len(points) - 3, 4):
        yield points[start : start + 4]


def _highlight(annotation: Dictionary) -> str:
    area = _colour(annotation.get("/C"), "g rg k") or "1 1 0 rg "
    return area + " ".join(f"{_path([a, b, d, c], closed=True)} f" for a, b, c, d in _quarters(annotation))


def _line_at(part: float) -> Callable[[Dictionary], str]:
    """What draws a line at this part of the height of marked words, from below."""

    def mark(annotation: Dictionary) -> str:
        paths = []
        for a, b, c, d in _quarters(annotation):
            ends = [
                (lo[0] + (up[0] - lo[0]) * part, lo[1] + (up[1] - lo[1]) * part)
                for up, lo in ((a, c), (b, d))
            ]
            paths.append(_path(ends))
        return _lines(annotation, " ".join(paths))

    return mark


def _polygon(annotation: Dictionary) -> str:
    return _painted(annotation, _path(_points(annotation.get("/Vertices")), closed=True))


DRAWN: dict[str, Callable[[Dictionary], str]] = {
    "/Square": _square,
    "/Circle": _circle,
    "/Ink": _ink,
    "/Highlight": _highlight,
    "/Underline": _line_at(0.08),
    "/Squiggly": _line_at(0.08),
    "/StrikeOut": _line_at(0.45),
    "/Line": lambda annotation: _lines(annotation, _path(_points(annotation.get("/L")))),
    "/PolyLine": lambda annotation: _lines(annotation, _path(_points(annotation.get("/Vertices")))),
    "/Polygon": _polygon,
}
"""What draws each kind."""
