"""What can be asked of a store: each question gives a frozen result."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from helpers import HARBOUR, engine, entity, fact, slow, store, stores
from hypothesis import given
from hypothesis import strategies as st

from talkscli.errors import UsageError
from talkscli.language import calendar
from talkscli.lookup import ask, events, listings, results, who
from talkscli.search.hits import Hit
from talkscli.store.merge import Library, merge
from talkscli.store.model import Citation, Entity, Fact, Source, Store


def ids(facts: results.Listing | tuple[Fact, ...]) -> list[str]:
    """Give the ids of facts."""
    return [f.id for f in (facts.facts if isinstance(facts, results.Listing) else facts)]


def told(listing: results.Listing) -> str:
    """Give what is said where nothing was found."""
    return ": ".join(part for part in (listing.missing, listing.hint) if part)


# ask


def test_an_answer_comes_with_what_is_related() -> None:
    """The answer is one fact, with its confidence; others follow, and what they refer to is there."""
    answer = ask.ask(HARBOUR, "How much did the harbour bridge cost?", top=3, explain=True)
    assert answer.answered
    assert answer.question == "How much did the harbour bridge cost?"
    assert answer.answer is not None
    assert answer.answer.id == "bridge-cost"
    assert 0.5 <= answer.confidence <= 1
    assert len(answer.related) == 2
    assert answer.answer not in [hit.fact for hit in answer.related]
    assert answer.refs.sources["chronicle"].title == "A Chronicle of Veldhaven"
    assert answer.refs.entities["council"].name == "Veldhaven City Council"
    assert {"harbour", "bridge", "cost"} <= {match.word for match in answer.explained}


def test_a_declined_question_has_no_answer_but_the_closest_facts() -> None:
    """Where no fact answers, there is none, and the nearest are related, with the confidence of the best."""
    answer = ask.ask(HARBOUR, "what colour is the harbour bridge", top=2)
    assert not answer.answered
    assert answer.answer is None
    assert len(answer.related) == 2
    assert answer.confidence == answer.related[0].confidence < 0.5


def test_a_question_of_nothing_has_nothing() -> None:
    """An empty question has no answer, no fact near, no confidence."""
    answer = ask.ask(HARBOUR, "  ")
    assert (answer.answered, answer.answer, answer.related, answer.confidence) == (False, None, (), 0.0)
    assert answer.refs == results.Refs({}, {}, total=2)


def test_another_reading_is_told() -> None:
    """Words that were read otherwise than typed come with the answer."""
    assert ask.ask(HARBOUR, "brigde cost").read_as == {"brigde": "bridge"}


def test_an_engine_can_be_asked_like_a_store() -> None:
    """An engine that was opened for a large store answers the same."""
    with engine(HARBOUR) as opened:
        assert ask.ask(opened, "price of the bridge") == ask.ask(HARBOUR, "price of the bridge")


def test_a_speaker_is_referred_to() -> None:
    """Who said a quote is among what the result refers to."""
    assert "kravets" in ask.ask(HARBOUR, "words of the conductor on the tour").refs.entities


def test_what_is_offered_is_told_once() -> None:
    """Related facts that read the same are one to ask for, and none is what was answered."""
    rows = [
        fact("a", "Rain is wet."),
        fact("b", "Sand is dry."),
        fact("c", "Sand is dry."),
        fact("d", "x", question="Why?"),
    ]
    hits = tuple(Hit(row, 0.4) for row in (rows[1], rows[0], rows[2], rows[3]))
    reply = results.Answer("how", True, 0.9, {}, (), rows[0], hits, results.Refs({}, {}))
    assert [row.id for row in ask.offers(reply)] == ["b", "d"]


def test_what_hangs_on_its_neighbours_is_not_offered() -> None:
    """Beside an answer; where there is none it may be what was asked for."""
    rows = [fact("a", "Rain is wet."), fact("b", "Until then it was dry."), fact("c", "It was so.", question="Why?")]
    reply = results.Answer(
        "how", True, 0.9, {}, (), rows[0], tuple(Hit(row, 0.4) for row in rows[1:]), results.Refs({}, {})
    )
    assert [row.id for row in ask.offers(reply)] == ["c"]
    assert [row.id for row in ask.offers(msgspec.structs.replace(reply, answer=None))] == ["b", "c"]


def test_what_a_question_offers() -> None:
    """Nothing to one in another language, nor what shares but the verb of saying, nor what was shown before."""
    rows = [
        fact("a", "What Berg said is known.", question="What did Berg say?"),
        fact("b", "It rained.", question="Did it?"),
    ]
    hits = tuple(Hit(row, 0.2) for row in rows)
    reply = results.Answer("what did moe say", False, 0.2, {}, ("moe",), None, hits, results.Refs({}, {}))
    assert ask.offers(reply) == ()
    for question, offered in (
        ("what did moe say of rain", rows[1:]),
        ("what did moe say of Berg", rows[:1]),
        ("who is moe", rows),
    ):
        reply = msgspec.structs.replace(reply, question=question)
        assert ask.offers(reply) == tuple(offered)
    assert ask.offers(msgspec.structs.replace(reply, told=frozenset("a"))) == (rows[1],)
    assert ask.offers(msgspec.structs.replace(reply, abroad="English")) == ()


@pytest.mark.parametrize(
    ("question", "part"),
    [("how much did the harbour bridge cost and why was it closed", "how much did the harbour bridge cost"),
     ("how tall is Ada Moe and how much did the harbour bridge cost", "how much did the harbour bridge cost"),
     ("how tall is Ada Moe and why was it closed", None),
     ("how much did the harbour bridge cost and what did it cost", None), ("how much did the harbour bridge cost", None)],
)  # fmt: skip
def test_which_of_two_questions_is_answered(question: str, part: str | None) -> None:
    """The one whose own answer it is; of one question, or where it answers both, none."""
    with engine(HARBOUR) as searching:
        assert ask.answered_part(searching, ask.ask(searching, question)) == part


def test_what_was_just_shown_is_left_out() -> None:
    """The next fact is the answer if it is sure enough; else there is none."""
    rows = [fact("a", "Rain is wet."), fact("b", "Sand is dry.")]
    for confidence, shown in ((0.6, "b"), (0.4, None)):
        hits = (Hit(rows[1], confidence),)
        reply = results.Answer("how", True, 0.9, {}, (), rows[0], hits, results.Refs({}, {}))
        other = ask.without(reply, {rows[0].id})
        assert (other.answer.id if other.answer else None, other.confidence) == (shown, confidence)
        assert ask.without(reply, {rows[1].id}).answer == rows[0]


# who


@pytest.mark.parametrize(
    "name",
    ["Ingrid Solberg", "solberg", "Сольберг", "sólberg", "mayor of Veldhaven", "solbreg", "ingridsolberg", "mayor"],
)
def test_a_person_is_found_by_any_name(name: str) -> None:
    """Any spelling, script, part or role gives the profile, with what was said and what is told kept apart."""
    profile = who.who(HARBOUR, name)
    assert profile.found
    assert profile.query == name
    assert profile.entity is not None
    assert profile.entity.id == "solberg"
    assert (ids(profile.quotes), ids(profile.facts), profile.candidates) == (["mayor-quote"], [], ())


def test_a_profile_has_what_is_told_about_one() -> None:
    """Facts about an entity are there, those about it alone before those about others too."""
    assert ids(who.who(HARBOUR, "choir").facts) == ["tour-quote", "choir-size", "choir-founded"]


def test_of_what_does_nothing_what_it_answers_comes_first() -> None:
    """A place is told of by the facts that answer with it, then by what most facts tell."""
    told = [
        ("What did they eat?", "The talks in Holm had no lunch."),
        ("Where were the talks?", "The talks were in Holm."),
    ]
    told += [("Who spoke in Holm?", "At the talks in Holm, Reed spoke.")]
    rows = [fact(f"f{n}", answer, question=asked, about=("holm", "reed")) for n, (asked, answer) in enumerate(told)]
    rows.append(fact("alone", "The source gives no hour for Holm.", about=("holm",), question="When was Holm?"))
    found = who.who(store(*rows, entities=[entity("holm", "Holm"), entity("reed", "Reed")]), "holm")
    assert ids(found.facts)[:2] == ["f0", "f1"]
    assert found.own == len(rows)


def test_what_says_no_more_than_the_head_line_is_known() -> None:
    """A fact of nothing but name, role and side is marked; one that tells more is not."""
    people = [entity("ann", "Ann Ode", kind="person", role="mayor of Holm", side="nor"), entity("nor", "Norland")]
    told = ["Ann Ode is called the mayor of Holm.", "Ann Ode, the mayor of Holm in Norland, left."]
    rows = [fact(f"f{n}", answer, about=("ann",)) for n, answer in enumerate(told)]
    assert who.who(store(*rows, entities=people), "ode").headline == {"f0"}


def test_several_that_fit_are_candidates() -> None:
    """A name that fits several gives no profile, but all of them to choose from."""
    profile = who.who(HARBOUR, "Ingrid")
    assert (profile.found, profile.entity, profile.facts, profile.quotes) == (False, None, (), ())
    assert [e.id for e in profile.candidates] == ["solberg", "berg"]


def test_nobody_found_gives_similar_names() -> None:
    """Where nobody fits, similar names are suggested; where none is similar, nothing."""
    assert "kravets" in [e.id for e in who.who(HARBOUR, "Kravchenko").candidates]
    assert who.who(HARBOUR, "qqqqqqq").candidates == ()


def test_everyone_comes_by_kind() -> None:
    """Persons come first, then countries, organisations, places, and those of no kind; each in the store's order."""
    assert [e.id for e in who.everyone(HARBOUR).entities] == [
        "solberg", "berg", "kravets", "norrland", "choir", "council", "veldhaven", "regatta",
    ]  # fmt: skip


