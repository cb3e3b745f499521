"""Where an audit and an action may stand, and the words for it."""

from __future__ import annotations

STATUSES = {
    "draft": "Draft: not published",
    "planned": "Planned",
    "coming-soon": "Coming soon",
    "published": "Published",
    "withdrawn": "Withdrawn",
}
"""What readers see for each status."""

STATUS_HINTS = {
    "draft": "On nobody's page but your own preview.",
    "planned": "On the site, without learning.",
    "coming-soon": "On the site, with what it will ask.",
    "published": "On the site, with its learning and its poster.",
    "withdrawn": "On the site, with the reason in the place of the learning.",
}
"""What each means, for editors."""

NOT_SUPPLIED = "findings-not-supplied"
"""No status of a record: how readers see one that was to come in a cycle that is over."""

SHOWN_AS = {**STATUSES, NOT_SUPPLIED: "Findings not supplied"}
"""What readers see for where an audit stands."""

LISTED = ("published", "coming-soon", "planned", NOT_SUPPLIED, "withdrawn", "draft")
"""In the order of listings."""

TO_COME: tuple[str, ...] = ("planned", "coming-soon")
COMPLETED: tuple[str, ...] = ("published", "withdrawn")
"""A withdrawn audit was completed too."""

EARLY: tuple[str, ...] = ("draft", *TO_COME)
LATE: tuple[str, ...] = ("draft", *COMPLETED)

ACTION_STATUSES = {"to-do": "To do", "in-progress": "In progress", "done": "Done"}
"""What readers see for where an action stands."""
