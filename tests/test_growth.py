"""The tool that tells whether time grows with the square of a size sees one that does."""

import importlib.util
import re
import signal
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def growth() -> ModuleType:
    """Load the tool, which is no part of the package."""
    path = Path(__file__).parents[1] / "tools" / "growth.py"
    spec = importlib.util.spec_from_file_location("growth", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["growth"] = module
    spec.loader.exec_module(module)
    return module


def test_what_is_excused_is_a_pattern_of_the_package(growth: ModuleType) -> None:
    """An excuse for a pattern that is gone would excuse the next of its name."""
    assert set(growth.BOUNDED) <= {name for name, _ in growth.patterns()}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGVTALRM"), reason="needs timers")
def test_a_steep_pattern_is_told_from_one_that_is_not(growth: ModuleType) -> None:
    """Spaces before a sign are searched from each of them, unless from the first alone."""
    assert any(row.steep for row in growth.drive("x:_GONE", re.compile(r" +x")))
    assert not any(row.steep for row in growth.drive("x:_GONE", re.compile(r"(?<! ) ++x")))
