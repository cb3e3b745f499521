"""The editors' page: a form that makes a record without git, and the JSON Schema that it is made from.

The page is for editors and in no listing, search or sitemap. What it knows of other records is what the
site shows of them: a draft or a running embargo is not named in it, also not in the local preview.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jinja2.utils import htmlsafe_json_dumps

from publication.audits.audit import SECTIONS
from publication.audits.source.text import CONTROL
from publication.editors.schema import record_schema
from publication.views import addresses
from publication.views.artefact import Artefact, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.views.site import Site, Templates

SCHEMA = f"{addresses.EDITORS}record.schema.json"
EMPTY = f"{addresses.EDITORS}empty-record.txt"
"""A record with every field and nothing in it, for those whose browser runs no scripts."""

GROUPS = {
    "The audit": ("title", "slug", "series", "status", "period", "topics", "agencies"),
    "What is to come": ("expected", "scope", "questions"),
    "What it is about": ("summary",),
    "The learning": tuple(SECTIONS),
    "Actions and sample": ("actions", "sample"),
    "The poster": ("poster", "poster_text"),
    "Publication": ("published", "disclosure_check", "review", "withdrawn"),
    "Other records": ("re_audit_of", "superseded_by", "former_slugs"),
}
"""The parts of the form: fields of the record, and those that are not in its front matter."""

_BELOW = "A line that begins with a hyphen is an item of a list. Leave out what there is nothing for."
BESIDE = {
    "slug": ("File name", "It becomes the page's address. Small letters, digits and hyphens: domestic-abuse"),
    "summary": ("Summary", "One or two sentences that say what the audit was about."),
    **{key: (heading, _BELOW) for key, heading in SECTIONS.items()},
}
"""The names and hints of what is not in the front matter."""

SHORT = ("date", "month", "period", "whole-number")
"""Formats that need no long field."""

_TO_COME = ("draft", "planned", "coming-soon")
_WITH_LEARNING = ("draft", "published", "withdrawn")
ONLY_FOR = {
    **dict.fromkeys(("expected", "questions"), _TO_COME),
    **dict.fromkeys((*SECTIONS, "actions", "sample", "poster", "poster_text"), _WITH_LEARNING),
    **dict.fromkeys(("disclosure_check", "review", "superseded_by"), _WITH_LEARNING),
    "withdrawn": ("withdrawn",),
}
"""The statuses for which a field makes sense; others make sense for all."""

STATUS_HINTS = {
    "draft": "On nobody's page but your own preview.",
    "planned": "On the site, without learning.",
    "coming-soon": "On the site, with what it will ask.",
    "published": "On the site, with its learning and its poster.",
    "withdrawn": "On the site, with the reason in the place of the learning.",
}

MESSAGES = {
    "taken": "there is a record '{value}' already. Give this one another name.",
    "was_taken": "'{value}' is a former name of content/audits/{other}.md. Give this one another name.",
    "self": "'{key}' names this record itself. Name the other one, or remove the line.",
    "unknown": "there is no record '{value}'.",
    "not_near": " Name a record, or remove the line.",
    "earlier": "this audit ({when}) is earlier than '{value}' ({other}), which it re-audits. "
    "Check both periods.",
    "present_name": "'{value}' is this record's present name. Write the names that it had before.",
    "name_of_other": "'{value}' is the present name of content/audits/{other}.md. Rename that record, or "
    "remove this.",
    "name_of_both": "'{value}' is a former name of content/audits/{other}.md too. Keep it in one of the "
    "records.",
    "folder": "'{value}' must be the name of a file in posters/, without a folder.",
}
"""What is said of a record beside others. The check has these words too, and a test holds them together."""


def editors(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """The page, the schema, and the empty record."""
    words = site.catalogue.vocabulary
    lists = {
        "series": {one.slug: one.title for one in site.catalogue.series},
        "topics": words.topics,
        "agencies": words.agencies,
        "plans": words.plans,
    }
    schema = record_schema(lists, absolute(SCHEMA))
    repository = repository_of(site.publisher.addresses.repository or "")
    data = {
        "schema": schema | {"properties": {key: schema["properties"][key] for key in _offered(schema)}},
        "sections": SECTIONS,
        "messages": MESSAGES,
        "only_for": ONLY_FOR,
        "invisible": CONTROL.pattern,
        "repository": repository,
        "audits": known_audits(site),
    }
    fields = schema["properties"] | {key: _beside(key) for key in BESIDE}
    html = templates.fill(
        "editors.html",
        addresses.EDITORS,
        fields=fields,
        needed={*schema["required"], "slug", "summary", "period", "withdrawn"},
        groups={name: [key for key in keys if key in fields] for name, keys in GROUPS.items()},
        short=SHORT,
        status_hints=STATUS_HINTS,
        repository=repository,
        empty=EMPTY,
        data=htmlsafe_json_dumps(data, sort_keys=False),
    )
    page = Page("Add an audit", "A form for the partnership's editors.", is_unlisted=True)
    yield Artefact(addresses.EDITORS, html, page=page)
    yield Artefact(SCHEMA, json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    yield Artefact(EMPTY, templates.fill("empty-record.txt", "", schema=schema, sections=SECTIONS))


def _offered(schema: dict[str, Any]) -> list[str]:
    """The fields of the front matter that the form has. A waiver (`allow`) is written by hand."""
    offered = {key for keys in GROUPS.values() for key in keys}
    return [key for key in schema["properties"] if key in offered]


def _beside(key: str) -> dict[str, str]:
    """The schema of what is not in the front matter."""
    title, hint = BESIDE[key]
    form = "file-name" if key == "slug" else "markdown"
    return {"title": title, "description": hint, "type": "string", "format": form}


def repository_of(url: str) -> str:
    """The repository's address without a slash at its end; "" for the one that stands for none."""
    host = urlsplit(url).hostname or ""
    return "" if not host or host.endswith(".example") else url.rstrip("/")


def known_audits(site: Site) -> list[dict[str, Any]]:
    """What the form may know of records: their names and periods, of those that the public site shows."""
    shown = [audit for audit in site.audits if audit.is_visible(site.today)]
    return [
        {
            "slug": audit.slug,
            "title": audit.title,
            "period": audit.period.written if audit.period else "",
            "former": audit.former_slugs,
        }
        for audit in sorted(shown, key=lambda audit: audit.slug)
    ]
