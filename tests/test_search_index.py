"""The index: what is kept of each fact, and which facts a question may mean."""

import sqlite3
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from helpers import HARBOUR, engine, entity, fact, store

from talkscli.search.engine import Engine
from talkscli.search.index.builder import build
from talkscli.search.index.doc import Doc
from talkscli.search.index.reader import Index
from talkscli.store.model import Citation, Entity, Fact, Source, Store


@pytest.fixture(scope="module")
def harbour(harbour: Engine) -> Index:
    """Give the index of the small store."""
    return harbour.index


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


# Making


def test_the_key_is_kept() -> None:
    """An index says of what it was made."""
    with closing(build(store(), key="town")) as db:
        assert dict(db.execute("SELECT key, value FROM meta")) == {
            "facts": 0,
            "sizes": b"",
            "groups": 0,
            "key": "town",
            "language": "en",
        }


def test_another_thread_may_close_an_index() -> None:
    """The thread that drops an index last closes it, whichever opened it."""
    with ThreadPoolExecutor(1) as pool:
        opened = pool.submit(lambda: Index(build(store(fact("f0", "The harbour opened.")))).close).result()
    opened_here = Index(build(store(fact("f0", "The harbour opened."))))
    with ThreadPoolExecutor(1) as pool:
        pool.submit(opened_here.close).result()
    opened()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened_here.db.execute("SELECT 1")


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


def test_a_name_of_several_stands_for_each_of_them() -> None:
    """A fact that says a name which two have says both."""
    moes = (entity("a", "Ada Moe", aliases=("Moe",)), entity("b", "Bo Moe", aliases=("Moe", "moe", "Bo Moe")))
    with engine(store(fact("f", "Moe sang."), entities=moes)) as searching:
        (doc,) = searching.index.docs([0])
        assert doc.answer == {"@0", "@1", "sang"}
        assert searching.index.spans(["moe", "ada moe", "sang"]) == {"moe": ["@0", "@1"], "ada moe": ["@0"]}
        assert searching.index.longest(["moe", "ada", "sang"]) == {"moe": 1, "ada": 2}


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


@pytest.mark.parametrize("what", ["fact", "passages", "entity"])
def test_a_row_that_is_not_there_is_damage(made: list[Index], what: str) -> None:
    """What another table names must be there."""
    made.append(Index(build(HARBOUR)))
    made[0].db.execute(f"DELETE FROM {'entity' if what == 'entity' else 'fact'} WHERE n = 3")
    assert getattr(made[0], what)(2)
    with pytest.raises(sqlite3.DatabaseError, match="damaged"):
        getattr(made[0], what)(3)


def test_no_value_is_left_out(made: list[Index]) -> None:
    """No column but the joined form of a name may be empty, so that what is read need not be asked for its type."""
    made.append(Index(build(HARBOUR)))
    tables = [name for (name,) in made[0].db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        for _, column, _, held, _, key in made[0].db.execute(f"PRAGMA table_info({table})"):
            assert held or key or column == "joined", (table, column)


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


def test_equal_facts_come_by_their_place() -> None:
    """Of facts that are equally good the first of the store come, up to the limit."""
    of = said(*["gull rope"] * 7)
    assert candidates(of, {"gull": 7}, 3) == [0, 1, 2]
    assert candidates(of, {"gull": 7}, 7) == [0, 1, 2, 3, 4, 5, 6]


def test_the_shorter_fact_comes_first() -> None:
    """Of facts with the same words of the question the one with fewer others is better."""
    assert candidates(said("gull tar mast oar", "gull", "gull tar mast", "gull tar"), {"gull": 4}) == [1, 3, 2, 0]


@pytest.mark.parametrize("limit", [1, 2, 5])
def test_the_limit_cuts_the_list(limit: int) -> None:
    """Fewer candidates are the first of more."""
    assert candidates(LETTERS, COUNTS, limit) == [0, 1, 3, 2, 4, 5][:limit]


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
