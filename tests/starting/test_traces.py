"""Nothing of the publication that was replaced is found in the new one, nor in the site that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from audits.sample import RECORD
from project import build
from publication.audits.catalogue import read_catalogue
from publication.cli.__main__ import main
from publication.cli.starting.traces import names_of, pattern_of, traces
from starting.samples import TRACES
from views.sample_site import PUBLISHER, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from life.repository import Repository


def test_the_names_to_look_for(repository: Repository) -> None:
    """The short name, the words of the name that are its own, and acronyms that stand for such words."""
    before, _ = read_catalogue(repository.root)
    assert names_of(before.publisher, before.vocabulary, PUBLISHER) == TRACES


@pytest.mark.parametrize(
    ("now", "stay"),
    [({"name": "Tarnside Partnership"}, "tarnside"), ({"short_name": "WTSCP"}, "wtscp")],
)
def test_what_the_new_one_is_called_may_stay(repository: Repository, now: dict[str, str], stay: str) -> None:
    """A partnership that only renames itself keeps words of its own."""
    before, _ = read_catalogue(repository.root)
    found = names_of(before.publisher, before.vocabulary, PUBLISHER.model_copy(update=now))
    assert set(TRACES) - set(found) == {stay}


def test_whole_words_only() -> None:
    """Ely is not in "rely"; an apostrophe or a hyphen ends a word, and capitals are no other word."""
    pattern = pattern_of(["ely", "ascp"])
    assert not pattern.search("They rely on it")
    assert [found[0] for found in pattern.finditer("ELY's ascp-x_ASCP")] == ["ELY", "ascp", "ASCP"]
    assert not pattern_of([]).search("anything")


def test_a_name_of_common_words_alone() -> None:
    """Then its short name is all that can be looked for."""
    common = PUBLISHER.model_copy(update={"name": "Safeguarding Children Partnership", "short_name": "SCP"})
    assert names_of(common, WORDS, PUBLISHER) == ("scp",)


def test_a_whole_site(repository: Repository) -> None:
    """No hit in text files, names of files, PDFs' words and metadata, or pictures' metadata."""
    root = repository.root
    before, _ = read_catalogue(root)
    told = [f"--name={name}" for name in ["St Aelwyd's & Łódź Ŵyn Safeguarding Children Partnership"]]
    assert main(["publication", *told, "--yes=yes", "--short-name=SALW", "--series=Joint audits"]) == 0
    for slug in ("one", "two"):
        record = RECORD.replace("multi-agency", "joint-audits")
        (root / f"content/audits/{slug}.md").write_text(record, "utf-8")
    done = build(root)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    now, _ = read_catalogue(root)
    names = names_of(before.publisher, before.vocabulary, now.publisher)
    assert names == TRACES
    files = [path.relative_to(root / "site") for path in (root / "site").rglob("*") if path.is_file()]
    assert list(traces(root / "site", files, names)) == []
    pattern, own = pattern_of(names), 0
    for file in files:
        for words in words_of(root / "site" / file):
            own += "Aelwyd" in words
            assert not pattern.search(words), file
    assert own >= 3, "the words of two posters and of their pack were read"


def words_of(path: Path) -> Iterator[str]:
    """What a file that is no text says and hides."""
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as document:
            yield " ".join(page.get_textpage().get_text_range() for page in document)
        with pikepdf.open(path) as pdf:
            yield f"{dict(pdf.docinfo)} {pdf.Root.get('/Metadata', pikepdf.Stream(pdf, b'')).read_bytes()!r}"
    elif path.suffix in (".png", ".webp"):
        with Image.open(path) as picture:
            yield f"{picture.info} {dict(picture.getexif())}"
