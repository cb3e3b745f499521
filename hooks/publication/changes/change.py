"""The words of a comparison: changes, in groups that have an order and a heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publication.audits.problem import Problem
    from publication.posters.artwork import Artwork


@dataclass(frozen=True)
class Change:
    """One thing that becomes different: an audit, a poster, a word, a page.

    `note` says how, in a few words; `address` where on the site, relative to its root ("" where nowhere);
    `details` are lines of their own.
    """

    subject: str
    note: str = ""
    address: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Changes of one kind. `advice` says what to do about them; a group with `is_warning` comes first."""

    heading: str
    changes: tuple[Change, ...] = ()
    advice: str = ""
    is_warning: bool = False
    is_for_readers: bool = True
    """Whether readers see these changes on the day of the comparison."""
    in_table: bool = False
    """Whether a summary has these changes in its table of posters."""


GROUPS = {
    "gone": Group(
        "Takes off the site",
        advice="Readers may have bookmarked these addresses. Nothing would answer there any more.",
        is_warning=True,
    ),
    "meant": Group(
        "Takes off the site on purpose",
        advice="content/gone.yml says why. In the place of a page it says so to readers.",
    ),
    "publishes": Group("Publishes"),
    "announces": Group("Announces"),
    "takes-back": Group("Takes back", advice="Readers no longer see the learning; the page stays."),
    "withdraws": Group("Withdraws", advice="The page stays, and says since when and why."),
    "corrects": Group("Corrects"),
    "follows": Group("Supersedes and re-audits"),
    "new-posters": Group("New posters", in_table=True),
    "changed-posters": Group("Changed posters", in_table=True),
    "removed-posters": Group("Removed posters", in_table=True),
    "composed": Group("Posters composed anew"),
    "moves": Group("Changes the address of"),
    "publication": Group("Who publishes, and how it looks", advice="It is on every page."),
    "series": Group("Series"),
    "vocabulary": Group("Vocabulary"),
    "pages": Group("Hand-written pages"),
    "hidden": Group("Not on the public site", is_for_readers=False),
    "unknown": Group(
        "Cannot be compared",
        advice="These files had a mistake before, so what readers saw of them is not known.",
    ),
    "machinery": Group(
        "Machinery",
        advice="It may change every page. Ask a developer to look.",
        is_for_readers=False,
    ),
}
"""Every kind of change, in the order in which it is told: what needs a second look stands first."""


@dataclass(frozen=True)
class PosterChange:
    """The supplied poster of an audit before and now; None where there was none, or is none now."""

    slug: str
    title: str
    before: Artwork | None
    now: Artwork | None


@dataclass(frozen=True)
class PosterWords:
    """The words of a supplied poster that readers get for the first time, or others than before, by page."""

    title: str
    pages: tuple[str, ...]


@dataclass(frozen=True)
class Changes:
    """A whole comparison: the groups that have a change in them, and the posters with their words."""

    groups: tuple[Group, ...]
    posters: tuple[PosterChange, ...]
    words: tuple[PosterWords, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Addresses that would be lost by accident."""

    @property
    def reach_readers(self) -> bool:
        """Whether readers see a change on the day of the comparison, as far as content can tell."""
        return any(group.is_for_readers for group in self.groups)

    @property
    def keep_addresses(self) -> bool:
        """Whether every address answers as before."""
        headings = {group.heading for group in self.groups}
        return headings.isdisjoint(GROUPS[key].heading for key in ("gone", "meant", "moves"))
