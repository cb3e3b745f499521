"""The artwork of the benchmark: sheets of random words, in the sizes and formats that editors send.

The same number gives the same picture, and no two numbers do. Drawing 900 takes minutes, so what was drawn is
kept in `.cache/bench/` and the clock of the benchmark never sees it.
"""

from __future__ import annotations

import hashlib
import os
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import artwork
from artwork import Panel, Sheet, document, picture
from bench.records import sentence
from project import PROJECT

if TYPE_CHECKING:
    from collections.abc import Callable

KEPT = PROJECT / ".cache" / "bench"

KINDS = {"j": (1754, 2480, "jpg"), "p": (1240, 1754, "png"), "b": (3508, 4961, "jpg"), "d": (0, 0, "pdf")}
"""Width and height in pixels, and ending: A3 at 150 dpi, A4 at 150 dpi, A3 at 300 dpi, and PDF."""

MIX = "jpjjpjjpjbjpjpjpjpjj"
"""Of 20 posters 12 are `j` (60%), 7 are `p` (35%) and one is `b` (5%), in an order that spreads them."""

PDF_EVERY = 45
"""Every 45th poster is a PDF instead: 20 of 900."""


def kind_of(number: int) -> str:
    """Return the key in `KINDS` of the poster with this number, from 0."""
    return "d" if number % PDF_EVERY == 17 else MIX[number % len(MIX)]


def artworks(count: int, say: Callable[[int, int], None]) -> list[Path]:
    """Return the first `count` posters, in order; what is not kept yet is drawn, on every processor.

    `say` is told (done, total) of those that have to be drawn.
    """
    drawn_by = b"".join(Path(file).read_bytes() for file in (__file__, artwork.__file__))
    folder = KEPT / f"artwork-{hashlib.sha256(drawn_by).hexdigest()[:8]}"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"bench-{number:04}.{KINDS[kind_of(number)][2]}" for number in range(count)]
    lacking = [number for number, path in enumerate(paths) if not path.exists()]
    if lacking:
        with ProcessPoolExecutor() as pool:
            for done, _ in enumerate(pool.map(_keep, lacking, [paths[n] for n in lacking]), start=1):
                say(done, len(lacking))
    return paths


def _keep(number: int, path: Path) -> None:
    unfinished = path.with_suffix(".part")
    kind = kind_of(number)
    if kind == "d":
        unfinished.write_bytes(document(sheet(number)))
    else:
        image = picture(sheet(number), KINDS[kind][:2], columns=2)
        if kind == "p":
            image.save(unfinished, "PNG", dpi=(150, 150))
        else:
            dpi = 300 if kind == "b" else 150
            image.save(unfinished, "JPEG", quality=85, dpi=(dpi, dpi))
    os.replace(unfinished, path)  # noqa: PTH105 - so that a run that is stopped leaves whole files only


def sheet(number: int) -> Sheet:
    """Write more panels than a sheet has room for, so that it is full."""
    random = Random(number)
    panels = tuple(
        Panel(
            sentence(random, 3).rstrip("."), tuple(sentence(random, 12) for _ in range(random.randint(2, 4)))
        )
        for _ in range(14)
    )
    return Sheet(f"{sentence(random, 7)} {number}", panels, number)
