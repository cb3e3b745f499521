"""What happens to audits, told without git and without a file."""

from __future__ import annotations

from typing import Any

import pytest

from audits.every_field import every_field
from changes.states import artwork, changes, state, told
from publication.audits.about import declared
from publication.audits.record import AuditFields
from publication.changes import corrections
from publication.changes.records import NO_LEARNING
from views.sample_site import WORDS, audit

WITHDRAWN = {"status": "withdrawn", "withdrawn": {"on": "2026-02-01", "why": "The guidance has changed."}}
LEARNT = {"worked-well": "Words."}


def one(before: Any, now: Any) -> list[str]:
    """What is told of one record, but for its composed poster."""
    lines = told(state(*filter(None, [before])), state(*filter(None, [now])))
    return [line for line in lines if not line.startswith("Posters composed")]


def test_nothing() -> None:
    """The same twice is no change, neither for readers nor for anyone."""
    found = changes(state(audit()), state(audit()))
    assert found.groups == ()
    assert not found.reach_readers
    assert found.keep_addresses


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("published", f"Publishes | Neglect | new | audits/neglect/ | {NO_LEARNING}"),
        ("coming-soon", "Announces | Neglect | coming soon, new | audits/neglect/"),
        ("planned", "Announces | Neglect | planned, new | audits/neglect/"),
        ("draft", "Not on the public site | Neglect | draft; new |  | content/audits/neglect.md"),
    ],
)
def test_a_new_record(status: str, expected: str) -> None:
    """It is told by what readers will see of it."""
    assert one(None, audit(status=status)) == [expected]


def test_what_was_announced_is_published() -> None:
    """It says what the audit was before, and what else is different."""
    now = audit(sections=LEARNT)
    assert one(audit(status="coming-soon", scope="Words."), now) == [
        "Publishes | Neglect | was coming soon | audits/neglect/ | Also different: What worked well (new)."
    ]


def test_what_was_planned_is_announced() -> None:
    """The month in which it is expected is told, because readers will hold us to it."""
    now = audit(status="coming-soon", expected="2026-09")
    assert one(audit(status="planned", period="2018/19"), now) == [
        "Announces | Neglect | coming soon, was planned | audits/neglect/ | Expected: September 2026."
    ]


def test_what_was_published_is_taken_back() -> None:
    """Readers lose the learning, but no page."""
    now = audit(status="coming-soon")
    assert one(audit(), now) == ["Takes back | Neglect | coming soon, was published | audits/neglect/"]


def test_withdrawal() -> None:
    """It says since when and why; that the poster goes with the learning is no warning."""
    before = audit(poster="neglect.pdf")
    assert one(before, audit(**WITHDRAWN)) == [
        "Withdraws | Neglect | was published | audits/neglect/ | "
        "Since 1 February 2026: The guidance has changed.",
        "Removed posters | Neglect | neglect.pdf, 1 page, 38 KB | ",
    ]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"title": "Neglect of children"}, "title: Neglect of children (was: Neglect)"),
        ({"period": "2019/20"}, "when it took place: 2019/20 (was: 2018/19)"),
        ({"published": "2025-09-01"}, "day of publication: 1 September 2025 (was: not stated)"),
        ({"topics": ["missing"]}, "topics added: Missing children | topics removed: Neglect"),
        ({"agencies": ["police"]}, "agencies added: Police"),
        ({"summary": "Other words."}, "summary"),
        ({"sections": {"worked-well": "x", "discussion": "y"}}, "What worked well | Discussion points (new)"),
        ({"sections": {}}, "What worked well (removed)"),
        ({"sample": {"cases": "9"}}, "sample (new)"),
        ({"review": "2027-09"}, "review: September 2027 (was: not stated)"),
        ({"disclosure_check": {"by": "Auditor", "on": "2019-01-01"}}, "check for children (new)"),
        ({"actions": [{"what": "A"}, {"what": "B"}]}, "actions: 2 new"),
    ],
)
def test_corrections(change: dict[str, Any], expected: str) -> None:
    """Each part of a page that is different is named, with the old value where it fits on a line."""
    now = audit(**{"sections": LEARNT, **change})
    title = change.get("title", "Neglect")
    assert f"Corrects | {title} |  | audits/neglect/ | {expected}" in one(audit(sections=LEARNT), now)


def test_actions() -> None:
    """An action is known by what was to be done, whatever its place in the list."""
    before = audit(actions=[{"what": "A"}, {"what": "B"}, {"what": "C"}])
    now = audit(actions=[{"what": "D"}, {"what": "B", "status": "done"}, {"what": "A"}])
    assert one(before, now)[0].endswith(" | actions: 1 new, 1 removed, 1 changed")
    now = audit(actions=[{"what": "C"}, {"what": "B"}, {"what": "A"}])
    assert one(before, now)[0].endswith(" | actions: in another order")


