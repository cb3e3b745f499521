"""A publication to be replaced, with its names in every corner, and names that another may have."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAMES = {
    "ampersand": "Marches & Isles Safeguarding Children Partnership",
    "apostrophe": "St Aelwyd's Safeguarding Children's Partnership",
    "long": "A partnership of safeguarding partners whose name in full is just 80 signs long.",
    "welsh": "Partneriaeth Diogelu Plant Dyffryn Ŵyn a'r Cylch: Tŷ Ŷd",
    "polish": "Partnerstwo «Bezpieczne Dzieci» Łódź-Żółć",
    "markup": "*Our* _own_ [partnership] #1: `safe` ~~together~~ {x}",
    "number": "1984",
}
assert len(NAMES["long"]) == 80

FILES = {
    "content/publication.yml": """\
name: Wintermere & Tarnside Safeguarding Children Partnership
short_name: WTSCP
site_name: What we learned
description: What Wintermere learned
contact: {role: WTSCB auditor, email: audits@wintermere.example}
addresses: {site: https://wintermere.example/}
colours: {deep: "#0d4850", accent: "#ffc845"}
palettes:
  lake: {deep: "#0d4850", mid: "#2b7a80", tint: "#e4f0ef"}
""",
    "content/vocabulary.yml": """\
topics: {neglect: Neglect in Wintermere}
agencies: {tarnside-police: Tarnside police}
plans: {cp: Child Protection}
acronyms: {WTSCB: Wintermere Safeguarding Children Board, CP: Child Protection}
""",
    "content/series/wintermere-audits.md": """\
---
title: Wintermere audits
order: 1
palette: lake
committees:
  - {name: WTSCB Performance Committee}
---

Audits of Wintermere.
""",
    "content/audits/neglect-in-tarnside.md": """\
---
title: Neglect in Tarnside
series: wintermere-audits
status: published
period: 2018/19
topics: [neglect]
---

Partners in Tarnside looked together.
""",
    "docs/index.md": "---\ntitle: What we learned\n---\n\n# Wintermere\n\nWords of the WTSCP.\n",
    "docs/tarnside.md": "# Tarnside\n\nWords.\n",
    "posters/README.md": "Artwork of the WTSCP.\n",
    ".gitignore": "/.cache/\n/site/\n__pycache__/\n",
}
TRACES = ("tarnside", "wintermere", "wtscb", "wtscp")


def lay_in(root: Path) -> None:
    """Put this publication in the place of the one that is there."""
    for part in ("content", "docs", "posters"):
        shutil.rmtree(root / part, ignore_errors=True)
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")


def files_in(root: Path) -> dict[str, bytes]:
    """Everything in the project but git's own files and the cache."""
    found = (path for path in root.rglob("*") if path.is_file() and {".git", ".cache"}.isdisjoint(path.parts))
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in found}
