"""The parts of the form, and what a record has beside its front matter."""

from __future__ import annotations

from publication.audits.about import About, Declared
from publication.audits.sections import SECTIONS
from publication.audits.statuses import LATE

PARTS = AUDIT, TO_COME, SUMMARY, LEARNING, CASES, POSTER, PUBLICATION, OTHERS = (
    "The audit",
    "What is to come",
    "What it is about",
    "The learning",
    "Sample and actions",
    "The poster",
    "Publication",
    "Other records",
)
"""The parts of the form, in its order."""

_BELOW = "A line that begins with a hyphen is an item of a list. Leave out what there is nothing for."

BODY = {
    "slug": Declared(
        "slug",
        "File name",
        "It becomes the page's address. Small letters, digits and hyphens: domestic-abuse",
        About(AUDIT, asks="What is its page to be called in addresses?"),
        is_required=True,
        format="slug",
    ),
    "summary": Declared(
        "summary",
        "Summary",
        "One or two sentences that say what the audit was about.",
        About(SUMMARY, asks="What was it about?"),
        is_required=True,
        format="markdown",
    ),
    **{
        key: Declared(key, heading, _BELOW, About(LEARNING, statuses=LATE), format="markdown")
        for key, heading in SECTIONS.items()
    },
}
"""What a record has beside its front matter: its file's name, and the words below."""
