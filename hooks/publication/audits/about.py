"""What is declared of a field beside its type, and how the rest of the package reads it.

Whatever knows fields reads `declared`: the normal form, the policy, the public catalogue, the JSON Schema and
the form that is made from it, `make new`, `make diff`, the open data, and the table of the guide. So a new
field is declared, and shown in a template; nothing else is written for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args, get_origin

from publication.audits.choice import Known
from publication.audits.fields import Fields, Format, group_in


@dataclass(frozen=True)
class About:
    """What a field is for. Its name on the form and its hint stand below it: `Title. The audit's name.`"""

    part: str = ""
    """The part of the form that it stands in; without one it is not on the form, unless its group is."""
    means: str = ""
    """What it means to those who use the open data. Without it the field is not in the data."""
    before: str = ""
    """The field that it stands before in a record, where it is declared in another place."""
    statuses: tuple[str, ...] = ()
    """The statuses with which it may stand; none: any."""
    needed: tuple[str, ...] = ()
    """The statuses with which a record must have it, where not every record must."""
    goes_with: str = ""
    """Another field without which it may not stand."""
    is_kept: bool = False
    """Whether readers still see it when the audit is withdrawn."""
    example: str = ""
    """A value as it stands in a record, on one line."""
    one: str = ""
    """What an entry of a list of groups is called: `an action`."""
    asks: str = ""
    """How `make new` asks for it; without it, it does not."""
    asked: tuple[str, ...] = ()
    """The statuses with which `make new` asks; none: any."""


@dataclass(frozen=True)
class Declared:
    """A field as it was declared.

    `format` is that of its value, or of each of its values; "" of a group. These are chosen from the list of
    the vocabulary that `words` names, or from the `choices`, where there are such.
    """

    key: str
    label: str
    hint: str = ""
    about: About = field(default_factory=About)
    is_required: bool = False
    default: Any = None
    is_list: bool = False
    group: type[Fields] | None = None
    format: str = ""
    words: str = ""
    choices: tuple[str, ...] = ()

    @property
    def is_reference(self) -> bool:
        """Whether its value is the name of another record."""
        return self.format == "slug" and not self.is_list

    def fits(self, status: str) -> bool:
        """Whether it may stand in a record with this status."""
        return not self.about.statuses or status in self.about.statuses


@cache
def declared(model: type[Fields]) -> dict[str, Declared]:
    """The fields of a model by key, in the order in which a record has them."""
    found = {}
    for key, info in model.model_fields.items():
        label, _, hint = " ".join((info.description or key).split()).partition(". ")
        parts = [*info.metadata, *_parts(info.annotation)]
        formats = (one.name for one in parts if isinstance(one, Format))
        told = {key: value for one in parts if isinstance(one, Known) for key, value in one.told.items()}
        found[key] = Declared(
            key,
            label.removesuffix("."),
            hint,
            about=next((one for one in parts if isinstance(one, About)), About()),
            is_required=info.is_required(),
            default=info.default,
            is_list=any(get_origin(one) is tuple for one in parts),
            group=group_in(info.annotation),
            format=next(formats, ""),
            words=told.get("x-list", ""),
            choices=tuple(told.get("enum", ())),
        )
    for key in [one.key for one in found.values() if one.about.before]:
        found = _moved(found, key, found[key].about.before)
    return found


def _moved(fields: dict[str, Declared], key: str, before: str) -> dict[str, Declared]:
    """The fields with one of them before another."""
    keys = [one for one in fields if one != key]
    keys.insert(keys.index(before), key)
    return {one: fields[one] for one in keys}


def _parts(annotation: Any) -> list[Any]:
    """An annotation and all that it is made of, metadata too."""
    return [annotation, *(part for one in get_args(annotation) for part in _parts(one))]
