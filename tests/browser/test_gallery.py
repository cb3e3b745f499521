"""Posters enlarged: a native dialog that works by keyboard, by pointer and not at all without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

Open = Callable[..., Page]
TITLE = "Applying the threshold document at the front door"


def enlarge(page: Page, title: str = TITLE) -> None:
    page.get_by_role("link", name=f"Poster: {title}", exact=True).click()
    expect(page.get_by_role("dialog", name=title)).to_be_visible()


def test_a_click_enlarges_and_names_the_poster(open_page: Open) -> None:
    """A click opens a dialog with the poster's name, its picture, its download and the way to its audit."""
    page = open_page("posters/")
    enlarge(page)
    dialog = page.get_by_role("dialog")
    expect(dialog.get_by_role("img")).to_have_attribute("width", "1280")
    expect(dialog.get_by_role("link", name="Download (PDF")).to_have_js_property(
        "href", page.url + "thresholds.pdf"
    )
    dialog.get_by_role("link", name="Read about this audit").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def test_it_works_by_keyboard_and_gives_focus_back(open_page: Open) -> None:
    """Enter opens it, focus stays inside it, Escape closes it, and focus is on the same poster again."""
    page = open_page("posters/")
    link = page.get_by_role("link", name=f"Poster: {TITLE}", exact=True)
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('dialog')"
        )
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(link).to_be_focused()


def test_next_and_previous_go_round(open_page: Open) -> None:
    """Next and previous, by button and key, show the neighbours; focus returns to the one shown last."""
    page = open_page("posters/")
    names = page.locator("a[data-poster] img").evaluate_all(
        "all => all.map(i => i.alt.replace('Poster: ', ''))"
    )
    enlarge(page, names[0])
    page.get_by_role("button", name="Next poster").click()
    expect(page.get_by_role("dialog", name=names[1])).to_be_visible()
    page.keyboard.press("p")
    page.keyboard.press("p")
    expect(page.get_by_role("dialog", name=names[-1])).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name=f"Poster: {names[-1]}", exact=True)).to_be_focused()


def test_small_print_can_be_read_on_a_phone(open_page: Open) -> None:
    """Fitted, the poster is whole in the view; at its actual size it is 1280 pixels wide and can be moved."""
    page = open_page("posters/", width=375, height=667)
    enlarge(page)
    image, view = page.locator(".enlarged img"), page.locator(".enlarged__view")
    fitted, room = image.bounding_box(), view.bounding_box()
    assert fitted
    assert room
    assert fitted["width"] <= room["width"]
    assert fitted["height"] <= room["height"]
    assert room["height"] > 667 / 2, "the tools leave most of the height to the poster"
    page.get_by_role("button", name="Actual size").click()
    expect(page.get_by_role("button", name="Actual size")).to_have_attribute("aria-pressed", "true")
    assert image.bounding_box()["width"] == 1280
    view.focus()
    before = view.evaluate("view => view.scrollLeft")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("x => document.querySelector('.enlarged__view').scrollLeft > x", arg=before)
    page.get_by_role("button", name="Fit").click()
    assert image.bounding_box()["width"] == fitted["width"]


def test_keys_and_wheel_zoom(open_page: Open) -> None:
    """Plus and minus, and the wheel with Ctrl, make the poster larger and smaller."""
    page = open_page("posters/")
    enlarge(page)
    image = page.locator(".enlarged img")
    width = lambda: image.bounding_box()["width"]  # noqa: E731
    fitted = width()
    page.keyboard.press("+")
    larger = width()
    assert larger > fitted
    page.keyboard.press("-")
    assert width() == fitted
    page.mouse.move(640, 500)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("w => document.querySelector('.enlarged img').offsetWidth > w + 5", arg=fitted)


