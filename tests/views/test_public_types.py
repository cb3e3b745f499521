"""A view that asks for more than is public does not pass the types."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from project import PROJECT

if TYPE_CHECKING:
    from pathlib import Path

VIEW = """\
from publication.audits.audit import Audit
from publication.audits.catalogue import Catalogue
from publication.audits.public import PublicAudit
from publication.views.site import Site

def view(site: Site, whole: Catalogue, audit: PublicAudit, record: Audit) -> None:
"""
ASKED = {
    "print(audit.title, audit.opening, site.catalogue.audits[0].title)": "",
    "print(audit.poster)": '"PublicAudit" has no attribute "poster"',
    "print(site.catalogue.unfinished)": 'has no attribute "unfinished"',
    "Site(whole, whole, {}, site.today)": 'incompatible type "Catalogue"',
    "site.released([record])": 'incompatible type "Audit"',
}
"""What a view does, and what mypy says of it."""


def test_what_a_view_may_ask_for(tmp_path: Path) -> None:
    """Public fields pass; what the build alone knows, a record or the whole catalogue do not."""
    view = tmp_path / "view.py"
    view.write_text(VIEW + "".join(f"    {line}\n" for line in ASKED), "utf-8")
    command = ["-m", "mypy", "--config-file", "pyproject.toml", "--no-error-summary", str(view)]
    environment = os.environ | {"MYPYPATH": "hooks"}
    done = subprocess.run(
        [sys.executable, *command], cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
    )
    said = done.stdout.splitlines()
    for number, (line, expected) in enumerate(ASKED.items(), start=VIEW.count("\n") + 1):
        found = [one for one in said if f"view.py:{number}: error:" in one]
        assert bool(found) == bool(expected), (line, done.stdout)
        assert all(expected in one for one in found[:1]), found
