"""Pages in a browser: what axe finds, and what they ask other hosts for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from checks.own_thread import in_own_thread
from checks.small_site import POLICY, change, html_of, put, subject
from publication.checks.browsing import chosen, no_page_shuts_anybody_out

if TYPE_CHECKING:
    from pathlib import Path


def test_the_longest_page_of_each_kind_is_looked_at(root: Path) -> None:
    """Pages of one kind are made of the same parts; one that leads on by itself cannot be looked at."""
    put(root, "site/topics/missing/index.html", html_of("topics/missing/", "Missing", "word " * 99))
    assert [page.address for page in chosen(subject(root))] == [
        "404.html", "actions/", "audits/", "audits/missing/", "audits/neglect/briefing/",
        "audits/neglect/", "audits/thresholds/",
        "briefings/", "coming-soon/", "data/", "editors/", "", "posters/",
        "series/multi-agency/", "topics/missing/", "years/2018-19/",
    ]  # fmt: skip


def test_pages_that_change_are_looked_at_too(root: Path) -> None:
    """By the record, its poster or the file in docs/. The vocabulary changes pages that are all alike."""
    of = subject(root).with_changed(
        ["content/audits/missing.md", "docs/data.md", "content/vocabulary.yml", "hooks/publish.py"]
    )
    assert of.changed == {"audits/missing/", "data/"}
    put(root, "site/topics/neglect/index.html", html_of("topics/neglect/", "Neglect", "word " * 99))
    of = replace(subject(root), changed=frozenset({"topics/missing/"}))
    assert {"topics/missing/", "topics/neglect/"} <= {page.address for page in chosen(of)}


def test_what_a_browser_finds(root: Path) -> None:
    """A field without a name, at its line of the hand-written page; a script that asks another host."""
    put(root, "docs/data.md", "# Data\n\n<b><input value='A heron stood'></b>\n")
    change(
        root,
        "site/data/index.html",
        '<a href="#part">',
        "<b><input value='A heron stood'></b><a href='#part'>",
    )
    put(root, "site/assets/js/x.js", "fetch('https://cdn.exam' + 'ple/x').catch(() => 0)")
    page = "site/audits/missing/index.html"
    change(root, page, "</head>", '<script src="../../assets/js/x.js"></script></head>')
    change(root, page, POLICY, "")
    found = in_own_thread(lambda: sorted(map(str, no_page_shuts_anybody_out(subject(root)))))
    label = "on its page /data/ axe finds: Form elements must have labels (label)."
    assert [one for one in found if label in one]
    asked = "its page /audits/missing/ asks another host for something when it is read: https://cdn.example/x"
    assert [one for one in found if "asks" in one] == [f"content/audits/missing.md:2: {asked}"]
