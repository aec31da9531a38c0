"""The last question asked otherwise, with whom or what it asked for in its place."""

import pytest
from helpers import HARBOUR, entity, fact, store
from msgspec.structs import replace
from test_lookup_following import talk

from talkscli.lookup.ask import ask
from talkscli.lookup.conversation.dialogue import read
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.conversation.wanted import Wanted
from talkscli.store.model import Fact


def after(question: str, answer: str | Fact | None, line: str) -> str:
    """Read a line after a question that was answered so."""
    memory = Memory(HARBOUR)
    told = fact("told", answer) if isinstance(answer, str) else answer
    reply = ask(HARBOUR, "What did the mayor promise the dockers?")
    memory.keep(replace(reply, question=question, answer=told, answered=told is not None))
    return read(line, memory).question


@pytest.mark.parametrize("line", ["what was there", "is there a crane?", "who was the pilot"])
def test_a_whole_question_is_asked_as_it_stands(line: str) -> None:
    """It has its own verb, and more than "that"."""
    assert after("who hosted the regatta", "Veldhaven hosted the regatta.", line) == line


@pytest.mark.parametrize(
    ("answer", "subject"),
    [
        ("Ingrid Solberg led the strike.", "Ingrid Solberg"),
        ("Last week Olena Kravets also led the strike.", "Olena Kravets"),
        ("The strike was led by the conductor, it says, and led by Kravets.", "Olena Kravets"),
        ("The conductor of the choir, Kravets, led it.", "Olena Kravets"),
        ("The strike, Berg says, was led by others.", "they"),
        ("Solberg and Kravets led the strike.", "they"),
        ("Solberg, Berg, Kravets led the strike.", "they"),
        ("The boats of Veldhaven led the strike.", "they"),
        ("Solberg said: Berg watched while crews led the strike.", "they"),
        (None, "they"),
    ],
)
def test_who_did_it_is_told_by_the_answer(answer: str | None, subject: str) -> None:
    """One name before the verb, or behind "by"; else it is "they"."""
    assert after("who led the strike?", answer, "when?") == f"when did {subject} lead the strike"


@pytest.mark.parametrize(
    ("asked", "line", "question"),
    [
        ("who carries the lanterns", "why?", "why do they carry the lanterns"),
        ("who was rescued", "how long", "how long were they rescued"),
        ("who paid the crews", "how much?", "for how much did they pay the crews"),
        ("who paid the crews", "how many", "how many paid the crews"),
        ("does Kravets own a stake in the boat", "how much?", "how much of a stake does Kravets own in the boat"),
        ("did Kravets paint boats", "how many?", "how many boats did Kravets paint"),
        ("who paid the crews", "why not", "why didn’t they pay the crews"),
        ("what did Kravets say", "who to?", "to whom did Kravets say that"),
        ("what did Kravets say", "and about what", "about what did Kravets say that"),
        ("what would it mean if Kravets came", "for whom?", "for whom?"),
        ("what would it mean if Kravets came", "why?", "why would it mean that if Kravets came"),
        ("when did the strike begin", "how long ago?", "how long ago did the strike begin"),
        ("what did Kravets paint", "what for?", "why did Kravets paint that"),
        ("where did they meet", "how long for?", "how long did they meet for"),
        ("where were the races held", "how long for?", "how long were the races held"),
        ("who led the Veldhaven boat", "in which year", "in which year did they lead the Veldhaven boat"),
        ("what was agreed", "when", "when was it agreed"),
        ("what was agreed", "how many", "how many were agreed"),
        ("what did not happen", "why", "why did it not happen"),
        ("which boats sank", "where", "where did the boats sink"),
        ("how many boats sank", "why", "why did the boats sink"),
        ("what did Kravets say", "why?", "why did Kravets say that"),
        ("what did Kravets say about the tour", "when", "when did Kravets say that about the tour"),
        ("who did Kravets talk to", "why", "why did Kravets talk to them"),
        ("which boats did Kravets paint", "when", "when did Kravets paint the boats"),
        ("what did Kravets paint", "how many", "how many did Kravets paint"),
        ("what is the choir planning in winter", "why", "why is the choir planning that in winter"),
        ("what is her role", "since when", "since when is that her role"),
        ("where is Kravets", "since when", "since when is Kravets there"),
        ("with whom did Kravets sing", "where", "where did Kravets sing"),
        ("what did they not agree on", "why not", "why did they not agree on that"),
        ("what did Kravets say", "who?", "who?"),
        ("who led the strike", "what?", "what?"),
        ("did Kravets call", "whom?", "whom did Kravets call"),
        ("what else did Kravets say", "when?", "when did Kravets say that"),
        ("who else led the strike", "where?", "where did they lead the strike"),
        ("who will be the new mayor", "until when?", "until when will he or she be the new mayor"),
        ("is Kravets right", "what?", "what?"),
        ("did Kravets call Berg", "who?", "who?"),
        ("how many dockers left", "how many on each side?", "how many left on each side"),
        ("what did Kravets say", "when on Monday?", "when did Kravets say that on Monday"),
        ("what did Kravets say", "who in Holm came?", "who in Holm came?"),
        ("did Kravets sing", "why not", "why didn’t Kravets sing"),
    ],
)
def test_a_bare_question_word_makes_a_sound_question(asked: str, line: str, question: str) -> None:
    """The new question word does not stand where the verb's subject or object was."""
    assert after(asked, None, line) == question


