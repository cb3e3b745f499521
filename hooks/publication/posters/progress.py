"""How far the posters are, for whoever watches the build."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable

BAR = 30
"""Characters of the bar on a terminal."""


def progress_on(stream: TextIO) -> Callable[[int, int], None]:
    """What tells (done, total) on the stream: a bar on a terminal, elsewhere a line at each tenth."""

    def show_bar(done: int, total: int) -> None:
        filled = BAR * done // total
        end = "\n" if done == total else ""
        stream.write(f"\rPosters [{'#' * filled}{'.' * (BAR - filled)}] {done} of {total}{end}")
        stream.flush()

    def say_line(done: int, total: int) -> None:
        if done * 10 // total > (done - 1) * 10 // total:
            stream.write(f"Posters: {done} of {total}\n")
            stream.flush()

    return show_bar if stream.isatty() else say_line


def summary(total: int, made: int, seconds: float, noun: str = "poster") -> str:
    """`900 posters: 12 rendered, 888 from the cache, 41 s`."""
    named = noun if total == 1 else f"{noun}s"
    return f"{total} {named}: {made} rendered, {total - made} from the cache, {seconds:.0f} s"
