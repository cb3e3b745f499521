"""The types of the fields that records, series and vocabulary share, each with the rule of its values."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PlainSerializer,
    ValidationError,
    ValidationInfo,
    WithJsonSchema,
)

from publication.audits.frontmatter import Document, Place, Plain
from publication.audits.period import FinancialYear, Month, Period
from publication.audits.problem import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_LINE = 300
"""Characters in a title or a name: the longest that a heading, a card and a poster can show whole."""


class Fields(BaseModel):
    """Front matter: unknown keys are refused, and what was read does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


def _text(value: Any) -> str:
    """Text as typed, without the signs that could become markup and without empty values."""
    if isinstance(value, Plain):
        raise ValueError(
            f"'{value}' would be read as {value.becomes}. Put quotation marks around it: \"{value}\""
        )
    if not isinstance(value, str):
        raise ValueError("must be text, not a list or a group." if value is not None else "has an empty entry.")
    if not value.strip():
        raise ValueError("is empty. Write it, or remove the line.")
    if sign := re.search(r"[<>]", value):
        raise ValueError(f"has a '{sign[0]}' in it. Use words instead.")
    return value.strip()


def _line(value: str) -> str:
    if "\n" in value or "\t" in value:
        raise ValueError("must be on one line, without tabs.")
    if len(value) > MAX_LINE:
        raise ValueError(f"is {len(value)} characters long. Keep it under {MAX_LINE + 1}.")
    return value


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise ValueError(f"'{value}' must be small letters, digits and hyphens: domestic-abuse.")
    return value


def _whole_number(value: Any) -> int:
    if not (isinstance(value, str) and re.fullmatch(r"0|[1-9]\d{0,5}", value)):
        raise ValueError(f"'{value}' is not a whole number. Write it in digits: 9.")
    return int(value)


def _date(value: Any) -> dt.date:
    if isinstance(value, str):
        try:
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                return dt.date.fromisoformat(value)
        except ValueError:
            raise ValueError(f"'{value}' is not a date: there is no such day.") from None
    raise ValueError(f"'{value}' is not a date. Write year, month and day: 2019-09-01.")


def _parsed(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise ValueError("must be one value, not a list or a group.")
        return parse(value)

    return read


def listed(name: str, kind: str) -> AfterValidator:
    """The value must be in the list `name` of the vocabulary, which validation gets as its context."""

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(name, ())
        if value not in known:
            raise ValueError(f"'{value}' is not {kind}.{did_you_mean(value, known)}")
        return value

    return AfterValidator(check)


def one_of(*known: str) -> AfterValidator:
    """The value must be one of the given words."""

    def check(value: str) -> str:
        if value not in known:
            raise ValueError(f"'{value}' is not known here.{did_you_mean(value, known)}")
        return value

    return AfterValidator(check)


Text = Annotated[str, BeforeValidator(_text)]
Line = Annotated[Text, AfterValidator(_line)]
Slug = Annotated[Line, AfterValidator(_slug)]
WholeNumber = Annotated[int, BeforeValidator(_whole_number)]
Date = Annotated[dt.date, BeforeValidator(_date)]


def _written(parse: Callable[[str], Any], pattern: str) -> tuple[Any, ...]:
    return (
        BeforeValidator(_parsed(parse)),
        PlainSerializer(str),
        WithJsonSchema({"type": "string", "pattern": pattern}),
    )


MonthField = Annotated[Month, *_written(Month.parse, r"^\d{4}-\d{2}$")]
YearField = Annotated[FinancialYear, *_written(FinancialYear.parse, r"^\d{4}/\d{2}$")]
PeriodField = Annotated[
    Period, *_written(Period.parse, r"^(\d{4}-\d{2}( to \d{4}-\d{2})?|\d{4}/\d{2}( to \d{4}/\d{2})?)$")
]


def problems_of(error: ValidationError, model: type[Fields], document: Document) -> list[Problem]:
    """Pydantic's findings in an editor's words, each at its line; places with a problem already are left."""
    problems = []
    for finding in error.errors(include_url=False):
        place = tuple(part for part in finding["loc"] if part != "[key]")
        if not any(place[: len(spoilt)] == spoilt for spoilt in document.spoilt):
            message = _message(finding, place, model, document)
            problems.append(Problem(document.file, document.line(place), message))
    return problems


def _message(finding: Any, place: Place, model: type[Fields], document: Document) -> str:
    name = next((part for part in reversed(place) if isinstance(part, str)), "")
    kind = finding["type"]
    if kind == "missing":
        return f"'{name}' " + ("is empty. Write it." if place in document.lines else "is missing. Add the line.")
    if kind == "extra_forbidden":
        return f"'{name}' is not known here.{did_you_mean(name, _keys(model, place[:-1]))}"
    if kind == "tuple_type":
        return f"'{name}' is a list. Write: {name}: [{finding['input']}]"
    if kind == "too_short":
        return f"'{name}' needs at least one entry."
    if kind in ("model_type", "dict_type"):
        return f"'{name}' is a group of keys and values. Write each on its own line below it, indented."
    message = str(finding["ctx"]["error"])
    return message if message.startswith("'") else f"'{name}' {message}"


def _keys(model: Any, place: Place) -> tuple[str, ...]:
    """The keys that a file of this model may have in the group at `place`."""
    for part in place:
        if isinstance(part, str):
            model = _group(model.model_fields[part].annotation) or model
    return tuple(model.model_fields)


def _group(annotation: Any) -> type[Fields] | None:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next(filter(None, map(_group, get_args(annotation))), None)
