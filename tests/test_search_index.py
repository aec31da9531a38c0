"""The index: what is counted of a store, what is kept of each fact, and which facts a question may mean."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from math import log

import pytest
from helpers import HARBOUR, engine, entity, fact, store

from talkscli.language.lexicon import Lexicon
from talkscli.search import index as rooms
from talkscli.search.builder import build
from talkscli.search.index import Doc, Index, idf, shortness
from talkscli.store.model import Citation, Entity, Fact, Source, Store

ONE, TWO, THREE = 0.98083, 0.47000, 0.13353  # inverse document frequency of a word in one, two, all of three facts


@pytest.fixture(scope="module")
def harbour() -> Iterator[Index]:
    """Give the index of the small store."""
    with engine(HARBOUR) as made:
        yield made.index


@pytest.fixture
def made() -> Iterator[list[Index]]:
    """Collect indexes, and close them after the test."""
    opened: list[Index] = []
    yield opened
    for one in opened:
        one.db.close()


def docs(of: Store) -> list[Doc]:
    """Give the analysed facts of a store."""
    with engine(of) as searching:
        return searching.index.docs(range(len(of.facts)))


def said(*answers: str) -> Store:
    """Give a store of bare sentences, f0, f1, and so on."""
    return store(*(fact(f"f{n}", answer) for n, answer in enumerate(answers)))


# Formulas


@pytest.mark.parametrize(
    ("size", "df", "weight"),
    [(10, 0, log(22)), (10, 1, log(22 / 3)), (10, 10, log(22 / 21)), (3, 1, ONE), (3, 2, TWO), (3, 3, THREE)],
)
def test_the_weight_of_a_word(size: int, df: int, weight: float) -> None:
    """A word weighs more the fewer facts have it, and always something."""
    assert idf(size, df) == pytest.approx(weight, abs=1e-5)


@pytest.mark.parametrize(
    ("size", "mean", "factor"),
    [(10, 10, 1.0), (20, 10, 2.2 / 3.1), (5, 20, 2.2 / 1.525), (0, 10, 2.2 / 1.3), (30, 10, 0.55)],
)
def test_the_factor_for_the_length(size: int, mean: float, factor: float) -> None:
    """A fact of the mean length is worth 1, a shorter one more, a longer one less."""
    assert shortness(size, mean) == pytest.approx(factor)


def test_the_index_knows_how_many_facts_there_are(harbour: Index) -> None:
    """Weights are those of a store of this size; a store without facts has an index too."""
    assert harbour.size == 10
    assert harbour.idf(1) == pytest.approx(log(22 / 3))
    with engine(store()) as searching:
        assert searching.index.size == 0
        assert searching.index.candidates({"gull": 1}, 5) == []


# What is counted


def test_a_fact_counts_once() -> None:
    """However often a fact says a word, in its questions and its answer, it is one fact that says it."""
    facts = (
        fact("a", "Gull, gull, gulls.", question="A gull?", phrasings=("the gull",)),
        fact("b", "The gull is back."),
        fact("c", "A rope.", topics=("gull",)),  # stands around it: found by it, but does not say it
    )
    with engine(store(*facts)) as searching:
        found = searching.index
        assert found.df(["gull", "rope", "=the", "?any", "?what", "zeppelin"]) == {"gull": 2, "rope": 1, "=the": 2}
        assert sorted(found.candidates({"gull": 2}, 5)) == [0, 1, 2]


def test_the_length_of_a_fact_is_its_tokens() -> None:
    """Each word that is not a function word counts once, those around the fact too, and no more than 255 do."""
    facts = (
        fact("a", "The gull and the gull sat on a rope.", question="Why did the gull sit?", topics=("pier", "rope")),
        fact("b", ""),
        fact("c", " ".join(str(n) for n in range(1000, 1255))),
        fact("d", " ".join(str(n) for n in range(1000, 1300))),
    )
    with engine(store(*facts)) as searching:
        kept = searching.index.db.execute("SELECT value FROM meta WHERE key = 'sizes'").fetchone()[0]
    assert list(kept) == [5, 0, 255, 255]  # gull, sat, rope, sit, pier


def test_the_norms_of_texts() -> None:
    """Each question and the answer has the Euclidean length of its words' weights; light words weigh 0.3 of theirs."""
    facts = (
        fact("a", "tell mast", question="Where is the gull?", phrasings=("gull nest",)),
        fact("b", "The mast fell."),
        fact("c", "Rope."),
    )
    first, second, third = docs(store(*facts))
    # =where, =is, gull: one fact each; =the, mast: two
    expected = [(3 * ONE**2 + TWO**2) ** 0.5, (2 * ONE**2) ** 0.5, (TWO**2 + (0.3 * ONE) ** 2) ** 0.5]
    assert list(first.norms) == pytest.approx(expected, abs=1e-4)
    assert list(second.norms) == pytest.approx([(2 * TWO**2 + ONE**2) ** 0.5], abs=1e-4)
    assert list(third.norms) == pytest.approx([ONE], abs=1e-4)


