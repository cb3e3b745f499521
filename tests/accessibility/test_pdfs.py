"""The PDFs of the built site say to a screen reader what their pages say to the eye."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pytest

from accessibility.pdfs import PdfFinding, pdf_findings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture(scope="module")
def findings(site: Path) -> list[PdfFinding]:
    """What was found in each PDF of the site."""
    return pdf_findings(site)


def test_every_pdf_is_looked_at(
    findings: list[PdfFinding], site: Path, record_property: Callable[[str, Any], None]
) -> None:
    """Each poster, briefing and pack, each known for what it is."""
    record_property("downloads", [asdict(finding) for finding in findings])
    packs = {finding.file for finding in findings if finding.kind == "pack"}
    made = [path for where in ("series/*/*.pdf", "briefings/*.pdf") for path in site.glob(where)]
    assert packs == {path.relative_to(site).as_posix() for path in made}
    read = {(site / finding.file).read_bytes() for finding in findings}
    assert read == {path.read_bytes() for path in site.rglob("*.pdf")}


def test_what_we_make_has_no_fault(findings: list[PdfFinding]) -> None:
    """Composed posters and packs: tags, language, title, order, words for pictures, letters and links."""
    ours = [finding for finding in findings if finding.kind != "artwork"]
    assert ours
    assert {finding.file: finding.problems for finding in ours if finding.problems} == {}
    assert all(finding.is_title_shown and finding.title for finding in ours)


def test_what_a_page_says_of_its_poster_is_so(findings: list[PdfFinding], site: Path) -> None:
    """Whether a screen reader can follow a PDF is said as it was found."""
    for finding in findings:
        if finding.kind == "pack":
            continue
        slug = finding.file.removeprefix("posters/").removesuffix(".pdf")
        said = " ".join((site / f"audits/{slug}/index.html").read_text("utf-8").split())
        lacks_nothing = finding.language and finding.title and not finding.figures_without_text
        assert ("This PDF has no tags:" in said) == (not finding.is_tagged), slug
        assert ("so a screen reader can follow it." in said) == bool(finding.is_tagged and lacks_nothing), (
            slug
        )
        assert ("PDF without tags" in said) == (not finding.is_tagged), slug


def test_artwork_can_be_had_in_another_format(findings: list[PdfFinding], site: Path) -> None:
    """Its page has its words, and the way to ask for more."""
    for finding in findings:
        if finding.kind == "artwork":
            slug = finding.file.removeprefix("posters/").removesuffix(".pdf")
            page = (site / f"audits/{slug}/index.html").read_text("utf-8")
            assert 'id="poster-text"' in page
            assert '<a href="../../#contact">Ask for this poster in another format</a>' in page
    assert 'id="contact"' in (site / "index.html").read_text("utf-8")
