"""The style sheets that pages load, each joined from its components in `overrides/assets/css/`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from publication.views.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Iterator

COMPONENTS = Path(__file__).parents[3] / "overrides" / "assets" / "css"
ADDRESS = "assets/css/"

SHEETS = {
    "site.css": (
        "tokens", "fonts", "base", "layout", "button", "forms", "marks", "banner", "footer", "page-head",
        "cards", "rows", "series", "landing", "audit", "finder", "dialog", "enlarged", "search",
    ),
    "print.css": ("print-page", "print-audit", "print-listings"),
    "editors.css": ("editor-form", "editor"),
}  # fmt: skip
"""The components of each sheet. Of two rules that weigh the same the later one holds: so what all pages share
comes first, and what stands on one kind of page last."""

_COMMENT = re.compile(r"\s*/\*.*?\*/", re.DOTALL)


def sheets() -> Iterator[Artefact]:
    """Each sheet at its address. They need no content: a preview has them whatever is to be mended."""
    for name, components in SHEETS.items():
        texts = ((COMPONENTS / f"{component}.css").read_text("utf-8") for component in components)
        yield Artefact(f"{ADDRESS}{name}", _COMMENT.sub("", "\n".join(texts)).lstrip())
