"""Write what the cases give now: `python tests/audits/accept.py`. Read the messages aloud.

Beside each of `cases/` its messages, and in `normal/after` the normal form of each of `normal/before`.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "hooks"), str(Path(__file__).parents[1])]

from audits.sample import (  # noqa: E402
    CASES,
    NORMAL,
    lay_in,
    make_project,
    messages_of,
    names_of_cases,
    problems_in,
)
from publication.audits.tidy.normal_form import normal_form  # noqa: E402


def accept(path: Path, text: str) -> None:
    """Write the text where it is another than before, and show it."""
    if not path.exists() or path.read_bytes().decode("utf-8") != text:
        path.write_bytes(text.encode("utf-8"))
        print(f"--- {path.name}\n{text}", end="")


if __name__ == "__main__":
    for name in names_of_cases():
        with tempfile.TemporaryDirectory() as folder:
            root = make_project(Path(folder))
            lay_in(CASES / name, root)
            accept(messages_of(name), "".join(f"{line}\n" for line in problems_in(root)))
    for case in sorted((NORMAL / "before").glob("*.md")):
        accept(NORMAL / "after" / case.name, normal_form(case.read_bytes().decode("utf-8")))
