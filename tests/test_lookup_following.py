"""Replies to lines of a conversation."""

import pytest
from helpers import HARBOUR, engine, entity, fact, slow, store
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from talkscli.lookup.ask import ask
from talkscli.lookup.conversation.dialogue import read
from talkscli.lookup.conversation.following import reply_to
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.refusal import refusal
from talkscli.lookup.results import SURE, Answer
from talkscli.store.model import Citation, Source, Store

PORT = store(
    fact(
        "calls", "Anna Berg called Norland, Sudland and Estland.", question="Whom did Anna Berg call?", about=("berg",)
    ),
    fact("berg", "Anna Berg is the mayor.", question="Who is Anna Berg?", about=("berg",), subject=("berg",)),
    fact(
        "moe", "Peter Moe mends nets in spring.", question="What does Peter Moe mend?", subject=("moe",), about=("moe",)
    ),
    fact("ferry", "The ferry was painted green by the dockers.", question="Who painted the ferry?"),
    entities=(
        entity("berg", "Anna Berg", kind="person", aliases=("Berg",)),
        entity("moe", "Peter Moe", kind="person", aliases=("Moe",)),
        *(entity(name, name.title(), kind="country") for name in ("norland", "sudland", "estland")),
    ),
)


def talk(of: Store, *lines: str) -> Answer:
    """Give the reply to the last of these lines."""
    with engine(of) as searching:
        memory = Memory(of)
        for line in lines:
            turn = read(line, memory)
            reply = reply_to(turn, searching, memory, 5)
            memory.keep(reply, leans=turn.leans, of=turn.of)
    return reply


def test_who_is_among_those_that_were_told_is_answered_so() -> None:
    """Each one that is asked for after the other."""
    for name in ("Norland", "Sudland"):
        reply = talk(PORT, "whom did Berg call", "and Estland?", f"what about {name}")
        assert reply.question == f"did Berg call {name}"
        assert reply.answer
        assert reply.answer.id == "calls"


MEADOW = store(
    fact("sons", "Ada Moe has two sons, Per and Jon.", about=("moe",), subject=("moe",)),
    fact("karr", "The pilot Ida Karr, who has a boat, said that it was late.", about=("karr",), attribution="Ida Karr"),
    fact(
        "words", "“We close the pier in spring,” Ada Moe said.", about=("moe",), speaker="moe", attribution="Ada Moe",
        quote="We close the pier in spring", citation=Citation(section="Pier", paragraph=1),
    ),
    fact("near", "The reason for this closure is the state of its planks.", citation=Citation(section="Pier", paragraph=2)),
    fact("far", "The reason for this storm is said to be the sea.", citation=Citation(section="Storm", paragraph=1)),
    entities=(
        entity("moe", "Ada Moe", kind="person", aliases=("Moe",)),
        entity("karr", "Ida Karr", kind="person", role="pilot", aliases=("Karr",)),
    ),
)  # fmt: skip


def test_after_what_is_ones_own_another_one_is_introduced() -> None:
    """Nothing is told of the other's sons: who that is fits better than any words."""
    reply = talk(MEADOW, "who are Moe's sons", "what about Karr")
    assert reply.question == "who is Karr"
    assert reply.read_as["what about Karr"] == "who is Karr"
    assert reply.answer
    assert reply.answer.id == "karr"


def test_a_reason_beside_what_was_shown_answers_why() -> None:
    """It is not sure; what stands elsewhere does not."""
    reply = talk(MEADOW, "what did Moe say", "why?")
    assert reply.question == "why did Moe say that"
    assert reply.answer
    assert reply.answer.id == "near"
    assert reply.confidence < SURE
    apart = replace(MEADOW, facts=tuple(fact for fact in MEADOW.facts if fact.id != "near"))
    assert not talk(apart, "what did Moe say", "why?").answered


def test_what_is_told_of_another_one_is_better_than_nothing() -> None:
    """Where the last question has no answer of that one; the reply is no sure one, and who it is says nothing."""
    reply = talk(PORT, "whom did Berg call", "why was Berg late", "and Moe?")
    assert reply.question == "why was Moe late"
    assert reply.answer
    assert reply.answer.id == "moe"
    assert not talk(PORT, "why was Moe late", "and Zorvath?").answered


def test_what_one_did_is_not_what_another_did() -> None:
    """After "what did X do", a fact of what X did to Y is no act of Y's."""
    told = fact("ban", "Norland banned the ships of Sudland.", subject=("norland",), about=("norland", "sudland"))
    own = fact("toll", "Sudland raised a toll on ships.", subject=("sudland",), about=("sudland",))
    port = replace(PORT, facts=(*PORT.facts, told))
    for more in ((), (own,)):
        reply = talk(replace(PORT, facts=(*port.facts, *more)), "what did Norland ban", "and Sudland?")
        assert reply.question == "what did Sudland ban"
        assert reply.confidence < 0.5
        assert not reply.answer or reply.answer.id != "ban"


@slow
@given(st.lists(st.lists(st.sampled_from("and what about who else no , i meant Moe not he did it Berg ?".split()))))
def test_any_talk_has_its_replies(lines: list[list[str]]) -> None:
    """Whatever is typed after whatever else."""
    if lines:
        assert talk(PORT, *map(" ".join, lines)).confidence >= 0


