"""Questions for a person: the words of a speaker, the holder of a role."""

import pytest
from helpers import entity, fact, store
from msgspec.structs import replace

from talkscli.lookup.ask import ask
from talkscli.store.model import Source

MOE = entity("moe", "Ada Moe", kind="person", role="deputy mayor", aliases=("Moe",))
KARR = entity("karr", "Ida Karr", kind="person", role="mayor", side="veld", aliases=("Karr",))
LIND = entity("lind", "Oda Lind", kind="person", role="rower", aliases=("Lind",))
VELD = entity("veld", "Veldhaven", kind="place")
TOWN = store(
    fact("plan", "Ferries leave the quay of Veldhaven at noon, as was confirmed by Ada Moe, who has a say.", about=("moe",)),
    fact("moe", "“We can make a difference in the lives of all,” Moe also commented.", about=("moe",), speaker="moe",
         quote="We can make a difference in the lives of all", attribution="Ada Moe"),
    fact("deputy", "In spring the deputy mayor, Ada Moe, opened the pier.", about=("moe",)),
    fact("karr", "Mayor Ida Karr opened the well.", about=("karr",)),
    fact("called", "Karr called the council a circus.", about=("karr",)),
    fact("reaction", "There was none at first.\n\nIda Karr said: “Let us wait for the tide.”", question="What has the reaction been?",
         about=("karr",), speaker="karr", quote="Let us wait for the tide."),
    fact("guild", "A spokesman for the guild said: “The nets are torn.”", quote="The nets are torn.",
         attribution="a spokesman for the guild"),
    fact("lind", "The rowers Oda Lind and Per Ruud rowed home.", about=("lind",)),
    entities=(MOE, KARR, LIND, VELD),
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("What did Ada Moe say?", "moe"),
        ("what did moe say", "moe"),
        ("What did Ida Karr say?", "reaction"),
        ("what did Karr say", "reaction"),
        ("what was karr quoted as saying", "reaction"),
        ("what did the spokesman say", "guild"),
    ],
)
def test_the_words_of_a_speaker_answer_what_was_said(question: str, answer: str) -> None:
    """By the whole name as well as by a part of it, in a sentence as well as in a pair."""
    reply = ask(TOWN, question)
    assert reply.answer is not None
    assert reply.answer.id == answer


def test_ones_own_sentence_goes_before_a_pair_that_has_it() -> None:
    """But not before one that asks for that person, or has phrasings of its own."""
    told = "The pier was closed.\n\nThe planks are rotten, Ada Moe said. It will be mended, she said."
    own = fact("own", "The planks are rotten, Ada Moe said.", about=("moe",), speaker="moe", attribution="Ada Moe")
    pair = fact("pair", told, question="What did the council say?", about=("moe",))
    for whole, answer in (
        (pair, "own"),
        (replace(pair, question="What did Ada Moe say of it?"), "pair"),
        (replace(pair, phrasings=("words of Moe", "what Moe said", "what was said by Moe")), "pair"),
    ):
        reply = ask(store(whole, own, entities=(MOE,)), "what did Moe say")
        assert reply.answer is not None
        assert reply.answer.id == answer


@pytest.mark.parametrize(
    "question",
    ["What did Oda Lind say?", "what did Karr say about trees", "what did Karr deny", "what did the union say"],
)
def test_other_words_are_not_told(question: str) -> None:
    """Neither those of others, nor of him or her on something else."""
    assert not ask(TOWN, question).answered


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Who is Ada Moe?", "deputy"),
        ("who is karr", "karr"),
        ("who is oda lind", "lind"),
        ("who is the mayor", "karr"),
        ("who is the mayor of Veldhaven", "karr"),
        ("who is the deputy mayor", "deputy"),
    ],
)
def test_a_role_tells_who_somebody_is(question: str, answer: str) -> None:
    """What introduces a person by the role; a deputy is not the mayor."""
    reply = ask(TOWN, question)
    assert reply.answer is not None
    assert reply.answer.id == answer


