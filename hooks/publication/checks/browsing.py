"""Pages in a browser: axe finds nothing on them, and they ask no other host for anything."""

from __future__ import annotations

import mimetypes
from typing import TYPE_CHECKING

from publication.checks import axe
from publication.checks.tools import BROWSER_OPTIONS, ToolError, chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page as Tab
    from playwright.sync_api import Route

    from publication.audits.problem import Problem
    from publication.checks.built import Page
    from publication.checks.subject import Subject

LEFT_OUT = ("experimental",)
"""Rules that axe's makers do not trust yet: a text may be right and break them."""

ADDRESS = "https://site.example/"
"""Where the browser is told that the site stands, if the site does not say it."""

MOST_CHANGED = 60
"""Pages looked at because a request changes them: a minute's work. One of each kind is looked at anyway."""


def no_page_shuts_anybody_out(subject: Subject) -> Iterator[Problem]:
    """Axe finds nothing on the longest page of each kind, nor on any page that a request changes."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise ToolError("Pages were not looked at in a browser: install it with make test") from None
    axe.script()
    base = subject.base or ADDRESS
    program = chromium()
    asked: list[str] = []
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=program, args=list(BROWSER_OPTIONS))
            tab = browser.new_page()
            tab.route("**/*", lambda route: _answer(route, subject, base, asked))
            for page in chosen(subject):
                yield from _look(page, tab, base, asked, subject)
            browser.close()
    except Error as error:
        raise ToolError(f"The browser stopped: {error.message.partition(chr(10))[0]}") from None


def chosen(subject: Subject) -> list[Page]:
    """The pages to look at, each once, in the order of their addresses."""
    longest: dict[str, Page] = {}
    for page in subject.site.pages:
        source = subject.sources.of(page.address)
        if source is None or page.moved_to is not None:  # its browser would have left it already
            continue
        other = longest.setdefault(source.kind, page)
        if len(page.html) > len(other.html):
            longest[source.kind] = page
    changed = [page for page in subject.site.pages if page.address in subject.changed]
    wanted = {page.file: page for page in (*longest.values(), *changed[:MOST_CHANGED])}
    return [wanted[file] for file in sorted(wanted)]


def _look(page: Page, tab: Tab, base: str, asked: list[str], subject: Subject) -> Iterator[Problem]:
    asked.clear()
    tab.goto(base + page.address)
    for violation in axe.look_at(tab, left_out=LEFT_OUT).violations:
        why = " ".join(violation["why"].split())
        said = f"on its page /{page.address} axe finds: {violation['help']} ({violation['rule']}). {why}"
        yield subject.sources.problem_at(page.address, violation["element"], said)
    for address in asked:
        said = f"its page /{page.address} asks another host for something when it is read: {address}"
        yield subject.sources.problem(page.address, said)


def _answer(route: Route, subject: Subject, base: str, asked: list[str]) -> None:
    """As the site's host would, from the built files. What is for another host is noted, and not sent."""
    url = route.request.url
    if not url.startswith(base):
        asked.append(url)
        route.abort()
    elif file := subject.site.file_at(url[len(base) :]):
        kind = mimetypes.guess_type(file)[0] or "application/octet-stream"
        route.fulfill(path=subject.site.folder / file, content_type=kind)
    else:
        route.fulfill(status=404, body="")
