"""Words that mean the same, and the cutting of texts into tokens."""

import re
from pathlib import Path

import pytest
from helpers import quick, slow
from hypothesis import given
from hypothesis import strategies as st

from talkscli.language import lexicon
from talkscli.language.lexicon import Lexicon, analyse, find_spans, longest
from talkscli.language.tongues import tongue
from talkscli.language.words import phrase_key, words

TABLES = Path(lexicon.__file__).parent / "tables"
COMMON = Lexicon(())
OWN = Lexicon([("quay", "pier", "landing stage"), ("pier", "jetty")])


def keys(text: str, spans: dict[str, list[str]] | None = None) -> list[str]:
    """Cut a text by the names and phrases given."""
    spans = spans or {}
    return [token.key for token in analyse(words(text), spans)]


# Synonyms


@pytest.mark.parametrize(
    ("word", "other", "same"),
    [
        pytest.param("quay", "pier", True, id="of a group"),
        pytest.param("pier", "quay", True, id="both ways"),
        pytest.param("pier", "jetti", True, id="of another group with the word"),
        pytest.param("quay", "jetti", False, id="groups are not chained"),
        pytest.param("quay", "land_stage", True, id="phrase"),
        pytest.param("land_stage", "quay", True, id="from a phrase"),
        pytest.param("quay", "quay", False, id="not of itself"),
    ],
)
def test_synonyms_of_a_store(word: str, other: str, same: bool) -> None:
    """Words of one group mean each other, in the form that texts are cut into."""
    assert (other in OWN.synonyms.get(word, ())) is same


@pytest.mark.parametrize(
    ("word", "other"),
    [("truce", "ceasefire"), ("failure", "fail"), ("captive", "prisoner"), ("fought", "fight")],
)
def test_common_synonyms_come_with_the_package(word: str, other: str) -> None:
    """Everyday words for the same thing need no group of the store."""
    assert phrase_key(other) in COMMON.synonyms[phrase_key(word)]


def test_a_member_of_many_words_is_a_phrase() -> None:
    """A phrase of a group is known by its stems."""
    assert OWN.phrases[phrase_key("landing stages")] == OWN.phrases[phrase_key("Landing Stage")]


def test_empty_members_are_passed_over() -> None:
    """A group of signs and blanks means nothing."""
    odd = Lexicon([("", "?!", " "), ("zeppelin",), ()])
    assert "" not in odd.synonyms
    assert odd.synonyms["zeppelin"] == set()


@slow
@given(groups=st.lists(st.lists(st.text("abc xyz", max_size=8), max_size=4), max_size=4))
def test_synonyms_go_both_ways(groups: list[list[str]]) -> None:
    """Whatever the groups, a word that means another is meant by it, and never means itself."""
    table = Lexicon(groups, tongue("uk")).synonyms  # the package's own groups are English
    assert all(word in table[other] and word != other for word, others in table.items() for other in others)


# The tables of the package


