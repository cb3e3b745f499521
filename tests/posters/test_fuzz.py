"""`make fuzz`: each file is tried in a process of its own, and counted."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf

from fuzz import run
from fuzz.leftovers import leftovers
from posters import hiding, samples
from publication.posters.clean import clean
from publication.posters.work.pool import BROKE_OFF, Answer

pytestmark = pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO")


@pytest.fixture
def counted(tmp_path, monkeypatch, capsys):
    """Runs the command on files, and returns its code and what it counted."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parents[1]), *sys.path]))

    def count(**files: bytes) -> tuple[int, dict[str, int]]:
        for name, data in files.items():
            (tmp_path / name).write_bytes(data)
        code = run.main([str(tmp_path)])
        lines = [line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines()[-len(run.COUNTED) :]]
        return code, {name: int(number) for number, name in lines}

    return count


def test_every_outcome_is_counted(counted):
    """Good, bad and sly files, and one that is a record of nothing: none crashes."""
    code, counts = counted(
        good=samples.laden_pdf(), photo=samples.laden_jpeg(), bad=b"%PDF-1.4 nothing", text=b"hello",
        sly=hiding.drawing(hiding.SHOW + hiding.at() + hiding.BOX),
        lost=hiding.drawing(hiding.SHOW + hiding.at(y=900)),
    )  # fmt: skip
    assert code == 0
    assert counts == {
        "accepted": 3, "refused": 3, "crashed": 0, "over the limit": 0, "hidden words": 2, "metadata left": 0
    }  # fmt: skip


def test_crash_fails_the_command(counted, monkeypatch):
    """A worker that ends is told by name, and the other files are still tried."""
    monkeypatch.setattr(run.pool, "run", lambda *_, **__: [Answer(0, problem=BROKE_OFF)])
    code, counts = counted(one=b"x", two=b"y")
    assert (code, counts["crashed"]) == (1, 2)


def test_empty_folder_is_said(tmp_path, capsys):
    """2, with the call that was meant."""
    assert run.main([str(tmp_path)]) == 2
    assert "make fuzz DIR=folder" in capsys.readouterr().err


def test_what_is_left_is_found():
    """What the original says of its maker, wherever it was left in the result; nothing of a clean one."""
    laden = samples.laden_pdf()
    assert leftovers(laden, clean(laden, "pdf").data, "pdf") == []
    with Pdf.open(io.BytesIO(clean(laden, "pdf").data)) as pdf:
        pdf.pages[0].obj.Resources.Made = "Ada Author"
        pdf.pages[0].obj.PieceInfo = Dictionary()
        found = leftovers(laden, samples.saved(pdf), "pdf")
    assert "the words 'Ada Author'" in found
    assert "the key /PieceInfo" in found
    assert leftovers(laden, samples.laden_jpeg(), "jpeg")


def test_what_a_reader_is_meant_to_get_is_not_left_over():
    """A name that stands on the poster is no leftover, though it is the author's too."""
    with Pdf.open(io.BytesIO(samples.pdf(words="Example Partnership"))) as pdf:
        pdf.docinfo["/Author"] = "Example Partnership"
        data = samples.saved(pdf)
    assert leftovers(data, clean(data, "pdf").data, "pdf") == []
