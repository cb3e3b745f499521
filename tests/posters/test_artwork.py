"""Artwork in: what is accepted, what is refused and in which words, and that nothing is decoded twice."""

from __future__ import annotations

import hashlib
import io
import json
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from posters import samples
from publication.posters import limits
from publication.posters.artwork import ArtworkError, Page, read_artwork, read_artworks
from publication.posters.intake.formats import HEAD, recognise
from publication.posters.intake.inspection import inspect
from publication.posters.work import pool

HOOKS = Path(__file__).parents[2] / "hooks"


@pytest.fixture
def poster(tmp_path: Path):
    """Writes bytes as a file and returns its path."""

    def write(data: bytes, name: str = "poster.pdf") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return write


def inspected(path: Path, data: bytes, kind: str) -> dict:
    """What a worker finds, found here in this process, which is quicker."""
    path.write_bytes(data)
    return inspect(str(path), kind, hashlib.sha256(data).hexdigest())


def test_accepts_each_format_by_its_bytes(tmp_path):
    """PDF, PNG and JPEG are read in one go, with size, pages, text and digest."""
    for name, data in {"a.pdf": samples.pdf(2), "b.png": samples.png(), "c.jpg": samples.jpeg()}.items():
        (tmp_path / name).write_bytes(data)
    found = read_artworks(sorted(tmp_path.iterdir()))
    a, b, c = (found[tmp_path / name] for name in ("a.pdf", "b.png", "c.jpg"))
    assert (a.format, a.pages, a.texts) == ("pdf", (Page(595, 842),) * 2, ("Neglect",) * 2)
    assert (b.format, b.pages, b.texts) == ("png", (Page(1240, 877),), ("",))
    assert (c.format, c.size, c.notes) == ("jpeg", (tmp_path / "c.jpg").stat().st_size, ())


def test_name_that_says_something_else_is_a_note(poster):
    """A JPEG named .png is accepted as what it is, and the editor is told."""
    artwork = read_artwork(poster(samples.jpeg(), "poster.png"))
    assert artwork.format == "jpeg"
    assert [note.text for note in artwork.notes] == [
        "This is a JPEG image although its name ends in .png; it is published as such. "
        "Rename it to end in .jpg."
    ]


@pytest.mark.parametrize(
    "name", ["two words.pdf", "Überprüfung.pdf", "🙂.pdf", "-rf.pdf", "x" * 240 + ".pdf"]
)
def test_any_file_name_will_do(poster, name):
    """Spaces, accents, an emoji, a leading dash and a very long name are no hindrance."""
    assert read_artwork(poster(samples.pdf(), name)).format == "pdf"


def test_turned_image_is_measured_upright(tmp_path):
    """EXIF orientations 5 to 8 swap width and height, in JPEG and PNG."""
    for kind, make in (("jpeg", samples.laden_jpeg), ("png", samples.laden_png)):
        sizes = [inspected(tmp_path / "x", make(turn), kind)["pages"] for turn in (1, 3, 6, 8)]
        assert sizes == [[[1240, 877]], [[1240, 877]], [[877, 1240]], [[877, 1240]]]


def test_what_is_no_file_is_refused(tmp_path):
    """A missing file, a folder, a link and an empty file each get their own words."""
    (tmp_path / "folder.pdf").mkdir()
    (tmp_path / "link.pdf").symlink_to("/etc/passwd")
    (tmp_path / "empty.pdf").touch()
    names = ("missing", "folder", "link", "empty")
    found = read_artworks(tmp_path / f"{name}.pdf" for name in names)
    words = ("is missing", "is a folder", "is a link", "is empty")
    for (_, error), expected in zip(found.items(), words, strict=True):
        assert isinstance(error, ArtworkError)
        assert expected in str(error)


def test_file_over_the_limit_is_refused_unread(tmp_path):
    """41 MB are refused by their size alone."""
    path = tmp_path / "big.pdf"
    with path.open("wb") as file:
        file.truncate(41 * 2**20)
    with pytest.raises(ArtworkError, match="has 41 MB; the most is 40 MB"):
        read_artwork(path)


