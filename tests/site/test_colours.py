"""Text is at least 7:1 on what it stands on (WCAG 1.4.6, AAA), in colour and in black and white."""

from __future__ import annotations

import json
import re

import pytest

from conftest import PROJECT

STYLES = (PROJECT / "overrides/assets/css/site.css").read_text("utf-8")
PALETTES = json.loads((PROJECT / "overrides/palettes.json").read_text("utf-8"))

PAIRS = [
    ("ink", "paper"), ("ink", "tint"), ("ink", "warm"), ("ink-soft", "paper"), ("ink-soft", "tint"),
    ("link", "paper"), ("link", "tint"), ("link", "warm"), ("on-deep", "deep"), ("on-deep", "deeper"),
]  # fmt: skip


def variables(selector: str) -> dict[str, str]:
    """The colours that the first rule with this selector sets, each as `#rrggbb`."""
    rule = re.search(re.escape(selector) + r" \{(.*?)\}", STYLES, re.DOTALL)
    assert rule, selector
    found = re.findall(r"--([\w-]+): #([0-9a-f]{3,6});", rule[1])
    return {
        name: "#" + ("".join(c * 2 for c in value) if len(value) == 3 else value) for name, value in found
    }


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2, 0 to 1."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast ratio by WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("palette", ["colour", "mono"])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_stands_out(palette: str, text: str, ground: str) -> None:
    """Each pair of text and ground that the style sheet uses."""
    colours = variables(":root")
    if palette == "mono":
        colours |= variables('[data-colour="mono"]')
    assert contrast(colours[text], colours[ground]) >= 7


@pytest.mark.parametrize("name", PALETTES)
def test_series_colours_stand_out(name: str) -> None:
    """White on a series' deep colour, and the deep colour on white, its tint and the page's tint."""
    palette = PALETTES[name]
    page_tint = variables(":root")["tint"]
    for ground in ("#ffffff", palette["tint"], page_tint):
        assert contrast(palette["deep"], ground) >= 7
    assert contrast(palette["mid"], "#ffffff") >= 3, "marks that are not text need 3:1 (WCAG 1.4.11)"
