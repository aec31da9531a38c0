"""Questions for the whole story, and of the article itself, put to a store that a document was made into."""

import pytest
from helpers import entity, fact, store

from talkscli.lookup.ask import ask
from talkscli.lookup.refusal import refusal
from talkscli.store.model import Citation, Source, Store

PORT = Source(id="port", title="Ferry sinks off Veldhaven")
VELD = entity("veld", "Veldhaven", kind="place")


def told(ident: str, text: str, paragraph: int, **more: object) -> object:
    """Give a sentence of the article."""
    return fact(ident, text, citation=Citation(source="port", paragraph=paragraph), **more)


NEWS = Store(
    facts=(
        told("lead", "An old ferry sank off Veldhaven on Monday.", 1, about=("veld",), date="2024-05-06"),
        told("rain", "Rain occurs everywhere in the bay, and is what was published by the harbour.", 2),
        told("law", "We must attend to what is written in that law, a sailor said.", 3),
    ),
    entities=(VELD,),
    sources=(PORT,),
)


@pytest.mark.parametrize(
    "question",
    ["what is this about", "what happened", "summary", "main points", "give me the key facts", "what does it say",
     "what is this", "whats this about??", "in a nutshell", "news", "what's the latest", "any updates", "when did it happen", "where did it happen", "where did it take place"],
)  # fmt: skip
def test_the_lead_answers_for_the_whole(question: str) -> None:
    """As the story in brief begins with it; it tells when and where as well."""
    reply = ask(NEWS, question)
    assert reply.answer is not None
    assert reply.answer.id == "lead"


@pytest.mark.parametrize("question", ["what happened on Monday", "what happened monday", "what took place on monday"])
def test_what_happened_at_a_time_is_told_by_its_words(question: str) -> None:
    """A weekday stands in no date."""
    days = told("bell", "A bell rang on Monday morning.", 4, date="2024-05-06", date_text="Monday morning")
    later = told("song", "They sang on Tuesday; it happened in the hall.", 5, date="2024-05-07", date_text="Tuesday")
    reply = ask(Store(facts=(*NEWS.facts, later, days), entities=(VELD,), sources=(PORT,)), question)
    assert reply.answer is not None
    assert reply.answer.id == "bell"


@pytest.mark.parametrize("question", ["what is the title", "headline", "what's the title of this article"])
def test_the_title_is_told_where_nothing_else_is(question: str) -> None:
    """It is no fact, but known."""
    reply = ask(NEWS, question)
    assert not reply.answered
    assert refusal(reply) == "The article is called “Ferry sinks off Veldhaven”."
    assert "called" not in refusal(ask(NEWS, "what is his title"))


@pytest.mark.parametrize(
    "question", ["who wrote this", "who is the author", "when was it published", "is this recent", "is it up to date"]
)
def test_a_sentence_tells_nothing_of_its_article(question: str) -> None:
    """Whoever wrote it is not told by what is written in a law."""
    reply = ask(NEWS, question)
    assert not reply.answered
    assert all(hit.confidence < 0.5 for hit in reply.related)


def test_a_lead_without_a_day_does_not_tell_when() -> None:
    """Nor does any other sentence, as what it tells of may be something else."""
    plain = Store(facts=(told("lead", "An old ferry sank in a storm.", 1), *NEWS.facts[1:]), sources=(PORT,))
    assert not ask(plain, "when did it happen").answered
    assert not ask(plain, "where did it happen").answered


def test_what_was_written_for_it_goes_first() -> None:
    """A store may have an answer to just that."""
    own = fact("own", "A ferry sank.", question="What is this about?", phrasings=("what happened", "summary"))
    of = store(own, fact("other", "The bell rang twice."))
    for question in ("what is this about", "what happened", "summary"):
        reply = ask(of, question)
        assert reply.answer is not None
        assert reply.answer.id == "own"


@pytest.mark.parametrize("question", ["hello", "are you sure", "thanks", "who are you", "more", "is it true"])
def test_what_asks_nothing_of_an_article_has_no_answer(question: str) -> None:
    """Whatever words it shares with some sentence."""
    talk = fact("talk", "Hello, said the sure and true clerk, and many more thanks.")
    reply = ask(store(talk, fact("bell", "A bell rang.")), question)
    assert not reply.answered
    assert not reply.related
    assert refusal(reply) == "That asks nothing of what is told here."
    assert "called “Ferry" in refusal(ask(NEWS, "source?"))
