"""Every question that `make publication` asks, in its order, and every word that it says."""

from __future__ import annotations

from publication.cli.adding.questions import Question

QUESTIONS = (
    Question("name", "What is your partnership called?", "In full, as readers know it."),
    Question("short_name", "What is it called for short?", "Where it is an acronym, pages expand it."),
    Question("site_name", "What is the website to be called?", "It is the heading of the first page."),
    Question(
        "site",
        "Where will the website stand?",
        "Its address, with https://. On GitHub Pages the workflow that publishes knows it by itself.",
    ),
    Question(
        "repository",
        "Where will its source stand?",
        "The address of the repository on GitHub, with https://.",
    ),
    Question("email", "Which e-mail address may readers write to?", "That of a team is best."),
    Question(
        "deep",
        "Which dark colour is yours?",
        "White text stands on it, on every page. # and six digits: #1d4070.",
    ),
    Question(
        "accent",
        "Which light colour goes with it?",
        "Dark text stands on it, on buttons. # and six digits: #ffd54f.",
    ),
    Question(
        "series",
        "Which series of audits do you publish?",
        "Their names, with semicolons between them.",
    ),
    Question(
        "committees",
        "Which committee does each series belong to?",
        "In the order of the series, with semicolons between them; or one for all.",
    ),
)

BY_KEY = {question.key: question for question in QUESTIONS}

GREETING = "Starting a publication of your own. Nothing is written before the end; Ctrl+C stops."
LEFT_OUT = "Press Enter to leave it out."
TAKEN_ON_ENTER = "Press Enter for {}."
REPLACES = (
    "This takes the place of the publication of {name}: {files} in content/, docs/ and posters/. "
    "They stay in git's history."
)
SURE = "Go on? Type yes, or press Enter to stop."
NOT_SURE = "Nothing was written. Where nobody can be asked, YES=yes says that it may be replaced."
STOPPED = "Stopped. Nothing was written."
NOTHING = "Nothing was written."
MISSING = "These answers are missing:"
REFUSED = "To be mended:"
HOW_TO_GIVE = "Give each like this: make publication {}='...'. In a terminal, make publication asks for them."
NOT_TEXT = "has a sign that cannot be saved. Type it again."
NOT_POSSIBLE = "Nothing was written: {}. Mend that and run this again."
UNCOMMITTED = (
    "There is work here that is not committed: {files}. It would be lost. "
    "Commit it, or start in a folder of its own: make publication FOLDER=../our-audits"
)
NO_HISTORY = (
    "What is replaced could not be brought back, because this folder has no history. {why} "
    "Or start in a folder of its own: make publication FOLDER=../our-audits"
)
NOT_EMPTY = "There are files in {folder} already. Choose a folder that is empty, or that is not there yet."
INSIDE = (
    "{folder} is inside this project. Choose a folder outside of it: make publication FOLDER=../our-audits"
)
NEXT = """\

Next:

1. {enter}make serve   shows it: http://127.0.0.1:8000/
2. Read docs/index.md and docs/accessibility.md: what they say, your partnership says.
3. make new     adds the first audit. content/audits/example.md, a draft, shows every part of one.
4. {send}

Names, contact, addresses and colours stand in content/publication.yml.
"""
SEND = "Commit it and send it, as CONTRIBUTING.md shows."
SEND_FOLDER = "Make it a repository: git init --initial-branch=main, git add --all, git commit."
TRACES = "These files outside of the publication still name the one before. Look at each:"
