"""Lines of a conversation, read by what was said before."""

import pytest
from helpers import HARBOUR, fact
from msgspec.structs import replace

from talkscli.lookup.ask import ask
from talkscli.lookup.conversation.dialogue import Wants, read
from talkscli.lookup.conversation.memory import Memory
from talkscli.store.model import Entity, Store


@pytest.fixture
def memory() -> Memory:
    """Remember that somebody asked who the mayor is and what she promised."""
    made = Memory(HARBOUR)
    made.keep(ask(HARBOUR, "What did the mayor promise the dockers?"))
    return made


@pytest.mark.parametrize(
    ("line", "question", "read_as"),
    [
        ("what did she say", "what did Ingrid Solberg say", {"she": "Ingrid Solberg"}),
        ("what is her role?", "what is Ingrid Solberg’s role?", {"her": "Ingrid Solberg"}),
        ("who met her?", "who met Ingrid Solberg", {"her": "Ingrid Solberg"}),
        ("what did Kravets say about her", "what did Kravets say about Ingrid Solberg", {"her": "Ingrid Solberg"}),
        ("what did Ingrid Solberg say of her plan", "what did Ingrid Solberg say of her plan", {}),
        ("why was the bridge closed", "why was the bridge closed", {}),
    ],
)
def test_a_pronoun_is_read_as_who_was_spoken_of(
    memory: Memory, line: str, question: str, read_as: dict[str, str]
) -> None:
    """A person for he and she: none for "her plan" where the line names one itself, another for "about her"."""
    turn = read(line, memory)
    assert (turn.wants, turn.question.rstrip("?"), turn.read_as) == (Wants.ANSWER, question.rstrip("?"), read_as)


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("why?", "why did the mayor promise the dockers"),
        ("when was that", "when did the mayor promise the dockers"),
        ("what about Kravets?", "What did Kravets promise the dockers?"),
        ("how many?", "how many did the mayor promise the dockers"),
        ("and kravets", "What did kravets promise the dockers?"),
    ],
)
def test_a_question_is_filled_in_from_the_last_one(memory: Memory, line: str, question: str) -> None:
    """A bare question word, and another name, ask the last question anew; how they were read is told."""
    turn = read(line, memory)
    assert turn.question == question
    assert turn.read_as == {line.rstrip("?"): question}


@pytest.mark.parametrize(
    ("line", "wants"),
    [
        ("more", Wants.MORE), ("tell me more", Wants.MORE), ("anything else?", Wants.MORE), ("go on", Wants.MORE),
        ("where does it say so?", Wants.SOURCE), ("who says so", Wants.SOURCE), ("source", Wants.SOURCE),
        ("how do you know?", Wants.SOURCE), ("what did he say", Wants.ANSWER), ("more about the bridge", Wants.ANSWER),
    ],
)  # fmt: skip
def test_what_a_line_wants(memory: Memory, line: str, wants: Wants) -> None:
    """More of the same, where it stands, or an answer."""
    assert read(line, memory).wants is wants


def test_it_is_not_guessed(memory: Memory) -> None:
    """What "it" means is left to the question."""
    assert read("where is it", memory) == read("where is it", Memory(HARBOUR))


def keep(memory: Memory, question: str) -> None:
    """Let the fixture's answer be that to a question."""
    memory.keep(replace(ask(HARBOUR, "What did the mayor promise the dockers?"), question=question))


def test_what_was_asked_about_is_kept_without_the_request(memory: Memory) -> None:
    """A bare "how many?" after "tell me about …" asks it of the same matter."""
    keep(memory, "tell me about the dockers")
    assert read("how many?", memory).question == "how many the dockers"


def test_a_measure_goes_with_its_question_word(memory: Memory) -> None:
    """The question "when?" after "how many boats sank" asks when the boats did; after "which boats" it asks nothing new."""
    keep(memory, "how many dockers came")
    assert read("when?", memory).question == "when did the dockers come"
    keep(memory, "which dockers")
    assert read("when?", memory).question == "when?"


