"""Streets and houses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding
from publication.guard.words import are_of_the_field, proper_part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

NUMBER = r"(?<![\w./£-])(?!(?:19|20)\d\d\b)\d{1,4}(?: ?[a-eA-E](?= ))?(?: ?[-/] ?\d{1,4})?"
NAME = r"(?:[A-Z][\w']*\.?)"
ROAD = (
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Grove|Gardens|Mews|Boulevard|Cul-de-Sac|"
    r"Causeway|Parade|"
    r"Rd|Str|Ave|Av|Cres|Gdns|Terr)"
)
WAY = (
    rf"(?:{ROAD}|Way|Court|Place|Square|Hill|Park|Row|Walk|Rise|View|Green|Meadows?|Croft|Mount|Vale|"
    rf"Wharf|Quay|Bank|"
    r"Brow|Fold|Heys?|House|Heights|Tower|Buildings|Villas|Cottages?|Lodge|Farm|Path|Passage|Yard|"
    r"Gate|Side|Top|Ct|Dr|"
    r"Pl|Sq|Ln|Cl|St|Wood|Drv|Estate)"
)
ADDRESS = re.compile(
    rf"(?:(?:Flat|Apartment|Apt\.?|Unit|Room|flat|apartment|room|no\.|No\.) ?\d+[A-Za-z]?,? ?(?:of |at )?)?"
    rf"{NUMBER},? (?:the |The )?(?P<name>{NAME}(?: {NAME}){{0,3}}?) {WAY}(?![\w'])(?!\.\w)"
)
FLAT = re.compile(
    rf"\b(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Cc]aravan|[Pp]lot) \d+[A-Za-z]?,? (?:[Tt]he "
    rf")?(?P<name>{NAME})(?: {NAME})*"
)
A_ROAD = re.compile(
    rf"(?P<name>{NAME}(?: {NAME}){{0,2}}?) (?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|"
    rf"Grove|Gardens)(?![\w'])"
)
AT_HOME = re.compile(
    rf"\b(?:liv(?:es?|ed|ing)|resid(?:es?|ed|ing)|resident|stay(?:s|ed|ing)|home|house|flat|"
    rf"address(?:es)?|mov(?:ed|es|ing)|"
    rf"neighbours?|property|tenancy|accommodation|placed|placement)\b[^.\n;]{{0,24}}? (?:on|in|at|to|"
    rf"from|is|of|off|:) "
    rf"(?:the )?(?P<name>{NAME}(?: {NAME}){{0,2}}?) {ROAD}(?![\w'])"
)

ROADS = frozenset(re.findall("[A-Z][a-z]+", ROAD))
WAYS = frozenset(re.findall("[A-Z][a-z]+", WAY.replace("s?", ""))) | {"Meadows", "Hey", "Cottages"}
A_WAY = re.compile(rf"{WAY}(?![\w'])")

SAID_STREET = (
    "this looks like somebody's address. Remove it, or write the kind of place: a flat, a foster home."
)
SAID_ROAD = (
    "this looks like the name of a street. Leave it out, or write the kind of place: a busy road, a "
    "quiet estate."
)


def streets(passage: Passage) -> Iterator[Finding]:
    """All addresses, and streets without a number; a body that is called by its street is none."""
    text = passage.plain
    if passage.words & WAYS:
        for way in A_WAY.finditer(text):
            yield from _addresses(text, ADDRESS, way.start() - 80, way.end() + 1)
            if way[0] in ROADS:
                yield from _addresses(text, AT_HOME, way.start() - 110, way.end() + 1)
                yield from _roads(text, way)
    if passage.small_words & {"flat", "apartment", "apt", "caravan", "plot"}:
        yield from _addresses(text, FLAT, 0, len(text))


def _addresses(text: str, rule: re.Pattern[str], start: int, end: int) -> Iterator[Finding]:
    for match in rule.finditer(text, max(0, start), end):
        if not are_of_the_field(match["name"]):
            yield Finding(match.start("name") if rule is AT_HOME else match.start(), match.end(), SAID_STREET)


def _roads(text: str, way: re.Match[str]) -> Iterator[Finding]:
    for match in A_ROAD.finditer(text, max(0, way.start() - 45), way.end() + 1):
        following = re.match(r" ([A-Z]\w+)", text[match.end() : match.end() + 25])
        if first := 0 if following else proper_part(match["name"]):
            yield Finding(match.start() + first - 1, match.end(), SAID_ROAD, is_warning=True)
