"""Search as a whole: a question in, facts with their confidence out."""

import sqlite3
from pathlib import Path

import pytest
from helpers import HARBOUR, engine, entity, fact, quick, slow, store, stores, top
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec import MsgspecError
from msgspec.structs import replace

from talkscli.search.engine import Engine, open_engine
from talkscli.search.hits import Found
from talkscli.search.index import reader, table
from talkscli.search.index.builder import build
from talkscli.search.weights import THRESHOLD
from talkscli.store.files import encode
from talkscli.store.model import Citation, Store


def sound(found: Found, top: int) -> None:
    """See that a result holds together."""
    assert len(found.hits) <= top
    assert len({hit.fact.id for hit in found.hits}) == len(found.hits)
    assert all(0 <= hit.confidence <= 1 for hit in found.hits)
    assert found.answered == (bool(found.hits) and found.hits[0].confidence >= THRESHOLD)
    assert len(found.matches) <= 60
    if found.hits and found.matches:
        assert sum(match.weight for match in found.matches) == pytest.approx(1, abs=0.001 * len(found.matches))


# What is found


@pytest.mark.parametrize(
    ("question", "ident"),
    [
        pytest.param("How much did the harbour bridge cost?", "bridge-cost", id="the question itself"),
        pytest.param("price of the bridge", "bridge-cost", id="a phrasing"),
        pytest.param("40 million crowns", "bridge-cost", id="words of the answer"),
        pytest.param("HOW MUCH DID THE HARBOUR BRIDGE COST", "bridge-cost", id="capitals"),
        pytest.param("how much did the crossing cost", "bridge-cost", id="synonym of the store"),
        pytest.param("how many vocalists has the choir", "choir-size", id="another synonym of the store"),
        pytest.param("what was the cause of the ferry walkout", "ferry-strike", id="synonym of the package"),
        pytest.param("harbor brigde price", "bridge-cost", id="slips"),
        pytest.param("harbourbridge price", "bridge-cost", id="joined words"),
        pytest.param("har bour bridge price", "bridge-cost", id="a split word"),
        pytest.param("prize of the lanternregatta", "regatta-prize", id="a name in one word"),
        pytest.param("Кравець tour", "tour-quote", id="a name in Cyrillic"),
        pytest.param("Kravetz on the tour", "tour-quote", id="a name spelled otherwise"),
        pytest.param("what did kravtes say about the tour", "tour-quote", id="a name misspelled"),
        pytest.param("sing wherever it takes them", "tour-quote", id="words of a quote"),
        pytest.param("what did Сольберг promise", "mayor-quote", id="another name in Cyrillic"),
        pytest.param("strike", "ferry-strike", id="one word"),
        pytest.param("fog", "fog", id="a short word"),
        pytest.param("1990", "choir-founded", id="a number"),
        pytest.param("number of choristers", "choir-size", id="in other words"),
        pytest.param("choirs' founders", "choir-founded", id="forms of words"),
    ],
)
def test_clumsy_words_find_the_fact(harbour: Engine, question: str, ident: str) -> None:
    """A fact is found by other words, spellings, scripts and forms than its own."""
    assert top(harbour, question) == ident


def test_a_name_of_two_finds_both() -> None:
    """A name that two entities share finds the facts about either."""
    moes = (entity("a", "Ada Moe", aliases=("Moe",)), entity("b", "Bo Moe", aliases=("Moe",)))
    facts = (
        fact("f1", "Ada Moe tuned the bells.", question="What did Ada Moe do?", about=("a",)),
        fact("f2", "Bo Moe hung the bells.", question="What did Bo Moe do?", about=("b",)),
        fact("f3", "The bells were cast from brass.", question="What are the bells made of?"),
    )
    with engine(store(*facts, entities=moes)) as searching:
        assert {hit.fact.id for hit in searching.search("Moe", 2).hits} == {"f1", "f2"}


def test_a_fact_is_found_by_whom_it_is_about() -> None:
    """A name finds the facts about its entity even where no text has the name."""
    of = store(
        fact("f1", "A new roof was put on.", question="What was repaired?", about=("hall",)),
        fact("f2", "The tide is late.", question="When is the tide?"),
        entities=(entity("hall", "Meridian Hall"),),
    )
    with engine(of) as searching:
        assert top(searching, "Meridian Hall") == "f1"


def test_what_was_read_otherwise_is_told(harbour: Engine) -> None:
    """A word that was read as another is told, with a name as the store writes it."""
    assert harbour.search("what did kravtes say").read_as == {"kravtes": "Kravets"}
    assert harbour.search("what did Kravets say").read_as == {}