def test_what_was_not_answered_is_kept(memory: Memory) -> None:
    """After a refusal, too, a question leans on the one before."""
    memory.keep(ask(HARBOUR, "how do the dockers paint their boats"))
    assert read("why?", memory).question == "why do the dockers paint their boats"


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("to whom?", "to whom did the mayor promise the dockers"),
        ("of which town", "of which town did the mayor promise the dockers"),
        ("why not", "why didn’t the mayor promise the dockers"),
    ],
)
def test_prepositions_and_negations_stay(memory: Memory, line: str, question: str) -> None:
    """They belong to what is asked for."""
    assert read(line, memory).question == question


def test_a_noun_in_the_plural_is_meant_by_they(memory: Memory) -> None:
    """Where no group was named, and the last question had one such noun."""
    memory.keep(ask(HARBOUR, "who paints the boats"))
    turn = read("who are they", memory)
    assert (turn.question, turn.read_as) == ("who are the boats", {"they": "the boats"})
    assert read("how many of them", memory).question == "how many of the boats"


@pytest.mark.parametrize(
    ("asked", "many"),
    [
        ("how many moons does it have", "the moons"),
        ("where are the black boxes", "the boxes"),
        ("who found the moons", "the moons"),
        ("how many moons does Kravets have", "the moons"),
        ("who leads", ""),
    ],
)
def test_a_plural_is_known_by_where_it_stands(asked: str, many: str) -> None:
    """Behind "how many", "the" or an adjective even one that people are called; whoever is named is none."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, asked))
    assert memory.plural == many


@pytest.mark.parametrize(
    ("line", "pronoun"),
    [("what did they sing", "they"), ("did it sink", "it"), ("is it enough", ""), ("what did the boats do to them", ""),
     ("what did Kravets say of them", ""), ("what about the other side", "the other side")],
)  # fmt: skip
def test_a_pronoun_of_nobody_is_told(line: str, pronoun: str) -> None:
    """Where nothing was named that it may mean, neither before nor in the line."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, "why was it closed"))
    assert read(line, memory).unclear == pronoun
    assert not read(line, Memory(HARBOUR)).unclear


