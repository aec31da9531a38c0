"""What a store does not tell is said in a sentence."""

import pytest
from helpers import fact, quick, store
from hypothesis import given
from hypothesis import strategies as st

from talkscli.lookup.ask import ask
from talkscli.lookup.refusal import FAR, UNLIKELY, refusal
from talkscli.lookup.results import Answer, Refs
from talkscli.search.hits import Hit
from talkscli.store.model import Entity, Source

ALVA = Entity(id="alva", name="Ingrid Alva", aliases=("Alva",))


def declined(
    question: str, missing: tuple[str, ...] = (), *, elsewhere: tuple[str, ...] = (), confidence: float = 0.4, **more
) -> Answer:
    """Make the reply of a store of one article that declines."""
    refs = Refs({}, {"alva": ALVA}, more.pop("sources", 1))
    near = (Hit(fact(), confidence),) if confidence else ()
    return Answer(
        question, False, confidence, more.pop("read_as", {}), missing, None, near, refs,
        elsewhere=frozenset(elsewhere), **more,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (declined("how old is alva", ("old",), confidence=UNLIKELY / 2), "The article does not say how old Ingrid Alva is."),
        (declined("how old is alva", confidence=0), "The article does not say how old Ingrid Alva is."),
        (declined("did alva meet Zorvath", ("Zorvath",)), "The article does not say whether Ingrid Alva met Zorvath."),
        (declined("how old was alva in 1912", ("1912",)), "The article does not say how old Ingrid Alva was in 1912."),
        (declined("how did alva last", confidence=FAR / 2, read_as={"they": "alva"}),
         "I am not sure that the article says whether, or how, Ingrid Alva lasted."),
        (declined("rent of alva", ("rent",), confidence=FAR / 2), "Nothing here about: rent."),
        (declined("rent of alva", confidence=FAR / 2), "There is no answer to that here."),
        (declined("alva since 16", ("since", "16"), confidence=FAR / 2), "There is no answer to that here."),
        (declined("alva there'll", ("there'll",), confidence=FAR / 2), "There is no answer to that here."),
        (declined("alva in 1912", ("in", "1912"), confidence=FAR / 2), "Nothing here about: 1912."),
        (declined("how old is alva", ("old",), confidence=0.1, sources=2), "Nothing here says how old Ingrid Alva is."),
    ],
)  # fmt: skip
def test_what_is_not_there_is_denied(reply: Answer, sentence: str) -> None:
    """A name that no fact has, or a word of which the closest fact has nothing, or nothing near."""
    told = refusal(reply)
    assert told.replace("Ingrid Alva", "Alva") == sentence.replace("Ingrid Alva", "Alva")


@pytest.mark.parametrize(
    ("reply", "sentence"),
    [
        (declined("how old is alva", ("old",)), "I am not sure that the article says how old Alva is."),
        (declined("how old is alva", sources=2), "I am not sure that anything here says how old Alva is."),
        (declined("rent of alva", ("rent", "alva"), elsewhere=("alva",)), "I find no sure answer: nothing here has “rent”."),
        (declined("rent of alva", ("rent",), elsewhere=("rent",)), "I find no sure answer to that here."),
        (
            declined("why did Alva come", ("come",), read_as={"why": "why did Alva come"}),  # "why?" in a conversation
            "I am not sure that the article says why Alva came.",
        ),
        (
            declined("did alva flee", ("flee",), confidence=UNLIKELY / 2),  # a verb may stand in other words
            "I am not sure that the article says whether Alva fled.",
        ),
        (declined("how many sectors", ("many",)), "I find no sure answer to that here."),
    ],
)  # fmt: skip
def test_what_may_be_there_is_not_denied(reply: Answer, sentence: str) -> None:
    """Where a fact is near, it may say it in other words; only the words that no fact has are told."""
    assert refusal(reply) == sentence


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("why did Alva turn the tide", "why Alva turned the tide"),
        ("why did Alva refuse the prize", "whether, or why, Alva refused the prize"),
        ("when did the truce come into force", "whether, or when, the truce came into force"),
        ("how was the bridge opened", "whether, or how, the bridge was opened"),
        ("when is the next tide", "when the next tide is"),
        ("how old is Alva", "how old Alva is"),
        ("who refused the prize", "who refused the prize"),
        ("how do i leave the bridge", "how to leave the bridge"),
        ("when can we refuse the prize", "when you can refuse the prize"),
    ],
)
def test_no_premise_is_told_as_if_it_were_so(question: str, sentence: str) -> None:
    """Unless a near fact has it: that something was is not said by who says that its reason is not told."""
    assert refusal(declined(question)) == f"I am not sure that the article says {sentence}."


