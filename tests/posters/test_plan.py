"""The plan: every name, width and height, before a pixel is opened."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publication.posters.artwork import Artwork, Page
from publication.posters.plan import plan


def artwork(kind: str, *pages: Page, digest: str = "d" * 64) -> Artwork:
    texts = ("",) * len(pages)
    return Artwork(Path("nowhere"), kind, digest, 1, pages, texts, None, (), ())


def sizes(poster) -> list[tuple[int, int, int]]:
    return [(one.page, one.width, one.height) for one in poster.renditions]


def test_three_widths_of_the_first_page():
    """A4 at 150 dpi gets 320, 640 and 1280 pixels, with the heights of its shape."""
    assert sizes(plan("x", artwork("jpeg", Page(1754, 2480)))) == [
        (1, 320, 452),
        (1, 640, 905),
        (1, 1280, 1810),
    ]


def test_later_pages_get_the_wide_one_only():
    """Pages after the first are seen enlarged only."""
    poster = plan("x", artwork("pdf", Page(595, 842), Page(842, 595)))
    assert sizes(poster)[3:] == [(2, 1280, 905)]
    assert poster.renditions[3].name.startswith("x-p2-1280-")


def test_image_is_never_enlarged():
    """An image of 877 pixels gets its own width for the widest, and one of 300 a single picture."""
    assert [w for _, w, _ in sizes(plan("x", artwork("png", Page(877, 1240))))] == [320, 640, 877]
    assert [w for _, w, _ in sizes(plan("x", artwork("png", Page(300, 1240))))] == [300]


def test_pdf_is_drawn_at_any_width():
    """A sticker of 6 cm has no pixels, so it is drawn at all widths."""
    assert sizes(plan("x", artwork("pdf", Page(176, 176))))[-1] == (1, 1280, 1280)


def test_names_change_with_the_bytes_and_only_then():
    """The hash in a name is of bytes and settings: the slug has no part in it."""
    page = Page(1240, 1754)
    one, same = plan("x", artwork("png", page)), plan("y", artwork("png", page))
    other = plan("x", artwork("png", page, digest="e" * 64))
    assert [r.key for r in one.renditions] == [r.key for r in same.renditions]
    assert {r.name for r in one.renditions}.isdisjoint(r.name for r in other.renditions)
    assert one.renditions[0].name == f"x-320-{one.renditions[0].key[:8]}.webp"


def test_download_ends_as_its_bytes_are():
    """A JPEG named .png is downloaded as .jpg."""
    art = artwork("jpeg", Page(1240, 1754))
    assert [plan("x", replace(art, format=f)).download_name for f in ("jpeg", "png", "pdf")] == [
        "x.jpg", "x.png", "x.pdf",
    ]  # fmt: skip
