"""What changes of the publication itself: its names, contact, addresses and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.changes.change import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.publisher import Publisher

NAMES = {
    "name": "name",
    "short_name": "short name",
    "site_name": "name of the site",
    "description": "description",
}
CONTACT = {"name": "name", "role": "role", "email": "e-mail", "telephone": "telephone"}
ADDRESSES = {"site": "address of the site", "repository": "address of the repository"}
COLOURS = {"deep": "colour 'deep'", "accent": "colour 'accent'"}


def publisher_changes(before: Publisher, now: Publisher) -> Iterator[tuple[str, Change]]:
    """Every part that is another."""
    parts = [(name, getattr(before, key), getattr(now, key)) for key, name in NAMES.items()]
    for group, names, kind in (
        ("contact", CONTACT, "contact: "),
        ("addresses", ADDRESSES, ""),
        ("colours", COLOURS, ""),
    ):
        was, is_now = getattr(before, group), getattr(now, group)
        parts += [(f"{kind}{name}", getattr(was, key), getattr(is_now, key)) for key, name in names.items()]
    parts += [
        (f"palette '{key}'", _colours(before, key), _colours(now, key))
        for key in {**before.palettes, **now.palettes}
    ]
    for name, was, is_now in parts:
        if was != is_now:
            yield "publication", Change(name, f"{is_now or 'none'}; before: {was or 'none'}")


def _colours(publisher: Publisher, name: str) -> str:
    palette = publisher.palettes.get(name)
    return ", ".join(palette.model_dump().values()) if palette else ""
