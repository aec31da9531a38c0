"""Why and where: what a bare sentence has to hold to answer."""

import pytest
from helpers import entity, fact, store

from talkscli.lookup.ask import ask

BERG = entity("berg", "Eva Berg", kind="person")
VIK = entity("vik", "Jon Vik", kind="person")


@pytest.mark.parametrize(
    ("sentence", "why", "where"),
    [
        ("Eva Berg sold the ferry.", False, False),
        ("Eva Berg sold the ferry because it leaked.", True, False),
        ("Eva Berg sold the ferry after the storm.", True, False),
        ("Eva Berg sold the ferry in Veldhaven.", False, True),
        ("Eva Berg sold the ferry in 2019.", False, False),
    ],
)
def test_a_sentence_without_a_reason_or_a_place_tells_none(sentence: str, why: bool, where: bool) -> None:
    """However well it fits; a year is no place."""
    of = store(fact("sold", sentence, about=("berg",)), fact("bought", "Jon Vik bought a pier.", about=("vik",)),
               entities=(BERG, VIK))  # fmt: skip
    assert ask(of, "why did Eva Berg sell the ferry").answered is why
    assert ask(of, "where did Eva Berg sell the ferry").answered is where


def test_a_statement_about_another_is_not_affirmed() -> None:
    """No more than a question whether it is so."""
    of = store(fact("sold", "Eva Berg sold the old ferry to the town.", about=("berg",), subject=("berg",)),
               fact("bought", "Jon Vik bought a pier.", about=("vik",), subject=("vik",)), entities=(BERG, VIK))  # fmt: skip
    assert ask(of, "Eva Berg sold the old ferry").answered
    assert not ask(of, "Jon Vik sold the old ferry").answered


@pytest.mark.parametrize("question", ["how much money did Eva Berg earn", "what percentage of the catch was sold"])
def test_a_sum_and_a_share_need_not_be_called_so(question: str) -> None:
    """The sign tells what they are."""
    of = store(
        fact("earned", "For the whole of 2004, Eva Berg earned $3.7bn, down from $3.8bn in 2003.", about=("berg",)),
        fact("share", "Of the catch, 12% was sold.", about=()),
        fact("bought", "Jon Vik bought a pier in spring.", about=("vik",)),
        entities=(BERG, VIK),
    )
    reply = ask(of, question)
    assert reply.answer is not None
    assert reply.answer.id == ("earned" if "Berg" in question else "share")
