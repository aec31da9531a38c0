"""The word tables: each names its source, and what they tell of words."""

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

import talkscli
from talkscli.language.frequency import common, function_words, zipf
from talkscli.language.offices import is_part, is_role
from talkscli.language.opposites import opposites
from talkscli.language.parts import is_adjective, is_deed, is_mostly_verb, is_verb
from talkscli.language.related import related
from talkscli.language.tables import holds, look_up
from talkscli.language.tables import read as read_table
from talkscli.language.tongues import tongue
from talkscli.language.verbs import participles, past, pasts
from talkscli.language.vocabulary import gazetteer, given_names, is_also_family, is_family
from talkscli.language.words import fold, stems
from talkscli.store.files import read

TABLES = Path(talkscli.__file__).parent / "language/tables"
MADE = sorted(path.name for path in TABLES.glob("*.txt") if path.name != "NOTICE.txt")


def test_frequent_words_are_told_from_rare_ones():
    """The more frequent a word is in English, the higher its Zipf frequency; what is not listed has none."""
    ranked = [zipf(word) for word in ("the", "tell", "nationality", "knitting", "lausanne", "medinskii")]
    assert ranked == sorted(ranked, reverse=True)
    assert ranked[0] > 7
    assert 2 < ranked[-2] < 4
    assert ranked[-1] == 0


@pytest.mark.parametrize("word", ["", " ", "e w", "1000", "5.2", "#", "of the", "\n"])
def test_what_is_no_word_has_no_frequency(word):
    """Figures, blanks and several words at once are not found in the middle of a line."""
    assert zipf(word) == 0


@given(
    st.dictionaries(st.from_regex(r"[a-zß-я]+", fullmatch=True), st.integers(0, 99)),
    st.from_regex(r"[a-z]+", fullmatch=True),
)
def test_a_line_is_found_wherever_it_stands(rows, other):
    """Of sorted lines each is found by its first word; no other word is."""
    table = "".join(f"{word} {rows[word]}\n" for word in sorted(rows)).encode()
    assert [look_up(table, word) for word in rows] == [str(value) for value in rows.values()]
    assert other in rows or look_up(table, other) == ""


@pytest.mark.parametrize(
    ("word", "other"),
    [("win", "lose"), ("accepted", "reject"), ("begin", "end"), ("increase", "decrease"), ("war", "peace"),
     ("victory", "defeat"), ("agree", "disagree"), ("happy", "unhappy"), ("acceptance", "rejection"),
     ("largest", "smallest"), ("older", "younger"), ("easiest", "uneasiest")],
)  # fmt: skip
def test_opposites(word, other):
    """Verbs, nouns and adjectives have opposites, whatever their form, and each is the other's."""
    (stem,), (opposite,) = stems([word]), stems([other])
    assert opposite in opposites(word)
    assert stem in opposites(opposite)


@pytest.mark.parametrize("word", ["", "the", "nosuchword", "moscow"])
def test_words_without_an_opposite(word):
    """Most words have none."""
    assert opposites(word) == frozenset()


@pytest.mark.parametrize("name", MADE)
def test_every_table_names_its_source(name):
    """The first line of a table tells source, version and licence, and whoever made it anew would know how."""
    first = (TABLES / name).read_text("utf-8").partition("\n")[0]
    assert re.match(r"# .+ \d+\.\d+.* licence|# .+ \d+\.\d+.*CC BY", first), first
    assert "tools/tables.py" in first


@pytest.mark.parametrize(
    ("name", "stands_for", "kind"),
    [("French", "France", "country"), ("Frenchmen", "France", "country"), ("Kanada", "Canada", "country"),
     ("Японія", "Japan", "country"), ("Norveç", "Norway", "country"), ("Oslo", "Norway", "country"),
     ("Danube", "Danube", "place"), ("Lausanne", "Lausanne", "place"), ("U.N.", "United Nations", "organisation")],
)  # fmt: skip
def test_names_that_are_known(name, stands_for, kind):
    """Countries go by their people, capitals and names in five languages; rivers, cities and great bodies are known."""
    known = gazetteer()[name]
    assert (known.name, known.kind) == (stands_for, kind)


