"""Whom a question is about, and that a fact about somebody else does not answer it."""

from collections.abc import Iterator

import pytest
from helpers import engine, entity, fact, store

from talkscli.search.acts import doer
from talkscli.search.confidence import Judged, leads
from talkscli.search.engine import Engine
from talkscli.search.evidence import Evidence
from talkscli.search.question.query import Query, read
from talkscli.search.rank import rank

STORE = store(
    fact(
        "led", "Ada Moe led the delegation of Norrland in the harbour talks.", question="Who led the Norrland delegation?",
        phrasings=("head of the Norrland delegation", "who headed Norrland's team", "leader of the delegation"),
        subject=("moe",), about=("moe", "norrland"),
    ),
    fact(
        "want", "Norrland wants the southern pier back.", question="What does Norrland want?",
        phrasings=("Norrland's demand", "what did Norrland ask for", "Norrland wishes"),
        subject=("norrland",), about=("norrland",),
    ),
    fact(
        "rejected", "Suderland rejected the demand for the southern pier.", question="How did Suderland respond?",
        phrasings=("did Suderland agree", "Suderland's reaction to the demand", "what did Suderland say to it"),
        subject=("suderland",), about=("suderland", "norrland"),
    ),
    fact(
        "said", "Bo Lind said that the fishermen were tired.", question="What did Bo Lind say?",
        phrasings=("Lind on the fishermen", "words of Lind", "what did Lind tell the press"),
        subject=("lind",), about=("lind",),
    ),
    entities=(
        entity("moe", "Ada Moe", kind="person", side="norrland", aliases=("Moe",)),
        entity("lind", "Bo Lind", kind="person", side="suderland", aliases=("Lind",)),
        entity("norrland", "Norrland", kind="country", aliases=("Norrlandic",)),
        entity("suderland", "Suderland", kind="country", aliases=("Suderlandic",)),
    ),
)  # fmt: skip
NAMES = {f"@{n}": each.id for n, each in enumerate(STORE.entities)}


@pytest.fixture(scope="module")
def asked() -> Iterator[Engine]:
    """The store, indexed."""
    with engine(STORE) as made:
        yield made


def reading(engine: Engine, question: str) -> Query:
    """Read a question against the store."""
    return read(engine.index, question)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When the pier broke, what did they do?", "what"),
        ("When did the pier, the old one, break?", "when"),
        ("In 2020, did Lind sell the boat?", "yesno"),
        ("what do I do if the pier is said to be shut", "what"),
        ("what did Lind say of the pier", "words"),
    ],
)
def test_the_main_clause_tells_the_kind_of_answer(asked: Engine, question: str, kind: str) -> None:
    """A time or a clause before a question, or within it, asks for nothing."""
    assert reading(asked, question).asks == kind


def word_of(query: Query, term: int | None) -> str | None:
    """Return the word of a term, if there is one."""
    return None if term is None else query.terms[term].word


def evidence(engine: Engine, question: str, ident: str) -> Evidence:
    """What speaks for one fact."""
    query = reading(engine, question)
    ranking = rank(engine.index, query)
    pairs = zip(ranking, leads(ranking), strict=True)
    return next(
        Judged.of(engine.index, query, ranked, lead).evidence
        for ranked, lead in pairs
        if engine.index.fact(ranked.row).id == ident
    )


@pytest.mark.parametrize(
    ("question", "agents", "owners", "themes"),
    [
        pytest.param("what did Lind say", {"lind"}, set(), set(), id="an auxiliary before the name"),
        pytest.param("was the pier taken by Norrland", {"norrland"}, set(), set(), id="by"),
        pytest.param("what is Norrland's demand", set(), {"norrland"}, set(), id="a possessive"),
        pytest.param("who heads the Norrlandic team", set(), {"norrland"}, set(), id="a modifier"),
        pytest.param("who is the Norrlandic negotiator", set(), {"norrland"}, set(), id="a modifier behind a copula"),
        pytest.param("was Suderland asked", set(), set(), {"suderland"}, id="a copula"),
        pytest.param("who called Lind", set(), set(), set(), id="an object"),
        pytest.param("why did it fail", set(), set(), set(), id="nobody"),
    ],
)
def test_whose_act_is_asked_for(
    asked: Engine, question: str, agents: set[str], owners: set[str], themes: set[str]
) -> None:
    """The words around a name tell whether its act, its property or what befell it is asked for."""
    found = reading(asked, question).relations
    assert {NAMES[key] for key in found.agents} == agents
    assert {NAMES[key] for key in found.owners} == owners
    assert {NAMES[key] for key in found.themes} == themes