@pytest.mark.parametrize(("many", "told"), [(999, []), (1000, [(1000, 1000)]), (2001, [(1000, 2001), (2000, 2001)])])
def test_each_thousand_facts_are_told(many: int, told: list[tuple[int, int]]) -> None:
    """After each thousand it is told how many facts are done, of how many."""
    heard: list[tuple[int, int]] = []
    build(store(*(fact(f"f{n}", "") for n in range(many))), progress=lambda *at: heard.append(at)).close()
    assert heard == told


def test_the_key_is_kept() -> None:
    """An index says of what it was made."""
    with closing(build(store(), key="town")) as db:
        assert dict(db.execute("SELECT key, value FROM meta")) == {"facts": 0, "sizes": b"", "key": "town"}


def test_a_build_that_fails_closes_its_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stops the building is passed on, and no database stays open."""
    opened: list[sqlite3.Connection] = []
    connect = sqlite3.connect

    def noted(*args: object, **more: object) -> sqlite3.Connection:
        opened.append(connect(*args, **more))  # type: ignore[call-overload]
        return opened[-1]

    def stop(_done: int, _total: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(sqlite3, "connect", noted)
    with pytest.raises(KeyboardInterrupt):
        build(store(*(fact(f"f{n}", "") for n in range(1000))), progress=stop)
    with pytest.raises(sqlite3.ProgrammingError):
        opened[0].execute("SELECT 1")


# What is kept of a fact


def test_a_fact_is_analysed() -> None:
    """Its questions, each said once, and its answer become tokens, each with the questions that hold it."""
    one = fact("a", "The ropes.", question="Why the gull?", phrasings=("gull nests", "Why the gull?", ""))
    (doc,) = docs(store(one))
    assert doc.asked == {"=why": [0], "=the": [0], "gull": [0, 1], "?why": [0], "nest": [1], "?any": [1]}
    assert doc.answer == {"=the", "rope"}
    assert doc.texts == ["why the gull", "gull nests"]


def test_a_bare_sentence_is_its_own_text() -> None:
    """Where there is no question, the answer is what questions are compared with."""
    (doc,) = docs(said("The ropes, on 3 gulls."))
    assert (doc.asked, doc.texts, len(doc.norms)) == ({}, ["the ropes on 3 gulls"], 1)


@pytest.mark.parametrize(
    ("quote", "answer"), [("Rope!", {"gull", "rope"}), ("Gull", {"gull"}), (None, {"gull"}), ("", {"gull"})]
)
def test_a_quote_is_part_of_the_answer(quote: str | None, answer: set[str]) -> None:
    """What is quoted is said too, once."""
    (doc,) = docs(store(fact("a", "Gull.", quote=quote)))
    assert doc.answer == answer
    assert doc.texts == ["gull rope" if quote == "Rope!" else "gull"]


def test_what_stands_around_a_fact() -> None:
    """Its section, who says so, its topics and whom it is about are its context, function words aside."""
    one = fact(
        "a", "Gull.", citation=Citation(section="The Piers"), attribution="Two keepers", topics=("rope", "tar"),
        about=("hall",), speaker="moe",
    )  # fmt: skip
    entities = (entity("moe", "Ada Moe", kind="person"), entity("hall", "Meridian Hall"), entity("not", "Gullborough"))
    (doc,) = docs(store(one, entities=entities))
    assert doc.context == {"pier", "2", "keeper", "rope", "tar", "@0", "@1"}
    assert doc.holds == {"person", "name"}  # an entity of no kind has a name at least


def test_the_words_of_a_phrase_stand_around_it() -> None:
    """A fact with phrases and names has their tokens in what it says and their words in its context."""
    one = fact("a", "Ada Moe of the mast had to break down and Meridian Hall did break down.")
    entities = (entity("moe", "Ada Moe"), entity("hall", "Meridian Hall"))
    (doc,) = docs(store(one, entities=entities))
    assert doc.answer == {"@0", "=of", "=the", "mast", "=had", "=to", "break_down", "=and", "@1", "=did"}
    assert doc.context == {"ada", "moe", "break", "meridian", "hall"}


def test_a_name_of_several_stands_for_each_of_them() -> None:
    """A fact that says a name which two have says both."""
    moes = (entity("a", "Ada Moe", aliases=("Moe",)), entity("b", "Bo Moe", aliases=("Moe", "moe", "Bo Moe")))
    with engine(store(fact("f", "Moe sang."), entities=moes)) as searching:
        (doc,) = searching.index.docs([0])
        assert doc.answer == {"@0", "@1", "sang"}
        assert searching.index.spans(["moe", "ada moe", "sang"]) == {"moe": ["@0", "@1"], "ada moe": ["@0"]}


@pytest.mark.parametrize(("name", "found"), [("Old North Quay Brass Tuba Band", True),
                                             ("Old North Quay Pier Brass Tuba Band", False)])  # fmt: skip
def test_a_name_of_six_words_is_the_longest(name: str, found: bool) -> None:
    """A name of up to six words is found as such in a text, a longer one by its words."""
    of = store(fact("f", f"Then the {name} sang."), entities=(entity("band", name),))
    (doc,) = docs(of)
    assert ("@0" in doc.answer) is found
    assert ("tuba" in doc.answer) is not found


HERE, THERE = Citation(section="Quay", paragraph=1), Citation(section="Quay", paragraph=2)


def contexts(*facts: Fact) -> list[set[str]]:
    """Give what stands around each of these facts, their section aside."""
    return [set(doc.context) - {"quay"} for doc in docs(store(*facts))]


def test_the_sentences_beside_a_bare_one_stand_around_it() -> None:
    """A sentence has the content of the one before and the one after in its context, no further ones."""
    facts = [fact(f"f{n}", f"The {word}.", citation=HERE) for n, word in enumerate(("gull", "rope", "mast"))]
    assert contexts(*facts) == [{"rope"}, {"gull", "mast"}, {"rope"}]


@pytest.mark.parametrize("other", [THERE, Citation(section="Pier", paragraph=1), None,
                                   Citation(section="Quay", paragraph=1, source="log")])  # fmt: skip
def test_another_paragraph_stands_not_around_a_sentence(other: Citation | None) -> None:
    """Sentences of other paragraphs, sections or sources, or of none, are no neighbours."""
    facts = (fact("a", "Gull.", citation=HERE), fact("b", "Rope.", citation=other))
    around = [doc.context for doc in docs(store(*facts, sources=(Source(id="log"),)))]
    assert "rope" not in around[0]
    assert "gull" not in around[1]


def test_facts_without_a_place_are_no_neighbours() -> None:
    """Sentences of nowhere have nothing around them."""
    assert contexts(fact("a", "Gull."), fact("b", "Rope.")) == [set(), set()]


def test_a_fact_with_questions_has_no_neighbour_before_it() -> None:
    """Only a bare sentence is read with the one before it; that one may have questions."""
    bare, asked = fact("a", "Gull.", citation=HERE), fact("b", "Rope.", question="Mast?", citation=HERE)
    assert contexts(bare, asked) == [set(), set()]
    assert contexts(asked, bare) == [{"gull"}, {"rope"}]


# Looking up


def test_a_name_goes_before_a_phrase() -> None:
    """Where a name is spelled like a phrase of the tables, the name is meant."""
    with engine(store(fact(), entities=(entity("a", "Pull Out"),))) as searching:
        assert searching.index.spans(["pull out", "break down", "gull"]) == {
            "pull out": ["@0"],
            "break down": ["break_down"],
        }


def test_words_are_given_by_first_letter_and_length() -> None:
    """Of the store's words, names included, those of a length in the limits are given, and of one letter alone."""
    of = store(fact("a", "tar tide tower taverns gull"), entities=(entity("e", "Tulip Sea"),))
    with engine(of) as searching:
        assert sorted(searching.index.words("t", 4, 5)) == ["tide", "tower", "tulip"]
        assert sorted(searching.index.words("t", 3, 7)) == ["tar", "taverns", "tide", "tower", "tulip"]
        assert searching.index.words("x", 1, 9) == []
        assert searching.index.known(["tar", "sea", "tars", "the"]) == {"tar", "sea"}


