"""Write beside each case the messages that it gives now: `python tests/audits/accept.py`. Read them aloud."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[2] / "hooks"), str(Path(__file__).parents[1])]

from audits.sample import CASES, lay_in, make_project, messages_of, names_of_cases, problems_in  # noqa: E402

if __name__ == "__main__":
    for name in names_of_cases():
        with tempfile.TemporaryDirectory() as folder:
            root = make_project(Path(folder))
            lay_in(CASES / name, root)
            messages = "".join(f"{line}\n" for line in problems_in(root))
        if not messages_of(name).exists() or messages_of(name).read_text("utf-8") != messages:
            messages_of(name).write_text(messages, "utf-8")
            print(f"--- {name}\n{messages}", end="")
