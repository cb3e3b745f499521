"""One value on one line of YAML, in quotation marks only where it would be read as something else without."""

from __future__ import annotations

import re

import yaml

from publication.audits.source.frontmatter import IN_CURLY

UNFIT = re.compile(r"""^$|^[\s,\[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|:(?:\s|$)|\s\#|\s$""")
"""What begins, ends or holds a sign of YAML's own."""

UNFIT_IN_BRACKETS = re.compile(r"[\[\]{},]|^[?:]|:[?:]")
"""In a list, a colon before another of these signs ends a value for one of PyYAML's two parsers."""

ODD = re.compile(r"[^\S ]|[\x00-\x1f\x7f-\xa0\ufeff\ufffe\uffff\u2028-\u202e\u2066-\u2069]")
"""Signs that nobody sees. Only a value that was typed with a backslash can have them, and so keeps one."""

RESOLVERS = yaml.SafeLoader.yaml_implicit_resolvers


def written(value: str, *, in_brackets: bool, is_free: bool) -> str:
    """The value; with `is_free` it may stay a date or a number, without it must stay text."""
    if not needs_marks(value, in_brackets=in_brackets, is_free=is_free):
        return value
    if ODD.search(value):
        return '"' + re.sub(rf'["\\]|{ODD.pattern}', _escaped, value) + '"'
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def needs_marks(value: str, *, in_brackets: bool, is_free: bool) -> bool:
    """Whether it would not come back as it is, or not as text."""
    if UNFIT.search(value) or ODD.search(value):
        return True
    if in_brackets and UNFIT_IN_BRACKETS.search(value):
        return True
    resolvers = RESOLVERS.get(value[0], ())
    # Without marks of its own the check would take curly ones for a slip.
    return not is_free and bool(IN_CURLY.fullmatch(value) or any(one.match(value) for _, one in resolvers))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}" if sign[0] in '"\\' else f"\\u{ord(sign[0]):04x}"
