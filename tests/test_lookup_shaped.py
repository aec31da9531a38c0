"""What is known by its shape."""

import pytest
from helpers import fact, store

from talkscli.lookup.ask import ask

PORT = store(
    fact("trust", "The piers go to the Harbour Affairs and Lights Trust (HALT) in spring."),
    fact("call", "Write to pier@kella.example or dial 212-555-0194 before noon."),
    fact("pages", "HALT had 1998-2001 an office on the pier (pp. 20-31)."),
    fact("crane", "The new crane of the yard (NAP) is green."),
)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what does HALT stand for", "trust"),
        ("what is HALT short for?", "trust"),
        ("what phone number do i call", "call"),
        ("is there a phone number?", "call"),
        ("which e-mail address do I write to", "call"),
    ],
)
def test_a_shape_answers(question: str, answer: str) -> None:
    """An abbreviation behind its words, and what looks like a number to call or an address to write to."""
    reply = ask(PORT, question)
    assert reply.answer is not None
    assert reply.answer.id == answer


@pytest.mark.parametrize(
    "question",
    ["what does NAP stand for", "what does ZORV stand for", "what phone number does the mayor of Tumble have"],
)
def test_another_shape_does_not(question: str) -> None:
    """The letters are those of the words, and nothing else is asked for."""
    assert not ask(PORT, question).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("address", True),
        ("where are you", True),
        ("where are you located?", True),
        ("how do i find you", True),
        ("what is your postal address", True),
        ("where are you from", False),
        ("how do you find out", False),
        ("address of the mayor of Tumble", False),
        ("email address", False),
    ],
)
def test_a_street_tells_where_somebody_is(question: str, told: bool) -> None:
    """Asked for an address and no more, a fact with a street and its number answers, or one with a postcode."""
    site = fact("site", "Harbour Trust, 32 Old Pier Street, Kella KL1 4LN")
    reply = ask(store(*PORT.facts, site), question)
    assert (reply.answer is not None and reply.answer.id == "site") is told


def test_a_pair_tells_better_where_somebody_is() -> None:
    """What was written as the answer to such a question stays it."""
    pair = fact("pair", "At the corner of the old pier.", question="Where are you located?")
    assert ask(store(pair, fact("other", "Park at 12 Mill Road.")), "where are you located").answer == pair


def test_one_number_among_several_is_not_sure() -> None:
    """Which of them is meant cannot be told."""
    more = fact("night", "At night dial 212-555-0195.")
    assert ask(store(*PORT.facts, more), "what phone number do i call").confidence < 0.7


@pytest.mark.parametrize(
    ("question", "told"),
    [("ticket price", True), ("price", True), ("fees", True), ("how much are tickets", True), ("dog price", False),
     ("refund", False), ("how much are dogs", False)],
)  # fmt: skip
def test_the_pair_that_asks_what_it_costs_has_the_price(question: str, told: bool) -> None:
    """In whatever words that is asked; of what has no price here nothing is told."""
    cost = fact("cost", "A donation of $2 is asked for.", question="How much does it cost?")
    kept = fact("kept", "No, seats cannot be kept.", question="Can I keep a seat?")
    assert ask(store(cost, kept), question).answered is told


@pytest.mark.parametrize(
    ("question", "told"), [("contact", True), ("how do i reach you", True), ("contact sport", False)]
)
def test_whoever_wants_to_reach_somebody_gets_the_address(question: str, *, told: bool) -> None:
    """What only tells that somebody will be contacted is no way to do so."""
    will = fact("will", "We will contact you with a new date.", question="What if the date is gone?")
    mail = fact("mail", "Write to pier@kella.example.", question="What if I come later?")
    reply = ask(store(will, mail), question)
    assert (reply.answer is not None and reply.answer.id == "mail") is told
