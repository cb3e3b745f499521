"""Pictures and downloads: right pixels, made once, whole or not at all."""

from __future__ import annotations

import errno
import fcntl
import io
import os
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from posters import samples
from publication.posters.artwork import ArtworkError, read_artwork
from publication.posters.drawing import draw
from publication.posters.plan import Poster, plan
from publication.posters.render import prune, render
from publication.posters.work import pool, store
from publication.posters.work.jobs import make

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def drawn(data: bytes, kind: str, size: tuple[int, int] = (320, 226)) -> Image.Image:
    return Image.open(io.BytesIO(next(draw(data, kind, 1, [size])))).convert("RGB")


def near(pixel: tuple[int, ...], colour: tuple[int, ...], by: int = 12) -> bool:
    return all(abs(a - b) <= by for a, b in zip(pixel, colour, strict=True))


@pytest.fixture
def poster(tmp_path: Path):
    """Writes a file into posters/ and plans it."""

    def write(data: bytes, name: str = "neglect.png") -> Poster:
        path = tmp_path / "posters" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return plan(path.stem, read_artwork(path))

    return write


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK"])
def test_every_mode_comes_out_in_its_colours(mode):
    """RGB, alpha, palette and CMYK images are red on the left and blue on the right."""
    kind = "JPEG" if mode == "CMYK" else "PNG"
    picture = drawn(samples.save(samples.picture(mode), kind), kind.lower())
    assert near(picture.getpixel((40, 100)), RED)
    assert near(picture.getpixel((280, 100)), BLUE)


def test_see_through_is_white():
    """What is transparent shows the page's white, in RGBA, in a palette and in grey."""
    for mode in ("RGBA", "LA"):
        drawing = drawn(samples.save(Image.new(mode, samples.SIZE, 0), "PNG"), "png")
        assert near(drawing.getpixel((9, 9)), WHITE, 2)
    palette = samples.save(Image.new("P", samples.SIZE, 0), "PNG", transparency=0)
    assert near(drawn(palette, "png").getpixel((9, 9)), WHITE, 2)


@pytest.mark.parametrize("interlaced", [False, True])
def test_sixteen_bits_are_scaled_and_not_clipped(interlaced):
    """The middle of 16-bit grey is the middle of 8-bit grey."""
    grey = Image.new("I;16", samples.SIZE, 32768)
    data = samples.save(grey, "PNG", interlace=interlaced)
    assert near(drawn(data, "png").getpixel((9, 9)), (128, 128, 128), 2)


def test_colour_profile_is_honoured():
    """An image whose profile has other primaries comes out as other numbers in sRGB."""
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    wrong = samples.save(samples.picture(), "JPEG", icc_profile=lab.tobytes())
    assert near(drawn(wrong, "jpeg").getpixel((40, 100)), RED), "a profile that does not fit is passed over"
    assert near(drawn(samples.laden_jpeg(1), "jpeg").getpixel((40, 100)), RED)


@pytest.mark.parametrize(
    ("turn", "place"), [(1, (10, 110)), (3, (310, 110)), (6, (110, 10)), (8, (110, 310))]
)
def test_turn_is_baked_in(turn, place):
    """The red half is where a viewer that honours EXIF shows it; the picture has no EXIF."""
    size = (320, 226) if turn in (1, 3) else (226, 320)
    for kind, make_sample in (("jpeg", samples.laden_jpeg), ("png", samples.laden_png)):
        picture = drawn(make_sample(turn), kind, size)
        assert picture.size == size
        assert near(picture.getpixel(place), RED)
        assert not picture.getexif()


def test_pictures_have_the_planned_sizes_and_no_metadata(poster, tmp_path):
    """Every picture is exactly as wide and high as planned, and carries nothing else."""
    posters = [
        poster(samples.pdf(2), "a.pdf"),
        poster(samples.laden_jpeg(), "b.jpg"),
        poster(samples.png(), "c.png"),
    ]
    result = render(posters, tmp_path / "cache")
    assert (result.made, result.from_cache, result.problems) == (3, 0, {})
    for one in posters:
        for rendition in one.renditions:
            data = result.files[rendition.name].read_bytes()
            assert Image.open(io.BytesIO(data)).size == (rendition.width, rendition.height)
            assert not [kind for kind in (b"EXIF", b"XMP ", b"ICCP") if kind in data[:64]]
        assert b"Ada Author" not in result.files[one.download_name].read_bytes()


