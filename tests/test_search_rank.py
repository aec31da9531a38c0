"""Ranking: which of the facts that share words with a question fits it best."""

import pytest
from helpers import HARBOUR, engine, fact, store, top

from talkscli.search.engine import Engine
from talkscli.store.model import Citation, Fact


def order(*facts: Fact, question: str, **more: object) -> list[str]:
    """Give the ids of facts as they are ranked."""
    with engine(store(*facts, **more)) as searching:
        return [hit.fact.id for hit in searching.search(question, len(facts)).hits]


def test_the_fact_that_is_asked_for_comes_before_one_that_mentions_it() -> None:
    """A word in the question of a fact says more than one in an answer."""
    mentions = fact("mentions", "The lighthouse can be seen from the pier.", question="How is the view?")
    asked = fact("asked", "It was built by monks.", question="Who built the lighthouse?")
    assert order(mentions, asked, question="lighthouse")[0] == "asked"


def test_a_phrasing_is_as_good_as_the_question() -> None:
    """Any of the ways to ask for a fact finds it."""
    one = fact("one", "Salt.", question="What do the barges carry?", phrasings=("cargo of the barges",))
    two = fact("two", "Nine.", question="How many barges are there?", phrasings=("size of the fleet",))
    assert order(one, two, question="barges cargo")[0] == "one"
    assert order(one, two, question="fleet of barges")[0] == "two"


@pytest.mark.parametrize(
    ("question", "ident"), [("when was the lighthouse built", "when"), ("who built the lighthouse", "who"),
                            ("why was the lighthouse built", "why"), ("where was the lighthouse built", "where")]
)  # fmt: skip
def test_the_question_word_tells_facts_apart(question: str, ident: str) -> None:
    """Of facts that share all other words, the one that is asked with the same question word comes first."""
    same = "was the lighthouse built"
    facts = (
        fact("when", "In 1788.", question=f"When {same}?"),
        fact("who", "Monks did it.", question="Who built the lighthouse?"),
        fact("why", "To warn ships.", question=f"Why {same}?"),
        fact("where", "On a rock.", question=f"Where {same}?"),
    )
    assert order(*facts, question=question)[0] == ident


@pytest.mark.parametrize(
    ("question", "ident"),
    [("how many keepers had the lighthouse", "count"), ("when did the lighthouse have keepers", "year")],
)
def test_bare_sentences_are_told_apart_by_what_they_hold(question: str, ident: str) -> None:
    """Of sentences with the same words, the one that holds a number or a date answers how many, or when."""
    facts = (
        fact("plain", "The lighthouse had keepers of the old sort in the boathouse."),
        fact("count", "The lighthouse had 14 keepers of the old sort in the boathouse."),
        fact("year", "The lighthouse had keepers of the old sort in the spring."),
    )
    assert order(*facts, question=question)[0] == ident


def test_what_a_fact_is_about_counts() -> None:
    """Of two facts with the same words, the one about the named entity comes first."""
    named = {e.id: e for e in HARBOUR.entities}
    facts = (
        fact("one", "It got a new roof.", question="What did the storm do?", about=("norrland",)),
        fact("two", "It got a new door.", question="What did the storm do?", about=("choir",)),
    )
    entities = (named["norrland"], named["choir"])
    assert order(*facts, question="storm Tidewater Choir", entities=entities)[0] == "two"
    assert order(*facts, question="storm Norrlanders", entities=entities)[0] == "one"


def test_the_section_counts() -> None:
    """Of two facts with the same words, the one under a heading with the question's words comes first."""
    facts = (
        fact("one", "Two boats were lost.", citation=Citation(section="The Regatta")),
        fact("two", "Two boats were lost.", citation=Citation(section="The Blizzard")),
    )
    assert order(*facts, question="boats lost in the blizzard")[0] == "two"


def test_equal_facts_keep_their_order() -> None:
    """Facts that fit equally well come as the store has them."""
    facts = [fact(f"f{n}", "The bell rings at noon.", question="When does the bell ring?") for n in range(5)]
    assert order(*facts, question="bell ring") == [f.id for f in facts]


def test_word_order_hardly_counts(harbour: Engine) -> None:
    """Keywords find their fact in any order."""
    for question in ("harbour bridge cost", "cost bridge harbour", "bridge cost harbour"):
        assert top(harbour, question) == "bridge-cost"


def test_nothing_in_common_is_nothing_ranked(harbour: Engine) -> None:
    """Facts that share no word with the question are no candidates."""
    assert harbour.search("zeppelins").hits == harbour.search("").hits == ()


def test_a_store_larger_than_what_is_compared() -> None:
    """Of more facts than are looked at closely, the right one is still found."""
    many = [fact(f"f{n}", f"Buoy {n} is red.", question=f"What colour has buoy number {n}?") for n in range(400)]
    with engine(store(*many)) as searching:
        for n in (0, 8, 127, 399):
            assert top(searching, f"colour of buoy {n}") == f"f{n}"


def test_a_word_of_related_meaning_helps_to_find_a_fact() -> None:
    """Where two facts share as much with a question, that with a word like the third comes first."""
    ship = fact("ship", "The harbour master counted the vessels.", question="What did the harbour master count?")
    bird = fact("bird", "The harbour master counted the gulls.", question="What was counted by the harbour master?")
    assert order(bird, ship, question="harbour master ships")[0] == "ship"


def test_of_many_facts_with_its_one_word_a_question_finds_its_own() -> None:
    """However many ask with the same word, the one that is asked for in just these words goes first."""
    many = [
        fact(
            f"f{n}",
            f"It did happen at pier {n}.",
            question=f"What happened at pier {n}?",
            phrasings=("did it happen", "happen here"),
        )
        for n in range(30)
    ]
    asked = ("what should happen now", "is there a plea", "how does it end")
    own = fact("own", "Keep watch over the harbour.", question="What is asked?", phrasings=asked)
    assert order(*many, own, question="what should happen now")[0] == "own"
