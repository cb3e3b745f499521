"""What was agreed across all audits, where it stands, and what changed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from publication.audits.statuses import ACTION_STATUSES
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.site import count_of

if TYPE_CHECKING:
    from publication.audits.groups import Action
    from publication.audits.public import PublicAudit
    from publication.views.site import Site, Templates


@dataclass(frozen=True)
class Agreed:
    """An action and the audit that led to it."""

    action: Action
    audit: PublicAudit


def agreed_actions(site: Site) -> list[Agreed]:
    """The actions of published audits, in the order of listings; those of a withdrawn one are withdrawn."""
    return [
        Agreed(action, audit)
        for audit in site.audits
        if audit.status in ("published", "draft")
        for action in audit.actions
    ]


def actions_page(site: Site, templates: Templates) -> Artefact:
    """Actions by status, first what is still to do, last what is done and what it changed; then by audit."""
    every = agreed_actions(site)
    groups = {
        status: [agreed for agreed in every if agreed.action.status == status] for status in ACTION_STATUSES
    }
    by_audit = [(audit, list(agreed)) for audit, agreed in groupby(every, key=lambda one: one.audit)]
    html = templates.fill("actions.html", addresses.ACTIONS, groups=groups, every=every, by_audit=by_audit)
    counts = ", ".join(f"{len(groups[key])} {word.lower()}" for key, word in ACTION_STATUSES.items())
    told = f"{count_of(len(every), 'action')} agreed after audits: {counts}."
    summary = told if every else "No action has been published yet."
    return Artefact(addresses.ACTIONS, html, page=Page("Actions and impact", summary))
