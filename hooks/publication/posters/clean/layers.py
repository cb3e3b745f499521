"""Layers (optional content, ISO 32000-2, 8.11): what is switched off is taken out, what is on stays for good.

A reader's program could switch a layer on that nobody saw when the poster was read. A layer counts as off
where the file's own setting or its use for a screen says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream

from publication.posters.clean.content import Drawing, Step, array, drawings

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAINTS = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_SHOWS = {"Tj": [], "TJ": [], "'": ["T*"], '"': ["T*"]}
_DRAWS = {"Do", "sh", "BI"}
_DEEP = 20  # of conditions within conditions


class Layers:
    """The layers of a PDF, and which of them are off."""

    def __init__(self, pdf: Pdf) -> None:
        described = pdf.Root.get("/OCProperties")
        setting = described.get("/D") if isinstance(described, Dictionary) else None
        self._setting = setting if isinstance(setting, Dictionary) else Dictionary()
        self._on = {one.objgen for one in array(self._setting.get("/ON"))}
        self._off = {one.objgen for one in array(self._setting.get("/OFF"))}

    def hides(self, condition: Any, depth: int = 0) -> bool:
        """Whether what is on this layer, or under this condition of layers, is not shown."""
        if not isinstance(condition, Dictionary) or depth > _DEEP:
            return False
        if condition.get("/Type") != Name.OCMD:
            return self._is_off(condition)
        if isinstance(condition.get("/VE"), Array):
            return not self._holds(condition.VE, depth)
        given = condition.get("/OCGs")
        layers = array(given) if isinstance(given, Array) else [given]
        off = [self.hides(one, depth + 1) for one in layers if isinstance(one, Dictionary)]
        if not off:
            return False
        shown = {
            "/AllOn": not any(off), "/AnyOff": any(off), "/AllOff": all(off),
        }.get(str(condition.get("/P", "/AnyOn")), not all(off))  # fmt: skip
        return not shown

    def _holds(self, expression: Any, depth: int) -> bool:
        """Whether an expression of layers (And, Or, Not) is true."""
        parts = array(expression)
        if depth > _DEEP or not parts:
            return not self.hides(expression, depth + 1)
        held = [self._holds(part, depth + 1) for part in parts[1:]]
        if parts[0] == Name.Not:
            return not any(held)
        return all(held) if parts[0] == Name.And else any(held)

    def _is_off(self, layer: Dictionary) -> bool:
        usage = layer.get("/Usage")
        view = usage.get("/View") if isinstance(usage, Dictionary) else None
        if isinstance(view, Dictionary) and view.get("/ViewState") == Name.OFF:
            return True
        if layer.objgen in self._off:
            return True
        return self._setting.get("/BaseState") == Name.OFF and layer.objgen not in self._on

    def settle(self, pdf: Pdf) -> bool:
        """Take out what is off, and the layers themselves. Whether something was off.

        A file that names layers and does not describe them has them all on.
        """
        took_out = False
        for drawing in list(drawings(pdf)):
            if not self._has_layers(drawing):
                continue
            steps = drawing.steps()
            kept = list(self._kept(drawing, steps))
            took_out |= len(_drawn(kept)) < len(_drawn(steps))
            drawing.write(kept, pdf)
            for name, one in list(drawing.resources.get("/XObject", Dictionary()).items()):
                if isinstance(one, Stream) and self.hides(one.get("/OC")):
                    del drawing.resources.XObject[name]
        return took_out

    def _has_layers(self, drawing: Drawing) -> bool:
        """Whether it names a layer, or draws what stands on one."""
        if any(one.get("/Type") in (Name.OCG, Name.OCMD) for one in drawing.all("/Properties")):
            return True
        return any("/OC" in one for one in drawing.all("/XObject"))

    def _kept(self, drawing: Drawing, steps: list[Step]) -> Iterator[Step]:
        """The instructions without what is off. Those that only set a state stay, others may rest on it."""
        marks: list[tuple[bool, bool]] = []  # of each that is open: is it a layer, is it off
        for step in steps:
            if step.operator in ("BDC", "BMC"):
                is_layer = bool(step.operands) and step.operands[0] == Name.OC
                off = is_layer and len(step.operands) > 1 and self._is_hidden(drawing, step.operands[1])
                marks.append((is_layer, off))
                if is_layer:
                    continue
            elif step.operator == "EMC" and marks:
                if marks.pop()[0]:
                    continue
            elif step.operator == "Do" and self.hides(_layer_of(drawing, step)):
                continue
            elif any(off for _, off in marks):
                yield from _without_drawing(step)
                continue
            yield step

    def _is_hidden(self, drawing: Drawing, given: Any) -> bool:
        layer = drawing.named("/Properties", given) if isinstance(given, Name) else given
        return self.hides(layer)


def _layer_of(drawing: Drawing, step: Step) -> Any:
    drawn = drawing.named("/XObject", step.operands[0]) if step.operands else None
    return drawn.get("/OC") if isinstance(drawn, Stream) else None


def _drawn(steps: list[Step]) -> list[Step]:
    return [step for step in steps if step.operator in _PAINTS | _DRAWS | _SHOWS.keys()]


def _without_drawing(step: Step) -> Iterator[Step]:
    """What is left of an instruction that must not draw."""
    if step.operator in _PAINTS:
        yield Step("n", ())
    elif step.operator in _SHOWS:
        if step.operator == '"' and len(step.operands) == 3:
            yield Step("Tw", step.operands[:1])
            yield Step("Tc", step.operands[1:2])
        yield from (Step(name, ()) for name in _SHOWS[step.operator])
    elif step.operator not in _DRAWS:
        yield step