# timeline


def test_a_timeline_is_in_order() -> None:
    """Facts with a date come by their first day, whatever their order in the store; others do not come."""
    assert ids(listings.timeline(HARBOUR)) == ["bridge-opened", "choir-founded", "bridge-closed", "mayor-quote"]


def test_of_one_day_the_shorter_comes_first() -> None:
    """Facts that begin on the same day come by the day that they end on, then in the store's order."""
    same = store(
        fact("year", date="2020"),
        fact("day", date="2020-01-01"),
        fact("to", date="2020/2021"),
        fact("too", date="2020"),
    )
    assert ids(listings.timeline(same)) == ["day", "year", "too", "to"]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        pytest.param("1990", None, ["choir-founded", "bridge-closed", "mayor-quote"], id="since a year"),
        pytest.param("1987-05-16", "1987-05-16", ["bridge-opened"], id="a day"),
        pytest.param("1987-05-17", "1989", [], id="nothing between"),
        pytest.param("2020-06", None, ["bridge-closed", "mayor-quote"], id="within an interval"),
        pytest.param(None, "2019-03", ["bridge-opened", "choir-founded", "bridge-closed"], id="until its first month"),
        pytest.param(None, "2019-02", ["bridge-opened", "choir-founded"], id="until the month before"),
        pytest.param(
            "1988/1995", None, ["choir-founded", "bridge-closed", "mayor-quote"], id="since an interval begins"
        ),
        pytest.param(None, "1988/1995", ["bridge-opened", "choir-founded"], id="until an interval ends"),
        pytest.param("", "", ["bridge-opened", "choir-founded", "bridge-closed", "mayor-quote"], id="empty"),
    ],
)
def test_a_timeline_has_limits(since: str | None, until: str | None, found: list[str]) -> None:
    """What overlaps the days from `since` to `until` is shown, both included."""
    assert ids(listings.timeline(HARBOUR, since, until)) == found


