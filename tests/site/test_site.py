"""What is in the built site, what is not, and what each page has."""

from __future__ import annotations

import datetime as dt
import itertools
import json
import re
import shutil
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from PIL import Image

from posters.samples import REAL_POSTERS
from project import ADDRESS, PUBLICATION, REPOSITORY, TODAY, build, lay_out, remove_audits
from publication.build import check, publish

if TYPE_CHECKING:
    from publication.audits.audit import Audit

PAGES = (
    "", "audits/", "posters/", "coming-soon/", "accessibility/", "series/multi-agency/", "topics/neglect/",
    "years/2018-19/",
)  # fmt: skip
UNSEEN = ("kingfisher", "lapwing", "sandpiper", "section-11-online")
"""Words that only drafts, an embargoed record and the learning of a withdrawn one have."""


class Page(HTMLParser):
    """The elements of a page, each as (tag, attributes)."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open = ""
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self._open, []).append(data.strip())

    @property
    def is_page(self) -> bool:
        """Not only an old address, which leads on to the page with the same title."""
        return not [one for one in self.all("meta") if one.get("http-equiv") == "refresh"]

    def all(self, *tags: str) -> list[dict[str, str | None]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@cache
def pages_of(site: Path) -> dict[str, Page]:
    return {str(path.relative_to(site)): Page(path) for path in sorted(site.rglob("*.html"))}


@pytest.fixture(scope="session")
def records(project: Path) -> tuple[Audit, ...]:
    return check(project)[0].audits


def public(records: tuple[Audit, ...]) -> set[str]:
    """The names of the records that readers may know of, as tests count them: by hand."""
    assert all(audit.published is None or audit.status != "draft" for audit in records)
    embargoed = {audit.slug for audit in records if audit.published and audit.published > TODAY}
    drafts = {audit.slug for audit in records if audit.status == "draft"}
    assert embargoed
    assert drafts
    return {audit.slug for audit in records} - embargoed - drafts


def test_every_published_record_has_its_poster(site: Path, records: tuple[Audit, ...]) -> None:
    """Every published record has three thumbnails, each of the width that its name says, and one download."""
    published = {audit.slug for audit in records if audit.status == "published"} & public(records)
    assert len(published) >= 25
    files = sorted(path for path in (site / "posters").iterdir() if path.is_file())
    for slug in published:
        pattern = re.compile(rf"{re.escape(slug)}-(\d+)-[0-9a-f]{{8}}\.webp")
        widths = []
        for path in files:
            if found := pattern.fullmatch(path.name):
                with Image.open(path) as image:
                    assert image.width == int(found[1])
                widths.append(image.width)
        assert len(set(widths)) == len(widths) == 3, slug
        assert len([path for path in files if path.stem == slug]) == 1, slug


def test_withdrawn_learning_is_gone(site: Path) -> None:
    """A withdrawn audit keeps its address and says why and since when; its learning is nowhere."""
    text = (site / "audits/information-sharing/index.html").read_text("utf-8")
    assert "withdrawn on 13 May 2024" in text
    assert "National guidance on sharing information was rewritten." in text


def test_the_addresses_of_the_design_exist(site: Path) -> None:
    """Bookmarks, e-mails and checks depend on these addresses."""
    for page in PAGES:
        assert (site / page / "index.html").is_file(), page
    for file in (
        "404.html", "sitemap.xml", "robots.txt", "posters/thresholds.pdf", "posters/neglect-2025.pdf",
        "posters/pre-birth.png", "posters/domestic-abuse.jpg",
    ):  # fmt: skip
        assert (site / file).is_file(), file


def test_every_page_is_named_and_headed(site: Path) -> None:
    """Each page has a title of its own, one h1, and headings that skip no level."""
    pages = [page for page in pages_of(site).values() if page.is_page]
    titles = ["".join(page.texts["title"]) for page in pages]
    assert len(set(titles)) == len(titles) > 50
    for name, page in pages_of(site).items():
        outside_dialogs = [tag for tag, _ in page.elements if re.fullmatch(r"h\d|dialog", tag)]
        levels = [int(tag[1]) for tag in itertools.takewhile(lambda tag: tag != "dialog", outside_dialogs)]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(b - a <= 1 for a, b in itertools.pairwise(levels)), (name, levels)


def test_pictures_say_their_size_and_load_when_needed(site: Path) -> None:
    """Each picture has width and height; in listings those below the fold are lazy, the first are not."""
    for name, page in pages_of(site).items():
        for picture in page.all("img"):
            if picture.get("src"):
                assert {"width", "height", "alt", "srcset", "sizes"} <= picture.keys(), name
    gallery = [p for p in pages_of(site)["posters/index.html"].all("img") if p.get("src")]
    assert [p.get("loading") for p in gallery[:4]] == [None] * 4
    assert {p.get("loading") for p in gallery[4:]} == {"lazy"}


def test_generated_pages_lead_to_their_record(site: Path) -> None:
    """The edit link of an audit's page is its record, that of a series its own file."""
    for slug, file in (
        ("audits/neglect-2022", "content/audits/neglect-2022.md"),
        ("series/multi-agency", "content/series/multi-agency.md"),
        ("topics/neglect", "content/vocabulary.yml"),
        (".", "docs/index.md"),
    ):
        links = [a["href"] for a in pages_of(site)[str(Path(slug) / "index.html")].all("a")]
        assert f"{REPOSITORY}/edit/main/{file}" in links


