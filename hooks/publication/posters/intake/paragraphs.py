"""From the raw text of a page to paragraphs and lists that can be read and searched."""

from __future__ import annotations

import re
import unicodedata

_HYPHENS = "\ufffe\u00ad\u0002"  # at a line's end: PDFium's mark, the soft hyphen, PDFium's older mark
_SHAPES = r"[•‣⁃◦∙●○■□▪▫◆◇►▸➢➤✓✔✗✘–—·*\-\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf06f]"
_BULLET = re.compile(rf"{_SHAPES}\s+(?=\S)")
_LONE_BULLET = re.compile(rf"^{_SHAPES}\n(?=\S)", re.MULTILINE)  # its item begins in the next line
_NUMBER = re.compile(r"(?:\d{1,2}|[a-z])[.)]\s+\S")
_LIGATURES = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFB00, 0xFB07)}
"""Only these: NFKC as a whole would also turn "½" into "1/2" and "m²" into "m2"."""

_COMPOUND = re.compile(
    r"(?:^|\W)(?:anti|co|cross|early|ex|face|follow|high|inter|long|low|mid|multi|non|on|one|post|pre|re|risk"
    r"|self|semi|short|single|so|step|sub|third|trauma|two|up|well)-$",
    re.IGNORECASE,
)
"""Words whose hyphen stays when a line ends after it: multi-agency, well-being, follow-up."""

_ADDRESS = re.compile(r"\w\.\w\S*/$")  # a web address that goes on in the next line

_NO_TEXT = {
    "Cc",
    "Cf",
    "Co",
    "Cs",
    "Cn",
}  # controls, invisible, private (icons), halves of characters, unassigned

_HEADING = 0.5  # a line shorter than this part of its block's longest, before a capital, stands for itself
_ENDING = 0.85  # a line shorter than this part that ends a sentence ends its paragraph


def tidy(raw: str) -> str:
    """Paragraphs and lists, with a blank line between them; lists as lines that begin with "- ".

    Lines that were only broken to fit are joined, hyphens at their ends healed, bullets of every shape made
    one, ligatures spelt out. Characters that are no text (controls, private symbols) are dropped, and with
    them paragraphs without a word, which are pictures set as letters. No letter or digit is lost, and tidying
    twice changes nothing.
    """
    blocks = re.split(r"\n\n+", _legible(raw))
    parts = [part for block in blocks for part in _paragraphs(block.split("\n"))]
    parts = [part for part in parts if any(map(str.isalnum, part))]
    tidied = ""
    for before, part in zip(["", *parts], parts, strict=False):
        are_items = before.startswith("- ") and part.startswith("- ")
        tidied += ("\n" if are_items else "\n\n" if tidied else "") + part
    return tidied


def _legible(raw: str) -> str:
    """The text in NFC, with no character that is no text, and no space at a line's ends."""
    text = re.sub(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]", "\n", raw.translate(_LIGATURES))
    text = re.sub(f"[{_HYPHENS}]\n?(?=\\w)", "-\n", text)
    text = "\n".join(map(_legible_line, text.split("\n")))
    return unicodedata.normalize("NFC", _LONE_BULLET.sub("- ", text))


def _legible_line(line: str) -> str:
    line = _BULLET.sub("- ", line.lstrip(), count=1) if _BULLET.match(line.lstrip()) else line
    kept = (" " if c.isspace() else c for c in line if c.isspace() or unicodedata.category(c) not in _NO_TEXT)
    return " ".join("".join(kept).split())


def _paragraphs(lines: list[str]) -> list[str]:
    """The lines of one block, joined where they are of one paragraph or one item."""
    lines = [line for line in lines if line]
    longest = max(map(len, lines), default=0)
    parts: list[str] = []
    for last, line in zip(["", *lines], lines, strict=False):
        if parts and not _begins(line) and _goes_on(last, line, longest):
            parts[-1] = _joined(parts[-1], line)
        else:
            parts.append(line)
    return parts


def _begins(line: str) -> bool:
    return line.startswith("- ") or bool(_NUMBER.match(line))


def _goes_on(line: str, following: str, longest: int) -> bool:
    """Whether the two lines are of one paragraph."""
    if following[0].islower() or line.endswith((",", ";", "-")):
        return True
    is_end = line.endswith((".", "!", "?", ":")) and len(line) < _ENDING * longest
    return not is_end and len(line) >= _HEADING * longest


def _joined(text: str, line: str) -> str:
    if _ADDRESS.search(text) or (_is_wide(text[-1]) and _is_wide(line[0])):
        return text + line
    if not re.search(r"\w-$", text):
        return f"{text} {line}"
    keeps_hyphen = _COMPOUND.search(text) or not line[0].islower()
    return text + line if keeps_hyphen else text[:-1] + line


def _is_wide(character: str) -> bool:
    """Whether it is Chinese or Japanese, which is written without spaces."""
    return unicodedata.east_asian_width(character) == "W"
