"""`make publication`: a publication of one's own in the place of this one, or in a folder of its own."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from publication.audits.catalogue import Catalogue, read_catalogue
from publication.audits.problem import InvalidContentError
from publication.audits.publisher import read_publisher
from publication.build import check
from publication.cli.codes import COULD_NOT_RUN, OK, PROBLEMS, to_editor, today
from publication.cli.git import HistoryError, make_sure_of_history
from publication.cli.starting import questions
from publication.cli.starting.answers import OPTIONAL, Answers
from publication.cli.starting.contents import files_of
from publication.cli.starting.places import PARTS, copy_to, laid_out, machinery, replace_in, uncommitted
from publication.cli.starting.traces import names_of, traces
from publication.views.site import count_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

HELP = "start a publication of your own: asks what is not given as an option"
ENVIRONMENT = "START_"
"""What stands before an option's name in the environment."""

NAMED = 3
"""Files that a refusal names; more are counted."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """One option a question, a folder, and leave to replace what is here."""
    given = {one.key: one.asks for one in questions.QUESTIONS}
    given |= {"folder": "a folder for it, empty or not there yet", "yes": "'yes': replace what is here"}
    for key, says in given.items():
        default = os.environ.get(f"{ENVIRONMENT}{key.upper()}", "")
        parser.add_argument(f"--{key.replace('_', '-')}", default=default, metavar="ANSWER", help=says)


def run(root: Path, chosen: argparse.Namespace) -> int:
    """Write a whole publication or nothing; say what to do next."""
    folder = Path(chosen.folder.strip()).expanduser().resolve() if chosen.folder.strip() else None
    if refusal := _refusal_of_folder(folder, root) if folder else _refusal_here(root):
        to_editor(refusal)
        return COULD_NOT_RUN
    try:
        return _start(root, folder, chosen)
    except (KeyboardInterrupt, EOFError):
        to_editor(f"\n{questions.STOPPED}")
    except OSError as error:
        why = ": ".join(str(part) for part in (error.filename, error.strerror) if part)
        to_editor(questions.NOT_POSSIBLE.format(why))
    return COULD_NOT_RUN


def _refusal_here(root: Path) -> str:
    """Why nothing may be replaced here."""
    try:
        make_sure_of_history(root)
    except HistoryError as error:
        return questions.NO_HISTORY.format(why=error)
    if files := uncommitted(root):
        more = f" and {len(files) - NAMED} more" if len(files) > NAMED else ""
        return questions.UNCOMMITTED.format(files=", ".join(files[:NAMED]) + more)
    return ""


def _refusal_of_folder(folder: Path, root: Path) -> str:
    if folder.is_relative_to(root):
        return questions.INSIDE.format(folder=folder)
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        return questions.NOT_EMPTY.format(folder=folder)
    return ""


def _start(root: Path, folder: Path | None, chosen: argparse.Namespace) -> int:
    before, _ = read_catalogue(root)
    answers = Answers()
    is_asking = sys.stdin.isatty()
    if problems := _answered(answers, chosen, is_asking=is_asking):
        to_editor("\n".join([questions.NOTHING, *problems]))
        return PROBLEMS if questions.REFUSED in problems else COULD_NOT_RUN
    if not folder and not _is_sure(root, before, chosen.yes, is_asking=is_asking):
        return COULD_NOT_RUN
    with laid_out(root, files_of(answers.taken, today())) as staged:
        try:
            check(staged)
        except InvalidContentError as error:
            to_editor("\n".join([questions.NOTHING, questions.REFUSED, *map(str, error.problems)]))
            return PROBLEMS
        now, _ = read_publisher(staged)
        assert now, "the check has read it"
        names = names_of(before.publisher, before.vocabulary, now)
        files = sorted(path.relative_to(staged) for path in staged.rglob("*") if path.is_file())
        files = [file for file in files if file.parts[0] in PARTS]
        if folder:
            copy_to(folder, root, staged)
        else:
            replace_in(root, staged)
    at = folder or root
    for file in files:
        print(f"{folder}/{file.as_posix()}" if folder else file.as_posix())
    if found := list(traces(at, [*machinery(at), *files], names)):
        to_editor("\n".join(["", questions.TRACES, *map(str, found)]))
    enter, send = (f"cd {folder}, then ", questions.SEND_FOLDER) if folder else ("", questions.SEND)
    to_editor(questions.NEXT.format(enter=enter, send=send))
    return OK


def _answered(answers: Answers, chosen: argparse.Namespace, *, is_asking: bool) -> list[str]:
    """Take what was given, then ask, or take what is proposed; what is wrong or missing, by option."""
    given = {one: str(getattr(chosen, one.key)) for one in questions.QUESTIONS}
    found = {one: answers.answer(one, typed) for one, typed in given.items() if typed.strip()}
    refused = [f"{one.option}: {problem}" for one, problem in found.items() if problem]
    if is_asking:
        if answers.open_questions():
            with suppress(ImportError):
                __import__("readline")  # what is typed at `input` can then be corrected with the arrow keys
            to_editor("\n".join([questions.GREETING, *refused]))
        _ask_all(answers, lambda: input("> "), to_editor)
        return []
    lacking = [one for one in answers.open_questions() if not found.get(one)]
    needed = [one for one in lacking if one.key not in OPTIONAL and not answers.proposal(one)]
    if not refused and not needed:
        for question in lacking:
            if problem := answers.answer(question, ""):
                refused.append(f"{question.option}: {problem}")
    problems = [questions.REFUSED, *refused] if refused else []
    if needed:
        problems += [questions.MISSING, *(f"{one.option}: {one.asks} {one.how}" for one in needed)]
        problems.append(questions.HOW_TO_GIVE.format(needed[0].option))
    return problems


def _ask_all(answers: Answers, ask: Callable[[], str], say: Callable[[str], None]) -> None:
    """Put every open question, each until its answer can be taken."""
    while still_open := answers.open_questions():
        question = still_open[0]
        say("\n" + answers.wording(question))
        while problem := answers.answer(question, ask()):
            say(problem)
            if proposal := answers.fit.get(question.key):
                say(questions.TAKEN_ON_ENTER.format(proposal))


def _is_sure(root: Path, before: Catalogue, yes: str, *, is_asking: bool) -> bool:
    if yes.strip().lower() == "yes":
        return True
    files = [path for part in PARTS for path in (root / part).rglob("*") if path.is_file()]
    name = before.publisher.name or "another partnership"
    to_editor("\n" + questions.REPLACES.format(name=name, files=count_of(len(files), "file")))
    if not is_asking:
        to_editor(questions.NOT_SURE)
        return False
    to_editor(questions.SURE)
    if input("> ").strip().lower() in ("yes", "y"):
        return True
    to_editor(questions.STOPPED)
    return False
