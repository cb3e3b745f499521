"""Text as a reader sees it: what is cut off, what lies over other text, what leaves the window."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

PUT_ON = """css => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
}"""
TAKE_OFF = "() => { document.adoptedStyleSheets.pop() }"

FAULTS = r"""() => {
  const scope = document.querySelector("dialog:modal") ?? document.body
  const walker = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
  const isForListeners = one => // clipped to a point, for screen readers only
    one !== document.body &&
    (getComputedStyle(one).clipPath === "inset(50%)" || isForListeners(one.parentElement))
  const lines = []
  const faults = []
  const say = (what, { text, owner: { localName, className } }) =>
    faults.push(`${what}: "${text.slice(0, 40)}" in ${localName}.${className}`)
  while (walker.nextNode()) {
    const owner = walker.currentNode.parentElement
    const text = walker.currentNode.data.trim()
    if (!text || isForListeners(owner) || owner.closest("option, .skip")) continue
    if (!owner.checkVisibility({ visibilityProperty: true })) continue
    const range = document.createRange()
    range.selectNodeContents(walker.currentNode)
    for (const box of range.getClientRects()) if (box.width > 1) lines.push({ owner, text, box })
  }
  const { scrollWidth } = document.documentElement
  if (scrollWidth > innerWidth) faults.push(`the page is ${scrollWidth} wide in a window of ${innerWidth}`)
  for (const one of scope.querySelectorAll("*")) {
    if (one.matches(".enlarged__view")) continue // a picture may be moved both ways
    if (/auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1) {
      faults.push(`${one.localName}.${one.className} has to be scrolled sideways`)
    }
  }
  for (const line of lines) {
    const { left, right, top, bottom } = line.box
    if (left < -1 || right > innerWidth + 1) say("out of the window", line)
    for (let holder = line.owner; holder && holder !== document.body; holder = holder.parentElement) {
      const style = getComputedStyle(holder)
      const box = holder.getBoundingClientRect()
      const isCutter = /hidden|clip/.test(style.overflowX + style.overflowY)
      const isBeyond = (across, down) =>
        right > box.right + across || left < box.left - across ||
        bottom > box.bottom + down || top < box.top - down
      if (isCutter && isBeyond(1, 2)) {
        say("cut off", line)
        break
      }
      const isBounded = style.backgroundColor !== "rgba(0, 0, 0, 0)" || parseFloat(style.borderLeftWidth) > 0
      if (/auto|scroll/.test(style.overflowY)) break // what is beyond can be scrolled to
      const isScrolled = holder.scrollHeight > holder.clientHeight + 2
      if (isBounded && style.display !== "inline" && !isScrolled && isBeyond(2, 4)) {
        say("out of its box", line)
        break
      }
      if (style.position === "fixed") break
    }
  }
  const block = one => getComputedStyle(one).display === "inline" ? block(one.parentElement) : one
  for (const line of lines) line.block = block(line.owner)
  lines.sort((one, other) => one.box.top - other.box.top)
  lines.forEach((line, place) => {
    for (let next = place + 1; next < lines.length && lines[next].box.top < line.box.bottom; next += 1) {
      const other = lines[next]
      if (other.block === line.block) continue
      const across = Math.min(line.box.right, other.box.right) - Math.max(line.box.left, other.box.left)
      const down = Math.min(line.box.bottom, other.box.bottom) - other.box.top
      if (across > 2 && down > 0.3 * Math.min(line.box.height, other.box.height)) {
        say(`over "${line.text.slice(0, 20)}"`, other)
      }
    }
  })
  return { lines: lines.length, faults }
}"""
"""A line of text is a box of a text node. Lines of one block may touch; those of two may not overlap."""


WHOLE = "* { content-visibility: visible !important; }"
"""Of a long list only what is near the window is laid out; what is asked here is of all of it."""


@contextmanager
def wearing(page: Page, css: str) -> Iterator[None]:
    """The page with a style sheet of the reader's own."""
    page.evaluate(PUT_ON, css)
    try:
        yield
    finally:
        page.evaluate(TAKE_OFF)


def faults(page: Page) -> list[str]:
    """Each line that is cut off, over another, out of its box or of the window; and sideways scrolling."""
    with wearing(page, WHOLE):
        found = page.evaluate(FAULTS)
    assert found["lines"] > 5, "there is text to look at"
    return found["faults"]
