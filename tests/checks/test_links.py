"""Links of pages that lead nowhere are told where they were written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from checks.small_site import BASE, change, html_of, put, said, subject
from publication.checks.links import broken_links, every_link_resolves

if TYPE_CHECKING:
    from pathlib import Path

AT = "site/audits/neglect/index.html"


def broken(html: str, root: Path, base: str = BASE) -> list[str]:
    """What is said of the page of an audit with this HTML in it, which no record has."""
    put(root, "site/posters/a b.pdf", b"")
    put(root, AT, html_of("audits/neglect/", "Neglect", f'<p id="a&amp;b"><b id="here"></b></p>{html}'))
    of = subject(root)
    return [str(problem) for problem in broken_links(of.site, of.sources, base)]


@pytest.mark.parametrize(
    "link",
    [
        "../", "./", "..", ".", "../../", "../../data/#part", "#a&amp;b", "#here", "", "?q=1", "../?q=1#main",
        "../../data/index.html#part", "../../posters/a%20b.pdf", "../../posters/neglect.pdf?v=1#page=2",
        "data:image/png;base64,AA==", "mailto:trial@partnership.example", "https://elsewhere.example/x",
        "//elsewhere.example/", "/another-site-of-the-host/", "/learning/audits/", f"{BASE}data/#part",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere(link: str, root: Path) -> None:
    """Pages, places and files of the site are there; other sites, on its own host too, are not looked at."""
    assert broken(f'<a href="{link}">x</a>', root) == []


@pytest.mark.parametrize(
    ("html", "link", "why"),
    [
        ('<a href="gone/">x</a>', "gone/", "leads nowhere"),
        ('<a href="../../../outside/">x</a>', "../../../outside/", "leads nowhere"),
        ("<a href='../../posters/b.pdf'>x</a>", "../../posters/b.pdf", "leads nowhere"),
        ('<img src="../../posters/b.webp">', "../../posters/b.webp", "leads nowhere"),
        ('<a href="../../#gone">x</a>', "../../#gone", "leads to no place on that page"),
        ('<a href="#gone">x</a>', "#gone", "leads to no place on that page"),
        ('<a href="/learning/gone/">x</a>', "/learning/gone/", "leads nowhere"),
        (f'<a href="{BASE}gone/">x</a>', f"{BASE}gone/", "leads nowhere"),
        (
            '<a href="javascript:alert(1)">x</a>',
            "javascript:alert(1)",
            "leads where none may: links begin with https:, http:, mailto: or tel:",
        ),
        ('<meta http-equiv="refresh" content="0; url=gone/">', "gone/", "leads nowhere"),
        (
            '<img srcset="../../posters/neglect-320-0a1b2c3d.webp 320w, ../../posters/a-640.webp 640w">',
            "../../posters/a-640.webp",
            "leads nowhere",
        ),
    ],
)
def test_links_that_lead_nowhere(html: str, link: str, why: str, root: Path) -> None:
    """A link that no source has, because a template made it, is told at what the page was made from."""
    expected = f"content/audits/neglect.md:2: the link '{link}' of its page /audits/neglect/ {why}."
    assert broken(html, root) == [expected]


def test_a_heading_is_no_link(root: Path) -> None:
    """A link that no source has is not told at the first line with a # in it."""
    put(root, "site/data/index.html", html_of("data/", "Data", '<a href="gone/">x</a>'))
    assert said(every_link_resolves, root) == [
        "docs/data.md: the link 'gone/' of its page /data/ leads nowhere."
    ]


def test_a_comment_and_a_script_have_no_links(root: Path) -> None:
    """What looks like a tag in them leads nowhere, and need not."""
    assert broken('<!-- <a href="gone/"> --><script>x = \'<a href="gone/">\'</script>', root) == []


def test_without_the_sites_address_relative_links_are_looked_at_all_the_same(root: Path) -> None:
    """Those that begin with a slash are not: nobody knows in which folder of its host the site stands."""
    assert len(broken('<a href="gone/">x</a><a href="/gone/">x</a>', root, base="")) == 1


def test_a_link_is_told_at_the_line_of_its_record(root: Path) -> None:
    """Written in a record, shown on several pages: one problem, with the link that was probably meant."""
    change(root, "content/audits/neglect.md", "(../missing/)", "(../mising/)")
    change(root, AT, "../missing/", "../mising/")
    put(root, "site/coming-soon/index.html", html_of("coming-soon/", "Soon", '<a href="../mising/">x</a>'))
    assert said(every_link_resolves, root) == [
        "content/audits/neglect.md:12: the link '../mising/' leads nowhere. Did you mean '../missing/'?"
    ]


def test_a_link_that_only_works_on_one_page_is_told_how_to_write(root: Path) -> None:
    """A record's words stand in lists too, where a link from its own page leads elsewhere."""
    put(root, "site/audits/index.html", html_of("audits/", "All", '<a href="../missing/">x</a>'))
    assert said(every_link_resolves, root) == [
        "content/audits/neglect.md:12: the link '../missing/' leads nowhere from the page /audits/, which "
        f"shows these words too. Write it in full: {BASE}audits/missing/"
    ]


def test_a_link_of_a_hand_written_page_is_told_at_its_line(root: Path) -> None:
    """Also where MkDocs has changed the link: the place behind the # is still the editor's own."""
    put(root, "docs/data.md", "# Data\n\n[One](indx.md) and\n[another](index.md#gone).\n")
    html = '<a href="indx.md">One</a><a href="../#gone">another</a>'
    put(root, "site/data/index.html", html_of("data/", "Data", html))
    assert said(every_link_resolves, root) == [
        "docs/data.md:3: the link 'indx.md' leads nowhere. Mend its address, or remove it.",
        "docs/data.md:4: the link '../#gone' leads to no place on that page. Mend its address, or remove it.",
    ]