def test_the_table_of_synonyms_is_well_formed() -> None:
    """Each member is lower-case words; none is empty; a group has at least two, none of them twice."""
    for line in (TABLES / "synonyms-en.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        members = [member.strip() for member in line.split(",")]
        assert all(re.fullmatch(r"[a-z0-9'. -]+", member) for member in members), line
        assert len(members) > 1, line
        assert len(set(members)) == len(members), line


def test_phrases_of_the_tables_can_be_found() -> None:
    """No phrase is longer than what texts are looked through for."""
    assert max(key.count(" ") + 1 for key in COMMON.phrases) <= lexicon.MAX_PHRASE


# Cutting


def test_a_text_is_cut_into_stems_and_function_words() -> None:
    """Words are stemmed; function words are marked as such."""
    assert keys("Why were the bridges opened?") == ["=why", "=were", "=the", "bridg", "open"]


def test_the_longest_name_wins() -> None:
    """Where a name is within a longer one, the longer one is meant."""
    spans = {"harbour": ["@1"], "harbour bridg": ["@2"], "harbour bridg choir": ["@3"]}
    assert keys("the Harbour Bridge Choir", spans) == ["=the", "@3"]
    assert keys("the Harbour Bridge song", spans) == ["=the", "@2", "song"]
    assert keys("the harbour song", spans) == ["=the", "@1", "song"]


def test_a_name_of_several_gives_all() -> None:
    """A name that several have stands for each of them, at the same place."""
    tokens = analyse(["ingrid", "sang"], {"ingrid": ["@1", "@2"]})
    assert [(t.key, t.start, t.size) for t in tokens] == [("@1", 0, 1), ("@2", 0, 1), ("sang", 1, 1)]


def test_a_function_word_is_no_name() -> None:
    """An alias such as "It" does not take every "it" for a name; within a longer name it may stand."""
    spans = {"it": ["@1"], "the who": ["@2"]}
    assert keys("it sang", spans) == ["=it", "sang"]
    assert keys("the who sang", spans) == ["@2", "sang"]


def test_a_token_tells_its_words() -> None:
    """A phrase knows where it stands, how many words it takes, and their stems, function words aside."""
    (token,) = analyse(["pull", "out", "of", "ports"], {"pull out of port": ["x"]})
    assert (token.key, token.start, token.size, token.stems) == ("x", 0, 4, ("pull", "port"))


@quick
@given(text=st.text(), spans=st.dictionaries(st.sampled_from(["a", "a b", "b c d", "x", "the a"]), st.just(["@1"])))
def test_cutting_loses_no_word(text: str, spans: dict[str, list[str]]) -> None:
    """Every word of a text is in just one token, in order."""
    folded = words(text + " a b c d the a")
    tokens = analyse(folded, spans)
    assert [at for token in tokens for at in range(token.start, token.start + token.size)] == list(range(len(folded)))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Landing Stages", "landing-stage"), ("Türkiye", "turkiye"), ("Medinski’s", "MEDINSKI"), ("U.S.", "USA")],
)
def test_names_are_looked_up_in_any_writing(one: str, other: str) -> None:
    """Case, accents, number and apostrophes make no other name."""
    assert phrase_key(one) == phrase_key(other)


def test_no_words_make_no_key() -> None:
    """Signs alone are no name."""
    assert phrase_key(" ?! ") == ""


# Phrases and function words in the tables


def test_function_words_alone_are_no_phrase() -> None:
    """A member such as "how much" is passed over; one with any other word is a phrase, a single one is a word."""
    own = Lexicon([("how much", "number of zebras", "it", "gull of")])
    assert "how much" not in own.phrases
    assert own.phrases["number of zebra"] == "number_of_zebra"
    assert own.synonyms["it"] == {"number_of_zebra", "gull_of"}
    assert "how_much" not in own.synonyms


def test_a_word_means_no_less_for_being_said_twice() -> None:
    """A member that comes twice, or in two forms, is one."""
    assert Lexicon([("quay", "quays", "pier")]).synonyms["quay"] >= {"pier"}
    assert "quay" not in Lexicon([("quay", "quays", "pier")]).synonyms["quay"]


# Finding phrases


def found(text: str, *spans: str) -> list[tuple[int, int]]:
    """Give where phrases are found in a text: index of the first word and how many."""
    folded, table = text.split(), {span: [span] for span in spans}
    rows = list(find_spans(folded, folded, table, longest(table)))
    assert all(tokens == [" ".join(folded[at : at + size])] for at, size, tokens in rows)
    return [(at, size) for at, size, _ in rows]


@pytest.mark.parametrize(
    ("text", "spans", "expected"),
    [
        ("x y z", [], []),
        ("x y z", ["y"], [(1, 1)]),
        ("x y z", ["x y", "y z"], [(0, 2)]),  # the first wins over what overlaps it
        ("x y z", ["x y", "z"], [(0, 2), (2, 1)]),  # one may follow at once
        ("x y z", ["x", "x y", "x y z"], [(0, 3)]),
        ("x y x", ["x", "x y z"], [(0, 1), (2, 1)]),  # a longer one is not all there
        ("x y", ["x y z", "y z"], []),  # cut off at the end
        ("w x y", ["x y"], [(1, 2)]),
        ("x x x", ["x x"], [(0, 2)]),
        ("x y x y", ["x y"], [(0, 2), (2, 2)]),
        ("the who", ["the", "who", "the who"], [(0, 2)]),
        ("the x", ["the", "x"], [(1, 1)]),  # a function word alone is no name
        ("the x y", ["the", "x y", "the x"], [(0, 2)]),
        ("a b c d e f", ["a b c d e f"], [(0, 6)]),
    ],
)
def test_where_phrases_are_found(text: str, spans: list[str], expected: list[tuple[int, int]]) -> None:
    """From left to right the longest that begins at a word is taken, and none within another."""
    assert found(text, *spans) == expected
