"""Docstrings say what a function does, in a form that tools and people read alike."""

import ast
import inspect
import re
from pathlib import Path

import pytest

import talkscli

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


@pytest.mark.parametrize("name", [name for name in talkscli.__all__ if inspect.isfunction(getattr(talkscli, name))])
def test_what_others_call_is_told_whole(name: str) -> None:
    """A function of the library tells each argument, its result, and what it raises where it raises anything."""
    function = getattr(talkscli, name)
    told = inspect.getdoc(function) or ""
    assert "\nReturns:\n" in told
    for argument in inspect.signature(function).parameters:
        assert re.search(rf"\n    {argument}: ", told), argument
    if "raise " in inspect.getsource(function):
        assert "\nRaises:\n" in told


def _half_told() -> list[str]:
    found = []
    for path in sorted(SOURCES.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            told = isinstance(node, ast.FunctionDef) and ast.get_docstring(node)
            if not isinstance(node, ast.FunctionDef) or not told or "\nArgs:\n" not in told:
                continue
            named = [a.arg for a in (*node.args.args, *node.args.kwonlyargs) if a.arg not in ("self", "cls")]
            found += [f"{node.name}: {name}" for name in named if f"\n    {name}: " not in told]
    return found


def test_arguments_are_told_all_or_none() -> None:
    """Where a docstring tells of one argument, it tells of all."""
    assert _half_told() == []
