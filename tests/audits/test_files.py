"""Files that a repository cannot hold, or cannot hold everywhere: made here and refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audits.sample import RECORD, make_project, problems_in
from publication.audits.source.text import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A tiny project with one record."""
    root = make_project(tmp_path)
    (root / "content/audits/neglect.md").write_text(RECORD, "utf-8")
    return root


def test_the_tiny_project_is_valid(root: Path) -> None:
    """What the cases are laid into has no mistake of its own."""
    assert problems_in(root) == []


def test_a_symlink_is_refused(root: Path) -> None:
    """A link could bring in a file from outside of the project."""
    (root / "content/audits/linked.md").symlink_to(root / "content/audits/neglect.md")
    assert problems_in(root) == [
        "content/audits/linked.md: is a link to another file. Put the file itself here."
    ]


def test_a_symlink_to_nothing_is_refused(root: Path) -> None:
    """A link that leads nowhere is told as any other link."""
    (root / "content/audits/linked.md").symlink_to(root / "nowhere.md")
    assert problems_in(root) == [
        "content/audits/linked.md: is a link to another file. Put the file itself here."
    ]


def test_a_huge_file_is_refused(root: Path) -> None:
    """What no editor can have typed is not read."""
    (root / "content/audits/huge.md").write_text(RECORD + "n" * MAX_BYTES, "utf-8")
    assert problems_in(root) == [
        "content/audits/huge.md: is larger than 512 kB. A record is text only: is this it?"
    ]


@pytest.mark.parametrize(
    ("file", "encoding", "place"),
    [
        ("content/audits/neglect.md", "latin-1", "content/audits/neglect.md:2"),
        ("content/audits/neglect.md", "utf-16", "content/audits/neglect.md:1"),
        ("content/series/multi-agency.md", "latin-1", "content/series/multi-agency.md:2"),
        ("content/vocabulary.yml", "latin-1", "content/vocabulary.yml:2"),
    ],
)
def test_other_encodings_are_refused(root: Path, file: str, encoding: str, place: str) -> None:
    """A file that is not UTF-8 is told once, at its first other sign, and nothing else about it."""
    text = (root / file).read_text("utf-8")
    at = text.index(": ") + 2 if "title" in text else text.index("Neglect")
    (root / file).write_bytes(
        (text[:at] + "\N{LATIN SMALL LETTER E WITH ACUTE}" + text[at:]).encode(encoding)
    )
    said = "from here on it is not saved in the way that the site can read"
    how = "Save it again with the encoding UTF-8: in Notepad, File, Save as, Encoding."
    assert problems_in(root) == [f"{place}: {said}. {how}"]


def test_one_slug_in_different_case(root: Path) -> None:
    """Two names that differ in capitals only would be one address on some hosts."""
    (root / "content/audits/Neglect.md").write_text(RECORD, "utf-8")
    if len(list((root / "content/audits").iterdir())) == 1:
        pytest.skip("this file system does not tell capitals apart")
    assert problems_in(root) == [
        "content/audits/Neglect.md: the file's name becomes the page's address. "
        "Name the file with small letters, digits and hyphens: domestic-abuse.md",
        "content/audits/neglect.md: has the same name as Neglect.md but for capitals. Rename one.",
    ]


def test_no_folder_of_records(root: Path) -> None:
    """A project whose records are all gone is not published as an empty site."""
    (root / "content/audits/neglect.md").unlink()
    (root / "content/audits").rmdir()
    [told] = problems_in(root)
    assert told.startswith("content/audits: has no record in it.")


def test_no_vocabulary(root: Path) -> None:
    """A vocabulary that is gone is told once, and not again for each topic of each record."""
    (root / "content/vocabulary.yml").unlink()
    assert problems_in(root) == ["content/vocabulary.yml: is missing. Put the file back."]


def test_problems_of_all_files_come_at_once_sorted_by_file_and_line(root: Path) -> None:
    """One run tells everything: records, series, vocabulary and posters."""
    (root / "content/audits/neglect.md").write_text(
        RECORD.replace("2018/19", "2018/20") + "\n# One\n", "utf-8"
    )
    (root / "content/series/second.md").write_text("Words.\n", "utf-8")
    (root / "content/vocabulary.yml").write_text("topics: {}\n", "utf-8")
    places = [told.split(": ")[0] for told in problems_in(root)]
    assert places == [
        "content/audits/neglect.md:5",
        "content/audits/neglect.md:11",
        "content/series/second.md:1",
        "content/vocabulary.yml:1",
        "content/vocabulary.yml:1",
        "content/vocabulary.yml:1",
    ]
