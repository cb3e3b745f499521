"""No page asks another host for anything: who reads here is known to nobody else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.audits.problem import Problem
from publication.checks.markup import candidates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.checks.markup import Element
    from publication.checks.subject import Subject

ONLY_SAID = {"alternate", "author", "canonical", "help", "license", "next", "prev", "search"}
"""Relations of a `link` that a browser does not follow by itself. Any other it may fetch."""

FETCHED = {"src", "poster", "data", "action", "formaction", "ping", "background"}
"""Attributes whose address is asked for, or gets what a reader typed."""

NAMES = ("http://www.w3.org/", "https://github.com/cfworker")
"""Addresses in scripts that no browser asks for: names of languages, and a validator's base of names."""

_ELSEWHERE = re.compile(r"(?:https?|wss?|ftp):|//", re.IGNORECASE)
_IN_STYLE = re.compile(r"(?:url\(\s*[\"']?|@import\s+[\"'])((?:https?:)?//[^\"')\s]+)", re.IGNORECASE)
_IN_SCRIPT = re.compile(r"[\"'`]((?:https?:|wss?:)?//[\w-]+(?:\.[\w-]+|:\d)[^\"'`\s]*)", re.IGNORECASE)
_POLICY = re.compile(r"\s*default-src '(?:none|self)'(?:;|$)")
_ORIGIN = re.compile(r"\*|https?:|wss?:|'unsafe-")


def nothing_comes_from_another_host(subject: Subject) -> Iterator[Problem]:
    """Scripts, styles, fonts, pictures and forms are the site's own."""
    for page in subject.site.pages:
        for element in page.elements:
            for address in _fetched(element):
                if _is_elsewhere(address, subject):
                    said = f"its page /{page.address} asks another host for something: {address}"
                    yield subject.sources.problem(page.address, said)
    for file in subject.site.texts:
        asks = {".css": _IN_STYLE, ".svg": _IN_STYLE, ".js": _IN_SCRIPT}.get(file[file.rfind(".") :])
        for address in asks.findall(subject.site.text(file)) if asks else ():
            if _is_elsewhere(address, subject):
                yield Problem(f"site/{file}", 0, f"asks another host for something: {address}")


def every_page_forbids_other_hosts(subject: Subject) -> Iterator[Problem]:
    """Each page has a policy by which a browser asks no other host, whatever finds its way into the page."""
    for page in subject.site.pages:
        policies = [policy for policy in map(_policy, page.elements) if policy is not None]
        if not any(_POLICY.match(policy) and not _ORIGIN.search(policy) for policy in policies):
            said = f"its page /{page.address} has no Content-Security-Policy that allows the site alone."
            yield subject.sources.problem(page.address, said)


def _policy(element: Element) -> str | None:
    is_policy = element.get("http-equiv").lower() == "content-security-policy"
    return element.get("content") if is_policy else None


def _fetched(element: Element) -> Iterator[str]:
    """Every address that a browser asks for because of this element."""
    if element.tag in ("a", "area"):
        yield element.get("ping")
        return
    if element.tag == "link" and not set(element.get("rel").lower().split()) <= ONLY_SAID:
        yield element.get("href")
    elif element.tag in ("image", "use", "feimage", "base"):
        yield element.get("href") or element.get("xlink:href")
    elif element.tag == "style":
        yield from _IN_STYLE.findall(element.text)
    elif element.tag == "script" and "json" not in element.get("type"):
        yield from _IN_SCRIPT.findall(element.text)
    if element.get("http-equiv").lower() == "refresh":
        yield element.get("content").partition("url=")[2]
    for name, value in element.attributes.items():
        if name in FETCHED:
            yield value
        elif name in ("srcset", "imagesrcset"):
            yield from candidates(value)
        elif name == "style":
            yield from _IN_STYLE.findall(value)


def _is_elsewhere(address: str, subject: Subject) -> bool:
    own = (*NAMES, subject.base) if subject.base else NAMES
    return bool(_ELSEWHERE.match(address.strip())) and not address.startswith(own)
