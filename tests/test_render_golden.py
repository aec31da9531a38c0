"""The screens, word for word, at three widths.

After a change that is wanted: TALKS_GOLDEN=write pytest tests/test_render_golden.py
"""

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from rich.console import Group

from talkscli.lookup import brief, listings, who
from talkscli.lookup.results import Answer
from talkscli.render import axis, profiles, screens, tables
from talkscli.render.clean import encoded
from talkscli.render.console import draw
from talkscli.search.hits import Hit, Match
from talkscli.store import merge
from talkscli.store.model import Fact

GOLDEN = Path(__file__).parent / "golden"
LIBRARY = merge.load([GOLDEN / "store.json"])
STORE = LIBRARY.store
FACTS: dict[str, Fact] = {fact.id: fact for fact in STORE.facts}
REFS = listings.facts(STORE).refs


def _answer(answered: bool) -> Answer:
    hits = tuple(Hit(FACTS[i], c) for i, c in (("blockade", 0.41), ("brandt-quote", 0.2), ("bare", 0.008)))
    explained = (
        Match("why", None, "not covered", 0.1, 0.0),
        Match("hrabour", "harbour", "spelling", 0.6, 0.8),
        Match("truce", "ceasefire", "synonym", 0.3, 0.7),
    )
    read_as = {"hrabour": "harbour"}
    fact = FACTS["why-failed"] if answered else None
    return Answer("why hrabour truce", answered, 0.93 if answered else 0.41, read_as, (), fact, hits, REFS, explained)


def _sources() -> Any:
    return tables.sources([replace(row, file="store.json") for row in listings.sources(LIBRARY)])


SCREENS: dict[str, Callable[[], Any]] = {
    "ask": lambda: screens.answer(_answer(answered=True), explain=True),
    "ask-declined": lambda: screens.answer(_answer(answered=False)),
    "ask-unsure": lambda: screens.answer(replace(_answer(answered=True), confidence=0.6)),
    "ask-full": lambda: screens.answer(_answer(answered=True), full=True),
    "timeline": lambda: Group(*tables.timeline(listings.timeline(STORE), of=4)),
    "timeline-details": lambda: Group(*tables.timeline(listings.timeline(STORE), of=4, details=True)),
    "brief": lambda: tables.brief(brief.brief(STORE)),
    "who": lambda: tables.everyone(who.everyone(STORE)),
    "who-alva": lambda: profiles.profile(who.who(STORE, "alva")),
    "who-alva-full": lambda: profiles.profile(who.who(STORE, "alva"), explain=True, full=True),
    "who-near": lambda: profiles.profile(who.who(STORE, "norlabel")),
    "who-misspelled": lambda: profiles.profile(who.who(STORE, "brant")),
    "faq": lambda: Group(*tables.listing(listings.faq(STORE))),
    "quotes": lambda: Group(*tables.listing(listings.quotes(STORE), quotes=True)),
    "facts": lambda: Group(*tables.listing(listings.facts(STORE))),
    "sources": _sources,
    "show": lambda: screens.fact(FACTS["why-failed"], REFS),
}


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("screen", SCREENS)
def test_the_screen_looks_as_agreed(screen: str, width: int) -> None:
    """A screen at this width is what somebody looked at and found good."""
    shown = draw(SCREENS[screen](), width, colour=False)
    file = GOLDEN / f"{screen}-{width}.txt"
    if os.environ.get("TALKS_GOLDEN") == "write":
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


def test_a_screen_without_unicode_looks_as_agreed() -> None:
    """In ASCII the axis and the frames are drawn with what every terminal has."""
    shown = encoded(draw(SCREENS["timeline"](), 80, colour=False, encoding="ascii"), "ascii").decode()
    file = GOLDEN / "timeline-ascii.txt"
    if os.environ.get("TALKS_GOLDEN") == "write":
        file.write_text(shown, encoding="utf-8")
    assert shown == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("width", [30, 47, 80])
def test_every_word_is_whole_in_a_pipe(screen: str, width: int) -> None:
    """However narrow a pipe claims to be, no word, no name and no id is broken or cropped.

    Where there is no room for an axis there is none, nor what its signs mean.
    """
    piped, wide = draw(SCREENS[screen](), width, colour=False, edge=False), draw(SCREENS[screen](), 99, colour=False)
    if "├" in wide and "├" not in piped:
        signs = "   ".join(axis._MEANING.values()).split()
        assert set(_words(wide)) - set(signs) <= set(_words(piped))
    else:
        assert _words(piped) == _words(wide)


def _words(shown: str) -> list[str]:
    """The words of a screen, without frames, and without the axis and its dates, which are others at another width."""
    lines = shown.split("\n")
    drawn = next((at for at, line in enumerate(lines) if "├" in line), None)
    if drawn is not None:
        margin, end = lines[drawn].index("├"), lines.index("", drawn)
        lines = [*lines[: drawn - 1], *(line[margin:] for line in lines[drawn + 1 : end]), *lines[end:]]
    told = re.sub("[─╭╮╰╯│●╌━]", " ", "\n".join(lines))
    return sorted(told.split())


@pytest.mark.parametrize("screen", SCREENS)
def test_colour_changes_no_word(screen: str) -> None:
    """With colour a screen says the same as without."""
    coloured = draw(SCREENS[screen](), 80, colour=True)
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured).split() == draw(SCREENS[screen](), 80, colour=False).split()


@pytest.mark.parametrize("screen", SCREENS)
def test_no_colour_is_hard_coded(screen: str) -> None:
    """Only the terminal's own colours are used, and neither its black nor its white: both backgrounds are legible."""
    runs = re.findall(r"\x1b\[([\d;]*)m", draw(SCREENS[screen](), 80, colour=True))
    codes = {code for run in runs for code in run.split(";")}
    assert codes <= {"0", "1", "2", "3", "31", "32", "33", "35", "36"}


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
def test_a_long_list_in_parts_looks_the_same(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    """Where a list is laid out in parts, one can't see where they meet."""
    whole = draw(SCREENS["facts"](), 80, colour=False, encoding=encoding)
    monkeypatch.setattr(tables, "PART", 3)
    assert len(tables.listing(listings.facts(STORE))) == 7
    assert draw(SCREENS["facts"](), 80, colour=False, encoding=encoding) == whole
