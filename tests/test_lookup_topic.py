"""Requests for whatever there is about something."""

import pytest
from helpers import entity, fact, store

from talkscli.lookup.ask import ask
from talkscli.lookup.wording.topic import topic

PIER = store(
    fact("pier", "The pier of Veldhaven was mended in spring.", about=("veld",)),
    fact("told", "“They told us about the tide,” the smith said.", quote="They told us about the tide"),
    entities=(entity("veld", "Veldhaven", kind="place"),),
)


@pytest.mark.parametrize(
    ("question", "about"),
    [
        ("tell me about the pier", "the pier"),
        ("Give me some details on the pier.", "the pier"),
        ("explain the pier", "the pier"),
        ("more info about Ada Moe", "Ada Moe"),
        ("what is known about the tide?", "the tide"),
        ("how about Veldhaven", "Veldhaven"),
    ],
)
def test_a_request_has_a_topic(question: str, about: str) -> None:
    """Whatever the words are by which one asks."""
    assert topic(question) == about


@pytest.mark.parametrize("question", ["tell me", "what is the pier", "news", "when was it mended", "", "give up"])
def test_a_question_for_something_has_none(question: str) -> None:
    """It has words of its own to be answered."""
    assert topic(question) is None


@pytest.mark.parametrize("question", ["tell me about Veldhaven", "any news on the pier", "describe the pier"])
def test_what_is_asked_about_is_what_answers(question: str) -> None:
    """The words of asking neither stand in the way nor lead to what has them."""
    reply = ask(PIER, question)
    assert reply.answer is not None
    assert reply.answer.id == "pier"


def test_nothing_is_told_about_what_is_not_there() -> None:
    """However it is asked for."""
    assert not ask(PIER, "tell me about the lighthouse").answered
