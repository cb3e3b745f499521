"""Postcodes that are finer than the district."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

AREAS = (
    "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|"
    "EC|EH|EN|EX|FK|"
    "FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|"
    "ML|N|NE|NG|NN|"
    "NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|"
    "TN|TQ|TR|TS|TW|"
    "UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE|ZZ"
)
"""Royal Mail's areas, and ZZ, which the NHS writes where there is none."""

POSTCODE = re.compile(r"(?<![\w/-])[A-Z]{1,2}\d[A-Z\d]? {1,2}\d(?!AM|PM)[A-Z]{2}(?![\w/])")
POSTCODE_TYPED_SMALL = re.compile(
    rf"(?<![\w/.#-])(?:{AREAS})\d[A-Z\d]?(?: \d(?!AM|PM)[A-Z]{{2}}|\d[ABD-HJLNP-UW-Z]{{2}})(?![\w/])",
    re.IGNORECASE,
)
SECTOR = re.compile(rf"(?<![\w/])(?:{AREAS})\d[A-Z\d]? \d(?![\w%/-]|\.\d| ?%)")

INWARD = re.compile(r"\d[A-Za-z]{2}(?!\w)")
"""The second half of a postcode: only where one is, the rules above are tried."""

SAID = "this looks like a whole postcode. Remove it, or keep the first half only, which is the district."


def postcodes(passage: Passage) -> Iterator[Finding]:
    """All whole postcodes; and sectors, where the text says that it speaks of them."""
    text = passage.plain
    found = [
        match
        for inward in INWARD.finditer(text)
        for rule in (POSTCODE, POSTCODE_TYPED_SMALL)
        for match in rule.finditer(text, max(0, inward.start() - 6), inward.end() + 1)
    ]
    if passage.small_words & {"postcode", "postcodes", "post", "sector", "sectors"}:
        found += SECTOR.finditer(text)
    for match in found:
        yield Finding(match.start(), match.end(), SAID)
