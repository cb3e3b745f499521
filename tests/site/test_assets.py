"""What pages load: their own styles and scripts, each where it is used, and nothing of the theme."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

from publication.views.styles import SHEETS
from publish import SEARCH_WORKER, paths_of

OVERRIDES = Path(__file__).parents[2] / "overrides"
EVERYWHERE = {"display", "banner", "search"}
LOADED = re.compile(r'<script src="[^"]*assets/js/([\w-]+)\.js"')
NEEDED = re.compile(r' data-script="([\w-]+)"')
STYLED = re.compile(r'<link rel="stylesheet" href="[^"]*assets/css/([\w-]+)\.css"')
MADE = {"css/colours.css", "mark.svg", "social.png", "waves.svg"} | {f"css/{name}" for name in SHEETS}


@cache
def pages(site: Path) -> dict[str, str]:
    """The HTML of every page, but for those that only lead on to another."""
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    return {name: text for name, text in texts.items() if 'http-equiv="refresh"' not in text}


def test_a_page_loads_the_scripts_that_it_uses(site: Path) -> None:
    """Those of the skeleton, and those that an element asks for: no other, and none is missing."""
    used = {}
    for name, text in pages(site).items():
        needed = set(NEEDED.findall(text))
        assert set(LOADED.findall(text)) == EVERYWHERE | needed, name
        used |= dict.fromkeys(needed, name)
    assert used.keys() == {"print", "enlarge", "finder", "editors", "briefings"}


def test_the_viewer_is_where_there_is_a_poster(site: Path) -> None:
    """The dialog, and its script, stand in pages with a poster to enlarge and in no other."""
    with_poster = {name for name, text in pages(site).items() if "data-poster=" in text}
    assert with_poster == {name for name, text in pages(site).items() if '<dialog class="enlarged"' in text}
    assert with_poster == {name for name, text in pages(site).items() if "enlarge" in LOADED.findall(text)}
    assert "posters/index.html" in with_poster
    assert not {"404.html", "audits/index.html", "editors/index.html"} & with_poster


def test_a_page_loads_the_styles_of_its_kind(site: Path) -> None:
    """Every page has the site's look and the publication's colours, and prints; some kinds have more."""
    for name, text in pages(site).items():
        is_briefing = name.startswith("briefings/") or name.endswith("/briefing/index.html")
        more = ["editors"] if name == "editors/index.html" else ["briefing"] if is_briefing else []
        assert STYLED.findall(text) == ["site", "colours", "print", *more], name


def test_nothing_of_the_theme_is_published(site: Path) -> None:
    """But for the worker of its search: what readers get is in `overrides/`, or made by the build."""
    ours = {path.relative_to(OVERRIDES / "assets").as_posix() for path in OVERRIDES.glob("assets/**/*.*")}
    components = {name for name in ours if name.startswith("css/")}
    published = {path.relative_to(site / "assets").as_posix() for path in site.glob("assets/**/*.*")}
    others = published - (ours - components) - MADE
    assert [name for name in others if not fnmatch(f"assets/{name}", SEARCH_WORKER)] == []
    assert published >= MADE


@pytest.mark.parametrize(
    ("nav", "paths"),
    [
        (None, []),
        (["index.md", {"Audits": "audits/index.md"}], ["index.md", "audits/index.md"]),
        (
            [{"Posters": [{"All": "posters/index.md"}, {"To come": ["coming-soon/index.md"]}]}, "data.md"],
            ["posters/index.md", "coming-soon/index.md", "data.md"],
        ),
    ],
    ids=["none", "flat", "nested"],
)
def test_pages_of_a_navigation(nav: object, paths: list[str]) -> None:
    """Entries are paths, titles with a path, or titles with entries of their own, to any depth."""
    assert list(paths_of(nav)) == paths
