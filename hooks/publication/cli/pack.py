"""`make pack`: the posters or briefings of a series or a topic in one PDF."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from publication.audits.problem import InvalidContentError, did_you_mean
from publication.build import pack_of
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor, today
from publication.posters.work.store import write
from publication.views.site import count_of, file_size

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from publication.views.packs import What

HELP = "put all posters, or briefings, of a series or topic into one PDF"
PACKS = ".cache/packs"
"""Where packs are written: a folder that git leaves out."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Either a series or a topic, and what of it."""
    of = parser.add_mutually_exclusive_group(required=True)
    of.add_argument("--series", default="", help="the name of a file in content/series/, without .md")
    of.add_argument("--topic", default="", help="a topic of content/vocabulary.yml")
    parser.add_argument("--briefings", action="store_true", help="its briefings, in place of its posters")


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Write the pack of what the site shows today, and print where it is."""
    what: What = "briefing" if chosen.briefings else "poster"
    try:
        pack, known = pack_of(
            root,
            series=chosen.series,
            topic=chosen.topic,
            what=what,
            today=today(),
            environment=os.environ,
            say=to_editor,
        )
    except InvalidContentError as error:
        for problem in error.problems:
            print(problem)
        return PROBLEMS
    slug = chosen.series or chosen.topic
    if pack is None:
        kind = "series" if chosen.series else "topic"
        to_editor(f"There is no {kind} '{slug}' with a {what}.{did_you_mean(slug, known)}")
        return COULD_NOT_RUN
    path = root / PACKS / f"{'briefings' if chosen.briefings else 'pack'}-{slug}.pdf"
    write(path, pack.path.read_bytes())
    print(f"{path.relative_to(root)}: {count_of(pack.pages, 'page')}, {file_size(pack.size)}.")
    return OK
