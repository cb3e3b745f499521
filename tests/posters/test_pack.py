"""All posters of a series as one PDF, with a page of contents."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from posters import samples
from publication.audits.brand import Palette
from publication.posters.artwork import read_artwork
from publication.posters.clean import clean
from publication.posters.pack.compose import compose_pack
from publication.posters.pack.merge import MARKER
from publication.posters.pack.pack import Entry, PackContent, make_packs
from publication.posters.pack.trial import can_be_joined
from publication.posters.work import pool

if TYPE_CHECKING:
    from pathlib import Path

OTHER = Palette(deep="#000000", mid="#000000", tint="#ffffff")
PALETTE = Palette(deep="#0d4850", mid="#2b7a80", tint="#e4f0ef")
PAGE = "https://example.org/audits/neglect/"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The files of a cache: a tagged PDF, one without tags, and pictures, all cleaned."""
    files = {
        "tagged.pdf": clean(tagged(), "pdf").data,
        "plain.pdf": clean(samples.pdf(pages=2, words="Plain words"), "pdf").data,
        "turned.jpeg": clean(samples.laden_jpeg(6), "jpeg").data,
        "lying.png": clean(samples.laden_png(1), "png").data,
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def tagged() -> bytes:
    """A PDF whose one paragraph has a tag with a name of its own, and a link that has one, too."""
    with Pdf.open(io.BytesIO(samples.pdf(words="Tagged words"))) as document:
        root, page = document.Root, document.pages[0].obj
        page.Contents = document.make_stream(
            b"/P <</MCID 0>> BDC BT /F 24 Tf 50 700 Td (Tagged words) Tj ET EMC"
        )
        page.StructParents = 0
        place = document.make_indirect(Array([page, Name.Fit]))
        root.Names = Dictionary(Dests=Dictionary(Names=Array([pikepdf.String("top"), place])))
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], StructParent=1)
        link.Dest = pikepdf.String("top")
        lost = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])
        lost.Dest = pikepdf.String("nowhere")
        page.Annots = Array([document.make_indirect(link), document.make_indirect(lost)])
        tree = document.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top = document.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        words = Dictionary(Type=Name.StructElem, S=Name("/Findings"), P=top, Pg=page, K=0)
        words = document.make_indirect(words)
        top.K = Array([words])
        tree.K = top
        tree.RoleMap = Dictionary(Findings=Name("/Lines"), Lines=Name.P)
        tree.ParentTree = Dictionary(Nums=Array([0, Array([words]), 1, words]))
        root.StructTreeRoot = tree
        root.MarkInfo = Dictionary(Marked=True)
        root.Lang = "cy"
        return samples.saved(document)


def entry(
    path: Path, kind: str, *pages: tuple[int, int], title: str = "", words: tuple[str, ...] = ()
) -> Entry:
    """A poster of a pack."""
    return Entry(title or f"About {path.stem}", "2018/19", PAGE, kind, path, pages, words)


def content(folder: Path, **changes: Any) -> PackContent:
    """A pack of one poster of each kind."""
    entries = (
        entry(folder / "tagged.pdf", "PDF", (595, 842)),
        entry(folder / "plain.pdf", "PDF", (595, 842), (595, 842), words=("First words", "More words")),
        entry(folder / "turned.jpeg", "JPEG", (877, 1240), words=("Words of the JPEG",)),
        entry(folder / "lying.png", "PNG", (1240, 877)),
    )
    values = {
        "slug": "multi-agency", "kind": "Series", "name": "Multi-agency audits", "palette": PALETTE,
        "publisher": "The Partnership", "entries": entries,
    }  # fmt: skip
    return PackContent(**{**values, **changes})


@pytest.fixture
def made(folder: Path) -> Pdf:
    """The pack of one poster of each kind."""
    data = compose_pack(content(folder)).data
    return Pdf.open(io.BytesIO(data))


def words_of(pdf: Pdf, page: int) -> str:
    """What can be read on a page, counted from 0."""
    data = io.BytesIO()
    pdf.save(data)
    document = pypdfium2.PdfDocument(data.getvalue())
    words = " ".join(document[page].get_textpage().get_text_range().split())
    document.close()
    return words