@pytest.mark.parametrize(("since", "until", "option"), [("soon", None, "--since"), (None, "2020-13", "--until")])
def test_a_limit_is_a_date(since: str | None, until: str | None, option: str) -> None:
    """What is no date is wrong usage, and the option is named."""
    with pytest.raises(UsageError, match=f"^{option}: "):
        listings.timeline(HARBOUR, since, until)


def test_a_timeline_is_about_one() -> None:
    """Dated facts about the one named, or said by them, are shown."""
    assert ids(listings.timeline(HARBOUR, about="Solberg")) == ["mayor-quote"]
    assert ids(listings.timeline(HARBOUR, about="City Hall", since="1988")) == ["bridge-closed"]
    assert ids(listings.timeline(HARBOUR, about="Kravets")) == ["choir-founded"]


def test_of_whom_there_is_no_such_one_the_timeline_is_empty() -> None:
    """A name that fits nobody, or several, gives no facts and says why."""
    assert told(listings.timeline(HARBOUR, about="qqqqqqq")) == "nobody called 'qqqqqqq' here: talks who lists all"
    assert told(listings.timeline(HARBOUR, about="Ingrid")) == "'Ingrid' fits several: Ingrid Solberg, Ingrid Berg"
    assert "did you mean" in (listings.timeline(HARBOUR, about="Kravchenko").hint or "")


