"""`make content-trial`: one line a change, with its seconds; what is red, in full, at the end."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from content_trial.changes import CHANGES
from content_trial.clone import HELD_TO, Clone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from content_trial.changes import Change


def main(arguments: list[str]) -> int:
    """0 where all is green, 1 where something is red."""
    parser = argparse.ArgumentParser(prog="make content-trial")
    parser.add_argument("--without-tests", action="store_true", help="do not run make test at the end")
    chosen = parser.parse_args(arguments)
    today = dt.datetime.now(dt.UTC).date()
    red: list[str] = []
    with tempfile.TemporaryDirectory(prefix="content-trial-") as folder:
        clone = Clone.into(Path(folder, "project"))
        red += _told("nothing changed", lambda: _held(clone, HELD_TO))
        for change in CHANGES:
            red += _told(_name(change), lambda change=change: _alone(change, clone, today))
            clone.forget()
        for change in CHANGES:
            change(clone.root, today)
        clone.commit()
        last = HELD_TO if chosen.without_tests else (*HELD_TO, "test")
        red += _told(f"all of them, committed: {', '.join(last)}", lambda: _held(clone, last))
    print("\n\n".join(red))
    return 1 if red else 0


def _alone(change: Change, clone: Clone, today: dt.date) -> str | None:
    return _held(clone, HELD_TO) if change(clone.root, today) else None


def _held(clone: Clone, targets: Iterable[str]) -> str:
    """What the first command that fails says; "" where all pass."""
    return next(filter(None, map(clone.make, targets)), "")


def _told(name: str, trial: Callable[[], str | None]) -> list[str]:
    """Say how a trial ended, and return what it said if it failed."""
    start = time.monotonic()
    said = trial()
    outcome = "nothing to change here" if said is None else "RED" if said else "green"
    print(f"{time.monotonic() - start:6.1f} s  {outcome:6}  {name}", flush=True)
    return [f"{name}: {said}"] if said else []


def _name(change: Change) -> str:
    return change.__name__.replace("_", " ")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
