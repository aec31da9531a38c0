"""When a place is open is known by days of the week beside times of day."""

import pytest
from helpers import engine, fact, store

from talkscli.lookup.ask import ask

HOURS = "Mon-Fri 9:00 AM - 5:00 PM, Saturday 10:00 AM - 2:00 PM. Ring the bell by the gate."
OTHERS = (
    fact("f2", "The old ferry leaves for the islands of the outer bay at 8:30."),
    fact("f3", "Children sat in the sun."),
)


def answer(question: str, hours: str = HOURS, asked: str = "What are the clinic hours?") -> str | None:
    """Give the id of the fact that answers."""
    with engine(store(fact("f1", hours, question=asked), *OTHERS)) as searching:
        told = ask(searching, question)
    return told.answer.id if told.answer else None


@pytest.mark.parametrize(
    "question",
    ["open on saturday?", "are you open saturdays", "opening hours", "when are you open", "open on wed", "open weekdays",
     "what time do you close", "how late are you open on tuesday"],
)  # fmt: skip
def test_hours_are_found(question: str) -> None:
    """By a day, or one between two; in whatever words it is asked."""
    assert answer(question) == "f1"


@pytest.mark.parametrize("question", ["are you open on christmas", "open a jar on saturday"])
def test_what_the_hours_do_not_tell_is_declined(question: str) -> None:
    """Another day than of the week, and something else that is opened."""
    assert answer(question) is None


def test_a_day_beside_a_time_of_something_else_is_none() -> None:
    """What leaves is not open."""
    assert answer("opening hours", "On Sunday at 8:30 the ferry leaves.", "When does the ferry leave?") is None


@pytest.mark.parametrize("hours", ["We are open daily from 9am to 5pm.", "Friday to Monday, 9:00-17:00."])
def test_days_may_be_all_or_run_over_the_end_of_the_week(hours: str) -> None:
    """From Friday to Monday there are four."""
    assert answer("open weekends", hours) == "f1"