@pytest.mark.parametrize(
    ("start", "name"),
    [
        (b'<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="x">', "an SVG drawing"),
        (b"<!DOCTYPE html><title>x", "a web page"),
        (b"GIF89a", "a GIF image"),
        (b"II*\0", "a TIFF image"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "a WebP image"),
        (b"\0\0\0\x18ftypheic", "a HEIC photo"),
        (b"PK\x03\x04....[Content_Types].xml....word/document.xml", "a Word or text document"),
        (b"PK\x03\x04....ppt/presentation.xml", "a PowerPoint"),
        (b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.graphics", "a Draw document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, PowerPoint or Publisher document"),
        (b"8BPS", "a Photoshop file"),
        (b"%!PS-Adobe-3.0 EPSF", "a PostScript or EPS file"),
        (b"hello", "not a PDF, PNG or JPEG file"),
    ],
)
def test_other_formats_are_named(start, name):
    """Each other format is named, and the message says what to export instead."""
    with pytest.raises(ArtworkError, match=name) as error:
        recognise(start, b"")
    assert "xport" in str(error.value)


def test_office_document_is_named_by_the_end_of_its_archive():
    """A ZIP's directory stands at its end: a picture at the start does not hide a presentation."""
    with pytest.raises(ArtworkError, match="PowerPoint"):
        recognise(b"PK\x03\x04media/photo.jpg".ljust(HEAD), b"ppt/slides/slide1.xml")


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (
            samples.pdf(1, encryption=pikepdf.Encryption(user="x", owner="y")),
            "pdf",
            "protected with a password",
        ),
        (
            samples.pdf(1, encryption=pikepdf.Encryption(user="", owner="y")),
            "pdf",
            "protected with a password",
        ),
        (samples.pdf(0), "pdf", "no page"),
        (samples.pdf(31), "pdf", "31 pages; a poster has at most 30"),
        (samples.pdf(1, (842, 14174)), "pdf", "5.0 metres long"),
        (samples.pdf(1, (20, 842)), "pdf", "10 times as long"),
        (samples.save(samples.picture(size=(1239, 900)), "PNG"), "png", "too small.*150 dpi"),
        (samples.bomb(), "png", "169 million; the most is 40 million"),
    ],
)
def test_what_cannot_be_published_is_refused(tmp_path, data, kind, words):
    """Protected, empty, endless, huge and tiny artwork is refused with the limit and what to do."""
    with pytest.raises(ArtworkError, match=words):
        inspected(tmp_path / "x", data, kind)


WHOLE = {"pdf": samples.laden_pdf(), "png": samples.laden_png(), "jpeg": samples.jpeg(progressive=True)}


@pytest.mark.parametrize("kind", WHOLE)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.99])
def test_truncated_files_are_refused(tmp_path, kind, part):
    """A file cut anywhere is damaged or not complete, also where a lenient reader would show half of it."""
    data = samples.pdf(3) if kind == "pdf" else samples.png() if kind == "png" else WHOLE["jpeg"]
    with pytest.raises(ArtworkError, match="damaged or not complete"):
        inspected(tmp_path / "x", data[: int(len(data) * part)], kind)


@pytest.mark.parametrize("kind", WHOLE)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_never_surfaces_as_anything_but_an_artwork_error(tmp_path, kind, data):
    """Random cuts and changed bytes give a report or an ArtworkError, never another exception."""
    damaged = bytearray(WHOLE[kind][: data.draw(st.integers(30, len(WHOLE[kind])))])
    places = st.tuples(st.integers(0, len(damaged) - 1), st.integers(0, 255))
    for place, value in data.draw(st.lists(places, max_size=20)):
        damaged[place] = value
    try:
        inspected(tmp_path / "x", bytes(damaged), kind)
    except ArtworkError as error:
        message = str(error)
    else:
        message = "Export nothing: it can be published"
    assert "xport" in message or "Save it again" in message