def test_a_time_that_ends_before_it_begins_is_wrong_usage() -> None:
    """A slip is told, as no fact can fit."""
    with pytest.raises(UsageError, match="--since 2021 is later than --until 1980"):
        listings.timeline(HARBOUR, "2021", "1980")


def test_an_event_is_told_once() -> None:
    """Facts of one date that call it the same, and those of that date that call it nothing, are one event.

    What has no name is called by its question, or by the clause of its date; a pair's question is no event.
    """
    found = events.events(
        [
            fact("a", date="2020", event="The flood"),
            fact("b", date="2020", event="The flood"),
            fact("c", date="2020", question="How high was the water?"),
            fact("d", date="2020", event="The drought"),
            fact("e", date="2021", question="When was the dam built?"),
            fact(
                "p",
                date="2021",
                date_text="2021",
                question="Who built it?",
                answer="Bees. In 2021, Reed did.",
                faq=True,
            ),
            fact("f", date="2022", answer="The dam, which had been built in haste, broke, and the town was flooded."),
            fact("g"),
            fact("i", date="2020", answer="Rain fell for days."),
            fact(
                "h",
                date="2023",
                date_text="2023",
                answer="The dam is 640 metres long and was dear, and it was opened again in 2023.",
            ),
        ]
    )
    assert [(event.fact.id, event.label) for event in found] == [
        ("a", "The flood"),
        ("d", "The drought"),
        ("e", "When was the dam built?"),
        ("p", "In 2021, Reed did"),
        ("f", "The dam, which had been built in haste, broke, and the…"),
        ("i", "Rain fell for days"),
        ("h", "The dam … was opened again in 2023"),
    ]


def test_facts_of_a_date_that_say_the_same_are_one_event() -> None:
    """An agency's report that comes twice is told once; another of that date, or the same of another, is not it."""
    text = "A ferry of the town sank in the lake, the port said."
    rows = [fact("a", text, date="2020"), fact("b", f"HOLM (NTB) {text}", date="2020"), fact("c", text, date="2021")]
    rows.append(fact("d", "A ferry of the island came home.", date="2020"))
    assert [event.fact.id for event in events.events(rows)] == ["a", "c", "d"]


# quotes


def test_quotes_are_all_that_was_said() -> None:
    """Without a speaker every fact with verbatim words is there, in the store's order."""
    assert ids(listings.quotes(HARBOUR)) == ["tour-quote", "mayor-quote"]


def test_quotes_of_one() -> None:
    """A speaker is found by any spelling, and only what they said is there."""
    assert ids(listings.quotes(HARBOUR, "Кравець")) == ["tour-quote"]
    assert listings.quotes(HARBOUR, "Кравець").hint is None


def test_of_one_who_said_nothing() -> None:
    """Someone without words is told from someone unknown."""
    assert listings.quotes(HARBOUR, "Berg") == results.Listing(
        (), results.Refs.of(HARBOUR), "no words of Ingrid Berg here", "talks quotes lists all"
    )
    assert told(listings.quotes(HARBOUR, "qqqqqqq")) == "nobody called 'qqqqqqq' here: talks who lists all"


def test_of_a_side_that_said_nothing() -> None:
    """Who of it is quoted is told."""
    people = (Entity(id="norland", name="Norland"), Entity(id="berg", name="Anna Berg", side="norland"))
    quarrel = store(fact("a", "They met.", quote="We met", speaker="berg"), entities=people)
    assert (
        told(listings.quotes(quarrel, "norland"))
        == "no words of Norland here: of that side there are words of Anna Berg"
    )


def test_a_quote_without_a_speaker_is_nobodys() -> None:
    """Words of an unknown speaker are listed, but belong to none."""
    unknown = store(fact("f", quote="Ahoy!"), entities=(entity("e", "Echo"),))
    assert ids(listings.quotes(unknown)) == ["f"]
    assert ids(listings.quotes(unknown, "Echo")) == []


