"""No page weighs more than a reader on a phone can be asked to load."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from checks.small_site import change, html_of, put, said
from publication.checks import weight

if TYPE_CHECKING:
    from pathlib import Path


def noise(count: int) -> str:
    """So many signs that no compression makes fewer."""
    return random.Random(3).randbytes(count // 2).hex()


def test_a_page_with_too_many_words(root: Path) -> None:
    """What counts is what a host sends: compressed."""
    put(root, "site/data/index.html", html_of("data/", "Data", "word " * 200_000))
    assert said(weight.no_page_is_over_its_weight, root) == []
    put(root, "site/data/index.html", html_of("data/", "Data", noise(100_000)))
    [told] = said(weight.no_page_is_over_its_weight, root)
    assert told.startswith("docs/data.md: the words of its page /data/ weigh 5")
    assert told.endswith(" bytes; 40,000 are allowed.")


def test_a_list_may_grow_with_its_audits(root: Path) -> None:
    """Each audit that it links to allows for more."""
    many = "".join(f'<a href="{number}/">x</a>' for number in range(30))
    put(root, "site/audits/index.html", html_of("audits/", "All", many + noise(100_000)))
    assert said(weight.no_page_is_over_its_weight, root) == []


def test_an_audit_may_be_as_long_as_its_record(root: Path) -> None:
    """What an editor wrote is not too much."""
    put(root, "site/audits/neglect/index.html", html_of("audits/neglect/", "Neglect", noise(100_000)))
    assert len(said(weight.no_page_is_over_its_weight, root)) == 1
    change(root, "content/audits/neglect.md", "Partners", noise(100_000) + "\n\nPartners")
    assert said(weight.no_page_is_over_its_weight, root) == []


def test_parts_and_first_pictures_that_weigh_too_much(root: Path) -> None:
    """Pictures that load when they are scrolled to do not count, and nothing counts twice."""
    put(root, "site/assets/js/large.js", noise(500_000))
    put(root, "site/posters/large.webp", bytes(300_000))
    put(root, "site/posters/another.webp", bytes(300_000))
    picture = '<img src="../posters/{}.webp" alt="" {}>'
    script = '<script src="../assets/js/large.js"></script>'
    late = picture.format("another", 'loading="lazy"')
    put(root, "site/data/index.html", html_of("data/", "Data", picture.format("large", "") * 2 + late))
    assert said(weight.no_page_is_over_its_weight, root) == []
    pictures = picture.format("large", "") + picture.format("another", "")
    put(root, "site/data/index.html", html_of("data/", "Data", script + pictures))
    first, parts = said(weight.no_page_is_over_its_weight, root)
    assert (
        first
        == "docs/data.md: the first pictures of its page /data/ weigh 600,000 bytes; 400,000 are allowed."
    )
    assert parts.startswith("docs/data.md: the styles, scripts and fonts of its page /data/ weigh 2")
