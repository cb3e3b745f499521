"""The editors' commands. Each uses the same functions as the build: there is no second validator."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from publication.audits.problem import InvalidContentError
from publication.publication import check


def main(arguments: list[str] | None = None) -> int:
    """Run one command in the project's folder: 0 all is well, 1 something is to be mended, 2 could not run."""
    parser = argparse.ArgumentParser(prog="python -m publication.cli", description=__doc__)
    parser.add_argument("command", choices=["check"], help="check records and posters without building")
    parser.parse_args(arguments)
    root = Path.cwd()
    if not (root / "mkdocs.yml").is_file():
        print("Run this in the project's folder, where mkdocs.yml is.", file=sys.stderr)
        return 2
    try:
        catalogue, _, warnings = check(root)
    except InvalidContentError as error:
        for problem in error.problems:
            print(problem)
        wrong = sum(1 for problem in error.problems if not problem.is_warning)
        print(f"{wrong} to mend.", file=sys.stderr)
        return 1
    for warning in warnings:
        print(warning)
    print(f"{len(catalogue.audits)} records, {len(catalogue.series)} series: nothing to mend.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
