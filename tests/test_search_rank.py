"""Ranking: which of the facts that share words with a question fits it best."""

import sys
from collections.abc import Iterator

import pytest
from helpers import HARBOUR, engine, entity, fact, store, top

from talkscli.search.engine import Engine
from talkscli.search.query import read
from talkscli.search.rank import CANDIDATES, FINALISTS, Features, Ranked, cover, covered_by, rank
from talkscli.search.weights import WEIGHTS, Weights
from talkscli.store.model import Citation, Fact, Store


@pytest.fixture(scope="module")
def harbour() -> Iterator[Engine]:
    """Give the engine of the small store."""
    with engine(HARBOUR) as made:
        yield made


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
        fact("count", "The lighthouse had 14 keepers of the old sort in it."),
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


def test_scores_fall_from_first_to_last(harbour: Engine) -> None:
    """A ranking is by score, each from 0 to 1."""
    ranking = rank(harbour.index, read(harbour.index, "why was the bridge of the choir closed when the ferry struck"))
    scores = [ranked.score for ranked in ranking]
    assert len(scores) > 3
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)


def test_nothing_in_common_is_nothing_ranked(harbour: Engine) -> None:
    """Facts that share no word with the question are no candidates."""
    assert rank(harbour.index, read(harbour.index, "zeppelins")) == []
    assert rank(harbour.index, read(harbour.index, "")) == []


def test_a_store_larger_than_what_is_compared() -> None:
    """Of more facts than are looked at closely, the right one is still found, and no more than the limit are ranked."""
    many = [
        fact(f"f{n}", f"Buoy {n} is red.", question=f"What colour has buoy number {n}?") for n in range(CANDIDATES * 3)
    ]
    with engine(store(*many)) as searching:
        for n in (0, FINALISTS, CANDIDATES + 7, CANDIDATES * 3 - 1):
            assert top(searching, f"colour of buoy {n}") == f"f{n}"
        assert len(rank(searching.index, read(searching.index, "buoy"))) == CANDIDATES
        assert len(rank(searching.index, read(searching.index, "buoy"), limit=5)) == 5


def test_the_best_variant_of_a_word_covers_it(harbour: Engine) -> None:
    """A word is covered once, by what fits it best."""
    query = read(harbour.index, "crossing")
    exact, synonym = cover(query, frozenset(["cross", "bridg"])), cover(query, frozenset(["bridg"]))
    assert exact == [1.0]
    assert 0 < synonym[0] < 1
    assert cover(query, frozenset(["choir"])) == [0.0]


def test_the_coverage_of_each_phrasing(harbour: Engine) -> None:
    """Of each word of the question it is told which of a fact's questions hold it, and how well."""
    query = read(harbour.index, "crossing cost")
    doc = rank(harbour.index, query)[0].doc
    each = [dict(enumerate(cover(query, frozenset(t for t, held in doc.asked.items() if n in held))))
            for n in range(len(doc.texts))]  # fmt: skip
    crossing, cost = covered_by(query, doc)
    assert crossing == {n: worths[0] for n, worths in enumerate(each) if worths[0]}
    assert cost == {n: worths[1] for n, worths in enumerate(each) if worths[1]}
    assert crossing
    assert cost


@pytest.mark.parametrize("form", ["asked", "bare"])
def test_a_score_is_a_mean(form: str) -> None:
    """The weights of the features add up to 1, and none is negative."""
    assert sum(WEIGHTS[form].rank) == pytest.approx(1, abs=0.01)
    assert min(WEIGHTS[form].rank) >= 0


# Likenesses by hand

ONE, TWO = 0.98083, 0.47000  # weights of a word that one, or two, of three facts have
MAST = store(
    fact("a", "Tell mast.", question="Where is the gull?", phrasings=("gull nest",)),
    fact("b", "The mast fell."),
    fact("c", "Rope.", topics=("mast",)),
)


