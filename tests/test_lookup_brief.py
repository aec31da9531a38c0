"""The story of any store in brief."""

from helpers import HARBOUR, entity, fact, slow, store, stores
from hypothesis import given

from talkscli.lookup.brief import ABOUT, ASK, EVENTS, PEOPLE, QUESTIONS, brief
from talkscli.store.model import Citation, Source, Store


def test_a_store_is_told_in_brief() -> None:
    """Central facts, dated facts in order, persons first, and questions that the store has."""
    told = brief(HARBOUR)
    assert len(told.about) == ABOUT
    assert [row.id for row in told.timeline] == ["bridge-opened", "choir-founded", "bridge-closed", "mayor-quote"]
    assert [row.kind for row in told.people[:3]] == ["person"] * 3
    asked = {row.question for row in HARBOUR.facts}
    assert len(told.ask) == ASK
    assert set(told.ask) <= asked


def test_a_fact_that_says_what_it_is_about_goes_first() -> None:
    """Where the store answers "what is the article about?", that is what it is about."""
    rows = [
        fact("a", "Boats and boats and boats."),
        fact("b", "It is on boats.", question="What is the article about?"),
    ]
    assert [row.id for row in brief(store(*rows)).about] == ["b"]


def test_events_with_a_name_go_first() -> None:
    """Where there are many events, those with a name are told; where few have one, others are told, too."""
    rows = [fact(f"r{n}", f"Rain fell on the {n} hills.", date=f"{1900 + n}") for n in range(EVENTS + 2)]
    one = [row.id for row in brief(store(*rows, fact("flood", "It rose.", date="1950", event="The flood"))).timeline]
    assert len(one) == EVENTS
    assert "flood" in one
    named = [fact(f"f{n}", "It rose.", date=f"{1950 + n}", event=f"Flood {n}") for n in range(EVENTS)]
    assert [row.id for row in brief(store(*rows, *named)).timeline] == [row.id for row in named]


def test_what_is_told_often_is_central_and_told_once() -> None:
    """The fact that shares most with the others stands for them; one that repeats it does not come too."""
    rows = [
        fact("odd", "Marmots whistle."),
        fact("a", "The flood broke the old dam."),
        fact("same", "The flood broke the old dam."),
        fact("b", "The dam stood in the valley, and the flood took the mill of the valley."),
    ]
    chosen = [row.id for row in brief(store(*rows)).about]
    assert "odd" not in chosen
    assert not {"a", "same"} <= set(chosen)


def test_a_store_without_questions_is_given_some() -> None:
    """Who somebody with a role is, and what a speaker said, can be asked of any store."""
    people = (entity("ann", "Ann Ode", kind="person", role="mayor"), entity("bo", "Bo Li", kind="person"))
    told = brief(store(fact(quote="Ahoy", speaker="bo", about=("ann",)), entities=people))
    assert told.ask == ("Who is Ann Ode?", "What did Bo Li say?")


def test_only_what_is_answered_is_offered() -> None:
    """Of the questions made for a store, those that it declines are left out."""
    people = (entity("ann", "Ann Ode", kind="person", role="mayor"), entity("bo", "Bo Li", kind="person"))
    made = store(fact(quote="Ahoy", speaker="bo", about=("ann",)), entities=people)
    assert brief(made, lambda question: "Bo" in question).ask == ("What did Bo Li say?",)


def test_many_events_are_cut_to_those_that_matter() -> None:
    """No more events than fit the screen, in order of time."""
    rows = [fact(f"f{year}", f"In {year} the dam leaked.", date=str(year)) for year in range(2020, 1980, -1)]
    dates = [row.date for row in brief(store(*rows)).timeline]
    assert len(dates) == EVENTS
    assert dates == sorted(dates, key=str)


@slow
@given(stores())
def test_any_store_is_told(any_store: Store) -> None:
    """Whatever a store holds, it can be told, within what fits a screen."""
    told = brief(any_store)
    assert len(told.about) <= ABOUT
    assert len(told.people) <= PEOPLE
    assert len(told.timeline) <= EVENTS


