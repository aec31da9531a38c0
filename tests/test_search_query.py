"""Reading a question: what its words may mean in a store, and how much each matters."""

from collections.abc import Iterator
from math import log

import pytest
from helpers import HARBOUR, engine, entity, fact, store

from talkscli.language.words import stems, trigrams
from talkscli.search.engine import Engine
from talkscli.search.query import MAX_WORDS, Query, Term, read
from talkscli.search.question import asks


@pytest.fixture(scope="module")
def harbour() -> Iterator[Engine]:
    """Give the engine of the small store."""
    with engine(HARBOUR) as made:
        yield made


def read_here(harbour: Engine, question: str) -> Query:
    """Read a question against the small store."""
    return read(harbour.index, question)


def term(harbour: Engine, question: str, word: str) -> Term:
    """Give a term of a question by its word."""
    return next(t for t in read_here(harbour, question).terms if t.word == word)


# The kind of answer that is asked for


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many singers are there?", "number"),
        ("how much did it cost", "number"),
        ("number of voices", "number"),
        ("How long was it closed?", "duration"),
        ("When did it open?", "when"),
        ("in what year did it open", "when"),
        ("date of the opening", "when"),
        ("Where is the choir from?", "where"),
        ("which city closed it", "where"),
        ("Who founded it?", "who"),
        ("what minister said so", "who"),
        ("Why was it closed?", "why"),
        ("reason for closing", "why"),
        ("what caused the rust", "why"),
        ("How was it built?", "how"),
        ("What is it?", "what"),
        ("Did it open?", "yesno"),
        ("is it open", "yesno"),
        ("Tell me when it opened", "when"),
        ("WHEN DID IT OPEN", "when"),
        ("harbour bridge", "any"),
        ("whenever somehow anyone", "any"),
        ("", "any"),
    ],
)
def test_a_question_asks_for_a_kind_of_answer(question: str, kind: str) -> None:
    """The question word, wherever it stands, tells what kind of answer is wanted."""
    assert asks(question) == kind


# Terms


def test_function_words_are_no_terms(harbour: Engine) -> None:
    """Only words that mean something have to be covered."""
    assert [t.word for t in read_here(harbour, "Why was the harbour bridge closed?").terms] == [
        "harbour",
        "bridge",
        "closed",
    ]


@pytest.mark.parametrize("question", ["", "   ", "?!", "why was the", "🙈"[:0]])
def test_a_question_of_nothing_has_no_terms(harbour: Engine, question: str) -> None:
    """Nothing, signs, and function words alone leave nothing to look for."""
    query = read_here(harbour, question)
    assert query.terms == []
    assert query.total > 0
    assert query.norm > 0


@pytest.mark.parametrize(
    ("typed", "means", "how"),
    [
        pytest.param("bridge", "bridge", "exact", id="itself"),
        pytest.param("bridges", "bridge", "exact", id="another form"),
        pytest.param("bridge", "crossing", "synonym", id="synonym of the store"),
        pytest.param("chorister", "singer", "synonym", id="synonym of a synonym's group"),
        pytest.param("purchase", "buy", "synonym", id="synonym of the package"),
        pytest.param("brigde", "bridge", "spelling", id="misspelling"),
    ],
)
def test_a_word_has_meanings(harbour: Engine, typed: str, means: str, how: str) -> None:
    """A word means its stem, its synonyms, and what it may be a misspelling of; each is worth 1 at most."""
    (only,) = read_here(harbour, typed).terms
    worth, found = only.variants[stems([means])[0]]
    assert found == how
    assert 0 < worth <= 1
    assert (worth == 1) == (how == "exact")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ingrid Solberg", "Ingrid Solberg"), ("SOLBERG", "Ingrid Solberg"), ("Sólberg", "Ingrid Solberg"),
        ("Сольберг", "Ingrid Solberg"), ("Solberg's", "Ingrid Solberg"), ("Кравець", "Olena Kravets"),
        ("Kravetz", "Olena Kravets"), ("City Hall", "Veldhaven City Council"), ("cityhall", "Veldhaven City Council"),
        ("the Tidewater", "Tidewater Choir"), ("tidewaterchoir", "Tidewater Choir"), ("Veldhåven", "Veldhaven"),
    ],
)  # fmt: skip
def test_a_name_is_an_entity(harbour: Engine, typed: str, name: str) -> None:
    """A name in any spelling or script, as one word too, stands for its entity."""
    number = next(n for n, e in enumerate(HARBOUR.entities) if e.name == name)
    query = read_here(harbour, f"what about {typed} now")
    assert query.terms[0].variants[f"@{number}"][0] > 0
    assert query.terms[0].rank == "entity"


