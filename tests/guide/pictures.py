"""The pictures of CONTRIBUTING.md, photographed from the real commands, form and preview: `make pictures`.

One example audit is added as the guide tells it, to the publication for tests. It is made up in every part.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from PIL import Image
from playwright.sync_api import expect, sync_playwright

import preview
from conftest import OPTIONS
from guide.terminal import converse, desk, run
from life.repository import ISOLATED
from project import PROJECT, PUBLICATION

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES = PROJECT / ".github" / "guide"
WIDTH, SCALE = 1000, 1.28  # CSS pixels, and how many of the picture's go into one
COLOURS = 128  # of a picture: enough for crisp letters, and a third of the bytes

TITLE = "Example: early help"
SLUG = "example-early-help"
SUMMARY = "Partners looked together at early help."
LEARNING = "bruising-in-babies"
"""The record of the publication for tests whose learning the example gets: it has all five sections."""

POSTER = "Early help poster.pdf"
RECORD = f"content/audits/{SLUG}.md"
ANSWERS = (
    TITLE,
    "multi-agency",
    "published",
    "2024/26",
    "2024/25",
    "early help, neglect",
    "1, 2, 8",
    "",
    SUMMARY,
)
"""What is typed, with one mistake that is mended; the poster and the page's name come after these."""

MISTAKES = (("period: 2024/25", "period: 2024/26"), ("early-help", "early-hlp"), ("worked well", "went well"))
"""What an editor might type in the record, for the check to find."""


class Camera:
    """A browser's page, and the folder that its pictures go into."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page, self.folder = page, folder

    def take(self, name: str, *, top: float = 0, height: float) -> None:
        """What the window shows from `top`, in CSS pixels, as a PNG of few colours."""
        clip = {"x": 0, "y": top, "width": WIDTH, "height": height}
        shot = Image.open(io.BytesIO(self.page.screenshot(clip=clip, animations="disabled")))
        small = shot.convert("RGB").quantize(
            COLOURS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
        )
        small.save(self.folder / f"{name}.png", optimize=True)

    def turn_away(self) -> None:
        """Leave the preview before the project changes: its pages would load anew in the next picture."""
        self.page.goto("about:blank")

    def take_terminal(self, name: str, lines: list[str]) -> None:
        """These lines as a terminal shows them, what was typed in bold."""
        template = (Path(__file__).parent / "terminal.html").read_text("utf-8")
        environment = jinja2.Environment(autoescape=True, trim_blocks=True)
        self.page.set_content(environment.from_string(template).render(lines=lines))
        box = self.page.locator(".window").bounding_box()
        assert box
        self.take(name, height=box["height"] + 24)


def take_all(root: Path, camera: Camera) -> None:
    """Every picture, in the order in which an editor sees these things; `root` is a project to work in."""
    config = root / "content/publication.yml"
    told = config.read_text("utf-8").replace(
        "https://repository.example/", "https://github.com/your-partnership/"
    )
    config.write_text(told, "utf-8")
    learning = example_learning()
    server = preview.Preview(root)
    try:
        server.until("editors/", "Add an audit")
        the_form(camera, server)
        the_poster(root, server, learning)
        the_conversation(root, camera)
        write_learning(root, learning)
        the_page(camera, server)
        the_mistakes(root, camera, server)
    finally:
        server.end()


def example_learning() -> str:
    """Five sections, as an editor may write them."""
    text = (PUBLICATION / f"content/audits/{LEARNING}.md").read_text("utf-8")
    return text[text.index("## ") :]


def write_learning(root: Path, learning: str) -> None:
    """What an editor writes below the opening summary."""
    with (root / RECORD).open("a", encoding="utf-8") as record:
        record.write(f"\n{learning}")


def the_form(camera: Camera, server: preview.Preview) -> None:
    """Filled in, and with a mistake."""
    page = camera.page
    page.goto(f"{server.address}editors/")
    page.get_by_label("Title", exact=True).fill(TITLE)
    page.get_by_label("Series", exact=True).select_option("multi-agency")
    page.get_by_role("radio", name=re.compile("^Published")).check()
    page.get_by_label(re.compile("^When it took place")).fill("2024/25")
    page.locator("#topics").get_by_label("Early help", exact=True).check()
    page.locator("#topics").get_by_label("Neglect", exact=True).check()
    page.get_by_label("Summary", exact=True).fill(SUMMARY)
    page.locator("#poster").fill(f"{SLUG}.pdf")
    page.get_by_role("button", name="Check the record").click()
    expect(page.locator(".editor__status")).to_have_text("Complete. There is nothing to mend.")
    scroll_to(page, "#part-1")
    camera.take("form", height=800)
    page.get_by_label(re.compile("^When it took place")).fill("2024/26")
    page.get_by_role("button", name="Check the record").click()
    expect(page.locator(".editor__status")).to_have_text("1 thing to mend.")
    scroll_to(page, "label[for=period]")
    camera.take("form-mistake", height=420)
    camera.turn_away()


def the_poster(root: Path, server: preview.Preview, learning: str) -> None:
    """A poster as an editor may have it: here the one that is composed from the example's words."""
    given = f"TITLE='{TITLE}' SERIES=multi-agency STATUS=published PERIOD=2024/25"
    done = run(f"make new {given} TOPICS='early help, neglect' AGENCIES='1, 2, 8' SUMMARY='{SUMMARY}'", root)
    assert done.returncode == 0, done.stdout
    write_learning(root, learning)
    server.until(f"audits/{SLUG}/", "In short")
    with urllib.request.urlopen(f"{server.address}posters/{SLUG}.pdf") as poster:
        (root.parent / POSTER).write_bytes(poster.read())
    (root / RECORD).unlink()
    server.until(f"audits/{SLUG}/", status=404)


