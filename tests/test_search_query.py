"""Reading a question: what its words may mean in a store, and how much each matters."""

from collections.abc import Iterator

import pytest
from helpers import HARBOUR, engine, entity, fact, store

from talkscli.search import Engine
from talkscli.search.query import MAX_WORDS, Query, Term, read
from talkscli.search.question import asks
from talkscli.text import stems


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
        pytest.param("cause", "reason", "synonym", id="synonym of the package"),
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