def test_a_name_of_two_is_both() -> None:
    """A name that two entities share stands for either, as one term."""
    both = store(fact(), entities=(entity("a", "Ada Moe", aliases=("Moe",)), entity("b", "Bo Moe", aliases=("Moe",))))
    with engine(both) as searching:
        (only,) = read(searching.index, "Moe").terms
    assert {"@0", "@1"} <= set(only.variants)


def test_a_longer_name_is_one_term(harbour: Engine) -> None:
    """First and last name together are one thing to cover, its parts count less."""
    (only,) = read_here(harbour, "Olena Kravets").terms
    assert only.variants["@2"] == (1.0, "entity")
    assert only.variants[stems(["olena"])[0]][0] < 1


def test_a_phrase_is_one_term(harbour: Engine) -> None:
    """A phrase of the tables is one thing to cover."""
    assert [t.word for t in read_here(harbour, "did the truce break down").terms] == ["truce", "break down"]


def test_rare_words_weigh_more(harbour: Engine) -> None:
    """A word of few facts tells more than one of many; one of none tells most."""
    query = read_here(harbour, "choir tour opera")
    choir, tour, opera = (t.weight for t in query.terms)
    assert choir < tour < opera
    assert query.total == pytest.approx(choir + tour + opera)


def test_light_words_weigh_little(harbour: Engine) -> None:
    """Words that say little about the matter weigh less than others that stand nowhere."""
    query = read_here(harbour, "tell opera")
    assert query.terms[0].rank == "light"
    assert query.terms[0].weight < query.terms[1].weight


def test_what_nobody_knows_is_not_known(harbour: Engine) -> None:
    """A word that neither the store nor the tables have, in any spelling, is told from those they have."""
    assert [t.known for t in read_here(harbour, "bridge reason brigde zzyzx").terms] == [True, True, True, False]


def test_a_misspelled_word_is_told(harbour: Engine) -> None:
    """What is read otherwise than typed is told, names as the store writes them."""
    assert read_here(harbour, "Brigde and sollberg").read_as == {"brigde": "bridge", "sollberg": "Solberg"}


def test_what_is_read_as_typed_is_not_told(harbour: Engine) -> None:
    """Case, accents, other forms and other scripts of the store's own words are no other reading."""
    assert read_here(harbour, "BRIDGES and Sólberg, Сольберг's choir").read_as == {}


def test_a_question_is_read_to_its_limit(harbour: Engine) -> None:
    """Only so many words are read, whatever follows them."""
    query = read_here(harbour, "bridge " * MAX_WORDS + "choir " * 10_000)
    assert {t.word for t in query.terms} == {"bridge"}
    assert len(query.terms) <= MAX_WORDS
    assert len(query.terms) == MAX_WORDS == 60
    assert len(read_here(harbour, "bridge " * 70).terms) == 60
    assert [t.word for t in read_here(harbour, "bridge " * 59 + "choir cost").terms][-2:] == ["bridge", "choir"]


# What a word may mean, and what that is worth

ONE, THREE, NONE = log(22 / 3), log(22 / 7), log(22)  # weights of a word that so many of ten facts have


def meanings(harbour: Engine, question: str) -> dict[str, tuple[float, str]]:
    """Give what the only term of a question may mean."""
    (only,) = read_here(harbour, question).terms
    return only.variants


