"""Records of every length, and those that are hard to set: for tests, and for sheets to be looked at."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Any

from publication.audits.briefing import word_count
from publication.audits.sections import SECTIONS
from publication.audits.vocabulary import Vocabulary
from publication.posters.composed.briefing import briefing_content
from publication.posters.composed.content import poster_content
from views.sample_site import WORDS, audit, series, site

if TYPE_CHECKING:
    from publication.audits.audit import Audit
    from publication.posters.composed.briefing import BriefingContent
    from publication.posters.composed.poster import PosterContent

PLAIN = re.findall(
    r"\w+",
    """
    plans families children visits schools meetings agencies records practice questions answers voices
    partners reviews workers health police housing support timely clear shared careful honest better listen
    ask write agree follow check learn notice explain home safety every most some often always with for after
    before about and""",
)

LENGTHS = (40, 70, 100, 150, 200, 250, 300, 400, 500, 600, 750, 900)
"""Words of a record: those that the twelve have."""

AGENCIES = {f"agency-{number}": f"Agency for {PLAIN[number]} and {PLAIN[-number]}" for number in range(12)}
FACTS = {
    "agencies": ["police", "schools"],
    "published": "2019-09-01",
    "sample": {"cases": "9", "plans": ["cp"], "ages": "0 to 17"},
    "review": "2027-09",
}
TITLES = (
    "Escalation",
    "Neglect and use of the Graded Care Profile 2",
    "Testing the extent and effectiveness of partnership safeguarding provision out of hours",
)
ADDRESS = "https://audits.ashcombe.example/audits/{}/"


def of_length(words: int) -> Audit:
    """A record of so many words in all, a few less at most: a summary and points, some with a bold lead."""
    random = Random(words)
    keys = list(SECTIONS)[1:3] if words < 60 else list(SECTIONS)
    summary = _sentence(random, min(22, words // 4))
    each = (words - len(summary.split())) // len(keys)
    sections = {key: _section(random, each, is_bold=words % 100 == 0) for key in keys}
    made = audit(f"of-{words}", summary, sections, title=TITLES[words % len(TITLES)], **FACTS)
    assert words - 60 <= word_count(made) <= words
    return made


def _section(random: Random, words: int, *, is_bold: bool) -> str:
    points = []
    while words >= 8:
        many = min(words, random.randint(8, 28))
        words -= many
        lead, rest = _sentence(random, many // 3), _sentence(random, many - many // 3)
        points.append(f"- **{lead}** {rest}" if is_bold else f"- {_sentence(random, many)}")
    return "\n".join(points) or f"- {_sentence(random, max(words, 3))}"


def _sentence(random: Random, words: int) -> str:
    return " ".join(random.choices(PLAIN, k=words)).capitalize() + "."


def _hard(slug: str, text: str, **fields: object) -> Audit:
    """A record with this text in every section."""
    values: dict[str, Any] = {**FACTS, **fields}
    return audit(slug, "We asked.", dict.fromkeys(SECTIONS, text), **values)


_RANDOM = Random("hard")
_MANY = "\n".join(f"- {_sentence(_RANDOM, 40)}" for _ in range(25))
HARD = {
    "five words": audit("five", "We asked.", {"worked-well": "Joint home visits."}),
    "5,000 words": _hard("five-thousand", _MANY),
    "one bullet of 400 words": _hard("bullet", f"- {_sentence(_RANDOM, 400)}"),
    "one word of 400 letters": _hard("letters", f"- {'safeguarding' * 33}"),
    "a lead that is only bold": _hard("bold", f"- **{_sentence(_RANDOM, 30)}**"),
    "headings alone": _hard("headings", "### Only a heading"),
    "a hundred short points": _hard("short", "\n".join(f"- Point {number}." for number in range(100))),
    "a paragraph of 170 words": _hard("paragraph", _sentence(_RANDOM, 170)),
    "Welsh": _hard(
        "welsh", "- **Gwrando ar blant.** Ŵyn bach a thŷ cynnes: roedd y plant yn dweud eu dweud.\n- Hŷn."
    ),
    "Polish": _hard(
        "polish", "- **Źle się działo.** Łukasz i Żaneta mówili po polsku; nikt nie zapytał dlaczego."
    ),
    "Arabic": _hard("arabic", "- **يجب أن نستمع إلى الأطفال.** كتبنا ما قالوه بلغتهم، ثم سألنا."),
    "a title of 300 characters": _hard(
        "title", _MANY[:3000], title=("Title of many words that goes on " * 10)[:300]
    ),
    "a title of one word": _hard("word", "- Joint visits.", title="Unbreakable" * 27),
    "12 agencies": _hard("agencies", _MANY[:1500], agencies=list(AGENCIES)),
    "long ages": _hard(
        "ages", "- Joint visits.", sample={"cases": "9", "ages": "from birth to the end of it " * 10}
    ),
}
"""By what is hard about them."""

_WORDS = Vocabulary(
    topics=WORDS.topics, agencies=WORDS.agencies | AGENCIES, plans=WORDS.plans, acronyms=WORDS.acronyms
)
LONG_SERIES = series(title=("A series with a name that goes on " * 9)[:300])


def poster_of(record: Audit, **changes: object) -> PosterContent:
    """The content of its composed poster; `changes` may have another `series`."""
    return poster_content(*_given(record, **changes))


def briefing_of(record: Audit, **changes: object) -> BriefingContent:
    """The content of its briefing."""
    return briefing_content(*_given(record, **changes))


def _given(record: Audit, **changes: object) -> tuple:  # type: ignore[type-arg]
    of = changes.get("series", series())
    catalogue = site(record, of=(of,), words=_WORDS).catalogue  # type: ignore[arg-type]
    return record, of, catalogue, ADDRESS.format(record.slug)
