"""Signs without a glyph become words, cluster by cluster, and nothing else is touched."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from posters.test_compose import full, texts
from publication.audits.brand import Palette
from publication.posters.composed.glyphs import clusters, lacking_glyphs, spelled
from publication.posters.composed.poster import compose

KEYCAP = "1\ufe0f\u20e3"


def test_report_never_names_ascii():
    """Typst says that "1" of a keycap lacks a glyph: it lacks none anywhere else."""
    report = (
        'the text `"1"` could not be displayed. the text `"\\u{fe0f}"` could not. the codepoint `"😀"` has'
    )
    assert lacking_glyphs(report) == {"\ufe0f", "😀"}


def test_keycap_keeps_its_digit_and_leaves_others_alone():
    """The keycap goes; a year in the same text, or in another, stays."""
    lacking = {"\ufe0f", "\u20e3"}
    assert spelled(f"{KEYCAP} Neglect in 2018/19", lacking) == "1 Neglect in 2018/19"
    assert spelled("11 cases, #1a1a1a", lacking) == "11 cases, #1a1a1a"


def test_poster_with_a_keycap_has_its_colours():
    """A palette with a 1 in it is a palette still, and so is every number on the poster."""
    palette = Palette(deep="#0a1b1c", mid="#2b7a11", tint="#e4f1e1")
    (text, *_) = texts(compose(full(title=f"Step {KEYCAP} of 11", palette=palette)))
    assert "Step 1 of 11" in " ".join(text.split())


def test_families_flags_and_tones_are_one_sign_each():
    """So they are spelled once."""
    family, flag, thumb = "👩\u200d👧", "🇬🇧", "👍🏽"
    assert list(clusters(f"a{family}{flag}{flag}{thumb}é")) == ["a", family, flag, flag, thumb, "é"]
    lacking = set(family + flag + thumb)
    assert spelled(family, lacking) == "[woman, girl]"
    assert spelled(flag + flag, lacking) == "[flag GB][flag GB]"
    assert spelled(thumb, lacking) == "[thumbs up sign]"


@given(st.text(), st.sets(st.characters(min_codepoint=128)))
def test_only_what_lacks_a_glyph_changes(text, lacking):
    """Clusters make up the text; where no glyph is missing it stays, else nothing that lacks one is left."""
    assert "".join(clusters(text)) == text
    assert spelled(text, set()) == text
    assert lacking.isdisjoint(spelled(text, lacking))


@given(st.text(st.characters(max_codepoint=127)), st.sets(st.characters(min_codepoint=128)))
def test_ascii_is_never_touched(text, lacking):
    """Whatever Typst reports."""
    assert spelled(text, lacking) == text
