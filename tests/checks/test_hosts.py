"""No page asks another host for anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.small_site import BASE, POLICY, change, put, said
from publication.checks import hosts

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "site/audits/neglect/index.html"
TOLD = "content/audits/neglect.md:2: its page /audits/neglect/ asks another host for something: "
ELSEWHERE = "https://cdn.example/x"


@pytest.mark.parametrize(
    "html",
    [
        f'<script src="{ELSEWHERE}"></script>',
        f'<link rel="stylesheet" href="{ELSEWHERE}">',
        f'<link rel="preconnect" href="{ELSEWHERE}">',
        f'<link rel="alternate stylesheet" href="{ELSEWHERE}">',
        f'<img src="{ELSEWHERE}" alt="">',
        f"<img src='{ELSEWHERE}' alt=''>",
        f'<img srcset="a.webp 1x, {ELSEWHERE} 2x" alt="">',
        f'<iframe src="{ELSEWHERE}"></iframe>',
        f'<object data="{ELSEWHERE}"></object>',
        f'<video poster="{ELSEWHERE}"></video>',
        f'<form action="{ELSEWHERE}"></form>',
        f'<a href="./" ping="{ELSEWHERE}">x</a>',
        f'<p style="background: url({ELSEWHERE})">x</p>',
        f"<style>p {{ background: url('{ELSEWHERE}') }}</style>",
        f'<script>fetch("{ELSEWHERE}")</script>',
        f'<svg><use href="{ELSEWHERE}"/></svg>',
        f'<meta http-equiv="refresh" content="0; url={ELSEWHERE}">',
    ],
)
def test_a_page_that_asks_another_host(html: str, root: Path) -> None:
    """Whatever a browser fetches by itself, or sends what a reader typed to."""
    change(root, PAGE, "</main>", f"{html}</main>")
    assert said(hosts.nothing_comes_from_another_host, root) == [TOLD + ELSEWHERE]


@pytest.mark.parametrize(
    "html",
    [
        f'<a href="{ELSEWHERE}">x</a>',
        f'<link rel="license" href="{ELSEWHERE}">',
        f'<img src="{BASE}posters/neglect-320-0a1b2c3d.webp" alt="">',
        '<img src="data:image/png;base64,AA==" alt="">',
        f'<script type="application/ld+json">{{"@context": "{ELSEWHERE}"}}</script>',
        '<script>document.createElementNS("http://www.w3.org/2000/svg", "svg")</script>',
        f"<p>Written as {ELSEWHERE}.</p>",
    ],
)
def test_a_page_that_asks_nobody(html: str, root: Path) -> None:
    """A link for the reader to follow, the site's own files, names of languages, and words."""
    change(root, PAGE, "</main>", f"{html}</main>")
    assert said(hosts.nothing_comes_from_another_host, root) == []


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("assets/css/site.css", f'@import "{ELSEWHERE}";'),
        ("assets/css/more.css", "@font-face { src: url(//cdn.example/x) }"),
        ("assets/js/more.js", f"import('{ELSEWHERE}')"),
        ("assets/js/more.js", "new WebSocket(`wss://cdn.example/x`)"),
        ("assets/mark.svg", f"<svg><style>a {{ fill: url({ELSEWHERE}) }}</style></svg>"),
    ],
)  # fmt: skip
def test_a_file_that_asks_another_host(file: str, content: str, root: Path) -> None:
    """Styles, scripts and drawings."""
    put(root, f"site/{file}", content)
    [told] = said(hosts.nothing_comes_from_another_host, root)
    assert told.startswith(f"site/{file}: asks another host for something: ")
    assert told.endswith("//cdn.example/x")


@pytest.mark.parametrize(
    "policy",
    [
        "",
        "script-src 'self'",
        "default-src 'self' https:",
        "default-src *",
        f"default-src 'self'; img-src {ELSEWHERE}",
    ],
)
def test_a_page_without_a_policy_of_its_own(policy: str, root: Path) -> None:
    """One that allows another host, or says nothing of what it does not name, protects nobody."""
    change(root, PAGE, POLICY, policy)
    assert said(hosts.every_page_forbids_other_hosts, root) == [
        "content/audits/neglect.md:2: its page /audits/neglect/ has no Content-Security-Policy that allows "
        "the site alone."
    ]
