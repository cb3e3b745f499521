"""What is public, decided once: all that views get to see of the records.

The list is one of what is allowed. An audit that readers see has the fields of `PublicFields`, one that was
withdrawn those alone that are declared as kept, with the reason in the place of its words. A record that
they do not see is not there, nor is its name in another record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from publication.audits.about import declared
from publication.audits.audit import Audit, Readable
from publication.audits.catalogue import Catalogue, Collection
from publication.audits.public_fields import PublicFields

if TYPE_CHECKING:
    import datetime as dt


class PublicAudit(Readable):
    """An audit as readers see it; in a preview, a draft as they will."""

    @property
    def opening(self) -> str:
        """What readers read first, in Markdown: its summary, or why it was withdrawn."""
        return self.withdrawn.why if self.withdrawn else self.summary

    @property
    def changed_on(self) -> dt.date | None:
        """The day of the last change that its record knows: its withdrawal, else its publication."""
        return self.withdrawn.on if self.withdrawn else self.published


PublicCatalogue: TypeAlias = Collection[PublicAudit]


def public_catalogue(whole: Catalogue, today: dt.date, *, is_preview: bool = False) -> PublicCatalogue:
    """What the site shows on the day `today`. A preview also shows drafts and embargoed records."""
    shown = {one.slug: one for one in whole.audits if is_preview or one.is_visible(today)}
    audits = tuple(_public(shown[slug], shown) for slug in sorted(shown))
    return PublicCatalogue(audits, whole.series, whole.vocabulary, whole.publisher, whole.gone)


def _public(audit: Audit, shown: dict[str, Audit]) -> PublicAudit:
    """What readers may see of an audit, beside the others that are shown."""
    is_withdrawn = audit.status == "withdrawn"
    fields = {
        key: field.default if is_withdrawn and not field.about.is_kept else getattr(audit, key)
        for key, field in declared(PublicFields).items()
    }
    for key, field in declared(PublicFields).items():
        if field.is_reference and fields[key] not in shown:
            fields[key] = None
    return PublicAudit.model_construct(
        **fields,
        slug=audit.slug,
        file=audit.file,
        summary="" if is_withdrawn else audit.summary,
        sections={} if is_withdrawn else audit.sections,
        lines=audit.lines,
    )
