"""What is beside the question is no answer, however many of its words it has."""

import pytest
from helpers import engine, entity, fact, store

from talkscli.search.engine import Engine
from talkscli.search.evidence import evidence
from talkscli.search.objections.beside import is_beside
from talkscli.search.objections.presiding import heads_another
from talkscli.search.objections.timing import is_at_another_time, lasts_otherwise
from talkscli.search.question.query import Query, read
from talkscli.search.rank import Ranked, rank
from talkscli.store.model import Store

MOE, KARR = entity("moe", "Ada Moe", aliases=("Moe",)), entity("karr", "Ida Karr", aliases=("Karr",))
VELD, MOSS = entity("veld", "Veldhaven", kind="place"), entity("moss", "Mossland", kind="country")
KNOWN = (MOE, KARR, VELD, MOSS)


def answers(of: Store, question: str) -> bool:
    """Tell whether a store answers a question."""
    with Engine.of(of) as searching:
        return searching.search(question).answered


def one(answer: str, **more: object) -> Store:
    """Give a store of one fact beside two on other things, all of known people and places."""
    others = fact("f2", "The ferry runs twice a day."), fact("f3", "A bell rang at the lighthouse in 1901.")
    return store(fact("f1", answer, **more), *others, entities=KNOWN)


def judged(searching: Engine, question: str, ident: str) -> tuple[Query, Ranked]:
    """Give a question as it is read, and how the fact of an id is ranked for it."""
    query = read(searching.index, question)
    return query, next(r for r in rank(searching.index, query) if searching.index.fact(r.row).id == ident)


# Nothing is met


@pytest.mark.parametrize(
    ("answer", "question"),
    [
        ("The crews endured a long winter.", "what's the weather"),
        ("They carry a load of grain.", "what's the score"),
        ("The boats were carefully repaired.", "who cares"),
        ("The nets were newly mended.", "what's new"),
    ],
)
def test_a_word_in_another_sense_alone_is_no_answer(answer: str, question: str) -> None:
    """A synonym of the tables that is unlike the only word asked for, or an adverb with its stem."""
    with engine(one(answer)) as searching:
        found = searching.search(question)
    assert not found.answered or found.hits[0].fact.id != "f1"


def test_a_synonym_of_the_store_is_enough() -> None:
    """What a store says means the same does, however unlike."""
    long = fact("f1", "The crews endured much in the north.")
    assert not answers(store(long), "what's the weather")
    assert answers(store(long, synonyms=(("weather", "endured"),)), "what's the weather")


def test_how_many_alone_is_nothing() -> None:
    """A number of other things does not answer "how many"."""
    of = one("There are more than 2000 now.", question="How many packages are there?")
    assert answers(of, "how many packages are there now")
    assert not answers(of, "how many legs has a spider")


def test_first_and_last_alone_are_nothing() -> None:
    """They tell which time of a deed is meant, and are no deed."""
    assert not answers(one("His effort hit a hurdle last week."), "when did he last debate")


# How many, and how much


@pytest.mark.parametrize(
    ("answer", "question", "told"),
    [
        ("The boats of Veldhaven cost 900 euros.", "how much did the boats cost", True),
        ("The boats of Veldhaven are free.", "how much is a boat", True),
        ("The sales of boats are down 12 percent.", "how much is a boat", False),
        ("They like the boats, smoke free.", "how much are the boats going to cost", False),
        ("The boats cost them 20 days of sleep and work.", "how much did the boats cost", False),
        (
            "In 1705 weavers settled in Veldhaven beside the mill.",
            "how many weavers settled in Veldhaven in 1705",
            False,
        ),
        ("In 1705 sixty weavers settled in Veldhaven.", "how many weavers settled in Veldhaven in 1705", True),
        ("On 3 May weavers settled in Veldhaven for good.", "how many weavers settled in Veldhaven", False),
        ("Half a million weavers settled in Veldhaven.", "how many weavers settled in Veldhaven", True),
        (
            "Of the Commodore 64 they have fond memories, who had one in the 1980s.",
            "how much memory did it have",
            False,
        ),
        ("It had a memory of 64 cards.", "how much memory did it have", True),
    ],
)
def test_a_number_is_told_by_a_number_that_is_no_date(answer: str, question: str, *, told: bool) -> None:
    """Neither the year, nor what stands in the question, counts anything; a cost is a sum of money."""
    assert answers(one(answer), question) is told