@pytest.mark.parametrize("first", ["a", "m", "z"])
def test_ordinary_words_are_given_by_first_letter(harbour: Index, first: str) -> None:
    """They are all those of the tables with it, and no others."""
    own = Lexicon(HARBOUR.synonyms).ordinary
    assert sorted(harbour.ordinary_like(first)) == sorted(stem for stem in own if stem[0] == first)


def test_what_words_are_is_looked_up(harbour: Index) -> None:
    """The class of ordinary words and the synonyms of tokens are those of the tables."""
    assert harbour.ordinary(["tell", "achiev", "harbour", "truce", "bridg", "zeppelin"]) == {
        "tell": "light", "achiev": "generic", "harbour": "topical", "truce": "known", "bridg": "known",
    }  # fmt: skip
    found = harbour.synonyms(["bridg", "singer", "zyx"])
    assert {key: sorted(others) for key, others in found.items()} == {
        "bridg": ["cross", "span"],
        "singer": ["chorist", "vocalist"],
    }


def test_a_name_in_one_word_or_as_the_store_writes_it(harbour: Index) -> None:
    """A name is found without its gaps, and by its stems in the store's spelling."""
    assert harbour.joined("cityhall") == "City Hall"
    assert harbour.joined("city hall") is None
    assert harbour.spelled("citi hall") == "City Hall"
    assert harbour.spelled("cityhall") is None