def test_second_time_costs_nothing(poster, tmp_path, monkeypatch):
    """Unchanged posters come from the cache: no process is started, and the answer is the same."""
    posters = [poster(samples.png())]
    first = render(posters, tmp_path / "cache")
    monkeypatch.setattr(pool.subprocess, "Popen", None)
    second = render(posters, tmp_path / "cache")
    assert (second.files, second.made, second.from_cache) == (first.files, 0, 1)


def test_only_what_is_lacking_is_made(poster, tmp_path):
    """One lost picture is made anew; the others are not touched."""
    one = poster(samples.png())
    first = render([one], tmp_path / "cache").files
    first[one.renditions[0].name].unlink()
    kept = first[one.renditions[2].name]
    os.utime(kept, (1, 1))
    second = render([one], tmp_path / "cache").files
    assert second == first
    assert kept.stat().st_mtime == 1


def test_truncated_file_in_the_cache_is_made_again(poster, tmp_path):
    """A file whose length is not the one in its name is not taken for whole."""
    one = poster(samples.png())
    path = render([one], tmp_path / "cache").files[one.renditions[0].name]
    whole = path.read_bytes()
    path.write_bytes(whole[:-1])
    assert render([one], tmp_path / "cache").files[one.renditions[0].name].read_bytes() == whole


def test_one_poster_that_fails_does_not_stop_the_others(poster, tmp_path):
    """A poster changed since it was checked is a problem with its slug; the other one is made."""
    changed, good = poster(samples.png(), "changed.png"), poster(samples.pdf(), "good.pdf")
    changed.artwork.path.write_bytes(samples.jpeg())
    told: list[tuple[int, int]] = []
    result = render([changed, good], tmp_path / "cache", progress=lambda *done: told.append(done))
    assert "while the site was being built. Build again." in str(result.problems["changed"])
    assert set(result.files) == {r.name for r in good.renditions} | {"good.pdf"}
    assert (result.made, told) == (1, [(1, 2), (2, 2)])


def test_our_own_poster_is_not_cleaned(poster, tmp_path):
    """A composed poster's download is the file itself, with its date and claims."""
    path = poster(samples.laden_pdf(), "ours.pdf").artwork.path
    ours = plan("ours", read_artwork(path), is_ours=True)
    assert render([ours], tmp_path / "cache").files["ours.pdf"] == path


def test_prune_removes_what_no_record_uses(poster, tmp_path):
    """After a record is gone its files go; what the others use stays, and so does what is being written."""
    one, other = poster(samples.png(), "one.png"), poster(samples.pdf(), "other.pdf")
    cache = tmp_path / "cache"
    result = render([one, other], cache)
    (cache / "posters" / "half.part").touch()
    old = cache / "posters" / "old.part"
    old.touch()
    os.utime(old, (1, 1))
    assert prune(cache, [one]) == len(other.renditions) + 2
    left = {path.name for path in (cache / "posters").iterdir()}
    assert left == {result.files[r.name].name for r in one.renditions} | {
        result.files["one.png"].name, "half.part",
    }  # fmt: skip


def test_full_disk_is_said_in_words_and_leaves_nothing(poster, tmp_path, monkeypatch):
    """No room: a message for the editor, and no half-written file in the cache."""
    art = poster(samples.png()).artwork

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    folder = tmp_path / "cache"
    with pytest.raises(ArtworkError, match="disk is full"):
        make(str(art.path), "png", art.digest, str(folder), [(1, 320, 226, "key")], None)
    assert list(folder.iterdir()) == []


def test_two_builds_at_once_write_the_same_file(tmp_path):
    """Whoever is last replaces a whole file by a whole file."""
    assert store.put(tmp_path, "key", ".webp", b"one") == store.put(tmp_path, "key", ".webp", b"two")
    assert store.stored(tmp_path) == {"key": tmp_path / "key-3.webp"}
    assert store.stored(tmp_path / "none") == {}


def test_a_build_does_not_clear_what_another_is_using(tmp_path):
    """While another process has listed the folder, nothing in it is removed; when that one ends, it is."""
    folder = tmp_path / "posters"
    store.put(folder, "key", ".webp", b"one")
    with (tmp_path / "posters.lock").open("w") as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        assert store.remove_all_but(folder, []) == 0
    assert store.remove_all_but(folder, []) == 1


def test_cache_that_cannot_be_written_is_named(tmp_path):
    """A file where the cache's folder should be: the message says which and what to do."""
    (tmp_path / "cache").touch()
    with pytest.raises(ArtworkError, match=r"cache cannot be written to \(.*delete it"):
        store.put(tmp_path / "cache", "key", ".webp", b"")