def test_a_number_of_the_same_is_none_of_something_else() -> None:
    """Who quarrelled are not all that were aboard, though both are people."""
    of = store(
        fact("f1", "It was a quarrel between two people who knew each other."),
        fact("f2", "The ferry left Veldhaven at noon."),
    )
    assert not answers(of, "how many people were on the ferry")


# Yes or no


STANDS = "Moss and the coast must stand by the islands, Ada Moe said."


@pytest.mark.parametrize(
    ("more", "question"),
    [
        ({"phrasings": ("what does Moe want",)}, "does moe want war"),
        ({"answer": "Hosting the fair helps Ada Moe.", "phrasings": ("is Moe impartial",)}, "is moe neutral"),
        (
            {"answer": "Veldhaven saw heavy storms.", "phrasings": ("how were the storms in Mossland",)},
            "is veldhaven in mossland",
        ),
        (
            {"answer": "Ada Moe called Ida Karr after the fair.", "subject": ("moe",)},
            "did karr call moe",
        ),
        (
            {"answer": "Mossland left the islands.", "phrasings": ("what about Veldhaven and Mossland",)},
            "did mossland leave veldhaven",
        ),
    ],
)
def test_another_predicate_answers_no_yes_or_no(more: dict[str, object], question: str) -> None:
    """What a fact tells of the one who is asked about is not what is asked."""
    more = {"answer": STANDS, "question": "What did Ada Moe say?", "subject": ("moe",), "about": ("moe",)} | more
    assert not answers(one(**more), question)  # type: ignore[arg-type]


def test_whoever_admits_that_others_refused_did_not_refuse() -> None:
    """A verb of saying is no opposite of a deed."""
    of = one("Mossland had not taken the deal, Ida Karr admitted.", subject=("karr",), about=("karr", "moss"))
    assert not answers(of, "did karr reject the deal")


@pytest.mark.parametrize("question", ["did moe call karr", "did ada moe call ida karr after the fair"])
def test_the_same_predicate_does(question: str) -> None:
    """The deed itself, done by the same, is an answer."""
    of = one("Ada Moe called Ida Karr after the fair.", subject=("moe",), question="Whom did Ada Moe call?")
    assert answers(of, question)


# Words


def test_who_is_named_beside_the_speaker_said_nothing() -> None:
    """The words of an adviser are not those of whom he advises."""
    of = one("“It is a risk,” said Ida Karr, an adviser to Ada Moe.", speaker="karr", quote="It is a risk")
    assert answers(of, "what did karr say")
    assert not answers(of, "what did moe say")


def test_another_papers_words_are_not_hers() -> None:
    """What a letter says of somebody is not said by them."""
    of = one("Ada Moe was to open the fair, a letter said.", attribution="a letter")
    assert not answers(of, "what did moe say")


# When


def test_another_who_did_nothing_such_does_not_tell_when() -> None:
    """A time of another's deed, beside the name, is none of what is asked."""
    of = one("“The first I heard of it was on Tuesday,” said Ida Karr, who left Ada Moe in 2019.", speaker="karr")
    assert not answers(of, "when was moe first elected")


def test_a_denial_in_other_words_is_an_answer() -> None:
    """Whoever is said not to have done it did not."""
    of = one(
        "Ada Moe did not violate the trade finance laws of Mossland before the harbour vote.",
        subject=("moe",),
        about=("moe",),
    )
    assert answers(of, "did moe break the trade finance laws of mossland before the harbour vote")


def test_a_phrasing_that_has_all_of_it_is_an_answer() -> None:
    """Whoever the names stand beside in the answer."""
    of = one(
        "Mossland and Veldhaven are coordinating their ferries.",
        question="What are Mossland and Veldhaven planning?",
        phrasings=("are Mossland and Veldhaven working together", "what is planned", "do they share ferries"),
        subject=("moss",),
        about=("moss", "veld"),
    )
    assert answers(of, "does mossland work together with veldhaven")


@pytest.mark.parametrize(
    ("question", "answered"), [("why was Ada Moe arrested", False), ("why will Ida Karr lead the harbour board", True)]
)
def test_what_came_of_it_is_no_cause(question: str, answered: bool) -> None:
    """A sentence that tells what came of something does not tell why that was."""
    told = one("As a result of Ada Moe being arrested, Ida Karr will lead the harbour board.", subject=("karr",))
    assert answers(told, question) is answered


