"""An editor who sits at a terminal and types an answer whenever one is asked for."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from timing import PATIENCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PROMPT = b"> "
LOOKS = 10
"""So often in a row it must be asleep; where nothing says so, this takes a fifth of a second."""


def type_answers(
    command: Sequence[str], answers: Sequence[str], environment: Mapping[str, str], folder: Path | None = None
) -> tuple[int, str]:
    """Run the command in a terminal, in `folder`; its exit code, and all that was seen.

    An answer is what keys send: its words and the sign of Enter, or a control character alone.
    """
    terminal, inside = pty.openpty()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=inside,
        stdout=inside,
        stderr=inside,
        start_new_session=True,
    )
    os.close(inside)
    seen = b""
    left = [answer.encode() for answer in answers]
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and select.select([terminal], [], [], PATIENCE)[0]:
        try:
            part = os.read(terminal, 1 << 16)
        except OSError:  # Linux says so when the other side is gone
            break
        if not part:
            break
        seen += part
        if seen.endswith(PROMPT) and left:
            if len(left[0]) == 1 and left[0] < b" " and left[0] != b"\n":
                until_it_waits(process.pid)  # Python may miss a Ctrl+C that comes with its prompt
            os.write(terminal, left.pop(0))
    os.close(terminal)
    return process.wait(PATIENCE), seen.decode("utf-8").replace("\r\n", "\n")


def until_it_waits(process: int) -> None:
    """Until a process sleeps, as it does when it waits for a key; where nothing tells that, a moment."""
    state = Path(f"/proc/{process}/stat")
    looks = 0
    while looks < LOOKS:
        time.sleep(0.02)
        is_asleep = not state.exists() or state.read_text().rpartition(")")[2].split()[0] == "S"
        looks = looks + 1 if is_asleep else 0
