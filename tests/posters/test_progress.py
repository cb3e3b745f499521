"""How far the posters are."""

from __future__ import annotations

import io

from publication.posters.progress import progress_on, summary


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        """Say that a person watches."""
        return True


def test_a_bar_on_a_terminal() -> None:
    """One line that fills, and ends when all is done."""
    stream = Terminal()
    tell = progress_on(stream)
    for done in range(1, 4):
        tell(done, 3)
    assert stream.getvalue().split("\r")[1:] == [
        "Posters [##########....................] 1 of 3",
        "Posters [####################..........] 2 of 3",
        "Posters [##############################] 3 of 3\n",
    ]


def test_plain_lines_elsewhere() -> None:
    """A line at each tenth, so that a log of 900 posters has ten."""
    stream = io.StringIO()
    tell = progress_on(stream)
    for done in range(1, 901):
        tell(done, 900)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 10
    assert lines[-1] == "Posters: 900 of 900"


def test_one_closing_line() -> None:
    """How many there are, how many were new, and how long it took."""
    assert summary(900, 12, 41.2) == "900 posters: 12 rendered, 888 from the cache, 41 s"
    assert summary(1, 1, 0.3) == "1 poster: 1 rendered, 0 from the cache, 0 s"
