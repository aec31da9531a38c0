"""Who heads a body, and who works for it, by the roles of people."""

import pytest
from helpers import entity, fact, store

from talkscli.lookup.ask import ask

PORT = store(
    fact("chief", "The fares will fall, said Oda Lind, chief executive of the Vintra line.", about=("lind", "vintra"),
         speaker="lind", quote="The fares will fall"),
    fact("deputy", "Per Ruud, deputy director of Ostra, left on Monday.", about=("ruud", "ostra")),
    fact("news", "Ostra news director Ida Karr came late.", about=("karr", "ostra")),
    fact("chair", "Kella chairman and managing director Jon Vik went home.", about=("vik", "kella")),
    fact("moves", "Vintra and Ostra headed west, and Kella ran an advert.", about=("vintra", "ostra", "kella")),
    fact("smith", "The smith Nils Aas made the bell.", about=("aas",)),
    entities=(
        entity("lind", "Oda Lind", kind="person", role="chief executive of the Vintra line"),
        entity("ruud", "Per Ruud", kind="person", role="deputy director of Ostra"),
        entity("karr", "Ida Karr", kind="person", role="Ostra news director"),
        entity("vik", "Jon Vik", kind="person", role="Kella chairman and managing director"),
        entity("aas", "Nils Aas", kind="person", role="smith"),
        entity("vintra", "Vintra", kind="organisation", aliases=("Vintra line",)),
        entity("ostra", "Ostra", kind="organisation"),
        entity("kella", "Kella", kind="organisation"),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who heads Vintra", "chief"),
        ("who runs Vintra?", "chief"),
        ("who is in charge of vintra", "chief"),
        ("who is the CEO of Vintra", "chief"),
        ("vintra boss", "chief"),
        ("who is Kella's head", "chair"),
        ("who led Kella", "chair"),
    ],
)
def test_whoever_heads_a_body_is_found_by_any_word_for_that(question: str, answer: str) -> None:
    """Whatever the office is called in the text."""
    reply = ask(PORT, question)
    assert reply.answer is not None
    assert reply.answer.id == answer


@pytest.mark.parametrize("question", ["who heads Ostra", "who is the boss of Ostra", "who is the ceo of Kella"])
def test_a_lesser_or_another_office_is_not_that(question: str) -> None:
    """Neither the deputy's, nor that of a part of the body; nor is a chairman its chief executive."""
    reply = ask(PORT, question)
    assert not reply.answered or (reply.answer and reply.answer.id == "moves")


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("who does Oda Lind work for", "chief"),
        ("where does Ida Karr work", "news"),
        ("who works for Ostra", "deputy"),
    ],
)
def test_a_role_tells_for_whom_somebody_works(question: str, answer: str) -> None:
    """The body stands in it."""
    reply = ask(PORT, question)
    assert reply.answer is not None
    assert reply.answer.id == answer


def test_a_role_without_a_body_tells_of_no_employer() -> None:
    """A smith works for whom the text does not tell."""
    assert not ask(PORT, "who does Nils Aas work for").answered
