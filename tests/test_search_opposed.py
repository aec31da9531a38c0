"""A fact that tells of another of several than is asked for, or the opposite of what is, is no answer."""

import pytest
from helpers import engine, fact, store

from talkscli.language.tense import is_of_the_past


def answered(answer: str, question: str, **more: object) -> bool:
    """Tell whether a fact answers a question, beside two on other things."""
    others = fact("f2", "The ferry runs twice a day."), fact("f3", "A bell rang at the lighthouse in 1901.")
    with engine(store(fact("f1", answer, **more), *others)) as searching:
        found = searching.search(question)
    return found.answered and found.hits[0].fact.id == "f1"


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        (
            "The first harbour wall was built of granite.",
            "what was the first harbour wall built of",
            "what was the last harbour wall built of",
        ),
        (
            "The second siege of the fort failed because of a storm.",
            "why did the second siege of the fort fail",
            "why did the third siege of the fort fail",
        ),
        (
            "Earlier papers on tides were written by Ada Moe.",
            "who wrote earlier papers on tides",
            "who wrote later papers on tides",
        ),
        (
            "The council met in the town hall in 1990 and voted.",
            "when did the council meet in the town hall",
            "when will the council meet in the town hall",
        ),
        (
            "The council's talks on the bridge took place in May 2020.",
            "when did the talks on the bridge take place",
            "when will the next talks on the bridge take place",
        ),
        (
            "The council's talks on the bridge took place in May 2020.",
            "when did talks on the bridge take place",
            "when did the previous talks on the bridge take place",
        ),
    ],
)
def test_another_of_several_is_not_the_one_asked_for(answer: str, right: str, wrong: str) -> None:
    """By a word for its place in a row, or as what has been is not to come."""
    assert answered(answer, right)
    assert not answered(answer, wrong)


def test_the_last_may_be_the_previous() -> None:
    """Both tell of what was before."""
    assert answered("At the last election the bridge was an issue.", "what was an issue at the previous election")


def test_what_is_planned_may_answer_what_will_be() -> None:
    """A verb of what is or will be tells of more than what has been."""
    assert answered(
        "The council is due to meet in the town hall in May.", "when will the council meet in the town hall"
    )


@pytest.mark.parametrize(
    ("answer", "right", "wrong"),
    [
        ("The outer wall of the fort faces the sea.", "what does the outer wall face", "what does the inner wall face"),
        (
            "The harbour board rejected the builders' plan in May 1990.",
            "when did the board reject the builders' plan",
            "when did the board accept the builders' plan",
        ),
        (
            "The doctors regarded the long treatment as unnecessary.",
            "what did the doctors regard as unnecessary",
            "what did the doctors regard as necessary",
        ),
        (
            "Herring is the most abundant fish of the bay.",
            "what is the most abundant fish of the bay",
            "what is the least abundant fish of the bay",
        ),
    ],
)
def test_the_opposite_is_no_answer(answer: str, right: str, wrong: str) -> None:
    """By a word for the opposite in its place."""
    assert answered(answer, right)
    assert not answered(answer, wrong)


def test_what_is_denied_is_no_answer() -> None:
    """Whatever does not do a deed is not what does it."""
    assert answered("The old lamp attracts the moths of the marsh.", "what attracts the moths of the marsh")
    assert not answered("The old lamp does not attract the moths of the marsh.", "what attracts the moths of the marsh")


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("The keepers are exempt from the harbour tax, which is not high.", "who is not exempt from the harbour tax"),
        ("The native people of the bay were called Vintra.", "what were the non-native people of the bay called"),
        ("In May 1901 the council moved the market.", "when did the council fail to move the market"),
    ],
)
def test_what_is_so_does_not_tell_what_is_not(answer: str, question: str) -> None:
    """Where it is denied in the question only, by whatever word."""
    assert not answered(answer, question)


def test_a_sentence_that_denies_tells_what_is_not() -> None:
    """Both deny the same."""
    assert answered("The keepers of the light are not exempt from the tax.", "who is not exempt from the tax")


def test_another_name_beside_the_same_word_is_of_something_else() -> None:
    """The Red Gate is not the Blue one, whose name the sentence lacks."""
    assert answered("The Blue Gate of the fort was built in May 1850.", "When was the Blue Gate of the fort built?")
    assert not answered("The Blue Gate of the fort was built in May 1850.", "When was the Red Gate of the fort built?")


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("The lace mill did not open until May 1850.", "when did the lace mill open"),
        ("Members have joined since 1990, though one did not join.", "when have members joined"),
        ("The first lamps, with a glass of the last kind, burn for nine hours.", "how long do the lamps burn"),
    ],
)
def test_what_is_denied_in_part_answers(answer: str, question: str) -> None:
    """What is taken back, told besides, or of something else."""
    assert answered(answer, question)


def test_an_answer_that_refuses_answers_whether_it_was_accepted() -> None:
    """A yes-no question takes nothing for granted."""
    assert answered("The harbour board rejected the builders' plan.", "did the board accept the builders' plan")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The sides met face to face.", True),
        ("The sides hoped to meet.", False),
        ("The sides meet on Friday.", False),
        ("They'll meet, she said.", False),
        ("A table of results", False),
        ("The sides met in May.", True),
    ],
)
def test_what_tells_of_the_past_alone(text: str, told: bool) -> None:
    """It has a verb of what was, and none of what is or is to come."""
    assert is_of_the_past(text) is told