@pytest.mark.parametrize(
    ("question", "counted"),
    [
        ("how many prisoners came", "prisoners"),
        ("how much money did Lind give", "money"),
        ("how many did Lind count", None),
        ("how old is Lind", None),
        ("which party does Lind lead", None),
    ],
)
def test_what_is_counted(asked: Engine, question: str, counted: str | None) -> None:
    """The word right after "how many"."""
    query = reading(asked, question)
    assert word_of(query, query.relations.counted) == counted


@pytest.mark.parametrize(
    ("question", "attribute"),
    [
        ("which party does Lind lead", "party"),
        ("how old is Lind", "old"),
        ("what language did they speak", "language"),
        ("what is Lind's nationality", "nationality"),
        ("what did Lind say", None),
    ],
)
def test_which_attribute_is_asked_for(asked: Engine, question: str, attribute: str | None) -> None:
    """The first word after the question word is what an answer must hold."""
    query = reading(asked, question)
    assert word_of(query, query.relations.focus) == attribute


@pytest.mark.parametrize(
    ("question", "modified"),
    [
        ("what did Lind say", []),
        ("was Lind asked", []),
        ("who headed the Norrland team", [("norrland", "team")]),
        ("what is Lind's demand", [("lind", "demand")]),
        ("what did Lind's team say", [("lind", "team")]),
        ("the pier of Norrland", [("norrland", "pier")]),
    ],
)
def test_what_a_name_modifies(asked: Engine, question: str, modified: list[tuple[str, str]]) -> None:
    """A name before a noun, or after it and "of", says whose it is; between an auxiliary and a verb it acts."""
    query = reading(asked, question)
    found = [(query.terms[name].word, query.terms[noun].word) for name, noun in query.relations.modified]
    assert [(name.removesuffix("'s"), noun) for name, noun in found] == modified


@pytest.mark.parametrize(
    ("question", "act"),
    [
        ("did the delegation want it", "want"),
        ("why did the fishermen strike", "strike"),
        ("and when did the harbour talks end", "talks"),
        ("who rejected the demand", "rejected"),
        ("what fell", None),
        ("the pier", None),
    ],
)
def test_which_act_is_asked_for(asked: Engine, question: str, act: str | None) -> None:
    """The word after "who", or the second one after an auxiliary, is what somebody did; "what" asks for a thing."""
    query = reading(asked, question)
    assert word_of(query, query.relations.act) == act


@pytest.mark.parametrize(
    "told",
    [
        "Ada Moe praised Bo Lind.",
        "Yesterday Ada Moe praised Bo Lind.",
        "Bo Lind was praised by Ada Moe.",
        "Then Bo Lind was praised so loudly by Ada Moe.",
        "On that very day Bo Lind was praised so loudly by Ada Moe.",
    ],
)
@pytest.mark.parametrize(
    ("question", "doer"),
    [
        ("what did Moe praise", 1), ("who praised Lind", 1), ("what did Lind praise", -1), ("who praised Moe", -1),
        ("what did Moe reject", 0), ("who rejected Moe", 0),
        ("was Lind praised by Moe", 1), ("was Moe praised by Lind", -1),
    ],
)  # fmt: skip
def test_who_did_it_to_whom(told: str, question: str, doer: int) -> None:
    """Who stands before the verb, or after it and "by", did it; where the fact has no such verb nothing is told."""
    made = store(fact("f", told, about=("moe", "lind")), entities=STORE.entities)
    with engine(made) as one:
        assert evidence(one, question, "f").doer == doer


@pytest.mark.parametrize(
    ("told", "question", "doer"),
    [
        ("Bo Lind rejected what came of Ada Moe's demand.", "what did Lind demand", -1),
        ("If Bo Lind fulfilled the demand, all would be lost.", "what did Lind demand", 0),
        ("Ada Moe's terms were accepted.", "did Moe accept Lind's terms", 0),
        ("Were Ada Moe's terms accepted?", "did Moe accept Lind's terms", 0),
        ("Ada Moe led the Lind delegation.", "who leads Lind", -1),
        ("Ada Moe led the Lind delegation.", "who led the Lind delegation", 1),
        ("Ada Moe led the talks. Bo Lind was there.", "who leads Lind", 0),
    ],
)  # fmt: skip
def test_a_noun_and_a_passive_tell_of_no_doer(told: str, question: str, doer: int) -> None:
    """Whose name stands before "the demand", or in the subject of a passive, did nothing by that."""
    made = store(fact("f", told, about=("moe", "lind")), entities=STORE.entities)
    with engine(made) as one:
        assert evidence(one, question, "f").doer == doer


