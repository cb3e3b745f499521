"""What values must be beside well-formed: words of a list, and all different."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import AfterValidator, ValidationInfo

from publication.audits.problem import did_you_mean
from publication.audits.rule import wrong

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True)
class Known(AfterValidator):
    """A check against known words that also tells the JSON Schema which words these are."""

    told: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        made = {key: value for key, value in handler(schema).items() if key != "allOf"}
        return {**made, **self.told}


def listed(name: str, kind: str) -> Known:
    """The value must be in the list `name` of the vocabulary, which validation gets as its context.

    The JSON Schema has the list's name as `x-list`: its words are known when there is a vocabulary.
    """

    def check(value: str, info: ValidationInfo) -> str:
        # Without its list every value would be called unknown: one mistake, told a hundred times.
        known = (info.context or {}).get(name)
        return value if known is None else _found(value, kind, known)

    return Known(check, {"x-list": name, **_unknown(kind)})


def one_of(kind: str, *known: str, labels: Mapping[str, str] | None = None) -> Known:
    """The value must be one of the given words. `labels` has what readers see for each."""
    named = {"enumDescriptions": [labels[one] for one in known]} if labels else {}
    return Known(lambda value: _found(value, kind, known), {"enum": list(known), **named, **_unknown(kind)})


def _unknown(kind: str) -> dict[str, Any]:
    return {"x-messages": {"enum": f"'{{value}}' is not {kind}."}}


def _found(value: str, kind: str, known: Any) -> str:
    if value not in known:
        none_yet = " There is none yet: add it first, or remove this."
        hint = did_you_mean(value, known) if known else none_yet
        raise wrong(f"{_unknown(kind)['x-messages']['enum']}{hint}", value)
    return value


@dataclass(frozen=True)
class _Different(AfterValidator):
    """No value of a list is there twice: a page would show it twice, too."""

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        return {**handler(schema), "uniqueItems": True, "x-messages": {"uniqueItems": _TWICE}}


_TWICE = "has '{value}' twice. Keep one."


def _all_different(values: tuple[object, ...]) -> tuple[object, ...]:
    if twice := next((value for value in values if values.count(value) > 1), None):
        raise wrong(_TWICE, str(twice))
    return values


AllDifferent = _Different(_all_different)
