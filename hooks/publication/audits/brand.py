"""The colours of a publication: two of the brand, three a series, and the shades that follow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from publication.audits import colour
from publication.audits.colour import BLACK, MARK, TEXT, WHITE, contrast, least_contrast, mixed, nearest
from publication.audits.fields import ONE_LINE, Fields, Format

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Colour = Annotated[str, Format("colour", ONE_LINE, colour.parse)]
"""`#rrggbb`, in small letters."""

TINT = 0.93
"""How much white the page's tint has in it."""


class Colours(Fields):
    """The two colours of the brand."""

    deep: Colour
    """The ground of the banner and the footer, and the colour of links. White text stands on it."""
    accent: Colour
    """The colour of the main buttons, of focus, and of the child in the mark. Dark text stands on it."""


class Palette(Fields):
    """The colours of one series, the same for pages and posters."""

    deep: Colour
    """Headings, and the ground of white text."""
    mid: Colour
    """Rules and frames, which are no text."""
    tint: Colour
    """The ground of dark text."""


def shades(colours: Colours) -> dict[str, str]:
    """All colours of the pages by the name of their CSS property. Each is fit for what it is used for."""
    deep, accent = colours.deep, colours.accent
    tint, warm = mixed(deep, WHITE, TINT), mixed(accent, WHITE, 0.83)
    papers = (WHITE, tint, warm)
    return {
        "ink": _darkened(mixed(deep, "#161616", 0.65), papers, TEXT),
        "ink-soft": _darkened(mixed(deep, "#535353", 0.65), papers, TEXT),
        "tint": tint,
        "line": mixed(deep, WHITE, 0.76),
        "edge": _darkened(mixed(deep, "#909090", 0.6), papers, MARK),
        "deep": deep,
        "deeper": mixed(deep, BLACK, 0.28),
        "on-deep": WHITE,
        "link": deep,
        "accent": accent,
        "warm": warm,
        "focus": accent,
        "series-mid": _darkened(mixed(deep, WHITE, 0.25), papers, MARK),
    }


def palette_of(deep: str, page: Mapping[str, str]) -> Palette:
    """A palette made of one colour, fit for pages of these shades."""
    made = Palette(deep=deep, mid=mixed(deep, WHITE, 0.3), tint=mixed(deep, WHITE, 0.9))
    return fit_palette(made, page)


def fit_deep(deep: str) -> str:
    """The colour, or where white text could not be read on it, the nearest darker shade on which it can."""
    return nearest(deep, BLACK, lambda one: _least_of_deep(one) >= TEXT) or BLACK


def fit_accent(accent: str, deep: str) -> str:
    """The colour, or the nearest lighter shade that dark text can be read on and that shows on `deep`."""
    return nearest(accent, WHITE, lambda one: _is_fit_accent(one, deep)) or WHITE


def fit_palette(palette: Palette, page: Mapping[str, str]) -> Palette:
    """The palette with each colour as it is, or the nearest shade that is fit on a page of these shades."""
    deep = _darkened(palette.deep, (WHITE, page["tint"]), TEXT)
    texts = (deep, page["ink"], page["link"])
    tint = nearest(palette.tint, WHITE, lambda one: least_contrast(one, texts) >= TEXT)
    return Palette(deep=deep, mid=_darkened(palette.mid, [WHITE], MARK), tint=tint or WHITE)


def contrast_problems(
    colours: Colours, palettes: Mapping[str, Palette]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Where a colour stands in the file that cannot reach WCAG's level AAA, and what to write instead."""
    deep = fit_deep(colours.deep)
    if deep != colours.deep:
        found = _least_of_deep(colours.deep)
        yield ("colours", "deep"), _told(colours.deep, "light for white text on it", found, TEXT, deep)
    accent = fit_accent(colours.accent, deep)
    page = shades(Colours(deep=deep, accent=colours.accent))
    if accent != colours.accent:
        found = contrast(colours.accent, page["ink"])
        use, least = "dark for dark text on it", TEXT
        if found >= TEXT:
            use, least, found = "dark to show on 'deep'", MARK, contrast(colours.accent, deep)
        yield ("colours", "accent"), _told(colours.accent, use, found, least, accent)
    for name, palette in palettes.items():
        fit = fit_palette(palette, page)
        texts = (fit.deep, page["ink"], page["link"])
        for part, use, grounds, least in (
            ("deep", "light for white text on it, and for text on a tint", (WHITE, page["tint"]), TEXT),
            ("mid", "light to show on white", (WHITE,), MARK),
            ("tint", "dark for text on it", texts, TEXT),
        ):
            given, better = getattr(palette, part), getattr(fit, part)
            if given != better:
                place = ("palettes", name, part)
                yield place, _told(given, use, least_contrast(given, grounds), least, better)


def _least_of_deep(deep: str) -> float:
    return least_contrast(deep, (WHITE, mixed(deep, WHITE, TINT)))


def _is_fit_accent(accent: str, deep: str) -> bool:
    page = shades(Colours(deep=deep, accent=accent))
    texts_on_warm = least_contrast(page["warm"], (page["ink"], page["link"]))
    on_deep = least_contrast(accent, (deep, page["deeper"]))
    return contrast(accent, page["ink"]) >= TEXT and texts_on_warm >= TEXT and on_deep >= MARK


def _darkened(given: str, grounds: Iterable[str], least: float) -> str:
    grounds = tuple(grounds)
    return nearest(given, BLACK, lambda one: least_contrast(one, grounds) >= least) or BLACK


def _told(given: str, use: str, found: float, least: float, better: str) -> str:
    said = f"'{given}' is too {use}: the contrast is {found:.1f}, and AAA asks for {least:g}"
    return f'{said}. Write: "{better}"'
