"""What is offered beside an answer, or where there is none, has to do with the question."""

import pytest
from helpers import fact

from talkscli.lookup.ask import offers
from talkscli.lookup.results import Answer, Refs
from talkscli.search.hits import Hit
from talkscli.store.model import Entity, Fact

ALVA = Entity(id="alva", name="Ingrid Alva", kind="person", aliases=("Alva",))


def offered(question: str, answer: Fact | None, *others: Fact, confidence: float = 0.1, missing: str = "") -> list[str]:
    """List the ids of what is offered beside an answer, or to a question without one."""
    related = tuple(Hit(other, confidence) for other in others)
    reply = Answer(
        question, answer is not None, 0.9 if answer else confidence, {}, tuple(missing.split()), answer, related,
        Refs({}, {"alva": ALVA}, 1),
    )  # fmt: skip
    return [each.id for each in offers(reply)]


FEE = fact("fee", "It costs nine crowns.", question="What does the ferry cost?", about=("ferry",), topics=("money",))
CHOIR = fact("choir", "It sings.", question="What does the choir do?", about=("choir",), topics=("music",))
ALVAS = fact("mayor", "The mayor.", question="What is her office?", about=("alva",), topics=("people",))
WHO = fact("who", "Bo Lind is a pilot.", question="Who is Bo Lind?", about=("lind",), topics=("money",))


def test_beside_an_answer_stands_what_shares_something() -> None:
    """Somebody, a topic or a word; who somebody is only beside what is about them."""
    price = fact("price", "Nine crowns.", question="How dear is the ferry?", about=("alva",), topics=("money",))
    assert offered("how dear is the ferry", price, FEE, CHOIR, ALVAS, WHO) == ["fee", "mayor"]
    assert offered("what does lind pay", price, WHO) == ["who"]
    plain = fact("plain", "It rained.", question="How was the day?")
    assert offered("how dear is the ferry", price, plain) == ["plain"]


@pytest.mark.parametrize(
    ("question", "confidence", "missing", "ids"),
    [
        ("who won the ferries", 0.1, "won", ["fee"]),
        ("what did Alva lose", 0.1, "lose", ["mayor"]),
        ("who won the war", 0.1, "war", []),
        ("who won the war", 0.3, "war", ["fee", "choir", "mayor"]),
        ("who won the war", 0.1, "", ["fee", "choir", "mayor"]),
    ],
)
def test_nearest_is_what_shares_something(question: str, confidence: float, missing: str, ids: list[str]) -> None:
    """A word or somebody; unless nothing stood in the way, or the search is nearly sure."""
    assert offered(question, None, FEE, CHOIR, ALVAS, WHO, confidence=confidence, missing=missing) == ids
