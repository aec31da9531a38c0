"""Words typed otherwise than the store has them."""

from collections.abc import Iterator

import pytest
from helpers import HARBOUR, engine

from talkscli.search import Engine
from talkscli.search.spelling import respell
from talkscli.text import words


@pytest.fixture(scope="module")
def harbour() -> Iterator[Engine]:
    """Give the engine of the small store."""
    with engine(HARBOUR) as made:
        yield made


def best(harbour: Engine, typed: str) -> str:
    """Give a text with each word in its likeliest reading."""
    return " ".join(readings[0][0] for _, readings in respell(harbour.index, words(typed)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("brigde", "bridge", id="letters swapped"),
        pytest.param("regata", "regatta", id="letter left out"),
        pytest.param("harrbour", "harbour", id="letter too many"),
        pytest.param("chour", "choir", id="letter wrong"),
        pytest.param("tidewatr", "tidewater", id="of a name"),
        pytest.param("veldhavn", "veldhaven", id="of a place"),
        pytest.param("sollberg", "solberg", id="of a person"),
        pytest.param("hte brigde", "hte bridge", id="short words stay"),
        pytest.param("throuhg fog", "through fog", id="of a function word"),
    ],
)
def test_a_misspelled_word_is_read_as_the_nearest(harbour: Engine, typed: str, meant: str) -> None:
    """A slip of the finger is read as the word of the store that it resembles."""
    assert best(harbour, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("harbourbridge", "harbour bridge", id="two words of the store"),
        pytest.param("thebridge", "the bridge", id="a function word and another"),
        pytest.param("cityhall", "city hall", id="a name"),
        pytest.param("tidewaterchoir", "tidewater choir", id="a longer name"),
        pytest.param("har bour", "harbour", id="a word cut in two"),
        pytest.param("tide water choir", "tidewater choir", id="a name cut in two"),
    ],
)
def test_joined_and_split_words_are_read_as_meant(harbour: Engine, typed: str, meant: str) -> None:
    """A space too few or too many does not hide a word."""
    assert best(harbour, typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["bridge", "why was the bridge shut", "64 singers", "1988", "fog", "zzyzx", "achieve", "tellings", "qwertzuiop"],
)
def test_other_words_stand_for_themselves(harbour: Engine, typed: str) -> None:
    """Words of the store, ordinary words, numbers, short words, and what resembles nothing stay as typed."""
    assert best(harbour, typed) == typed


def test_readings_are_rated(harbour: Engine) -> None:
    """Several readings come the likeliest first, none of them certain; a word that is there is."""
    ((_, sure),) = respell(harbour.index, ["bridge"])
    ((_, guessed),) = respell(harbour.index, ["brigde"])
    assert sure == [("bridge", 1.0)]
    rates = [rate for _, rate in guessed]
    assert rates == sorted(rates, reverse=True)
    assert all(0 < rate < 1 for rate in rates)


def test_the_first_letter_counts_more(harbour: Engine) -> None:
    """A slip in the first letter is less likely than one further on."""
    ((_, within),) = respell(harbour.index, ["harbuur"])
    ((_, first),) = respell(harbour.index, ["aharbour"])
    assert (within[0][0], first[0][0]) == ("harbour", "harbour")
    assert first[0][1] < within[0][1]


def test_each_typed_word_comes_once(harbour: Engine) -> None:
    """Every word is read, in order; two that belong together are read as one."""
    typed = words("why was har bour brigde shut")
    assert [word for word, _ in respell(harbour.index, typed)] == ["why", "was", "har bour", "brigde", "shut"]


def test_nothing_typed_is_nothing_read(harbour: Engine) -> None:
    """No word has no reading."""
    assert list(respell(harbour.index, [])) == []
