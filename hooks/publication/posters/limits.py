"""What artwork may be: every limit with its reason, and the error that says one was broken.

Artwork comes from many hands and programs. The limits bound the time and memory that one file can cost, and
keep out what could not be read on a screen.
"""

from __future__ import annotations

from dataclasses import dataclass

MAX_BYTES = 40 * 1024 * 1024
"""Bytes of a file. A3 at 300 dpi as JPEG is 3 to 8 MB; more than 40 MB no reader on a phone can load."""

MAX_PIXELS = 40_000_000
"""Pixels of a decoded image. A2 at 300 dpi has 35 million; 40 million take 160 MB of memory to decode."""

MIN_LONG_SIDE = 1240
"""Pixels on the long side of an image. A4 at 105 dpi: below this, small print is not readable when
enlarged."""

MAX_RATIO = 10
"""Long side over short side. At 1280 pixels wide, ten times the height stays below WebP's 16,383 pixels."""

MAX_PAGES = 30
"""Pages of a PDF. A poster has one, a set of postcards a dozen; more is a report."""

MAX_PAGE_SIDE = 5670
"""Points on a side of a PDF page: 2 metres. A0 is 1.19 m; anything over 2 m is a mistake in the export."""

MAX_PAGE_TEXT = 20_000
"""Characters of text kept of a page. A page of a book has 3,000; more on a poster is not for reading."""

SECONDS = 30.0
"""Seconds of a processor that the check of one file may take. The slowest real poster takes one."""

MAKING_SECONDS = 90.0
"""Seconds of a processor for the pictures of one poster: 3 for each page of the longest PDF allowed."""

JOINING_SECONDS = 300.0
"""Seconds of a processor for one pack. Forty posters take ten."""

MEMORY = 352 * 1024 * 1024
"""Bytes that a worker may use to check a file: the largest image allowed needs two thirds of it."""

MAKING_MEMORY = 1536 * 1024 * 1024
"""Bytes that a worker may use to draw a poster, set one, or join many: what was checked is known by then."""


class ArtworkError(Exception):
    """A file that cannot be published. The message is for editors: what is wrong, then what to do.

    `private` says more, to whoever has the file before them: it may quote what must not become public.
    `is_of_file` is False where no file is wrong, but the disk or a folder: that is the same for all.
    """

    def __init__(self, message: str, private: str = "", *, is_of_file: bool = True) -> None:
        super().__init__(message)
        self.private = private
        self.is_of_file = is_of_file


@dataclass(frozen=True)
class Note:
    """A warning on a file that can be published. `private` is as of an ArtworkError."""

    text: str
    private: str = ""
