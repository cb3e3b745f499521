"""Who publishes stands in one file, which is checked as every record is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from audits.sample import make_project
from publication.audits.catalogue import read_catalogue
from publication.audits.publisher import FILE, Publisher, read_publisher

if TYPE_CHECKING:
    from pathlib import Path

LEAST = """\
name: {name}
short_name: TP
site_name: Learning
description: What audits taught
addresses: {{site: https://example.org/audits}}
colours:
  deep: "#0d4850"
  accent: "#ffc845"
palettes:
  one: {{deep: "#0d4850", mid: "#2b7a80", tint: "#e4f0ef"}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project of no records."""
    return make_project(tmp_path)


def read(root: Path, text: str) -> Publisher:
    """The publisher of a file without mistakes."""
    (root / FILE).write_text(text, "utf-8")
    publisher, problems = read_publisher(root)
    assert publisher is not None, problems
    return publisher


def problems(root: Path, text: str) -> list[str]:
    """What an editor is told of this file."""
    (root / FILE).write_text(text, "utf-8")
    return [str(problem) for problem in read_publisher(root)[1]]


@pytest.mark.parametrize(
    "name",
    [
        "Marches & Isles Partnership",
        "'St Aelwyd''s Partnership'",
        "Partneriaeth Diogelu Plant Dyffryn Ŵyn a'r Cylch",
        "Partnerstwo Łódź-Żółć",
        "A partnership of safeguarding partners whose name in full is just 80 signs long.",
    ],
)
def test_any_name(root: Path, name: str) -> None:
    """Names are text as it was typed."""
    assert read(root, LEAST.format(name=name)).name == name.strip("'").replace("''", "'")


def test_what_is_left_out(root: Path) -> None:
    """Nobody need be named, and there need be no repository; the site's address ends in a slash."""
    publisher = read(root, LEAST.format(name="P"))
    assert set(publisher.contact.model_dump().values()) == {None}
    assert publisher.addresses.model_dump() == {"site": "https://example.org/audits/", "repository": None}


def test_every_mistake_at_its_line(root: Path) -> None:
    """One message a mistake, with what to write."""
    text = (
        LEAST.format(name="[P]")
        .replace("site_name", "sitename")
        .replace("https://example.org/audits", "example.org")
        .replace('"#0d4850"\n', "#0d4850\n", 1)
        .replace('"#ffc845"', '"yellow"')
        .replace('"#2b7a80"', '"#2b7"')
        + "contact: {email: audits at example, telephone: none}\n"
    )
    assert problems(root, text) == [
        f"{FILE}:7: what stands behind # is a note, and left out. Put quotation marks around the value, or a "
        "space behind the #.",
        f"{FILE}:1: 'name' must be text, not a list or a group.",
        f"{FILE}:1: 'site_name' is missing. Add it.",
        f"{FILE}:11: 'audits at example' is not an e-mail address. Write one: audits@partnership.example",
        f"{FILE}:11: 'none' is not a telephone number. Write digits and spaces: 0151 496 0000",
        f"{FILE}:5: 'example.org' is not a whole address. Write it with https://, and without ? or #.",
        f"{FILE}:8: 'yellow' is not a colour. Write # and six digits from 0 to 9 and a to f, in quotation "
        'marks: "#1d4070"',
        f"{FILE}:10: '#2b7' is not written as colours are here. Write: \"#22bb77\"",
        f"{FILE}:3: 'sitename' is not known here. Did you mean 'site_name'?",
    ]


def test_a_colour_that_cannot_reach_aaa(root: Path) -> None:
    """Each at its line, with its contrast and a shade that is fit."""
    text = LEAST.format(name="P").replace('deep: "#0d4850"\n', 'deep: "#5d9aa0"\n')
    text = text.replace('"#ffc845"', '"#aa0000"').replace('"#2b7a80"', '"#cccccc"')
    assert problems(root, text) == [
        f"{FILE}:7: '#5d9aa0' is too light for white text on it: the contrast is 3.0, and AAA asks for 7. "
        'Write: "#34565a"',
        f"{FILE}:8: '#aa0000' is too dark for dark text on it: the contrast is 1.9, and AAA asks for 7. "
        'Write: "#e2a8a8"',
        f"{FILE}:10: '#cccccc' is too light to show on white: the contrast is 1.6, and AAA asks for 3. "
        'Write: "#939393"',
        f"{FILE}:10: '#e4f0ef' is too dark for text on it: the contrast is 6.9, and AAA asks for 7. "
        'Write: "#e8f2f1"',
    ]


def test_without_the_file(root: Path) -> None:
    """One message, and none of a series whose palette cannot be known then."""
    (root / FILE).unlink()
    (root / "content/audits/x.md").unlink(missing_ok=True)
    found = [str(problem) for problem in read_catalogue(root)[1]]
    assert found[0] == f"{FILE}: is missing. Put the file back."
    assert not any("palette" in problem for problem in found)


def test_the_environment_goes_first(root: Path) -> None:
    """A workflow knows where it publishes; a variable that is empty says nothing."""
    publisher = read(root, LEAST.format(name="P"))
    told = {"SITE_URL": "https://a.example/b", "REPO_URL": "https://github.com/a/b"}
    assert publisher.at(told).addresses.model_dump() == {
        "site": "https://a.example/b/",
        "repository": "https://github.com/a/b",
    }
    assert publisher.at({"SITE_URL": "", "REPO_URL": ""}) == publisher


def test_the_short_name_is_an_acronym(root: Path) -> None:
    """Pages expand it, though the vocabulary has not got it; a short name of two words is none."""
    (root / FILE).write_text(LEAST.format(name="The Partnership"), "utf-8")
    assert read_catalogue(root)[0].vocabulary.acronyms["TP"] == "The Partnership"
    (root / FILE).write_text(LEAST.format(name="P").replace("TP", "Our Partners"), "utf-8")
    assert "Our Partners" not in read_catalogue(root)[0].vocabulary.acronyms


def test_what_makes_it_another_publication(root: Path) -> None:
    """Another name or colour does; a new person to ask, another address and another series do not."""
    publisher = read(root, LEAST.format(name="P"))
    same = LEAST.format(name="P").replace("example.org", "example.com") + "contact: {name: A team}\n"
    assert read(root, same).digest == publisher.digest
    assert read(root, LEAST.format(name="Q")).digest != publisher.digest
    assert read(root, LEAST.format(name="P").replace("#ffc845", "#ffc846")).digest != publisher.digest