def tags_of(pdf: Pdf, role: str) -> list[Any]:
    """Every tag of a role, in reading order."""
    found = []

    def walk(tag: Any) -> None:
        if tag.get("/S") == Name(f"/{role}"):
            found.append(tag)
        inner = tag.get("/K", Array())
        for one in inner if isinstance(inner, Array) else [inner]:
            if isinstance(one, Dictionary) and "/S" in one:
                walk(one)

    top = pdf.Root.StructTreeRoot.K
    for one in top if isinstance(top, Array) else [top]:
        walk(one)
    return found


def test_contents_come_first(made: Pdf) -> None:
    """Title, partnership, every poster with its page in this file, its period and its page's address."""
    words = words_of(made, 0)
    for said in ("Series", "Multi-agency audits", "The Partnership", "4 posters on 5 pages"):
        assert said in words
    for title, page in (("tagged", 2), ("plain", 3), ("turned", 5), ("lying", 6)):
        assert f"About {title} 2018/19 · {PAGE} {page}" in words
    assert "Page 1 of 6" in words


def test_posters_follow_in_order(made: Pdf) -> None:
    """A page for each page of each poster; pictures have no text but their alternative."""
    assert len(made.pages) == 6
    assert [words_of(made, page) for page in range(1, 6)] == [
        "Tagged words", "Plain words", "Plain words", "", "",
    ]  # fmt: skip


def test_contents_lead_to_the_posters(made: Pdf) -> None:
    """Each title is a link to its poster's page, each address one to the web."""
    actions = [annotation.A for annotation in made.pages[0].obj.Annots]
    inner = [made.pages.index(pikepdf.Page(action.D[0])) for action in actions if str(action.S) == "/GoTo"]
    assert inner == [1, 2, 4, 5]
    assert [str(action.URI) for action in actions if str(action.S) == "/URI"] == [PAGE] * 4
    assert MARKER.encode() not in made.Root.unparse()


def test_bookmarks(made: Pdf) -> None:
    """One for the contents and one for each poster."""
    with made.open_outline() as outline:
        marks = [(mark.title, made.pages.index(pikepdf.Page(mark.destination[0]))) for mark in outline.root]
    assert marks == [
        ("Contents", 0), ("About tagged", 1), ("About plain", 2), ("About turned", 4), ("About lying", 5),
    ]  # fmt: skip


def test_a_pack_is_a_document_with_title_and_language(made: Pdf) -> None:
    """Readers' programs show the title, and read the words as British English."""
    assert made.Root.Lang == "en-GB"
    assert made.trailer.Info.Title == "Multi-agency audits: posters"
    assert made.Root.ViewerPreferences.DisplayDocTitle
    assert made.Root.MarkInfo.Marked


def test_a_pack_says_nothing_of_its_makers(made: Pdf) -> None:
    """No author, program or date, and no claim to a standard that not every poster in it meets."""
    assert set(made.trailer.Info.keys()) == {"/Title"}
    described = made.Root.Metadata.read_bytes()
    for word in (b"creator", b"Typst", b"Date", b"pdfuaid:part", b"pdfaid:part"):
        assert word not in described


def test_every_tag_leads_to_its_page_and_back(made: Pdf) -> None:
    """The numbers that tie pages and links to tags are each used once, and lead to a tag of this file."""
    ties = dict(pikepdf.NumberTree(made.Root.StructTreeRoot.ParentTree).items())
    numbers = []
    for page in made.pages:
        numbers.append(int(page.obj.StructParents))
        assert all(tag.Pg.objgen == page.obj.objgen for tag in ties[numbers[-1]] if "/Pg" in tag)
        numbers += [
            int(one.StructParent) for one in page.obj.get("/Annots", Array()) if "/StructParent" in one
        ]
    assert len(numbers) == len(set(numbers))
    assert set(numbers) <= ties.keys()
    assert made.Root.StructTreeRoot.ParentTreeNextKey > max(ties)


def test_a_tagged_poster_keeps_its_tags(made: Pdf) -> None:
    """They are a part of the whole, in the poster's language; names of its own become standard ones."""
    part = tags_of(made, "Part")[0]
    assert (part.T, part.Lang) == ("About tagged", "cy")
    assert str(part.K[0].S) == "/Sect"
    [words] = part.K[0].K
    assert (words.S, words.Pg.objgen) == (Name.P, made.pages[1].obj.objgen)