# The other way round


def test_what_was_after_is_not_what_was_before() -> None:
    """Before and after tell one event from another; what has both, or neither, may answer."""
    of = one("Ada Moe rang the mayor and Ida Karr after the fair.", question="Whom did Moe ring after the fair?")
    assert answers(of, "whom did Moe ring after the fair")
    assert not answers(of, "whom did Moe ring before the fair")
    assert answers(one("Ada Moe rang the mayor at the fair.", question="Whom did Moe ring?"), "whom did Moe ring")


def test_what_others_say_is_not_what_somebody_says() -> None:
    """Who is credited with a fact says it, not whose act it tells."""
    claim = {"subject": ("karr",), "about": ("karr", "moe"), "question": "What did Karr demand for the bridge?"}
    phrasings = ("what do they say was the reason that the bridge fell", "what is said of the reason")
    told = "Ida Karr demanded too much for the bridge: that was the reason that it fell."
    hers = one(told, **claim, phrasings=phrasings, attribution="Ida Karr")
    others = one(told, **claim, phrasings=phrasings, attribution="friends of Ada Moe")
    assert answers(hers, "what did Karr say was the reason that the bridge fell")
    assert not answers(others, "what did Karr say was the reason that the bridge fell")


MANY = ("would it help them trust each other", "is there a first cheer for better days in Veldhaven", "what good is it")


def test_a_phrasing_that_has_a_few_words_by_chance_is_no_answer() -> None:
    """One that asks for the same thing is."""
    of = one("The fair might bring more trust.", question="Would the fair build confidence?", phrasings=MANY)
    assert answers(of, "would the fair build confidence")
    assert not answers(of, "cheers")


def test_what_was_before_is_told_by_what_has_a_before() -> None:
    """A fact with many phrasings, none of which tells of anything before, has nothing of it; yes or no may be told."""
    asked = ("which post has Moe", "what is Moe's office", "as what does Moe work")
    of = one("Ada Moe is the mayor of Veldhaven.", question="Which office has Moe?", phrasings=asked)
    assert answers(of, "which office has Moe now")
    assert not answers(of, "which office had Moe before")


def test_another_year_is_another_time() -> None:
    """Of several years one may be the fact's."""
    asked = ("who steered the crew of Veldhaven in 2021", "who led the crew", "who was at the helm of the crew")
    of = one("Ada Moe led the crew in 2021.", question="Who led the crew of Veldhaven?", phrasings=asked)
    with Engine.of(of) as searching:
        for question, another in (("who led it in 2019 or 2021", False), ("who led it in 2019", True)):
            query, found = judged(searching, question, "f1")
            assert is_at_another_time(query, found) is another


def test_whoever_does_something_else_is_not_who_was_asked_for() -> None:
    """The deed that is asked for is told, in whatever words."""
    asked = ("who was in charge of the crew of Veldhaven", "who led Veldhaven's crew", "who is the leader of the crew")
    of = one("Ada Moe led the crew of Veldhaven.", question="Who led the crew of Veldhaven?", phrasings=asked)
    with Engine.of(of) as searching:
        for question, doubted in (("who was leading the crew of Veldhaven", False), ("who quit the crew", True)):
            query, found = judged(searching, question, "f1")
            assert is_beside(searching.index, query, found, evidence(searching.index, query, found, 1.0)) is doubted


def test_whoever_was_against_it_is_told_as_such() -> None:
    """A fact that has nothing "against" anything tells who was for it."""
    asked = ("who spoke for the new pier", "who backed the pier in Veldhaven", "who was for the pier")
    of = one("Ada Moe spoke for the new pier.", question="Who spoke for the pier in Veldhaven?", phrasings=asked)
    assert answers(of, "who spoke for the pier")
    assert not answers(of, "who spoke against the new pier in Veldhaven")