def test_facts_and_entities_go_by_their_place(harbour: Index) -> None:
    """A row is the place in the store; ids that there are not are left out."""
    assert [harbour.fact(row).id for row in (9, 0)] == ["fog", "bridge-opened"]
    assert [harbour.entity(row).id for row in (0, 7)] == ["solberg", "regatta"]
    assert harbour.entities(["berg", "none"]) == {"berg": HARBOUR.entities[1]}
    assert harbour.sources(["programme", "none"]) == {"programme": HARBOUR.sources[1]}


@pytest.mark.parametrize("many", [499, 500, 501, 1000, 1001])
def test_any_number_of_keys_is_looked_up(many: int) -> None:
    """More keys than one statement takes are looked up all the same, in their order."""
    with engine(store(*(fact(f"f{n}", f"{n + 5000}") for n in range(many)))) as searching:
        assert len(searching.index.known([str(n + 5000) for n in range(many)])) == many
        texts = [doc.texts[0] for doc in searching.index.docs(range(many))]
    assert texts == [str(n + 5000) for n in range(many)]


# Damage


@pytest.mark.parametrize("sizes", ["substr(value, 1, 9)", "CAST(value || value AS BLOB)"])
def test_an_index_without_a_length_for_each_fact_is_damaged(made: list[Index], sizes: str) -> None:
    """The length of every fact must be there, and no more."""
    made.append(Index(build(HARBOUR)))
    made[0].db.execute(f"UPDATE meta SET value = {sizes} WHERE key = 'sizes'")
    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        Index(made[0].db)


