"""Every built page keeps every rule of `structure.RULES`, and every rule finds what breaks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from lxml import html

from accessibility.built_page import Page, read_pages
from accessibility.kinds import kinds_of
from accessibility.structure import RULES, structure_errors

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
<html lang="en-GB"><head><title>Neglect - Learning</title><meta name="viewport" content="width=device-width">
</head><body><a href="#main">Skip to the main part</a><header>Banner</header><main id="main"><h1>Neglect</h1>
<p>Words</p></main><footer>Footer</footer></body></html>"""

BREAKING = {
    "one-h1": ["<h1>Second</h1>"],
    "headings-in-order": ["<h3>Too deep</h3>", "<h2>Two</h2><h4>Four</h4>"],
    "headings-have-words": ["<h2></h2>", "<dialog><h2><span aria-hidden='true'>x</span></h2></dialog>"],
    "parts-of-the-page": ["<main>Second</main>", "<div role='contentinfo'></div></main><header>2</header>"],
    "landmarks-named-apart": [
        "<nav>Links</nav>",
        "<aside>Beside</aside>",
        "<form role='search'></form>",
        "<nav aria-label='Topics'></nav><nav aria-label='Topics'></nav>",
        "<section aria-labelledby='x'><h2 id='x'>A</h2></section><section aria-label='A'></section>",
    ],
    "title-names-the-page": [],
    "links-make-sense-alone": [
        "<a href='/x'></a>",
        "<a href='/x'>Read more…</a>",
        "<a href='/x'>Here</a>",
        "<a href='/x' title='Neglect'><img alt=''></a>",
        "<a href='/x'>https://example.org/x</a>",
    ],
    "same-name-same-address": ["<a href='/x'>Neglect</a><a href='/y'>neglect</a>"],
    "pictures-have-text": ["<img src='x.png'>", "<img src='x.png' alt='x.png'>", "<svg></svg>"],
    "controls-are-labelled": [
        "<input>",
        "<label for='y'>Words</label><input id='x'>",
        "<select title='Sort'></select>",
        "<button><svg aria-hidden='true'></svg></button>",
        "<fieldset><input aria-label='x'></fieldset>",
    ],
    "language": [],
    "tab-order": ["<button tabindex='1'>First</button>"],
    "references-lead-somewhere": [
        "<p id='main'>Second</p>",
        "<label for='x'>Words</label>",
        "<section aria-labelledby='x'></section>",
        "<a href='#x'>Neglect</a>",
    ],
    "nothing-said-twice": [
        "<nav role='navigation'></nav>",
        "<input required aria-required='true'>",
        "<dialog aria-modal='true'></dialog>",
        "<a href='/x' aria-label='Neglect'>Neglect</a>",
        "<label>Words<input aria-label='Words'></label>",
        "<div aria-label='Words'></div>",
    ],
    "tables-have-headers": ["<table><tr><td>1</table>", "<table><tr><th><th>A<tr><td>1<td>2</table>"],
    "no-tooltips": ["<a href='/x' title='Neglect'>Neglect</a>", "<abbr>CP</abbr>"],
    "zoom-is-free": ["<meta name='viewport' content='width=device-width, user-scalable=no'>"],
    "nothing-moves-by-itself": [
        "<input autofocus>",
        "<meta http-equiv='refresh' content='5; url=/x'>",
    ],
    "first-link-skips-to-main": [],
}
"""Parts that break a rule where they stand in the main part of a good page."""

BROKEN_PAGES = {
    "title-names-the-page": GOOD.replace("<title>Neglect", "<title>Learning"),
    "language": GOOD.replace("en-GB", "en"),
    "first-link-skips-to-main": GOOD.replace('href="#main"', 'href="/x"'),
}


def page_of(source: str) -> Page:
    """A page with this source, alone on its site."""
    page = Page("x/index.html", html.document_fromstring(source), {})
    return Page(page.name, page.root, {page.title: [page.name]})


@pytest.fixture(scope="module")
def pages(site: Path) -> list[Page]:
    """Every page of the built site; every kind of page is among them."""
    pages = read_pages(site)
    headings = {page.name: [words for level, words in page.headings if level == 1] for page in pages}
    assert len(pages) > 50
    for kind in kinds_of(site).values():
        [found] = headings[kind.path if kind.path.endswith(".html") else f"{kind.path}index.html"]
        assert found.startswith(kind.heading)
    return pages


@pytest.mark.parametrize("rule", RULES)
def test_every_page_keeps_the_rule(pages: list[Page], rule: str) -> None:
    """Every page of the built site, of every kind."""
    assert structure_errors(pages, rule) == []


@pytest.mark.parametrize("rule", RULES)
def test_a_good_page_is_let_alone(rule: str) -> None:
    """A rule finds nothing in a page without fault."""
    assert structure_errors([page_of(GOOD)], rule) == []


@pytest.mark.parametrize(
    ("rule", "part"), [(rule, part) for rule, parts in BREAKING.items() for part in parts]
)
def test_a_rule_finds_what_breaks_it(rule: str, part: str) -> None:
    """Each rule is broken by each of these parts, and says so with the page's name."""
    errors = structure_errors([page_of(GOOD.replace("<p>Words</p>", part))], rule)
    assert errors
    assert all(error.startswith("x/index.html: ") for error in errors)


@pytest.mark.parametrize("rule", BROKEN_PAGES)
def test_a_rule_finds_a_broken_page(rule: str) -> None:
    """What stands outside of the main part is looked at too."""
    assert structure_errors([page_of(BROKEN_PAGES[rule])], rule)


def test_an_old_address_has_the_title_of_its_page() -> None:
    """What leads on at once is never seen in a tab."""
    source = GOOD.replace("<meta", "<meta http-equiv='refresh' content='0; url=/y'><meta", 1)
    page = page_of(source)
    twice = Page(page.name, page.root, {page.title: ["y/index.html", "z/index.html"]})
    assert structure_errors([twice], "title-names-the-page") == []


def test_two_pages_of_one_title_are_found() -> None:
    """A reader with many tabs open tells pages by their titles."""
    page = page_of(GOOD)
    twice = Page(page.name, page.root, {page.title: [page.name, "y/index.html"]})
    [error] = structure_errors([twice], "title-names-the-page")
    assert error.endswith("is also that of y/index.html")


def test_every_rule_is_tried() -> None:
    """No rule is without a page that breaks it, and none without a sentence on what it asks."""
    assert {rule for rule, parts in BREAKING.items() if parts or rule in BROKEN_PAGES} == RULES.keys()
    assert all(rule.__doc__ for rule in RULES.values())
