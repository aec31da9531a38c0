"""Why and where: what a bare sentence has to hold to answer."""

import pytest
from helpers import entity, fact, store

from talkscli.lookup.ask import ask
from talkscli.store.model import Citation

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


def test_whom_somebody_works_for_tells_where() -> None:
    """As well as a town."""
    of = store(fact("works", "Eva Berg now works for Vintra.", about=("berg",)),
               fact("bought", "Jon Vik bought a pier.", about=("vik",)), entities=(BERG, VIK))  # fmt: skip
    assert ask(of, "where does Eva Berg work now").answered


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


def test_who_did_it_is_not_told_by_what_was_done() -> None:
    """Somebody was shot: by whom, nothing says; by whom, something does."""
    shot = fact("shot", "Jon Vik was shot dead in 1996.", about=("vik",))
    assert not ask(store(shot, entities=(VIK, BERG)), "who shot Jon Vik").answered
    told = fact("shot", "Jon Vik was shot dead by Eva Berg.", about=("vik", "berg"))
    assert ask(store(told, entities=(VIK, BERG)), "who shot Jon Vik").answered


@pytest.mark.parametrize(
    ("sentence", "tells"),
    [
        ("Jon Vik made a leap of 17.30m.", False),
        ("Jon Vik, 26, made a leap.", True),
        ("The 26-year-old Jon Vik made a leap.", True),
        ("Jon Vik, aged 26, made a leap.", True),
    ],
)
def test_an_age_is_told_as_ages_are(sentence: str, tells: bool) -> None:
    """Any other number is none."""
    assert ask(store(fact("leap", sentence, about=("vik",)), entities=(VIK,)), "how old is Jon Vik").answered is tells


@pytest.mark.parametrize(
    "time", ["on Friday", "at 0900 GMT", "at 7.30pm", "at 7.30 p.m.", "tomorrow", "next week", "at noon"]
)
def test_a_time_need_not_have_a_date(time: str) -> None:
    """A weekday, an hour and "tomorrow" tell when, too."""
    of = store(fact("opens", f"The new pier opens {time}.", about=()), fact("bought", "Jon Vik bought a pier.", about=("vik",)),
               entities=(VIK,))  # fmt: skip
    reply = ask(of, "when does the new pier open")
    assert reply.answer is not None
    assert reply.answer.id == "opens"


def test_what_is_told_twice_is_shown_once() -> None:
    """A sentence with two dates is two facts, for the time line."""
    told = "The pier was built in 1960 and mended in 1991."
    place = Citation(section="Piers", paragraph=1)
    of = store(fact("a", told, date="1960", citation=place), fact("b", told, date="1991", citation=place))
    reply = ask(of, "when was the pier built")
    assert reply.answer is not None
    assert [hit.fact.answer for hit in reply.related].count(told) == 0
