"""What is asked for of the shipped story fits a terminal of 80 by 24 without scrolling."""

import pytest
from rich.console import Group

from talkscli.lookup import brief, listings, who
from talkscli.lookup.results import Answer
from talkscli.render import profiles, screens, tables
from talkscli.render.console import draw
from talkscli.search.hits import Hit
from talkscli.store import merge

STORE = merge.load().store
REFS = listings.facts(STORE).refs
ROOM = 23  # the prompt needs the last line


def _lines(what: object) -> list[str]:
    return draw(what, 80, colour=False).rstrip("\n").split("\n")  # type: ignore[arg-type]


@pytest.mark.parametrize("fact", STORE.facts, ids=lambda fact: fact.id)
def test_an_answer_fits(fact: object) -> None:
    """The answer has at most eight lines, and is there with its source and what to ask next."""
    related = tuple(Hit(other, 0.4) for other in STORE.facts[:5])
    reply = Answer("why", True, 0.7, {"wy": "why"}, (), fact, related, REFS)  # type: ignore[arg-type]
    lines = _lines(screens.answer(reply))
    assert len([line for line in lines if line.startswith("│")]) <= 8
    assert len(lines) <= ROOM


@pytest.mark.parametrize("entity", STORE.entities, ids=lambda entity: entity.id)
def test_a_profile_fits(entity: object) -> None:
    """Who it is, their words and what they did are seen at once."""
    assert len(_lines(profiles.profile(who.who(STORE, entity.id)))) <= ROOM  # type: ignore[attr-defined]


def test_the_story_and_its_timeline_fit() -> None:
    """So are the story in brief, and what happened when."""
    assert len(_lines(tables.brief(brief.brief(STORE)))) <= ROOM
    assert len(_lines(Group(*tables.timeline(listings.timeline(STORE), of=9)))) <= ROOM
