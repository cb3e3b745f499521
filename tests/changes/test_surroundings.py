"""Posters, series, words, pages and the machinery."""

from __future__ import annotations

from typing import TYPE_CHECKING

from changes.states import artwork, changes, state, told
from publication.audits.problem import Problem
from publication.audits.publisher import NOBODY, Contact
from publication.audits.series import SeriesFields
from publication.audits.vocabulary import Vocabulary
from publication.changes.other_files import PARTS_OF_SERIES
from publication.posters.artwork import Page
from views.sample_site import PUBLISHER, WORDS, audit, series

if TYPE_CHECKING:
    from publication.changes.other_files import FileChange

TWO_PAGES = {"pages": (Page(595, 842),) * 2, "digest": "other", "size": 1_200_000}


def test_posters() -> None:
    """New, others and gone, each with its name, pages and size."""
    record, bare = audit(poster="a.pdf"), audit()
    other = state(record, artworks={"neglect": artwork("a.pdf", **TWO_PAGES)})
    assert told(state(bare), state(record)) == ["New posters | Neglect | a.pdf, 1 page, 38 KB | "]
    assert told(state(record), other) == [
        "Changed posters | Neglect | a.pdf, 2 pages, 1.2 MB; before: a.pdf, 1 page, 38 KB | "
    ]
    assert told(state(record), state(bare)) == [
        "Removed posters | Neglect | a.pdf, 1 page, 38 KB | ",
        "Posters composed anew | Neglect |  | audits/neglect/",
    ]


def test_a_file_with_another_name() -> None:
    """Readers download a poster under the audit's name: the file's own is nobody's business."""
    same = artwork("b.pdf", digest="a.pdf")
    assert told(state(audit(poster="a.pdf")), state(audit(poster="b.pdf"), artworks={"neglect": same})) == []


def test_only_posters_that_readers_see() -> None:
    """A draft's poster is on no contact sheet: what is attached to a run is public."""
    assert changes(state(), state(audit(status="draft", poster="a.pdf"))).posters == ()
    assert changes(state(), state(audit(published="2027-01-01", poster="a.pdf"))).posters == ()
    [one] = changes(state(), state(audit(poster="a.pdf"))).posters
    assert one.slug == "neglect"
    assert one.before is None


def test_who_publishes() -> None:
    """Each part by its name, now and before; of a palette its colours, and the posters that have them."""
    addresses = PUBLISHER.addresses.model_copy(update={"site": "https://new.example/"})
    palette = PUBLISHER.palettes["heather"]
    update = {
        "name": "Another",
        "contact": Contact(email="audits@example.org"),
        "addresses": addresses,
        "colours": PUBLISHER.colours.model_copy(update={"accent": "#ffffff"}),
        "palettes": {"estuary": PUBLISHER.palettes["estuary"], "new": palette},
    }
    now = PUBLISHER.model_copy(update=update)
    group = "Who publishes, and how it looks"
    assert told(state(audit()), state(audit(), publisher=now)) == [
        f"{group} | name | Another; before: The Partnership | ",
        f"{group} | contact: e-mail | audits@example.org; before: none | ",
        f"{group} | address of the site | https://new.example/; before: https://example.org/ | ",
        f"{group} | colour 'accent' | #ffffff; before: #ffc845 | ",
        f"{group} | palette 'heather' | none; before: #56275c, #8b5a91, #f3e9f4 | ",
        f"{group} | palette 'new' | #56275c, #8b5a91, #f3e9f4; before: none | ",
    ]
    renamed = PUBLISHER.model_copy(update={"short_name": "AP"})
    before = state(audit(), words=WORDS.with_acronyms(PUBLISHER.acronyms))
    after = state(audit(), words=WORDS.with_acronyms(renamed.acronyms), publisher=renamed)
    assert told(before, after) == [f"{group} | short name | AP; before: TP | "], "and not as an acronym, too"
    other = PUBLISHER.model_copy(update={"palettes": {"estuary": palette}})
    composed = "Posters composed anew | Neglect |  | audits/neglect/"
    assert composed in told(state(audit()), state(audit(), publisher=other))


def test_a_publisher_that_could_not_be_read_before() -> None:
    """Nothing is said of what is not known: not of the publisher, nor of posters in its colours."""
    broken = Problem("content/publication.yml", 1, "is missing. Put the file back.")
    assert told(state(audit(), publisher=NOBODY, problems=(broken,)), state(audit())) == []