def test_whatever_somebody_said_is_what_was_said() -> None:
    """A quotation needs no "say", and "said Moe" tells as much as "Moe said"; of others' words it is no answer."""
    words = "“The pier will stay as it is,” said Ada Moe after Bo Lind had left."
    made = store(fact("f", words, speaker="moe", subject=("moe",), about=("moe", "lind")), entities=STORE.entities)
    with engine(made) as one:
        assert evidence(one, "what did Moe say", "f").doer == 1
        assert evidence(one, "what did Moe say", "f").verb == 1
        assert evidence(one, "what did Lind say", "f").agent == -1
    made = store(
        fact("f", "Ada Moe: “It will stay.”", quote="It will stay.", speaker="moe", about=("moe",)),
        entities=STORE.entities,
    )
    with engine(made) as one:
        assert evidence(one, "what did Moe say", "f").covered == 1
        assert evidence(one, "what did Moe sell", "f").covered < 1


def test_the_act_of_another_is_no_answer() -> None:
    """By the subject of the fact, and by who stands before its verb."""
    made = store(
        fact("f", "Ada Moe praised Bo Lind.", subject=("moe",), about=("moe", "lind")), entities=STORE.entities
    )
    with engine(made) as one:
        assert one.search("what did Moe praise").answered
        assert not one.search("what did Lind praise").answered


def test_who_somebody_told_of_before_stands_in_for_did_it() -> None:
    """Of "he" before a verb nobody knows here whom it means."""
    made = store(fact("f", "With Ada Moe he travelled north.", about=("moe", "lind")), entities=STORE.entities)
    with engine(made) as one:
        assert evidence(one, "where did Lind travel", "f").doer == 0


def test_a_longer_name_may_be_meant_by_its_beginning() -> None:
    """By "Kella" the Kella College may be meant that a fact tells of; by another name it is not."""
    names = (entity("kella", "Kella"), entity("college", "Kella College"), entity("lind", "Lind"))
    made = store(fact("f", "Kella College ended its tests.", subject=("college",), about=("college",)), entities=names)
    with engine(made) as one:
        assert evidence(one, "what did Kella end", "f").agent == 0
        assert evidence(one, "what did Lind end", "f").agent == -1


def test_the_subject_of_another_clause_is_not_somebody_else() -> None:
    """A fact may tell the acts of two: that it is said to be the one's is no evidence against the other."""
    told = "Ada Moe says that Bo Lind closed the border."
    made = store(fact("f", told, subject=("moe",), about=("moe", "lind")), entities=STORE.entities)
    with engine(made) as one:
        assert evidence(one, "what did Lind close", "f").agent == 0
        assert evidence(one, "what did Moe say", "f").agent == 1


def test_a_fact_of_somebody_else_is_told_apart(asked: Engine) -> None:
    """The same words of another are evidence against a fact; of its own subject they are for it."""
    assert evidence(asked, "what does Norrland want", "want").agent == 1
    assert evidence(asked, "what does Suderland want", "want").agent == -1
    assert evidence(asked, "what did Suderland say", "said").agent == -0.5


def test_a_modifier_belongs_to_its_noun(asked: Engine) -> None:
    """The delegation of one country is not that of another."""
    assert evidence(asked, "who led the Norrlandic delegation", "led").modifier == 1
    assert evidence(asked, "who led the Suderlandic delegation", "led").modifier == -1


def test_opposites_and_denials_are_seen(asked: Engine) -> None:
    """What is asked the other way round is not what the fact tells."""
    assert evidence(asked, "why did Suderland accept the demand", "rejected").opposed == 1
    assert evidence(asked, "why did Suderland reject the demand", "rejected").opposed == 0
    assert evidence(asked, "did Suderland accept the demand", "rejected").opposed == 0  # no, it rejected it
    assert evidence(asked, "why did Lind never say so", "said").denied == 1


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("who led the Norrlandic delegation", "who led the Suderlandic delegation"),
        ("what does Norrland want", "what does Suderland want"),
        ("what did Bo Lind say", "what did Ada Moe say"),
        ("what did Lind say", "which party does Lind lead"),
    ],
)
def test_somebody_or_something_else_is_declined(asked: Engine, right: str, wrong: str) -> None:
    """A question that a fact answers is answered; its look-alike is not, and the words in the way are told."""
    assert asked.search(right).answered
    found = asked.search(wrong)
    assert not found.answered
    assert found.missing


