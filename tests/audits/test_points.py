"""What a text of a record comes down to: its blocks, its points, and the lead of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publication.audits.blocks import Block, Run, blocks
from publication.audits.points import LONGEST_LEAD, cut, points

SCRAPS = [
    "- ", "1. ", "    - ", "**", "*", "\n", "\n\n", "### ", "| a | b |\n|---|---|\n| c | d |\n", "Dr. ",
    "e.g. ", "Ŵyn a’r Łukasz. ", "يجب أن نستمع. ", "What? ", "Stop! Then go on. ", "a", "word ",
    "x" * 130, "  ",
]  # fmt: skip
records = st.lists(st.sampled_from(SCRAPS), max_size=25).map("".join) | st.text(max_size=200)


def leads(markdown: str) -> list[str]:
    return [point.lead for point in points(markdown)]


def test_blocks_in_the_order_of_reading() -> None:
    """Paragraphs, headings and lists; an entry within an entry is a list of a deeper level."""
    text = (
        "One **bold** word.\n\n### A heading\n\n- First\n    - Inner\n- Second\n\nThen:\n\n3. Three\n4. Four"
    )
    assert blocks(text) == (
        Block("paragraph", ((Run("One "), Run("bold", strong=True), Run(" word.")),)),
        Block("heading", ((Run("A heading"),),)),
        Block("bullets", ((Run("First"),),)),
        Block("bullets", ((Run("Inner"),),), level=2),
        Block("bullets", ((Run("Second"),),), start=2),
        Block("paragraph", ((Run("Then:"),),)),
        Block("numbers", ((Run("Three"),), (Run("Four"),)), start=3),
    )


def test_the_points_of_a_list_are_its_outermost_entries() -> None:
    """What stands before a list leads to it, and what is within an entry belongs to that."""
    assert leads("Four things:\n\n- One. More.\n    - Inner.\n- Two.") == ["One.", "Two."]


def test_the_points_of_a_text_without_a_list_are_its_paragraphs() -> None:
    """And of one that has headings only, those."""
    assert leads("First. More.\n\nSecond.") == ["First.", "Second."]
    assert leads("### Alone") == ["Alone"]


@pytest.mark.parametrize(
    ("item", "lead"),
    [
        ("**Teeth and eyes.** Eleven children had missed two.", "Teeth and eyes"),
        ("**Who asked?** Nobody.", "Who asked?"),
        ("**Only bold**", "Only bold"),
        ("**Two** **runs** of it", "Two runs"),
        ("**Health:** workers asked. And more.", "Health: workers asked."),
        ("**Health**: workers asked. And more.", "Health: workers asked."),
        ("Plain. And **bold** later.", "Plain."),
        ("Dr. A. Smith of St. Ann's, e.g. twice. Then no more.", "Dr. A. Smith of St. Ann's, e.g. twice."),
        ("“It was said.” It was so.", "“It was said.”"),
        ("In 21 of 24 (88.5 per cent) it was. Now more.", "In 21 of 24 (88.5 per cent) it was."),
        ("Without a stop", "Without a stop"),
        ("Mae plant yn dweud. Rydym yn gwrando.", "Mae plant yn dweud."),
        ("Łukasz powiedział. Źle!", "Łukasz powiedział."),
        ("يجب أن نستمع إلى الأطفال. ثم نكتب.", "يجب أن نستمع إلى الأطفال."),
    ],
)
def test_the_lead_of_a_point(item: str, lead: str) -> None:
    """What is bold at its beginning, unless that is a label; else its first sentence."""
    assert leads(f"- {item}") == [lead]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("word " * 30, f"{'word ' * 23}word…"),
        (f"{'word ' * 23}four", f"{'word ' * 23}four"),
        ("x" * 400, f"{'x' * 119}…"),
        (f"{'word ' * 23}and, more", f"{'word ' * 23}and…"),
    ],
)
def test_a_lead_is_cut_at_the_end_of_a_word(text: str, short: str) -> None:
    """At 120 characters, with nothing before the dots that leads on."""
    assert cut(text.strip(), LONGEST_LEAD) == short


@given(records)
def test_any_text_has_leads_that_are_its_own(markdown: str) -> None:
    """A lead begins its point, is no longer than 120 characters when cut, and is made of whole words."""
    for point in points(markdown):
        assert point.text.startswith(point.lead)
        assert point.lead.strip()
        assert len(point.short) <= LONGEST_LEAD
        if point.short != point.lead:
            kept = point.short.removesuffix("…")
            assert point.lead.startswith(kept)
            rest = point.lead[len(kept) :]
            assert not kept or not rest[0].isalnum() or " " not in point.lead[:LONGEST_LEAD]


@given(records)
def test_no_word_of_any_text_is_lost(markdown: str) -> None:
    """The blocks have all the words that a page shows."""
    from publication.audits.prose import to_text

    said = " ".join(run.text for block in blocks(markdown) for item in block.items for run in item)
    assert "".join(said.split()) == "".join(to_text(markdown).split())
