"""Two ways through an interview: question by question with an editor, or by options alone."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.tidy.new_record import without_markup
from publication.cli.adding import questions
from publication.cli.adding.questions import BY_KEY, QUESTIONS, FieldQuestion
from publication.posters.limits import ArtworkError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from publication.audits.problem import Problem
    from publication.cli.adding.interview import Interview
    from publication.cli.adding.staging import Addition
    from publication.posters.artwork import Artwork


def missing(interview: Interview) -> list[FieldQuestion]:
    """What an editor has to answer: it is needed, open, and nothing can be proposed.

    As long as there is no title, nobody knows whether it will do for the record's name.
    """
    needed = [one for one in interview.open_questions() if interview.is_needed(one)]
    return [
        one
        for one in needed
        if not interview.proposal(one) and (one.key != "slug" or "title" in interview.answers)
    ]


def ask_all(
    interview: Interview,
    ask: Callable[[FieldQuestion], str],
    say: Callable[[str], None],
    draft: Callable[[Artwork], str],
) -> None:
    """Put every open question, each until its answer can be taken."""
    while still_open := interview.open_questions():
        question = still_open[0]
        if question.key == "poster_text":
            if problem := drafted(interview, say, draft):
                say(problem)
            else:
                continue
        say("\n" + interview.wording(question))
        while problem := interview.answer(question, ask(question)):
            say(problem)


def answer_by_options(
    interview: Interview,
    refused: Mapping[str, str],
    say: Callable[[str], None],
    draft: Callable[[Artwork], str],
) -> list[str]:
    """Take what is proposed for all that was not given; what is wrong or missing, by option."""
    problems = [f"{BY_KEY[key].option}: {problem}" for key, problem in refused.items()]
    if BY_KEY["poster_text"] in missing(interview) and "poster_text" not in refused:
        problem = drafted(interview, say, draft)
        problems += [f"POSTER_TEXT: {problem}"] if problem else []
    lacking = [one for one in missing(interview) if one.key not in {*refused, "poster_text"}]
    if problems:
        problems.insert(0, questions.REFUSED)
    if lacking:
        problems += [questions.MISSING, *(_told(interview, one) for one in lacking)]
        problems.append(questions.HOW_TO_GIVE.format(lacking[0].option))
    if not problems:
        for question in interview.open_questions():
            interview.answer(question, "")
    return problems


def _told(interview: Interview, question: FieldQuestion) -> str:
    """What an option is for, and what it may say, on one line."""
    choices = ", ".join(interview.words.choices(question))
    how = questions.ONE_OF.format(choices) if choices else question.how
    return f"{question.option}: {question.asks} {how}"


def drafted(interview: Interview, say: Callable[[str], None], draft: Callable[[Artwork], str]) -> str | None:
    """Take the words that are read from the poster's picture; or say why there are none."""
    say(questions.READING)
    try:
        words = without_markup(draft(interview.answers["poster"]))
    except ArtworkError as error:
        return str(error)
    problem = interview.answer(BY_KEY["poster_text"], words)
    if not problem:
        say(questions.WERE_READ)
    return problem


def question_about(problem: Problem, addition: Addition) -> FieldQuestion:
    """Whose answer a problem of the whole record, or of the project with it, comes from."""
    return BY_KEY[addition.key_at(problem.line) if problem.file == addition.file else "slug"]


def told(problem: Problem, addition: Addition) -> str:
    """A problem for the editor: of a record that is not written yet, by the answer it comes from."""
    is_of_record = problem.file == addition.file
    return f"{question_about(problem, addition).option}: {problem.message}" if is_of_record else str(problem)


def command_so_far(interview: Interview) -> str:
    """The command that begins again with what was answered."""
    given = [(one.option, interview.answers.get(one.key)) for one in QUESTIONS]
    options = [f"{option}={shlex.quote(_typed(value))}" for option, value in given if value]
    return " ".join(["make new", *options])


def _typed(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(value)
    return value if isinstance(value, str) else str(Path(value.path))  # type: ignore[attr-defined]