def test_words_are_told_as_they_were_read() -> None:
    """A slip of the pen is not repeated."""
    reply = declined("did avla atend", ("met",), read_as={"avla": "Alva", "atend": "attend"})
    assert refusal(reply) == "I am not sure that the article says whether Alva attended."


def test_names_are_written_as_the_store_does() -> None:
    """Those of all entities, not only of the facts that are near; and what a near fact writes with capitals."""
    told = store(
        fact("fire", "The fire on Mill Lane was seen by Tesla Okoro."), fact("talks", "The talks were held."),
        entities=(Entity(id="gren", name="Anna Grenvik", aliases=("Grenvik",)),),
    )  # fmt: skip
    assert "whether Grenvik phoned" in refusal(ask(told, "did grenvik phone"))
    assert "on Mill Lane" in refusal(ask(told, "did zorvath sing on mill lane"))


@pytest.mark.parametrize(
    ("question", "sentence"),
    [("what nbu wanted", "what the NBU wanted"), ("what did the nbu want", "what the NBU wanted"),
     ("which new nbu rules are there", "which new NBU rules there are"), ("what did alva want", "what Alva wanted")],
)  # fmt: skip
def test_a_name_has_its_article(question: str, sentence: str) -> None:
    """One that the facts never have without "the"."""
    refs = Refs({}, {"alva": ALVA, "nbu": Entity(id="nbu", name="NBU")}, 1)
    near = Hit(fact("a", "Rules of the NBU are new. The NBU has changed the NBU rules with Alva."), 0.4)
    reply = Answer(question, False, 0.4, {}, (), None, (near,), refs)
    assert refusal(reply) == f"I am not sure that the article says {sentence}."


def test_an_article_of_a_name_is_small_within_a_sentence() -> None:
    """Unless the facts write it with a capital there."""
    west = Entity(id="west", name="The West")
    for near, sentence in (("The West met.", "what the West did"), ("They left for The West.", "what The West did")):
        reply = Answer(
            "what did the west do", False, 0.4, {}, (), None, (Hit(fact("a", near), 0.4),), Refs({}, {"w": west}, 1)
        )
        assert refusal(reply) == f"I am not sure that the article says {sentence}."


def test_when_an_article_is_from_is_told() -> None:
    """What the source tells of itself is said where no fact answers that; of several sources nothing."""
    dated = Source(id="paper", title="A paper", published="2025-10-03", url="https://example.org/a")
    one = store(fact("a", "The fire was seen."), sources=(dated,))
    assert refusal(ask(one, "when was the article published?")) == "The article is dated 3 October 2025."
    assert refusal(ask(one, "where is it from")) == "The article is from https://example.org/a."
    assert "does not say" in refusal(ask(one, "when was the bridge published"))
    two = store(fact("a", "The fire was seen."), sources=(dated, Source(id="other")))
    assert "dated" not in refusal(ask(two, "when was the article published"))


def test_a_question_in_another_language_is_told_which_one_is_read() -> None:
    """What it asks about is not known, so nothing is said of that."""
    assert refusal(declined("wer kam", ("kam",), abroad="English")) == "The article is in English: ask in English."
    assert refusal(declined("wer kam", abroad="Czech", sources=2)) == "What is here is in Czech: ask in Czech."


@quick
@given(st.text(), st.lists(st.text(min_size=1), max_size=3), st.floats(0, 1))
def test_any_question_gives_a_sentence(question: str, missing: list[str], confidence: float) -> None:
    """Whatever is typed, a sentence comes back."""
    assert refusal(declined(question, tuple(missing), confidence=confidence)).endswith(".")


def test_a_question_in_another_language_is_no_clause() -> None:
    """It is not put into English; a name that nothing has is told whole."""
    german = Refs({"s": Source(id="s", language="de")}, {}, 1)
    reply = Answer("Was sagte Ida Reed dazu?", False, 0.0, {}, ("Ida", "Reed"), None, (), german)
    assert refusal(reply) == "Nothing here about: Ida Reed."
