"""The editors' page: a form that makes a record without git, and the JSON Schema that it is made from.

The page is for editors and in no listing, search or sitemap. What it knows of other records is what the
site shows of them: a draft or a running embargo is not named in it, also not in the local preview.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2.utils import htmlsafe_json_dumps

from publication.audits.about import declared
from publication.audits.parts import BODY, PARTS
from publication.audits.record import AuditFields
from publication.audits.sections import SECTIONS
from publication.audits.source.text import CONTROL
from publication.audits.statuses import STATUS_HINTS
from publication.editors.schema import body_schema, record_schema
from publication.views import addresses
from publication.views.artefact import Artefact, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.views.site import Site, Templates

SCHEMA = f"{addresses.EDITORS}record.schema.json"
EMPTY = f"{addresses.EDITORS}empty-record.txt"
"""A record with every field and nothing in it, for those whose browser runs no scripts."""

SHORT = ("date", "month", "period", "whole-number")
"""Formats that need no long field."""


def editors(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """The page, the schema, and the empty record."""
    words = site.catalogue.vocabulary
    lists = {
        "series": {one.slug: one.title for one in site.catalogue.series},
        "topics": words.topics,
        "agencies": words.agencies,
        "plans": words.plans,
    }
    shown = site.public.audits
    taken = {name for audit in shown for name in (audit.slug, *audit.former_slugs)}
    schema, body = record_schema(lists, absolute(SCHEMA)), body_schema(taken)
    repository = repository_of(site.publisher.addresses.repository or "")
    offered = {key: one for key, one in schema["properties"].items() if declared(AuditFields)[key].about.part}
    fields = offered | body["properties"]
    data = {
        "schema": {**schema, "properties": offered},
        "body": body,
        "invisible": CONTROL.pattern,
        "repository": repository,
    }
    html = templates.fill(
        "editors.html",
        addresses.EDITORS,
        fields=fields,
        needed=needed(),
        parts={part: [key for key in keys if key in fields] for part, keys in parts().items()},
        short=SHORT,
        status_hints=STATUS_HINTS,
        audits=shown,
        repository=repository,
        empty=EMPTY,
        data=htmlsafe_json_dumps(data, sort_keys=False),
    )
    page = Page("Add an audit", "A form for the partnership's editors.", is_unlisted=True)
    yield Artefact(addresses.EDITORS, html, page=page)
    yield Artefact(SCHEMA, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    yield Artefact(EMPTY, templates.fill("empty-record.txt", "", schema=schema, sections=SECTIONS))


def needed() -> set[str]:
    """The fields that a record must have with some status or any."""
    fields = (declared(AuditFields) | BODY).values()
    return {field.key for field in fields if field.is_required or field.about.needed}


def parts() -> dict[str, list[str]]:
    """The parts of the form, each with the keys of its fields: the name of the file follows the title."""
    fields = declared(AuditFields) | BODY
    keys = dict.fromkeys(("title", "slug", *fields))
    return {part: [key for key in keys if fields[key].about.part == part] for part in PARTS}


def repository_of(url: str) -> str:
    """The repository's address without a slash at its end; "" for the one that stands for none."""
    host = urlsplit(url).hostname or ""
    return "" if not host or host.endswith(".example") else url.rstrip("/")