def test_it_is_what_was_named() -> None:
    """One body or place, where "it" surely stands for something."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, "what did City Hall pay"))
    assert read("did it agree", memory).question == "did Veldhaven City Council agree"
    assert read("is it late", memory).question == "is it late"


def test_the_other_side_is_the_one_that_is_told_of_beside() -> None:
    """Of two countries in a quarrel; where none stands out it is not known."""
    lands = tuple(Entity(id=name, name=name.title(), kind="country") for name in ("norland", "sudland", "estland"))
    berg = Entity(id="berg", name="Anna Berg", kind="person", side="norland")
    rows = tuple(fact(str(n), "They met.", about=("norland", "sudland")) for n in range(3))
    quarrel = Store(facts=rows, entities=(*lands, berg))
    memory = Memory(quarrel)
    memory.keep(ask(quarrel, "what did Anna Berg say"))
    turn = read("and the other side?", memory)
    assert (turn.question, turn.read_as["the other side"]) == ("what did Sudland say", "Sudland")
    memory.names.store = replace(quarrel, facts=(*rows, fact("x", "They met.", about=("norland", "estland"))) * 2)
    assert memory.other_side() == lands[1]
    memory.names.store = replace(quarrel, facts=())
    assert memory.other_side() is None


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("who else?", "who else did the mayor promise the dockers"),
        ("what else did she say", "what else did Ingrid Solberg say"),
        ("why?", "why did the mayor promise the dockers"),
    ],
)
def test_something_else_is_asked_for(memory: Memory, line: str, question: str) -> None:
    """The answer just given is none to that."""
    turn = read(line, memory)
    assert (turn.wants, turn.question, turn.other) == (Wants.ANSWER, question, True)


@pytest.mark.parametrize("line", ["what's next", "who knows", "who knows the mayor", "what did Kravets say else where"])
def test_a_question_is_one_though_it_has_such_words(memory: Memory, line: str) -> None:
    """It asks neither for more nor for the source."""
    assert read(line, memory).wants is Wants.ANSWER


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ("no, I meant Kravets", "What did Kravets promise the dockers?"),
        ("sorry, i mean kravets", "What did kravets promise the dockers?"),
        ("not the mayor, Kravets", "What did Kravets promise the dockers?"),
        ("Kravets, not the mayor", "What did Kravets promise the dockers?"),
        ("no, Kravets", "What did Kravets promise the dockers?"),
        ("no, the Kravets", "What did the Kravets promise the dockers?"),
        ("Kravets I mean", "What did Kravets promise the dockers?"),
        ("no I meant who founded the choir", "who founded the choir"),
        ("I mean the ferry", "the ferry"),
        ("not the ferry", "not the ferry"),
    ],
)
def test_a_correction_asks_anew(memory: Memory, line: str, question: str) -> None:
    """The last question of another one; what is a question, or no name, by itself."""
    turn = read(line, memory)
    assert (turn.wants, turn.question.rstrip("?")) == (Wants.ANSWER, question.rstrip("?"))


def test_else_follows_a_correction(memory: Memory) -> None:
    """It leans on the question that was meant; "what else" of a "why" asks for more."""
    memory.keep(ask(HARBOUR, read("no, I meant Kravets", memory).question))
    assert read("who else", memory).question == "who else did Kravets promise the dockers"
    assert read("anyone else?", memory).question == "who else did Kravets promise the dockers"
    memory.keep(ask(HARBOUR, "what else did Kravets say"))
    assert read("what else", memory).question == "what else did Kravets say"
    memory.keep(ask(HARBOUR, "why did Kravets strike"))
    assert read("who else", memory).wants is Wants.MORE


@pytest.mark.parametrize(
    ("asked", "line", "question"),
    [
        ("who did Solberg call", "and Kravets?", "did Solberg call Kravets"),
        ("who promised a crane", "and Kravets?", "Kravets promised a crane"),
        ("what did Solberg say about City Hall", "and Kravets?", "what did Kravets say about City Hall"),
        ("what did Solberg say", "and Zorvath?", "what did Zorvath say"),
        ("who led the Norrlanders boat", "and Veldhaven?", "who led the Veldhaven boat"),
        ("what did Kravets say", "and Kravets?", "what did Kravets say"),
        ("why did the ferry crews strike", "and Kravets?", "for Kravets, why did the ferry crews strike"),
    ],
)
def test_another_one_takes_its_own_place(memory: Memory, asked: str, line: str, question: str) -> None:
    """Whoever "who" asks for takes that place; a person that of a person; names that nobody here has are names, too."""
    keep(memory, asked)
    turn = read(line, memory)
    assert (turn.question, turn.of) == (question, line[4:-1])


def test_he_is_whom_the_answer_tells_of(memory: Memory) -> None:
    """Before whom the question named; but after "and X?" it is X, and a name or an office of nobody here will do."""
    for question, of, name in (
        ("who told Berg", "", "Ingrid Solberg"),
        ("who told Berg", "Kravets", "Olena Kravets"),
        ("who is zorvath", "", "Ingrid Solberg"),
    ):
        memory.keep(replace(ask(HARBOUR, "What did the mayor promise the dockers?"), question=question), of=of)
        assert read("what did she say", memory).read_as == {"she": name}
    for question, name in (("who is zorvath", "Zorvath"), ("who is the pilot", "the pilot")):
        memory.keep(replace(ask(HARBOUR, question), answer=None, answered=False))
        assert read("what did he say", memory).read_as == {"he": name}


@pytest.mark.parametrize(
    ("line", "wants"),
    [
        ("wrong", Wants.REMARK), ("that is not what i asked", Wants.REMARK), ("what do you mean", Wants.REMARK),
        ("shorter", Wants.REMARK), ("undo", Wants.REMARK), ("is that true?", Wants.REMARK), ("go back", Wants.REMARK),
        ("who are you", Wants.REMARK), ("say that again", Wants.AGAIN), ("repeat", Wants.AGAIN), ("show it", Wants.AGAIN),
        ("who told you", Wants.SOURCE), ("who told that", Wants.SOURCE), ("what is wrong with the crane", Wants.ANSWER), ("can i go back", Wants.ANSWER),
        ("did she answer", Wants.ANSWER), ("how do i ask a question", Wants.ANSWER), ("who is right", Wants.ANSWER),
    ],
)  # fmt: skip
def test_a_remark_is_no_question(memory: Memory, line: str, wants: Wants) -> None:
    """It is said of the last answer, or of the talk."""
    assert read(line, memory).wants is wants


@pytest.mark.parametrize("line", ["hello", "Thanks!", "ok", "really?", "are you sure?", "?"])
def test_some_lines_ask_nothing(memory: Memory, line: str) -> None:
    """They are polite, or in surprise."""
    assert read(line, memory).wants is Wants.NOTHING


def test_another_name_takes_the_whole_place_of_the_first(memory: Memory) -> None:
    """After "and X's …" it is "what about Y": of hers, without the "and"."""
    keep(memory, "and Ingrid Solberg’s promise?")
    assert read("what about kravets", memory).question == "kravets’s promise?"


def test_he_is_no_woman() -> None:
    """The one who was named last is meant, unless the given name tells that it can't be; and no name of two people."""
    people = tuple(
        Entity(id=name.lower(), name=f"{name} Moe", kind="person", aliases=(name, "Moe")) for name in ("Anne", "Peter")
    )
    memory = Memory(replace(HARBOUR, entities=people))
    memory.show(None, [name.entity for name in memory.names.find("Peter and Anne and Moe")])
    assert memory.person("he") == people[1]
    assert memory.person("her") == people[0]