def test_quotes_of_the_unnamed() -> None:
    """Whoever is not named is found by what they are called; somebody who is named goes first."""
    of = store(
        fact("a", quote="Ahoy!", attribution="a spokesman for the guild"),
        fact("b", quote="Land!", attribution="Spokesman"),
        fact("c", quote="Storm!", attribution="the guild"),
        fact("d", quote="Calm!", attribution="Ada Moe", speaker="moe"),
        entities=(entity("moe", "Ada Moe", kind="person", role="pilot"),),
    )
    assert ids(listings.quotes(of, "spokesman")) == ["a", "b"]
    assert ids(listings.quotes(of, "the spokesman for the guild")) == ["a"]
    assert ids(listings.quotes(of, "pilot")) == ["d"]
    assert told(listings.quotes(of, "the")) == "nobody called 'the' here: talks who lists all"


# faq


def test_faq_is_what_is_marked() -> None:
    """The source's own questions are listed, the others are not."""
    assert ids(listings.faq(HARBOUR)) == ["ferry-strike", "regatta-prize"]


def test_faq_by_words() -> None:
    """Words narrow the list; where none has them, that is told."""
    assert ids(listings.faq(HARBOUR, "regatta")) == ["regatta-prize"]
    assert told(listings.faq(HARBOUR, "bridge")) == "no question here about 'bridge': try talks ask"


def test_where_none_is_marked_every_question_counts() -> None:
    """A store that marks no pair shows every fact that has a question."""
    unmarked = store(fact("asked", question="Why?"), fact("bare"))
    assert ids(listings.faq(unmarked)) == ["asked"]


def test_where_there_is_no_question() -> None:
    """A store of bare sentences says so."""
    assert told(listings.faq(store(fact("bare")))) == "this store has no questions: try talks facts"


# facts


def test_all_facts_are_listed() -> None:
    """Without a filter every fact is there, in the store's order."""
    listing = listings.facts(HARBOUR)
    assert ids(listing) == [f.id for f in HARBOUR.facts]
    assert listing.hint is None


@pytest.mark.parametrize(
    ("more", "found"),
    [
        pytest.param({"topic": "bridge"}, ["bridge-opened", "bridge-cost", "bridge-closed"], id="topic"),
        pytest.param({"topic": "BRIDGE"}, ["bridge-opened", "bridge-cost", "bridge-closed"], id="topic in capitals"),
        pytest.param({"topic": "repair"}, ["bridge-closed"], id="part of a topic"),
        pytest.param({"section": "the choir"}, ["choir-founded", "choir-size"], id="section"),
        pytest.param({"section": "quest"}, ["ferry-strike", "regatta-prize"], id="part of a section"),
        pytest.param({"about": "Kravets"}, ["choir-founded", "tour-quote"], id="about, and said by"),
        pytest.param({"about": "City Hall", "topic": "money"}, ["bridge-cost"], id="about and topic"),
        pytest.param({"topic": "voices", "section": "Voices", "about": "mayor"}, ["mayor-quote"], id="all three"),
        pytest.param({"words": "ferry"}, ["ferry-strike", "tour-quote"], id="words"),
        pytest.param({"words": "brigde cost"}, ["bridge-cost"], id="misspelled words"),
        pytest.param({"words": "cables", "topic": "bridge"}, ["bridge-closed"], id="words and topic"),
        pytest.param({"words": "  "}, [f.id for f in HARBOUR.facts], id="blank words"),
        pytest.param({"topic": "choir", "section": "The Bridge"}, [], id="nothing has both"),
    ],
)
def test_facts_are_narrowed(more: dict[str, str], found: list[str]) -> None:
    """Filters narrow the list together; words put the best first."""
    assert ids(listings.facts(HARBOUR, **more)) == found


@pytest.mark.parametrize(
    ("more", "hint"),
    [
        pytest.param({"topic": "wether"}, "no topic 'wether' here: did you mean weather?", id="topic"),
        pytest.param({"topic": "qqqq"}, "no topic 'qqqq' here", id="no such topic"),
        pytest.param({"topic": "?"}, "no topic '?' here", id="a sign"),
        pytest.param({"section": "Voyces"}, "no section 'Voyces' here: did you mean Voices?", id="section"),
        pytest.param({"about": "qqqqqqq"}, "nobody called 'qqqqqqq' here: talks who lists all", id="about"),
        pytest.param({"words": "zeppelin"}, "no fact here about 'zeppelin': try talks ask", id="words"),
    ],
)
def test_where_no_fact_is_left_a_hint_helps(more: dict[str, str], hint: str) -> None:
    """An empty list says which filter found nothing, and what comes near."""
    listing = listings.facts(HARBOUR, **more)
    assert listing.facts == ()
    assert told(listing).startswith(hint.removesuffix("?"))


