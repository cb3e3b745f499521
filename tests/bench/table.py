"""What was measured, as a table in Markdown: a column for each number of audits."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bench.builds import Build


@dataclass(frozen=True)
class Round:
    """The builds of one round, one right after the other; `copying` is in seconds."""

    cold: Build
    warm: Build
    briefed: Build
    """Warm but for the briefings, which are made anew."""
    checked: Build
    edited: Build
    bare: Build
    copying: float


@dataclass(frozen=True)
class Result:
    """All rounds with one number of audits; `pictures` and `downloads` are bytes of the whole site."""

    audits: int
    posters: int
    pages: int
    pictures: int
    downloads: int
    rounds: tuple[Round, ...]


def table(results: Sequence[Result]) -> str:
    """Write the table: medians of the rounds. A ratio is the median of the rounds' own ratios."""
    lines = [f"| | {' | '.join(f'{one.audits:,} audits' for one in results)} |"]
    lines.append("| --- |" + " ---: |" * len(results))
    lines += [f"| {name} | {' | '.join(map(value, results))} |" for name, value in ROWS.items()]
    return "\n".join(lines)


def _seconds(of: Callable[[Round], float]) -> Callable[[Result], str]:
    return lambda result: f"{_median(result, of):.2f} s"


def _memory(of: Callable[[Round], Build]) -> Callable[[Result], str]:
    return lambda result: f"{_median(result, lambda one: of(one).memory) / 1e6:.0f} MB"


def _ratio(of: Callable[[Round], float]) -> Callable[[Result], str]:
    return lambda result: f"{_median(result, of):.2f}"


def _median(result: Result, of: Callable[[Round], float]) -> float:
    return median(map(of, result.rounds))


def _rate(result: Result) -> str:
    took = _median(result, lambda one: one.cold.seconds - one.warm.seconds)
    return f"{result.posters / took:.1f}"


ROWS: dict[str, Callable[[Result], str]] = {
    "posters": lambda result: f"{result.posters:,}",
    "pages": lambda result: f"{result.pages:,}",
    "cold build, nothing in the cache": _seconds(lambda one: one.cold.seconds),
    "warm build, nothing changed": _seconds(lambda one: one.warm.seconds),
    "build with the briefings made anew": _seconds(lambda one: one.briefed.seconds),
    "check alone": _seconds(lambda one: one.checked.seconds),
    "build after one record was edited": _seconds(lambda one: one.edited.seconds),
    "bare MkDocs and Material, as many pages": _seconds(lambda one: one.bare.seconds),
    "copying the posters alone": _seconds(lambda one: one.copying),
    "warm / bare": _ratio(lambda one: one.warm.seconds / one.bare.seconds),
    "edited / bare": _ratio(lambda one: one.edited.seconds / one.bare.seconds),
    "posters a second (cold less warm)": _rate,
    "pictures of a poster": lambda result: f"{result.pictures / result.posters / 1000:.0f} kB",
    "download of a poster": lambda result: f"{result.downloads / result.posters / 1000:.0f} kB",
    "largest process, cold": _memory(lambda one: one.cold),
    "largest process, warm": _memory(lambda one: one.warm),
    "largest process, bare": _memory(lambda one: one.bare),
}