@pytest.mark.parametrize("question", ["who is the judge", "who is the mayor of Ruud", "who is the former mayor"])
def test_another_role_is_not_told(question: str) -> None:
    """Nobody has it."""
    assert not ask(TOWN, question).answered


def _abroad(code: str, answer: str, role: str) -> object:
    """Ask in another language: a store of one person, beside the ministry."""
    ministry = entity("ministry", "Ministerio de Riegos", kind="organisation")
    person = entity("moe", "Ada Moe", kind="person", role=role, aliases=("Moe",))
    return store(
        fact("office", "El Ministerio de Riegos cerró las puertas a los vecinos de Kella.", about=("ministry",)),
        fact("role", answer, about=("moe",), speaker="moe", quote="a b c"),
        sources=(Source(id="s", language=code),),
        entities=(ministry, person),
    )


@pytest.mark.parametrize(
    ("code", "answer", "role", "question"),
    [
        (
            "es",
            "“A b c”, dijo la ministra de Riegos, Ada Moe.",
            "ministra de Riegos",
            "¿Quién es la ministra de Riegos?",
        ),
        ("es", "“A b c”, dijo la ministra de Riegos, Ada Moe.", "ministra de Riegos", "¿Qué dijo Ada Moe?"),
        ("es", "“A b c”, dijo la ministra de Riegos, Ada Moe.", "ministra de Riegos", "¿Quién es Ada Moe?"),
        ("de", "„A b c“, sagte die Bürgermeisterin Ada Moe.", "Bürgermeisterin", "Was hat Moe gesagt?"),
        ("de", "„A b c“, sagte die Bürgermeisterin Ada Moe.", "Bürgermeisterin", "Wer ist die Bürgermeisterin?"),
        ("fr", "« A b c », a dit la maire Ada Moe.", "maire", "Qu'a dit Ada Moe ?"),
    ],
)
def test_other_languages_are_asked_alike(code: str, answer: str, role: str, question: str) -> None:
    """The minister is not the ministry, though their stems are the same."""
    reply = ask(_abroad(code, answer, role), question)  # type: ignore[arg-type]
    assert reply.answer is not None
    assert reply.answer.id == "role"
    assert reply.confidence >= 0.7


def test_what_a_body_is_is_told_by_what_says_so() -> None:
    """Not by a sentence that only names it; where none says so, there is no answer."""
    vintra, ostra = entity("vintra", "Vintra", kind="organisation"), entity("ostra", "Ostra", kind="organisation")
    of = store(
        fact("left", "Ada Moe left Vintra for Ostra.", about=("moe", "vintra", "ostra")),
        fact("is", "The ferry company Vintra is late.", about=("vintra",)),
        entities=(MOE, vintra, ostra),
    )
    reply = ask(of, "what is Vintra")
    assert reply.answer is not None
    assert reply.answer.id == "is"
    assert not ask(of, "what is Ostra").answered


def test_what_a_thing_is_is_told_by_what_says_so() -> None:
    """The same of a noun without an article of its own; with one, whatever is told of it answers."""
    of = store(
        fact("cold", "The crews complain of drizzle on the pier.", about=("moe",)),
        fact("is", "Drizzle is a rain of the smallest drops.", about=()),
        fact("fog", "Dense fog was seen again on the pier.", about=()),
        entities=(MOE,),
    )
    reply = ask(of, "what is drizzle")
    assert reply.answer is not None
    assert reply.answer.id == "is"
    assert not ask(of, "what is fog").answered
    assert not ask(of, "what is a dense fog").answered


@pytest.mark.parametrize("question", ["Ada Moe", "ada moe's role", "what is the position of Ada Moe"])
def test_a_name_alone_asks_who_that_is(question: str) -> None:
    """As does the question for the role."""
    reply = ask(TOWN, question)
    assert reply.answer is not None
    assert reply.answer.id == "deputy"
