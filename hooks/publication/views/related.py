"""What else to read: the audits that one audit leads to, each with the reason in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.public import PublicAudit
    from publication.views.site import Site

MOST = 6
"""Related audits on a page: more would be a second listing."""


@dataclass(frozen=True)
class Related:
    """An audit, and why it stands here."""

    audit: PublicAudit
    reason: str


def related_audits(audit: PublicAudit, site: Site) -> tuple[Related, ...]:
    """The re-audit chain first, then what shares a topic, then what shares an agency; each audit once."""
    found: dict[str, Related] = {}
    for other, reason in _candidates(audit, site):
        if other.slug != audit.slug:
            found.setdefault(other.slug, Related(other, reason))
        if len(found) == MOST:
            break
    return tuple(found.values())


def _candidates(audit: PublicAudit, site: Site) -> Iterator[tuple[PublicAudit, str]]:
    for slug, reason in (
        (audit.superseded_by, "Replaces what this audit taught"),
        (audit.re_audit_of, "The audit that this one repeats"),
    ):
        if other := site.catalogue.audit(slug):
            yield other, reason
    for other in site.re_audits.get(audit.slug, ()):
        yield other, "Audited the same again"
    for topic in audit.topics:
        for other in site.by_topic[topic]:
            yield other, f"Also about {_within(site.catalogue.vocabulary.topics[topic])}"
    for agency in audit.agencies:
        for other in site.by_agency.get(agency, ()):
            yield other, f"Also with {_within(site.catalogue.vocabulary.agencies[agency])}"


def _within(name: str) -> str:
    """A name in the middle of a sentence: `Early help` as `early help`, `GP practices` as it is."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def neighbours(audit: PublicAudit, site: Site) -> tuple[PublicAudit | None, PublicAudit | None]:
    """The audits before and after this one in the order of its series."""
    series = site.of_series(audit.series)
    place = series.index(audit)
    before = series[place - 1] if place else None
    return before, series[place + 1] if place + 1 < len(series) else None
