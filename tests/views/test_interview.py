"""What `make new` asks, and what it makes of each answer, without a terminal."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from audits.sample import RECORD, make_project
from posters import samples
from publication.audits.catalogue import read_catalogue
from publication.cli.adding import questions
from publication.cli.adding.conversation import answer_by_options, ask_all, command_so_far
from publication.cli.adding.interview import Interview
from publication.cli.adding.questions import BY_KEY
from publication.posters.artwork import read_artwork
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

TODAY = dt.date(2026, 3, 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with one record."""
    root = make_project(tmp_path)
    (root / "content/audits/neglect.md").write_text(RECORD, "utf-8")
    return root


@pytest.fixture
def interview(root: Path) -> Interview:
    """One in which nothing is answered yet."""
    return Interview(root, read_catalogue(root)[0], TODAY, read_artwork)


def hold(
    interview: Interview, *answers: str, draft: Callable[..., str] = lambda _: "never read"
) -> list[str]:
    """Answer what is asked, in turn; what was said. All answers must be used, and no more are asked for."""
    said: list[str] = []
    left = iter(answers)
    ask_all(interview, lambda _: next(left), said.append, draft)
    assert list(left) == []
    return said


def asked(said: list[str]) -> list[str]:
    """The first line of each question among what was said."""
    wordings = {question.asks: question.key for question in questions.QUESTIONS}
    return [wordings[lines[1]] for lines in (one.split("\n") for one in said) if len(lines) > 1]


def test_a_published_audit(interview: Interview) -> None:
    """What is asked for a published audit; numbers and meanings stand for words, Enter for a proposal."""
    said = hold(
        interview, "Missing children", "Multi-agency audits", "1", "2024/25", "2, Domestic abuse", "", "",
        "Partners looked together.", "", "",
    )  # fmt: skip
    assert asked(said) == [
        "title", "series", "status", "period", "topics", "agencies", "published", "summary", "poster", "slug",
    ]  # fmt: skip
    assert interview.addition().file == "content/audits/missing-children.md"
    assert (
        interview.addition().record
        == """\
---
title: Missing children
series: multi-agency
status: published
period: 2024/25
topics: [missing, domestic-abuse]
published: 2026-03-01
---

Partners looked together.
"""
    )


def test_an_audit_that_is_coming_soon(interview: Interview) -> None:
    """It has an expected month and a scope, may have no period, and is asked for no poster."""
    said = hold(
        interview, "Missing", "1", "Coming soon", "", "missing", "Police; 2", "2026-09", "Plans.", "S.", ""
    )
    assert asked(said) == [
        "title", "series", "status", "period", "topics", "agencies", "expected", "scope", "summary", "slug",
    ]  # fmt: skip
    assert (
        interview.addition().record
        == """\
---
title: Missing
series: multi-agency
status: coming-soon
topics: [missing]
agencies: [police, schools]
expected: 2026-09
scope: Plans.
---

S.
"""
    )


