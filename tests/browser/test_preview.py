"""A preview in a browser: it shows what is wrong, and comes back by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from preview import PAGE, RECORD, TITLE, Preview, small_project
from timing import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    preview = Preview(small_project(tmp_path_factory.mktemp("preview") / "project"))
    try:
        preview.until(PAGE, TITLE)
        yield preview
    finally:
        preview.end()


def test_an_open_page_follows_edits_by_itself(preview: Preview, browser: Browser) -> None:
    """A mistake takes the page's place, with a heading and a list; once mended, the page is back."""
    page = browser.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    page.goto(f"{preview.address}{PAGE}#main")
    before = page.url
    with preview.edited({RECORD: preview.text(RECORD).replace("status: coming-soon", "status: comingsoon")}):
        page.get_by_role("heading", level=1, name="1 thing to mend").wait_for()
        assert page.url == before
        expect(page.get_by_role("region", name=RECORD).get_by_role("listitem")).to_contain_text("Line ")
        assert page.evaluate("document.fonts.check('1em \"Atkinson Hyperlegible Next\"')")
    page.get_by_role("heading", level=1).filter(has_text=TITLE).wait_for()
    assert page.url == before
    page.close()
