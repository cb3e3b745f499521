"""Links of the built site that lead nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from publication.checks.links import broken_links

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "https://example.org/"


def broken(site: Path, html: str) -> list[str]:
    """What is found in `audits/index.html` with this HTML, beside a home page and a poster."""
    (site / "audits").mkdir()
    (site / "posters").mkdir()
    (site / "posters/a b.pdf").touch()
    (site / "posters/a-320.webp").touch()
    (site / "index.html").write_text('<p id="contact">Kat &amp; others</p><p id="a&amp;b"></p>', "utf-8")
    (site / "audits/index.html").write_text(html, "utf-8")
    return list(broken_links(site, ROOT))


@pytest.mark.parametrize(
    "link",
    [
        "../", "./", "..", ".", "../#contact", "../#a&amp;b", "#here", "../index.html#contact", "",
        "../posters/a%20b.pdf", "../posters/a-320.webp?v=1", "tel:+441514960123",
        "mailto:kat@example.org", "https://elsewhere.example/x", "//elsewhere.example/", "/anything",
        ROOT + "x/",
    ],
)  # fmt: skip
def test_links_that_lead_somewhere(link: str, tmp_path: Path) -> None:
    """Pages, places and files of the site; other hosts and the host's own addresses are not looked at."""
    assert broken(tmp_path, f'<a id="here" href="{link}">x</a>') == []


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<a href="gone/">x</a>', "the link 'gone/' leads nowhere."),
        ('<a href="../../outside/">x</a>', "the link '../../outside/' leads nowhere."),
        ('<a href="../posters/b.pdf">x</a>', "the link '../posters/b.pdf' leads nowhere."),
        ('<img src="../posters/b.webp">', "the link '../posters/b.webp' leads nowhere."),
        ('<a href="../#gone">x</a>', "the link '../#gone' leads to no place on that page."),
        ('<a href="#gone">x</a>', "the link '#gone' leads to no place on that page."),
        (
            '<a href="javascript:alert(1)">x</a>',
            "the link 'javascript:alert(1)' leads where none may. Begin it with https:, mailto: or tel:",
        ),
        (
            '<a href="data:text/html,x">x</a>',
            "the link 'data:text/html,x' leads where none may. Begin it with https:, mailto: or tel:",
        ),
        (
            '<img src="https://elsewhere.example/x.png">',
            "'https://elsewhere.example/x.png' would be fetched from another place. "
            "Put the file into the project.",
        ),
        (
            '<img srcset="../posters/a-320.webp 320w, ../posters/a-640.webp 640w">',
            "the link '../posters/a-640.webp' leads nowhere.",
        ),
    ],
)
def test_links_that_lead_nowhere(html: str, said: str, tmp_path: Path) -> None:
    """A page, a file, a picture, a place on a page and an entry of a srcset that are not there are told."""
    assert broken(tmp_path, html) == [f"audits/index.html: {said}"]
