"""The audits as open data: `/audits.json` with its JSON Schema, and `/audits.csv` for spreadsheets.

Neither file carries the day of its making, so that the same records make the same bytes. Drafts and running
embargoes are in neither, also not in the local preview.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from publication.audits.blocks import blocks
from publication.audits.prose import to_html, to_text
from publication.audits.public_fields import PublicFields
from publication.audits.sections import SECTIONS
from publication.views import addresses
from publication.views.artefact import Artefact
from publication.views.cycles import cycle_of
from publication.views.feeds import POSTER_TYPES, address_of
from publication.views.opendata.record import OpenData, OpenSeries, OpenTopic
from publication.views.opendata.schema import SCHEMA as SCHEMA
from publication.views.opendata.schema import open_fields, properties, schema
from publication.views.opendata.table import table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.audits.fields import Fields
    from publication.audits.public import PublicAudit
    from publication.posters.collection import PublishedPoster
    from publication.views.site import Site

JSON = "audits.json"
CSV = "audits.csv"
DATA = "data/"
"""The page that explains them."""


def files(site: Site, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """The data, its schema, and the same as a table. `absolute` gives the full address of one on the site."""
    audits = [_audit(one, site, absolute) for one in site.public.audits]
    data = {**open_data(site, absolute).model_dump(mode="json"), "audits": audits}
    yield Artefact(JSON, json.dumps(data, ensure_ascii=False, indent=1) + "\n")
    yield Artefact(SCHEMA, json.dumps(schema(absolute), ensure_ascii=False, indent=1) + "\n")
    yield Artefact(CSV, table(audits))


def open_data(site: Site, absolute: Callable[[str], str]) -> OpenData:
    """Everything that programs may know of the site but its audits."""
    words = site.catalogue.vocabulary
    return OpenData.model_validate(
        {
            "$schema": absolute(SCHEMA),
            "title": site.publisher.site_name,
            "publisher": site.publisher.name,
            "url": absolute(addresses.HOME),
            "licence": None,
            "series": {
                one.slug: OpenSeries(title=one.title, **_places(addresses.series(one.slug), absolute))
                for one in site.catalogue.series
            },
            "topics": {
                topic: OpenTopic(title=name, **_places(addresses.topic(topic), absolute))
                for topic, name in words.topics.items()
            },
            "agencies": words.agencies,
            "plans": words.plans,
        }
    )


def _places(page: str, absolute: Callable[[str], str]) -> dict[str, str]:
    return {"url": absolute(page), "feed": absolute(address_of(page))}


def _audit(audit: PublicAudit, site: Site, absolute: Callable[[str], str]) -> dict[str, Any]:
    """What the audit's page shows of it."""
    poster = site.posters.get(audit.slug)
    known = audit.model_dump(mode="json", include=_wanted(PublicFields))
    known |= {
        "slug": audit.slug,
        "series": audit.series or None,
        "shown_as": site.shown_as(audit),
        "cycle": cycle_of(site, audit),
        "url": absolute(addresses.audit(audit.slug)),
        "period_first_day": str(audit.period.first) if audit.period else None,
        "period_last_day": str(audit.period.last) if audit.period else None,
        "summary": to_text(audit.summary) or None,
        "sections": [
            {"key": key, "heading": SECTIONS[key], "text": plain(text), "html": to_html(text)}
            for key, text in audit.sections.items()
        ],
        "poster": _poster(poster, absolute) if poster else None,
    }
    if known["withdrawn"]:
        known["withdrawn"]["why"] = to_text(known["withdrawn"]["why"])
    return {key: known[key] for key in properties()}


def _wanted(model: type[Fields]) -> dict[str, Any]:
    """The open fields of a model, as pydantic wants them named."""
    found: dict[str, Any] = {}
    for key, field in open_fields(model).items():
        inner = _wanted(field.group) if field.group else True
        found[key] = {"__all__": inner} if field.group and field.is_list else inner
    return found


def _poster(poster: PublishedPoster, absolute: Callable[[str], str]) -> dict[str, Any]:
    return {
        "url": absolute(addresses.poster(poster.download)),
        "media_type": POSTER_TYPES[poster.kind],
        "bytes": poster.size,
        "is_holding": poster.is_holding,
        "text": "\n\n".join(filter(None, poster.texts)) or None,
    }


def plain(text: str) -> str:
    """Markdown as plain lines: one for each paragraph, heading and item; an item begins with a dot or number.

    The dot is not a hyphen, which spreadsheets take for the beginning of a formula.
    """
    lines = []
    for block in blocks(text):
        for number, item in enumerate(block.items, start=block.start):
            mark = {"bullets": "• ", "numbers": f"{number}. "}.get(block.kind, "")
            lines.append(mark + " ".join("".join(run.text for run in item).split()))
    return "\n".join(lines)
