"""How to reach one person: telephone numbers, e-mail addresses, social media."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from publication.guard.finding import Finding
from publication.guard.words import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.guard.passage import Passage

NUMBER = re.compile(r"(?<![\w./-])(?:\+\s?44|0044|\(?0)[\d ().\-/]{7,}\d(?!\w)")
"""What may be a telephone number. Only what looks like this is worth loading the library for."""

DAY = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d(?!\d)")
OF_SERVICES = re.compile(r"(?:0|44)(?:800|808|3\d\d)")
"""Freephone and UK-wide numbers: Ofcom gives them to organisations, never to a person's home or pocket."""

EMAIL = re.compile(
    r"(?<![\w.+-])([\w.+'-]+) ?(?:@|\(at\)|\[at\]| at (?=[\w.-]+ (?:dot|\[dot\]|\(dot\)) ))"
    r" ?((?:[a-z0-9-]+ ?(?:\.|\[dot\]|\(dot\)| dot ) ?)+[a-z]{2,})(?![\w@])"
)
PLATFORMS = (
    "facebook|instagram|insta|tiktok|tik tok|snapchat|snap|twitter|discord|roblox|xbox|psn|"
    "playstation|telegram|"
    "whatsapp|kik|youtube|twitch|reddit|threads|linkedin|fortnite|steam|gamertag|onlyfans|wink|yubo|"
    "omegle|bereal"
)
PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)?(?:(?:facebook|instagram|tiktok|snapchat|twitter|x|youtube|linkedin|"
    r"threads|reddit|"
    r"twitch|onlyfans|roblox|pinterest|tumblr|vk)\.(?:com|net|tv)|fb\.(?:com|me)|t\.me|wa\.me|"
    r"discord\.gg|youtu\.be"
    r"|bsky\.app)/[@\w.%?=&/-]*[\w=]"
)
HANDLE = re.compile(r"(?:^[\w-]+: @)|(?<![\w.@/])(?P<name>@[A-Za-z_][\w.]{1,28}\w)(?!@)", re.MULTILINE)
"""An @ at the start of a fact's value is told by the reader of facts: without quotation marks it is none."""

ACCOUNT = re.compile(
    rf"\b(?:{PLATFORMS}|username|user name|user-name|screen name|gamer ?tag|handle|online name)\b"
    r"[^.\n;]{0,30}?(?<![\w@.])((?=[a-z0-9_.]*[\d_.][a-z0-9_.]*[a-z0-9])[a-z][a-z0-9]*[a-z0-9_.]*[a-z0-9_])(?!\w)"
)
"""A platform, then a word as only accounts are called: with a digit, a low line or a point in it."""

SITES = (".com/", ".me/", ".gg/", ".be/", ".tv/", ".net/", ".app/")
ODD_WORD = re.compile(r"[a-z][\d_]|[a-z]\.[a-z0-9]|\d[a-z_]")
ACCOUNT_WORDS = frozenset(re.findall("[a-z]+", PLATFORMS)) | {
    "username",
    "user",
    "screen",
    "gamer",
    "handle",
    "online",
}


def contacts(passage: Passage) -> Iterator[Finding]:
    """All ways to reach a person; mailboxes and numbers of roles and services are none."""
    text, lower = passage.plain, passage.lower
    for start, end in _telephones(passage):
        yield Finding(start, end, "this looks like a telephone number. Remove it.")
    if "@" in text or "at)" in lower or "at]" in lower or " dot " in lower:
        for match in EMAIL.finditer(lower):
            if not _is_role(text[match.start(1) : match.end(1)]):
                said = "this looks like the e-mail address of a person. Write that of a role, or remove it."
                yield Finding(match.start(), match.end(), said)
        for match in HANDLE.finditer(text):
            if match["name"]:
                yield _social(match.start(), match.end())
    if any(site in lower for site in SITES):
        for match in PROFILE.finditer(lower):
            yield _social(match.start(), match.end())
    accounts = (
        ACCOUNT.finditer(lower) if passage.small_words & ACCOUNT_WORDS and ODD_WORD.search(lower) else ()
    )
    for match in accounts:
        if not re.fullmatch(r"[a-z]+(?:\.(?:com|uk|org|net|gov|pdf|md))+|[a-z]{1,2}\d{1,2}", match[1]):
            yield _social(match.start(1), match.end(1))


def _social(start: int, end: int) -> Finding:
    said = "this looks like somebody's account on social media. Write the kind of site only: a video app."
    return Finding(start, end, said)


def _telephones(passage: Passage) -> Iterator[tuple[int, int]]:
    """British numbers of 10 or 11 digits from the 0. `VALID` would miss those that Ofcom keeps free."""
    for start, end in passage.long_numbers:
        candidate = NUMBER.search(passage.plain, max(0, start - 3), end + 1)
        if not candidate or DAY.match(candidate[0]) or len(re.sub(r"\D", "", candidate[0])) < 10:
            continue
        from phonenumbers import Leniency, PhoneNumberMatcher

        for match in PhoneNumberMatcher(candidate[0], "GB", leniency=Leniency.POSSIBLE):
            digits = re.sub(r"\D", "", match.raw_string.replace("(0)", ""))
            national = re.sub(r"^(?:00)?44", "0", digits)
            is_british = match.number.country_code == 44 and national.startswith("0")
            if is_british and len(national) in (10, 11) and not OF_SERVICES.match(national):
                yield candidate.start() + match.start, candidate.start() + match.end


def _is_role(mailbox: str) -> bool:
    """`safeguarding.board@` is a role's: each word of it is."""
    parts = re.split(r"[._+-]|\d+|(?<=[a-z])(?=[A-Z])", mailbox)
    return all(part.lower() in words("role_words") for part in parts if part)