def test_what_hangs_on_its_neighbours_is_not_central() -> None:
    """A sentence that goes on from the one before, a lead-in to a list and a question say nothing alone."""
    hanging = (
        "**The flood example:**",
        "Until then the flood was high.",
        "The same flood broke it.",
        "Although the flood broke the dam, the flood went on.",
        "Was the flood big?",
    )
    rows = [fact(f"h{n}", text) for n, text in enumerate(hanging)]
    rows += [fact("a", "The flood broke the dam."), fact("b", "Reed built a mill.")]
    assert [row.id for row in brief(store(*rows)).about] == ["a", "b"]
    assert len(brief(store(*rows[:2])).about) == ABOUT  # where there is nothing else


def test_a_story_begins_with_its_lead() -> None:
    """The first fact of an article that tells of its title goes first, not what stands above it."""
    rows = [fact("note", "This copy is for you alone."), fact("lead", "A dam is gone.")]
    rows += [
        fact(f"f{n}", f"Mayor Reed saw the flood take the mill, the inn and farm {n} of the valley.") for n in "123"
    ]
    sources = (Source(id="a", title="The dam of the valley broke"),)
    assert brief(store(*rows, sources=sources)).about[0].id == "lead"


def test_a_lead_of_two_dates_is_told_once() -> None:
    """It stands as two facts."""
    lead = "The dam of the valley broke in May 2020, two years after the flood of 2018."
    rows = [fact("lead", lead, date="2020-05"), fact("lead-2", lead, date="2018")]
    rows += [fact(f"f{n}", f"{word} was rare then.") for n, word in enumerate(("Bread", "Oak", "Wine"))]
    told = brief(store(*rows, sources=(Source(id="a", title="The dam of the valley broke"),))).about
    assert told[0].id == "lead"
    assert len({each.answer for each in told}) == len(told) == 2


def test_a_story_without_its_title_begins_with_its_first_fact() -> None:
    """Where no fact at the beginning has a word of the title, the first goes first, whatever is central."""
    rows = [fact("lead", "Court adjourned until July.")]
    rows += [fact(f"f{n}", f"Mayor Reed saw the flood take the mill, the inn and farm {n}.") for n in "12345"]
    assert brief(store(*rows, sources=(Source(id="a", title="Burnt from within"),))).about[0].id == "lead"


def test_an_faq_in_brief_is_its_questions() -> None:
    """Instead of who is who it shows more of what it answers, and about it what stands around the pairs."""
    cited = [Citation(source="s", paragraph=number) for number in range(1, 6)]
    pairs = [
        fact(f"q{n}", f"Yes, for {n} euros a day.", question=f"Can I rent {thing}?", faq=True, citation=cited[n],
             about=("ann",))
        for n, thing in enumerate(("shoes", "chalk", "ropes", "mats"), 1)
    ]  # fmt: skip
    part = fact("part", "A rope of the hall is for adults.", citation=cited[3])
    around = fact("around", "The hall is in the old mill.", citation=cited[0])
    ann = entity("ann", "Ann Ode", kind="person", role="mayor")
    told = brief(store(around, *pairs, part, entities=[ann], sources=[Source(id="s", title="Hall")]))
    assert told.people == ()
    assert [row.id for row in told.about] == ["around"]
    assert set(told.ask) == {pair.question for pair in pairs}
    some = [fact(f"f{n}", f"Reed went up {n}.", citation=Citation(source="s", paragraph=n)) for n in range(10, 16)]
    assert brief(store(*some, *pairs, entities=[ann], sources=[Source(id="s")])).people == (ann,)


def test_an_faq_tells_how_many_questions_it_has_besides() -> None:
    """Nine fit the screen; the others are counted, and none of a store that is no FAQ."""
    rows = [fact(f"q{n}", f"Answer {n} is long enough.", question=f"What is thing {n}?", faq=True) for n in range(14)]
    told = brief(store(*rows))
    assert (len(told.ask), told.more + len(told.ask) + len(told.about)) == (QUESTIONS, 14)
    assert brief(HARBOUR).more == 0


def test_a_sentence_of_several_dates_is_told_once() -> None:
    """It is one event in brief, at the first of them."""
    text = "The ferry sailed on 2 May 2020 and again on 4 July 2020 with forty guests."
    told = brief(store(fact("first", text, date="2020-05-02"), fact("then", text, date="2020-07-04")))
    assert [each.id for each in told.timeline] == ["first"]
