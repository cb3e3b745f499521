"""The publication for tests as a project to look at: `make serve DEMO=1`.

Machinery, records and pages are links to those of the repository, so that the preview follows edits of them.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from project import MACHINERY, PROJECT, PUBLICATION, draw_posters

DEMO = Path(".cache/demo")
"""Where it is laid out, in the project's folder."""


def lay_out_demo(folder: Path) -> Path:
    """Links to machinery, records and pages, and the artwork drawn anew, in `folder`; what is kept stays."""
    shutil.rmtree(folder / "posters", ignore_errors=True)
    (folder / "posters").mkdir(parents=True)
    for source, names in ((PROJECT, MACHINERY), (PUBLICATION, ("content", "docs"))):
        for name in names:
            (folder / name).unlink(missing_ok=True)
            (folder / name).symlink_to(source / name)
    return draw_posters(folder)


if __name__ == "__main__":
    lay_out_demo(PROJECT / DEMO)