@pytest.mark.parametrize("word", ["Nice", "Reading", "Mobile", "Of", "Bath", "Split", "Orange", "Churchill"])
def test_words_and_names_of_people_are_no_places(word):
    """What is an ordinary word, a given name or a family name too is a place only where the text says so."""
    assert word not in gazetteer()


def test_given_names_tell_men_from_women():
    """Those of many languages, in Latin and Cyrillic letters; some are borne by both."""
    told = {name: given_names()[name] for name in ("Greta", "Olaf", "Ярослав", "Оксана", "Emine", "Kim")}
    assert told == {"Greta": "f", "Olaf": "m", "Ярослав": "m", "Оксана": "f", "Emine": "f", "Kim": "mf"}
    assert not {"Bridge", "London", "Sunday", "Minister"} & given_names().keys()
    assert {"Vikram", "Shimon", "Ashraf"} <= given_names().keys()  # of the register of births
    assert not {"Lexus", "Brixton", "Goodman"} & given_names().keys()  # better known as something else


def test_family_names() -> None:
    """Those of many languages that are no words, places or cities abroad."""
    assert all(map(is_family, ("Goodman", "Kumar", "Zhang")))
    assert not any(map(is_family, ("Bridge", "Fish", "London", "Heidelberg", "Good", "Go", "")))
    assert is_also_family("Fish")
    assert not any(map(is_also_family, ("Cup", "Goodman", "fish", "")))


def told_of() -> set[str]:
    """Name all entities of the shipped store and all people of the articles; of people the other and family names too."""
    root = Path(__file__).parent
    store = read(root.parent / "data/facts.json")
    people = {alias for entity in store.entities if entity.kind == "person" for alias in (entity.name, *entity.aliases)}
    for path in (root / "articles").glob("*.json"):
        people |= msgspec.json.decode(path.read_bytes()).get("people", {}).keys()
    family = {name.split()[-1] for name in people if name.split()[-1][0].isupper()}
    return {name for name in people | family if len(name) > 3} | {entity.name for entity in store.entities}


def standing_in(text: str, names: set[str]) -> set[str]:
    """Find the names that stand in a text as whole words."""
    return {name for name in names if name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}


def test_code_knows_no_story():
    """Nobody and nothing of the shipped store or of an article of the tests stands in the code, comments included.

    The command line alone shows the shipped store in its examples.
    """
    root = TABLES.parent.parent
    code = {path.relative_to(root): path.read_text("utf-8") for path in root.rglob("*.py")}
    assert standing_in((Path(__file__).parent.parent / "data/facts.json").read_text("utf-8"), told_of())
    assert {
        str(path): found
        for path, text in code.items()
        if path.parts[0] != "cli" and (found := standing_in(text, told_of()))
    } == {}


@pytest.mark.parametrize("name", ["bodies-en", "opposites-en", "ordinary-en", "persons-en", "synonyms-en"])
def test_general_tables_know_no_story(name):
    """A table that is no list of names has none of these either, unless it is a common word or known everywhere."""
    names = {each.lower() for each in told_of() if each not in gazetteer() and not zipf(each.lower())}
    assert len(names) > 100
    assert standing_in((TABLES / f"{name}.txt").read_text("utf-8").lower(), names) == set()


@pytest.mark.parametrize(("word", "other"), [("hotel", "inn"), ("prisoners", "inmates"), ("cost", "fees")])
def test_words_of_like_meaning_are_related(word: str, other: str):
    """Both ways alike."""
    one, two = stems([word, other])
    assert related(one)[two] == related(two)[one] >= 0.4


@pytest.mark.parametrize(
    ("language", "word", "other"),
    [("de", "Kosten", "Preis"), ("fr", "médecin", "docteur"), ("uk", "ціна", "вартість"), ("es", "médico", "doctor")],
)
def test_words_of_other_languages_are_related_too(language: str, word: str, other: str):
    """By the first letters that stand for a word."""
    one, two = tongue(language).stems([fold(word), fold(other)])
    assert related(one, language)[two] >= 0.4
    assert related(one, "tlh") == {}


def test_every_table_of_related_words_is_read():
    """None lies there unused, and none is looked for in vain."""
    made = {path.stem.removeprefix("related-") for path in TABLES.glob("related-*.txt")}
    assert made == {code for code in (*function_words(), "en") if code not in ("ja", "zh")}
    assert all(related(read_table(f"related-{code}").split()[0], code) for code in made)