def ranked(of: Store, question: str) -> dict[str, Ranked]:
    """Give what is ranked for a question, by the id of the fact."""
    with engine(of) as searching:
        return {searching.index.fact(r.row).id: r for r in rank(searching.index, read(searching.index, question))}


def likeness(of: Store, question: str, ident: str = "a") -> Features:
    """Give the likenesses of a question and a fact."""
    return ranked(of, question)[ident].features


def test_the_shares_of_a_question() -> None:
    """What the questions, the answer, and what stands around a fact cover is told apart, each by weight."""
    gull, mast = ONE / (ONE + TWO), TWO / (ONE + TWO)
    found = {ident: r.features for ident, r in ranked(MAST, "gull mast").items()}
    shares = {ident: (x.asked, x.answer, x.context) for ident, x in found.items()}
    assert shares == {
        "a": pytest.approx((gull, mast, 0), abs=1e-5),
        "b": pytest.approx((0, mast, 0), abs=1e-5),
        "c": pytest.approx((0, 0, mast), abs=1e-5),
    }


@pytest.mark.parametrize(("question", "share"), [("gull", 0.8), ("seabird", 1.0), ("seabird rope", 0.5)])
def test_a_synonym_covers_by_its_worth(question: str, share: float) -> None:
    """A word that is covered by its synonym alone counts 0.8."""
    of = store(fact("a", "Rope.", question="Seabird?"), synonyms=(("gull", "seabird"),))
    assert likeness(of, question).asked == pytest.approx(share)


@pytest.mark.parametrize(
    ("question", "ident", "cosine"),
    [
        # its norm is that of "where is the gull"; they share all but the last word
        pytest.param("where is the nest", "a", (2 * ONE**2 + TWO**2) / (3 * ONE**2 + TWO**2), id="function words"),
        pytest.param("gull nest", "a", 1.0, id="the second phrasing"),
        pytest.param("nest", "a", 2**-0.5, id="half of it"),
        pytest.param("gull", "a", 2**-0.5, id="the nearest counts"),
        pytest.param("mast", "a", 0.0, id="the answer is no phrasing"),
        pytest.param("mast", "b", TWO / (2 * TWO**2 + ONE**2) ** 0.5, id="a bare sentence"),
        pytest.param("the mast", "b", 2**0.5 * TWO / (2 * TWO**2 + ONE**2) ** 0.5, id="its function words"),
        pytest.param("the mast fell", "b", 1.0, id="all of it"),
        pytest.param("mast", "c", 0.0, id="what stands around it is not said"),
    ],
)
def test_the_cosine_of_the_most_similar_phrasing(question: str, ident: str, cosine: float) -> None:
    """Words and function words weigh by rarity; it is 1 for the same words and 0 where none is shared."""
    assert likeness(MAST, question, ident).cosine == pytest.approx(cosine, abs=1e-4)


def test_the_cosine_of_synonyms() -> None:
    """A word that stands there as its synonym adds 0.8 of its square."""
    of = store(
        fact("a", "Rope.", question="Seabird nest?"), fact("b", "Gull."), fact("c", "Seabird rope."),
        fact("d", "Gull."), fact("e", "Nest."), synonyms=(("gull", "seabird"),),
    )  # fmt: skip
    assert likeness(of, "gull nest").cosine == pytest.approx(0.9)  # all words are in two facts of five


@pytest.mark.parametrize("text", ["", "?!"])
def test_a_text_without_words_is_like_nothing(text: str) -> None:
    """A fact that is found by its topic alone has no likeness to what it says."""
    of = store(fact("a", "", question=text, topics=("gull",)), fact("b", "Gull."))
    found = likeness(of, "gull")
    assert (found.context, found.cosine, found.grams) == (1, 0, 0)


