"""`python -m publication.cli`: one command, run in the project's folder."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from publication.cli import addresses, check, diff, fix, kind, new, pack, start, transcript, verify
from publication.cli.codes import COULD_NOT_RUN, to_editor

if TYPE_CHECKING:
    from types import ModuleType

COMMANDS: dict[str, ModuleType] = {
    "new": new,
    "check": check,
    "fix": fix,
    "diff": diff,
    "addresses": addresses,
    "kind": kind,
    "transcript": transcript,
    "pack": pack,
    "publication": start,
    "verify": verify,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code (`codes`); a call that makes no sense ends with 2."""
    parser = argparse.ArgumentParser(prog="python -m publication.cli", description="The editors' commands.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        command.add_arguments(commands.add_parser(name, help=command.HELP))
    chosen = parser.parse_args(arguments)
    root = Path.cwd()
    if not (root / "mkdocs.yml").is_file():
        to_editor("Run this in the project's folder, where mkdocs.yml is.")
        return COULD_NOT_RUN
    code: int = COMMANDS[chosen.command].run(root, chosen)
    return code


if __name__ == "__main__":
    sys.exit(main())
