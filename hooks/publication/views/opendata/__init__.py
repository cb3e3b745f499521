"""The audits as open data: `/audits.json` with its JSON Schema, and `/audits.csv` for spreadsheets.

The shape is in `record`. Neither file carries the day of its making, so that the same records make the
same bytes. Drafts and running embargoes are in neither, also not in the local preview.
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from publication.audits.audit import SECTIONS
from publication.audits.blocks import blocks
from publication.audits.prose import to_html, to_text
from publication.views import addresses
from publication.views.artefact import Artefact
from publication.views.cycles import cycle_of
from publication.views.feeds import POSTER_TYPES, address_of
from publication.views.opendata.record import Open, OpenAudit, OpenData, OpenSeries, OpenTopic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.audits.audit import Audit
    from publication.posters.collection import PublishedPoster
    from publication.views.site import Site, Templates

JSON = "audits.json"
SCHEMA = "audits.schema.json"
CSV = "audits.csv"
DATA = "data/"
"""The page that explains them."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

NOT_IN_CSV = ("questions", "actions")
"""Lists of sentences and of groups do not fit into one cell."""


def files(site: Site, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """The data, its schema, and the same as a table. `absolute` gives the full address of one on the site."""
    data = open_data(site, absolute)
    yield Artefact(JSON, data.model_dump_json(indent=1) + "\n")
    yield Artefact(SCHEMA, json.dumps(schema(absolute), ensure_ascii=False, indent=1) + "\n")
    yield Artefact(CSV, table(data.audits))


def schema(absolute: Callable[[str], str]) -> dict[str, Any]:
    """The JSON Schema of the data, draft 2020-12, which knows itself by its address on the site."""
    made = OpenData.model_json_schema(mode="serialization")
    return {"$schema": DIALECT, "$id": absolute(SCHEMA), **made}


def open_data(site: Site, absolute: Callable[[str], str]) -> OpenData:
    """Everything that programs may know of the site's audits."""
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
            "audits": [
                _public(_audit(one, site, absolute), site)
                for one in sorted(site.catalogue.audits, key=lambda one: one.slug)
                if one.is_visible(site.today)
            ],
        }
    )


def _places(page: str, absolute: Callable[[str], str]) -> dict[str, str]:
    return {"url": absolute(page), "feed": absolute(address_of(page))}


def _audit(audit: Audit, site: Site, absolute: Callable[[str], str]) -> OpenAudit:
    """What the audit's page shows of it; of one that was withdrawn, no learning."""
    poster = site.posters.get(audit.slug)
    as_written = audit.model_dump(mode="json")
    known = {name: as_written[name] for name in OpenAudit.model_fields if name in as_written}
    known |= {
        "url": absolute(addresses.audit(audit.slug)),
        "series": audit.series or None,
        "shown_as": site.shown_as(audit),
        "cycle": cycle_of(site, audit),
        "period_first_day": str(audit.period.first) if audit.period else None,
        "period_last_day": str(audit.period.last) if audit.period else None,
        "summary": to_text(audit.summary),
        "sections": [
            {"key": key, "heading": SECTIONS[key], "text": plain(text), "html": to_html(text)}
            for key, text in audit.sections.items()
        ],
        "poster": _poster(poster, absolute) if poster else None,
    }
    if audit.withdrawn:
        known |= {
            "scope": None,
            "questions": [],
            "summary": None,
            "sections": [],
            "actions": [],
            "poster": None,
        }
        known["withdrawn"]["why"] = to_text(audit.withdrawn.why)
    return OpenAudit.model_validate(known)


def _public(audit: OpenAudit, site: Site) -> OpenAudit:
    """Without the names of audits that are not public yet, of which a record may already speak."""
    named = {name: site.catalogue.audit(getattr(audit, name)) for name in ("re_audit_of", "superseded_by")}
    kept_back = [name for name, other in named.items() if not (other and other.is_visible(site.today))]
    return audit.model_copy(update=dict.fromkeys(kept_back))


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


