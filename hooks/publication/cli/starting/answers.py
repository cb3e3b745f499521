"""The answers to `make publication`, judged one by one by the models that judge the files."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from publication.audits.brand import Colour, Colours, contrast_problems, fit_accent, fit_deep
from publication.audits.fields import Line
from publication.audits.findings import said_of
from publication.audits.publisher import Email, SiteAddress, WebAddress
from publication.cli.adding.answer import line
from publication.cli.adding.words import RefusedError
from publication.cli.starting import questions
from publication.cli.starting.questions import QUESTIONS

if TYPE_CHECKING:
    from publication.cli.adding.questions import Question

KINDS: dict[str, Any] = {
    "name": Line,
    "short_name": Line,
    "site_name": Line,
    "site": SiteAddress,
    "repository": WebAddress,
    "email": Email,
    "deep": Colour,
    "accent": Colour,
    "series": Line,
    "committees": Line,
}
LISTS = ("series", "committees")
OPTIONAL = ("repository", "email", "committees")
SITE_NAME, SERIES = "Learning from audits", "Multi-agency audits"
STAND_IN = "https://learning-from-audits.example/"
DEEP, ACCENT = "#1d4070", "#ffd54f"
"""What is proposed: the first colour with the second reaches AAA everywhere."""

_SMALL = frozenset({"a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "with"})


@dataclass
class Answers:
    """What was taken so far, by key: text, a list of texts, or None for what was left out.

    `fit` has the shade that was proposed in the place of a colour that could not be taken.
    """

    taken: dict[str, Any] = field(default_factory=dict)
    fit: dict[str, str] = field(default_factory=dict)

    def open_questions(self) -> list[Question]:
        """What is not answered yet, in the order of asking."""
        return [one for one in QUESTIONS if one.key not in self.taken]

    def proposal(self, question: Question) -> str:
        """What an empty answer stands for; "" where there is nothing to propose."""
        if question.key == "short_name":
            return initials(self.taken.get("name", ""))
        if question.key in self.fit:
            return self.fit[question.key]
        if question.key == "accent":
            return fit_accent(ACCENT, self.taken.get("deep", DEEP))
        known = {"site_name": SITE_NAME, "site": STAND_IN, "deep": DEEP, "series": SERIES}
        return known.get(question.key, "")

    def wording(self, question: Question) -> str:
        """The question as it is put."""
        proposal = self.proposal(question)
        on_enter = questions.TAKEN_ON_ENTER.format(proposal) if proposal else ""
        if question.key in OPTIONAL:
            on_enter = questions.LEFT_OUT
        return f"{question.asks}\n{question.how} {on_enter}".rstrip()

    def answer(self, question: Question, typed: str) -> str | None:
        """Take an answer; or say what is wrong with it, and leave the question open."""
        typed = line(typed) or self.proposal(question)
        if not typed and question.key in OPTIONAL:
            self.taken[question.key] = None
            return None
        try:
            self.taken[question.key] = self._read(question.key, typed)
        except RefusedError as refusal:
            return str(refusal)
        return None

    def _read(self, key: str, typed: str) -> Any:
        if key in LISTS:
            values = [_judged(key, part.strip()) for part in typed.split(";") if part.strip()]
            self._be_sure_of(key, values)
            return values
        if key in ("deep", "accent"):
            return self._stands_out(key, _judged(key, typed if typed.startswith("#") else f"#{typed}"))
        return _judged(key, typed)

    def _be_sure_of(self, key: str, values: list[str]) -> None:
        if not values:
            raise RefusedError(f"'{key}' is empty. Write it.")
        if key == "series" and len(values) != len({value.lower() for value in values}):
            raise RefusedError("two series have the same name. Give each its own.")
        wanted = len(self.taken.get("series") or values)
        if key == "committees" and len(values) not in (1, wanted):
            said = f"there are {wanted} series, and committees for {len(values)}"
            raise RefusedError(f"{said}. Write one for each, in the same order, or one for all.")

    def _stands_out(self, key: str, colour: str) -> str:
        deep = colour if key == "deep" else self.taken.get("deep", DEEP)
        accent = colour if key == "accent" else fit_accent(ACCENT, fit_deep(deep))
        for place, said in contrast_problems(Colours(deep=deep, accent=accent), {}):
            if place[-1] == key:
                self.fit[key] = fit_deep(deep) if key == "deep" else fit_accent(accent, deep)
                raise RefusedError(said)
        return colour


def initials(name: str) -> str:
    """The first letter of each word, without the small words between them."""
    words = re.findall(r"[^\W\d_]+", re.sub("['’]", "", name))
    return "".join(word[0].upper() for word in words if word.lower() not in _SMALL)


def _judged(key: str, typed: str) -> str:
    """The value as the file will hold it. Raises RefusedError in the words that the check has for it."""
    if any("\ud800" <= sign <= "\udfff" for sign in typed):
        raise RefusedError(f"'{key}' {questions.NOT_TEXT}")
    try:
        value: str = TypeAdapter(KINDS[key]).validate_python(typed)
    except ValidationError as error:
        message = said_of(error.errors(include_url=False)[0])
        raise RefusedError(message if message.startswith("'") else f"'{key}' {message}") from None
    return value
