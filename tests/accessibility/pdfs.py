"""Every PDF of a built site, read back as a screen reader finds it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pikepdf import Pdf

from posters.pdf_faults import (
    faults,
    figures_without_text,
    is_in_order,
    is_tagged,
    language_of,
    read,
    shows_title,
    title_of,
)

if TYPE_CHECKING:
    from pathlib import Path

Kind = Literal["composed", "artwork", "pack"]


@dataclass(frozen=True)
class PdfFinding:
    """What was found in one PDF: `file` is its place below the site's folder.

    `composed` was made from a record, `artwork` was supplied, a `pack` holds the posters of a series.
    `is_in_order` says whether it is read in the order in which it is drawn. `problems` are sentences; those
    of artwork are its makers', and its page says so.
    """

    file: str
    kind: Kind
    is_tagged: bool
    language: str
    title: str
    is_title_shown: bool
    figures_without_text: int
    is_in_order: bool
    problems: tuple[str, ...]


def pdf_findings(site: Path) -> list[PdfFinding]:
    """What was found in each PDF of the built site, by their addresses.

    The copy of a poster at a former address of its audit is left out: it is the same file.
    """
    kinds = _kinds(site)
    known = {(site / file).read_bytes() for file in kinds}
    others = [path for path in site.rglob("*.pdf") if path.read_bytes() not in known]
    files: dict[str, Kind] = kinds | {path.relative_to(site).as_posix(): "pack" for path in others}
    return [_finding(site, file, files[file]) for file in sorted(files) if file.endswith(".pdf")]


def _kinds(site: Path) -> dict[str, Kind]:
    """What each poster is, by the site's open data: the words of artwork are given apart, others' are not."""
    data = json.loads((site / "audits.json").read_text("utf-8"))
    posters = [audit["poster"] for audit in data["audits"] if audit["poster"]]
    return {one["url"].removeprefix(data["url"]): "artwork" if one["text"] else "composed" for one in posters}


def _finding(site: Path, file: str, kind: Kind) -> PdfFinding:
    with Pdf.open(site / file) as pdf:
        reading = read(pdf)
        return PdfFinding(
            file=file,
            kind=kind,
            is_tagged=is_tagged(reading),
            language=language_of(pdf),
            title=title_of(pdf),
            is_title_shown=shows_title(pdf),
            figures_without_text=len(figures_without_text(reading)),
            is_in_order=is_in_order(reading),
            problems=tuple(faults(reading)),
        )
