"""A navigation may have parts, and lead elsewhere: the menu shows all of it on one level."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

NAV = """nav:
  - index.md
  - To read:
      - All audits: audits/index.md
      - In pictures:
          - Posters: posters/index.md
  - coming-soon/index.md
  - Partners: https://partners.example/
"""


def test_a_nested_navigation(project: Path, tmp_path: Path) -> None:
    """Pages of a part stand in its place, in order, and the page that one is on is marked."""
    root = tmp_path / "project"
    shutil.copytree(project, root, ignore=shutil.ignore_patterns("site"))
    settings = (root / "mkdocs.yml").read_text("utf-8")
    settings = re.sub(r"(?m)^nav:\n(?:  .*\n)+", NAV, settings)
    assert NAV in settings
    (root / "mkdocs.yml").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    page = (root / "site/posters/index.html").read_text("utf-8")
    menu = page.partition('<nav class="menu"')[2].partition("</nav>")[0]
    found = re.findall(r'<a href="([^"]*)"( aria-current="page")?>', menu)
    assert [address for address, _ in found][:5] == [
        "..", "../audits/", "./", "../coming-soon/", "https://partners.example/",
    ]  # fmt: skip
    assert [address for address, is_here in found if is_here] == ["./"]
