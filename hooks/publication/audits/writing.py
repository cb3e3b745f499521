"""Changes to a record's front matter that leave every other sign of the file as it is."""

from __future__ import annotations

import re

_FRONT_MATTER = re.compile(r"(\ufeff?---[ \t]*\r?\n.*?)(^---[ \t]*(?:\r?\n|\Z))", re.DOTALL | re.MULTILINE)


def with_text(record: str, key: str, text: str) -> str:
    """The record with `key: |` and the text, indented, as the last entry of its front matter.

    Signs that a record may not hold (`<` and `>`) are left out. Raises ValueError where there is no
    front matter, or where it has the key already: nothing that an editor wrote is ever replaced.
    """
    found = _FRONT_MATTER.match(record)
    if not found:
        raise ValueError("has no front matter.")
    if re.search(rf"^{re.escape(key)}[ \t]*:", found[1], re.MULTILINE):
        raise ValueError(f"has '{key}' already. Remove it first if you want a new draft.")
    end = "\r\n" if found[1].endswith("\r\n") else "\n"
    lines = [f"  {line}".rstrip() for line in re.sub(r"[<>]", "", text).splitlines()]
    return found[1] + end.join([f"{key}: |", *lines, ""]) + record[found.end(1) :]