@pytest.mark.parametrize(
    ("key", "typed", "problem"),
    [
        ("title", " \t ", "'title' is empty. Write it."),
        ("title", "caf\udce9", "'title' has a sign that cannot be saved. Type it again."),
        ("series", "multi-agncy", "'multi-agncy' is not a series."),
        ("status", "publishd", "'publishd' is not a status. Did you mean 'published'?"),
        ("status", "withdrawn", "A new audit cannot be withdrawn: there is nothing yet to take back. Use"),
        ("period", "", "'period' is empty. Write it."),
        ("topics", "neglct", "'neglct' is not a topic. Did you mean 'neglect'?"),
        ("topics", "4", "'4' is not a topic. Use one of: neglect, missing, domestic-abuse."),
        ("topics", "1, neglect", "'topics' has 'neglect' twice. Keep one."),
        ("topics", ",", "'topics' needs at least one entry."),
        ("expected", "09/2026", "'09/2026' is not a month."),
        ("summary", "", "'summary' is empty. Write it."),
        ("summary", "<<<<<<< mine\nWords.", "two versions of these lines were put together here"),
        ("poster", "posters", "This is a folder, not a file. Name the poster's file."),
        ("poster", "~nobody-here/\0.pdf", "There is no file ~nobody-here/\0.pdf. Check its name"),
        ("slug", "My Audit", "the file's name becomes the page's address."),
        ("slug", "neglect.md", "content/audits/neglect.md is there already. An audit of another time has"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_at_once(interview: Interview, key: str, typed: str, problem: str) -> None:
    """In the words of the check; the question stays open."""
    said = interview.answer(BY_KEY[key], typed)
    assert said is not None
    assert said.startswith(problem)
    assert key not in interview.answers


def test_a_question_is_put_again_until_it_is_answered(interview: Interview) -> None:
    """What is wrong is said, and the next answer is for the same question."""
    said = hold(
        interview, "", "Missing", "9", "1", "planned", "10/2018", "2018-10", "neglct", "neglect", "", "", "",
        "", "Words.", "",
    )  # fmt: skip
    assert "'title' is empty. Write it." in said
    assert any(one.startswith("'10/2018' is not a period. ") for one in said)
    assert interview.addition().file == "content/audits/missing.md"


def test_a_name_that_is_taken_gets_a_proposal(interview: Interview) -> None:
    """An audit of the same title is told apart by its period."""
    hold(interview, "Neglect", "1", "planned", "2024/25", "neglect", "", "", "", "Words.", "neglect-again")
    problem = interview.answer(BY_KEY["slug"], "neglect")
    assert problem is not None
    assert problem.endswith("Use another name, for example neglect-2024-25.")


def test_a_title_without_latin_letters_needs_a_name(interview: Interview) -> None:
    """Nothing can be proposed, so Enter is not enough."""
    said = hold(interview, "安全", "1", "planned", "", "neglect", "", "", "", "Words.", "", "safety")
    assert "Press Enter" not in said[-2]
    assert said[-1] == "'slug' is empty. Write it."
    assert interview.addition().file == "content/audits/safety.md"


@pytest.mark.parametrize("typed", ["'{}'", '"{}"', "{}", " {} "])
def test_a_poster_may_be_dragged_into_the_terminal(interview: Interview, root: Path, typed: str) -> None:
    """Terminals put quotation marks around a name with spaces, or a backslash before each space."""
    poster = root / "shared" / "My Poster (1).PDF"
    poster.parent.mkdir()
    poster.write_bytes(samples.pdf(words="Words"))
    assert interview.answer(BY_KEY["poster"], typed.format(poster)) is None
    assert interview.answer(BY_KEY["poster"], str(poster).replace(" ", "\\ ").replace("(", "\\(")) is None
    assert interview.answers["poster"].path == poster.resolve()


def test_a_poster_that_is_not_there(interview: Interview, root: Path) -> None:
    """The file beside it with the nearest name is proposed."""
    (root / "neglect poster.pdf").touch()
    assert interview.answer(BY_KEY["poster"], "neglect-poster.pdf") == (
        "There is no file neglect-poster.pdf. Did you mean 'neglect poster.pdf'? "
        "Check its name and its folder."
    )


def test_the_copy_is_named_by_the_record_and_its_kind(interview: Interview, root: Path) -> None:
    """What a file's name says of its kind counts for nothing: its bytes do."""
    (root / "A b.PNG").write_bytes(samples.pdf(words="Words"))
    hold(interview, "Missing", "1", "1", "2024/25", "2", "", "", "Words.", "A b.PNG", "")
    assert interview.addition().poster == "missing.pdf"
    assert "poster: missing.pdf\n" in interview.addition().record


def test_a_poster_that_is_in_its_folder_keeps_its_name(interview: Interview, root: Path) -> None:
    """An editor who put it there first needs no copy; its name alone is enough."""
    (root / "posters/My poster.pdf").write_bytes(samples.pdf(words="Words"))
    hold(interview, "Missing", "1", "1", "2024/25", "2", "", "", "Words.", "My poster.pdf", "")
    assert interview.addition().is_in_place
    assert "poster: My poster.pdf\n" in interview.addition().record


def test_a_poster_that_is_there_is_never_replaced(interview: Interview, root: Path) -> None:
    """The name of another poster cannot be taken, though no record has it."""
    (root / "posters/missing.pdf").write_bytes(b"another")
    (root / "new.pdf").write_bytes(samples.pdf(words="Words"))
    said = hold(interview, "Missing", "1", "1", "2024/25", "2", "", "", "W.", "new.pdf", "missing", "")
    assert said[-1] == (
        "posters/missing.pdf is there already, and is never replaced. Choose another name for the record. "
        "Use another name, for example missing-2024-25."
    )
    assert interview.addition().poster == "missing-2024-25.pdf"


def test_words_are_drafted_where_the_poster_has_none(interview: Interview, root: Path) -> None:
    """They are read from the picture, not asked for, and lose the signs that no record may hold."""
    (root / "new.png").write_bytes(samples.png())
    said = hold(
        interview, "Missing", "1", "1", "2024/25", "2", "", "", "Words.", "new.png", "",
        draft=lambda _: "Seen < late\n\nHeard",
    )  # fmt: skip
    assert "poster_text" not in asked(said)
    assert questions.WERE_READ in said
    assert interview.answers["poster_text"] == "Seen late\n\nHeard"


def test_words_are_asked_for_where_they_cannot_be_read(interview: Interview, root: Path) -> None:
    """It is said why, and the editor types them."""

    def draft(_: object) -> str:
        raise ArtworkError("No words were found.")

    (root / "new.png").write_bytes(samples.png())
    said = hold(
        interview, "Missing", "1", "1", "2024/25", "2", "", "", "Words.", "new.png", "One\ntwo", "",
        draft=draft,
    )  # fmt: skip
    assert "No words were found." in said
    assert "poster_text: |\n  One\n  two\n" in interview.addition().record


def test_options_that_are_missing_are_listed_at_once(interview: Interview) -> None:
    """One list names each, what it is for, and the words that it may say."""
    assert interview.answer(BY_KEY["title"], "安全") is None
    said = answer_by_options(interview, {}, lambda _: None, lambda _: "")
    assert [one.partition(":")[0] for one in said[1:-1]] == [
        "SERIES",
        "STATUS",
        "PERIOD",
        "TOPICS",
        "SUMMARY",
        "SLUG",
    ]
    assert said[0] == questions.MISSING
    assert (
        "TOPICS: Which topics is it about? Use words of this list: neglect, missing, domestic-abuse." in said
    )


def test_the_answers_so_far_make_a_command(interview: Interview, root: Path) -> None:
    """An editor who stops need not begin again: the shell gets every sign as it was typed."""
    (root / "a b.pdf").write_bytes(samples.pdf(words="Words"))
    for key, typed in {"title": "What's $5?", "topics": "1, 2", "agencies": "", "poster": "a b.pdf"}.items():
        interview.answer(BY_KEY[key], typed)
    place = (root / "a b.pdf").resolve()
    assert command_so_far(interview) == (
        f"make new TITLE='What'\"'\"'s $5?' TOPICS='neglect, missing' POSTER='{place}'"
    )
