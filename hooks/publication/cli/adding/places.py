"""The file that an editor means by what was typed, pasted or dragged into a terminal."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path

from publication.audits.problem import did_you_mean
from publication.cli.adding.questions import NO_FILE


def find_file(typed: str, *folders: Path) -> Path | str:
    """The file, links followed, or what to do where there is none.

    Terminals put quotation marks around a dragged file, or a backslash before each of its spaces; `~` is the
    home folder. A name without a folder may be of any of the `folders`.
    """
    typed = typed.strip()
    if len(typed) > 1 and typed[0] == typed[-1] and typed[0] in "'\"":
        typed = typed[1:-1]
    for name in dict.fromkeys((typed, re.sub(r"\\(.)", r"\1", typed))):
        with suppress(OSError, RuntimeError, ValueError):  # no such home, a name that no file can have
            for folder in folders:
                path = folder / Path(name).expanduser()
                if path.exists():
                    return path.resolve()
    return NO_FILE.format(typed, _near(Path(typed), folders[0]))


def _near(path: Path, folder: Path) -> str:
    """The file beside it with the most similar name, if one is."""
    with suppress(OSError, RuntimeError, ValueError):
        beside = sorted(one.name for one in (folder / path.expanduser()).parent.iterdir() if one.is_file())
        near = did_you_mean(path.name, beside)
        return near if "Did you mean" in near else ""
    return ""