def test_composed_posters_change_with_what_they_say() -> None:
    """Also where the record is the same, and the series or a word is not."""
    line = "Posters composed anew | Neglect |  | audits/neglect/"
    before = state(audit())
    assert line in told(before, state(audit(summary="Other.")))
    assert line in told(before, state(audit(), of=(series(title="Audits"),)))
    words = Vocabulary(**{**dict(WORDS), "topics": {**WORDS.topics, "neglect": "Neglecting"}})
    assert line in told(before, state(audit(), words=words))
    assert line not in told(before, state(audit(actions=[{"what": "A"}])))


def test_series() -> None:
    """New ones, and each part of the others that is different."""
    record = audit(poster="a.pdf")
    now = state(
        record,
        of=(series(planned={"2019/20": "3"}, cycle="financial-year"), series("new", title="New", order="2")),
    )
    assert told(state(record), now) == [
        "Series | Multi-agency audits | planned totals, cycle | series/multi-agency/",
        "Series | New | new | series/new/",
    ]


def test_no_part_of_a_series_is_forgotten() -> None:
    """A field that is added to series has a name here, or this fails."""
    assert PARTS_OF_SERIES.keys() == {*SeriesFields.model_fields, "introduction"}


def test_vocabulary() -> None:
    """New words, others, gone ones, and another order."""
    record = audit(poster="a.pdf")
    words = Vocabulary(
        topics={"neglect": "Neglecting", "missing": "Missing children", "training": "Training", "new": "New"},
        agencies=dict(reversed(WORDS.agencies.items())),
        plans={"cp": "Child Protection (CP)"},
        acronyms={"CP": "Child Protection", "CE": "Child Exploitation"},
    )
    assert told(state(record), state(record, words=words)) == [
        "Vocabulary | Neglecting | topic, was: Neglect | ",
        "Vocabulary | New | new topic | ",
        "Vocabulary | order of agencies |  | ",
        "Vocabulary | Child in Need (CiN) | kind of plan, removed | ",
        "Vocabulary | CE: Child Exploitation | new acronym | ",
    ]


def test_files() -> None:
    """Pages by name and address, the machinery by number; documents for people are no part of the site."""
    files: dict[str, FileChange] = {
        "docs/index.md": "changed",
        "docs/über uns.md": "new",
        "docs/help/a.md": "removed",
        "docs/odd\nname\x1b[31m.md": "new",
        "docs/picture.svg": "new",
        "hooks/a.py": "changed",
        "hooks/b.py": "new",
        "mkdocs.yml": "changed",
        ".github/workflows/check.yml": "changed",
        "README.md": "changed",
        "content/audits/neglect.md": "changed",
        "content/accessibility.json": "changed",
        "posters/README.md": "changed",
    }
    assert told(state(audit()), state(audit()), files=files) == [
        "Takes off the site | docs/help/a.md | a hand-written page | help/a/ | Put docs/help/a.md back.",
        "Hand-written pages | Accessibility statement | another test run | accessibility/",
        "Hand-written pages | docs/index.md | changed | ",
        "Hand-written pages | docs/odd?name?[31m.md | new | odd?name?[31m/",
        "Hand-written pages | docs/picture.svg | new | ",
        "Hand-written pages | docs/über uns.md | new | über uns/",
        "Machinery | .github | 1 file | ",
        "Machinery | hooks | 2 files | ",
        "Machinery | mkdocs.yml |  | ",
    ]


def test_machinery_alone() -> None:
    """Whether readers see it is not for this list to say."""
    found = changes(state(audit()), state(audit()), files={"hooks/a.py": "changed"})
    assert not found.reach_readers
    assert [group.heading for group in found.groups] == ["Machinery"]


def test_a_record_that_could_not_be_read_before() -> None:
    """It is neither new nor corrected: what readers saw of it is not known."""
    wrong = (Problem("content/audits/neglect.md", 3, "is wrong."),)
    assert told(state(problems=wrong), state(audit(poster="a.pdf")))[-1] == (
        "Cannot be compared | Neglect | content/audits/neglect.md | "
    )
    odd = (Problem("content/audits/neglect.md", 3, "looks odd.", is_warning=True),)
    assert told(state(problems=odd), state(audit()))[0].startswith("Publishes | Neglect | new")
