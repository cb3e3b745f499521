"""What the guide and the snippets say of fields, from what is declared: `python tests/guide/declared.py`.

Writes the table of fields in CONTRIBUTING.md, and the facts of each snippet of a whole record.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).parents[2]
sys.path[:0] = [str(PROJECT / "hooks")]

from publication.audits.about import Declared, declared  # noqa: E402
from publication.audits.record import AuditFields  # noqa: E402

if TYPE_CHECKING:
    from publication.audits.fields import Fields

GUIDE = PROJECT / "CONTRIBUTING.md"
SNIPPETS = PROJECT / ".vscode/audits.code-snippets"
HEAD = "| field | what to write | with which status |\n| --- | --- | --- |\n"
EXTRA = {"coming-soon": ("expected", "scope")}
"""Fields that a snippet offers beside those that a record with this status must have."""


def guide(text: str) -> str:
    """The guide with the table of fields as it is declared."""
    before, _, after = text.partition(HEAD)
    return (
        before + HEAD + "".join(map(_row, declared(AuditFields).values())) + after[after.index("\n\n") + 1 :]
    )


def _row(field: Declared) -> str:
    return f"| `{field.key}` | {_what(field)} | {_when(field)} |\n"


def _what(field: Declared) -> str:
    """The name where it says more than the key, the hint, the words to choose from, what is in a group."""
    sentences = [] if field.label.lower() == field.key else [field.label]
    sentences.append(field.hint.removesuffix("."))
    if field.choices:
        sentences.append(f"One of {_codes(field.choices)}")
    if field.words and field.is_list:
        sentences.append("Words of `content/vocabulary.yml`, in square brackets")
    if field.words and not field.is_list:
        sentences.append(f"The {field.about.example}")
    if field.group and field.is_list:
        sentences.append(f"A list; each entry has {_inner(field.group)}")
    if field.about.example[:1] in ("[", "{") and not field.words:
        sentences.append(f"For example: `{field.about.example}`")
    if field.about.goes_with:
        sentences.append(f"Only with `{field.about.goes_with}`")
    return ". ".join(filter(None, sentences))


def _when(field: Declared) -> str:
    """The statuses with which a record must have the field or may have it."""
    about = field.about
    if field.is_required:
        return "needed"
    if about.needed:
        return f"needed: {_codes(about.needed)}"
    return _codes(about.statuses) if about.statuses else "any"


def _inner(group: type[Fields]) -> str:
    """The fields of a group, with the words that they are chosen from."""
    named = declared(group).values()
    return ", ".join(f"`{one.key}`{f' ({_codes(one.choices)})' if one.choices else ''}" for one in named)


def _codes(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def snippets(known: dict[str, Any]) -> dict[str, Any]:
    """The snippets; those of a whole record have the facts that their status needs."""
    return {name: {**one, "body": _body(one["body"])} for name, one in known.items()}


def _body(lines: list[str]) -> list[str]:
    if lines[0] != "---":
        return lines
    end = lines.index("---", 1)
    status = next(line.removeprefix("status: ") for line in lines if line.startswith("status: "))
    facts, number = [], 0
    for key, field in declared(AuditFields).items():
        if key == "status":
            facts.append(f"status: {status}")
        elif field.is_required or status in field.about.needed or key in EXTRA.get(status, ()):
            number += 1
            hole = f"${{{number}:{field.about.example.strip('[]')}}}"
            facts.append(f"{key}: [{hole}]" if field.is_list else f"{key}: {hole}")
    below = "\n".join(lines[end:])
    for old in dict.fromkeys(re.findall(r"\$\{([1-9]\d*):", below)):
        number += 1
        below = below.replace(f"${{{old}:", f"${{#{number}:")
    return ["---", *facts, *below.replace("${#", "${").split("\n")]


if __name__ == "__main__":
    GUIDE.write_text(guide(GUIDE.read_text("utf-8")), "utf-8")
    made = snippets(json.loads(SNIPPETS.read_text("utf-8")))
    SNIPPETS.write_text(json.dumps(made, ensure_ascii=False, indent=2) + "\n", "utf-8")