def test_as_many_facts_as_asked_for(harbour: Engine) -> None:
    """The number of facts is limited, the best come first, and one is always shown."""
    four = harbour.search("bridge choir ferry", 4).hits
    assert len(four) == 4
    assert harbour.search("bridge choir ferry", 2).hits == four[:2]
    assert harbour.search("bridge choir ferry", 0).hits == four[:1]


def test_a_declined_question_has_the_closest_facts(harbour: Engine) -> None:
    """Where there is no answer, the facts that come nearest are there, with the confidence each would have had."""
    found = harbour.search("what colour is the harbour bridge")
    assert not found.answered
    assert {hit.fact.id for hit in found.hits} >= {"bridge-opened", "bridge-cost", "bridge-closed"}


def test_one_bare_fact_is_enough() -> None:
    """A store of one sentence answers a question about it, and no other."""
    with engine(store(fact("f1", "The ferry to Norrland leaves from pier 9 at dawn."))) as searching:
        found = searching.search("from which pier does the ferry to Norrland leave")
        assert [hit.fact.id for hit in found.hits] == ["f1"]
        assert not searching.search("how do i exit vim").answered
        sound(found, 5)


def test_a_store_without_facts_answers_nothing() -> None:
    """No facts, no answer."""
    with engine(store()) as searching:
        assert searching.search("why") == Found(False, (), {}, (), frozenset(), ())
        assert searching.find("bridge") == []


# The explanation


def test_the_explanation_names_each_word(harbour: Engine) -> None:
    """Each word that counts is there with what it matched and how."""
    found = harbour.search("Why did Kravetz close the brigde crossing zeppelin", explain=True)
    rows = {match.word: match for match in found.matches}
    assert list(rows) == ["kravetz", "close", "bridge", "crossing", "zeppelin"]
    assert (rows["bridge"].matched or "").startswith("bridg")
    assert rows["bridge"].how == "spelling"
    assert (rows["zeppelin"].matched, rows["zeppelin"].how) == (None, "not covered")


@pytest.mark.parametrize(
    ("question", "word", "how"),
    [
        ("bridge cost", "bridge", "exact"),
        ("the bridges cost", "bridges", "exact"),
        ("vocalists choir size", "vocalists", "synonym"),
        ("brigde cost", "bridge", "spelling"),
        ("Кравець tour", "kravets", "entity"),
        ("zeppelin cost", "zeppelin", "not covered"),
    ],
)
def test_the_explanation_tells_how(harbour: Engine, question: str, word: str, how: str) -> None:
    """It is told whether a word matched as it is, by a synonym, by spelling, as a name, or not."""
    (match,) = [match for match in harbour.search(question, explain=True).matches if match.word == word]
    assert match.how == how
    assert (match.covered == 0) == (how == "not covered")


QUESTIONS = [
    "Why was the harbour bridge closed?", "brigde cost", "who founded the choir in 1990", "Kravetz crossing zeppelin",
    "what made the city shut the crossing", "number of founders", "opening price of the harbour",
    "Ingrid Berg's promise",
    "size and price of the bridge", "shutting made city reason",
]  # fmt: skip


def test_the_explanation_claims_no_more_than_it_counts(harbour: Engine) -> None:
    """A word is told as matched just where it covers something."""
    rows = [match for question in QUESTIONS for match in harbour.search(question, explain=True).matches]
    assert [match for match in rows if (match.matched is None) != (match.covered == 0)] == []


def test_an_explanation_is_given_where_it_is_asked_for(harbour: Engine) -> None:
    """It changes nothing of the answer."""
    plain, explained = harbour.search("brigde cost"), harbour.search("brigde cost", explain=True)
    assert plain.matches == ()
    assert replace(explained, matches=()) == plain


def test_nothing_ranked_is_nothing_explained(harbour: Engine) -> None:
    """Where no fact is near, no word is explained."""
    assert harbour.search("zeppelins", explain=True).matches == ()


# Finding by words


def test_find_gives_all_that_cover_half(harbour: Engine) -> None:
    """Every fact that covers half of the words is found, the best first."""
    assert {f.id for f in harbour.find("bridge")} >= {"bridge-opened", "bridge-cost", "bridge-closed"}
    assert harbour.find("bridge cost")[0].id == "bridge-cost"
    assert harbour.find("zeppelin opera carousel bridge") == []
    with engine(store(fact("f1", "The bell rings."), fact("f2", "The gull cries."))) as searching:
        assert [f.id for f in searching.find("bell gull")] == ["f1", "f2"]  # each covers just half
    assert harbour.find("") == harbour.find("the of and") == []


