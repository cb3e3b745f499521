"""The command: every file of a folder is tried as artwork and as a record, and counted."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from publication.posters.limits import MAKING_MEMORY
from publication.posters.work import pool

if TYPE_CHECKING:
    from collections.abc import Iterator

OVER = {pool.TOO_SLOW, pool.TOO_MUCH}
COUNTED = ("accepted", "refused", "crashed", "over the limit", "hidden words", "metadata left")


def main(arguments: list[str] | None = None) -> int:
    """Try and print: 0 nothing to mend, 1 something crashed or is left, 2 could not run."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("folder", type=Path, help="any files, in folders or not")
    parser.add_argument("--all", action="store_true", help="say what became of every file")
    chosen = parser.parse_args(arguments)
    files = [path for path in sorted(chosen.folder.rglob("*")) if path.is_file() and not path.is_symlink()]
    if not files:
        print(
            f"There is no file in {chosen.folder}. Name another folder: make fuzz DIR=folder", file=sys.stderr
        )
        return 2
    counts: Counter[str] = Counter()
    for file, outcomes, said in [*_as_artwork(files), *_as_records(files)]:
        counts.update(outcomes)
        if chosen.all or set(outcomes) & {"crashed", "over the limit", "metadata left"}:
            print(f"{file.relative_to(chosen.folder)}: {', '.join(outcomes)}: {said}")
    print(f"{len(files)} files, each as a poster and as a record:")
    for name in COUNTED:
        print(f"{counts[name]:7} {name}")
    return int(any(counts[name] for name in ("crashed", "over the limit", "metadata left")))


def _as_artwork(files: list[Path]) -> Iterator[tuple[Path, list[str], str]]:
    jobs = [(str(path), hashlib.sha256(path.read_bytes()).hexdigest()) for path in files]
    # Twice the memory of a check: what was published is searched in the same process.
    for answer in pool.run("fuzz.trial:as_artwork", jobs, memory=MAKING_MEMORY):
        file = files[answer.job]
        if answer.problem:
            outcomes = [_why(answer.problem)]
            outcomes += ["hidden words"] * answer.problem.startswith("Words ")
            yield file, outcomes, answer.problem
        else:
            found = answer.value
            outcomes = ["accepted", *["hidden words"] * bool(found["hidden"])]
            outcomes += ["metadata left"] * bool(found["left"])
            yield file, outcomes, ", ".join(found["left"]) or f"{found['warnings']} warnings"


def _as_records(files: list[Path]) -> Iterator[tuple[Path, list[str], str]]:
    for answer in pool.run("fuzz.trial:as_record", [(str(path),) for path in files]):
        if answer.problem:
            yield files[answer.job], [_why(answer.problem)], f"as a record: {answer.problem}"


def _why(problem: str) -> str:
    return "crashed" if problem == pool.BROKE_OFF else "over the limit" if problem in OVER else "refused"