def test_the_trigrams_of_the_most_similar_phrasing() -> None:
    """The texts are those of the questions, or of a bare sentence."""
    assert likeness(MAST, "gull nest").grams == pytest.approx(1)
    assert likeness(MAST, "the mast fell", "b").grams == pytest.approx(1)
    assert likeness(MAST, "mast", "b").grams == pytest.approx(4 / (4 * 13) ** 0.5)


@pytest.mark.parametrize(
    ("question", "kind", "holds"),
    [("where gull", 1, 1), ("gull", 0, 1), ("when gull", 0, 1), ("who gull", 0, 0), ("how many gull", 0, 0),
     ("how long gull", 0, 1), ("why gull", 0, 1), ("did gull", 0, 1)],
)  # fmt: skip
def test_what_is_asked_and_what_is_held(question: str, kind: int, holds: int) -> None:
    """A fact is asked for one kind of answer, and holds what some question words want."""
    place = entity("e", "North Quay", kind="place")
    of = store(fact("a", "there", question="Where is the gull?", about=("e",), date="1990"), entities=(place,))
    found = likeness(of, question)
    assert (found.kind, found.holds) == (kind, holds)


@pytest.mark.parametrize(
    ("kind", "who", "where"),
    [("person", 1, 0), ("organisation", 1, 0), ("country", 1, 1), ("place", 0, 1), (None, 1, 0), ("event", 0, 0)],
)
def test_who_and_where_want_kinds_of_names(kind: str | None, who: int, where: int) -> None:
    """Whom or what a fact is about answers "who" or "where" by its kind."""
    of = store(fact("a", "gull", about=("e",)), entities=(entity("e", "Moe", kind=kind),))
    assert (likeness(of, "who gull").holds, likeness(of, "where gull").holds) == (who, where)


def test_a_score_weighs_each_likeness(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each likeness is times its weight, in their order; facts with questions have other weights than bare ones."""
    monkeypatch.setitem(WEIGHTS, "asked", Weights((1, 2, 4, 8, 16, 32, 64), (), ()))
    monkeypatch.setitem(WEIGHTS, "bare", Weights((0, 100, 0, 0, 0, 0, 0), (), ()))
    found = ranked(MAST, "gull mast")
    x = found["a"].features
    expected = x.asked + 2 * x.answer + 4 * x.context + 8 * x.kind + 16 * x.holds + 32 * x.cosine + 64 * x.grams
    assert found["a"].score == pytest.approx(expected)
    assert (x.kind, x.holds) == (1, 1)
    assert found["b"].score == pytest.approx(100 * TWO / (ONE + TWO), abs=1e-3)


@pytest.mark.parametrize("few", [0, 1, 2])
def test_only_the_best_are_compared_closely(monkeypatch: pytest.MonkeyPatch, few: int) -> None:
    """Phrasings are compared of so many facts as came first by their words, and these are ranked again."""
    monkeypatch.setitem(vars(sys.modules[rank.__module__]), "FINALISTS", few)
    found = ranked(MAST, "gull mast")
    assert sum(r.features.grams > 0 for r in found.values()) == few
    assert (found["a"].features.grams > 0) == (few > 0)
    scores = [r.score for r in found.values()]
    assert scores == sorted(scores, reverse=True)


def test_the_figures_of_the_ranking() -> None:
    """So many candidates are ranked, and so many of them compared closely."""
    assert (CANDIDATES, FINALISTS) == (120, 8)


def test_each_phrasing_is_covered_by_the_best_variant() -> None:
    """Where a question of a fact has the word and its synonym, the word counts."""
    of = store(
        fact("a", "Rope.", question="Gull?", phrasings=("seabird", "gull seabird", "nest")),
        synonyms=(("gull", "seabird"),),
    )
    with engine(of) as searching:
        query = read(searching.index, "gull rope")
        doc = searching.index.docs([0])[0]
        assert list(covered_by(query, doc)) == [{0: 1.0, 1: 0.8, 2: 1.0}, {}]
        assert cover(query, frozenset(["seabird", "rope"])) == [0.8, 1.0]
