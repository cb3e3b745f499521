"""A project with a site that keeps every rule, in a folder of the test's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks import small_site

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of the project; its site is in `site`."""
    small_site.make(tmp_path / "project")
    return tmp_path / "project"
