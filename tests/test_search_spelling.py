"""Words typed otherwise than the store has them."""

import pytest
from helpers import engine, fact, store

from talkscli.language.words import words
from talkscli.search.engine import Engine
from talkscli.search.question.spelling import respell


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
        pytest.param("hte brigde", "the bridge", id="a short slip"),
        pytest.param("throuhg fog", "through fog", id="of a function word"),
        pytest.param("atend fog", "attend fog", id="a letter left out, not a space"),
        pytest.param("frmo fog", "from fog", id="of a short function word"),
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
    [
        "bridge",
        "why was the bridge shut",
        "64 singers",
        "1988",
        "fog",
        "zzyzx",
        "achieve",
        "qwertzuiop",
        "mast",
        "moth",
        "zzidewater",
    ],
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


# How sure a reading is


def readings(answer: str, typed: str) -> list[tuple[str, list[tuple[str, float]]]]:
    """Give the readings of typed words in a store of one sentence."""
    with engine(store(fact("f", answer))) as searching:
        return list(respell(searching.index, typed.split()))


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("fgo", "fgo", id="three letters are not compared"),
        pytest.param("afog", "afog", id="too unlike, what with the first letter"),
        pytest.param("bexxx", "bexxx", id="too unlike"),
        pytest.param("yetx", "yetx", id="function words of three letters are not compared"),
        pytest.param("inaugrtin", "inaugrtin", id="three letters left out"),
        pytest.param("inauxxguratxion", "inauxxguratxion", id="three letters too many"),
        pytest.param("inaugrtion", "inauguration", id="two letters left out"),
        pytest.param("inauxguratxion", "inauguration", id="two letters too many"),
        pytest.param("qtfog", "qtfog", id="neither of the first two letters"),
    ],
)
def test_what_is_compared(typed: str, read: str) -> None:
    """Words of four letters on are compared with such as begin alike and are at most two letters longer or shorter."""
    ((_, found),) = readings("Fog, bells, inauguration.", typed)
    assert found[0][0] == read


# Gaps


@pytest.mark.parametrize(
    ("answer", "typed", "read"),
    [
        pytest.param("ceasefire", "cease fire", "ceasefire", id="neither is a word of the store"),
        pytest.param("ceasefire cease", "cease fire", "ceasefire", id="the second is not"),
        pytest.param("ceasefire fire", "cease fire", "ceasefire", id="the first is not"),
        pytest.param("ceasefire cease fire", "cease fire", "cease fire", id="both are"),
        pytest.param("breakout break", "break out", "break out", id="a word and a function word"),
        pytest.param("breakout", "break out", "breakout", id="no word and a function word"),
        pytest.param("outbreak", "out break", "outbreak", id="a function word and no word"),
        pytest.param("login", "log in", "login", id="no word and a function word of two letters"),
        pytest.param("gull", "gu ll", "gull", id="four letters"),
        pytest.param("fog", "fo g", "fo g", id="three are too few"),
        pytest.param("bridge gull", "gull bri dge gull", "gull bridge gull", id="amid others"),
        pytest.param("bridge harbour", "bri dge har bour", "bridge harbour", id="one after another"),
    ],
)
def test_two_words_are_one(answer: str, typed: str, read: str) -> None:
    """A word cut in two is joined unless both halves make sense."""
    found = readings(answer, typed)
    assert " ".join(best[0][0] for _, best in found) == read
    assert " ".join(word for word, _ in found) == typed
    assert all(best[0][1] == 1.0 for _, best in found)


@pytest.mark.parametrize(
    ("answer", "typed", "read"),
    [
        pytest.param("fog bridge", "fogbridge", "fog bridge", id="two words of the store"),
        pytest.param("sea gullnest seagull nest", "seagullnest", "seagull nest", id="the most even cut"),
        pytest.param("bridge", "bridgeis", "bridge is", id="a function word of two letters"),
        pytest.param("bridge", "isbridge", "is bridge", id="before it too"),
        pytest.param("ox kingdom", "oxkingdom", "oxkingdom", id="other words of two letters are none"),
        pytest.param("kingdom", "akingdom", "kingdom", id="one letter is a slip"),
        pytest.param("kingdom", "kingdoma", "kingdom", id="after it too"),
        pytest.param("kingdom", "whyis", "why is", id="two function words"),
    ],
)
def test_one_word_is_two(answer: str, typed: str, read: str) -> None:
    """Two words that were typed as one are cut apart where both make sense."""
    ((word, found),) = readings(answer, typed)
    assert (word, found[0][0]) == (typed, read)


@pytest.mark.parametrize(
    ("answer", "typed", "read"),
    [
        pytest.param("There is free Wi-Fi.", "wifi", "wi fi", id="with a hyphen"),
        pytest.param("Write an e-mail.", "email", "e mail", id="after one letter"),
        pytest.param("First log in there.", "login", "log in", id="a function word"),
        pytest.param("They log it in the hall.", "login", "login", id="not side by side"),
        pytest.param("The website has a web site.", "website", "website", id="the store has both"),
    ],
)
def test_a_word_is_read_as_the_store_writes_it(answer: str, typed: str, read: str) -> None:
    """An ordinary word that the store lacks may stand there in two."""
    ((_, found),) = readings(answer, typed)
    assert found[0] == (read, 1.0)


def test_what_is_but_written_in_two_was_not_misread() -> None:
    """Nobody is told that a word was read as its own letters."""
    with engine(store(fact("f", "There is free Wi-Fi.", question="Is there Wi-Fi?"))) as searching:
        found = searching.search("wifi")
    assert found.answered
    assert not found.read_as


def test_a_name_in_one_word_is_sure(harbour: Engine) -> None:
    """A name is told from other words that it may be cut into."""
    assert list(respell(harbour.index, ["cityhall"])) == [("cityhall", [("city hall", 1.0)])]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        pytest.param("cert", "certificate", id="cut short"),
        pytest.param("certs", "certificate", id="and in the plural"),
        pytest.param("grand", "grand", id="a common word stands for itself"),
        pytest.param("lant", "lant", id="of a word that few facts have there is none"),
        pytest.param("cer", "cer", id="nor of three letters"),
    ],
)
def test_a_word_cut_short_is_read_whole(typed: str, read: str) -> None:
    """If it begins a word that many facts have."""
    rows = [fact(f"f{n}", f"A certificate and a grandmaster of pier {n}.") for n in range(4)]
    with engine(store(*rows, fact("lamp", "A lantern hung there."))) as searching:
        ((_, found),) = respell(searching.index, [typed])
        assert found[0][0] == read