def test_irregular_verbs():
    """The past of a verb that is not in the table ends in "-ed"; of an irregular one the usual form comes first."""
    assert [past(verb) for verb in ("go", "be", "hear", "cost", "show")] == ["went", "was", "heard", "cost", "showed"]
    assert [past(verb) for verb in ("walk", "bridge", "try", "play")] == ["walked", "bridged", "tried", "played"]
    assert {"gone", "born", "borne", "held"} <= participles()
    assert {"went", "were", "held"} <= pasts()
    assert "gone" not in pasts()


@pytest.mark.parametrize(("word", "opposite"), [("accept", "reject"), ("large", "small"), ("success", "failure")])
def test_opposites_are_not_related(word: str, opposite: str):
    """They are of the same matter, but mean the contrary."""
    one, two = stems([word, opposite])
    assert two not in related(one)


@pytest.mark.parametrize("word", ["", "zyzzyva", "aaa zz", "\u0430\u0431\u0432", "@0"])
def test_what_is_not_listed_is_related_to_nothing(word: str):
    """Before the first line, after the last, in between, in no English letters."""
    assert related(word) == {}


def test_every_line_of_related_words_is_found():
    """The first and the last line too: the look-up halves a sorted table."""
    lines = [line.split(" ") for line in read_table("related-en").splitlines()]
    assert len(lines) > 10_000
    for stem, *others in (lines[0], lines[-1], *lines[::97]):
        assert len(related(stem)) == len(others)


def test_parts_of_speech():
    """A word that is a verb as often as a noun is told from one that is mostly a verb."""
    assert [is_mostly_verb(word) for word in ("say", "attend", "plan", "house")] == [True, True, False, False]
    assert [is_verb(word) for word in ("say", "plan", "house", "peace")] == [True, True, True, False]
    assert [is_adjective(word) for word in ("open", "safe", "bridge")] == [True, True, False]
    assert [is_deed(word) for word in ("meeting", "asking")] == [True, False]


@pytest.mark.parametrize("word", ["botanist", "vibraphonist", "historian", "mountaineer", "postman", "prime", "mayor"])
def test_words_for_what_people_do(word):
    """An office, or a word with the ending of an occupation, be it in a table or too rare for one."""
    assert is_part(word) or is_role(word)


@pytest.mark.parametrize("word", ["twist", "wrist", "heist", "playlist", "median", "veneer", "human"])
def test_words_that_only_end_as_those_for_what_people_do(word):
    """A word that is known and means no person is no occupation, whatever its ending."""
    assert not is_role(word)


def test_common_words_are_told_from_rare_ones() -> None:
    """Looked up together, words are as frequent as one by one, and keep their order."""
    given = ["the", "qwrt", "harbour", "moscow", "th", "zyzzyva"]
    assert common(given, 4.0) == [word for word in given if zipf(word) >= 4.0]
    assert "the" in common(given, 4.0)


@given(st.sets(st.text("abcé’", min_size=1)), st.text("abcé’", min_size=1))
def test_a_word_is_found_in_a_table_of_words_if_it_is_one_of_them(words, word):
    """Part of a word is none, nor are two words."""
    table = "".join(f"{each} " for each in sorted(words, key=str.encode)).encode()
    assert holds(table, word) is (word in words)
    assert all(holds(table, each) for each in words)
    assert not any(holds(table, f"{each} {word}") for each in words)


def test_short_forms_are_given_names():
    """The short forms by which many are called are given names, though a word or a place may be called so."""
    assert {"Matt", "Bob", "Pat", "Rob"} <= given_names().keys()
    assert not {"May", "Will", "Les", "Chad"} & given_names().keys()


def test_a_people_is_of_one_country():
    """What two countries' people may be called means those whose first name it is."""
    assert {name: gazetteer()[name].name for name in ("Chinese", "Taiwanese", "Mauritanian")} == {
        "Chinese": "China", "Taiwanese": "Taiwan", "Mauritanian": "Mauritania",
    }  # fmt: skip
    assert "Chinese" not in gazetteer()["Taiwan"].demonyms
