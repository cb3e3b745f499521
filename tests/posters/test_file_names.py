"""A poster's file is found by its name however a system writes accents."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from audits.sample import RECORD, make_project
from posters import samples
from publication.audits.catalogue import read_catalogue
from publication.posters.collection import check_artwork

if TYPE_CHECKING:
    from pathlib import Path


def test_accents_in_two_signs_are_the_same_name(tmp_path: Path) -> None:
    """A Mac names the file `cafe` with a sign for the accent behind it; the record has one sign for both."""
    root = make_project(tmp_path)
    name = unicodedata.normalize("NFC", "caf\u00e9.pdf")
    record = RECORD.replace("topics:", f"poster: {name}\ntopics:")
    (root / "content/audits/neglect.md").write_text(record, "utf-8")
    (root / "posters" / unicodedata.normalize("NFD", name)).write_bytes(samples.pdf(words="Neglect"))
    catalogue, _ = read_catalogue(root)
    artworks, problems = check_artwork(root, catalogue, tmp_path / ".cache", complete=True)
    assert list(artworks) == ["neglect"]
    assert [str(problem) for problem in problems if not problem.is_warning] == []