@pytest.mark.parametrize(
    ("question", "token", "worth", "how"),
    [
        pytest.param("bridge", "bridg", 1.0, "exact", id="the word"),
        pytest.param("bridge", "cross", 0.8, "synonym", id="its synonym"),
        pytest.param("brigde", "bridg", 0.928333, "spelling", id="a slip"),
        pytest.param("brigde", "cross", 0.742667, "synonym", id="synonym of what was meant"),
        pytest.param("veldhavn", "veldgaven", 0.914444, "spelling", id="another reading"),
        pytest.param("break down", "break_down", 1.0, "exact", id="a phrase"),
        pytest.param("break down", "breakdown", 0.8, "synonym", id="its synonym"),
        pytest.param("break down", "break", 0.6, "exact", id="its part"),
        pytest.param("break down", "broke", 0.48, "synonym", id="synonym of the part"),
        pytest.param("Norrland", "@6", 1.0, "entity", id="a name"),
        pytest.param("Norrland", "norrland", 1.0, "entity", id="the word of a name"),
        pytest.param("Tidewater Choir", "@3", 1.0, "entity", id="a longer name"),
        pytest.param("Tidewater Choir", "tidewat", 0.6, "entity", id="one of its words"),
        pytest.param("sollberg", "@0", 0.93875, "spelling", id="a name with a slip"),
        pytest.param("sollberg", "solberg", 0.93875, "spelling", id="the word of that name"),
    ],
)
def test_what_a_meaning_is_worth(harbour: Engine, question: str, token: str, worth: float, how: str) -> None:
    """The word itself is worth 1, a synonym 0.8, a part 0.6, each as much less as the spelling is unsure."""
    assert meanings(harbour, question)[token] == (pytest.approx(worth, abs=1e-6), how)


def test_parts_of_a_misspelled_name() -> None:
    """The words of a longer name are worth 0.6 of how sure its spelling is."""
    with engine(store(fact("f", "Rope."), entities=(entity("e", "Meridian Hall"),))) as searching:
        (only,) = read(searching.index, "Meridain Hall").terms
    trust = pytest.approx(0.93875)
    assert only.variants == {
        "@0": (trust, "spelling"),
        "meridian": (pytest.approx(0.6 * 0.93875), "spelling"),
        "hall": (pytest.approx(0.6 * 0.93875), "spelling"),
    }
    assert (only.rank, only.respelled, only.word) == ("entity", True, "meridian hall")


def test_the_words_of_a_name_have_no_synonyms() -> None:
    """A name is not found by other words that mean what its words mean."""
    of = store(fact("f", "Rope."), entities=(entity("e", "Bridge Choir"),), synonyms=(("bridge", "crossing"),))
    with engine(of) as searching:
        (only,) = read(searching.index, "Bridge Choir").terms
    assert set(only.variants) == {"@0", "bridg", "choir"}


@pytest.mark.parametrize(("name", "terms"), [("Old North Quay Brass Tuba Band", 1),
                                             ("Old North Quay Pier Brass Tuba Band", 7)])  # fmt: skip
def test_a_name_of_up_to_six_words_is_one_term(name: str, terms: int) -> None:
    """A longer one is looked for by its words."""
    with engine(store(fact("f", "Rope."), entities=(entity("band", name),))) as searching:
        assert len(read(searching.index, name).terms) == terms
        assert len(read(searching.index, f"gull {name} gull").terms) == terms + 2


def test_terms_of_one_place_only_are_one() -> None:
    """Two names beside each other are two terms, also where both are of several."""
    moes = (entity("a", "Ada Moe", aliases=("Moe", "Lee")), entity("b", "Bo Moe", aliases=("Moe", "Lee")))
    with engine(store(fact(), entities=moes)) as searching:
        terms = read(searching.index, "Moe Lee rope").terms
    assert [(t.word, t.start) for t in terms] == [("moe", 0), ("lee", 1), ("rope", 2)]
    assert [t.variants.get("@1") for t in terms] == [(1.0, "entity"), (1.0, "entity"), None]


