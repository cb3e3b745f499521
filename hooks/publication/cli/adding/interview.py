"""What an editor is asked next, and what becomes of each answer. Nothing here writes, or waits for anyone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from publication.audits.audit import FOLDER, read_fields
from publication.audits.period import Period
from publication.audits.record import AuditFields
from publication.audits.tidy.new_record import new_record
from publication.cli.adding import questions
from publication.cli.adding.answer import proposed_slug
from publication.cli.adding.places import find_file
from publication.cli.adding.questions import QUESTIONS, FieldQuestion
from publication.cli.adding.staging import Addition
from publication.cli.adding.words import RefusedError, Words
from publication.posters.collection import FOLDER as POSTERS
from publication.posters.intake.formats import SUFFIXES
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from publication.audits.catalogue import Catalogue
    from publication.posters.artwork import Artwork


@dataclass
class Interview:
    """The answers so far, judged one by one.

    `look` inspects artwork, and raises ArtworkError. `answers` has what was taken by key: words as a record
    holds them, a list of them, or the poster's artwork; None for what was left out.
    """

    root: Path
    catalogue: Catalogue
    today: dt.date
    look: Callable[[Path], Artwork]
    answers: dict[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> Words:
        """The words that the record may use."""
        return Words(self.catalogue)

    def open_questions(self) -> list[FieldQuestion]:
        """What is not answered yet and, by the answers so far, makes sense to ask."""
        return [one for one in QUESTIONS if one.key not in self.answers and self._applies(one)]

    def is_needed(self, question: FieldQuestion) -> bool:
        """Whether there is no record without an answer to it."""
        return question.key == "poster_text" or question.is_needed(self.answers.get("status"))

    def proposal(self, question: FieldQuestion) -> str:
        """What is taken where nothing is answered; "" where there is no such thing."""
        if question.key == "published" and self._applies(question):
            return self.today.isoformat()
        if question.key != "slug":
            return ""
        period = self.answers.get("period")
        return proposed_slug(
            self.answers.get("title", ""), Period.parse(period) if period else None, self._taken
        )

    def wording(self, question: FieldQuestion) -> str:
        """The question as it is put: what, the choices by number, and how to answer."""
        choices = enumerate(self.words.choices(question).items(), start=1)
        numbered = [f"  {number:2} {word} ({label})" for number, (word, label) in choices]
        if proposal := self.proposal(question):
            on_enter = questions.TAKEN_ON_ENTER.format(proposal)
        else:
            left_out = questions.NO_POSTER if question.key == "poster" else questions.LEFT_OUT
            on_enter = "" if self.is_needed(question) else left_out
        return "\n".join([question.asks, *numbered, f"{question.how} {on_enter}".strip()])

    def answer(self, question: FieldQuestion, typed: str) -> str | None:
        """Take an answer; or say what is wrong with it, and leave the question open."""
        self.answers.pop(question.key, None)
        typed = typed.strip() or self.proposal(question)
        if typed or self.is_needed(question):
            try:
                self.answers[question.key] = self._read(question, typed)
            except (RefusedError, ArtworkError) as refusal:
                return str(refusal)
        else:
            self.answers[question.key] = None
        return None

    def reopen(self, question: FieldQuestion) -> None:
        """Forget an answer; where the question makes no sense by the others, also the one that says so."""
        self.answers.pop(question.key, None)
        if not self._applies(question):
            self.answers.pop("poster" if question.key == "poster_text" else "status", None)

    def addition(self) -> Addition:
        """What is to be added. All that is needed must have been answered."""
        slug: str = self.answers["slug"]
        artwork = self._artwork
        values = {key: self.answers.get(key) for key in AuditFields.model_fields}
        if artwork:
            values["poster"] = self._poster_name(slug, artwork)
        known = {key: value for key, value in values.items() if value}
        fields = read_fields(known, self.words.context)
        return Addition(
            slug=slug,
            record=new_record(fields, self.answers["summary"]),
            poster=values["poster"] or "",
            source=artwork.path if artwork else None,
            is_in_place=artwork is not None and self._is_in_place(artwork),
        )

    def _applies(self, question: FieldQuestion) -> bool:
        if question.key == "poster_text":
            return self._artwork is not None and not any(self._artwork.texts)
        if question.key == "series" and not self.catalogue.series:
            return False
        return question.is_asked(self.answers.get("status"))

    def _read(self, question: FieldQuestion, typed: str) -> Any:
        if question.key == "poster":
            found = find_file(typed, self.root, self.root / POSTERS)
            if isinstance(found, str):
                raise RefusedError(found)
            return self.look(found)
        value = self.words.read(question, typed)
        if question.key == "slug" and (problem := self._is_there(question, str(value))):
            raise RefusedError(problem)
        return value

    def _is_there(self, question: FieldQuestion, slug: str) -> str | None:
        artwork = self._artwork
        poster = f"{POSTERS}/{self._poster_name(slug, artwork)}" if artwork else ""
        if slug in {path.stem.lower() for path in (self.root / FOLDER).glob("*")}:
            said = questions.IS_THERE.format(f"{FOLDER}/{slug}.md")
        elif artwork and not self._is_in_place(artwork) and (self.root / poster).exists():
            said = questions.IS_THERE_POSTER.format(poster)
        else:
            return None
        free = self.proposal(question)
        return said + (questions.FREE.format(free) if free else "")

    def _poster_name(self, slug: str, artwork: Artwork) -> str:
        return artwork.path.name if self._is_in_place(artwork) else f"{slug}{SUFFIXES[artwork.format][0]}"

    def _is_in_place(self, artwork: Artwork) -> bool:
        return artwork.path.parent == (self.root / POSTERS).resolve()

    @property
    def _artwork(self) -> Artwork | None:
        return self.answers.get("poster")

    @property
    def _taken(self) -> set[str]:
        """Names that a new record cannot have: of records now and before, and of files in `posters/`."""
        files = [*(self.root / FOLDER).glob("*"), *(self.root / POSTERS).glob("*")]
        former = {slug for audit in self.catalogue.audits for slug in audit.former_slugs}
        return {path.stem.lower() for path in files} | former
