"""Style sheets are joined from components that stay small, and draw all their colours from one place."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PIL import ImageColor

from publication.views import styles
from publication.views.styles import COMPONENTS, SHEETS

if TYPE_CHECKING:
    from pathlib import Path

FILES = sorted(COMPONENTS.glob("*.css"))
COLOURS = COMPONENTS.parents[1] / "views" / "colours.css"
"""The publication's own, a template that the build fills."""

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
VALUE = re.compile(r"[\w-]+\s*:\s*([^;{}]+);")
LITERAL = re.compile(r"#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\([^)]*\)?")
NAMED = re.compile(rf"(?<![\w-])(?:{'|'.join(ImageColor.colormap)})(?![\w-])")
PLAIN = re.compile(r"black|white|rgb\((?:0 0 0|255 255 255) / \d+%\)")
"""Black, white, and either let through."""


def code_of(name: str) -> str:
    """A component without its comments."""
    return COMMENT.sub("", (COMPONENTS / f"{name}.css").read_text("utf-8"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_component_is_small(file: Path) -> None:
    """A file has fewer than 150 lines, and a line at most 120 characters."""
    lines = file.read_text("utf-8").splitlines()
    assert len(lines) < 150
    assert [number for number, line in enumerate(lines, 1) if len(line) > 120] == []


@pytest.mark.parametrize("name", [file.stem for file in FILES if file.stem != "tokens"])
def test_a_component_has_no_colour_of_its_own(name: str) -> None:
    """It names the palette's colours; black, white and those of the reader's system are nobody's."""
    values = [value for value in VALUE.findall(code_of(name)) if not value.startswith('"')]
    found = [one for value in values for one in (*LITERAL.findall(value.lower()), *NAMED.findall(value))]
    assert [one for one in found if not PLAIN.fullmatch(one)] == []


@pytest.mark.parametrize(
    "written", ["#0d4850", "#FFF", "rgb(1 2 3)", "hsl(9deg 9% 9%)", "tomato", "rgba(0,0,0,.5)"]
)
def test_what_a_colour_is(written: str) -> None:
    """However a colour is written, the test above finds it."""
    value = VALUE.findall(f"border: 1px solid {written};")[0]
    found = LITERAL.findall(value.lower()) + NAMED.findall(value)
    assert [one for one in found if not PLAIN.fullmatch(one)]


def test_every_component_is_in_one_sheet() -> None:
    """None is forgotten, and none is loaded twice."""
    named = Counter(name for names in SHEETS.values() for name in names)
    assert named == Counter(file.stem for file in FILES)


def test_sheets_are_joined_in_order() -> None:
    """What a designer changes comes first; comments are for those who write the files."""
    made = {sheet.address: str(sheet.content) for sheet in styles.sheets()}
    assert list(made) == [f"assets/css/{name}" for name in SHEETS]
    site = made["assets/css/site.css"]
    assert site.startswith(":root {")
    assert site.index("--ink:") < site.index("body {") < site.index(".button {") < site.index(".search {")
    assert not any("/*" in text for text in made.values())


def test_every_property_is_declared_and_used() -> None:
    """No `var()` names what there is not, and no token stays that nobody uses."""
    code = {name: code_of(name) for name in (file.stem for file in FILES)}
    declared = set(re.findall(r"(--[\w-]+):", code["tokens"]))
    used = set(re.findall(r"var\((--[\w-]+)", " ".join(code.values()) + COLOURS.read_text("utf-8")))
    assert used <= declared
    assert declared <= used
