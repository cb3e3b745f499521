"""The files of a small, valid publication, from the answers."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2

from publication.audits.brand import Colours, fit_deep, palette_of, shades
from publication.audits.tidy.scalars import written
from publication.cli.adding.answer import proposed_slug
from publication.posters.composed.content import long_date

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

TEMPLATES = Path(__file__).with_name("templates")
EACH_SERIES = "content/series/series.md"
"""The template that is filled once for each series."""

HUES = {"plum": "#5b2a66", "moss": "#2f5130", "rust": "#7d3016", "slate": "#37475c", "wine": "#7a1f3d"}
"""Colours of series behind the first, which has that of the brand."""

_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~-])")


def files_of(answers: Mapping[str, Any], today: dt.date) -> dict[str, str]:
    """Each file by its place in the project, as text."""
    colours = Colours(deep=answers["deep"], accent=answers["accent"])
    page = shades(colours)
    palettes = {"brand": colours.deep, **HUES}
    series = _series(answers, tuple(palettes))
    used = {one["palette"] for one in series}
    told = {
        **answers,
        "description": f"What audits of safeguarding practice taught {answers['name']}",
        "palettes": {
            name: palette_of(fit_deep(deep), page) for name, deep in palettes.items() if name in used
        },
        "series": series,
        "today": long_date(today),
    }
    environment = _environment()
    files = {}
    for path in sorted(TEMPLATES.rglob("*")):
        name = path.relative_to(TEMPLATES).as_posix()
        if name == EACH_SERIES:
            template = environment.get_template(name)
            for one in series:
                files[f"content/series/{one['slug']}.md"] = template.render(one=one, **told)
        elif path.is_file():
            files[name] = environment.get_template(name).render(**told)
    return files


def _series(answers: Mapping[str, Any], palettes: tuple[str, ...]) -> list[dict[str, Any]]:
    titles: list[str] = answers["series"]
    committees: list[str] = answers["committees"] or []
    found: list[dict[str, Any]] = []
    for n, title in enumerate(titles):
        taken = {one["slug"] for one in found}
        found.append(
            {
                "title": title,
                "slug": proposed_slug(title, None, taken) or f"series-{n + 1}",
                "order": n + 1,
                "palette": palettes[n % len(palettes)],
                "committee": committees[n if len(committees) > 1 else 0] if committees else "",
            }
        )
    return found


def _environment() -> jinja2.Environment:
    """Signs of its own: Markdown's attribute lists begin with `{#`, too."""
    environment = jinja2.Environment(  # noqa: S701 - Markdown and YAML, each value escaped for where it stands
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        block_start_string="<%",
        block_end_string="%>",
        variable_start_string="<<",
        variable_end_string=">>",
        comment_start_string="<#",
        comment_end_string="#>",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["yaml"] = lambda value: written(value, in_brackets=False, is_free=False)
    environment.filters["yaml_in_brackets"] = lambda value: written(value, in_brackets=True, is_free=False)
    environment.filters["markdown"] = lambda value: _MARKUP.sub(r"\\\1", value)
    return environment
