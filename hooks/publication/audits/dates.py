"""Days, months and periods as records write them, from how editors type them, where that is certain.

`03/04/2019` is April to one and March to another, so it stays as it is and the check asks.
"""

from __future__ import annotations

import datetime as dt
import re
from contextlib import suppress

from publication.audits.period import MONTHS, FinancialYear

NAMES = {
    name: number
    for number, month in enumerate(map(str.lower, MONTHS), start=1)
    for name in (month, month[:3], *(["sept"] if number == 9 else []))
}
"""Each month's name, and its first letters."""

RANGE = re.compile(r"\s+(?:to|-|\N{EN DASH}|\N{EM DASH})\s+|\s*[\N{EN DASH}\N{EM DASH}]\s*")


def spelt_day(text: str) -> str:
    """`2019-9-1` and `1 September 2019` become `2019-09-01`; anything else comes back as it is."""
    if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
        return _day(match[1], match[2], match[3]) or text
    match = re.fullmatch(r"(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+(\d{4})", text)
    if match and (month := NAMES.get(match[2].lower())):
        return _day(match[3], month, match[1]) or text
    return text


def spelt_month(text: str) -> str:
    """`2020-3` and `March 2020` become `2020-03`; anything else comes back as it is."""
    if match := re.fullmatch(r"(\d{4})-(\d)", text):
        return f"{match[1]}-0{match[2]}"
    match = re.fullmatch(r"([A-Za-z]+)\.?,?\s+(\d{4})", text)
    if match and (month := NAMES.get(match[1].lower())):
        return f"{match[2]}-{month:02}"
    return text


def spelt_year(text: str) -> str:
    """`2018/2019` and `2018-19` become `2018/19`; `2009-10`, which may be a month, comes back as it is."""
    match = re.fullmatch(r"(\d{4})(?:/(?:\d\d)?|-(?:\d\d)?)(\d\d)", text)
    if not match or (len(text) == 7 and "-" in text and int(match[2]) <= 12):
        return text
    year = FinancialYear(int(match[1]))
    follows = text[5:] in (f"{year.start + 1}", f"{year.start + 1}"[2:])
    return str(year) if follows else text


def spelt_period(text: str) -> str:
    """A month, a financial year or a range of either; a range's `-` becomes `to`."""
    ends = [spelt_year(spelt_month(part)) for part in RANGE.split(text)]
    return " to ".join(ends) if len(ends) <= 2 and all(ends) else text


def asked_day(text: str) -> str:
    """What to ask of the editor who typed a day in figures: ` For 25 March 2019 write 2019-03-25.`"""
    if match := re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text):
        readings = [_day(match[3], match[2], match[1]), _day(match[3], match[1], match[2])]
    elif match := re.fullmatch(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", text):
        readings = [_day(match[1], match[2], match[3]) or _day(match[1], match[3], match[2])]
    else:
        return ""
    days = [dt.date.fromisoformat(day) for day in dict.fromkeys(filter(None, readings))]
    return "".join(f" For {day.day} {MONTHS[day.month - 1]} {day.year} write {day}." for day in days)


def _day(year: str | int, month: str | int, day: str | int) -> str | None:
    """The day as records write it, if there is such a day."""
    with suppress(ValueError):
        return dt.date(int(year), int(month), int(day)).isoformat()
    return None
