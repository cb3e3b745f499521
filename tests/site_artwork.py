"""The artwork that the records of `site/trial` name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from posters.samples import laden_jpeg, laden_png, pdf, png

if TYPE_CHECKING:
    from pathlib import Path


def write_artwork(folder: Path) -> None:
    """One file of each format, with what must not be published inside, and one under embargo."""
    (folder / "trial pages.pdf").write_bytes(pdf(pages=2, words="Trial words\nof a page"))
    (folder / "trial.jpg").write_bytes(laden_jpeg())
    (folder / "trial.png").write_bytes(laden_png())
    (folder / "embargo-canary.png").write_bytes(png())
