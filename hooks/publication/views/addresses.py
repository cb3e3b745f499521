"""Where things stand on the site. Bookmarks and e-mails depend on these: see "Addresses" in the README."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HOME = ""
CONTACT = "#contact"
FINDER = "audits/"
GALLERY = "posters/"
COMING_SOON = "coming-soon/"
ACTIONS = "actions/"
EDITORS = "editors/"
BRIEFINGS = "briefings/"


def audit(slug: str) -> str:
    """One audit, whatever its status."""
    return f"audits/{slug}/"


def briefing(slug: str) -> str:
    """The briefing of an audit, as a page."""
    return f"audits/{slug}/briefing/"


def briefing_file(slug: str) -> str:
    """The briefing of an audit, as PDF."""
    return f"briefings/{slug}.pdf"


def chosen_briefings(slugs: Iterable[str]) -> str:
    """The page that puts these briefings together; it is their list where there is no JavaScript."""
    return f"{BRIEFINGS}?audits={','.join(slugs)}"


def series(slug: str) -> str:
    """The listing of a series."""
    return f"series/{slug}/"


def pack(slug: str) -> str:
    """All posters of a series as one PDF."""
    return f"series/{slug}/posters.pdf"


def briefing_pack(slug: str) -> str:
    """All briefings of a series as one PDF."""
    return f"series/{slug}/briefings.pdf"


def topic(slug: str) -> str:
    """The listing of a topic."""
    return f"topics/{slug}/"


def year(slug: str) -> str:
    """The listing of a financial year: `2018-19`."""
    return f"years/{slug}/"


def poster(name: str) -> str:
    """A poster's download or picture."""
    return f"posters/{name}"


def relative(to: str, at: str) -> str:
    """The link from the page `at` to the address `to`, so that the site works in any folder of a host."""
    if "://" in to:
        return to
    path, mark, fragment = to.partition("#")
    here, there = at.split("/")[:-1], path.split("/")
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    link = "../" * (len(here) - shared) + "/".join(there[shared:]) or "./"
    return ("" if path == at and mark else link) + mark + fragment
