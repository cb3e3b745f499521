"""Every question that `make new` asks, in its order, with every word that it is asked in."""

from __future__ import annotations

from dataclasses import dataclass


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


QUESTIONS = (
    Question("title", "What is the audit called?", "Write its name as readers will see it."),
    Question("series", "Which series does it belong to?", "Type the number or the name."),
    Question("status", "Where does it stand?", "Type the number or the word."),
    Question(
        "period",
        "When did it take place?",
        "A month (2018-10), a financial year (2018/19), or a range (2017/18 to 2018/19).",
    ),
    Question("topics", "Which topics is it about?", "Type numbers or words, with commas between them."),
    Question("agencies", "Which agencies took part?", "Type numbers or words, with commas between them."),
    Question(
        "published",
        "From which day may readers see it?",
        "Year, month and day: 2019-09-01. A day to come is an embargo.",
    ),
    Question("expected", "When is its learning expected?", "Year and month: 2020-03."),
    Question("scope", "What does it look at?", "One or two sentences."),
    Question("summary", "What was it about?", "One or two sentences that open its page."),
    Question(
        "poster",
        "Which file is its poster?",
        "Drag the file into this window, or type its place: ../poster.pdf. PDF is best, then PNG or JPEG.",
    ),
    Question(
        "poster_text",
        "Which words are on the poster?",
        "They are read out to those who cannot see it. Type or paste them, then press Enter twice.",
        is_long=True,
    ),
    Question("slug", "What is its page to be called in addresses?", "Small letters, digits and hyphens."),
)

BY_KEY = {question.key: question for question in QUESTIONS}

STATUSES = {
    "published": "its learning is for readers",
    "coming-soon": "announced, with what it will look at",
    "planned": "named, with no more",
    "draft": "seen in your own preview only",
}
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
