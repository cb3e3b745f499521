"""What the publication's colours and names make: a stylesheet, the mark, the picture for link previews."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.brand import shades
from publication.posters.composed.site_picture import site_picture
from publication.views.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from publication.views.site import Site, Templates

SITE_PICTURE = "assets/social.png"
"""For pages without a poster, and after a poster for services that show no WebP."""


def files(site: Site, templates: Templates, cache: Path) -> Iterator[Artefact]:
    """The files that pages and skeleton link to, each at a fixed address."""
    publisher = site.publisher
    colours = {"shades": shades(publisher.colours), "palettes": publisher.palettes}
    yield Artefact("assets/css/colours.css", templates.fill("colours.css", "", **colours))
    for name in ("mark.svg", "waves.svg"):
        yield Artefact(f"assets/{name}", templates.fill(name, "", colours=publisher.colours))
    yield Artefact(SITE_PICTURE, site_picture(publisher, cache))


def embedded(templates: Templates) -> dict[str, Callable[[str], str]]:
    """Whom readers may ask, for hand-written pages: `::: contact`."""
    return {"contact": lambda at: templates.fill("contact.html", at)}
