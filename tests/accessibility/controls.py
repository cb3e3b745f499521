"""What can be operated on a page as it is now, and how Tab goes through it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PRELUDE = """
  const scope = document.querySelector("dialog:modal") ?? document
  /* Where a native input is laid invisibly over its label, the label is what is seen and touched. */
  const faceOf = one => getComputedStyle(one).opacity === "0" ? one.closest("label") : one
  const targetOf = one => one.closest("label") ?? one
  const isThere = one => {
    const { width, height } = faceOf(one).getBoundingClientRect()
    return width > 0 && height > 0 && one.checkVisibility({ visibilityProperty: true })
  }
  const controls = () => [...scope.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex='0']",
  )].filter(one => !one.disabled && isThere(one))
  const nameOf = one => {
    const words = one.getAttribute("aria-label") ?? (targetOf(one).textContent.trim() || one.id)
    return `${one.localName} "${words.replace(/\\s+/g, " ").slice(0, 50)}"`
  }
"""
"""What the expressions below begin with. While a modal dialog is open, only what it holds counts."""

START = """isEnd => {
  const start = document.createElement("span")
  start.tabIndex = -1
  const page = document.querySelector("dialog:modal") ?? document.body
  isEnd ? page.append(start) : page.prepend(start)
  start.focus()
  start.addEventListener("blur", () => setTimeout(() => start.remove()))
}"""

WATCH = f"""() => {{
  {PRELUDE}
  /* Of a group of radio buttons Tab stops at the one that is chosen, or at the first. */
  const stopOf = one => {{
    const group = [...document.querySelectorAll(`[type=radio][name="${{one.name}}"]`)]
    return one.type === "radio" ? group.find(other => other.checked) ?? group[0] : one
  }}
  const all = controls().filter(one => one === stopOf(one))
  const faultOf = one => {{
    if (!all.includes(one)) return "is nothing to operate, or is not to be seen"
    const face = faceOf(one)
    const box = face.getBoundingClientRect()
    /* Of a text that is written in, the browser brings the line with the cursor into the window. */
    const fits = one.localName !== "textarea" && box.width <= innerWidth && box.height <= innerHeight
    const isInside =
      box.top >= -1 && box.left >= -1 && box.bottom <= innerHeight + 1 && box.right <= innerWidth + 1
    const isPartly = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth
    if (fits ? !isInside : !isPartly) return "is not inside the window when focused"
    for (const part of face.getClientRects()) {{
      const {{ left, right, top, bottom }} = part
      const [x, y] = [(left + right) / 2, (top + bottom) / 2]
      const points = [[x, y], [left + 2, y], [right - 2, y], [x, top + 2], [x, bottom - 2]]
      for (const [across, down] of points) {{
        if (across < 0 || down < 0 || across >= innerWidth || down >= innerHeight) continue
        const above = document.elementFromPoint(across, down)
        if (!face.contains(above)) return `is under ${{above?.localName}}.${{above?.className}} when focused`
      }}
    }}
    return ""
  }}
  const stops = []
  const elements = []
  const look = () => {{
    const one = document.activeElement
    const isPage = one === document.body || one === document.documentElement
    stops.push(isPage ? null : {{ name: nameOf(one), fault: faultOf(one) }})
    elements.push(one)
  }}
  const listen = ({{ key }}) => key === "Tab" && look()
  addEventListener("keydown", listen, true)
  window.watched = () => {{
    removeEventListener("keydown", listen, true)
    look()
    return stops.slice(1)
  }}
  const nextFrame = () => new Promise(resolve => requestAnimationFrame(resolve))
  window.goBefore = stop => elements[stop].focus()
  window.lookAgain = async () => {{
    await nextFrame()
    await nextFrame()
    return faultOf(document.activeElement)
  }}
  return all.map(nameOf)
}}"""
"""Notes what has focus before each press of a key, when the press before has had its whole effect."""

ORDER = f"""() => {{
  {PRELUDE}
  const boxOf = one => {{
    const {{ left, right, top, bottom }} = faceOf(one).getClientRects()[0] ?? one.getBoundingClientRect()
    return {{ left, right, top: top + scrollY, bottom: bottom + scrollY }}
  }}
  const isEmpty = box => box.left === box.right || box.top === box.bottom
  const pathOf = one => one.parentElement ? [...pathOf(one.parentElement), one] : [one]
  /* The largest parts of the page that hold one of the two each. */
  const partsOf = (one, other) => {{
    const [path, beside] = [pathOf(one), pathOf(other)]
    const fork = path.findIndex((step, place) => step !== beside[place])
    if (fork < 0 || !beside[fork]) return null
    return [path, beside].map(steps => boxOf(steps.slice(fork).find(step => !isEmpty(boxOf(step)))))
  }}
  const goesBack = (one, other) => {{
    const parts = partsOf(one, other)
    if (!parts) return false
    const [before, after] = parts
    const isAbove = after.bottom <= before.top + 1 && after.left < before.right - 1
    const isLeft =
      after.right <= before.left + 1 && after.top <= before.top + 1 && after.bottom > before.top + 1
    return isAbove || isLeft
  }}
  const all = controls().filter(one => !one.matches(".skip"))
  return all.slice(1).flatMap((one, place) =>
    goesBack(all[place], one) ? [`${{nameOf(one)}} comes after ${{nameOf(all[place])}}`] : [])
}}"""


@dataclass(frozen=True)
class Stop:
    """What a press of Tab led to."""

    name: str
    fault: str
    """Why a reader cannot see what has focus, or nothing."""


def start(page: Page, *, at_end: bool = False) -> None:
    """Put focus before everything on the page or in its open dialog, or after it."""
    page.evaluate(START, at_end)


def go_through(page: Page, *, backwards: bool = False) -> tuple[list[str], list[Stop | None]]:
    """All that can be operated, and where Tab leads, pressed once for each and once more; None is outside.

    From the start of the page or of its open dialog, or with Shift from its end.
    """
    start(page, at_end=backwards)
    names = page.evaluate(WATCH)
    if backwards:
        page.keyboard.down("Shift")
    for _ in range(len(names) + 1):
        page.keyboard.down("Tab")
    page.keyboard.up("Tab")
    stops = [Stop(**stop) if stop else None for stop in page.evaluate("watched()")]
    stops = [_settled(page, number, stop) for number, stop in enumerate(stops)]
    page.keyboard.up("Shift")
    return names, stops


def _settled(page: Page, number: int, stop: Stop | None) -> Stop | None:
    """The stop with the fault that it still has when the browser has laid out what it scrolled to."""
    if stop is None or not stop.fault:
        return stop
    page.evaluate("goBefore", number)
    page.keyboard.press("Tab")
    return Stop(stop.name, page.evaluate("lookAgain()"))


def out_of_order(page: Page) -> list[str]:
    """Each control that stands before the one that the document has before it.

    Two neighbours of the document are compared by the largest parts of the page that hold one of them each.
    The later part may not stand above the earlier one, unless in a column to the right of it, nor to the left
    of it in the same row. A part that begins lower is after, wherever it is.
    """
    return page.evaluate(ORDER)
