"""What the publication's names and colours make, and whom readers may ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image

from publication.audits.publisher import Contact
from publication.views import brand
from views.sample_site import PUBLISHER, Html, site, templates

if TYPE_CHECKING:
    from pathlib import Path

    from publication.audits.publisher import Publisher


def made(publisher: Publisher, cache: Path) -> dict[str, Any]:
    """Every file by its address."""
    of = site(publisher=publisher)
    return {one.address: one.content for one in brand.files(of, templates(of), cache)}


def contact(**known: str) -> Html:
    """What a page says of whom to ask."""
    of = site(publisher=PUBLISHER.model_copy(update={"contact": Contact(**known)}))
    return Html(brand.embedded(templates(of))["contact"](""))


def test_the_stylesheet_has_every_colour(tmp_path: Path) -> None:
    """Those of the brand, and each palette as a class; not where black and white was chosen."""
    css = made(PUBLISHER, tmp_path)["assets/css/colours.css"]
    assert "--deep: #0d4850;" in css
    assert "--accent: #ffc845;" in css
    assert ".palette-heather { --series-deep: #56275c;" in css
    assert css.count(':not([data-colour="mono"])') == 1 + len(PUBLISHER.palettes)


def test_the_mark_has_the_colours(tmp_path: Path) -> None:
    """So has the picture behind the landing page's heading."""
    files = made(PUBLISHER, tmp_path)
    assert 'fill="#0d4850"' in files["assets/mark.svg"]
    for name in ("mark", "waves"):
        assert files[f"assets/{name}.svg"].startswith("<svg")
        assert "#ffc845" in files[f"assets/{name}.svg"]


@pytest.mark.parametrize(
    "name", ["P & Q's", "Partneriaeth Ŵyn Łódź", "x" * 80, "Ninety words " * 6, "日本 \\ #*_ $"]
)
def test_the_picture_for_link_previews(name: str, tmp_path: Path) -> None:
    """Of the size that services ask for, on the brand's colour, whatever the name; drawn once."""
    publisher = PUBLISHER.model_copy(update={"name": name, "site_name": name})
    path = made(publisher, tmp_path)[brand.SITE_PICTURE]
    with Image.open(path) as picture:
        assert (picture.format, picture.size) == ("PNG", (1200, 630))
        assert picture.convert("RGB").getpixel((5, 5)) == (0x0D, 0x48, 0x50)
    stamp = path.stat().st_mtime_ns
    assert made(publisher, tmp_path)[brand.SITE_PICTURE] == path
    assert path.stat().st_mtime_ns == stamp


def test_another_name_draws_it_anew(tmp_path: Path) -> None:
    """And the picture that no page uses any more is deleted."""
    before: Path = made(PUBLISHER, tmp_path)[brand.SITE_PICTURE]
    after: Path = made(PUBLISHER.model_copy(update={"name": "Q"}), tmp_path)[brand.SITE_PICTURE]
    assert after.read_bytes()
    assert not before.exists()


def test_whom_to_ask() -> None:
    """A name, a role, an address and a number, each where it is known."""
    whole = contact(name="A team", role="Audits", email="a@example.org", telephone="0151 496 0000")
    assert whole.words == (
        "To find out more, contact A team, Audits. E-mail: a@example.org Telephone: 0151 496 0000"
    )
    assert whole.links == {"mailto:a@example.org", "tel:01514960000"}
    assert contact(role="Audits").words.startswith("To find out more, contact Audits.")
    assert contact(email="a@example.org").words == "E-mail: a@example.org"


def test_nobody_to_ask_is_said() -> None:
    """What has not been supplied is never made up."""
    assert contact().words == "Whom to contact has not been supplied for this page yet."
    assert contact(name="A team").words.endswith(
        "contact A team. No address or telephone number has been supplied for this page yet."
    )
