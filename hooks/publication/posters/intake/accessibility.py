"""What a PDF offers to a reader who does not see it: tags, a language, a title, and words for its pictures.

Only what the file says is read. Whether its tags stand in a good order, and whether the words for a picture
tell what is to be seen, no program can know: so nobody here calls a PDF accessible.
Keys are of ISO 32000-1, 14.7 to 14.9.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from publication.posters.clean.xmp import title_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_TAGS = 100_000  # of 30 pages; a tree that has more, or goes round in a circle, is read no further
_DEEP = 30  # how often a role may stand for another role


@dataclass(frozen=True)
class Access:
    """What was found in a PDF. `bare_pictures` counts those that have a tag but no words in their place.

    `language` is as the file writes it, such as `en-GB`; it and `title` are "" where the file has none.
    """

    has_tags: bool
    language: str
    title: str
    bare_pictures: int

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is not there beside the tags, in words: `("a stated language", "words for 2 pictures")`."""
        pictures = f"words for {self.bare_pictures} picture{'' if self.bare_pictures == 1 else 's'}"
        parts = {"a stated language": self.language, "a title": self.title, pictures: not self.bare_pictures}
        return tuple(words for words, is_there in parts.items() if not is_there)


def access_of(data: bytes) -> Access:
    """Read it off a PDF that PDFium could open. What is not as it should be counts as not there."""
    try:
        with Pdf.open(io.BytesIO(data)) as pdf:
            tagged = has_tags(pdf)
            return Access(
                tagged,
                _text(pdf.Root.get("/Lang")),
                title_of(pdf).strip(),
                _bare_pictures(pdf) if tagged else 0,
            )
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError):
        return Access(has_tags=False, language="", title="", bare_pictures=0)


def has_tags(pdf: Pdf) -> bool:
    """Whether there is a tree of tags that is tied to the pages, and the file says that it holds."""
    tree = pdf.Root.get("/StructTreeRoot")
    marked = pdf.Root.get("/MarkInfo", Dictionary()).get("/Marked", False)
    return bool(marked) and isinstance(tree, Dictionary) and "/ParentTree" in tree and "/K" in tree


def standard_role(role: Any, roles: Any) -> Any:
    """The role that a tag's own role stands for, by the file's map of roles, perhaps in several steps."""
    for _ in range(_DEEP):
        if str(role) not in roles:
            break
        role = roles[str(role)]
    return role


def _text(value: Any) -> str:
    return " ".join(str(value).split()) if isinstance(value, pikepdf.String) else ""


def _bare_pictures(pdf: Pdf) -> int:
    tree = pdf.Root.StructTreeRoot
    roles = tree.get("/RoleMap", Dictionary())
    figures = (tag for tag in _tags(tree) if standard_role(tag.S, roles) == Name.Figure)
    return sum(1 for tag in figures if not (_text(tag.get("/Alt")) or _text(tag.get("/ActualText"))))


def _tags(tree: Any) -> Iterator[Any]:
    waiting, read = [tree.K], 0
    while waiting and read < _MOST_TAGS:
        read += 1
        one = waiting.pop()
        if isinstance(one, Array):
            waiting += list(one)
        elif isinstance(one, Dictionary) and "/S" in one:
            yield one
            waiting.append(one.get("/K", Array()))
