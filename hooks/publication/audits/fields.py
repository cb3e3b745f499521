"""The types of the fields of records, series and vocabulary, each with the rules of its values.

A type reads one value as it was typed. Its rules are stated once, here: the check keeps them, and the JSON
Schema that pydantic makes of a model states them with what is said of a value that breaks one, as
`x-messages`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, get_args

from pydantic import BaseModel, ConfigDict
from pydantic_core import core_schema

from publication.audits.dates import asked_day
from publication.audits.period import (
    MONTH_RULES,
    PERIOD_RULES,
    YEAR,
    YEAR_RULES,
    FinancialYear,
    Month,
    Period,
)
from publication.audits.rule import Rule, keep, wrong
from publication.audits.source.frontmatter import Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_LINE = 300
"""Characters in a title or a name: the longest that a heading, a card and a poster can show whole."""


class Fields(BaseModel):
    """Front matter: unknown keys are refused, and what was read does not change."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, use_attribute_docstrings=True
    )


@dataclass(frozen=True)
class Format:
    """How one value is read from its text, and what the JSON Schema calls it.

    `parse` makes the value of text that keeps the `rules`, and may raise a ValueError of its own, which the
    JSON Schema states by its `format`. `write` gives the text again, where the value is none. A format that
    `is_text` refuses what YAML would take for a number, a day or nothing.
    """

    name: str
    rules: tuple[Rule, ...]
    parse: Callable[[str], Any] = str
    write: Callable[[Any], str] | None = None
    is_text: bool = False
    schema: Mapping[str, Any] = field(default_factory=dict, hash=False)
    """Keywords that the JSON Schema has beside the rules; with a `type`, in place of them."""

    def read(self, value: Any) -> Any:
        """The value of a field as it was typed."""
        if self.is_text and isinstance(value, Plain):
            how = f'Put quotation marks around it: "{value}"'
            raise wrong(f"'{{value}}' would be read as {value.becomes}. {how}", value)
        if not isinstance(value, str):
            said = "is empty. Write it." if value is None else f"must be {self._kind}, not a list or a group."
            raise wrong(said)
        if self.is_text and not value.strip():
            raise wrong("is empty. Write it.")
        return self.parse(keep(value.strip(), self.rules))

    @property
    def _kind(self) -> str:
        return "text" if self.is_text else "one value"

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        written = core_schema.plain_serializer_function_ser_schema(self.write) if self.write else None
        return core_schema.no_info_plain_validator_function(self.read, serialization=written)

    def __get_pydantic_json_schema__(self, schema: Any, handler: Any) -> dict[str, Any]:
        if "type" in self.schema:
            return {"format": self.name, **self.schema}
        rules = [{"pattern": one.pattern, "x-messages": {"pattern": one.message}} for one in self.rules]
        return {"type": "string", "format": self.name, "allOf": rules, **self.schema}


_NO_DAY = "'{value}' is not a date: there is no such day."


def _day(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise wrong(_NO_DAY + (asked_day(text) or " Correct it."), text) from None


_WORDS = tuple(Rule(f"^[^{sign}]*$", f"has a '{sign}' in it. Use words instead.") for sign in "<>")
"""Signs that could become markup."""
ONE_LINE = (
    Rule(r"^[^\n\t]*$", "must be on one line, without tabs."),
    Rule(rf"^[\s\S]{{0,{MAX_LINE}}}$", f"is {{length}} characters long. Use at most {MAX_LINE}."),
)
_NAME = Rule(f"^{SLUG.pattern}$", "'{value}' must be small letters, digits and hyphens, like domestic-abuse.")


def _file_meant(path: str) -> str:
    last = re.split(r"[/\\]", path)[-1].strip(".")
    return f" Did you mean '{last}'?" if last else ""


_FILE = Rule(
    r"^(?!\.{1,2}$)[^/\\]*$",
    "'{value}' must be the name of a file in posters/, without a folder.",
    meant=_file_meant,
)
_DAY = Rule(
    "^(?!0000)[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "'{value}' is not a date.",
    " Write year, month and day: 2019-09-01",
    asked_day,
)
_NO_YEAR = "'{value}' is not a year. Write it in four digits: 2019"
_YEAR = Rule(f"^{YEAR}$", _NO_YEAR)
_NO_NUMBER = "'{value}' is not a whole number. Write it in digits: 9"
_NUMBER = Rule("^(0|[1-9][0-9]{0,5})$", _NO_NUMBER)
_AS_NUMBER = {
    "type": "integer",
    "minimum": 0,
    "maximum": 999_999,
    "x-messages": dict.fromkeys(("type", "minimum", "maximum"), _NO_NUMBER),
}


def _written(value: Month | FinancialYear | Period) -> str:
    return value.written


Text = Annotated[str, Format("text", _WORDS, is_text=True)]
Line = Annotated[str, Format("line", (*_WORDS, *ONE_LINE), is_text=True)]
Slug = Annotated[str, Format("slug", (*_WORDS, *ONE_LINE, _NAME), is_text=True)]
FileName = Annotated[str, Format("file-name", (*_WORDS, *ONE_LINE, _FILE), is_text=True)]
WholeNumber = Annotated[int, Format("whole-number", (*ONE_LINE, _NUMBER), int, schema=_AS_NUMBER)]
CalendarYear = Annotated[int, Format("calendar-year", (*ONE_LINE, _YEAR), int)]
Date = Annotated[
    dt.date,
    Format("date", (*ONE_LINE, _DAY), _day, schema={"x-messages": {"format": f"{_NO_DAY} Correct it."}}),
]
MonthField = Annotated[Month, Format("month", (*ONE_LINE, *MONTH_RULES), Month.parse, _written)]
YearField = Annotated[FinancialYear, Format("year", (*ONE_LINE, *YEAR_RULES), FinancialYear.parse, _written)]
PeriodField = Annotated[Period, Format("period", (*ONE_LINE, *PERIOD_RULES), Period.parse, _written)]


def group_in(annotation: Any) -> type[Fields] | None:
    """The model of the groups that an annotation has in it."""
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return annotation
    return next(filter(None, map(group_in, get_args(annotation))), None)
