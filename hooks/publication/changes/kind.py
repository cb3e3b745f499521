"""What kind of request a change is, by the paths of its files: that decides how much is tested."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Kind = Literal["content", "machinery"]

CONTENT = ("content/", "docs/", "posters/")
"""What editors change. Nothing in these folders is run: whatever else is changed is for developers."""


def kind_of(paths: Iterable[str]) -> Kind:
    """Machinery where one file is, also among a hundred of content. `paths` are relative to the project."""
    return "content" if all(path.startswith(CONTENT) for path in paths) else "machinery"
