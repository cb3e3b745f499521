"""Where things stand on the site. Bookmarks and e-mails depend on these: see "Addresses" in the README."""

from __future__ import annotations

import posixpath

HOME = ""
FINDER = "audits/"
GALLERY = "posters/"
COMING_SOON = "coming-soon/"


def audit(slug: str) -> str:
    """One audit, whatever its status."""
    return f"audits/{slug}/"


def series(slug: str) -> str:
    """The listing of a series."""
    return f"series/{slug}/"


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
    link = posixpath.relpath(path or ".", at or ".")
    if not path or path.endswith("/"):
        link += "/"
    return ("" if path == at and mark else link) + mark + fragment