def table(audits: list[OpenAudit]) -> bytes:
    """CSV by RFC 4180, one row an audit, in UTF-8 with the mark by which Excel knows it as such.

    A column is a field of `OpenAudit`; a group's fields have a column each (`poster.url`), and so has each
    part of the learning (`sections.worked-well`). Lists are parted by `; `, which no key has in it.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns(), quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writeheader()
    for audit in audits:
        writer.writerow({name: neutral(cell) for name, cell in _cells(audit).items()})
    return out.getvalue().encode("utf-8-sig")


def columns() -> list[str]:
    """The names of the table's columns, in the order of the fields."""
    names = []
    for name, field in OpenAudit.model_fields.items():
        group = _group(field.annotation)
        if name == "sections":
            names += [f"sections.{key}" for key in SECTIONS]
        elif group and name not in NOT_IN_CSV:
            names += [f"{name}.{inner}" for inner in group.model_fields]
        elif name not in NOT_IN_CSV:
            names.append(name)
    return names


def _cells(audit: OpenAudit) -> dict[str, str]:
    values = audit.model_dump(mode="json")
    cells = dict.fromkeys(columns(), "")
    for section in values.pop("sections"):
        cells[f"sections.{section['key']}"] = section["text"]
    for name, value in values.items():
        if name in NOT_IN_CSV or value is None:
            continue
        inner = value.items() if isinstance(value, dict) else [("", value)]
        cells |= {f"{name}.{key}".rstrip("."): _cell(one) for key, one in inner}
    return cells


def _cell(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)


_TAKEN_FOR_A_FORMULA = r"[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]"
"""What OWASP's page on CSV injection names, with the full-width forms of the same signs."""
_TAKEN_FOR_A_MONTH = r"\d{4}/(?:0[1-9]|1[0-2])$"
"""The financial year 2011/12, which Excel would show as December 2011."""
_MISTAKEN = re.compile(rf"'*(?:{_TAKEN_FOR_A_FORMULA}|{_TAKEN_FOR_A_MONTH})")


def neutral(cell: str) -> str:
    """The cell as text that no spreadsheet calculates: with an apostrophe before it where one might.

    The rule is OWASP's. To let `original` give back every cell, apostrophes before such a sign count too.
    """
    return f"'{cell}" if _MISTAKEN.match(cell) else cell


def original(cell: str) -> str:
    """What `neutral` was given."""
    return cell[1:] if cell.startswith("'") and _MISTAKEN.match(cell) else cell


class FieldRow(NamedTuple):
    """One field for readers of the page: its name, its kind in words, and what it means."""

    name: str
    kind: str
    meaning: str


def field_rows(made: dict[str, Any], definition: str) -> list[FieldRow]:
    """The fields of one definition of the JSON Schema, those of its groups below it: `poster.url`."""
    rows = []
    known = made["$defs"]
    for name, field in known[definition]["properties"].items():
        rows.append(FieldRow(name, _kind(field), field["description"]))
        inner = field.get("items", field)
        for choice in inner.get("anyOf", [inner]):
            if reference := choice.get("$ref"):
                below = field_rows(made, reference.rpartition("/")[2])
                rows += [row._replace(name=f"{name}.{row.name}") for row in below]
    return rows


_PATTERNS = {r"^\d{4}-\d{2}$": "month (2020-03)", "^[a-z0-9]+(-[a-z0-9]+)*$": "key"}


def _kind(field: dict[str, Any]) -> str:
    """What a value may be, in words."""
    if choices := field.get("anyOf"):
        return " or ".join("not known" if one.get("type") == "null" else _kind(one) for one in choices)
    if known := field.get("enum"):
        return "one of " + ", ".join(known)
    if "$ref" in field:
        return "group"
    if field["type"] == "array":
        return f"list: {_kind(field['items'])}"
    if field.get("format") == "date":
        return "day (2019-09-01)"
    words = {"string": "text", "integer": "whole number", "boolean": "true or false"}
    return _PATTERNS.get(field.get("pattern", ""), words[field["type"]])


def embedded(templates: Templates, absolute: Callable[[str], str]) -> dict[str, Callable[[str], str]]:
    """The list of fields, made from the schema, for hand-written pages: `::: data-fields`."""
    rows = field_rows(schema(absolute), "OpenAudit")
    return {"data-fields": lambda at: templates.fill("data-fields.html", at, rows=rows)}


def _group(annotation: Any) -> type[Open] | None:
    """The model of a field that holds one group or none."""
    kinds = [annotation, *getattr(annotation, "__args__", ())]
    return next((one for one in kinds if isinstance(one, type) and issubclass(one, Open)), None)
