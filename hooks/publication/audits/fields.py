"""The types of the fields that records, series and vocabulary share, each with the rule of its values."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
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

from publication.audits.dates import asked_day
from publication.audits.period import YEARS, FinancialYear, Month, Period
from publication.audits.problem import Problem, did_you_mean
from publication.audits.source.frontmatter import Document, Place, Plain

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

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
    if value is None:
        raise ValueError("is empty. Write it.")
    if not isinstance(value, str):
        raise ValueError("must be text, not a list or a group.")
    if not value.strip():
        raise ValueError("is empty. Write it.")
    if sign := re.search(r"[<>]", value):
        raise ValueError(f"has a '{sign[0]}' in it. Use words instead.")
    return value.strip()


def _line(value: str) -> str:
    if "\n" in value or "\t" in value:
        raise ValueError("must be on one line, without tabs.")
    if len(value) > MAX_LINE:
        raise ValueError(f"is {len(value)} characters long. Use at most {MAX_LINE}.")
    return value


def _slug(value: str) -> str:
    if not SLUG.fullmatch(value):
        raise ValueError(f"'{value}' must be small letters, digits and hyphens, like domestic-abuse.")
    return value


def _whole_number(text: str) -> int:
    if not re.fullmatch(r"0|[1-9][0-9]{0,5}", text):
        raise ValueError(f"'{text}' is not a whole number. Write it in digits: 9")
    return int(text)


def _calendar_year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text) or int(text) not in YEARS:
        raise ValueError(f"'{text}' is not a year. Write it in four digits: 2019")
    return int(text)


def _date(text: str) -> dt.date:
    asked = asked_day(text)
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        how = asked or " Write year, month and day: 2019-09-01"
        raise ValueError(f"'{text}' is not a date.{how}")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"'{text}' is not a date: there is no such day.{asked or ' Correct it.'}") from None


def parsed(parse: Callable[[str], Any]) -> Callable[[Any], Any]:
    """For a field with a way of its own to be written: one line as typed, whatever YAML makes of it."""

    def read(value: Any) -> Any:
        if not isinstance(value, str):
            raise ValueError("must be one value, not a list or a group.")
        return parse(_line(value.strip()))

    return read


@dataclass(frozen=True)
class _Known(AfterValidator):
    """A check against known words that also tells the JSON Schema which words these are."""

    told: tuple[str, Any] = field(default=("enum", ()), hash=False)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Callable[[Any], Any]) -> dict[str, Any]:
        key, value = self.told
        return {**handler(schema), key: value}


def listed(name: str, kind: str) -> AfterValidator:
    """The value must be in the list `name` of the vocabulary, which validation gets as its context.

    The JSON Schema has the list's name as `x-list`: its words are known when there is a vocabulary.
    """

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(name)
        # Without its list every value would be called unknown: one mistake, told a hundred times.
        if known is not None and value not in known:
            none_yet = " There is none yet: add it first, or remove this."
            hint = did_you_mean(value, known) if known else none_yet
            raise ValueError(f"'{value}' is not {kind}.{hint}")
        return value

    return _Known(check, ("x-list", name))


def one_of(kind: str, *known: str) -> AfterValidator:
    """The value must be one of the given words."""

    def check(value: str) -> str:
        if value not in known:
            raise ValueError(f"'{value}' is not {kind}.{did_you_mean(value, known)}")
        return value

    return _Known(check, ("enum", list(known)))


def _all_different(values: tuple[str, ...]) -> tuple[str, ...]:
    if twice := next((value for value in values if values.count(value) > 1), None):
        raise ValueError(f"has '{twice}' twice. Keep one.")
    return values


AllDifferent = AfterValidator(_all_different)
"""No value of a list is there twice: a page would show it twice, too."""


def _format(name: str, kind: str = "string") -> WithJsonSchema:
    """What the JSON Schema calls this type: `audits.schema` has the rules of each format."""
    return WithJsonSchema({"type": kind, "format": name})


Text = Annotated[str, BeforeValidator(_text), _format("text")]
Line = Annotated[Text, AfterValidator(_line), _format("line")]
Slug = Annotated[Line, AfterValidator(_slug), _format("slug")]
WholeNumber = Annotated[int, BeforeValidator(parsed(_whole_number)), _format("whole-number", "integer")]
CalendarYear = Annotated[int, BeforeValidator(parsed(_calendar_year)), _format("year", "integer")]
Date = Annotated[dt.date, BeforeValidator(parsed(_date))]


def _written(parse: Callable[[str], Any], name: str, pattern: str) -> tuple[Any, ...]:
    return (
        BeforeValidator(parsed(parse)),
        PlainSerializer(lambda value: value.written),
        WithJsonSchema({"type": "string", "format": name, "pattern": pattern}),
    )


MonthField = Annotated[Month, *_written(Month.parse, "month", r"^\d{4}-\d{2}$")]
YearField = Annotated[FinancialYear, *_written(FinancialYear.parse, "financial-year", r"^\d{4}/\d{2}$")]
PeriodField = Annotated[
    Period,
    *_written(Period.parse, "period", r"^(\d{4}-\d{2}( to \d{4}-\d{2})?|\d{4}/\d{2}( to \d{4}/\d{2})?)$"),
]


def name_problem(path: Path, file: str) -> list[Problem]:
    """What is wrong with the name of a file that becomes a page's address."""
    if SLUG.fullmatch(path.stem):
        return []
    how = "Name the file with small letters, digits and hyphens: domestic-abuse.md"
    return [Problem(file, 0, f"the file's name becomes the page's address. {how}")]


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
        return f"'{name}' is not known here.{did_you_mean(name, _model_at(model, place[:-1]).model_fields)}"
    if kind == "tuple_type":
        how = _how_to_list(finding["input"], name, _model_at(model, place[:-1]))
        return f"'{name}' is a list. {how}"
    if kind == "too_short":
        return f"'{name}' needs at least one entry."
    if kind in ("model_type", "dict_type"):
        key = next(iter(_model_at(model, place).model_fields)) if kind == "model_type" else "key"
        return f"{subject} must be a group. Write its keys and values on lines below it, indented: {key}: ..."
    message = str(finding["ctx"]["error"])
    return message if message.startswith("'") else f"{subject} {message}"


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


def group_in(annotation: Any) -> type[Fields] | None:
    """The model of the groups that an annotation has in it."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next(filter(None, map(group_in, get_args(annotation))), None)
