"""What editors do to a publication, each to records that it chooses by what they are and never by name.

A change is a function of the project's folder and the day. It returns False where the publication has nothing
that it could be made to: no draft to delete, say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from content_trial import material
from publication.audits.catalogue import read_catalogue

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from publication.audits.audit import Audit
    from publication.audits.catalogue import Catalogue

    Change = Callable[[Path, dt.date], bool]

PUBLICATION = "content/publication.yml"
VOCABULARY = "content/vocabulary.yml"
MINE = "content-trial-"
"""How the records begin that changes add: no other change takes one of them."""


def an_audit_with_learning_and_a_pdf(root: Path, today: dt.date) -> bool:
    """A published audit with sections, a sample, actions, and a poster as PDF."""
    catalogue = _catalogue(root)
    plan = next(iter(catalogue.vocabulary.plans), "")
    sample = f"sample: {{cases: 12, plans: [{plan}], ages: 4 to 17}}\n" if plan else "sample: {cases: 12}\n"
    (root / f"posters/{MINE}pdf.pdf").write_bytes(material.pdf_poster())
    extra = f"poster: {MINE}pdf.pdf\n{sample}{material.actions(today)}"
    _write(root, "pdf", material.record(extra=extra, **_facts(catalogue, "with a PDF", today)))
    return True


def an_audit_with_a_jpeg(root: Path, today: dt.date) -> bool:
    """A published audit with a poster as JPEG, whose words stand in the record."""
    (root / f"posters/{MINE}jpeg.jpg").write_bytes(material.jpeg_poster())
    words = "".join(f"  {line}\n" for line in material.WORDS)
    extra = f"poster: {MINE}jpeg.jpg\nposter_text: |\n{words}"
    _write(root, "jpeg", material.record(extra=extra, **_facts(_catalogue(root), "with a JPEG", today)))
    return True


def an_audit_that_is_coming_soon(root: Path, today: dt.date) -> bool:
    """An announced audit, with its scope and what it will ask."""
    facts = _facts(_catalogue(root), "to come", today) | {"status": "coming-soon"}
    del facts["period"], facts["published"]
    extra = "scope: How young people move on to services for adults.\nquestions:\n  - Who plans the move?\n"
    body = "Partners will look together at moves to services for adults.\n"
    _write(root, "soon", material.record(body, extra, **facts, expected=f"{today.year + 1}-03"))
    return True


def learning_for_an_audit_without(root: Path, today: dt.date) -> bool:
    """A section, added to the first published audit that has none."""
    audit = _first(root, lambda one: one.status == "published" and not one.sections)
    section = "\n\n## What worked well\n\n- Visits.\n"
    return audit is not None and _replace(root / audit.file, r"\s*\Z", section)


def an_audit_withdrawn(root: Path, today: dt.date) -> bool:
    """A published audit whose learning is taken back."""
    audit = _first(root, lambda one: one.status == "published" and not one.superseded_by)
    why = f"status: withdrawn\nwithdrawn: {{on: {today}, why: The guidance that it was held to has changed.}}"
    return audit is not None and _replace(root / audit.file, r"(?m)^status:.*$", why)


def an_audit_superseded_by_a_new_one(root: Path, today: dt.date) -> bool:
    """A published audit, and a new one that looked at the same again and takes its place."""
    catalogue = _catalogue(root)
    repeated = {one.re_audit_of for one in catalogue.audits}
    audit = _first(root, lambda one: one.status == "published" and one.slug not in repeated)
    if audit is None or audit.superseded_by:
        return False
    facts = _facts(catalogue, "a second look", today) | {"series": audit.series}
    _write(root, "again", material.record(**facts, re_audit_of=audit.slug))
    return _replace(root / audit.file, r"(?m)^(status:.*)$", rf"\1\nsuperseded_by: {MINE}again")


def a_series_with_two_audits(root: Path, today: dt.date) -> bool:
    """A new series, and its first two audits, of which one has its learning."""
    catalogue = _catalogue(root)
    order = max((one.order for one in catalogue.series), default=0) + 1
    facts = {
        "title": "Audits of a content trial",
        "order": str(order),
        "palette": catalogue.series[0].palette,
    }
    body = "Audits that stand here while the publication is tried.\n"
    (root / f"content/series/{MINE}series.md").write_text(material.record(body, **facts), "utf-8")
    for number, learning in enumerate((material.LEARNING, "Partners looked at plans.\n"), start=1):
        named = _facts(catalogue, f"number {number}", today) | {"series": f"{MINE}series"}
        _write(root, f"number-{number}", material.record(learning, **named))
    return True


def a_topic_and_an_agency(root: Path, today: dt.date) -> bool:
    """A new topic and a new agency in the vocabulary, and an audit that has both."""
    facts = _facts(_catalogue(root), "of a new topic", today) | {"topics": f"[{MINE}topic]"}
    _write(root, "topic", material.record(**facts, agencies=f"[{MINE}agency]"))
    return _replace(root / VOCABULARY, r"(?m)^topics:$", rf"topics:\n  {MINE}topic: Content trials") and (
        _replace(root / VOCABULARY, r"(?m)^agencies:$", rf"agencies:\n  {MINE}agency: Content trial service")
    )


def another_landing_page(root: Path, today: dt.date) -> bool:
    """A part added to the landing page, with a link to a page and one to a place."""
    words = (
        "Another part, with a link to [all audits](audits/index.md) and one to [this part](#content-trial)."
    )
    return _replace(root / "docs/index.md", r"\s*\Z", f"\n\n## Content trial\n\n{words}\n")


def an_audit_renamed(root: Path, today: dt.date) -> bool:
    """A record under another name, which says its former one; records that name it follow."""
    audit = _first(root, lambda one: one.status == "published" and not one.former_slugs)
    if audit is None:
        return False
    new, old = f"{MINE}renamed", re.escape(audit.slug)
    for file in (root / "content/audits").glob("*.md"):
        _replace(file, rf"(?m)^(re_audit_of|superseded_by): {old}$", rf"\1: {new}")
    _replace(root / audit.file, r"(?m)^(status:.*)$", rf"\1\nformer_slugs: [{audit.slug}]")
    (root / audit.file).rename(root / f"content/audits/{new}.md")
    return True


def drafts_deleted(root: Path, today: dt.date) -> bool:
    """Every draft, with its poster."""
    drafts = [audit for audit in _catalogue(root).audits if audit.status == "draft"]
    for audit in drafts:
        (root / audit.file).unlink()
        if audit.poster:
            (root / "posters" / audit.poster).unlink()
    return bool(drafts)


def another_name_and_contact(root: Path, today: dt.date) -> bool:
    """The partnership's name and whom readers may ask."""
    if not (root / PUBLICATION).is_file():
        return False
    contact = "contact:\n  role: Content trial team\n  email: trial@partnership.example\n"
    return _replace(root / PUBLICATION, r"(?m)^name:.*$", "name: Trial Safeguarding Partnership") and (
        _replace(root / PUBLICATION, r"(?m)^contact:\n(?:[ #].*\n)*", contact)
    )


