"""Colours reach WCAG's level AAA, or a shade that does is proposed; all shades of pages follow from two."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.sample import ROOT
from publication.audits import colour
from publication.audits.brand import (
    Colours,
    Palette,
    contrast_problems,
    fit_accent,
    fit_deep,
    palette_of,
    shades,
)
from publication.audits.colour import contrast

ANY = st.from_regex(r"#[0-9a-f]{6}", fullmatch=True)
TEXTS = [
    ("ink", "paper"), ("ink", "tint"), ("ink", "warm"), ("ink", "accent"), ("ink-soft", "paper"),
    ("ink-soft", "tint"), ("link", "paper"), ("link", "tint"), ("link", "warm"), ("on-deep", "deep"),
    ("on-deep", "deeper"),
]  # fmt: skip
"""Each pair of text and ground that the style sheet uses."""

MARKS = [("edge", "paper"), ("edge", "tint"), ("accent", "deep"), ("accent", "deeper"), ("focus", "deep")]
"""Frames and what shows focus."""

MONO = dict(
    re.findall(
        r"--([\w-]+): (#[0-9a-f]{3,6});", (ROOT / "overrides/assets/css/tokens.css").read_text("utf-8")
    )
)


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#ffffff", "#767676", 4.54), ("#0000ff", "#ffffff", 8.59)],
)
def test_contrast(one: str, other: str, ratio: float) -> None:
    """As other tools compute it, whichever of the two is the ground."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.005)


def test_capitals_are_no_other_colour() -> None:
    """They are read as small letters."""
    assert colour.parse("#0D4850") == "#0d4850"


@pytest.mark.parametrize(("typed", "meant"), [("0D4850", "#0d4850"), ("#fc4", "#ffcc44"), ("000", "#000000")])
def test_another_way_to_write_a_colour(typed: str, meant: str) -> None:
    """It is refused, with what to write."""
    with pytest.raises(ValueError, match=f'Write: "{meant}"$'):
        colour.parse(typed)


@given(ANY, ANY)
def test_what_is_proposed_is_fit(deep: str, accent: str) -> None:
    """Whatever two colours a brand has: of the shades proposed for them, everything can be read."""
    deep = fit_deep(deep)
    colours = Colours(deep=deep, accent=fit_accent(accent, deep))
    assert list(contrast_problems(colours, {"one": palette_of(deep, shades(colours))})) == []
    found = {"paper": "#ffffff", **shades(colours)}
    assert [pair for pair in TEXTS if contrast(found[pair[0]], found[pair[1]]) < colour.TEXT] == []
    assert [pair for pair in MARKS if contrast(found[pair[0]], found[pair[1]]) < colour.MARK] == []


@given(ANY, ANY, ANY)
def test_a_palette_is_fit_once_it_says_what_is_proposed(deep: str, mid: str, tint: str) -> None:
    """One correction is enough: what is proposed is never refused in turn."""
    colours = Colours(deep="#0d4850", accent="#ffc845")
    given_one = Palette(deep=deep, mid=mid, tint=tint)
    found = {place[-1]: said for place, said in contrast_problems(colours, {"one": given_one})}
    proposed = {key: said.split('"')[1] for key, said in found.items()}
    better = given_one.model_copy(update=proposed)
    assert list(contrast_problems(colours, {"one": better})) == []


@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_black_and_white(text: str, ground: str) -> None:
    """What the style sheet has by itself reaches AAA too, in shades of grey alone."""
    long = {name: f"#{''.join(c * 2 for c in v[1:])}" if len(v) == 4 else v for name, v in MONO.items()}
    long["link"] = long["ink"]
    if "accent" not in (text, ground):
        assert contrast(long[text], long[ground]) >= colour.TEXT
    for value in (long[text], long[ground]):
        assert value[1:3] == value[3:5] == value[5:7]


def test_the_machinery_has_no_colour_of_a_brand() -> None:
    """Styles, templates and code hold shades of grey only, but for what a new publication is offered."""
    found = set()
    for path in [*(ROOT / "overrides").rglob("*"), *(ROOT / "hooks").rglob("*.py")]:
        if path.suffix in (".css", ".html", ".svg", ".typ", ".js", ".py") and "starting" not in path.parts:
            for digits in re.findall(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", path.read_text("utf-8"), re.IGNORECASE):
                parts = {digits[n : n + len(digits) // 3] for n in range(0, len(digits), len(digits) // 3)}
                if len(parts) > 1:
                    found.add(f"{path.name}: #{digits}")
    assert found == {"colour.py: #1d4070", "colour.py: #1D4070"}