def test_find_is_not_cut_off() -> None:
    """More facts than a question is ranked over are found by a word that all have."""
    many = [fact(f"f{n}", f"Buoy {n} is red.") for n in range(300)]
    with engine(store(*many)) as searching:
        assert len(searching.find("buoy")) == 300


# Questions that try to break it


@pytest.mark.parametrize(
    "question",
    ['bridge"', '"bridge" OR "', "bridge*", "-bridge", "^bridge", "tokens:bridge", "NEAR(bridge cost)",
     "bridge AND NOT cost", "bridge + cost", "(bridge", "{bridge}",
     "'; DROP TABLE fact; --", "bridge\0cost", "bridge%", "bridge_cost", "@0", "=why",
     "?why", "bridge|cost", "\\bridge", "bridge?", "[bridge](x)", "a" * 70 + "@3"],
)  # fmt: skip
def test_signs_are_no_commands(harbour: Engine, question: str) -> None:
    """The syntax of SQL and of FTS5 means nothing: a question with such signs is answered like one without."""
    plain = "".join(sign if sign.isalnum() else " " for sign in question)
    assert [hit.fact.id for hit in harbour.search(question).hits] == [hit.fact.id for hit in harbour.search(plain).hits]


@pytest.mark.parametrize(
    "question",
    [
        pytest.param("x" * 1_000_000, id="one word of 1 MB"),
        pytest.param("why was the bridge closed " * 20_000, id="100,000 words"),
        pytest.param(" ".join(f"w{n:x}rd" for n in range(100_000)), id="100,000 strange words"),
        pytest.param("?" * 1_000_000, id="signs"),
        pytest.param("\u0301" * 1_000_000, id="marks"),
        pytest.param("1," * 500_000, id="a number without end"),
        pytest.param("a." * 500_000, id="letters and points"),
        pytest.param("'" * 1_000_000, id="apostrophes"),
        pytest.param("bridge" + " " * 1_000_000 + "cost", id="a gap"),
        pytest.param("\ud800" * 1000, id="half characters"),
        pytest.param("\U0010ffff" * 1000, id="no characters"),
        pytest.param("\u202e\u2066\x1b[31m\x00\x9b bridge", id="controls"),
        pytest.param("桥" * 60, id="Han"),
        pytest.param("装" * 1000, id="one long word of Han"),
    ],
)
def test_an_endless_question_is_read_to_its_limit(harbour: Engine, question: str) -> None:
    """However long or odd a question is, the result is sound, and no more than its first words are read."""
    sound(harbour.search(question), 5)


@quick
@example("\ud800")
@example('"')
@example("中文")
@given(question=st.text(st.characters() | st.sampled_from(" \"*^:-()'’?.,@=|bridge")))
def test_any_question_is_answered_or_declined(harbour: Engine, question: str) -> None:
    """No text makes the search fail, and every result is sound."""
    sound(harbour.search(question), 5)


WORDS = st.sampled_from(
    "why when bridge brigde crossing cost choir Kravets Кравець tour ferry the of Norrland 1990 zeppelin tell how many"
    " city hall".split()
)  # fmt: skip


@quick
@given(asked=st.lists(WORDS, max_size=8), top=st.integers(0, 12))
def test_any_words_of_the_store_give_a_sound_result(harbour: Engine, asked: list[str], top: int) -> None:
    """Whatever words of the store come together, the result is sound, and the same when asked again."""
    question = " ".join(asked)
    found = harbour.search(question, top)
    sound(found, max(top, 1))
    assert harbour.search(question, top) == found


@pytest.mark.slow
@slow
@given(of=stores(), question=st.text(max_size=40))
def test_any_store_can_be_searched(of: Store, question: str) -> None:
    """Whatever text stands in whatever field, the store can be asked, by any text and by its own words."""
    asked = [question, *(f.question or f.answer for f in of.facts), *(e.name for e in of.entities)]
    with engine(of) as searching:
        for each in asked:
            sound(searching.search(each), 5)
            searching.find(each)


# Opening


def test_a_store_is_opened_for_questions(tmp_path: Path) -> None:
    """An engine opened on a file answers as one made of the store."""
    path = tmp_path / "h.json"
    path.write_bytes(encode(HARBOUR))
    searching = open_engine([path])
    try:
        assert top(searching, "harbour bridge cost") == "bridge-cost"
        assert list(searching.index.entities(["berg", "none"])) == ["berg"]
        assert list(searching.index.sources(["chronicle", "none"])) == ["chronicle"]
    finally:
        searching.index.db.close()


