"""What pydantic finds wrong in a file, in an editor's words and at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from publication.audits.about import declared
from publication.audits.fields import SLUG, Fields, group_in
from publication.audits.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import ValidationError

    from publication.audits.source.frontmatter import Document, Place

NOT_A_NAME = (
    "the file's name becomes the page's address. "
    "Name the file with small letters, digits and hyphens: domestic-abuse.md"
)


def name_problem(path: Path, file: str) -> list[Problem]:
    """What is wrong with the name of a file that becomes a page's address."""
    return [] if SLUG.fullmatch(path.stem) else [Problem(file, 0, NOT_A_NAME)]


def problems_of(error: ValidationError, model: type[Fields], document: Document) -> list[Problem]:
    """Pydantic's findings in an editor's words, each at its line; places with a problem already are left."""
    problems = []
    for finding in error.errors(include_url=False):
        place = tuple(part for part in finding["loc"] if part != "[key]")
        # Pydantic counts entries that are wrong as none.
        is_echo = finding["type"] == "too_short" and finding["input"]
        if not is_echo and not any(place[: len(spoilt)] == spoilt for spoilt in document.spoilt):
            message = _message(finding, place, model, document)
            problems.append(document.problem(place, message))
    return problems


def _message(finding: Any, place: Place, model: type[Fields], document: Document) -> str:
    """One finding in words. `place` ends with a number where an entry of a list is meant."""
    names = [part for part in place if isinstance(part, str)]
    name = names[-1]
    subject = f"an entry of '{name}'" if isinstance(place[-1], int) else f"'{name}'"
    kind = finding["type"]
    if kind == "missing":
        if place in document.lines:
            return f"{subject} is empty. Write it."
        where = f" in '{names[-2]}'" if len(names) > 1 else ""
        return f"'{name}' is missing{where}. Add it."
    if kind == "extra_forbidden":
        return f"'{name}' is not known here.{did_you_mean(name, declared(_model_at(model, place[:-1])))}"
    if kind == "tuple_type":
        how = _how_to_list(finding["input"], name, _model_at(model, place[:-1]))
        return f"'{name}' is a list. {how}"
    if kind == "too_short":
        return f"'{name}' needs at least one entry."
    if kind in ("model_type", "dict_type"):
        key = next(iter(_model_at(model, place).model_fields)) if kind == "model_type" else "key"
        return f"{subject} must be a group. Write its keys and values on lines below it, indented: {key}: ..."
    message = said_of(finding)
    return message if message.startswith("'") else f"{subject} {message}"


def said_of(finding: Any) -> str:
    """What a type of ours said of a value, with or without its field before it."""
    return str(finding["ctx"].get("error", finding["msg"]))


def _how_to_list(value: Any, name: str, model: type[Fields]) -> str:
    if group := group_in(model.model_fields[name].annotation):
        first = next(iter(group.model_fields))
        return f"Begin each entry on a line below it with a hyphen: - {first}: ..."
    entries = " ".join(value.split()) if isinstance(value, str) else "first, second"
    return f"Write: {name}: [{entries}]"


def _model_at(model: type[Fields], place: Place) -> type[Fields]:
    """The model of the group at `place` in a file of this model. A key of a list by years is no field."""
    for part in place:
        if isinstance(part, str) and part in model.model_fields:
            model = group_in(model.model_fields[part].annotation) or model
    return model