@pytest.mark.parametrize(
    "harm",
    [
        "DELETE FROM fact WHERE n = 3",
        "DELETE FROM norm WHERE n = 3",
        "UPDATE norm SET norms = substr(norms, 1, 4) WHERE n = 3",
        "UPDATE norm SET norms = CAST(norms || norms AS BLOB) WHERE n = 3",
        "UPDATE norm SET norms = CAST(norms || norms AS BLOB) WHERE n = 9",
    ],
)
def test_a_fact_that_is_not_whole_is_damage(made: list[Index], harm: str) -> None:
    """A fact without its row, or with norms for more or fewer texts than it has, is told from a sound one."""
    made.append(Index(build(HARBOUR)))
    made[0].db.execute(harm)
    assert len(made[0].docs([0, 1])) == 2
    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        made[0].docs([0, 3, 9])


def test_a_fact_beyond_the_last_is_damage(made: list[Index]) -> None:
    """A token that stands in a fact which there is not is told."""
    made.append(Index(build(said("gull", "rope"))))
    made[0].db.execute("UPDATE token SET facts = x'05000000' WHERE key = 'gull'")
    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        made[0].candidates({"gull": 1}, 5)


# Candidates

# alpha is in 2 facts, beta in 3, gamma in 4, delta in 5; all facts are of one length
LETTERS = said(
    "alpha beta gamma delta",
    "alpha filler1 gamma delta",
    "filler2 beta filler3 delta",
    "filler4 beta gamma filler5",
    "filler6 filler7 gamma delta",
    "filler8 filler9 filler10 delta",
)
COUNTS = {"delta": 5, "gamma": 4, "beta": 3, "alpha": 2}


def candidates(of: Store, df: dict[str, int], limit: int = 9) -> list[int]:
    """Give the facts that a question with these tokens may mean."""
    with engine(of) as searching:
        return searching.index.candidates(df, limit)


def test_what_holds_more_and_rarer_words_comes_first() -> None:
    """Facts come by the sum of the weights of the words that they hold."""
    assert candidates(LETTERS, COUNTS) == [0, 1, 3, 2, 4, 5]
    assert candidates(LETTERS, {"alpha": 2, "beta": 3}) == [0, 1, 2, 3]
    assert candidates(LETTERS, {}) == []


@pytest.mark.parametrize(
    ("budget", "further", "rows"),
    [
        pytest.param(14, 14, {0, 1, 2, 3, 4, 5}, id="all are read"),
        pytest.param(13, 14, {0, 1, 2, 3, 4}, id="the commonest only adds"),
        pytest.param(5, 14, {0, 1, 2, 3}, id="just two words bring facts"),
        pytest.param(4, 14, {0, 1}, id="just one does"),
        pytest.param(0, 14, {0, 1}, id="the rarest always does"),
    ],
)
def test_frequent_words_bring_no_facts(
    monkeypatch: pytest.MonkeyPatch, budget: int, further: int, rows: set[int]
) -> None:
    """Once the budget is spent by rarer words, more frequent ones bring no facts of their own."""
    monkeypatch.setattr(rooms, "BUDGET", budget)
    monkeypatch.setattr(rooms, "FURTHER", further)
    assert set(candidates(LETTERS, COUNTS)) == rows


