"""What may hold an answer though no fact has the words of a question."""

import pytest
from helpers import fact, store

from talkscli.lookup.ask import ask
from talkscli.lookup.refusal import refusal
from talkscli.store.model import Citation, Fact


def under(ident: str, section: str, answer: str) -> Fact:
    """Give a fact that stands under a heading."""
    return fact(ident, answer, citation=Citation(section=section))


REPORT = store(
    under("tide", "The Harbour", "The tide turns twice a day."),
    under("close", "Recommendations to the Port", "The old pier should be closed."),
    under("build", "Recommendations to the Port", "A new crane must be built before winter."),
    under("captain", "The Harbour", "The vessel has a captain, Anna Berg."),
)


@pytest.mark.parametrize("question", ["what are the recommendations", "recommendations", "what does Berg recommend"])
def test_what_stands_under_a_heading_comes_first(question: str) -> None:
    """It is not denied either, as the heading has what is asked for."""
    reply = ask(REPORT, question)
    assert not reply.answered
    assert [hit.fact.id for hit in reply.related][:2] == ["close", "build"]
    assert "does not" not in refusal(reply)
    assert "Nothing here" not in refusal(reply)


def test_words_of_related_meaning_are_near() -> None:
    """Where nothing else is, and each word that no fact has is akin to one of the same fact; a name is akin to none."""
    reply = ask(REPORT, "who is the skipper of the boat")
    assert [hit.fact.id for hit in reply.related] == ["captain"]
    assert "not sure" in refusal(reply)
    for question in ("who sank the boat", "is Zorvath the skipper of the boat"):
        assert "Nothing here says" in refusal(ask(REPORT, question))


def test_no_more_is_near_than_is_wanted() -> None:
    """The number of facts holds for these, too."""
    assert len(ask(REPORT, "what are the recommendations", top=1).related) == 1
