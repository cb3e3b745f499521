"""One file given to intake and parser: runs in a worker, so that whatever it does is bounded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fuzz.leftovers import leftovers
from publication.audits.audit import read_audit
from publication.posters.clean import clean
from publication.posters.intake.formats import HEAD, recognise
from publication.posters.intake.inspection import inspect
from publication.posters.intake.publishable import publishable

ENDING = ".md"


def as_artwork(path: str, digest: str) -> dict[str, Any]:
    """What intake says of it, and what is left in what would be published."""
    data = Path(path).read_bytes()
    kind = recognise(data[:HEAD], data[-HEAD * 16 :])
    report = inspect(path, kind, digest)
    made = publishable(data, kind)
    left = leftovers(data, made.data, kind)
    again = clean(made.data, kind)
    left += [f"more to remove: {word}" for word in again.removals]
    hidden = [note for note in made.notes if "Words" in note.text]
    return {"left": left, "hidden": len(hidden), "warnings": len(report["notes"])}


def as_record(path: str) -> int:
    """How many problems the parser finds; the file is read as a record, whatever it is."""
    return len(read_audit(Path(path), Path(path).name, CONTEXT)[1])


CONTEXT: dict[str, Any] = {"topics": {}, "agencies": {}, "plans": {}, "acronyms": {}, "series": set()}
