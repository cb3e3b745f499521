"""The sentences of `planted.yml` and `innocent.yml`, as texts of a publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import yaml

from publication.guard.passage import Passage
from publication.guard.sources import spelt_out

HERE = Path(__file__).parent
MARK = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Planted:
    """A text with what must be found in it: where each begins and ends in the text."""

    kind: str
    passage: Passage
    marked: tuple[tuple[int, int], ...]


def planted(part: str) -> list[Planted]:
    """The sentences of one part, "tune" or "kept"."""
    told = yaml.safe_load((HERE / "planted.yml").read_text("utf-8"))[part]
    return [_planted(kind, sentence) for kind, sentences in told.items() for sentence in sentences]


def innocent() -> list[Passage]:
    """Sentences in which nobody is told, each as words of a record and of a poster."""
    told = yaml.safe_load((HERE / "innocent.yml").read_text("utf-8"))
    sentences = [sentence for sentences in told.values() for sentence in sentences]
    return [Passage("innocent", one, kind) for one in sentences for kind in ("record", "poster")]


def _planted(kind: str, sentence: str) -> Planted:
    before = "---\n" if kind == "owner" else ""
    text, marked, done = before, [], 0
    for mark in MARK.finditer(sentence):
        text += sentence[done : mark.start()]
        marked.append((len(text), len(text) + len(mark[1])))
        text += mark[1]
        done = mark.end()
    text += sentence[done:]
    if kind == "file-name":
        name = spelt_out(text)
        return Planted(kind, Passage("planted", name, "name"), ((0, len(name)),))
    of_text = "poster" if kind == "poster" else "record"
    return Planted(kind, Passage("planted", text + ("\n---\n" if before else ""), of_text), tuple(marked))
