"""The pages of single audits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.audit import SECTIONS
from publication.audits.prose import to_text
from publication.views import addresses
from publication.views.artefact import Artefact, Page
from publication.views.site import count_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.audit import Audit
    from publication.views.site import Site, Templates


def audit_pages(site: Site, templates: Templates) -> Iterator[Artefact]:
    """A page for each audit, at an address that does not change with its status."""
    for audit in site.audits:
        at = addresses.audit(audit.slug)
        html = templates.fill(
            "audit.html",
            at,
            audit=audit,
            series=site.series(audit.series),
            poster=site.posters.get(audit.slug),
            headings=SECTIONS,
            sample=list(_sample(audit, site)),
            re_audits=[one for one in site.audits if one.re_audit_of == audit.slug],
            re_audited=site.catalogue.audit(audit.re_audit_of),
            successor=site.catalogue.audit(audit.superseded_by),
        )
        description = to_text(audit.withdrawn.why if audit.withdrawn else audit.summary)
        yield Artefact(at, html, audit.file, Page(audit.title, description, is_searched=True))


def _sample(audit: Audit, site: Site) -> Iterator[str]:
    """What is known of the cases looked at, in words."""
    sample = audit.sample
    if sample and sample.cases is not None:
        yield count_of(sample.cases, "case")
    if sample and sample.plans:
        yield "plans: " + ", ".join(site.catalogue.vocabulary.plans[plan] for plan in sample.plans)
    if sample and sample.ages:
        yield f"ages {sample.ages}"
