"""Imports point one way, and each library is known to one package."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
ORDER = [
    ("publication.audits",),
    ("publication.posters",),
    ("publication.guard",),
    ("publication.views",),
    ("publication.changes", "publication.checks", "publication.editors", "publication.preview"),
    ("publication.build",),
    ("publication.cli",),
]
"""From the records to the flow. The hook and the command line stand above all, beside each other."""

TOP = "publish"
OWNERS = {
    "mkdocs": ("publish",),
    "yaml": ("publication.audits",),
    "PIL": ("publication.posters",),
    "typst": ("publication.posters",),
    "pypdfium2": ("publication.posters",),
    "pikepdf": ("publication.posters",),
    "phonenumbers": ("publication.guard",),
    "stdnum": ("publication.guard",),
}


def name_of(file: Path) -> str:
    """The module that a file is."""
    return ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")


MODULES = {name_of(file): file for file in sorted(HOOKS.rglob("*.py"))}


def imports_of(module: str) -> set[str]:
    """Every module that it imports, also for types only and inside of functions."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(MODULES[module].read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} has a relative import: write it in full"
            assert node.module is not None
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= (inner & MODULES.keys()) or {node.module}
    return found


def rank(module: str) -> int:
    """How far a module is from the records; -1 for what may be imported anywhere."""
    if module == TOP:
        return len(ORDER)
    return next((n for n, row in enumerate(ORDER) if any(is_in(module, package) for package in row)), -1)


def is_in(module: str, package: str) -> bool:
    """Whether it is this package, or lies in it."""
    return f"{module}.".startswith(f"{package}.")


def test_every_module_has_its_place() -> None:
    """A new package is put in the order before it is used."""
    assert [module for module in MODULES if rank(module) < 0] == ["publication"]


@pytest.mark.parametrize("module", MODULES)
def test_imports_point_towards_the_records(module: str) -> None:
    """In the order above, and nothing backwards."""
    for imported in imports_of(module):
        assert rank(imported) <= rank(module), f"{module} imports {imported}"
        assert imported != TOP, f"{module} imports {imported}"
        assert "publication.cli" not in imported or module.startswith("publication.cli"), (
            f"{module} imports {imported}"
        )


@pytest.mark.parametrize("module", MODULES)
def test_libraries_have_one_owner(module: str) -> None:
    """Leaving a library means rewriting one package."""
    for imported in imports_of(module):
        owners = OWNERS.get(imported.partition(".")[0])
        assert owners is None or any(is_in(module, owner) for owner in owners), f"{module} imports {imported}"


@pytest.mark.parametrize("library", OWNERS)
def test_each_owner_uses_its_library(library: str) -> None:
    """The list of owners is not out of date."""
    used = {imported.partition(".")[0] for module in MODULES for imported in imports_of(module)}
    assert library in used
