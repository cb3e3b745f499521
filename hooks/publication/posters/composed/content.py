"""What a composed poster says: a record turned into the content of the template."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Literal

from publication.audits.prose import to_html
from publication.audits.sections import SECTIONS
from publication.posters.composed.typeset import Block, PosterContent, Run, Section

if TYPE_CHECKING:
    from publication.audits.audit import Readable
    from publication.audits.catalogue import Collection
    from publication.audits.series import Series

HOLDING = (
    "What this audit taught has not been supplied yet. "
    "When it is, it will stand on this poster and at the address below."
)
Kind = Literal["paragraph", "heading", "bullets", "numbers"]


def poster_content(
    audit: Readable, series: Series, catalogue: Collection[Any], address: str
) -> PosterContent:
    """The content of the poster of one audit. `address` is absolute, for print and for the QR code."""
    words, publisher = catalogue.vocabulary, catalogue.publisher
    return PosterContent(
        title=audit.title,
        series=series.title,
        publisher=publisher.name,
        palette=publisher.palette(series.palette),
        period=str(audit.period or ""),
        published=long_date(audit.published) if audit.published else "",
        review=str(audit.review or ""),
        topics=tuple(words.topics[topic] for topic in audit.topics),
        agencies=tuple(words.agencies[agency] for agency in audit.agencies),
        key_numbers=_key_numbers(audit),
        summary=blocks(audit.summary),
        sections=tuple(
            Section(key, SECTIONS[key], blocks(text))  # type: ignore[arg-type]
            for key, text in audit.sections.items()
        ),
        holding_message=HOLDING,
        address=address,
        date=audit.published,
        seed=audit.slug,
        watermark="Draft: not published" if audit.status == "draft" else "",
    )


def long_date(date: object) -> str:
    """`1 September 2019`."""
    return f"{date:%-d %B %Y}"


def _key_numbers(audit: Readable) -> tuple[tuple[str, str], ...]:
    sample, numbers = audit.sample, []
    if sample and sample.cases is not None:
        numbers.append((str(sample.cases), "case" if sample.cases == 1 else "cases"))
    if audit.agencies:
        numbers.append((str(len(audit.agencies)), "agency" if len(audit.agencies) == 1 else "agencies"))
    if sample and sample.ages:
        numbers.append((sample.ages, "years of age"))
    return tuple(numbers)


def blocks(text: str) -> tuple[Block, ...]:
    """Markdown as paragraphs, headings and lists; nested lists and tables come out as their lines."""
    reader = _BlockReader()
    reader.feed(to_html(text))
    reader.close()
    return tuple(reader.blocks)


class _BlockReader(HTMLParser):
    """Reads the few tags that `prose.to_html` lets through."""

    LINES = ("p", "li", "h3", "h4", "tr", "blockquote", "pre")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self._runs: list[Run] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self.LINES or tag in ("ul", "ol"):
            self._end_line()
        elif tag in ("br", "td", "th"):
            self._runs.append(Run(" "))
        if tag not in ("br", "hr"):
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.LINES:
            self._end_line()
        if tag in self._open:
            self._open.remove(tag)

    def handle_data(self, data: str) -> None:
        strong = "strong" in self._open or "th" in self._open
        self._runs.append(Run(data, strong=strong, emphasis="em" in self._open))

    def close(self) -> None:
        super().close()
        self._end_line()

    def _end_line(self) -> None:
        runs, self._runs = tuple(self._runs), []
        if not "".join(run.text for run in runs).strip():
            return
        kind = self._kind()
        if kind in ("bullets", "numbers") and self.blocks and self.blocks[-1].kind == kind:
            self.blocks[-1] = Block(kind, (*self.blocks[-1].items, runs))
        else:
            self.blocks.append(Block(kind, (runs,)))

    def _kind(self) -> Kind:
        if "h3" in self._open or "h4" in self._open:
            return "heading"
        if "li" in self._open:
            return "numbers" if "ol" in self._open else "bullets"
        return "paragraph"
