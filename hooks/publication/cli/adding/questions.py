"""Every question that `make new` asks, in its order, with every word that it is asked in.

Which fields are asked for, and how, is declared with them.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from publication.audits.about import Declared, declared
from publication.audits.parts import BODY
from publication.audits.record import AuditFields
from publication.audits.statuses import STATUS_HINTS

TYPED = {
    "poster": "Drag the file into this window, or type its place: ../poster.pdf. "
    "PDF is best, then PNG or JPEG.",
    "poster_text": "They are read out to those who cannot see it. "
    "Type or paste them, then press Enter twice.",
}
"""How to answer where it is done in another way than on the form."""

ONE_CHOICE = "Type the number or the word."
CHOICES = "Type numbers or words, with commas between them."


@dataclass(frozen=True)
class Question:
    """A question and how to answer it. `key` is the option's name in small letters.

    `is_long`: the answer may have several lines, and ends with an empty one.
    """

    key: str
    asks: str
    how: str
    is_long: bool = False

    @property
    def option(self) -> str:
        """As it is given to make."""
        return self.key.upper()


@dataclass(frozen=True)
class FieldQuestion(Question):
    """The question for a field of a record."""

    field: Declared = field(kw_only=True)

    def is_asked(self, status: str | None) -> bool:
        """Whether it is asked of an audit with this status."""
        return not self.field.about.asked or status in self.field.about.asked

    def is_needed(self, status: str | None) -> bool:
        """Whether there is no record with this status without an answer to it."""
        needed = self.field.about.needed
        return self.field.is_required or (status in needed if status else bool(needed))


def _question(field: Declared) -> FieldQuestion:
    how = TYPED.get(field.key, field.hint)
    if field.words or field.choices:
        how = CHOICES if field.is_list else ONE_CHOICE
    return FieldQuestion(field.key, field.about.asks, how, field.key == "poster_text", field=field)


def _questions() -> list[FieldQuestion]:
    """In the order of the record, with its words before its poster and its name at the end."""
    fields = declared(AuditFields)
    keys = [key for key in fields if fields[key].about.asks]
    at = keys.index("poster")
    return [_question((fields | BODY)[key]) for key in (*keys[:at], "summary", *keys[at:], "slug")]


QUESTIONS = _questions()
BY_KEY = {question.key: question for question in QUESTIONS}

STATUSES = {status: STATUS_HINTS[status] for status in ("published", "coming-soon", "planned", "draft")}
"""What a new audit may be, most frequent first: only what was published can be withdrawn."""

NOT_WITHDRAWN = "A new audit cannot be withdrawn: there is nothing yet to take back."
LEFT_OUT = "Press Enter to leave it out."
TAKEN_ON_ENTER = "Press Enter for {}."
NO_POSTER = "Press Enter if there is none: a poster is composed from the record."
NOT_TEXT = "has a sign that cannot be saved. Type it again."
NO_FILE = "There is no file {}.{} Check its name and its folder."
IS_THERE = "{} is there already. An audit of another time has a record of its own."
IS_THERE_POSTER = "{} is there already, and is never replaced. Choose another name for the record."
FREE = " Use another name, for example {}."
GREETING = "Adding an audit. Nothing is written before the end; Ctrl+C stops."
CONTENT_FIRST = "Mend this first: while series and topics cannot be read, no audit can be added."
READING = "The poster has no words that can be read out. Trying to read them from its picture."
WERE_READ = "The poster's words were read from its picture. Check them in the record, below poster_text."
NOTHING = "Nothing was written."
MISSING = "These answers are missing:"
REFUSED = "To be mended:"
ONE_OF = "Use words of this list: {}."
HOW_TO_GIVE = "Give each like this: make new {}='...'. In a terminal, make new without any asks for them."
NOT_POSSIBLE = "Nothing was written: {}. Mend that and run this again."
UNREADABLE = "a file or folder of the project cannot be read"
STOPPED = "Stopped. Nothing was written."
GO_ON = "To go on from here later:"