def test_whoever_leads_a_part_of_a_land_does_not_lead_it() -> None:
    """Unless somebody wrote down that it may be asked so."""
    led = ("who led the delegation of Mossland", "head of Mossland's team", "who was in charge of Mossland's side")
    ruled = ("who rules Veldhaven", "leader of Veldhaven", "Veldhaven's mayor")
    head = fact(
        "head", "Ada Moe led Mossland's delegation.", question="Who led the Mossland delegation?", phrasings=led
    )
    mayor = fact("mayor", "Ida Karr is the mayor of Veldhaven.", question="Who is Ida Karr?", phrasings=ruled)
    with Engine.of(store(head, mayor, entities=KNOWN)) as searching:
        for question, ident, another in (
            ("who leads the Mossland delegation", "head", False),
            ("who is in charge of Mossland", "head", True),
            ("who is the head of Mossland", "head", True),
            ("Mossland boss", "head", True),
            ("who heads Veldhaven", "mayor", False),
            ("the mayor of Veldhaven", "mayor", False),
            ("king of Veldhaven", "mayor", True),
        ):
            query, found = judged(searching, question, ident)
            assert heads_another(searching.index, query, found) is another, question


def test_who_led_the_people_of_a_land_need_not_lead_the_land() -> None:
    """They may have sent somebody."""
    head = fact(
        "head",
        "Ada Moe led Norway's delegation.",
        question="Who led the Norwegian delegation?",
        phrasings=("who led the delegation of Norway", "who headed Norway's side", "who spoke for Norway"),
    )
    king = fact(
        "king", "Ole is the king of Norway.", question="Who is Ole?", phrasings=("who leads Norway", "Norway's king")
    )
    norway = entity("norway", "Norway", kind="country", aliases=("Norwegian", "Norwegians", "Norwegian side"))
    with Engine.of(store(head, king, entities=(norway,))) as searching:
        for question, ident, another in (
            ("who led the Norwegians", "head", False),
            ("who led the Norwegians", "king", True),
            ("who headed the Norwegian side", "king", True),
            ("who leads Norway", "head", True),
            ("who leads Norway", "king", False),
        ):
            query, found = judged(searching, question, ident)
            assert heads_another(searching.index, query, found) is another, (question, ident)


def test_how_long_another_thing_took() -> None:
    """The thing that is asked about is named by the fact."""
    fair = fact("fair", "The fair lasted two hours.", question="How long was the fair?")
    strike = fact("strike", "The strike began in May.", question="When did the strike begin?")
    with Engine.of(store(fair, strike, entities=KNOWN)) as searching:
        for question, another in (("how long did the fair last", False), ("how long did the strike last", True)):
            query, found = judged(searching, question, "fair")
            assert lasts_otherwise(query, found) is another


# When


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ("The case was shelved, but it was opened again earlier this year following the eviction of Ada Moe.", False),
        ("It was opened again earlier this year after the eviction of Ada Moe on 3 May.", True),
        ("Ada Moe was evicted in May.", True),
    ],
)
def test_the_time_of_what_came_after_is_not_that_of_the_deed(answer: str, *, told: bool) -> None:
    """A deed that is only named has its time behind its name, or none."""
    assert answers(one(answer, date="2019"), "when was Moe evicted") is told


@pytest.mark.parametrize("question", ["What did Lind say about Moe’s file", "what did doctors say about Moe"])
def test_whoever_is_in_no_fact_said_nothing(question: str) -> None:
    """A pair that tells of the same in the words of others is no answer either."""
    told = "The council took the decision to close the file regarding Ada Moe, it said. It is too old, it added."
    of = one(told, question="What did the council say?", about=("moe",))
    assert answers(of, "what did the council say about Moe")
    assert not answers(of, question)


def test_who_is_of_another_is_not_who_was_asked_for() -> None:
    """In a bare sentence a name belongs to its noun."""
    of = one("Leading the Mossland team, Ada Moe said that Veldhaven had not paid.")
    assert answers(of, "who led the Mossland team")
    assert not answers(of, "who led the Veldhaven team")


# Somebody is named with a title


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("is dr moe affiliated with the north clinic", True),
        ("is dr lund affiliated with the north clinic", False),
        ("is mr lund affiliated with the north clinic", False),
    ],
)
def test_who_has_a_title_is_in_the_fact(question: str, answered: bool) -> None:
    """Nobody else's clinic tells of somebody who is named with "Dr", however alike the question."""
    pair = one(
        "Dr Moe and Dr Karr are affiliated with the North Clinic.", question="Who is affiliated with the clinic?"
    )
    assert answers(pair, question) is answered