def test_words_in_the_way_are_told_as_typed(asked: Engine) -> None:
    """They keep their letters, and their order in the question; ordinary words of asking are not among them."""
    missing = asked.search("please tell me which Party the Zeppelin captain led").missing
    assert [word for word in missing if word in ("Party", "Zeppelin", "captain")] == ["Party", "Zeppelin", "captain"]
    assert not {"please", "tell"} & set(missing)


def test_where_a_store_names_no_subject_the_sentence_does() -> None:
    """The speaker, or the named subject of the verb, is whose act a fact tells."""
    entities = STORE.entities
    bare = store(fact("f", "Norrland closed the southern pier in March.", about=("norrland",)), entities=entities)
    with engine(bare) as made:
        assert evidence(made, "what did Norrland close", "f").agent == 1
        assert evidence(made, "what did Suderland close", "f").agent == -1


def test_nothing_under_a_refusal_is_surer_than_it(asked: Engine) -> None:
    """Related facts come by their confidence, and none would have been an answer."""
    found = asked.search("who led the Suderlandic delegation")
    sure = [hit.confidence for hit in found.hits]
    assert sure == sorted(sure, reverse=True)
    assert all(confidence < 0.5 for confidence in sure)


def test_a_slip_of_a_function_word_is_not_told(asked: Engine) -> None:
    """It is mended in silence; what was read otherwise and matters is told."""
    assert asked.search("wat did Linnd say").read_as == {"linnd": "Lind"}


def test_who_somebody_is_is_told_by_the_role() -> None:
    """A sentence that has the role beside the name goes before what else it tells of them."""
    made = store(
        fact("said", "Bo Lind said that Bo Lind was tired.", subject=("lind",), about=("lind",)),
        fact("role", "The catch is small, says Bo Lind, harbour master of Suderland.", about=("lind",)),
        fact("other", "Ada Moe, harbour master of Norrland, met Bo Lind.", about=("moe", "lind")),
        entities=(
            entity("moe", "Ada Moe", kind="person", role="harbour master of Norrland"),
            entity("lind", "Bo Lind", kind="person", role="harbour master of Suderland"),
        ),
    )
    with engine(made) as made_engine:
        for question in (
            "who is bo lind",
            "what is Bo Lind's job",
            "what post does Bo Lind hold",
            "what does bo lind do",
        ):
            assert read(made_engine.index, question).asks == "role"
            assert made_engine.search(question).hits[0].fact.id == "role", question
        for question in ("who met bo lind", "what did bo lind do", "what is the job market", "who was with bo lind"):
            assert read(made_engine.index, question).asks != "role", question


@pytest.mark.parametrize(
    ("question", "found"), [("who leads Norrland now", "chief"), ("who led the Norrland team there", "led")]
)
def test_a_phrasing_that_asks_who_does_it_to_the_same_tells_the_doer(question: str, found: str) -> None:
    """Of a country as of its delegation, whatever the answer's own verb."""
    chief = fact(
        "chief", "Eva Dahl is the prime minister of Norrland.", question="Who is Eva Dahl?", about=("dahl", "norrland"),
        phrasings=("who leads Norrland", "Norrland's leader", "which woman is at the head of Norrland", "is Dahl president"),
    )  # fmt: skip
    people = (*STORE.entities, entity("dahl", "Eva Dahl", kind="person", side="norrland", aliases=("Dahl",)))
    with engine(store(chief, *STORE.facts, entities=people)) as asking:
        told = asking.search(question)
        assert (told.answered, told.hits[0].fact.id) == (True, found)
        best = rank(asking.index, query := reading(asking, question))
        judged = {asking.index.fact(row.row).id: doer(query, row.doc, asking.index.passages(row.row)) for row in best}
        assert judged[found] == 1.0


@pytest.mark.parametrize(
    ("question", "denies"),
    [
        ("who did not come", True),
        ("who said that Lind did not come", False),
        ("who does not say that Lind came", True),
        ("who came", False),
    ],
)
def test_the_main_clause_denies(asked: Engine, question: str, *, denies: bool) -> None:
    """A denial in what somebody says is none of the question's."""
    assert reading(asked, question).relations.denies is denies
