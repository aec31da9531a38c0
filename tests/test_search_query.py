"""Reading a question: what its words may mean in a store, and how much each matters."""

import os
import subprocess
import sys

import pytest
from helpers import HARBOUR, engine, entity, fact, store

from talkscli.language.tongues import tongue
from talkscli.language.words import words
from talkscli.search.cover import MET
from talkscli.search.engine import Engine
from talkscli.search.hits import Match
from talkscli.search.question.answer_types import asks
from talkscli.search.question.query import read
from talkscli.store.model import Source

LIMIT = 60  # words of a question that are read


def terms(searching: Engine, question: str) -> list[Match]:
    """Read a question, and tell what each of its words matched in the best fact."""
    return list(searching.search(question, explain=True).matches)


def terms_of(searching: Engine, question: str) -> list[str]:
    """Read a question, and list the words that count."""
    return [term.word for term in terms(searching, question)]


# The kind of answer that is asked for


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("How many singers are there?", "number"),
        ("how much water is in it", "number"),
        ("how much did it cost", "cost"),
        ("price of a ticket", "cost"),
        ("what did the town pay for the crane", "cost"),
        ("what are the fees for members", "cost"),
        ("how old is the crane", "number"),
        ("height of the tower", "number"),
        ("what is the population", "number"),
        ("venue of the concert", "where"),
        ("what was the deadline", "when"),
        ("what is found in the harbour", "what"),
        ("what happens with the price now", "what"),
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
        ("What did the mayor say?", "words"),
        ("what has Alva claimed about it", "words"),
        ("What did the mayor eat?", "what"),
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
    assert asks(question, words(question)) == kind


@pytest.mark.parametrize(
    ("language", "question", "kind"),
    [
        ("de", "Wie viele Sänger gibt es?", "number"),
        ("de", "Wann öffnet es?", "when"),
        ("fr", "Combien de temps dure le concert ?", "duration"),
        ("es", "¿Por qué cerró?", "why"),
        ("uk", "Хто заснував хор?", "who"),
        ("ru", "где это", "where"),
        ("ru", "сколько стоит билет", "cost"),
        ("el", "πόσο κοστίζει", "number"),
        ("el", "πότε ανοίγει", "when"),
        ("zh", "为什么关闭了", "why"),
        ("ja", "いつ開きますか", "when"),
        ("en", "коли це було", "when"),
        ("en", "谁说的", "who"),
        ("uk", "где это", "where"),
        ("da", "Hvor ligger broen?", "where"),
        ("da", "I hvilket år blev broen færdig?", "when"),
        ("sv", "Var ligger bron?", "where"),
        ("fr", "D’où vient la pierre ?", "where"),
        ("de", "Hafenbrücke", "any"),
        # What asks in one language need not in another.
        ("nl", "Is de brug open?", "any"),
        ("fr", "Le maire de Lyon a-t-il démissionné ?", "any"),
        ("fr", "Est-ce que je peux annuler ou modifier ?", "any"),
        ("es", "¿De qué color es?", "what"),
        ("pt", "data de abertura", "any"),
        ("de", "Hat Kim gewonnen, und wann?", "when"),
        ("de", "Er war da", "any"),
    ],
)
def test_a_question_in_another_language_asks_too(language: str, question: str, kind: str) -> None:
    """The interrogatives of the store's language are known, and those of the question's script."""
    assert asks(question, words(question), tongue(language)) == kind


# Words


def test_function_words_need_no_cover(harbour: Engine) -> None:
    """Only words that mean something have to be covered."""
    assert terms_of(harbour, "Why was the harbour bridge closed?") == ["harbour", "bridge", "closed"]


