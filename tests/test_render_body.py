"""Text that keeps its shape."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.text import Text

from talkscli.lookup.results import Refs
from talkscli.render import screens
from talkscli.render.body import Body, Hanging, has_code
from talkscli.render.cards import Cards
from talkscli.render.console import draw
from talkscli.store.model import Fact

COMMAND = (
    "python3 -m venv .venv && .venv/bin/pip install --requirement requirements.txt && .venv/bin/python -m pytest -q"
)
ANSWER = f"Install it so:\n\n```sh\n{COMMAND}\n```\n\n- a point that is long enough to be wrapped\n- another"


def _shown(text: str, width: int = 30, **more: bool) -> list[str]:
    return draw(Body(Text(text)), width, colour=False, **more).rstrip("\n").split("\n")


def test_a_list_hangs_from_its_marks() -> None:
    """What follows of a point stands under its first word."""
    assert _shown("Points:\n- one that is much too long for a line\n10. ten") == [
        "Points:",
        "- one that is much too long",
        "  for a line",
        "10. ten",
    ]


def test_code_can_be_copied() -> None:
    """A line of code is one line, with nothing before it, however long it is; its fences are not shown."""
    for width in (30, 80):
        for what in (
            screens.told(Fact(id="f", answer=ANSWER), Refs({}, {}), "install"),
            screens.fact(Fact(id="f", answer=ANSWER), Refs({}, {})),
        ):
            for edge in (True, False):
                lines = draw(what, width, colour=False, edge=edge).split("\n")
                assert COMMAND in lines
                assert "```sh" not in "".join(lines)
    assert COMMAND in draw(Cards([[Fact(id="f", answer=ANSWER)]], Refs({}, {})), 140, colour=False)


def test_indented_code_is_code_and_an_indented_point_is_none() -> None:
    """Four spaces after a blank line are code, unless a list goes on there."""
    assert has_code("Run:\n\n    make\n    make install\n\nDone.")
    assert not has_code("- a\n    - b\n")
    assert not has_code("Plain.\nText.")


def test_a_text_hangs_from_its_head() -> None:
    """Further lines stand below the first one's text, or as far in as is asked for."""
    shown = draw(Hanging(Text(" 1  "), Text("What crises has it caused?")), 20, colour=False)
    assert shown.splitlines() == [" 1  What crises has", "    it caused?"]
    shown = draw(Hanging(Text(), Text("Ann Ode, mayor of the town"), indent=2), 20, colour=False)
    assert shown.splitlines() == ["Ann Ode, mayor of", "  the town"]


@pytest.mark.parametrize("colour", [True, False])
def test_no_line_ends_with_a_blank(colour: bool) -> None:
    """Neither where a line is wrapped nor behind a short one, with colours or without; these still end."""
    shown = draw(Body(Text("What crises has it caused?", "bold")), 12, colour=colour)
    assert [re.sub("\x1b\\[[0-9;]*m", "", line) for line in shown.splitlines()] == ["What crises", "has it", "caused?"]
    assert shown.count("\x1b[0m") == 3 * colour


@given(st.text(st.sampled_from("ab -*1.)`\n"), max_size=200), st.integers(10, 60))
def test_no_word_is_lost(text: str, width: int) -> None:
    """Whatever the shape, all words but the fences are there."""
    shown = "".join("".join(_shown(text, width)).split())
    kept = [line for line in text.split("\n") if not line.lstrip().startswith(("```", "~~~"))]
    assert all(word in shown for line in kept for word in line.split() if len(word) < width // 3)
