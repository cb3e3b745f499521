"""How long tests wait: never for a time that a busy machine could overstep, and never for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PATIENCE = 60.0
"""Seconds for a command or a preview that takes two where nothing else is to do."""

BROWSER_PATIENCE = 20_000
"""Milliseconds for what a browser does at once where nothing else is to do."""


def stop_the_clock(page: Page) -> None:
    """From now on the page's timers wait for `page.clock.run_for(milliseconds)`."""
    page.clock.install(time=0)
    page.clock.pause_at(3600)
