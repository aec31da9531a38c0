"""The one thing that a list of questions is about."""

import pytest
from helpers import fact, store

from talkscli.lookup.ask import ask
from talkscli.store.model import Citation, Fact, Source, Store


def pair(ident: str, question: str, answer: str) -> Fact:
    """Give a pair of a list of questions."""
    return fact(ident, answer, question=question, faq=True, citation=Citation(source="list"))


def titled(title: str, *more: Fact) -> Store:
    """Give a store of pairs about one thing, of which the title may have the name."""
    pairs = (
        pair("what", "What is it?", "A tool that sorts harbour logs."),
        pair("safe", "How secure is this?", "As secure as the port."),
        pair("fast", "How fast is the log sorter?", "Very."),
    )
    return store(*pairs, *more, sources=(Source(id="list", title=title, language="en"),))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("what is brimble", "what"),
        ("What is Brimble?", "what"),
        ("how secure is brimble", "safe"),
        ("what is it", "what"),
    ],
)
def test_a_pair_that_says_it_tells_of_the_thing_in_the_title(question: str, answer: str) -> None:
    """Whoever asks by name is answered, and is not told that nothing is said of it."""
    reply = ask(titled("Brimble FAQ"), question)
    assert reply.answer is not None
    assert reply.answer.id == answer


def test_the_name_that_most_pairs_have_stands_for_a_title_that_names_nothing() -> None:
    """A title may say no more than that there are questions."""
    more = [pair(f"f{n}", f"May the {each} use it?", f"Yes, a {each} may use Brimble.") for n, each in enumerate("abc")]
    reply = ask(titled("Frequently Asked Questions", *more), "what is brimble")
    assert reply.answer is not None
    assert reply.answer.id == "what"
    assert not ask(titled("Frequently Asked Questions"), "what is brimble").answered


def test_it_stands_for_the_thing_where_a_pair_names_it() -> None:
    """The other way round, where a pair asks just that."""
    rows = pair("what", "What is Brimble?", "A tool."), pair("made", "Who made Brimble?", "The port.")
    of = store(*rows, sources=(Source(id="list", title="Brimble questions", language="en"),))
    reply = ask(of, "what is it")
    assert reply.answer is not None
    assert reply.answer.id == "what"
    assert not ask(of, "is it raining").answered


def test_an_article_is_no_thing() -> None:
    """A title in a whole sentence names nothing, nor does another's name stand for it."""
    assert not ask(titled("How the port of Kella got its new tool"), "what is brimble").answered
    assert not ask(titled("Brimble FAQ"), "what is Tumble").answered
