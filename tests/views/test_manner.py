"""Tests read as a specification."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
FILES = sorted(path for path in TESTS.rglob("test_*.py") if "node_modules" not in path.parts)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.relative_to(TESTS).as_posix())
def test_every_test_names_its_behaviour(file: Path) -> None:
    """Each test has a docstring, of one sentence where one is enough."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), (
                f"{file.name}:{node.lineno}: say which behaviour {node.name} tests"
            )
