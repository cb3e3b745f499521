"""What an editor should look at in a PDF that can be published; and that it shows something at all."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import pikepdf

from publication.posters.clean.content import drawings
from publication.posters.clean.exif import quoted
from publication.posters.clean.fonts import names_of_missing
from publication.posters.intake.pixels import View, bands
from publication.posters.limits import ArtworkError, Note

if TYPE_CHECKING:
    from collections.abc import Iterator

_SIDE = 600  # pixels on the long side: a word in it is still some pixels of another colour
_MOST = 5  # fonts that are named

_NO_TITLE = re.compile(
    r"microsoft (?:word|powerpoint|publisher|excel|office)\b"
    r"|(?:powerpoint presentation|presentation\d*|slide \d+|document\d*|publication\d*)$|untitled"
    r"|.*\.(?:docx?|pptx?|pub|indd|xlsx?|od[tpg]|pdf|ai|psd|cdr|rtf)$",
    re.IGNORECASE,
)
"""Titles that a program gave, and names of files."""

FLAT = "This poster shows nothing: every page is of one colour. Export the poster again, and open the result."


def remarks(data: bytes, document: Any, title: str) -> Iterator[Note]:
    """On a PDF as it is published. An ArtworkError where none of its pages shows anything."""
    blank = [number for number, page in enumerate(document, start=1) if _is_flat(page)]
    if len(blank) == len(document):
        raise ArtworkError(FLAT)
    if blank:
        which = f"Page {blank[0]} is" if len(blank) == 1 else f"Pages {', '.join(map(str, blank))} are"
        yield Note(f"{which} blank. Leave out what is not needed, and export the poster again.")
    missing = _fonts_missing(data)
    if missing:
        more = f" and {len(missing) - _MOST} more" if missing[_MOST:] else ""
        some = ", ".join(f"'{name}'" for name in missing[:_MOST]) + more
        which = f"The font {some} is" if len(missing) == 1 else f"The fonts {some} are"
        how = "so each reader sees other letters. Export the poster again with all fonts embedded."
        yield Note(f"{which} not in the file, {how}")
    if title and _NO_TITLE.match(title):
        how = "Give the document a title in the program that made it, and export it again."
        yield Note(
            f"The file's own title, which readers see, is the name of a file or program. {how}",
            f"It is {quoted(title)}.",
        )


def _is_flat(page: Any) -> bool:
    picture = View(page, _SIDE / max(page.get_size())).picture()
    return all(band[0] == band[1] for band in bands(picture))


def _fonts_missing(data: bytes) -> list[str]:
    with pikepdf.Pdf.open(io.BytesIO(data)) as pdf:
        return names_of_missing([font for one in drawings(pdf) for font in one.all("/Font")])