def test_an_index_that_proves_damaged_is_made_anew() -> None:
    """Where the index fails in the middle, another takes its place and the question is answered; once, not for ever."""
    damaged, whole = Engine.of(HARBOUR).index, Engine.of(HARBOUR).index
    damaged.db.close()
    searching = Engine(damaged, lambda: whole)
    assert top(searching, "harbour bridge cost") == "bridge-cost"
    assert searching.index is whole
    whole.db.close()
    with pytest.raises(sqlite3.Error):
        searching.search("harbour bridge cost")


# The index


def test_progress_is_told() -> None:
    """While many facts are indexed, it is told how far it has come."""
    told: list[tuple[int, int]] = []
    build(store(*(fact(f"f{n}", "") for n in range(2500))), progress=lambda *at: told.append(at)).close()
    assert told == [(1000, 2500), (2000, 2500)]


def test_a_sentence_of_an_answer_stands_for_its_whole() -> None:
    """Who asks for a sentence that a pair holds gets the pair, once; one of another section stays by itself."""
    here, there = Citation(section="Ferries", paragraph=1), Citation(section="Harbour", paragraph=1)
    sentence = "The last ferry to Norrland leaves at midnight."
    of = store(
        fact("pair", f"Take a boat.\n\n{sentence}", question="How do I get to the island?", citation=here),
        fact("part", sentence, citation=here),
        fact("other", "The last ferry to Norrland was built at home.", citation=there),
    )
    with engine(of) as searching:
        hits = searching.search("when does the last ferry to Norrland leave").hits
        assert [hit.fact.id for hit in hits] == ["pair", "other"]
        assert hits[0].confidence > hits[1].confidence


def test_the_answer_does_not_depend_on_how_many_are_shown(harbour: Engine) -> None:
    """One fact or ten: the surest is the same."""
    for question in ("who founded the choir", "price of the crossing", "Solberg", "what about the dockers"):
        assert len({harbour.search(question, most).hits[0] for most in (1, 2, 5, 10)}) == 1


def test_the_sentences_around_help_to_find_one() -> None:
    """A bare sentence is found by a word of the one before or after it in its paragraph, not of another paragraph."""
    place, other = Citation(section="Piers", paragraph=1), Citation(section="Piers", paragraph=2)
    facts = (
        fact("before", "The lighthouse keeper had a dog.", citation=place),
        fact("after", "Its collar was made of rope.", citation=place),
        fact("elsewhere", "Its collar was made of rope.", citation=other),
    )
    with engine(store(*facts)) as searching:
        found = [hit.fact.id for hit in searching.search("collar of the lighthouse dog").hits]
        confidence = {hit.fact.id: hit.confidence for hit in searching.search("collar of the lighthouse dog").hits}
    assert found.index("after") < found.index("elsewhere")
    assert confidence["after"] > confidence["elsewhere"]


