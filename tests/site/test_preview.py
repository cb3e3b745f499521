"""`make serve`: edits are followed, and what is wrong is shown where the editor is looking."""

from __future__ import annotations

import html
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from preview import ENVIRONMENT, PAGE, RECORD, TITLE, Preview, command, small_project
from timing import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG_LINE = re.compile(r"(INFO|WARNING|ERROR) +-  \S|Posters: \d")


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that was started on a broken record, which has been mended since."""
    root = small_project(tmp_path_factory.mktemp("preview") / "project")
    good = (root / RECORD).read_text("utf-8")
    (root / RECORD).write_text(good.replace("series: ", "serie: "), "utf-8")
    preview = Preview(root)
    try:
        text = preview.until("", "to mend")
        assert "'serie' is" in html.unescape(text), "it starts, and says what is wrong"
        preview.write(RECORD, good)
        preview.until(PAGE, TITLE)
        yield preview
    finally:
        preview.end()


def files_named(page: str) -> list[str]:
    return re.findall(r"<h2[^>]*>(.*?)</h2>", page)


def line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def test_an_edit_is_seen(preview: Preview) -> None:
    """A record's new words are on its page, in seconds at most, and open pages are told to load again."""
    before = int(re.findall(r"livereload\((\d+), ", preview.get(PAGE)[1])[0])
    with preview.edited({RECORD: preview.text(RECORD) + "\nQuince jelly.\n"}):
        told = preview.get(f"livereload/{before}/1")[1]
        assert int(told) > before
        preview.until(PAGE, "Quince jelly.")


def test_all_mistakes_are_shown_by_file_and_line(preview: Preview) -> None:
    """Whatever page one looks at shows what is wrong in records, series, vocabulary and posters."""
    record, series = preview.text(RECORD), "content/series/multi-agency.md"
    other, words = "content/audits/harm-online.md", "content/vocabulary.yml"
    changes = {
        RECORD: record.replace("status: coming-soon", "status: comingsoon").replace(
            "topics: [", "topics: [<b>, "
        ),
        other: preview.text(other).replace("status: ", "poster: gone.pdf\nstatus: "),
        series: preview.text(series).replace("order: 1", "order: first"),
        words: preview.text(words) + "\ntopic: {}\n",
        "posters/unused.pdf": b"%PDF-1.4 but no more",
    }
    with preview.edited(changes):
        for path in ("", PAGE, "audits/moving-on-at-18", "no/such/page/", "404.html"):
            page = preview.until(path, "to mend", "livereload(")
            assert files_named(page) == sorted({RECORD, other, series, words})
            assert f"<strong>Line {line_of(preview.text(RECORD), 'comingsoon')}:</strong>" in page
            assert "<b>" not in page, "what an editor wrote is shown, not obeyed"
        assert preview.get("assets/css/site.css")[0] == 200, "the page has the site's look"


def test_mistakes_in_pages_written_by_hand_are_shown(preview: Preview) -> None:
    """A view that there is not, and a link that leads nowhere, in their file and line."""
    file = "docs/subscribe.md"
    text = preview.text(file) + "\n::: nmbers\n\nSee [this](nowhere.md).\n"
    with preview.edited({file: text, RECORD: preview.text(RECORD) + "\nSee [that](../nothing/).\n"}):
        page = html.unescape(preview.until(PAGE, "to mend"))
        assert files_named(page) == [RECORD, file]
        assert (
            f"Line {line_of(text, '::: nmbers')}:</strong> 'nmbers' is nothing that a page can embed" in page
        )
        assert f"Line {line_of(text, 'nowhere.md')}:</strong> the link 'nowhere.md' leads nowhere" in page
        assert "the link '../nothing/' leads nowhere" in page


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("mkdocs.yml", "site_name: ", "site_name: [", id="configuration"),
        pytest.param("overrides/main.html", "<main ", "{{ no such thing }}<main ", id="skeleton"),
        pytest.param("overrides/views/audit.html", "{% ", "{{ nothing.at.all }}{% ", id="view"),
    ],
)
def test_broken_machinery_is_shown_too(preview: Preview, file: str, old: str, new: str) -> None:
    """A mistake in the configuration or a template leaves no browser waiting: it is shown at its line."""
    text = preview.text(file)
    with preview.edited({file: text.replace(old, new, 1)}):
        page = preview.until(PAGE, "1 thing to mend")
        assert files_named(page) == [file]
        assert "<strong>Line " in page


def test_changed_code_needs_a_new_start(preview: Preview) -> None:
    """Code is read once: when it changes, the preview says that it has to be started again."""
    file = "hooks/publication/views/audit_page.py"
    with preview.edited({file: preview.text(file) + "\n"}):
        page = preview.until(PAGE, "make serve")
        assert files_named(page) == [file]


def test_new_renamed_and_deleted_records_are_noticed(preview: Preview) -> None:
    """A record's page comes and goes with its file; where it was, the page that says so follows edits too."""
    new = "content/audits/quince.md"
    with preview.edited({new: preview.text(RECORD)}):
        preview.until("audits/quince/", TITLE)
        (preview.root / new).rename(preview.root / "content/audits/medlar.md")
        preview.until("audits/medlar/", TITLE)
        preview.until("audits/quince/", "This page is not here", "livereload(", status=404)
        preview.write("content/audits/medlar.md", None)
        preview.until("audits/medlar/", "This page is not here", status=404)
        preview.write(new, preview.text(RECORD))
        preview.until("audits/quince/", TITLE)


def test_files_that_editors_leave_behind_do_no_harm(preview: Preview) -> None:
    """Swap files, locks and safety copies are no records."""
    folder = "content/audits"
    names = (".moving-on-at-18.md.swp", "moving-on-at-18.md~", "#moving-on-at-18.md#")
    lock = preview.root / folder / ".#moving-on-at-18.md"
    lock.symlink_to("nobody@nowhere")
    strange = {f"{folder}/{name}": "half a rec" for name in names}
    with preview.edited({**strange, RECORD: preview.text(RECORD) + "\nMedlar.\n"}):
        preview.until(PAGE, "Medlar.")
    lock.unlink()


def test_the_terminal_says_it_in_words(preview: Preview) -> None:
    """It names the address once and each problem; there is no traceback, and no talk of the machinery."""
    said = preview.log.read_text()
    assert said.count(preview.address) == 1
    assert f"ERROR   -  {RECORD}:" in said
    assert "Traceback" not in said
    assert [line for line in said.splitlines() if line and not LOG_LINE.match(line)] == []


def test_a_port_in_use_is_said_at_once(preview: Preview) -> None:
    """A second preview says what to do, and does not build first."""
    done = subprocess.run(
        command(preview.port),
        cwd=preview.root,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert f"make serve PORT={preview.port + 1}" in done.stdout
    assert "posters: " not in done.stderr, "it has not built anything"