@pytest.mark.parametrize("question", ["", "   ", "?!", "why was the", "🙈"])
def test_a_question_of_nothing_finds_nothing(harbour: Engine, question: str) -> None:
    """Nothing, signs, and function words alone leave nothing to look for."""
    found = harbour.search(question, explain=True)
    assert (found.answered, found.hits, found.matches) == (False, (), ())


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Ingrid Solberg", "Ingrid Solberg"), ("SOLBERG", "Ingrid Solberg"), ("Sólberg", "Ingrid Solberg"),
        ("Сольберг", "Ingrid Solberg"), ("Solberg's", "Ingrid Solberg"), ("Кравець", "Olena Kravets"),
        ("Kravetz", "Olena Kravets"), ("City Hall", "Veldhaven City Council"), ("cityhall", "Veldhaven City Council"),
        ("the Tidewater", "Tidewater Choir"), ("tidewaterchoir", "Tidewater Choir"), ("Veldhåven", "Veldhaven"),
    ],
)  # fmt: skip
def test_a_name_finds_facts_about_its_entity(harbour: Engine, typed: str, name: str) -> None:
    """A name in any spelling or script, as one word too, stands for its entity."""
    (ident,) = [e.id for e in HARBOUR.entities if e.name == name]
    best = harbour.search(f"what about {typed} now", 1).hits[0].fact
    assert ident in {*best.about, best.speaker}


def test_a_longer_name_is_one_thing_to_cover(harbour: Engine) -> None:
    """First and last name together are one term; so is a phrase."""
    assert terms_of(harbour, "Olena Kravets tour") == ["olena kravets", "tour"]
    assert terms_of(harbour, "did the choir break down") == ["choir", "break down"]


def test_two_names_beside_each_other_are_two_terms() -> None:
    """They are told apart also where both belong to the same two people."""
    moes = (entity("a", "Ada Moe", aliases=("Moe", "Lee")), entity("b", "Bo Moe", aliases=("Moe", "Lee")))
    with engine(store(fact("f", "Moe and Lee made a rope."), entities=moes)) as searching:
        assert terms_of(searching, "Moe Lee rope") == ["moe", "lee", "rope"]


def test_the_words_of_a_name_have_no_synonyms() -> None:
    """A name is not found by other words that mean what its words mean."""
    of = store(
        fact("f", "The crossing is shut."), entities=(entity("e", "Bridge Choir"),), synonyms=(("bridge", "crossing"),)
    )
    with engine(of) as searching:
        assert searching.search("bridge").hits
        assert not searching.search("Bridge Choir").hits


def test_rare_words_weigh_more(harbour: Engine) -> None:
    """A word of few facts tells more than one of many; one of none tells most."""
    choir, tour, zeppelin = (term.weight for term in terms(harbour, "choir tour zeppelin"))
    assert choir < tour < zeppelin


def test_light_words_weigh_little(harbour: Engine) -> None:
    """Words that say little about the matter weigh less than others that stand nowhere."""
    tell, zeppelin, _ = terms(harbour, "tell zeppelin bridge")
    assert (tell.word, zeppelin.word) == ("tell", "zeppelin")
    assert tell.weight < zeppelin.weight


def test_a_question_is_read_to_its_limit(harbour: Engine) -> None:
    """Only so many words are read, whatever follows them."""
    assert terms_of(harbour, "bridge " * LIMIT + "choir " * 10_000) == ["bridge"] * LIMIT
    assert terms_of(harbour, "bridge " * (LIMIT - 1) + "choir cost")[-2:] == ["bridge", "choir"]


# Read otherwise than typed


@pytest.mark.parametrize(
    ("question", "told"),
    [
        pytest.param("Brigde and sollberg", {"brigde": "bridge", "sollberg": "Solberg"}, id="slips"),
        pytest.param("cityhall", {"cityhall": "City Hall"}, id="a name in one word, as the store writes it"),
        pytest.param("har bour", {"har bour": "harbour"}, id="a word cut in two"),
        pytest.param("fogbridge", {"fogbridge": "fog bridge"}, id="two words in one"),
        pytest.param("BRIDGES and Sólberg, Сольберг's choir", {}, id="case, accents, forms and scripts"),
        pytest.param("managd", {}, id="an ordinary word with a slip"),
    ],
)
def test_what_is_read_otherwise_is_told(harbour: Engine, question: str, told: dict[str, str]) -> None:
    """Another reading is told; case, accents, other forms and scripts of the store's own words are none."""
    assert harbour.search(question).read_as == told