@pytest.mark.parametrize(("further", "rows"), [(7, [1, 0]), (6, [0, 1]), (2, [0, 1])])
def test_frequent_words_add_up_to_a_limit(monkeypatch: pytest.MonkeyPatch, further: int, rows: list[int]) -> None:
    """Words beyond the budget add to the facts that were found, until the limit of what is read."""
    monkeypatch.setattr(rooms, "BUDGET", 2)
    monkeypatch.setattr(rooms, "FURTHER", further)
    of = said("gull tar", "gull mast", "mast oar", "mast sail", "mast rope", "mast deck")
    assert candidates(of, {"gull": 2, "mast": 5}) == rows


def test_what_frequent_words_add_is_their_weight(monkeypatch: pytest.MonkeyPatch) -> None:
    """Facts are in the same order whether a word brought them or only added to them."""
    freely = [row for row in candidates(LETTERS, COUNTS) if row in {0, 1, 2, 3}]
    monkeypatch.setattr(rooms, "BUDGET", 5)
    assert candidates(LETTERS, COUNTS) == freely


def test_equal_facts_come_by_their_place() -> None:
    """Of facts that are equally good the first of the store come, up to the limit."""
    of = said(*["gull rope"] * 7)
    assert candidates(of, {"gull": 7}, 3) == [0, 1, 2]
    assert candidates(of, {"gull": 7}, 7) == [0, 1, 2, 3, 4, 5, 6]


def test_the_shorter_fact_comes_first() -> None:
    """Of facts with the same words of the question the one with fewer others is better."""
    assert candidates(said("gull tar mast oar", "gull", "gull tar mast", "gull tar"), {"gull": 4}) == [1, 3, 2, 0]


@pytest.mark.parametrize(("long", "first"), [(3, 3), (4, 0)])
def test_length_moves_no_fact_far(long: int, first: int) -> None:
    """A short fact comes before longer ones with more of the words only from within four times the limit."""
    many = " ".join(f"w{n}x" for n in range(60))
    of = said(*[f"gull rope {many}"] * long, "gull", *["deck"] * 20)
    assert candidates(of, {"gull": long + 1, "rope": long}, 1) == [first]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_the_limit_cuts_the_list(limit: int) -> None:
    """Fewer candidates are the first of more."""
    assert candidates(LETTERS, COUNTS, limit) == [0, 1, 3, 2, 4, 5][:limit]


def test_the_budget_of_a_question() -> None:
    """So many entries may bring facts."""
    assert rooms.BUDGET == 5000


def test_repeated_questions_have_the_same_candidates() -> None:
    """What is kept in memory changes nothing."""
    with engine(LETTERS) as searching:
        first = searching.index.candidates(COUNTS, 9)
        assert searching.index.candidates(COUNTS, 9) == first == [0, 1, 3, 2, 4, 5]


# What grows


def rows_of(store: Store) -> int:
    """Count all rows of a store's index."""
    with closing(build(store)) as db:
        tables = [name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return sum(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables)


def test_a_group_of_synonyms_grows_with_its_words() -> None:
    """Twice as many words that mean the same make twice as many rows, not four times as many."""
    some, more = (
        rows_of(
            Store(facts=(), synonyms=(tuple(f"{'abcdefghij'[n // 10]}{'klmnopqrst'[n % 10]}oz" for n in range(size)),))
        )
        for size in (50, 100)
    )
    assert more - some <= 2 * 50


def test_a_name_of_many_is_bounded() -> None:
    """A name that very many bear means the first fifty of them; facts that name it stay small."""
    crowd = tuple(Entity(id=f"e{n}", name="Kai Sand") for n in range(300))
    with closing(build(Store(entities=crowd, facts=(Fact(id="f", answer="Kai Sand swam. " * 10),)))) as db:
        assert len(Index(db).spans(["kai sand"])["kai sand"]) == 50
