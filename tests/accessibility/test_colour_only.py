"""Nothing is told by colour alone (WCAG 1.4.1): looked at in black and white, where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from accessibility.kinds import KINDS
from accessibility.states import State

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from accessibility.states import Visit

MONO = State("desktop, black and white", palette="mono")
LINKS = r"""() => {
  const blockOf = one => getComputedStyle(one).display === "inline" ? blockOf(one.parentElement) : one
  const isUnderlined = one => getComputedStyle(one).textDecorationLine.includes("underline")
  const all = [...document.querySelectorAll("main a, footer a")]
    .filter(one => one.checkVisibility() && !one.matches(".button, .poster, .neighbours a"))
  return { all: all.length, plain: all.filter(one => !isUnderlined(one)).map(one => one.textContent) }
}"""
SIGN = """one => {
  const style = getComputedStyle(one)
  const parts = ["::before", "::after"].map(part => getComputedStyle(one, part).content)
  const lines = ["Top", "Right", "Bottom", "Left"].map(side => {
    const [line, colour, width] = ["Style", "Color", "Width"].map(what => style[`border${side}${what}`])
    return line === "none" || colour === "rgba(0, 0, 0, 0)" ? "" : width + line
  })
  const { textDecorationLine, textDecorationThickness } = style
  const underline = textDecorationLine === "none" ? "" : textDecorationLine + textDecorationThickness
  return [style.fontWeight, underline, style.appearance, ...parts, ...lines]
}"""
"""All that tells one control from another but colours: weight, underline, lines, signs."""


def differ(one: Locator, other: Locator) -> bool:
    """Whether two controls can be told apart without their colours."""
    return one.evaluate(SIGN) != other.evaluate(SIGN)


@pytest.mark.parametrize("kind", KINDS)
def test_links_are_underlined(visit: Visit, kind: str) -> None:
    """Every link of the main part and the footer, but for buttons, posters and what is framed as a whole."""
    found = visit.to(kind, MONO).evaluate(LINKS)
    assert found["all"] > 3
    assert found["plain"] == []


@pytest.mark.parametrize(
    "kind", ["landing page", "finder", "coming soon", "audit with learning", "withdrawn audit", "series"]
)
def test_every_status_is_a_word(visit: Visit, kind: str) -> None:
    """No badge and no picture of progress is without words."""
    page = visit.to(kind, MONO)
    marks = page.locator("main :is(.badge, .progress)")
    assert marks.count() > 0
    assert [
        words for words in marks.all_text_contents() if not any(letter.isalpha() for letter in words)
    ] == []


def test_the_current_page(visit: Visit) -> None:
    """Its entry of the menu differs from the others."""
    page = visit.to("gallery", MONO)
    assert differ(page.locator(".menu a[aria-current]"), page.locator(".menu a:not([aria-current])").first)


def test_the_choice_of_the_toolbar(visit: Visit) -> None:
    """What is chosen differs from what is not, in both groups."""
    page = visit.to("gallery", MONO)
    for group in ("text", "colour"):
        faces = page.locator(f"input[name={group}]")
        chosen, other = (
            faces.and_(page.locator(state)).first.locator("+ .choice__face")
            for state in (":checked", ":not(:checked)")
        )
        assert differ(chosen, other)


def test_a_pressed_button(visit: Visit) -> None:
    """In the dialog: pressed, not pressed and not to be used are three looks."""
    page = visit.to("audit with artwork", State("dialog open", palette="mono", opened="dialog"))
    pressed, other = (page.locator(f".enlarged [aria-pressed={value}]") for value in ("true", "false"))
    assert differ(pressed, other)
    assert differ(other, page.locator(".enlarged button:disabled").first)


def test_a_chosen_filter(visit: Visit) -> None:
    """Its box is a native one with a tick, its name is bold, and it is named above the list."""
    page = visit.to("finder", State("filters used", palette="mono", opened="filters"))
    choices = page.locator(".filter__choice")
    chosen = choices.filter(has=page.locator(":checked"))
    assert differ(chosen.first, choices.filter(has=page.locator("input:not(:checked)")).first)
    assert chosen.locator("input").first.evaluate("one => getComputedStyle(one).appearance") == "auto"
    assert chosen.locator(".filter__name").first.inner_text() in page.locator(".chip").first.inner_text()


def test_a_filter_without_audits(visit: Visit) -> None:
    """It says 0, and is not only paler."""
    page = visit.to("finder", State("filters used", palette="mono", opened="filters"))
    empty = page.locator(".filter__choice--none .filter__count")
    assert empty.count() > 0
    assert set(empty.all_text_contents()) == {"0"}