def test_a_name_without_letters_is_no_name() -> None:
    """A dash among the aliases is not whom every dash means."""
    dashed = replace(HARBOUR, entities=(Entity(id="gap", name="Gap", aliases=("—",)),))
    assert Memory(dashed).names.find("the bridge — when") == []
    assert read("—", Memory(dashed)).question == "—"


def test_at_the_beginning_nothing_is_filled_in() -> None:
    """Without anything said before, a line is what it is."""
    for line in ("why?", "what did he say", "where does it say so", "and Kravets?"):
        turn = read(line, Memory(HARBOUR))
        assert (turn.wants, turn.question, turn.read_as) == (Wants.ANSWER, line, {})


def test_they_are_a_group_that_was_named(memory: Memory) -> None:
    """One country, organisation or place is meant by they; of two, neither."""
    memory.keep(ask(HARBOUR, "what did City Hall pay"))
    assert read("what did they say", memory).question == "what did Veldhaven City Council say"
    memory.keep(ask(HARBOUR, "did the Tidewater sing for City Hall"))
    assert read("what did they say", memory).question == "what did they say"


def test_a_bare_question_word_is_not_what_the_next_one_leans_on(memory: Memory) -> None:
    """After "why?", "what about" asks the question before anew."""
    turn = read("why?", memory)
    assert turn.leans
    memory.keep(ask(HARBOUR, turn.question), leans=turn.leans)
    assert read("and Kravets?", memory).question == "What did Kravets promise the dockers?"


def test_who_was_named_last_is_meant_first(memory: Memory) -> None:
    """A new person takes the place of the one before."""
    memory.keep(ask(HARBOUR, "Who founded the Tidewater Choir?"))
    assert read("what did she say", memory).question == "what did Olena Kravets say"


