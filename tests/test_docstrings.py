"""Docstrings say what a function does, in a form that tools and people read alike."""

import ast
from pathlib import Path

import pytest

SOURCES = Path(__file__).parents[1] / "src" / "talkscli"


def given(path: Path) -> list[str]:
    """List the docstrings of a module that begin with "Give", with their lines."""
    nodes = [
        node
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
    ]
    return [
        f"{path.relative_to(SOURCES)}:{node.lineno} {node.name}"
        for node in nodes
        if not node.name.startswith("_") and (ast.get_docstring(node) or "").startswith("Give")
    ]


@pytest.mark.parametrize(
    "room",
    [path.name for path in sorted(SOURCES.iterdir()) if path.suffix == ".py" or (path / "__init__.py").exists()],
)
def test_a_docstring_says_more_than_give(room: str) -> None:
    """A docstring says what is done, taken, returned and raised; that something is given says nothing."""
    place = SOURCES / room
    assert [row for path in sorted([place] if place.suffix else place.rglob("*.py")) for row in given(path)] == []
