"""All posters and briefings of a publication on contact sheets, to be looked at: `make sheets`.

Beside them are those of made-up records of every length, and of records that are hard to set.
"""

from __future__ import annotations

import argparse
import datetime as dt
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
from PIL import Image

from posters.lengths import HARD, LENGTHS, briefing_of, of_length, poster_of
from project import PROJECT, PUBLICATION, TODAY, draw_posters, lay_out
from publication.build import CACHE, publish
from publication.posters.composed.briefing import compose_briefing
from publication.posters.composed.poster import compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SHEETS = PROJECT / CACHE / "sheets"
COLUMNS, ROWS = 6, 2
"""Pages on a sheet."""

CELL = (400, 566)
"""Pixels of a page on a sheet: its heading can be read, and its balance be seen."""

GAP = 8


def main() -> int:
    """Write the sheets, and say where they are."""
    parser = argparse.ArgumentParser(prog="make sheets", description="Posters and briefings to be looked at.")
    parser.add_argument("--publication", type=Path, default=PUBLICATION, help="a folder with content/")
    publication = parser.parse_args().publication.resolve()
    shutil.rmtree(SHEETS, ignore_errors=True)
    posters, briefings = made_of(publication)
    records = [*map(of_length, LENGTHS), *HARD.values()]
    of_lengths = [page for one in records for page in pages(compose(poster_of(one)))]
    of_lengths += [page for one in records for page in pages(compose_briefing(briefing_of(one)))]
    for name, shown in (("posters", posters), ("briefings", briefings), ("lengths", of_lengths)):
        for number, sheet in enumerate(sheets(shown), start=1):
            path = SHEETS / f"{name}-{number}.png"
            sheet.save(path)
            print(path.relative_to(PROJECT))
    return 0


def made_of(publication: Path) -> tuple[list[Image.Image], list[Image.Image]]:
    """The first pages of all posters, and all pages of all briefings, drafts too, as a preview has them."""
    is_ours = publication == PUBLICATION
    root = lay_out(SHEETS / "project", publication)
    if is_ours:
        draw_posters(root)
    found = publish(
        root,
        today=TODAY if is_ours else dt.date.today(),
        is_preview=True,
        environment={},
        say=lambda line: print(line, file=sys.stderr),
    )
    site = found.heads.site
    posters = [Image.open(one.files[one.pages[0].name]).convert("RGB") for one in site.posters.values()]
    return posters, [page for one in site.briefings.values() for page in pages(one.path.read_bytes())]


def pages(pdf: bytes) -> Iterator[Image.Image]:
    """The pages of a PDF, as wide as a cell."""
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield page.render(scale=CELL[0] / page.get_width()).to_pil().convert("RGB")


def sheets(shown: Sequence[Image.Image]) -> Iterator[Image.Image]:
    """The pages side by side, so many on a sheet; one that lies is as wide as those that stand."""
    size = (COLUMNS * (CELL[0] + GAP) + GAP, ROWS * (CELL[1] + GAP) + GAP)
    for start in range(0, len(shown), COLUMNS * ROWS):
        sheet = Image.new("RGB", size, "#888888")
        for place, page in enumerate(shown[start : start + COLUMNS * ROWS]):
            page.thumbnail(CELL)
            row, column = divmod(place, COLUMNS)
            sheet.paste(page, (GAP + column * (CELL[0] + GAP), GAP + row * (CELL[1] + GAP)))
        yield sheet


if __name__ == "__main__":
    sys.exit(main())
