"""What is said of a PDF's tags, language, title and pictures is what stands in it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

from posters import samples
from posters.test_compose import HOLDING
from publication.posters.artwork import read_artwork, read_artworks
from publication.posters.clean import clean
from publication.posters.composed.poster import compose
from publication.posters.intake.accessibility import Access, access_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

NOTHING = Access(has_tags=False, language="", title="", bare_pictures=0)


def tagged(*tags: Dictionary, **roles: Any) -> bytes:
    """A PDF with these tags and roles of its own."""
    with Pdf.open(io.BytesIO(samples.pdf())) as pdf:
        tree = Dictionary(Type=Name.StructTreeRoot, K=Array(tags), ParentTree=Dictionary(Nums=Array()))
        tree.RoleMap = Dictionary({f"/{role}": standard for role, standard in roles.items()})
        pdf.Root.StructTreeRoot = pdf.make_indirect(tree)
        pdf.Root.MarkInfo = Dictionary(Marked=True)
        return samples.saved(pdf)


def test_a_composed_poster_lacks_nothing() -> None:
    """Tags, British English, the audit's title, and words for the QR code."""
    found = access_of(compose(HOLDING))
    assert found == Access(has_tags=True, language="en-GB", title=HOLDING.title, bare_pictures=0)
    assert found.lacks == ()


def test_a_plain_pdf_has_nothing() -> None:
    """Words alone are no tags."""
    assert access_of(samples.pdf()) == NOTHING


def test_pictures_without_words_are_counted() -> None:
    """By a role of the file's own, too; alternative text or the text itself will do, blanks will not."""
    inner = Dictionary(S=Name.Sect, K=Array([Dictionary(S=Name.Figure, Alt=" ")]))
    words = (Dictionary(S=Name.Figure, Alt="A logo"), Dictionary(S=Name.Figure, ActualText="A"))
    found = access_of(
        tagged(inner, *words, Dictionary(S=Name("/Photo")), Photo=Name("/Plate"), Plate=Name.Figure)
    )
    assert found.bare_pictures == 2
    assert found.lacks == ("a stated language", "a title", "words for 2 pictures")


def test_tags_that_go_round_in_a_circle_come_to_an_end() -> None:
    """A hostile file costs a moment and no more."""
    with Pdf.open(io.BytesIO(tagged(Dictionary(S=Name.Sect)))) as pdf:
        tag = pdf.make_indirect(Dictionary(S=Name.Sect))
        tag.K = Array([tag, tag])
        pdf.Root.StructTreeRoot.K = tag
        data = samples.saved(pdf)
    assert access_of(data).has_tags


def _unmarked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def _treeless(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def _untied(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot["/ParentTree"]


@pytest.mark.parametrize("spoil", [_unmarked, _treeless, _untied])
def test_tags_that_no_program_may_use_are_none(spoil: Callable[[Pdf], None]) -> None:
    """They need a tree, the way from the pages into it, and the file's word that it holds."""
    with Pdf.open(io.BytesIO(compose(HOLDING))) as pdf:
        spoil(pdf)
        assert not access_of(samples.saved(pdf)).has_tags


def test_a_title_may_stand_in_the_xmp_alone() -> None:
    """Programs show either."""
    with Pdf.open(io.BytesIO(samples.pdf())) as pdf:
        with pdf.open_metadata(update_docinfo=False) as xmp:
            xmp["dc:title"] = "Only here"
        assert access_of(samples.saved(pdf)).title == "Only here"


@given(
    st.sampled_from(["/Lang", "/MarkInfo", "/StructTreeRoot"]), st.sampled_from([1, Name.X, Array(), "", "x"])
)
def test_odd_files_have_nothing(key: str, value: Any) -> None:
    """What is of another kind than it should be fails no build."""
    with Pdf.open(io.BytesIO(tagged(Dictionary(S=Name.P)))) as pdf:
        pdf.Root[key] = value
        found = access_of(samples.saved(pdf))
    assert isinstance(found.has_tags, bool)
    assert found.language == (value if key == "/Lang" and isinstance(value, str) else "")


def test_artwork_knows_it_and_remembers_it(tmp_path: Path) -> None:
    """Of a PDF; a picture has nothing to find. A second build takes it from the cache."""
    files = {"tagged.pdf": compose(HOLDING), "plain.pdf": samples.pdf(), "photo.jpg": samples.jpeg()}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    paths = [tmp_path / name for name in files]
    first = read_artworks(paths, tmp_path / "cache")
    assert [first[path].access for path in paths] == [access_of(files["tagged.pdf"]), NOTHING, None]
    assert read_artworks(paths, tmp_path / "cache") == first


@pytest.mark.skipif(not samples.REAL_POSTERS.is_dir(), reason="the real posters are not here")
@pytest.mark.parametrize(
    ("name", "lacks"),
    [
        ("access-needs-set-9-pages.pdf", ()),
        ("inclusive-language-age-tagged.pdf", ("a stated language",)),
        ("research-lab.pdf", ("a title", "words for 10 pictures")),
    ],
)
def test_real_posters(name: str, lacks: tuple[str, ...]) -> None:
    """Those of three programs have tags, and what the published download has is what was said of them."""
    path = samples.REAL_POSTERS / name
    found = read_artwork(path).access
    assert found is not None
    assert found.has_tags
    assert found.lacks == lacks
    assert access_of(clean(path.read_bytes(), "pdf").data) == found