# show


def test_a_fact_is_shown_by_its_id() -> None:
    """An id gives just its fact."""
    assert ids(listings.show(HARBOUR, "fog")) == ["fog"]


@pytest.mark.parametrize(
    ("ident", "hint"),
    [
        ("bridge-clsed", "no fact 'bridge-clsed' here: did you mean bridge-closed"),
        ("Fog", "no fact 'Fog' here: did you mean fog"),
        ("cost", "no fact 'cost' here: did you mean bridge-cost"),
        ("qqqqqqq", "no fact 'qqqqqqq' here"),
        ("", "no fact '' here"),
    ],
)
def test_an_unknown_id_suggests_others(ident: str, hint: str) -> None:
    """Where no fact has an id, those with a similar one are named."""
    listing = listings.show(HARBOUR, ident)
    assert listing.facts == ()
    assert told(listing).startswith(hint)


# sources


def test_sources_are_counted() -> None:
    """Each source has its facts and sections, in the order of the store; facts without one come last."""
    rows = listings.sources(merge([(Path("h.json"), HARBOUR)]))
    assert [(row.id, row.facts, row.sections, row.file) for row in rows] == [
        ("chronicle", 6, ("The Bridge", "Voices", "Questions"), "h.json"),
        ("programme", 3, ("The Choir", "Voices"), "h.json"),
        (None, 1, (), "h.json"),
    ]
    assert (rows[0].title, rows[0].published, rows[0].language) == ("A Chronicle of Veldhaven", "2021-04", "en")
    assert (rows[2].title, rows[2].published, rows[2].url, rows[2].language) == (None, None, None, None)


def test_a_source_that_nobody_cites_is_listed() -> None:
    """A source is in use even if no fact cites it."""
    (row,) = listings.sources(Library(store(sources=(Source(id="s"),)), {"s": "h.json"}))
    assert (row.id, row.facts, row.sections) == ("s", 0, ())


def test_a_section_without_a_source_is_told() -> None:
    """Facts may name a section and no source."""
    (row,) = listings.sources(merge([(Path("h.json"), store(fact(citation=Citation(section="Piers"))))]))
    assert (row.id, row.facts, row.sections) == (None, 1, ("Piers",))


def test_sections_are_in_the_order_of_most_of_their_facts() -> None:
    """A store that begins with a fact of the conclusion lists that section last, where the others of it are."""
    order = ("End", "Start", "Middle", "Start", "Middle", "End", "End")
    rows = [fact(f"f{n}", citation=Citation(source="s", section=section)) for n, section in enumerate(order)]
    (row,) = listings.sources(Library(store(*rows, sources=(Source(id="s"),)), {"s": "h.json"}))
    assert row.sections == ("Start", "Middle", "End")


def test_an_empty_store_has_no_sources() -> None:
    """Nothing is in use where nothing is."""
    assert listings.sources(merge([(Path("h.json"), store())])) == ()


# All of them


@pytest.mark.parametrize(
    "result",
    [results.Answer, results.Profile, results.Listing, results.Refs, results.SourceRow, results.Hit, results.Match],
)
def test_results_are_frozen(result: type[msgspec.Struct]) -> None:
    """What was found can't be changed."""
    assert result.__struct_config__.frozen


@pytest.mark.slow
@slow
@given(of=stores(), text=st.text(max_size=20), date=st.sampled_from(["2014", "2022-02", "2022-06/2023"]))
def test_any_store_can_be_asked_anything(of: Store, text: str, date: str) -> None:
    """Whatever a store and a request hold, every view gives facts of the store, or none and a hint."""
    ask.ask(of, text)
    who.who(of, text)
    assert len(who.everyone(of).entities) == len(of.entities)
    dated = listings.timeline(of, since=date).facts
    assert list(dated) == sorted(dated, key=lambda f: calendar.parse(f.date or ""))
    for listing in (
        listings.timeline(of, until=date, about=text), listings.quotes(of, text), listings.faq(of, text),
        listings.show(of, text),
        listings.facts(of, text, about=text), listings.facts(of, topic=text), listings.facts(of, section=text),
    ):  # fmt: skip
        assert set(ids(listing)) <= {f.id for f in of.facts}
        assert listing.hint is None or not listing.facts
    listings.sources(merge([(Path("x.json"), of)]))


