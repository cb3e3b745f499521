"""Which addresses a project is published at."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from audits.sample import RECORD, make_project
from publication import build
from publication.audits.problem import InvalidContentError
from publication.posters.pack.pack import Pack
from views.sample_site import poster

if TYPE_CHECKING:
    from pathlib import Path

    from publication.build import Publication


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a record of each kind, whose posters are not drawn."""

    def packs(contents: Any, folder: Path, **options: Any) -> dict[str, Any]:
        return {one.address: Pack(folder / "x.pdf", len(one.entries) + 1, 99_000) for one in contents}

    def posters(root: Path, catalogue: Any, *others: Any, **options: Any) -> dict[str, Any]:
        shown = [one.slug for one in catalogue.audits if one.status in ("published", "draft")]
        return {slug: poster(slug) for slug in shown}

    monkeypatch.setattr(build, "publish_posters", posters)
    monkeypatch.setattr(build, "make_packs", packs)
    root = make_project(tmp_path)
    why = "withdrawn: {on: 2026-01-15, why: The guidance has changed.}"
    records = {
        "neglect": RECORD.replace("2018/19", "2017/18 to 2018/19"),
        "missing": RECORD.replace("2018/19", "2019-10").replace("[neglect]", "[missing]"),
        "soon": RECORD.replace("published", "coming-soon"),
        "plan": RECORD.replace("published", "planned"),
        "old": RECORD.replace("published", "withdrawn").replace("---\n\n", f"{why}\n---\n\n"),
        "secret": RECORD.replace("published", "draft").replace("2018/19", "2020/21"),
        "later": RECORD.replace("status", "published: 2026-03-02\nstatus").replace("2018/19", "2021/22"),
    }
    for slug, text in records.items():
        (root / f"content/audits/{slug}.md").write_text(text, "utf-8")
    return root


def published(root: Path, *, is_preview: bool = False) -> Publication:
    """Everything of the project on the day before an embargo ends."""
    return build.publish(
        root,
        today=dt.date(2026, 3, 1),
        is_preview=is_preview,
        environment={},
        say=lambda _: None,
    )


def poster_addresses(*slugs: str) -> set[str]:
    """Three pictures and a download for each."""
    return {
        f"posters/{slug}{end}"
        for slug in slugs
        for end in (".pdf", "-320-k.webp", "-640-k.webp", "-1280-k.webp")
    }


PUBLIC = {
    "audits/", "audits/neglect/", "audits/missing/", "audits/soon/", "audits/plan/", "audits/old/",
    "audits/old/briefing/index.html",
    "posters/", "coming-soon/", "actions/", "series/multi-agency/", "series/multi-agency/posters.pdf",
    "topics/neglect/", "topics/missing/", "topics/domestic-abuse/",
    "years/2017-18/", "years/2018-19/", "years/2019-20/",
    "briefings/", "feed.xml", "series/multi-agency/feed.xml",
    "topics/neglect/feed.xml", "topics/missing/feed.xml", "topics/domestic-abuse/feed.xml",
    "audits.json", "audits.schema.json", "audits.csv",
    "editors/", "editors/record.schema.json", "editors/empty-record.txt",
    "assets/css/briefing.css", "assets/css/colours.css", "assets/css/editors.css", "assets/css/print.css",
    "assets/css/site.css",
    "assets/mark.svg", "assets/waves.svg", "assets/social.png", "robots.txt",
}  # fmt: skip


def test_addresses(root: Path) -> None:
    """Exactly these: nothing of a draft or of an embargoed record, no poster of what has none."""
    assert set(published(root).artefacts) == PUBLIC | poster_addresses("neglect", "missing")


def test_addresses_of_the_preview(root: Path) -> None:
    """The local preview shows drafts and embargoed records, too."""
    more = {"audits/secret/", "audits/later/", "years/2020-21/", "years/2021-22/"}
    expected = PUBLIC | more | poster_addresses("neglect", "missing", "secret", "later")
    assert set(published(root, is_preview=True).artefacts) == expected


def test_no_trace(root: Path) -> None:
    """No page names what may not be shown."""
    for artefact in published(root).artefacts.values():
        assert "secret" not in str(artefact.content)
        assert "later/" not in str(artefact.content)


def test_pages_and_other_files(root: Path) -> None:
    """An address that ends in a slash is a page with a title and a description; any other is a file."""
    for artefact in published(root).artefacts.values():
        assert (artefact.page is not None) is artefact.address.endswith("/")
        if artefact.page:
            assert artefact.page.title
            assert artefact.page.description


def test_robots(root: Path) -> None:
    """Search engines are told where the sitemap is."""
    assert "Sitemap: https://example.org/sitemap.xml" in str(published(root).artefacts["robots.txt"].content)


def test_embedded_parts(root: Path) -> None:
    """What hand-written pages may embed."""
    assert set(published(root).embedded) == {
        "numbers", "series", "series multi-agency", "topics", "feeds", "data-fields", "contact",
        "accessibility status", "accessibility exceptions", "accessibility exemptions", "accessibility tests",
    }  # fmt: skip


def test_nothing_is_published_of_broken_content(root: Path) -> None:
    """One mistake in one record, and nothing at all is made."""
    (root / "content/audits/soon.md").write_text(RECORD.replace("2018/19", "2018/20"), "utf-8")
    with pytest.raises(InvalidContentError, match=r"content/audits/soon\.md:5: '2018/20'"):
        published(root)
