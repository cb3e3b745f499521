"""Addresses that lead on, and addresses at which nothing would answer any more."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from audits.sample import RECORD, make_project
from changes.states import artwork, changes, state, told
from posters import samples
from publication.audits.vocabulary import Vocabulary
from publication.build import publish
from publication.changes.addresses import of_audits, of_listings
from publication.changes.state import State, read_state
from views.sample_site import WORDS, audit, series

if TYPE_CHECKING:
    from pathlib import Path

WITHDRAWN = {"status": "withdrawn", "withdrawn": {"on": "2026-02-01", "why": "The guidance has changed."}}


def of(heading: str, before: State, now: State) -> list[str]:
    """What is told below one heading."""
    return [
        line.removeprefix(f"{heading} | ") for line in told(before, now) if line.startswith(f"{heading} | ")
    ]


def gone(before: State, now: State) -> list[str]:
    """What is told as taken off the site; readers see it, and it is a warning."""
    found = changes(before, now)
    warned = [group for group in found.groups if group.is_warning]
    assert not (warned and (found.keep_addresses or not found.reach_readers))
    return of("Takes off the site", before, now)


def test_a_renamed_record_keeps_its_old_address() -> None:
    """With its former name in it nothing is lost, and both addresses are told."""
    before, now = state(audit()), state(audit("neglect-2", former_slugs=["neglect"]))
    assert gone(before, now) == []
    assert of("Changes the address of", before, now) == [
        "Neglect | from /audits/neglect/; the old address leads on | audits/neglect-2/"
    ]
    assert of("Publishes", before, now) == []


def test_a_renamed_record_without_its_former_name() -> None:
    """The old address would vanish: the line that keeps it is told, ready to be written."""
    before, now = state(audit(former_slugs=["old"])), state(audit("neglect-2", former_slugs=["old"]))
    assert gone(before, now) == [
        "Neglect | its record is removed | audits/neglect/ | If content/audits/neglect-2.md is the same "
        "audit, write in it: former_slugs: [old, neglect] | "
        "Nothing would answer at /posters/neglect.pdf either."
    ]


def test_a_removed_record() -> None:
    """It is told how an audit's learning is ended without losing its page."""
    line, *_ = gone(state(audit(poster="neglect.pdf")), state())
    assert "Put content/audits/neglect.md back. To end its learning, write in it: status: withdrawn" in line


def test_a_record_that_leads_to_another() -> None:
    """Two records made into one: the address of the one that is gone leads to the other."""
    rest = (audit(poster="a.pdf", former_slugs=["b"]), audit("c", title="C"))
    before, now = state(audit(poster="a.pdf"), audit("b", title="B"), rest[1]), state(*rest)
    assert gone(before, now) == []
    assert of("Changes the address of", before, now) == [
        "B | from /audits/b/; the old address leads on | audits/neglect/"
    ]


def test_a_record_becomes_a_draft() -> None:
    """Its page is lost as surely as if it had been removed."""
    assert gone(state(audit()), state(audit(status="draft")))[:1] == [
        "Neglect | it becomes a draft | audits/neglect/ | "
        "Write again: status: published. To end its learning, write: status: withdrawn | "
        "Nothing would answer at /posters/neglect.pdf either."
    ]


def test_a_published_record_is_kept_back() -> None:
    """A day to come takes the page off until then."""
    line, *_ = gone(state(audit()), state(audit(published="2026-04-01")))
    assert line.startswith("Neglect | it is kept back until 1 April 2026 | audits/neglect/")


def test_a_former_name_is_removed() -> None:
    """An old address is an address."""
    assert gone(state(audit(former_slugs=["old"])), state(audit())) == [
        "Neglect | an old address of it | audits/old/ | Write in content/audits/neglect.md: "
        "former_slugs: [old] | Nothing would answer at /posters/old.pdf either."
    ]


def test_a_poster_of_another_kind() -> None:
    """A PDF that becomes a picture has another address, and cannot lead on."""
    before, now = state(audit(poster="a.pdf")), state(audit(poster="a.png"))
    assert gone(before, now) == [
        "Neglect | its poster | posters/neglect.pdf | "
        "A poster keeps its address only while its kind of file (PDF, PNG or JPEG) stays the same."
    ]


def test_a_withdrawn_audit_loses_its_poster_only() -> None:
    """That is what withdrawing is for."""
    assert gone(state(audit(poster="a.pdf")), state(audit(**WITHDRAWN))) == []


def test_the_posters_of_a_series() -> None:
    """The one PDF of them is gone when too few posters are left."""
    few = [audit(), audit("b", title="B")]
    lines = gone(state(*few), state(few[0], audit("b", title="B", **WITHDRAWN)))
    assert lines == ["Posters of Multi-agency audits | a file | series/multi-agency/posters.pdf"]


def test_listings() -> None:
    """A series, a topic or a year without its listing is told too."""
    fewer = Vocabulary(**{**dict(WORDS), "topics": {"neglect": "Neglect"}})
    record = audit(poster="a.pdf")
    before = state(record, of=(series(), series("old", title="Old series", order="2")))
    now = state(audit(poster="a.pdf", period="2019/20"), words=fewer)
    assert gone(before, now) == [
        "Old series | a listing | series/old/ | Put content/series/old.md back.",
        "Missing children | a listing | topics/missing/ | Put the word back: only its name may change.",
        "Training | a listing | topics/training/ | Put the word back: only its name may change.",
        "Audits of 2018/19 | a listing | years/2018-19/",
    ]


def test_the_addresses_are_those_of_the_site(tmp_path: Path) -> None:
    """What the comparison takes for an address is what a build makes, no more and no less."""
    root = make_project(tmp_path)
    for name, line in {"neglect": "poster: a b.png\nposter_text: Words.\nformer_slugs: [old]"}.items():
        record = RECORD.replace("\n---\n", f"\n{line}\n---\n", 1)
        (root / f"content/audits/{name}.md").write_text(record, "utf-8")
    (root / "content/audits/soon.md").write_text(RECORD.replace("published", "coming-soon"), "utf-8")
    (root / "content/audits/draft.md").write_text(RECORD.replace("published", "draft"), "utf-8")
    (root / "content/audits/composed.md").write_text(RECORD, "utf-8")
    (root / "posters/a b.png").write_bytes(samples.png())
    today = dt.date(2026, 3, 1)
    made = publish(
        root,
        today=today,
        is_preview=False,
        environment={},
        say=lambda _: None,
    )
    built = {
        address.removesuffix("index.html")
        for address in made.artefacts
        if address.startswith(("audits/", "posters/", "series/", "topics/", "years/"))
        and address not in ("audits/", "posters/")
        and not address.endswith((".webp", ".xml"))
    }
    now = read_state(root, root / ".cache")
    assert built == of_audits(now, today).keys() | of_listings(now, today).keys()


def test_artwork_in_place_of_a_composed_poster() -> None:
    """A PDF takes the composed one's address."""
    assert gone(state(audit()), state(audit(poster="a.pdf"), artworks={"neglect": artwork("a.pdf")})) == []