def the_conversation(root: Path, camera: Camera) -> None:
    """`make new` from its first question to the second, and from the third last to the end."""
    code, seen = converse("make new", root, *ANSWERS, f"../{POSTER}", "")
    assert code == 0, seen
    lines = ["$ make new", *seen.rstrip().split("\n")]
    topics = lines.index("Which topics is it about?")
    camera.take_terminal("new", lines[: topics - 1])
    camera.take_terminal("new-end", lines[lines.index("What was it about?") :])


def the_page(camera: Camera, server: preview.Preview) -> None:
    """The finished audit, in the preview."""
    server.until(f"audits/{SLUG}/", "In short")
    camera.page.goto(f"{server.address}audits/{SLUG}/")
    camera.page.wait_for_function("[...document.images].every(image => image.complete)")
    camera.take("page", height=900)
    camera.turn_away()


def the_mistakes(root: Path, camera: Camera, server: preview.Preview) -> None:
    """The same mistakes as the check tells them, and as the preview shows them."""
    text = (root / RECORD).read_text("utf-8")
    for right, wrong in MISTAKES:
        assert right in text
        text = text.replace(right, wrong, 1)
    (root / RECORD).write_text(text, "utf-8")
    code, seen = converse("make check", root)
    assert code != 0, seen
    camera.take_terminal("check", ["$ make check", *seen.rstrip().split("\n")])
    server.until(f"audits/{SLUG}/", "to mend")
    camera.page.goto(f"{server.address}audits/{SLUG}/")
    last = camera.page.locator("li").last.bounding_box()
    assert last
    camera.take("preview-mistake", height=last["y"] + last["height"] + 32)


def scroll_to(page: Page, selector: str) -> None:
    """Bring an element near the top of the window, with nothing in focus."""
    page.evaluate("document.activeElement.blur()")
    page.locator(selector).evaluate(
        "element => scrollTo(0, element.getBoundingClientRect().top + scrollY - 24)"
    )


def main() -> None:
    """Take all pictures anew."""
    preview.ENVIRONMENT.update(ISOLATED)
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        window = browser.new_page(viewport={"width": WIDTH, "height": 1100}, device_scale_factor=SCALE)
        take_all(desk(Path(folder)), Camera(window, PICTURES))
        browser.close()
    for picture in sorted(PICTURES.glob("*.png")):
        print(f"{picture.relative_to(PROJECT)}: {picture.stat().st_size / 1024:.0f} KB")


if __name__ == "__main__":
    main()