def looped(objects: bytes) -> bytes:
    """A PDF of these objects, of which 1 is the catalogue and 2 the tree of pages."""
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    return head + objects + b"\ntrailer<</Root 1 0 R/Size 9>>\nstartxref\n0\n%%EOF"


LOOPS = {
    "pages": looped(b"2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj"),
    "object": looped(b"2 0 obj 2 0 R endobj"),
    "drawing": looped(
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 800 900]/Contents 4 0 R"
        b"/Resources<</XObject<</A 6 0 R>>>>>>endobj\n"
        b"4 0 obj<</Length 5>>stream\n/A Do\nendstream endobj\n"
        b"6 0 obj<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</A 6 0 R>>>>/Length 17>>"
        b"stream\n/A Do /A Do /A Do\nendstream endobj"
    ),
}


def test_endless_loops_are_bounded_and_the_others_still_checked(tmp_path):
    """PDFs whose objects contain themselves cost their worker, not the build, nor the file beside them."""
    for name, data in (LOOPS | {"good": samples.pdf()}).items():
        (tmp_path / f"{name}.pdf").write_bytes(data)
    found = read_artworks(sorted(tmp_path.iterdir()), workers=2, seconds=2)
    refused = {path.stem for path, artwork in found.items() if isinstance(artwork, ArtworkError)}
    assert refused == set(LOOPS)


def test_stuck_crashed_and_greedy_workers_are_replaced():
    """A job that hangs, dies or wants all the memory is answered in words, and the next job is done."""
    stuck = list(pool.run("time:sleep", [[60], [0]], workers=1, seconds=0.1))
    assert [(a.job, a.problem) for a in stuck] == [(0, pool.TOO_SLOW), (1, None)]
    assert [a.problem for a in pool.run("os:_exit", [[1], [1]], workers=1)] == [pool.BROKE_OFF] * 2
    greedy = pool.run("builtins:bytearray", [[limits.MEMORY]], workers=1)
    assert [a.problem for a in greedy] == [pool.TOO_MUCH]


def spin(seconds: float) -> str:
    """Compute for so long."""
    until = time.process_time() + seconds
    while time.process_time() < until:
        pass
    return "done"


SPIN = "import time\nend = time.process_time() + {}\nwhile time.process_time() < end: pass"
"""Computes for so many seconds."""


def test_time_is_that_of_the_processor():
    """What computes too long is ended; what only waits longer, as on a busy machine, is not."""
    busy = pool.run("builtins:exec", [[SPIN.format(30)], ["pass"]], workers=1, seconds=1)
    assert [answer.problem for answer in busy] == [pool.TOO_SLOW, None]
    waiting = pool.run("time:sleep", [[1.5]], workers=1, seconds=1)
    assert [answer.problem for answer in waiting] == [None]


def test_each_job_has_its_own_time():
    """A worker that did one long job has as long for the next."""
    jobs = pool.run("builtins:exec", [[SPIN.format(0.8)]] * 3, workers=1, seconds=1)
    assert [answer.problem for answer in jobs] == [None] * 3