def test_the_order_of_topics() -> None:
    """Readers see topics in the record's order, so another order is told."""
    before, now = audit(topics=["neglect", "missing"]), audit(topics=["missing", "neglect"])
    assert one(before, now)[0].endswith(" | order of the topics")


@pytest.mark.parametrize("key", declared(AuditFields))
def test_no_field_is_forgotten(key: str) -> None:
    """A field that comes or goes is told of, but for those that have a group of their own."""
    if key in corrections.TOLD_ELSEWHERE or declared(AuditFields)[key].is_required:
        return
    status = "withdrawn" if key == "withdrawn" else "draft"
    fields = AuditFields.model_validate(every_field(status, {**dict(WORDS), "series": ["multi-agency"]}))
    with_it = audit().model_copy(update={key: getattr(fields, key)})
    catalogue = state(with_it).catalogue
    without = with_it.model_copy(update={key: AuditFields.model_fields[key].default})
    assert len(corrections.corrections(without, with_it, catalogue, catalogue)) == 1
    assert len(corrections.corrections(with_it, without, catalogue, catalogue)) == 1


def test_a_draft() -> None:
    """What readers do not see is told to the editor alone, with the file, and only where it is different."""
    assert one(audit(status="draft"), audit(status="draft")) == []
    assert one(audit(status="draft"), audit(status="draft", summary="Other.")) == [
        "Not on the public site | Neglect | draft; changed |  | content/audits/neglect.md"
    ]
    assert one(audit(status="draft"), None) == [
        "Not on the public site | Neglect | draft; removed |  | content/audits/neglect.md"
    ]
    assert not changes(state(), state(audit(status="draft"))).reach_readers


def test_an_embargo() -> None:
    """A record that is kept back is no publication before its day, and its poster is named."""
    now = audit(published="2026-03-02", poster="neglect.pdf")
    assert one(None, now) == [
        "Not on the public site | Neglect | readers do not see it until 2 March 2026; new |  | "
        "content/audits/neglect.md | Its poster: neglect.pdf, 1 page, 38 KB."
    ]
    assert one(None, audit(published="2026-03-01"))[0].startswith("Publishes | Neglect | new")


def test_another_poster_under_embargo() -> None:
    """The record is as it was, its artwork is not."""
    record = audit(published="2026-03-02", poster="neglect.pdf")
    now = state(record, artworks={"neglect": artwork(digest="other")})
    assert told(state(record), now)[0].startswith("Not on the public site | Neglect | readers do not see it")


def test_an_embargo_that_ended_between() -> None:
    """Both sides are looked at on the same day, so a day that passes publishes nothing by itself."""
    assert one(audit(published="2026-02-28"), audit(published="2026-02-28")) == []


def test_an_embargo_is_lifted() -> None:
    """It says until when the audit was kept back."""
    [line] = one(audit(published="2026-03-02"), audit(published="2026-03-01", sections=LEARNT))
    assert line.startswith("Publishes | Neglect | was kept back until 2 March 2026 | audits/neglect/")


def test_re_audit_and_replacement() -> None:
    """Each side of the relation is told where readers see both audits."""
    old, new = audit(), audit("again", title="Neglect again", re_audit_of="neglect")
    lines = told(state(old), state(audit(superseded_by="again"), new))
    assert [line for line in lines if line.startswith("Supersedes")] == [
        "Supersedes and re-audits | Neglect | is superseded by “Neglect again” | ",
        "Supersedes and re-audits | Neglect again | re-audits “Neglect” | ",
    ]
    assert told(state(old, new), state(old, audit("again", title="Neglect again"))) == [
        "Supersedes and re-audits | Neglect again | no longer re-audits “Neglect” | "
    ]


def test_a_relation_follows_a_renamed_record() -> None:
    """Naming the same audit by its new name is no news."""
    again = audit("again", re_audit_of="neglect", poster="b.pdf")
    followed = audit("again", re_audit_of="neglect-2", poster="b.pdf")
    moved = audit("neglect-2", former_slugs=["neglect"])
    lines = told(state(audit(), again), state(moved, followed))
    assert not [line for line in lines if line.startswith("Supersedes")]


def test_a_relation_to_an_embargoed_audit() -> None:
    """What would give away an audit that is kept back is not told as a change for readers."""
    lines = told(state(audit()), state(audit(), audit("b", published="2027-01-01", re_audit_of="neglect")))
    assert [line.partition(" | ")[0] for line in lines] == ["Not on the public site"]
