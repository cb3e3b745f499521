"""What a command's exit code says, and what its words are printed with."""

from __future__ import annotations

import datetime as dt
import os
import sys
import time

OK, PROBLEMS, COULD_NOT_RUN = 0, 1, 2


def to_editor(said: str) -> None:
    """A remark beside the result, after it: standard output is for what a program may read."""
    sys.stdout.flush()
    print(said, file=sys.stderr)


def today() -> dt.date:
    """As builds have it: SOURCE_DATE_EPOCH goes before the clock."""
    seconds = int(os.environ.get("SOURCE_DATE_EPOCH", time.time()))
    return dt.datetime.fromtimestamp(seconds, dt.UTC).date()