UNION = Store(
    facts=(
        fact("plan", "The PU plans a toll on ferries. Norland welcomed it.", subject=("up",), about=("up", "norland")),
        fact("fair", "In May the Fair opened; Norland and the Fair are far apart.", about=("fair",)),
    ),
    entities=(
        Entity(id="up", name="Ports Union", kind="organisation", aliases=("P.U.", "PU")),
        Entity(id="fair", name="Fair", kind="organisation"),
        Entity(id="norland", name="Norland", kind="country"),
        Entity(id="isles", name="Moe Islands", kind="country", aliases=("Moe",)),
        Entity(id="berg", name="Anna Berg", kind="person"),
    ),
)


@pytest.mark.parametrize(
    ("asked", "line", "question"),
    [
        ("what does the PU plan", "when will they start", "when will the Ports Union start"),
        ("what did Norland say", "when will they start", "when will Norland start"),
        ("what did Norland say", "and fair?", "what did the fair say"),
        ("what did the Fair say", "and Norland?", "what did Norland say"),
        ("what did Norland say", "and the mayor?", "what did the mayor say"),
        ("who opened in May", "and the pu?", "the pu opened in May"),
        ("why did Fair open", "what about PU", "why did the PU open"),
        ("what did Moe sell", "when will they start", "when will the Moe Islands start"),
        ("what else are Norland doing", "and Anna Berg?", "what else is Anna Berg doing"),
        ("what are the dockers of Norland doing", "and PU?", "what are the dockers of the PU doing"),
        ("what are the Norlanders doing", "and the PU?", "what is the PU doing"),
        ("what is the PU doing", "and the Norlanders?", "what are the Norlanders doing"),
        ("what are Moe doing", "and the PU?", "what is the PU doing"),
        ("what is the PU doing", "and Moe?", "what is Moe doing"),
        ("why did it happen", "and Anna Berg?", "and Anna Berg?"),
    ],
)
def test_a_name_has_its_article(asked: str, line: str, question: str) -> None:
    """Where the facts, or the line itself, write it so; a name in full does as its initials do."""
    memory = Memory(UNION)
    memory.keep(replace(ask(UNION, asked), question=asked, answer=None))
    assert read(line, memory).question == question


def test_his_own_is_his(memory: Memory) -> None:
    """A name is not put twice for one; when it was is asked of a statement, too."""
    turn = read("she was on her boat", memory)
    assert (turn.question, turn.unclear) == ("Ingrid Solberg was on her boat", "")
    memory.keep(replace(ask(HARBOUR, turn.question), question=turn.question))
    assert read("when was that?", memory).question == "when was Ingrid Solberg on her boat"


def test_what_alone_asks_what_was_meant(memory: Memory) -> None:
    """It is no question of the article."""
    memory.keep(ask(HARBOUR, "is Ingrid Solberg right"))
    assert read("what?", memory).wants is Wants.REMARK


FAIR = replace(
    UNION,
    facts=(
        fact("where", "The races were held in Norland.", question="Where were the races?", subject=("norland",)),
        fact("wish", "The PU wants a toll.", question="What does the PU want?", subject=("up",)),
    ),
)


@pytest.mark.parametrize(
    ("asked", "line", "question"),
    [
        ("where were the races", "how long did they last", "how long did the races last"),
        ("where were the races", "what did they say", "what did Norland say"),
        ("who held the races", "how long did they wait", "how long did Norland wait"),
        ("what are the races to Norland", "how long did they last", "how long did Norland last"),
    ],
)
def test_they_are_what_was_asked_about(asked: str, line: str, question: str) -> None:
    """Not the country of the answer, unless a doer was asked for, or it is said to speak."""
    memory = Memory(FAIR)
    memory.keep(replace(ask(FAIR, "Where were the races?"), question=asked, confidence=1))
    assert read(line, memory).question == question


