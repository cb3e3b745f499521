"""A record's normal form has the same facts, notes and words, however the record was typed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audits.sample import CASES, NORMAL
from project import PUBLICATION
from publication.audits.record import AuditFields
from publication.audits.series import SeriesFields
from publication.audits.source.frontmatter import read_document
from publication.audits.tidy.normal_form import normal_form

if TYPE_CHECKING:
    from pathlib import Path

    from publication.audits.source.frontmatter import Document

NAMES = sorted(path.name for path in (NORMAL / "before").iterdir())


@pytest.mark.parametrize("name", NAMES)
def test_golden_cases(name: str) -> None:
    """Each record in `normal/before` becomes the one of the same name in `normal/after`."""
    before, after = ((NORMAL / part / name).read_bytes().decode("utf-8") for part in ("before", "after"))
    assert normal_form(before) == after, "Right as it is now? Then run: python tests/audits/accept.py"


def test_every_normal_form_has_its_case() -> None:
    """No normal form is left over from a case that is gone."""
    assert sorted(path.name for path in (NORMAL / "after").iterdir()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_normal_form_is_its_own(name: str) -> None:
    """A second run changes nothing."""
    after = (NORMAL / "after" / name).read_text("utf-8")
    assert normal_form(after) == after


@pytest.mark.parametrize(("folder", "model"), [("audits", AuditFields), ("series", SeriesFields)])
def test_a_publication_in_its_normal_form(folder: str, model: Any) -> None:
    """Records and series of every kind that are written as a new one would be stay as they are."""
    for path in sorted((PUBLICATION / "content" / folder).glob("*.md")):
        text = path.read_text("utf-8")
        assert normal_form(text, model) == text, f"{path.name}: run make fix"


@pytest.mark.parametrize(
    ("record", "line", "said"),
    [
        ("Words.\n", 1, "does not begin with the record's facts"),
        ("---\ntitle: Neglect\n", 1, "do not end"),
        ("---\ntitle: a: b\n---\n", 2, "needs quotation marks"),
        ("---\ntitle: x\n? [a]\n: b\n---\n", 3, "must be one word"),
        ("---\ntitle: x\n---\n\n<<<<<<< HEAD\n", 5, "two versions"),
        ("---\ntitle: \x00\n---\n", 2, "invisible"),
        ("", 0, "is empty"),
    ],
)
def test_what_cannot_be_read_is_refused(record: str, line: int, said: str) -> None:
    """The editor learns why, and on which line, in the words of the check."""
    with pytest.raises(ValueError, match=said) as refused:
        normal_form(record)
    assert getattr(refused.value, "line", None) == line


def read(folder: Path, text: str) -> Document:
    """The document as the check reads it."""
    path = folder / "one.md"
    path.write_bytes(text.encode("utf-8"))
    return read_document(path, "one.md")


def plain(value: Any) -> Any:
    """Without the spaces that nobody reads, and without the order of keys."""
    if isinstance(value, dict):
        return {plain(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if not isinstance(value, str):
        return value
    text = (
        getattr(value, "becomes", None),
        "\n".join(" ".join(line.split()) for line in value.strip().split("\n")),
    )
    return (text[0], re.sub(r"\n{2,}", "\n\n", text[1]))


SIGNS = [*"ab 9'\"#:-,[]{}&*!|>%@`?~=\\\n\t\u00a0é“", "NO", "2019-09-01", ": ", " #"]
texts = st.lists(st.sampled_from(SIGNS), max_size=8).map("".join)


@st.composite
def typed(draw: st.DrawFn) -> str:
    """A value as an editor may type it: bare, in either kind of quotation marks, or on lines of its own."""
    text = draw(texts)
    kind = draw(st.sampled_from(["single", "double", "bare"]))
    if kind == "single":
        return "'" + re.sub(r"\s", " ", text).replace("'", "''") + "'"
    if kind == "double":
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
        return f'"{escaped}"'
    bare = re.sub(r"\W+", " ", text).strip()
    return bare or "x"


notes = st.sampled_from(["", "", "", "  # note {}", " #{}", "\n# above {}", "\n\n  # below {}\n"])
words = typed()
lists = st.lists(typed(), max_size=3).map(lambda many: f"[{', '.join(many)}]") | st.lists(
    st.tuples(words, notes), min_size=1, max_size=3
).map(lambda many: "".join(f"\n  - {value}{note if note[:1] == ' ' else ''}" for value, note in many))
pairs = st.lists(
    st.tuples(st.sampled_from(["what", "due", "on", "why", "cases", "owner"]), words),
    max_size=3,
    unique_by=lambda pair: pair[0],
)
groups = pairs.map(lambda many: "{" + ", ".join(f"{key}: {value}" for key, value in many) + "}")
blocks = st.lists(groups, min_size=1, max_size=3).map(lambda many: "".join(f"\n- {one}" for one in many))
literal = (
    st.text(alphabet="ab #:'-\u00a0", min_size=1, max_size=9)
    .filter(str.strip)
    .map(lambda line: f"|\n   x {line}\n\n   # {line}")
)
folded = st.just(">-\n  one\n  two\n\n  three")
any_value = words | lists | groups | blocks | literal | folded | st.just("")
entries = st.lists(
    st.tuples(st.sampled_from([*AuditFields.model_fields, "x", "Y"]), any_value, notes),
    min_size=1,
    max_size=6,
    unique_by=lambda entry: entry[0],
)
bodies = st.lists(
    st.sampled_from(
        ["", "Words.", "  ", "More  ", "## What worked well", "##Other", "- item", "\tcode", "\u00a0x"]
    ),
    max_size=6,
).map("\n".join)


def compose(keys: list[tuple[str, str, str]], body: str) -> str:
    """A record of these keys, each with its value and a note, numbered so that none is like another."""
    lines = []
    for n, (key, value, note) in enumerate(keys):
        is_below = value.startswith(("\n", "|", ">"))
        beside = "" if is_below and note.startswith(" ") else note.format(n)
        lines.append(f"{key}: {value}".rstrip(" ") + beside)
    return "---\n# first\n" + "\n".join(lines) + "\n# last\n---\n" + body


@given(keys=entries, body=bodies)
@example(keys=[("topics", "[a, # one\n  b] # two", "")], body="")
@example(keys=[("title", '"a\\tb"', ""), ("scope", "'NO'", "")], body="Words.\n")
@example(keys=[("actions", "\n- # in\n  what: x # y\n- {a: 1, # z\n   b: 2} # e", "")], body="")
def test_nothing_is_lost(
    keys: list[tuple[str, str, str]], body: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Facts, notes and words are the same before and after, whatever was typed, and a second run is idle."""
    record = compose(keys, body)
    folder = tmp_path_factory.getbasetemp()
    before = read(folder, record)
    if () in before.spoilt:
        return
    form = normal_form(record)
    after = read(folder, form)
    for key, value in before.fields.items():
        if key not in ("period", "published", "expected", "review"):
            assert plain(without_days(after.fields[key])) == plain(without_days(value))
    assert set(after.lines) == set(before.lines)
    assert after.body.split() == re.sub(r"^ *(##+)(?=\w)", r"\1 ", before.body, flags=re.MULTILINE).split()
    assert notes_in(record) <= notes_in(form)
    assert normal_form(form) == form
    assert "\t" not in form
    assert "\u00a0" not in form


def without_days(value: Any) -> Any:
    """Days and months may be spelt otherwise, and numbers and days lose needless quotation marks."""
    if isinstance(value, dict):
        return {key: inner for key, inner in value.items() if key not in ("due", "on", "cases")}
    return [without_days(inner) for inner in value] if isinstance(value, list) else value


def notes_in(record: str) -> Counter[str]:
    """The numbered notes of a record."""
    return Counter(re.findall(r"# ?(?:first|last|note \d|above \d|below \d)", record))


def test_every_case_that_can_be_read_keeps_its_facts(tmp_path: Path) -> None:
    """Records with mistakes in them keep these, too: mending is for editors."""
    tried = 0
    for case in sorted(CASES.glob("*.md")):
        before = read_document(case, case.name)
        has_odd_key = any("\u00a0" in str(place[-1]) for place in before.lines)
        if () in before.spoilt or ("?",) in before.spoilt or has_odd_key:
            continue
        after = read(tmp_path, normal_form(case.read_bytes().decode("utf-8")))
        assert set(after.lines) == set(before.lines)
        assert re.sub(r"##(?=\w)", "## ", before.body).split() == after.body.split()
        tried += 1
    assert tried > 100
