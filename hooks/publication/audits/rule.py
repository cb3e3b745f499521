"""One rule of a value: the pattern of what is right, and what is said of everything else.

The check reads rules in Python, the form reads them from the published JSON Schema in JavaScript: so a
pattern uses only what both read alike: `[0-9]` for a digit, and no flags.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pydantic_core import PydanticCustomError

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True)
class Rule:
    """What a value must look like.

    `said` says what is wrong, `how` what to do. In both, `{value}` and `{length}` stand for the value and its
    number of characters. `meant` gives better words than `how` where it knows what the editor meant, else "".
    """

    pattern: str
    said: str
    how: str = ""
    meant: Callable[[str], str] | None = None

    @property
    def message(self) -> str:
        """What the JSON Schema says of a value that breaks the rule."""
        return self.said + self.how


def keep(value: str, rules: tuple[Rule, ...]) -> str:
    """The value, if it keeps every rule. Raises a ValueError in the words of the first that it breaks."""
    for rule in rules:
        if not re.search(rule.pattern, value):
            raise wrong(rule.said + ((rule.meant and rule.meant(value)) or rule.how), value)
    return value


def wrong(message: str, value: str = "") -> PydanticCustomError:
    """The error of a value: `message` has `{value}` and `{length}` in it where they are told."""
    return PydanticCustomError("rule", message, {"value": value, "length": len(value)})
