"""What is declared as open data, readers see on a page too: a field that is added is shown, or this fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from audits.every_field import every_field
from publication.audits.about import declared
from publication.audits.record import AuditFields
from publication.audits.statuses import STATUSES
from publication.views.audit_page import audit_pages
from publication.views.opendata.schema import open_fields
from publication.views.redirects import redirects
from views.sample_site import WORDS, absolute, audit, series, site, templates

if TYPE_CHECKING:
    from publication.audits.fields import Fields

SERIES = (series(), series("one-agency", title="One agency", order="2"))
KNOWN = {**dict(WORDS), "series": [one.slug for one in SERIES]}
SEEN = [status for status in STATUSES if status != "draft"]


def places(model: type[Fields] = AuditFields, above: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Every open field, those of groups too: `("sample", "cases")`."""
    found = []
    for key, field in open_fields(model).items():
        found += [(*above, key), *(places(field.group, (*above, key)) if field.group else ())]
    return found


def changed(value: Any, other: Any, place: tuple[str, ...]) -> Any:
    """The same with the value at this place as `other` has it, in every entry where that is a list."""
    if not place:
        return other
    if isinstance(value, list):
        return [changed(one, another, place) for one, another in zip(value, other, strict=True)]
    key, *below = place
    return {**value, key: changed(value[key], other[key], tuple(below))}


def shown(fields: dict[str, Any]) -> dict[str, str]:
    """The page of an audit with these fields, beside others that it may name, and what leads to it."""
    names = ("planted", "another")
    beside = [
        audit(f"{name}-{key}", title=f"{name} {key}")
        for name in names
        for key in ("re-audit-of", "superseded-by")
    ]
    of = site(audit("planted", **fields), *beside, of=SERIES)
    made = templates(of)
    pages = [*audit_pages(of, made, absolute), *redirects(of, made, absolute)]
    return {
        page.address: str(page.content)
        for page in pages
        if "/planted/" in page.address or page.address.endswith("former-slugs/index.html")
    }


@pytest.mark.parametrize("place", [place for place in places() if place != ("status",)], ids=".".join)
def test_readers_see_every_open_field(place: tuple[str, ...]) -> None:
    """With one of its statuses at least, the page is another where the field says something else."""
    for status in filter(declared(AuditFields)[place[0]].fits, SEEN):
        fields = every_field(status, KNOWN)
        others = every_field(status, KNOWN, "another", second=True)
        if shown(fields) != shown(changed(fields, others, place)):
            return
    pytest.fail(f"no page shows {'.'.join(place)}: write it into overrides/views/audit.html")