@pytest.mark.parametrize(
    ("word", "rank", "known", "weight"),
    [
        pytest.param("choir", "entity", True, THREE, id="a name"),
        pytest.param("Norrland", "entity", False, NONE, id="a name that no fact has"),
        pytest.param("bridge", "plain", True, THREE, id="a word of three facts"),
        pytest.param("crossing", "plain", True, ONE, id="a word of one"),
        pytest.param("zyxwv", "plain", False, NONE, id="a word of none"),
        pytest.param("tell", "light", True, 0.3 * ONE, id="a light word"),
        pytest.param("harbour", "topical", True, THREE, id="a word of the subject"),
        pytest.param("crimea", "topical", True, NONE, id="such a word that no fact has"),
        pytest.param("voices", "generic", True, ONE, id="a common word of one fact"),
        pytest.param("achieve", "generic", True, 0.3 * NONE, id="a common word that no fact has"),
        pytest.param("break down", "plain", True, ONE, id="a phrase of which a part is there"),
        pytest.param("truce", "plain", True, NONE, id="a word that only the tables have"),
    ],
)
def test_what_a_word_counts(harbour: Engine, word: str, rank: str, known: bool, weight: float) -> None:
    """Its weight is that of its own rarity, 0.3 of it where it says little."""
    found = read_here(harbour, word).terms[0]
    assert (found.rank, found.known, found.weight) == (rank, known, pytest.approx(weight))


def test_the_weights_of_a_question(harbour: Engine) -> None:
    """The total is that of its terms; the norm has its function words too."""
    query = read_here(harbour, "crossing of the harbour")
    assert query.weights == pytest.approx([ONE, THREE])
    assert query.total == pytest.approx(ONE + THREE)
    assert set(query.function) == {"=of", "=the"}
    assert query.norm == pytest.approx((ONE**2 + THREE**2 + sum(query.function.values())) ** 0.5)
    assert query.function["=the"] < query.function["=of"]
    assert read_here(harbour, "").total == read_here(harbour, "").norm == 1


def test_the_weights_of_function_words() -> None:
    """They are squares, and a function word that no fact has is left out."""
    with engine(store(fact("a", "The gull."), fact("b", "A rope."), fact("c", "The mast."))) as searching:
        query = read(searching.index, "the gull of a rope")
    assert query.function == pytest.approx({"=the": 0.22090, "=a": 0.96203}, abs=1e-5)
    assert query.norm == pytest.approx((3 * 0.96203 + 0.22090) ** 0.5, abs=1e-5)


def test_where_the_tokens_of_a_question_stand(harbour: Engine) -> None:
    """Each token is known with the terms that it may stand for; of each term the best token is the last."""
    query = read_here(harbour, "bridge crossing")
    assert query.where["bridg"] == [(0, 1.0), (1, 0.8)]
    assert query.where["cross"] == [(0, 0.8), (1, 1.0)]
    assert query.tokens >= {"bridg", "cross", "span"}
    assert [variants[-1] for variants in query.variants] == [("bridg", 1.0), ("cross", 1.0)]
    assert query.df == {"bridg": 3, "cross": 1}
    assert query.grams == trigrams("bridge crossing")


def test_names_are_looked_for_though_no_text_has_them(harbour: Engine) -> None:
    """What no fact says is not looked for, but an entity is: facts may be about it."""
    assert read_here(harbour, "Norrland 13 zyxwv").df == {"@6": 1}


def test_a_name_is_told_as_the_store_writes_it(harbour: Engine) -> None:
    """What was typed as one word is told as the name, or as the words, that it was read as."""
    assert read_here(harbour, "cityhall har bour fogbridge").read_as == {
        "cityhall": "City Hall",
        "har bour": "harbour",
        "fogbridge": "fog bridge",
    }


def test_an_ordinary_word_with_a_slip_is_no_other_word_of_the_store(harbour: Engine) -> None:
    """It is as generic as the word that was meant, and nothing is told of it."""
    query = read_here(harbour, "managd")
    assert query.read_as == {}
    assert [(t.key, t.rank, t.respelled) for t in query.terms] == [("manag", "generic", False)]


@pytest.mark.parametrize(("own", "rank"), [((), "generic"), ((("manage", "steer"),), "plain")])
def test_a_word_that_the_store_has_synonyms_for_is_its_subject(own: tuple[tuple[str, ...], ...], rank: str) -> None:
    """It is no common word there."""
    with engine(store(fact(), synonyms=own)) as searching:
        assert read(searching.index, "manage").terms[0].rank == rank