def test_one_who_did_it_is_asked_of_what_was_many() -> None:
    """How many of the things, not how many people."""
    line = after("who painted the boats", "Ingrid Berg painted the boats.", "how many")
    assert line == "how many boats did Ingrid Berg paint"


TALK = store(
    fact(
        "told", "Ada Moe said the ferry is late.", question="What did Moe say?", subject=("moe",), about=("moe",),
        quote="The ferry is late.", speaker="moe", phrasings=("Moe's words",),
    ),
    fact(
        "moe", "Ada Moe is the pilot of the harbour.", question="Who is Ada Moe?", subject=("moe",), about=("moe",),
        phrasings=("why is Moe important", "why does Moe matter"),
    ),
    fact("led", "Bo Lind led the strike at Holm two weeks ago.", question="Who led the strike?", subject=("bo",)),
    fact("calm", "The strike was called off because the wind fell.", question="What came of the strike?"),
    fact("fare", "The article gives no date for the new fares.", question="When will the fares rise?"),
    fact("held", "Ada Moe opened the regatta in 1990.", question="Who opened the regatta?", subject=("moe",)),
    entities=(entity("moe", "Ada Moe", kind="person", aliases=("Moe",)),
              entity("bo", "Bo Lind", kind="person", aliases=("Lind",))),
)  # fmt: skip


def test_why_after_a_quotation_is_not_answered_with_something_else() -> None:
    """That somebody matters is no reason for what they said."""
    reply = talk(TALK, "what did Moe say", "why?")
    assert reply.question == "why did Moe say that"
    assert not reply.answered


def test_what_was_shown_is_shown_again_where_it_tells_the_time() -> None:
    """It was no answer to "why?", but has the year."""
    assert talk(TALK, "who opened the regatta", "when?").answer == TALK.facts[5]
    assert talk(TALK, "who opened the regatta", "why?").answer is None


def test_what_was_shown_may_tell_where_and_when() -> None:
    """It is shown once more where nothing else is found; it may not be what was meant."""
    assert not talk(TALK, "who led the strike", "when?", "how long?").answered
    for line in ("where?", "when?"):
        reply = talk(TALK, "who led the strike", "how long?", line)
        assert reply.answer
        assert reply.answer.id == "led"


def test_that_no_date_is_given_answers_when() -> None:
    """The fact is asked for with that word; another without a date is left out."""
    fare, mayor = TALK.facts[-2], TALK.facts[1]
    wanted = Wanted("when does Moe plan that", Memory(TALK))
    for told, kept in ((fare, True), (mayor, False)):
        reply = replace(ask(TALK, "who led the strike"), answered=True, answer=told, related=())
        assert wanted.told(reply).answered is kept


def test_he_before_another_name_is_whom_was_spoken_of() -> None:
    """It is told who that is; "he" behind the name, or in a clause before it, may be the one who is named."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, "What did the mayor promise the dockers?"))
    turn = read("did she meet Kravets", memory)
    assert (turn.question, turn.read_as) == ("did Ingrid Solberg meet Kravets", {"she": "Ingrid Solberg"})
    for line in ("did Kravets say she sings", "when she came, what did Kravets say"):
        assert read(line, memory).question == line
    fresh = Memory(HARBOUR)
    fresh.keep(ask(HARBOUR, "why was the bridge closed"))
    assert read("did they meet Kravets", fresh).unclear == "they"


def test_he_stays_whom_it_was_where_nothing_was_found() -> None:
    """Whoever was met by nobody takes no place."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, "What did the mayor promise the dockers?"))
    turn = read("did she thank Kravets", memory)
    reply = replace(ask(HARBOUR, turn.question), read_as=turn.read_as, answer=None, answered=False)
    memory.keep(reply)
    assert read("did she meet Berg", memory).read_as == {"she": "Ingrid Solberg"}