def test_a_misspelt_question_word_asks_as_it_was_meant(harbour: Engine) -> None:
    """As "where" does, "wher" wants a place."""
    assert read(harbour.index, "wher did they meet").asks == "where"
    assert read(harbour.index, "did they meet").asks == "yesno"


def test_a_misspelt_name_leaves_the_question_word(harbour: Engine) -> None:
    """The question is asked in its own language and script, whatever is mended in it."""
    question = read(harbour.index, "хто такий Солбрг")
    assert question.read_as
    assert question.asks == "who"


def test_a_yes_no_question_may_be_answered_by_the_opposite() -> None:
    """Whether somebody accepted is told by their refusal; what they accepted is not."""
    refusal = fact("no", "The council rejected the mayor's plan.")
    with engine(store(refusal, fact("f2", "The choir sings on the ferry."))) as searching:
        told = {match.word: match.how for match in terms(searching, "did the council accept the plan")}
        asked = {match.word: match.how for match in terms(searching, "what did the council accept")}
    assert told["accept"] == "opposite"
    assert asked["accept"] == "not covered"


def test_a_name_is_told_in_the_script_of_the_question() -> None:
    """Whatever spelling of it the slip is nearest to."""
    people = entity("a", "Anna Solberg", aliases=("Солберг",))
    with engine(store(fact("f", "She came.", about=("a",)), entities=(people,))) as searching:
        assert searching.search("solbreg kam").read_as == {"solbreg": "Anna Solberg"}


def test_a_word_that_was_found_is_missing_as_it_was_read() -> None:
    """Only what no fact has is told as typed."""
    with engine(store(fact("a", "The regatta was won."), fact("b", "The captain wept in the harbour."))) as searching:
        found = searching.search("why did the captin of the regata sing opera")
    assert not found.answered
    assert {"captin", "regata"}.isdisjoint(found.missing)
    assert "opera" in found.missing


def test_every_process_reads_a_question_the_same() -> None:
    """What comes out of a set, as the opposites of a word do, has no order that an answer may hang on."""
    asked = [sys.executable, "-m", "talkscli", "ask", "--json", "does medinksi want to keep chanels opne"]
    told = {
        subprocess.run(asked, capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=True).stdout
        for seed in "1234"
    }
    assert len(told) == 1


@pytest.mark.parametrize(
    ("code", "question", "counting"),
    [
        ("de", "Wieviel Boote sanken", ["boote", "sanken"]),
        ("de", "Wieviele Boote sanken", ["boote", "sanken"]),
        ("nl", "Hoeveel boten zonken", ["boten", "zonken"]),
        ("pt", "Quantos barcos afundaram", ["barcos", "afundaram"]),
        ("fi", "Montako venettä upposi", ["venetta", "upposi"]),
    ],
)
def test_a_word_that_asks_is_none_to_be_found(code: str, question: str, counting: list[str]) -> None:
    """However rare it is: no fact has it."""
    with engine(store(fact("f", "Zorv."), sources=(Source(id="s", language=code),))) as searching:
        assert [term.word for term in read(searching.index, question).terms] == counting


def test_a_synonym_of_the_tables_in_a_rare_sense_counts_little() -> None:
    """One that is related in meaning, or that the store has, counts as a synonym."""
    of = store(fact("f1", "Institutions stood there, and what they bought."))
    with engine(of) as searching:
        (founded,) = read(searching.index, "who founded").terms
        (purchased,) = read(searching.index, "who purchased").terms
    assert founded.variants["institut"][0] < MET
    assert purchased.variants["bought"][0] > MET
    with engine(store(*of.facts, synonyms=(("founded", "institutions"),))) as searching:
        (founded,) = read(searching.index, "who founded").terms
    assert founded.variants["institut"][0] > MET