def test_a_poster_without_tags_becomes_a_picture_with_words(made: Pdf) -> None:
    """Each page, with the words that the site has of it; what it draws can still be copied as text."""
    figures = tags_of(made, "Figure")
    alts = [str(figure.Alt) for figure in figures]
    assert alts[:2] == [
        "Poster: About plain, page 1 of 2. First words",
        "Poster: About plain, page 2 of 2. More words",
    ]
    assert [figure.Pg.objgen for figure in figures[:2]] == [page.obj.objgen for page in list(made.pages)[2:4]]


def test_a_picture_has_its_words_as_alternative(made: Pdf) -> None:
    """JPEG and PNG posters are figures whose alternative text is the poster's."""
    alts = [str(figure.Alt) for figure in tags_of(made, "Figure")]
    assert alts[2:] == ["Poster: About turned. Words of the JPEG", "Poster: About lying."]


def test_pictures_stand_upright_and_lie_as_they_were(made: Pdf) -> None:
    """A picture turned by EXIF is upright; a page lies where its picture does."""
    data = io.BytesIO()
    made.save(data)
    document = pypdfium2.PdfDocument(data.getvalue())
    turned, lying = (document[page].render(scale=0.2).to_pil().convert("RGB") for page in (4, 5))
    document.close()
    assert turned.height > turned.width
    assert lying.width > lying.height
    wide, tall = turned.size
    top, bottom = turned.getpixel((wide // 2, tall // 4)), turned.getpixel((wide // 2, 3 * tall // 4))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


def test_a_jpeg_is_not_coded_anew(made: Pdf, folder: Path) -> None:
    """Its bytes stand in the file as they were published."""
    coded = (folder / "turned.jpeg").read_bytes()
    pictures = [
        one
        for one in made.objects
        if isinstance(one, pikepdf.Stream) and one.get("/Filter") == Name.DCTDecode
    ]
    [picture] = pictures
    start, scan = coded.index(b"\xff\xdb"), picture.read_raw_bytes()
    assert scan[scan.index(b"\xff\xdb") :] == coded[start:]


def test_links_to_a_named_place_become_links_to_its_page(made: Pdf) -> None:
    """Two posters may use the same name; a link to a place that is not there goes."""
    [link] = made.pages[1].obj.Annots
    assert link.Dest[0].objgen == made.pages[1].obj.objgen


def test_the_paper_of_the_contents_is_that_of_the_posters(folder: Path) -> None:
    """A4 for posters on A4, A3 for larger ones, and for pictures, which have no size on paper."""
    small = content(folder)
    big = content(folder, entries=(entry(folder / "tagged.pdf", "PDF", (842, 1191)), *small.entries[1:]))
    pictures = content(folder, entries=small.entries[2:])
    widths = []
    for one in (small, big, pictures):
        with Pdf.open(io.BytesIO(compose_pack(one).data)) as made:
            widths.append(round(float(made.pages[0].mediabox[2])))
    assert widths == [595, 842, 842]


def test_long_contents_go_on(folder: Path) -> None:
    """Sixty posters need more than one page of contents, and the page numbers count them."""
    entries = tuple(entry(folder / "tagged.pdf", "PDF", (595, 842), title=f"Title {n}") for n in range(60))
    made = compose_pack(content(folder, entries=entries))
    data, pages = made.data, made.pages
    with Pdf.open(io.BytesIO(data)) as made:
        assert pages == len(made.pages)
        assert pages > 61
        assert f"Title 0 2018/19 · {PAGE} {pages - 59}" in words_of(made, 0)


def test_odd_titles(folder: Path) -> None:
    """Quotation marks, signs of Typst, right-to-left letters, emoji and 300 letters are text and no more."""
    titles = ['#panic("x") $a$ *b* @c', '‘A’ & "B"', "\N{GRINNING FACE} שלום", "word " * 60]
    entries = tuple(entry(folder / "tagged.pdf", "PDF", (595, 842), title=title.strip()) for title in titles)
    data = compose_pack(content(folder, entries=entries)).data
    with Pdf.open(io.BytesIO(data)) as made:
        words = words_of(made, 0)
        assert '#panic("x") $a$ *b* @c' in words
        assert "[grinning face]" in words


def test_the_same_posters_give_the_same_bytes(folder: Path) -> None:
    """No time, no chance."""
    assert compose_pack(content(folder)) == compose_pack(content(folder))


def test_a_pack_is_made_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Later builds take it from the cache with its pages and size, without opening anything."""
    first = make_packs([content(folder)], tmp_path / "packed")["multi-agency"]
    assert (first.pages, first.size) == (6, first.path.stat().st_size)
    monkeypatch.setattr(pool.subprocess, "Popen", None)
    for name in ("tagged.pdf", "plain.pdf", "turned.jpeg", "lying.png"):
        (folder / name).unlink()
    assert make_packs([content(folder)], tmp_path / "packed") == {"multi-agency": first}


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Other"},
        {"publisher": "Other"},
        {"palette": OTHER},
    ],
)
def test_what_shapes_a_pack_makes_it_anew(folder: Path, tmp_path: Path, change: dict[str, Any]) -> None:
    """Another name, publisher or palette: another file; the one that no pack uses any more is deleted."""
    before = make_packs([content(folder)], tmp_path / "packed")["multi-agency"]
    after = make_packs([content(folder, **change)], tmp_path / "packed")["multi-agency"]
    assert after.path != before.path
    assert not before.path.exists()


def test_a_changed_poster_makes_its_pack_anew(folder: Path, tmp_path: Path) -> None:
    """Files of the cache have other names when they have other bytes."""
    before = make_packs([content(folder)], tmp_path / "packed")["multi-agency"]
    (folder / "tagged.pdf").rename(folder / "renamed.pdf")
    changed = (entry(folder / "renamed.pdf", "PDF", (595, 842)), *content(folder).entries[1:])
    after = make_packs([content(folder, entries=changed)], tmp_path / "packed")["multi-agency"]
    assert after.path != before.path


def test_a_command_leaves_the_packs_of_the_build(folder: Path, tmp_path: Path) -> None:
    """`keep`: a topic's pack is added, the series' stay."""
    series = make_packs([content(folder)], tmp_path / "packed")["multi-agency"]
    topic = make_packs([content(folder, kind="Topic", slug="t")], tmp_path / "packed", keep=True)["t"]
    assert series.path.exists()
    assert topic.path.exists()


def test_a_poster_that_cannot_be_joined_is_left_out(folder: Path, tmp_path: Path) -> None:
    """It is named, the others are joined, and the next build tries again."""
    (folder / "tagged.pdf").write_bytes(b"%PDF-1.7 nothing")
    for _ in range(2):
        said: list[str] = []
        made = make_packs([content(folder)], tmp_path / "packed", say=said.append)["multi-agency"]
        (told,) = said
        assert told.startswith(
            "The file with all posters of 'Multi-agency audits' is without 'About tagged',"
        )
        assert made.pages == 5


def test_a_pack_that_cannot_be_made_stops_nothing(folder: Path, tmp_path: Path) -> None:
    """The others are made; what is missing is told in words, and no traceback reaches an editor."""
    for name in ("tagged.pdf", "plain.pdf"):
        (folder / name).write_bytes(b"%PDF-1.7 nothing")
    broken = content(folder, slug="broken", entries=content(folder).entries[:2])
    whole = content(folder, slug="whole", entries=content(folder).entries[2:])
    said: list[str] = []
    made = make_packs([broken, whole], tmp_path / "packed", say=said.append)
    assert list(made) == ["whole"]
    assert said == [
        "The posters of 'Multi-agency audits' could not be put into one file, so none is offered."
    ]


def test_whether_a_poster_can_be_joined_is_known_when_it_is_checked(tmp_path: Path) -> None:
    """One that cannot is published all the same; the editor is told what it will be missing from."""
    pdf = Pdf.open(io.BytesIO(samples.pdf()))
    (tmp_path / "whole.pdf").write_bytes(samples.saved(pdf))
    assert read_artwork(tmp_path / "whole.pdf").can_be_joined
    assert not can_be_joined(b"%PDF-1.7 nothing")