def test_what_else_is_near_the_question_without_it() -> None:
    """What was told is not offered again."""
    first = ask(HARBOUR, "who founded the Tidewater Choir")
    reply = talk(HARBOUR, "who founded the Tidewater Choir", "who else?")
    assert reply.question == "who else founded the Tidewater Choir"
    assert first.answer
    assert first.answer.id not in [hit.fact.id for hit in reply.related]


def test_what_is_told_of_somebody_unclear_is_not_sure() -> None:
    """Of whom a pronoun is not known, the reply may tell of others."""
    assert talk(PORT, "how deep is it", "whom did Anna Berg call").confidence > SURE
    reply = talk(PORT, "how deep is it", "whom did she call")
    assert reply.answered
    assert reply.confidence < SURE


SAID = store(
    fact("who", "Anna Berg is the mayor.", question="Who is Anna Berg?", about=("berg",), subject=("berg",)),
    fact("late", "Anna Berg said the ferry is late.", question="What did Anna Berg say?", speaker="berg", subject=("berg",)),
    fact("again", "The ferry is late, said Anna Berg.", attribution="Anna Berg", subject=("berg",)),
    fact("moe", "Anna Berg lies, said Peter Moe.", attribution="Peter Moe", subject=("moe",), about=("berg",)),
    fact("toll", "A toll on nets is near.", attribution="Anna Berg", topics=("toll",)),
    entities=PORT.entities,
)  # fmt: skip


def test_what_else_somebody_said_is_another_statement() -> None:
    """Not the same in other words, nor who they are, nor what others said; where there is none, that is told."""
    first = ("what did Anna Berg say", "what else did she say")
    reply = talk(SAID, *first)
    assert reply.answer
    assert (reply.answer.id, reply.confidence >= SURE) == ("toll", True)
    assert not talk(SAID, *first, "what else did she say").answered
    assert "does not say what else" in refusal(
        talk(replace(SAID, sources=(Source(id="s", title="S"),)), *first, first[1])
    )


def test_a_question_of_nobody_is_asked_of_another_one() -> None:
    """What answered it is shown again where it tells of that one; anything else is not sure."""
    told = fact(
        "slow", "The vote failed: Norland left the hall.", question="Why did the vote fail?", about=("norland",)
    )
    port = replace(PORT, facts=(*PORT.facts, told))
    reply = talk(port, "why did the vote fail", "and Norland?")
    assert reply.answer == told
    reply = talk(port, "why did the vote fail", "and Moe?")
    assert reply.answer != told
    assert reply.confidence < SURE


def test_who_somebody_is_answers_no_other_question() -> None:
    """Whatever its confidence."""
    named = fact(
        "sen", "Eva Sen is the pilot.", question="Who is Eva Sen?", subject=("sen",), phrasings=("what does Sen want",)
    )
    port = replace(PORT, facts=(*PORT.facts, named), entities=(*PORT.entities, entity("sen", "Eva Sen", kind="person")))
    reply = talk(port, "what does Peter Moe want", "and Eva Sen?")
    assert reply.question == "what does Eva Sen want"
    assert not reply.answered or reply.confidence < SURE


def test_what_was_told_before_a_refusal_is_not_told_again() -> None:
    """Whoever asks what else means all that was shown."""
    told = store(
        fact("tide", "“The tide is high,” said Anna Berg.", speaker="berg", quote="The tide is high", about=("berg",)),
        fact("crane", "“The crane is old,” said Anna Berg.", speaker="berg", quote="The crane is old", about=("berg",)),
        entities=PORT.entities,
    )
    first = talk(told, "what did Berg say").answer
    reply = talk(told, "what did Berg say", "why?", "what else did she say")
    assert first is not None
    assert reply.answer is None or reply.answer.id != first.id


LETTERS = store(
    fact("wish", "Anna Berg wants a pier: Norland must pay for it.", question="What does Anna Berg want?", subject=("berg",), about=("berg", "norland")),
    fact("when", "There is no date for Anna Berg's pier.", question="When will the pier be built?", subject=("berg",)),
    fact("word", "Peter Moe said in Holm: “Sudland is late.”", question="What did Peter Moe say?", speaker="moe", quote="Sudland is late.", subject=("moe",)),
    fact("told", "Peter Moe told Estland that it was late.", question="What did Peter Moe tell?", subject=("moe",)),
    entities=PORT.entities,
)  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "ident"),
    [
        (("what does Berg want", "from whom?"), "wish"),
        (("what does Berg want", "when?"), "when"),
        (("what did Moe say", "where did he say it?"), "word"),
        (("what did Moe say", "when did he say it?"), None),
        (("what did Moe tell", "to whom?"), "told"),
        (("who wants a pier", "and who doesn't?"), None),
    ],
)
def test_what_was_shown_may_tell_that_too(lines: tuple[str, ...], ident: str | None) -> None:
    """Of whom, where or when it is asked; not of those who are but quoted, and a time only where there is one."""
    reply = talk(LETTERS, *lines)
    assert (reply.answer and reply.answer.id) == ident


def test_who_somebody_is_tells_no_act() -> None:
    """Nor is it sure."""
    reply = talk(SAID, "who is Anna Berg", "will she come?")
    assert not reply.answer or reply.answer.id != "who"


def test_words_have_whom_they_are_for_behind_them() -> None:
    """A name within the words is none."""
    assert talk(LETTERS, "what did Moe say", "to whom?").answer != LETTERS.facts[2]