def test_no_room_is_said_of_the_disk_and_not_of_a_file():
    """An error of the system has a sentence of its own, and is the same for every file."""
    full = "import errno\nraise OSError(errno.ENOSPC, 'No space left on device')"
    (answer,) = pool.run("builtins:exec", [[full]], workers=1)
    assert (answer.problem, answer.is_of_file) == (
        "The disk is full. Make some room, and run this again.",
        False,
    )


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is measured as Linux tells it")
def test_bomb_needs_little_memory(tmp_path):
    """A file of 0.6 MB that unpacks to 600 MB is refused, and costs less than 500 MB on the way."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(bytes(2**20)) for _ in range(600)) + packer.flush()
    with pikepdf.open(io.BytesIO(samples.pdf())) as pdf:
        content = pdf.make_stream(packed)
        content.Filter = pikepdf.Name.FlateDecode
        pdf.pages[0].obj.Contents = content
        (tmp_path / "bomb.pdf").write_bytes(samples.saved(pdf))
    look = (
        "import resource, sys; from pathlib import Path;"
        "from publication.posters.artwork import read_artworks;"
        "print(*read_artworks([Path(sys.argv[1])]).values());"
        "own = next(line for line in open('/proc/self/status') if line.startswith('VmHWM'));"
        "print((int(own.split()[1]) + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss) // 1024)"
    )
    done = subprocess.run(
        [sys.executable, "-c", look, str(tmp_path / "bomb.pdf")],
        env={**os.environ, "PYTHONPATH": str(HOOKS)}, capture_output=True, text=True, check=True,
    )  # fmt: skip
    said, megabytes = done.stdout.splitlines()
    assert "needs too much memory" in said
    assert int(megabytes) < 500


def test_protected_file_is_not_called_damaged(tmp_path):
    """Also where the protection is of a kind that no program here knows."""
    data = samples.pdf(1, encryption=pikepdf.Encryption(user="x", owner="y"))
    for unknown in (data, data.replace(b"/Standard", b"/Strangely")):
        with pytest.raises(ArtworkError, match="protected with a password"):
            inspected(tmp_path / "x", unknown, "pdf")


def test_no_job_starts_no_worker(monkeypatch):
    """A build with nothing to do starts no process."""
    monkeypatch.setattr(pool.subprocess, "Popen", None)
    assert list(pool.run("time:sleep", [])) == []


def settled(path: Path) -> Path:
    """The file as if it had been there for an hour."""
    os.utime(path, (time.time() - 3600,) * 2)
    return path


def test_unchanged_file_is_not_decoded_again(poster, tmp_path, monkeypatch):
    """The second time, its report comes from the cache: no worker is started."""
    path = settled(poster(samples.pdf()))
    first = read_artworks([path], tmp_path / "cache")
    monkeypatch.setattr(pool.subprocess, "Popen", None)
    assert read_artworks([path], tmp_path / "cache") == first


def test_changed_file_is_decoded_again(poster, tmp_path):
    """Other bytes of the same length and age are seen, because the file's change time differs."""
    path = settled(poster(samples.pdf(words="Neglect")))
    read_artworks([path], tmp_path / "cache")
    settled(poster(samples.pdf(words="Reglect")))
    assert read_artworks([path], tmp_path / "cache")[path].texts == ("Reglect",)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"made_by": "another"}'])
def test_broken_memory_is_forgotten(poster, tmp_path, content):
    """A cache file that is cut short, or of another edition of the code, costs time and nothing else."""
    (tmp_path / "inspections.json").write_bytes(content)
    path = poster(samples.pdf())
    assert read_artworks([path], tmp_path)[path].texts == ("Neglect",)


def test_memory_keeps_no_problem_and_nothing_of_files_that_are_gone(poster, tmp_path):
    """A refused file is looked at again the next time; a deleted one leaves nothing."""
    gone, bad = poster(samples.pdf(), "gone.pdf"), poster(b"%PDF-1.4", "bad.pdf")
    read_artworks([gone, bad], tmp_path / "cache")
    gone.unlink()
    read_artworks([bad], tmp_path / "cache")
    memory = json.loads((tmp_path / "cache" / "inspections.json").read_text())
    assert (memory["reports"], [name for name in memory["files"] if "gone" in name]) == ({}, [])


@pytest.mark.skipif(not samples.REAL_POSTERS.is_dir(), reason="the real posters are not here")
def test_every_real_poster_is_accepted():
    """The Home Office's posters, PDF and JPEG, are all accepted; all but one and the images have text."""
    files = [path for path in samples.REAL_POSTERS.iterdir() if path.suffix != ".md"]
    found = read_artworks(files)
    assert not [artwork for artwork in found.values() if isinstance(artwork, ArtworkError)]
    silent = {path.stem for path, artwork in found.items() if not any(artwork.texts)}
    assert silent == {"no-text-layer", "inclusive-language-age", "inclusive-language-religion"}
