"""Of the folders that MkDocs copies, only pages and assets are published."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

import publish
from audits.sample import ROOT
from publication.guard.files import is_asset, is_page

CONFIG = SimpleNamespace(docs_dir="/p/docs", theme=SimpleNamespace(custom_dir="/p/overrides"))


@pytest.mark.parametrize("name", ["index.md", "data.md", "guides/first-steps.md"])
def test_pages(name: str) -> None:
    """Markdown by a plain name."""
    assert is_page(name)


@pytest.mark.parametrize(
    "name",
    ["draft.docx", "index.md~", "index.md.orig", "Copy of index.md", "photo.jpg", ".notes.md", "a.html"],
)
def test_what_is_no_page(name: str) -> None:
    """Drafts, safety copies, pictures that nobody cleaned."""
    assert not is_page(name)


@pytest.mark.parametrize(
    "name",
    ["notes.txt", "assets/css/site.css~", "assets/css/site.css.bak", "assets/js/a.js.map", "draft.docx"],
)
def test_what_is_no_asset(name: str) -> None:
    """Whatever else lies beside styles and scripts."""
    assert not is_asset(name)


def test_every_asset_of_the_project_is_one() -> None:
    """A new kind of asset is added to the list before it is used."""
    folder = ROOT / "overrides"
    names = [path.relative_to(folder).as_posix() for path in (folder / "assets").rglob("*") if path.is_file()]
    assert [name for name in names if not is_asset(name)] == []


@pytest.mark.parametrize(
    ("folder", "name", "published"),
    [
        ("/p/docs", "index.md", True),
        ("/p/docs", "draft.docx", False),
        ("/p/overrides", "assets/js/banner.js", True),
        ("/p/overrides", "assets/css/base.css", False),
        ("/p/overrides", "index.md", False),
        ("/theme", "assets/javascripts/workers/search.a7633da7.min.js", True),
        ("/theme", "assets/javascripts/workers/search.a7633da7.min.js.map", False),
        ("/theme", "assets/stylesheets/main.57a0d79d.min.css", False),
        ("/theme", "assets/images/favicon.png", False),
        ("/elsewhere", "index.md", False),
    ],
)
def test_the_build_publishes_what_is_listed(folder: str, name: str, *, published: bool) -> None:
    """By where a file comes from: nothing is published only because it is there."""
    assert publish.is_published(SimpleNamespace(src_dir=folder, src_uri=name), CONFIG) is published