def test_nobody_is_meant_who_was_named_long_ago(memory: Memory) -> None:
    """A pronoun goes back a few answers, no more."""
    memory.keep(ask(HARBOUR, "what did City Hall pay Solberg"))
    for _ in range(4):
        assert read("did they agree", memory).read_as
        assert read("did she agree", memory).read_as
        memory.keep(replace(ask(HARBOUR, "How often is there fog?"), answer=HARBOUR.facts[-1]))
    memory.keep(replace(ask(HARBOUR, "How often is there fog?"), answer=HARBOUR.facts[-1]))
    assert read("did they agree", memory).unclear == "they"
    assert read("did she agree", memory).unclear == "she"


@pytest.mark.parametrize(("confidence", "meant"), [(0.9, "Ingrid Solberg"), (0.5, "the new pilot")])
def test_an_answer_that_is_not_sure_may_tell_of_others(memory: Memory, confidence: float, meant: str) -> None:
    """Whom the question named comes before whom it tells of, though it be an office of nobody here."""
    reply = replace(ask(HARBOUR, "What did the mayor promise the dockers?"), question="who is the new pilot")
    memory.keep(replace(reply, confidence=confidence))
    assert read("when did she come", memory).read_as == {"she": meant}


def test_what_else_they_do_is_a_question(memory: Memory) -> None:
    """It asks of them, not for more of what was shown."""
    memory.keep(ask(HARBOUR, "what did City Hall pay"))
    turn = read("what else are they doing", memory)
    assert (turn.wants, turn.question) == (Wants.ANSWER, "what else are Veldhaven City Council doing")
    assert read("what else is there", memory).wants is Wants.MORE


def test_the_source_is_no_question(memory: Memory) -> None:
    """After "who says so", "and X?" asks the question before of X."""
    keep(memory, "why did the ferry crews strike")
    assert read("who says so", memory).wants is Wants.SOURCE
    turn = read("what about Kravets?", memory)
    assert (turn.question, turn.leans) == ("for Kravets, why did the ferry crews strike", True)


@pytest.mark.parametrize(
    ("question", "line", "asked"),
    [
        ("did Kravets reject the plan", "who did?", "who rejected the plan"),
        ("does Kravets want the plan", "who does", "who wants the plan"),
        ("did anybody reject the plan", "who?", "who rejected the plan"),
        ("was the bridge opened by Kravets", "who was?", "who was opened by Kravets"),
        ("who wants the plan", "and who doesnt", "who does not want the plan"),
        ("who wants the plan", "who does not?", "who does not want the plan"),
        ("who rejected the plan", "and who didn't?", "who did not reject the plan"),
        ("who was late", "who wasn't", "who was not late"),
        ("does Kravets want the plan", "and who does not?", "who does not want the plan"),
    ],
)
def test_who_did_it_is_asked_after_whether_somebody_did(question: str, line: str, asked: str) -> None:
    """The deed is that of the last question."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, question))
    assert read(line, memory).question == asked


def test_who_alone_asks_of_what_was_told() -> None:
    """After a question that asks for something else it can be put to none, and lists nobody."""
    memory = Memory(HARBOUR)
    memory.keep(ask(HARBOUR, "what did the mayor promise"))
    assert read("who?", memory).wants is Wants.REMARK


def test_they_are_all_whose_act_was_told() -> None:
    """Where an answer tells the act of several, "they" means all of them; where of too many, nobody."""
    names = [
        Entity(id=each.lower(), name=each, kind="country") for each in ("Norland", "Sudland", "Estland", "Vestland")
    ]
    some = fact("tried", "Norland, Sudland and Estland tried to help.", subject=("norland", "sudland", "estland"))
    of = Store(facts=(some,), entities=tuple(names))
    memory = Memory(of)
    memory.choose("who tried to help", some)
    turn = read("did they succeed", memory)
    assert turn.question == "did Norland, Sudland and Estland succeed"
    assert not turn.unclear
    memory.choose("who tried to help", replace(some, subject=("norland",)))
    assert read("did they succeed", memory).question == "did Norland succeed"