@pytest.mark.parametrize(
    ("found", "reason"),
    [
        pytest.param(lambda: listings.timeline(HARBOUR, since="2030"), "from 1987-05-16 to 2020-10", id="time"),
        pytest.param(lambda: listings.timeline(HARBOUR, about="Lantern Regatta"), "facts --about", id="undated"),
        pytest.param(lambda: listings.facts(HARBOUR, section="zzz"), "talks sources", id="section"),
        pytest.param(lambda: listings.facts(HARBOUR, topic="zzz"), "bridge, money, repairs, choir", id="topic"),
        pytest.param(lambda: listings.show(HARBOUR, "zzz"), "talks facts", id="id"),
        pytest.param(lambda: listings.facts(store(fact()), topic="zzz"), "nor any other", id="no topics at all"),
    ],
)
def test_what_is_not_there_comes_with_what_is(found: Callable[[], results.Listing], reason: str) -> None:
    """Where nothing fits and nothing is like it, it is told what there is, or which command lists it."""
    assert found().facts == ()
    assert reason in told(found())


@pytest.mark.parametrize("name", ["Ingrid Solberg", "SOLBERG", "Сольберг", "mayor", "solberg"])
def test_own_names_are_not_told_as_read_otherwise(name: str) -> None:
    """Any of an entity's own names, in any script, and its role are what they are."""
    assert who.who(HARBOUR, name).read_as == {}


def test_what_is_hardly_alike_is_not_suggested() -> None:
    """A shared letter or syllable does not make an id or a name one that may be meant."""
    assert told(listings.show(store(fact("zelda-who")), "zz")) == "no fact 'zz' here: talks facts lists all"
    assert who.who(store(fact(), entities=(entity("x", "Cherson"),)), "Macron").candidates == ()


def test_a_name_that_is_nowhere_to_be_seen_is_told() -> None:
    """What else an entity is called is told where it is like nothing that is shown."""
    assert who.who(HARBOUR, "City Hall").read_as == {"City Hall": "Veldhaven City Council"}


def test_a_misspelled_name_is_told() -> None:
    """How a name was read is told where that is not how it was typed; where nobody was found, nothing was read."""
    assert who.who(HARBOUR, "sollberg").read_as == {"sollberg": "Ingrid Solberg"}
    assert who.who(HARBOUR, "qqqqqqq").read_as == {}


def test_of_somebody_with_many_deeds_the_central_ones_come_first() -> None:
    """What most of the facts are about is told before what one of them tells."""
    told = ["Berg likes pears.", "Berg wears hats.", "Berg has a dog.", "Berg sold the ferry line to the port.",
            "The port paid Berg for the ferry line.", "Berg runs the ferry line no more.", "Berg sings."]  # fmt: skip
    facts = tuple(fact(f"f{n}", answer, about=("berg",), subject=("berg",)) for n, answer in enumerate(told))
    found = who.who(Store(facts=facts, entities=(entity("berg", "Berg"),)), "berg")
    assert [f.id for f in found.facts][:3] != ["f0", "f1", "f2"]
    assert {"f3", "f4"} <= {f.id for f in found.facts[:4]}
    assert sorted(f.id for f in found.facts) == [f.id for f in facts]


def test_words_are_sought_in_what_is_shown() -> None:
    """Facts found by words have them, or words for the same, in answer or question, not in other phrasings alone."""
    rows = [
        fact(
            "said", "The mayor imposed sanctions.", question="What did the mayor do?", phrasings=["steps of the mayor"]
        ),
        fact("asked", "It will end in May.", question="When will the sanctions end?"),
        fact("meant", "Reed left the room.", question="What did Reed do?", phrasings=["Reed on sanctions"]),
        fact("topic", "A thousand boats were freed.", question="What was freed?", topics=["sanctions"]),
    ]
    assert set(ids(listings.facts(store(*rows), "sanction").facts)) == {"said", "asked"}