CHANGES: tuple[Change, ...] = (
    an_audit_with_learning_and_a_pdf,
    an_audit_with_a_jpeg,
    an_audit_that_is_coming_soon,
    learning_for_an_audit_without,
    an_audit_withdrawn,
    an_audit_superseded_by_a_new_one,
    a_series_with_two_audits,
    a_topic_and_an_agency,
    another_landing_page,
    an_audit_renamed,
    drafts_deleted,
    another_name_and_contact,
)


def _catalogue(root: Path) -> Catalogue:
    return read_catalogue(root)[0]


def _first(root: Path, fits: Callable[[Audit], bool]) -> Audit | None:
    """The first audit that fits and that no change has made or has already been made to."""
    found = (audit for audit in _catalogue(root).audits if MINE not in (root / audit.file).read_text("utf-8"))
    return next((audit for audit in found if fits(audit) and not audit.slug.startswith(MINE)), None)


def _facts(catalogue: Catalogue, title: str, today: dt.date) -> dict[str, str]:
    """What every published audit says: of the first series, on the first topic."""
    return {
        "title": f"Content trial {title}",
        "series": catalogue.series[0].slug,
        "status": "published",
        "period": material.last_year(today),
        "topics": f"[{next(iter(catalogue.vocabulary.topics))}]",
        "published": str(today),
    }


def _write(root: Path, name: str, text: str) -> None:
    (root / f"content/audits/{MINE}{name}.md").write_text(text, "utf-8")


def _replace(path: Path, pattern: str, to: str) -> bool:
    """Replace the first match in a file; False where there is none."""
    text, count = re.subn(pattern, to, path.read_text("utf-8"), count=1)
    path.write_text(text, "utf-8")
    return bool(count)
