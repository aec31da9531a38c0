"""Whether a whole story is asked for, or what happened in a time."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from helpers import fact, store

from talkscli.language.calendar import Span
from talkscli.lookup.ask import ask
from talkscli.lookup.listings import beside
from talkscli.lookup.wording.story import asked_moment, asked_time, asks_for_all, asks_for_list, asks_next
from talkscli.store.files import encode

FIRST, LAST = date.min, date.max
TOLD = store(
    fact("laid", "The first stone was laid.", date="1998-04"),
    fact("built", "The bridge was built.", date="1999/2001"),
    fact("opened", "The bridge was opened.", date="2001-05-16", phrasings=["was it opened in 2001 or 2004"]),
)


@pytest.mark.parametrize(
    "question",
    ["what is this about", "what happened?", "summary", "Summarise the article", "tl;dr", "what is going on",
     "what is the story about", "give me an overview", "what's the news", "tell me everything", "summarise in one sentence",
     "could you give me a summary", "what happened to it", "main points", "key facts", "what are the most important things",
     "what does the article say", "in a nutshell", "takeaways"],
)  # fmt: skip
def test_a_question_for_the_whole_story(question: str) -> None:
    """It names nothing in particular."""
    assert asks_for_all(question)


@pytest.mark.parametrize(
    "question",
    ["", "what happened in Istanbul", "who is this about", "where is the article from", "when did it happen",
     "what is the bridge about", "what happened in May", "what", "about", "summary of the bridge",
     "tell me everything about the bridge", "is everything gone", "what would happen if they did",
     "what could happen", "what happened to them", "what would happen", "what was the message", "the main bridge",
     "what did they say", "key"],
)  # fmt: skip
def test_a_question_for_one_thing(question: str) -> None:
    """A place, a time, a person, a reason is asked for, or nothing at all."""
    assert not asks_for_all(question)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("key dates", "timeline"),
        ("timeline", "timeline"),
        ("show me all quotes", "quotes"),
        ("who said what", "quotes"),
        ("who is mentioned", "who"),
        ("which countries are mentioned", "who"),
        ("list of people", "who"),
        ("people", None),
        ("which countries signed", None),
        ("date of the fair", None),
        ("is this up to date", None),
        ("what did they quote", None),
    ],
)
def test_a_question_for_a_list(question: str, expected: str | None) -> None:
    """No fact is one."""
    assert asks_for_list(question) == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("what happened on Monday", {"monday"}),
        ("what happened 2021", {"2021"}),
        ("what took place last week", {"last", "week"}),
        ("what happened in may", {"may"}),
        ("what may happen", set()),
        ("what happened next", set()),
        ("what day did it happen", set()),
        ("what happened at the fair on Monday", set()),
    ],
)
def test_the_words_for_a_time(question: str, expected: set[str]) -> None:
    """Nothing else is asked for."""
    assert asked_moment(question) == expected


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("what happened in 2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("What happened in June 2021?", date(2021, 6, 1), date(2021, 6, 30)),
        ("what happened on 16 may 2021", date(2021, 5, 16), date(2021, 5, 16)),
        ("before 2021", FIRST, date(2020, 12, 31)),
        ("events until 2021", FIRST, date(2021, 12, 31)),
        ("what took place after March 2021", date(2021, 4, 1), LAST),
        ("what happened since 2021", date(2021, 1, 1), LAST),
        ("between 2014 and 2021", date(2014, 1, 1), date(2021, 12, 31)),
        ("what happened from 2014 to 2021", date(2014, 1, 1), date(2021, 12, 31)),
    ],
)
def test_a_question_for_a_time(question: str, first: date, last: date) -> None:
    """The days are those that its words tell, both ends included."""
    assert asked_time(question) == Span(first, last)


@pytest.mark.parametrize(
    "question",
    ["", "what happened", "what happened in May", "who came in 2021", "why did it happen in 2021", "what happened to the bridge in 2021",
     "how many came in 2021", "was it opened in 2001 or 2004", "what happened in room 2021"],
)  # fmt: skip
def test_a_question_for_something_in_a_time(question: str) -> None:
    """Something else is asked for, or no time."""
    assert asked_time(question) is None


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("what happened in 1998", ["laid"]),
        ("what happened in 2001", ["opened", "built"]),  # what lies within the time comes first
        ("what happened before 2001", ["laid", "built"]),
        ("events from 1998 to 2001", ["laid", "built", "opened"]),
        ("what happened after 2001", []),
        ("what happened in 2004", []),
    ],
)
def test_what_happened_in_a_time_is_told_by_dates(question: str, facts: list[str]) -> None:
    """Whatever the words say; where nothing happened, nothing is the answer."""
    reply = ask(TOLD, question)
    told = [reply.answer, *(hit.fact for hit in reply.related)] if reply.answer else []
    assert [row.id for row in told if row] == facts
    assert reply.answered == bool(facts)
    assert reply.answered or reply.missing


def test_a_store_without_dates_is_searched_by_words() -> None:
    """What an editor did not date may be told all the same."""
    assert ask(store(fact("a", "The mill burned down in 1994."), fact("b", "Reed runs it.")), "in 1994").answered


def test_a_time_is_a_time_line_on_the_screen(talks: Callable[..., Any], tmp_path: Path) -> None:
    """Several events are drawn, one is told as any answer; JSON gives facts as always."""
    path = tmp_path / "store.json"
    path.write_bytes(encode(TOLD))
    assert "●" in talks("ask", "--store", path, "what happened until 2001").out
    assert "stone" in talks("ask", "--store", path, "what happened in 1998").out
    assert json.loads(talks("ask", "--json", "--store", path, "what happened until 2001").out)["answer"]["id"] == "laid"


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("what happened after that?", 1),
        ("What came next", 1),
        ("and then?", 1),
        ("what then", 1),
        ("and what happened before that", -1),
        ("what happened?", 0),
        ("what happened after the fire", 0),
        ("and then the boats?", 0),
    ],
)
def test_what_came_next_is_asked_for(line: str, step: int) -> None:
    """It is not the whole story, whose words say no more."""
    assert asks_next(line) == step
    assert not (step and asks_for_all(line))


def test_what_came_next_is_told_by_the_dates() -> None:
    """The nearest that begins when the last has ended, or ends before it begins; else why there is none."""
    laid, built, opened = TOLD.facts
    assert beside(TOLD, laid, 1).facts == (built,)
    assert beside(TOLD, opened, -1).facts == (laid,)
    assert beside(TOLD, opened, 1).missing == "nothing here is dated later"
    assert beside(TOLD, laid, -1).missing == "nothing here is dated earlier"
    assert beside(TOLD, fact("undated"), 1).missing == "what was told last has no date"
