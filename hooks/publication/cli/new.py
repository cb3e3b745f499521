"""`make new`: an audit is added by answering questions, or by options alone."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from publication.audits.catalogue import read_catalogue
from publication.audits.series import FOLDER as SERIES
from publication.cli.adding import questions
from publication.cli.adding.afterwards import next_steps
from publication.cli.adding.conversation import (
    answer_by_options,
    ask_all,
    command_so_far,
    missing,
    question_about,
    told,
)
from publication.cli.adding.interview import Interview
from publication.cli.adding.staging import staged
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor, today
from publication.posters.artwork import read_artwork
from publication.posters.transcript import draft

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from publication.audits.problem import Problem
    from publication.cli.adding.questions import FieldQuestion

HELP = "add an audit: asks what is not given as an option"
ENVIRONMENT = "NEW_"
"""What stands before an option's name in the environment. Make hands options over there, as they were typed:
in a command's line the shell would read quotation marks and dollar signs in them."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One option a question; what is not given may stand in the environment."""
    for question in questions.QUESTIONS:
        parser.add_argument(
            f"--{question.key.replace('_', '-')}",
            default=os.environ.get(ENVIRONMENT + question.option, ""),
            metavar="ANSWER",
            help=question.asks.replace("%", "%%"),
        )


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Add a record and its poster, or nothing; say what to do next."""
    catalogue, before = read_catalogue(root)
    is_series_broken = not catalogue.series and any(one.file.startswith(f"{SERIES}/") for one in before)
    if is_series_broken or not catalogue.vocabulary.topics:
        for problem in before:
            print(problem)
        to_editor(questions.CONTENT_FIRST)
        return PROBLEMS
    interview = Interview(root, catalogue, today(), read_artwork)
    try:
        return _add(interview, chosen, before)
    except (KeyboardInterrupt, EOFError):
        to_editor(f"\n{questions.STOPPED}")
    except OSError as error:
        why = (error.filename, error.strerror or questions.UNREADABLE)
        to_editor(questions.NOT_POSSIBLE.format(": ".join(str(part) for part in why if part)))
    if interview.answers:
        to_editor(f"{questions.GO_ON} {command_so_far(interview)}")
    return COULD_NOT_RUN


def _add(interview: Interview, chosen: argparse.Namespace, before: list[Problem]) -> int:
    given = {one: str(getattr(chosen, one.key)) for one in questions.QUESTIONS}
    given = {question: typed for question, typed in given.items() if typed.strip()}
    answered = {question.key: interview.answer(question, typed) for question, typed in given.items()}
    refused = {key: problem for key, problem in answered.items() if problem}
    is_asking = sys.stdin.isatty() and any(one.key not in refused for one in missing(interview))
    if is_asking:
        with suppress(ImportError):
            __import__("readline")  # what is typed at `input` can then be corrected with the arrow keys
        to_editor(questions.GREETING)
        for said in refused.values():
            to_editor(said)
    while True:
        if is_asking:
            ask_all(interview, _ask, to_editor, draft)
        elif problems := answer_by_options(interview, refused, to_editor, draft):
            to_editor("\n".join([questions.NOTHING, *problems]))
            return PROBLEMS if questions.REFUSED in problems else COULD_NOT_RUN
        addition = interview.addition()
        with staged(interview.root, addition, before) as laid_out:
            wrong = [problem for problem in laid_out.problems if not problem.is_warning]
            if not wrong:
                files = laid_out.place(interview.root)
                break
        to_editor("\n".join([questions.REFUSED, *(told(problem, addition) for problem in wrong)]))
        if not is_asking:
            to_editor(questions.NOTHING)
            return PROBLEMS
        for problem in wrong:
            interview.reopen(question_about(problem, addition))
    for file in files:
        print(file)
    for warning in laid_out.problems:
        to_editor(str(warning))
    is_for_learning = interview.answers["status"] in ("published", "draft")
    to_editor("\n" + next_steps(addition, files, is_for_learning=is_for_learning))
    return OK


def _ask(question: FieldQuestion) -> str:
    """One line from the terminal, or with a question for long text all lines up to an empty one."""
    lines = [input("> ")]
    while question.is_long and lines[-1].strip():
        lines.append(input("> "))
    return "\n".join(lines)
