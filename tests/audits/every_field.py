"""A record with every field in it, made from what is declared: whoever adds a field finds it in the tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.about import Declared, declared
from publication.audits.record import AuditFields

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publication.audits.fields import Fields

VALUES = {
    "date": ("2019-09-01", "2019-10-02"),
    "month": ("2026-09", "2026-10"),
    "period": ("2018/19", "2017/18"),
    "whole-number": ("9", "7"),
}
"""Two values of each format that holds no words."""


def every_field(
    status: str,
    words: Mapping[str, Any],
    phrase: str = "planted",
    *,
    second: bool = False,
    model: type[Fields] = AuditFields,
) -> dict[str, Any]:
    """Every field that may stand with this status, as typed. Each text holds `phrase` and its own key.

    `words` has the known words of each list. With `second`, what holds no phrase is another than without.
    """
    made = {}
    for key, field in declared(model).items():
        if not field.fits(status):
            continue
        if field.group:
            inner = f"{phrase}-{key}"
            value: Any = every_field(status, words, inner, second=second, model=field.group)
        elif model is AuditFields and key == "status":
            value = status
        else:
            value = _value(field, words, phrase, second)
        made[key] = [value] if field.is_list else value
    return made


def _value(field: Declared, words: Mapping[str, Any], phrase: str, second: bool) -> str:
    if known := list(words[field.words] if field.words else field.choices):
        return str(known[0 if second else -1])
    if field.format in VALUES:
        return VALUES[field.format][second]
    name = f"{phrase}-{field.key}".replace("_", "-")
    return f"{name}.pdf" if field.format == "file-name" else name
