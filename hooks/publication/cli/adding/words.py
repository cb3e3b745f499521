"""From what was typed to the words of a record: by the lists of the project, judged by the model."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publication.audits.problem import did_you_mean
from publication.audits.source.text import unfit
from publication.cli.adding.answer import line, problem_of, slug_problem, text
from publication.cli.adding.questions import NOT_TEXT, NOT_WITHDRAWN, STATUSES, FieldQuestion

if TYPE_CHECKING:
    from collections.abc import Mapping

    from publication.audits.catalogue import Catalogue


class RefusedError(Exception):
    """An answer that cannot be taken: what is wrong, and what to do."""


@dataclass(frozen=True)
class Words:
    """The words that the records of a project may use."""

    catalogue: Catalogue

    @property
    def context(self) -> dict[str, Any]:
        """What a record's words are checked against."""
        return {**self.catalogue.vocabulary.context, "series": [one.slug for one in self.catalogue.series]}

    def choices(self, question: FieldQuestion) -> Mapping[str, str]:
        """The words that an answer is chosen from, each with what it means; none where it is free."""
        if question.key == "status":
            return STATUSES
        if question.key == "series":
            return {one.slug: one.title for one in self.catalogue.series}
        return getattr(self.catalogue.vocabulary, question.field.words) if question.field.words else {}

    def read(self, question: FieldQuestion, typed: str) -> str | list[str]:
        """The answer as a record holds it. Raises RefusedError, mostly in the words of the check."""
        if any("\ud800" <= sign <= "\udfff" for sign in typed):
            raise RefusedError(f"'{question.key}' {NOT_TEXT}")
        value: str | list[str]
        if question.field.is_list:
            parts = re.split(r"[,;\n]", typed.strip().removeprefix("[").removesuffix("]"))
            value = [self._chosen(question, line(part)) for part in parts if part.strip()]
        elif question.field.format in ("text", "markdown"):
            value = text(typed)
        elif question.key == "slug":
            value = line(typed).removesuffix(".md")
        else:
            value = self._chosen(question, line(typed))
        if problem := self._problem(question, value):
            raise RefusedError(problem)
        return value

    def _chosen(self, question: FieldQuestion, said: str) -> str:
        """The word that is meant: by itself, by what it stands for, or by its number."""
        choices = self.choices(question)
        if said not in choices and said.isdecimal() and 1 <= int(said) <= len(choices):
            return list(choices)[int(said) - 1]
        meanings = {label.lower(): word for word, label in choices.items()}
        plain = said.lower().replace(" ", "-")
        return meanings.get(said.lower(), plain if plain in choices else said)

    def _problem(self, question: FieldQuestion, value: Any) -> str | None:
        key = question.key
        if not value and not question.field.is_list:
            return f"'{key}' is empty. Write it."
        if key == "summary":
            found = unfit(value, "")
            return found.message if found else None
        if key == "slug":
            return slug_problem(value)
        if key == "status" and value == "withdrawn":
            return NOT_WITHDRAWN + did_you_mean("", STATUSES)
        return problem_of(key, value, self.context)
