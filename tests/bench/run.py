"""The command: make the projects, build them in turn, print the table."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
import time
from pathlib import Path

from bench import records, trials
from bench.artwork import KEPT, artworks
from bench.builds import BuildError, build, check, copy_seconds, page_count, poster_bytes
from bench.table import Result, Round, table
from publication.posters.briefings import FOLDER as BRIEFINGS

ENDINGS = (".pdf", ".png", ".jpg", ".jpeg")


def main(arguments: list[str] | None = None) -> int:
    """Measure and print: 0 done, 1 a build failed, 2 could not run."""
    parser = argparse.ArgumentParser(prog="python -m bench", description="How long builds take, and why.")
    parser.add_argument("--audits", type=int, nargs="+", default=[20, 200], help="how many, for each column")
    parser.add_argument("--posters", type=Path, help="a folder with artwork to use instead of drawing some")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is built (%(default)s)")
    chosen = parser.parse_args(arguments)
    if min(chosen.audits) < records.PERIOD or chosen.rounds < 1:
        parser.error(f"measure at least {records.PERIOD} audits, and one round.")
    plans = _drawn(chosen.audits) if chosen.posters is None else _given(chosen.posters)
    if not plans:
        parser.error(f"there is no PDF, PNG or JPEG in {chosen.posters}. Name another folder.")
    try:
        results = [measure(count, chosen.rounds, files) for count, files in plans]
    except BuildError as error:
        say("")
        print(f"The build failed, so nothing was measured. It said:\n{error}", file=sys.stderr)
        return 1
    say("")
    print(f"{time.strftime('%Y-%m-%d')}, {platform.machine()}, {os.cpu_count()} processors, "
          f"Python {platform.python_version()}, medians of {chosen.rounds}:\n\n{table(results)}")  # fmt: skip
    return 0


def _drawn(counts: list[int]) -> list[tuple[int, list[Path]]]:
    """How many audits each column of the table has, and their artwork."""
    wanted = [len(records.with_artwork(count)) for count in counts]
    drawn = artworks(max(wanted), _say_drawn)
    return [(count, drawn[:number]) for count, number in zip(counts, wanted, strict=True)]


def _given(folder: Path) -> list[tuple[int, list[Path]]]:
    """The same for given files, which decide how many audits there are; nothing where there is no file."""
    files = [path for path in sorted(folder.glob("*")) if path.suffix.lower() in ENDINGS]
    numbers = records.with_artwork(len(files) * 2 + records.PERIOD)
    return [(numbers[len(files) - 1] + 1, files)] if files else []


def measure(audits: int, rounds: int, files: list[Path]) -> Result:
    """Build both projects `rounds` times, one after the other, so that a slow minute slows all alike."""
    with tempfile.TemporaryDirectory(dir=_made(KEPT), prefix="trial-") as folder:
        say(f"{audits:,} audits: making the project")
        ours = trials.ours(_made(Path(folder, "ours")), audits, files)
        bare, done = None, []
        for number in range(1, rounds + 1):
            at = f"{audits:,} audits, round {number} of {rounds}"
            say(f"{at}: cold build")
            cold = build(ours.folder, cold=True)
            pages = page_count(ours.folder)
            bare = bare or trials.bare(Path(folder, "bare"), pages)
            say(f"{at}: warm build")
            warm = build(ours.folder)
            say(f"{at}: briefings made anew")
            briefed = build(ours.folder, without=BRIEFINGS)
            say(f"{at}: check")
            checked = check(ours.folder)
            say(f"{at}: bare MkDocs and Material")
            plain = build(bare)
            say(f"{at}: one record edited")
            trials.edit(ours, number)
            edited = build(ours.folder)
            copying = copy_seconds(ours.folder, Path(folder, "copied"))
            done.append(Round(cold, warm, briefed, checked, edited, plain, copying))
        pictures, downloads = poster_bytes(ours.folder)
        say(f"{audits:,} audits: removing the project")
    return Result(audits, ours.posters, pages, pictures, downloads, tuple(done))


def say(line: str) -> None:
    """Show what is under way: one line that changes on a terminal, a line each elsewhere; "" ends it."""
    if sys.stderr.isatty():
        print(f"\r\x1b[K{line}", end="", file=sys.stderr, flush=True)
    elif line:
        print(line, file=sys.stderr, flush=True)


def _say_drawn(done: int, total: int) -> None:
    if sys.stderr.isatty() or done % 50 == 0 or done == total:
        say(f"artwork, drawn once and kept: {done} of {total}")


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder
