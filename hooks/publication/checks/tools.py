"""Programs of others that some rules need: where they are, and the error that says one did not run."""

from __future__ import annotations

import shutil
from pathlib import Path

NODE_MODULES = Path(__file__).parents[3] / "tests" / "node_modules"
"""What `tests/package.json` pins."""

BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
"""Programs of the system's Chromium; the one without a window is a fifth faster."""

BROWSER_OPTIONS = (
    "--no-sandbox",  # CI runs as root, where Chromium's sandbox does not start
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


class ToolError(Exception):
    """A program did not do its work, so nothing is known. The message says why."""


class MissingToolError(ToolError):
    """A program of the system is not installed. The message says what was left out, and how to have it."""


def chromium() -> str:
    """The browser that is installed; a MissingToolError where there is none."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise MissingToolError("No page was looked at in a browser: install Chromium (tests/install-browser)")
    return found