def test_records_are_escaped_and_cleaned(site: Path) -> None:
    """Signs of a title come out as signs; a script or a picture in a record's Markdown is gone."""
    text = (site / "audits/what-a-record-can-hold/index.html").read_text("utf-8")
    assert (
        "What a record can hold: &#39;single&#39; &amp; &#34;double&#34; quotation marks, é, Ł and 日" in text
    )
    assert "alert(" not in text
    assert "example.org/x.png" not in text
    assert '<a href="https://example.org/" rel="noopener noreferrer">example of a link</a>' in text


def test_a_posters_text_is_on_its_page(site: Path) -> None:
    """Artwork's words stand on the audit's page: from the PDF, page by page, or from the record."""
    page = " ".join((site / "audits/neglect-2025/index.html").read_text("utf-8").split())
    words = page.partition('id="poster-text"')[2]
    assert "Page 3 of 3" in words
    assert "For the third time in seven years we asked what daily life is like" in words
    page = (site / "audits/domestic-abuse/index.html").read_text("utf-8")
    assert "<li>“Nobody asked me what I heard.”</li>" in page


def test_downloads_carry_no_author(site: Path) -> None:
    """What the artwork said of its makers is in no download."""
    pictures = [path for path in (site / "posters").iterdir() if path.suffix in (".jpg", ".png")]
    assert len(pictures) > 5
    for path in pictures:
        assert b"Ada Author" not in path.read_bytes()


def test_a_download_says_its_type_and_size(site: Path) -> None:
    """`PDF, 38 KB`: a reader on a phone knows what a download costs."""
    text = (site / "posters/index.html").read_text("utf-8")
    size = (site / "posters/thresholds.pdf").stat().st_size
    assert f"(PDF, {round(size / 1000)} KB)" in text


def test_a_composed_poster_is_a_tagged_document(site: Path) -> None:
    """The poster of a record without artwork says in words that the learning is not there yet."""
    document = pypdfium2.PdfDocument(site / "posters/thresholds.pdf")
    words = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert "Applying the threshold document at the front door" in words
    assert "has not been supplied yet" in words


def test_search_has_learning_and_no_listings(site: Path) -> None:
    """The index has each audit and its sections once; listings are left out."""
    entries = json.loads((site / "search/search_index.json").read_text("utf-8"))["docs"]
    places = {entry["location"] for entry in entries}
    assert "audits/neglect-2025/" in places
    assert "audits/neglect-2025/#worked-well" in places
    assert not [p for p in places if p.startswith(("series/", "topics/", "years/", "posters/"))]


def test_the_sitemap_and_robots_name_the_site(site: Path) -> None:
    """Search engines find the sitemap, and in it the audits."""
    robots = (site / "robots.txt").read_text("utf-8")
    assert f"Sitemap: {ADDRESS}sitemap.xml" in robots
    sitemap = (site / "sitemap.xml").read_text("utf-8")
    assert f"{ADDRESS}audits/domestic-abuse/" in sitemap


def test_posters_are_linked_not_copied(site: Path) -> None:
    """Where the file system allows, the site shares its posters' bytes with the cache."""
    assert (site / "posters/thresholds.pdf").stat().st_nlink > 1


def test_where_links_are_impossible_posters_are_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another disk, or a file system without hard links."""
    from publish import place

    (tmp_path / "source").write_bytes(b"poster")
    monkeypatch.setattr("os.link", lambda *_: (_ for _ in ()).throw(OSError("no links here")))
    place(tmp_path / "source", tmp_path / "a/b/target")
    assert (tmp_path / "a/b/target").read_bytes() == b"poster"


def test_a_mistake_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    """All problems with file and line, no traceback, and the site of the last good build untouched."""
    root = remove_audits(lay_out(tmp_path / "project"))
    (root / "site").mkdir()
    (root / "site/index.html").write_text("the last good build", "utf-8")
    record = (PUBLICATION / "content/audits/neglect-2019.md").read_text("utf-8")
    (root / "content/audits/neglect.md").write_text(record.replace("[neglect]", "[neglct]"), "utf-8")
    (root / "posters/lonely.pdf").write_bytes(b"not a poster")
    (root / "content/audits/escalation.md").write_text("Words.\n", "utf-8")
    done = build(root)
    assert done.returncode == 1
    assert "content/audits/neglect.md:6: 'neglct' is not a topic. Did you mean 'neglect'?" in done.stderr
    assert "content/audits/escalation.md:1: does not begin with the record's facts." in done.stderr
    assert "Traceback" not in done.stderr
    assert [p.name for p in (root / "site").iterdir()] == ["index.html"]


def test_every_real_poster_publishes(tmp_path: Path) -> None:
    """The real posters, each given a record: three thumbnails, every page enlarged, a clean download."""
    if not REAL_POSTERS.is_dir():
        pytest.skip("the real posters are not here")
    root = remove_audits(lay_out(tmp_path / "project"))
    files = sorted(p for p in REAL_POSTERS.iterdir() if p.suffix in (".pdf", ".jpg"))
    assert len(files) > 9
    for number, file in enumerate(files):
        shutil.copy(file, root / "posters")
        (root / f"content/audits/real-{number:02}.md").write_text(
            "---\ntitle: Real poster\nseries: practice-weeks\nstatus: published\nperiod: 2025-01\n"
            f"topics: [training]\nposter: {file.name}\n"
            + ("poster_text: Words.\n" if file.suffix == ".jpg" or "no-text" in file.name else "")
            + "---\n\nA real poster.\n",
            "utf-8",
        )
    done = publish(
        root, today=dt.date(2026, 1, 1), is_preview=False, environment={},
        say=lambda _: None,
    )  # fmt: skip
    for number in range(len(files)):
        names = [address for address in done.artefacts if address.startswith(f"posters/real-{number:02}")]
        assert len([n for n in names if n.endswith(".webp")]) >= 3
        assert len([n for n in names if not n.endswith(".webp")]) == 1
