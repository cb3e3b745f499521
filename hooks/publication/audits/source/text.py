"""The text of a file, or why it cannot be read as text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

MAX_BYTES = 512 * 1024
"""A record of 100 pages has 300 kB; what is larger is a mistake, and would slow every reader of the page."""

CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff"
    r"\u2028\u2029\u202a-\u202e\u2066-\u2069]"
)
"""Also the signs that break a line or turn its direction: readers would see other words than the file has."""

UTF_16 = (b"\xff\xfe", b"\xfe\xff")
CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?: .*)?$", re.MULTILINE)
"""What git writes around two versions of the same lines; between them stands a row of seven `=`."""

HOW_TO_SAVE = "Save it again with the encoding UTF-8: in Notepad, File, Save as, Encoding."


def read_text(path: Path, file: str) -> str | Problem:
    """The text with line feeds only and no byte-order mark: both come from editors' tools and do no harm."""
    if path.is_symlink():
        return Problem(file, 0, "is a link to another file. Put the file itself here.")
    try:
        raw = path.read_bytes()
    except FileNotFoundError:
        return Problem(file, 0, "is missing. Put the file back.")
    except OSError:
        return Problem(file, 0, "cannot be opened. Is it a file, and may it be read?")
    if len(raw) > MAX_BYTES:
        return Problem(file, 0, f"is larger than {MAX_BYTES // 1024} kB. A record is text only: is this it?")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = 1 if raw.startswith(UTF_16) else raw[: error.start].count(b"\n") + 1
        said = "from here on it is not saved in the way that the site can read"
        return Problem(file, line, f"{said}. {HOW_TO_SAVE}")
    text = with_line_feeds(text)
    return unfit(text, file) or text


def with_line_feeds(text: str) -> str:
    """Each line ends as on Linux and Macs, whichever system it was typed on."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def unfit(text: str, file: str) -> Problem | None:
    """What no file of the content may have in it."""
    if control := CONTROL.search(text):
        return Problem(
            file,
            text[: control.start()].count("\n") + 1,
            "has an invisible control character. Delete the line and type it again.",
            column=control.start() - text.rfind("\n", 0, control.start()),
        )
    if conflict := CONFLICT.search(text):
        said = "two versions of these lines were put together here, and one has to be chosen"
        how = "Keep the lines of one, and remove the other and the rows of <<<<<<<, ======= and >>>>>>>."
        return Problem(file, text[: conflict.start()].count("\n") + 1, f"{said}. {how}", column=1)
    return None
