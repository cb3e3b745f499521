"""Where things stand, and how a page links to them."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.views import addresses
from publication.views.addresses import relative


@pytest.mark.parametrize(
    ("to", "at", "link"),
    [
        ("audits/", "", "audits/"),
        ("", "", "./"),
        ("", "audits/neglect/", "../../"),
        ("audits/", "audits/", "./"),
        ("audits/neglect/", "audits/", "neglect/"),
        ("audits/neglect/", "audits/missing/", "../neglect/"),
        ("posters/neglect.pdf", "audits/neglect/", "../../posters/neglect.pdf"),
        ("posters/neglect.pdf", "posters/", "neglect.pdf"),
        ("audits/neglect/#facts", "audits/neglect/", "#facts"),
        ("#contact", "audits/", "../#contact"),
        ("#contact", "", "#contact"),
        ("https://example.org/", "audits/", "https://example.org/"),
    ],
)
def test_relative(to: str, at: str, link: str) -> None:
    """Links are relative, so that the site works in any folder of a host."""
    assert relative(to, at) == link


paths = st.lists(st.sampled_from(["audits", "posters", "a", "b"]), max_size=3).map(
    lambda parts: "".join(f"{part}/" for part in parts)
)


@given(to=paths, file=st.sampled_from(["", "x.pdf", "x.pdf#page=2", "#facts"]), at=paths)
def test_a_link_leads_where_it_should(to: str, file: str, at: str) -> None:
    """A browser that follows the link from the page comes to the address."""
    root = "https://example.org/folder/"
    assert urljoin(root + at, relative(to + file, at)) == root + to + file


def test_addresses() -> None:
    """Bookmarks, e-mails and checks depend on these."""
    assert (addresses.HOME, addresses.FINDER, addresses.GALLERY) == ("", "audits/", "posters/")
    assert addresses.COMING_SOON == "coming-soon/"
    assert addresses.audit("neglect") == "audits/neglect/"
    assert addresses.series("multi-agency") == "series/multi-agency/"
    assert addresses.topic("neglect") == "topics/neglect/"
    assert addresses.year("2018-19") == "years/2018-19/"
    assert addresses.poster("neglect.pdf") == "posters/neglect.pdf"
