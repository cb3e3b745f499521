"""The words of posters in a request's summary: a reviewer reads what will be published."""

from __future__ import annotations

from changes.states import artwork, changes, state
from publication.changes.change import Changes, PosterWords
from publication.changes.render import MOST_SIGNS, Told, escape_markdown, write_words
from views.sample_site import audit

TWO_PAGES = artwork("a.pdf", digest="other", texts=("Early help\nfor families", "@who <b>knows</b> #1"))


def summary(found: Changes) -> str:
    """The summary as GitHub gets it."""
    return write_words(found, Told("main"), "markdown")


def test_a_new_poster() -> None:
    """Its words are there, page by page, as they will be published; none of them becomes markup."""
    record = audit(poster="a.pdf")
    said = summary(changes(state(), state(record, artworks={"neglect": TWO_PAGES})))
    assert "### What the posters say (1)" in said
    assert "Page 1:\n\n> Early help  \n> for families  \n\nPage 2:\n\n> " in said
    assert escape_markdown("@who <b>knows</b> #1") in said
    assert "@who <b>" not in said


def test_the_words_of_the_record_go_first() -> None:
    """Where the record says what a picture's words are, readers get those."""
    before, now = state(audit(poster="a.png")), state(audit(poster="a.png", poster_text="What is written."))
    [one] = changes(before, now).words
    assert one == PosterWords("Neglect", ("What is written.",))


def test_the_same_words() -> None:
    """A poster drawn anew that says the same as before needs no second reading."""
    record = audit(poster="a.pdf")
    again = state(record, artworks={"neglect": artwork("a.pdf", digest="other")})
    assert changes(state(record), again).words == ()


def test_what_readers_do_not_see() -> None:
    """The words of a draft, of what is kept back and of what is withdrawn are in no public summary."""
    for fields in ({"status": "draft"}, {"published": "2027-01-01"}):
        assert changes(state(), state(audit(poster="a.pdf", **fields))).words == ()
    withdrawn = {"status": "withdrawn", "withdrawn": {"on": "2026-02-01", "why": "Words."}}
    assert changes(state(audit(poster="a.pdf")), state(audit(poster="a.pdf", **withdrawn))).words == ()


def test_a_poster_that_is_published_at_last() -> None:
    """What was a draft, with the same poster, is read now."""
    before = state(audit(status="draft", poster="a.pdf"))
    assert len(changes(before, state(audit(poster="a.pdf"))).words) == 1


def test_many_words() -> None:
    """A summary has an end: what does not fit is said to be elsewhere, and never shown in part."""
    words = tuple(PosterWords(f"Audit {n}", ("x" * (MOST_SIGNS // 2),)) for n in range(4))
    said = summary(Changes((), (), words))
    assert len(said.encode()) < 2**20
    assert "### What the posters say (4)" in said
    assert "#### Audit 1\n" in said
    assert "#### Audit 2\n" not in said
    assert "The words of 2 more are too long for this list: read them in the attached site." in said