@pytest.mark.parametrize("limit", ["KEPT", "BUDGET"])
def test_the_limits_of_an_index_change_no_answer(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """How much is read at once, and kept, is a matter of time and memory alone."""
    with engine(HARBOUR) as usual:
        expected = [usual.search(question, explain=True) for question in QUESTIONS]
    monkeypatch.setattr(reader if limit == "BUDGET" else table, limit, 1000 if limit == "BUDGET" else 0)
    with engine(HARBOUR) as limited:
        assert [limited.search(question, explain=True) for question in QUESTIONS] == expected


# The figures of a result


@pytest.mark.parametrize(
    ("question", "word", "shown"),
    [
        pytest.param("bridges", "bridges", "bridges", id="the word itself, in its form"),
        pytest.param("vocalist", "vocalist", "singers", id="a synonym in the form of the fact"),
        pytest.param("dozen zebras", "dozen", "12", id="a number"),
        pytest.param("Tidewater Choir", "tidewater choir", "Tidewater Choir", id="a name"),
        pytest.param("retreat", "retreat", "pull out", id="a phrase"),
        pytest.param("ditty", "ditty", "tune", id="a word of a question"),
    ],
)
def test_what_matched_is_shown_in_words(question: str, word: str, shown: str) -> None:
    """A match is told by the question's own word, or by what the fact has in its place."""
    of = store(
        fact("bridge", "The bridges of the singers."),
        fact("zebra", "They had 12 zebras to pull out.", question="Zebra?", phrasings=("What tune?",)),
        fact("choir", "The Tidewater Choir sang.", about=("choir",)),
        entities=(entity("choir", "Tidewater Choir", aliases=("the Tidewater",)),),
        synonyms=(("vocalist", "singer"), ("dozen", "12"), ("tune", "ditty"), ("retreat", "pull out")),
    )
    with engine(of) as searching:
        rows = {match.word: match.matched for match in searching.search(question, explain=True).matches}
    assert rows[word] == shown


@pytest.mark.parametrize(
    ("text", "idents"),
    [
        ("gull", ["f1", "f3"]),
        ("gull rope", ["f3", "f1"]),
        ("gull rope mast", ["f3"]),
        ("gull rope mast sail", []),
    ],
)
def test_half_of_the_words_is_enough(text: str, idents: list[str]) -> None:
    """By weight, at least half of a text is covered by what is found for it."""
    facts = (
        fact("f1", "Gull."), fact("f2", "Rope."), fact("f3", "Gull, rope."), fact("f4", "Rope sail."), fact("f5", "Mast."),
    )  # fmt: skip
    with engine(store(*facts)) as searching:
        assert [f.id for f in searching.find(text)] == idents


def test_another_failure_is_passed_on(harbour: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only damage of the index makes it anew."""
    made: list[int] = []
    searching = Engine(harbour.index, lambda: made.append(1) or harbour.index)

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(harbour.index, "df", stop)
    with pytest.raises(KeyboardInterrupt):
        searching.search("bridge")
    assert made == []


@pytest.mark.parametrize("error", [sqlite3.OperationalError, MsgspecError])
def test_any_damage_makes_the_index_anew(error: type[Exception]) -> None:
    """Whatever reading a damaged index leads to, a new one answers, once."""
    with engine(HARBOUR) as sound, engine(HARBOUR) as harmed:

        def fail(*_: object) -> None:
            raise error

        harmed.index.df = fail  # type: ignore[method-assign,assignment]
        searching = Engine(harmed.index, lambda: sound.index)
        assert top(searching, "harbour bridge cost") == "bridge-cost"
        with pytest.raises(error):
            Engine(harmed.index).search("bridge")


def test_when_is_told_by_the_finest_date() -> None:
    """Of two sentences that are nearly as sure, the day goes before the month; what tells another thing does not."""
    of = store(
        fact("month", "The council wants an agreement ahead of the Summit of Lights in June.", date="2022-06"),
        fact("day", "The meeting lays the ground for the Summit of Lights, to be held in Kella on 6 June.", date="2022-06-06"),
        fact("other", "The ferry to Kella sank on 3 May.", date="2022-05-03"),
    )  # fmt: skip
    with engine(of) as searching:
        found = searching.search("When is the Summit of Lights?")
    assert found.answered
    assert found.hits[0].fact.id == "day"


def test_half_a_question_of_function_words_is_found() -> None:
    """Of two questions in one, either may be asked."""
    there = fact("there", "Take the ferry, and park at the pier.", question="How do I get there and where may I park?")
    with engine(store(there, fact("bell", "A bell rang."))) as searching:
        found = searching.search("how do i get there")
    assert found.answered
    assert found.hits[0].fact.id == "there"


@pytest.mark.parametrize("day", ["Dec. 12", "May 12", "12 May"])
def test_when_is_told_first_by_what_has_a_date_as_its_own(day: str) -> None:
    """A date elsewhere in a sentence may be of something else; a month that is cut short ends none."""
    of = store(
        fact("own", f"All of the parties and the mayor's guild want to win the {day} vote.", date="2022-05-12"),
        fact("other", "In their first debate of the vote on Tuesday, two candidates sang.", date="2022-05-03"),
        fact("none", "The ferry to Kella sank."),
    )
    with engine(of) as searching:
        found = searching.search("When is the vote?")
    assert found.hits[0].fact.id == "own"


def test_a_sentence_does_not_end_behind_a_title() -> None:
    """Nor behind a month that is cut short, or an initial."""
    texts = "Mr. Moe met Sen. Karr on Dec. 12. J. Varga came in May. Then they sang."
    with engine(store(fact("f1", texts), fact("f2", "A bell rang."))) as searching:
        assert len(searching.index.passages(0).sentences) == 3


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("where will the boat race take place", "where"),
        ("where does the race happen", "where"),
        ("when will the race happen", "when"),
    ],
)
def test_what_is_held_takes_place(question: str, answer: str) -> None:
    """Where and when something is may be asked, and told, in any of the words for that."""
    of = store(
        fact("pay", "You will be told by mail to confirm your place and pay.", question="When am I to pay?"),
        fact("where", "It will be held at The Mill.", question="Where is the boat race being held?"),
        fact("who", "The committee is made up of fishermen.", question="Who is behind the regatta?"),
        fact("when", "In the second week of May.", question="When does the race take place?"),
    )
    with engine(of) as searching:
        found = searching.search(question)
    assert found.answered
    assert found.hits[0].fact.id == answer
