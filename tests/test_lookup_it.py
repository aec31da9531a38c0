"""What "it", "its" and "there" mean in a conversation: the thing that was asked about, or a country, body or place."""

import pytest
from helpers import entity, fact, store
from msgspec.structs import replace
from test_lookup_following import talk

from talkscli.lookup.ask import ask
from talkscli.lookup.conversation.dialogue import read
from talkscli.lookup.conversation.memory import Memory
from talkscli.lookup.conversation.thing import thing
from talkscli.lookup.refusal import refusal
from talkscli.lookup.results import SURE
from talkscli.store.model import Source

NAMES = ("Norland", "Holm", "Anna Berg")
NOUNS = (fact("noun", "The crews met Norland's demand, and the swap of boats was called off."),)

FAIR = store(
    fact("fair", "The fair in Holm lasted three days.", question="How long did the fair last?", topics=("fair",)),
    fact("host", "The races were held in Holm; Norland was the host.", question="Who hosted the races?", subject=()),
    fact("demand", "Norland demanded a toll.", question="What did Norland demand?", subject=("norland",), about=("norland",)),
    fact("no", "Sudland rejected the demand of Norland.", question="How did Sudland respond?", phrasings=("who turned the demand down",), subject=("sudland",)),
    fact("mayor", "The president of Norland is Anna Berg.", question="Who is the president of Norland?", subject=("berg",)),
    entities=(
        entity("norland", "Norland", kind="country"),
        entity("sudland", "Sudland", kind="country"),
        entity("holm", "Holm", kind="place"),
        entity("berg", "Anna Berg", kind="person", aliases=("Berg",)),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("tell me about the fair in Holm", "the fair in Holm"),
        ("and the war?", "the war"),
        ("when did the war begin", "the war"),
        ("was a ceasefire agreed?", "the ceasefire"),
        ("who rejected the new proposal", "the new proposal"),
        ("which boat sank in May", "the boat"),
        ("is the plan late", "the plan"),
        ("why was Norland's plan rejected", "Norland's plan"),
        ("what did Norland demand", "Norland’s demand"),
        ("how many boats will be swapped", "the swap"),
        ("what is Norland's role", ""),
        ("what did Norland paint", ""),
        ("who hosted the races", ""),
        ("who is the pilot", ""),
        ("is that a lot?", ""),
        ("what did Anna Berg say", ""),
        ("", ""),
    ],
)
def test_a_question_is_about_a_thing(question: str, named: str) -> None:
    """One thing, or a deed that the facts have a noun for; no people, nor what is many, nor what belongs to a name."""
    assert thing(question, NAMES, NOUNS) == named


@pytest.mark.parametrize(
    ("asked", "line", "question"),
    [
        ("tell me about the fair in Holm", "how long did it take", "how long did the fair in Holm take"),
        ("tell me about the fair in Holm", "who was there?", "who was at the fair in Holm"),
        ("tell me about the fair in Holm", "and who was there", "and who was at the fair in Holm"),
        ("tell me about Holm", "who was there", "who was in Holm"),
        ("tell me about Holm", "what happened there", "what happened in Holm"),
        ("tell me about Holm", "how many boats are there", "how many boats are there"),
        ("what is the report about", "what did it say", "what did the report say"),
        ("what is the report about", "where does it say so", "where does it say so"),
        ("when did the war begin", "is it over?", "is the war over"),
        ("was there a truce?", "when did it begin", "when did the truce begin"),
        ("what did Norland demand", "did it last?", "did Norland’s demand last"),
        ("where is Norland", "when did it end?", "when did it end"),
        ("who is the president", "what does she say about it", "what does Anna Berg say about it"),
        ("when did the war begin", "is it true that Berg came", "is it true that Berg came"),
        ("when did the war begin", "when did she say it", "when did she say it"),
        ("what did Norland demand", "why was it rejected?", "why was Norland’s demand rejected"),
        ("what did Norland demand", "who rejected it", "who rejected Norland’s demand"),
        ("what did Norland demand", "did it pay?", "did Norland pay"),
        ("what did Norland demand", "and its president?", "who is Norland’s president"),
        ("what did Norland demand", "its reasons", "what is Norland’s reasons"),
        ("who hosted the races", "who is its president?", "who is Norland’s president"),
        ("tell me about Holm", "did they agree", "did they agree"),
    ],
)
def test_it_is_the_thing_that_was_asked_about(asked: str, line: str, question: str) -> None:
    """What happens, or is done to somebody's deed, is the deed; what acts or owns is the country; "they" is no place."""
    memory = Memory(FAIR)
    memory.keep(ask(FAIR, asked))
    assert read(line, memory).question.rstrip("?") == question


def test_a_refusal_keeps_the_thing() -> None:
    """Until another question, with neither it nor a pronoun, is asked, or of another one."""
    memory = Memory(FAIR)
    for line in ("how long did the fair last", "is that much?", "was it painted green", "did the crews like it"):
        turn = read(line, memory)
        memory.keep(ask(FAIR, turn.question), leans=turn.leans, of=turn.of)
    assert read("when will it end", memory).question == "when will the fair end"
    memory.keep(ask(FAIR, "how deep is water"))
    assert read("when will it end", memory).unclear == ""
    assert read("when will it end", memory).question == "when will it end"


def test_it_is_none_that_no_question_named() -> None:
    """A country that an answer tells of is not what somebody says something about; one that was asked of stays it."""
    memory = Memory(FAIR)
    memory.keep(ask(FAIR, "what does Sudland say"))
    memory.keep(replace(ask(FAIR, "how did they respond"), answer=FAIR.facts[3], answered=True, confidence=1.0))
    assert read("did it pay", memory).question == "did Sudland pay"
    memory = Memory(FAIR)
    memory.keep(replace(ask(FAIR, "what was painted"), answer=FAIR.facts[3], answered=True, confidence=1.0))
    assert read("what did Berg say about it", memory).question == "what did Berg say about it"
    assert read("did it pay", memory).unclear == "it"


def test_what_has_no_answer_with_the_thing_is_asked_with_it() -> None:
    """What is found has to do with the thing, and is not sure."""
    told = replace(
        FAIR,
        facts=(*FAIR.facts, fact("why", "It was too dear: so the demand failed.", question="Why was it turned down?")),
    )
    reply = talk(told, "what did Norland demand", "why was it turned down")
    assert reply.question == "why was Norland’s demand turned down"
    assert reply.answer
    assert reply.answer.id == "why"


def test_who_was_done_to_is_not_sure() -> None:
    """Nothing is known that "it" may mean."""
    memory = Memory(FAIR)
    memory.keep(ask(FAIR, "what did Anna Berg say"))
    assert read("who took it", memory).unclear == "it"


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (("what does Sudland say", "why?"), "does not say what Sudland says, nor why"),
        (("what does Sudland say", "to whom?"), "does not say what Sudland says, nor to whom"),
        (("did Zorvath come", "why not?"), "does not say whether Zorvath came, nor why not"),
        (("when did Zorvath come", "when was that?"), "does not say whether, or when, Zorvath came."),
    ],
)
def test_what_was_not_told_is_no_premise(lines: tuple[str, ...], said: str) -> None:
    """After a refusal a bare question word asks nothing that is supposed to be so."""
    reply = talk(replace(FAIR, sources=(Source(id="s", title="S"),)), *lines)
    assert said in f"{refusal(replace(reply, confidence=0.0))}"
    assert not reply.read_as
    assert reply.confidence < SURE