def test_two_fingers_zoom(open_page: Open) -> None:
    """Pinching on a touch screen makes the poster larger about the point between the fingers."""
    page = open_page("posters/", width=375, height=667, has_touch=True)
    enlarge(page)
    fitted = page.locator(".enlarged img").bounding_box()["width"]
    page.locator(".enlarged__view").evaluate(
        """view => {
            const send = (type, id, x) => view.dispatchEvent(new PointerEvent(type, {
                pointerId: id, pointerType: "touch", clientX: x, clientY: 400, bubbles: true,
            }))
            send("pointerdown", 1, 150)
            send("pointerdown", 2, 200)
            send("pointermove", 2, 300)
            send("pointerup", 1, 150)
            send("pointerup", 2, 300)
        }"""
    )
    assert abs(page.locator(".enlarged img").bounding_box()["width"] - 3 * fitted) < 3


def test_a_wheel_zooms_what_fits_and_scrolls_what_does_not(open_page: Open) -> None:
    """With nothing to scroll, turning the wheel enlarges; then it moves what is read."""
    page = open_page("posters/")
    enlarge(page)
    fitted = page.locator(".enlarged img").bounding_box()["width"]
    page.mouse.move(640, 500)
    page.mouse.wheel(0, -100)
    page.wait_for_function("w => document.querySelector('.enlarged img').offsetWidth > w + 5", arg=fitted)
    larger = page.locator(".enlarged img").bounding_box()["width"]
    page.mouse.wheel(0, 100)
    page.wait_for_function("document.querySelector('.enlarged__view').scrollTop > 0")
    assert page.locator(".enlarged img").bounding_box()["width"] == larger


def test_dragging_moves_the_poster(open_page: Open) -> None:
    """At its actual size, the poster follows the mouse."""
    page = open_page("posters/")
    enlarge(page)
    page.keyboard.press("1")
    view = page.locator(".enlarged__view")
    before = view.evaluate("view => view.scrollTop")
    page.mouse.move(640, 600)
    page.mouse.down()
    page.mouse.move(640, 450, steps=5)
    page.mouse.up()
    assert view.evaluate("view => view.scrollTop") == before + 150


def test_all_pages_of_a_poster_can_be_turned(open_page: Open) -> None:
    """A PDF of two pages says which page is shown, and stops at either end."""
    page = open_page("audits/neglect-2022/")
    page.get_by_role("link", name="Poster: Neglect: did things get better?").click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_have_accessible_name("Neglect: did things get better?, page 1 of 2")
    expect(dialog.get_by_role("button", name="Page back")).to_be_disabled()
    expect(dialog.get_by_role("button", name="Next poster")).to_be_hidden()
    dialog.get_by_role("button", name="Page on").click()
    expect(dialog).to_have_accessible_name("Neglect: did things get better?, page 2 of 2")
    expect(dialog.get_by_role("button", name="Page on")).to_be_disabled()
    assert (
        dialog.get_by_role("img").evaluate("async img => { await img.decode(); return img.naturalWidth }")
        == 1280
    )


def test_a_new_tab_stays_a_new_tab(open_page: Open) -> None:
    """With Ctrl held, a click opens the poster in a new tab as on any link."""
    page = open_page("posters/")
    link = page.get_by_role("link", name=f"Poster: {TITLE}", exact=True)
    link.dispatch_event("click", {"ctrlKey": True, "bubbles": True, "cancelable": True})
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_without_javascript_the_click_opens_the_poster(open_page: Open) -> None:
    """The same link leads to the poster itself."""
    page = open_page("posters/", java_script_enabled=False)
    link = page.get_by_role("link", name=f"Poster: {TITLE}", exact=True)
    expect(link).to_be_visible()
    expect(link).to_have_attribute("href", "thresholds.pdf")
    with page.expect_request("**/posters/thresholds.pdf"):
        link.click(no_wait_after=True)


def test_an_enlarged_poster_prints_alone(open_page: Open) -> None:
    """Printing from the dialog prints the poster, without the page behind it or the tools around it."""
    page = open_page("posters/")
    enlarge(page)
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Actual size")).to_be_hidden()
    expect(page.locator("h1")).to_be_hidden()
    expect(page.locator(".enlarged img")).to_be_visible()
